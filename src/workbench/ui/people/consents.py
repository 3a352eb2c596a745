"""Rights and consents of a person on their card: agreed, refused, taken back, each with its recipient and day."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services import care
from workbench.services.care import CareRow, ConsentRow
from workbench.ui.parts.arrange import column, holder, row
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.texts import Picture, heading, label
from workbench.ui.people.caring import Caring
from workbench.ui.state import moment, speaking, tr

# State: glyph and colour; the word beside it says the same.
_MARKS = {
    "given": ("ph.check-circle-fill", "okMark"), "limited": ("ph.check-circle", "okMark"),
    "refused": ("ph.x-circle", "text2"), "withdrawn": ("ph.arrow-u-up-left", "text2"),
    "legal_basis": ("ph.scales", "text2"),
}  # fmt: skip


def rights_and_consents(shown: CareRow, caring: Caring) -> QWidget:
    """The column: newest last, as they were asked; then the ways to ask and to print what is read aloud."""
    box = column(heading(tr(N_("Rights and consents"))), gap=6)
    for one in shown.consents:
        box.addWidget(_consent(one, caring))
    if not shown.consents:
        box.addWidget(label(tr(N_("Nothing was asked yet.")), "label", "2", wrap=True))
    tools = row(gap=6)
    if not shown.deceased:
        ask = button(
            tr(N_("Ask consent…")), partial(caring.consent, shown), kind="small", glyph="ph.plus", name="ask-consent"
        )
        tools.addWidget(ask)
    tools.addWidget(
        button(
            tr(N_("Paper to read aloud")), partial(caring.paper, "consent", shown.alias), kind="quiet",
            glyph="ph.file-text", name="consent-paper",
        )
    )  # fmt: skip
    tools.addStretch(1)
    box.addLayout(tools)
    made = holder(box)
    made.setObjectName("consents")
    return made


def _consent(one: ConsentRow, caring: Caring) -> QWidget:
    glyph, token = _MARKS[one.state]
    rules = care.offered(speaking().tag)
    purpose = rules.consents[one.purpose].title if one.purpose in rules.consents else one.purpose
    first = row(Picture(glyph, token, 18), gap=8)
    # The words come first and never alone in colour; who gets to know stands with them.
    first.addWidget(label(f"{isolate(purpose)} — {isolate(one.recipient)}", "body", wrap=True), 1)
    said = tr(N_("{state}, {at}"), state=tr(terms.CONSENTS[one.state]), at=moment(one.last.at))
    # Under the words, not under the mark; the margin mirrors with the line.
    second = row(26, gap=0)
    second.addWidget(label(said, "label", "2", wrap=True), 1)
    if one.stands:
        second.addWidget(
            icon_button(
                "ph.arrow-u-up-left", tr(N_("Taken back…")), partial(caring.withdraw, one), name=f"withdraw-{one.ref}",
                size=15,
            )
        )  # fmt: skip
    box: QVBoxLayout = column(first, second, gap=0)
    if one.last.limits:
        box.addWidget(label(isolate(one.last.limits), "label", "2", wrap=True))
    made = holder(box)
    made.setObjectName(f"consent-{one.ref}")
    made.setToolTip(ltr(one.ref))
    return made
