"""Deadlines on paper: when each began and was due, by which rule, whether it was kept, and who extended it."""

from collections.abc import Iterable

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Deadline, Kept
from workbench.reports.orders import basis
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Stack

_LATE = "late"


def deadlines(sheet: Sheet, found: Iterable[Deadline]) -> Block:
    """The deadlines as a table, or the words that none runs; first whose clock it is."""
    rows = [_row(sheet, one) for one in found]
    if not rows:
        return sheet.text(sheet.say(N_("No deadline has begun to run.")))
    note = sheet.say(N_("Days and times are those of {zone}."), zone=ltr(sheet.zone))
    head = [N_("Step and rule"), N_("Basis"), N_("Began and due"), N_("Kept or not")]
    return Stack(sheet.text(note, sheet.quiet), sheet.table((0.33, 0.21, 0.23, 0.23), head, rows))


def _row(sheet: Sheet, one: Deadline) -> list[Block]:
    what = [sheet.text(f"{ltr(one.step)} {isolate(one.title)}", sheet.label)]
    if one.subject:
        what.append(sheet.text(sheet.say(N_("Person: {code}"), code=ltr(one.subject)), sheet.small))
    what += [sheet.text(isolate(one.rule), sheet.small)] if one.rule else []
    what += [sheet.text(isolate(one.clock), sheet.quiet)] if one.clock else []
    rests = sheet.text(sheet.term(terms.BASES, one.basis), sheet.label)
    runs = [
        sheet.text(sheet.say(N_("began {at}"), at=sheet.moment(one.start_at)), sheet.small),
        sheet.text(sheet.say(N_("due {at}"), at=sheet.moment(one.due_at)), sheet.label),
    ]
    longer = [_extended(sheet, kept) for kept in one.kept if kept.what == "extended"]
    return [Stack(*what), Stack(rests, *basis(sheet, one.source)), Stack(*runs, *longer), _state(sheet, one)]


def _extended(sheet: Sheet, kept: Kept) -> Block:
    hours = sheet.language.say_many("{n} hour", "{n} hours", round(kept.minutes / 60))
    words = sheet.say(
        N_("extended by {length} on {at}, recorded by {name}"), length=hours, at=sheet.moment(kept.at), name=kept.by
    )
    lines: list[Block] = [sheet.text(words, sheet.small)]
    if kept.number:
        lines.append(sheet.text(sheet.say(N_("Number: {number}"), number=ltr(kept.number)), sheet.small))
    return Stack(*lines, sheet.written(kept.reason, sheet.quiet))


def _state(sheet: Sheet, one: Deadline) -> Block:
    """Whether it was kept, when, and why not."""
    late = one.state == _LATE and one.settled_at is not None
    words = sheet.say(N_("late")) if late else sheet.term(terms.DEADLINES, one.state)
    lines: list[Block] = [sheet.text(words, sheet.label if one.state == _LATE else sheet.small)]
    if one.settled_at is not None:
        lines.append(sheet.text(sheet.moment(one.settled_at), sheet.small))
    met = next((kept for kept in one.kept if kept.what == "met"), None)
    if met is not None:
        lines.append(sheet.text(sheet.say(N_("recorded by {name}"), name=met.by), sheet.quiet))
    reason = one.reason if late or met is None else met.reason
    if reason.strip():
        lines.append(sheet.written(reason, sheet.small, where=ltr(one.step)))
    elif late:
        lines.append(sheet.text(sheet.say(N_("no reason was given")), sheet.quiet))
    return Stack(*lines)
