"""What stands beside the card: links of the person, the plan for their safety, and who had the name shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services.rows import AuditRow, PersonRow
from workbench.services.world import EntityRow, LinkRow
from workbench.ui import theme
from workbench.ui.forms.written import write_day
from workbench.ui.icons import icon_dir
from workbench.ui.parts.arrange import card, column, row
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.texts import Elided, Picture, code, label
from workbench.ui.people.doing import Doing
from workbench.ui.state import moment, speaking, tr

MOST_REVEALS = 12
_GLYPHS = {"lives_with": "ph.users", "kin_of": "ph.users", "spouse_of": "ph.users", "parent_of": "ph.users"}


def beside(
    person: PersonRow, doing: Doing, links: Sequence[LinkRow], around: Mapping[str, EntityRow],
    reveals: Sequence[AuditRow], safety: QWidget | None = None,
) -> QVBoxLayout:  # fmt: skip
    """The panels under each other; ``safety`` is the plan for the safety of the person, where there is one."""
    made = column(_links(person, doing, links, around), gap=8)
    if safety is not None:
        made.addWidget(safety)
    made.addWidget(_reveals(reveals))
    made.addWidget(_protection(person, doing))
    return made


def link_words(link: LinkRow, end: str) -> str:
    """The kind of a link as it reads from one end."""
    back = link.b == end and link.a != end
    words = terms.LINKS_BACK.get(link.kind) if back else None
    return tr(words or terms.LINKS.get(link.kind, link.kind))


def _links(
    person: PersonRow, doing: Doing, links: Sequence[LinkRow], around: Mapping[str, EntityRow]
) -> QFrame:
    more = button(tr(N_("Link…")), lambda: doing.link(person), kind="quiet", glyph="ph.plus", name="add-link")
    made = card(row(label(tr(N_("Links")), "card"), None, more), gap=6, margins=(14, 6, 8, 10))
    made.setObjectName("links")
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    for link in links:
        box.addLayout(_link(person, doing, link, around))
    if not links:
        box.addWidget(label(tr(N_("No link is recorded yet.")), "label", "2", wrap=True))
    return made


def _link(person: PersonRow, doing: Doing, link: LinkRow, around: Mapping[str, EntityRow]) -> QLayout:
    other, over = link.other(person.alias), link.state == "ended"
    glyph = _GLYPHS.get(link.kind) or icon_dir("arrow", theme.rtl())
    words = link_words(link, person.alias)
    first = row(Picture(glyph, "text2", 16), gap=8)
    first.addWidget(Elided(words, "body", "2" if over else ""), 1)
    if other in around:
        first.addWidget(code(ltr(other), "label"))
    else:
        go = button(ltr(other), partial(doing.go, other), kind="quiet", name=f"go-{other}")
        go.setFont(theme.font("label", mono=True))
        first.addWidget(go)
    tip = tr(N_("Ended or never so…"))
    first.addWidget(icon_button("ph.link-break", tip, partial(doing.over, link), name=f"over-{link.ref}", size=15))
    said = [isolate(around[other].label)] if other in around else []
    said += [tr(terms.CERTAINTIES[link.certainty]), *_days(link), isolate(link.source)]
    second = label(("، " if theme.rtl() else ", ").join(said), "small", "2", wrap=True)
    second.setContentsMargins(*((0, 0, theme.px(24), 0) if theme.rtl() else (theme.px(24), 0, 0, 0)))
    return column(first, second, gap=0)


def _days(link: LinkRow) -> list[str]:
    since, until = _day(link.since_on), _day(link.until_on)
    if since and until:
        return [tr(N_("from {since} to {until}"), since=since, until=until)]
    if since:
        return [tr(N_("since {day}"), day=since)]
    return [tr(N_("until {day}"), day=until)] if until else []


def _day(stored: str) -> str:
    """A day, a month or a year as it is read."""
    parts = stored.split("-")
    if len(parts) == 3:
        return write_day(date.fromisoformat(stored), speaking())
    return speaking().in_digits("/".join(reversed(parts)))


def _reveals(found: Sequence[AuditRow]) -> QFrame:
    """Who had the name shown, when and why; newest first."""
    made = card(label(tr(N_("Log of shown names")), "card"), gap=6)
    made.setObjectName("reveals")
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    for entry in found[:MOST_REVEALS]:
        line = row(Picture("ph.eye", "text2", 16), gap=8)
        line.addWidget(Elided(isolate(entry.actor), "body"), 1)
        line.addWidget(label(moment(entry.at), "label", "2"))
        why = label(tr(N_("Reason: {why}"), why=isolate(entry.reason)), "label", "2", wrap=True)
        box.addLayout(column(line, why, gap=0))
    if len(found) > MOST_REVEALS:
        box.addWidget(label(tr(N_("{n} earlier ones stand in the log."), n=len(found) - MOST_REVEALS), "label", "2"))
    if not found:
        box.addWidget(label(tr(N_("The name was not shown to anybody yet.")), "label", "2", wrap=True))
    return made


def _protection(person: PersonRow, doing: Doing) -> QFrame:
    """Who it may be, photograph and seal: seldom used, so not in the head."""
    sealed = person.more.protection == "sealed"
    words = tr(N_("Take the seal off…")) if sealed else tr(N_("Seal identity…"))
    seal = button(words, lambda: doing.seal(person), kind="small", glyph="ph.lock", name="seal-person")
    photo = button(
        tr(N_("New photograph…")) if person.has_photo else tr(N_("Photograph…")), lambda: doing.photo(person),
        kind="small", glyph="ph.camera", name="photo-person",
    )  # fmt: skip
    kept = N_("Photograph: kept, shown only with the name.") if person.has_photo else N_("No photograph is kept.")
    made = card(label(tr(N_("Protection")), "card"), label(tr(kept), "label", "2", wrap=True), gap=8)
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    same = button(
        tr(N_("Same person?…")), lambda: doing.same(person), kind="small", glyph="ph.users", name="same-person"
    )
    for one in (same, photo, seal):
        box.addWidget(one, 0, Qt.AlignmentFlag.AlignLeading)
    return made
