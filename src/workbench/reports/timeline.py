"""The timeline: every event of the case in the order of time, with its source and what is doubtful of it."""

from datetime import date

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier
from workbench.reports.furniture import integrity, letterhead
from workbench.reports.sheet import Sheet
from workbench.reports.timed import Happened, Party
from workbench.reports.typeset import Block, Stack

TITLE = N_("Timeline")
_ORDER = N_(
    "Events stand by the earliest moment at which each can have been. What is known only as a day, month or year is "
    "written so. Every event names its source; a doubt does not say that it was not so."
)


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the timeline."""
    events = dossier.timed.events
    none: Block = sheet.text(sheet.say(N_("No event was recorded yet.")), sheet.quiet)
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        sheet.text(sheet.say(_ORDER), sheet.quiet),
        sheet.pairs(
            [
                (N_("Case number"), sheet.text(ltr(dossier.case.number), sheet.strong)),
                (N_("Events"), sheet.text(sheet.language.number(len(events)))),
                (N_("Times are those of"), sheet.text(ltr(dossier.zone))),
                (N_("Written by"), dossier.made_by),
            ],
            columns=2, share=0.36,
        ),
        sheet.section(N_("Events in the order of time"), _table(sheet, events) if events else none),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]  # fmt: skip


def _table(sheet: Sheet, events: tuple[Happened, ...]) -> Block:
    head = [N_("No."), N_("When"), N_("What happened"), N_("Who"), N_("Source")]
    return sheet.table((0.09, 0.16, 0.34, 0.18, 0.23), head, [_row(sheet, one) for one in events])


def _row(sheet: Sheet, one: Happened) -> list[Block]:
    kind = sheet.text(sheet.term(terms.EVENTS, one.kind), sheet.label)
    what: list[Block] = [kind, sheet.written(one.text, sheet.small, where=ltr(one.ref))]
    if one.place:
        what.append(sheet.text(sheet.say(N_("Place: {place}"), place=isolate(one.place)), sheet.small))
    if one.doubts:
        doubts = sheet.comma.join(isolate(each) for each in one.doubts)
        what.append(sheet.text(sheet.say(N_("Doubtful: {doubts}"), doubts=doubts), sheet.quiet))
    source: list[Block] = [sheet.text(sheet.term(terms.SOURCES, one.source_kind), sheet.quiet)]
    source += [sheet.written(each, sheet.small, where=ltr(one.ref)) for each in (one.source, one.source_place) if each]
    who = [sheet.text(_party(sheet, each), sheet.small) for each in one.parties]
    return [
        sheet.text(ltr(one.ref), sheet.number), Stack(*_when(sheet, one)), Stack(*what),
        Stack(*who) if who else sheet.text(""), Stack(*source),
    ]  # fmt: skip


def _party(sheet: Sheet, one: Party) -> str:
    called = " ".join([*([ltr(one.code)] if one.code else []), *([isolate(one.name)] if one.name else [])])
    return sheet.say(N_("{part}: {who}"), part=sheet.term(terms.PARTS, one.part), who=called)


def _when(sheet: Sheet, one: Happened) -> list[Block]:
    lines = [moment(sheet, one)]
    if one.ends is not None:
        lines.append(sheet.say(N_("until {at}"), at=sheet.moment(one.ends)))
    elif one.until:
        lines.append(sheet.say(N_("and {at}"), at=ltr(one.until.replace("T", " "))))
    return [sheet.text(each, sheet.small) for each in lines]


def moment(sheet: Sheet, one: Happened) -> str:
    """When it was, as exactly as it is known."""
    if one.exact in ("minute", "second"):
        return sheet.moment(one.first)
    if one.exact == "day":
        return sheet.language.day(date.fromisoformat(one.told[:10]))
    return ltr(one.told)
