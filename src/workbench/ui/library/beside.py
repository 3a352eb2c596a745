"""What stands beside the chart: the edition in full until a step is opened, then the step."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services.editions import EditionRow
from workbench.sop import Pack
from workbench.ui import trust
from workbench.ui.differences import comma
from workbench.ui.library.keys import in_lines
from workbench.ui.library.plan import MARKS
from workbench.ui.library.shelf import followers
from workbench.ui.parts.arrange import Flow, column, holder, row
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Picture, code, heading, label
from workbench.ui.state import moment, speaking, tr


def edition_text(edition: EditionRow, pack: Pack) -> QWidget:
    """What an edition is, whose word stands behind it, and who follows it."""
    box = column(gap=5, margins=(0, 0, 4, 0))
    box.addWidget(label(isolate(edition.title), "screen", wrap=True))
    facts = row(code(ltr(f"{edition.key} {edition.version}"), "label"), gap=8)
    phases = speaking().say_many("{n} phase", "{n} phases", len(pack.phases))
    steps = speaking().say_many("{n} step", "{n} steps", edition.steps)
    facts.addWidget(label(comma().join((phases, steps)), "label", "2", wrap=True), 1)
    box.addLayout(facts)
    if edition.newest:
        box.addWidget(label(tr(N_("New cases of this kind start under it.")), "label", "2", wrap=True))
    if pack.note:
        box.addWidget(label(isolate(pack.note), "body", wrap=True))
    _stands(box, edition)
    _add(box, tr(N_("Followed by")), followers(edition))
    for number in edition.cases:
        box.addWidget(code(ltr(number), "label"))
    if edition.kept_at is not None:
        _add(box, tr(N_("Kept here since")), moment(edition.kept_at))
    box.addSpacing(6)
    box.addWidget(heading(tr(N_("Digest of everything it says"))))
    groups = " ".join(edition.digest[at : at + 4] for at in range(0, len(edition.digest), 4))
    box.addWidget(code(in_lines(groups, 5), "label"))
    box.addStretch(1)
    made = holder(box)
    made.setObjectName("edition-text")
    return made


def _stands(box: QVBoxLayout, edition: EditionRow) -> None:
    """Whose word stands behind it, with the fingerprint of the key."""
    box.addSpacing(6)
    box.addWidget(heading(tr(N_("Whose word stands behind it"))))
    box.addLayout(row(Chip(*trust.chip(edition.trust, edition.signer)), None))
    box.addWidget(label(trust.sentence(edition.trust, edition.signer), "body", wrap=True))
    if edition.fingerprint:
        box.addWidget(label(tr(N_("Fingerprint of the key that signed it")), "label", "2", wrap=True))
        box.addWidget(code(in_lines(edition.fingerprint, 4), "label"))


def legend() -> QWidget:
    """What the icons and lines of the chart mean."""
    flow = Flow(14)
    for glyph, words in MARKS.values():
        flow.addWidget(_sign(glyph, tr(words)))
    flow.addWidget(_sign("ph.arrow-elbow-down-right", tr(N_("to what waits; broken: one of several is enough"))))
    flow.addWidget(_sign("ph.circle-dashed", tr(N_("broken edge: only under a condition"))))
    return holder(flow)


def _sign(glyph: str, words: str) -> QWidget:
    return holder(row(Picture(glyph, "text2", 14), label(words, "small", "2"), gap=5))


def _add(box: QVBoxLayout, title: str, words: str) -> None:
    box.addSpacing(6)
    box.addWidget(heading(title))
    box.addWidget(label(words, "body", wrap=True))
