"""What stands beside the table: an event with its source and its doubts, or an item as the file has it."""

from PySide6.QtWidgets import QFrame, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services.event_rows import EventRow
from workbench.services.readings import ItemRow
from workbench.ui.parts.arrange import Item, card, column, row
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import code, heading, label
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import moment
from workbench.ui.timeline import said

_ZONES = {
    "file": N_("The file says in which time zone."),
    "chosen": N_("The time zone was chosen by hand."),
    "assumed": N_("The time zone was assumed: that of the procedure."),
}
_KNOWN = {
    "number": N_("known by the number"),
    "contact": N_("known only by the name in somebody's contacts"),
}


def of_event(one: EventRow, *actions: QWidget) -> QFrame:
    """An event with everything that is known of it."""
    items: list[Item] = [
        row(code(ltr(one.ref)), None, Chip(tr(terms.EVENTS.get(one.kind, one.kind))), gap=8),
        label(said.when(one), "card"),
    ]
    if one.ends is not None:
        items.append(label(tr(N_("until {at}"), at=moment(one.ends)), "label", "2"))
    elif one.until:
        items.append(label(tr(N_("and {at}"), at=ltr(one.until.replace("T", " "))), "label", "2"))
    items.append(label(isolate(one.text), "body", wrap=True))
    if one.place:
        items.append(label(tr(N_("Place: {place}"), place=isolate(one.place)), "label", "2", wrap=True))
    for each in one.parties:
        called = said.called(each.code, each.name)
        words = tr(N_("{part}: {who}"), part=tr(terms.PARTS[each.part]), who=called)
        items.append(label(words, "label", wrap=True))
    items += [4, heading(tr(N_("Source"))), label(tr(terms.SOURCES[one.source_kind]), "label", "2")]
    items.append(label(isolate(one.source), "body", wrap=True))
    if one.source_place:
        items.append(label(isolate(one.source_place), "label", "2", wrap=True))
    if one.source_digest:
        items.append(label(tr(N_("Fingerprint of what was read")), "label", "2"))
        items.append(code(ltr(one.source_digest[:16]), "label"))
    items += _doubts(one.doubts_said(speaking()))
    items.append(label(tr(N_("Recorded by {name}"), name=isolate(one.by)), "label", "2"))
    if one.entries > 1:
        words = speaking().say_many("{n} entry, never deleted", "{n} entries, never deleted", one.entries)
        items.append(label(words, "label", "2"))
    if one.withdrawn:
        items.append(label(tr(N_("Taken off: {reason}"), reason=isolate(one.reason)), "label", "late", wrap=True))
    return card(*items, 4, row(*actions, None, gap=8), gap=5)


def of_item(one: ItemRow, *actions: QWidget) -> QFrame:
    """Something that was read, as the file has it."""
    items: list[Item] = [
        row(code(ltr(one.exhibit)), None, Chip(tr(said.KINDS.get(one.kind, one.kind))), gap=8),
        label(said.when(one), "card"),
    ]
    if one.moment is not None:
        items.append(label(tr(_ZONES[one.zone_by]), "label", "2", wrap=True))
    if one.sender:
        known = tr(_KNOWN[one.who_by]) if one.who_by else ""
        items.append(label(tr(N_("From: {who}"), who=said.called(one.who, one.sender)), "label", wrap=True))
        if known:
            items.append(label(known, "label", "2", wrap=True))
    if one.to:
        to = zip(one.to_who, one.to, strict=False)
        listed = tr(N_(", ")).join(said.called(who, name) for who, name in to)
        items.append(label(tr(N_("To: {who}"), who=listed), "label", wrap=True))
    items.append(label(isolate(one.text[:2000]), "body", wrap=True))
    items += [4, heading(tr(N_("Source"))), label(isolate(one.file_name), "label", "2", wrap=True)]
    items.append(label(isolate(one.place), "label", "2", wrap=True))
    items += _doubts(one.doubts_said(speaking()))
    if one.event:
        items.append(Chip(tr(N_("On the timeline as {event}"), event=ltr(one.event)), "ok", "ph.check"))
    return card(*items, 4, row(*actions, None, gap=8), gap=5)


def _doubts(doubts: tuple[str, ...]) -> list[Item]:
    if not doubts:
        return []
    return [4, heading(tr(N_("Doubtful"))), column(*(label(isolate(one), "label", wrap=True) for one in doubts), gap=2)]
