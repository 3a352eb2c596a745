"""Deadlines on paper: by which rule, when each began and was due, whether it was kept, and who extended it."""

from collections.abc import Iterable, Sequence

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Deadline, Kept
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Headed, Stack

_LATE = "late"


def deadlines(sheet: Sheet, found: Iterable[Deadline]) -> list[Block]:
    """One table for each rule, with a row for each time it ran; the words that none runs if there is none."""
    groups: dict[tuple[object, ...], list[Deadline]] = {}
    for one in found:
        groups.setdefault((one.step, one.rule, one.clock, one.basis, one.source), []).append(one)
    if not groups:
        return [sheet.text(sheet.say(N_("No deadline has begun to run.")))]
    note = sheet.say(N_("Days and times are those of {zone}."), zone=ltr(sheet.zone))
    return [sheet.text(note, sheet.quiet), *(_group(sheet, members) for members in groups.values())]


def _group(sheet: Sheet, members: Sequence[Deadline]) -> Block:
    """A rule in words with what it rests on, then whom it ran for."""
    one = members[0]
    lines = [sheet.text(f"{ltr(one.step)} {isolate(one.title)}", sheet.strong)]
    lines += [sheet.text(isolate(one.rule), sheet.small)] if one.rule else []
    lines += [sheet.text(isolate(one.clock), sheet.quiet)] if one.clock else []
    basis, source = sheet.term(terms.BASES, one.basis), one.source
    if source is None:
        lines.append(sheet.text(basis, sheet.small))
    else:
        parts = [basis, isolate(source.name), isolate(source.place), sheet.term(terms.MARKS, source.mark)]
        unread = source.mark == "GK"
        lines.append(sheet.text(sheet.comma.join(filter(None, parts)), sheet.label if unread else sheet.small))
    head = [N_("Person"), N_("Began"), N_("Due"), N_("Kept or not")]
    table = sheet.table((0.12, 0.21, 0.33, 0.34), head, [_row(sheet, each) for each in members], before=3)
    return Headed(Stack(*lines, unbroken=True), table, before=10)


def _row(sheet: Sheet, one: Deadline) -> list[Block]:
    longer = [_extended(sheet, kept) for kept in one.kept if kept.what == "extended"]
    return [
        sheet.text(ltr(one.subject) or "–", sheet.small), sheet.text(sheet.moment(one.start_at), sheet.small),
        Stack(sheet.text(sheet.moment(one.due_at), sheet.label), *longer), _state(sheet, one),
    ]  # fmt: skip


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
    when = f"{sheet.comma}{sheet.moment(one.settled_at)}" if one.settled_at is not None else ""
    lines: list[Block] = [sheet.text(words + when, sheet.label if one.state == _LATE else sheet.small)]
    met = next((kept for kept in one.kept if kept.what == "met"), None)
    if met is not None:
        lines.append(sheet.text(sheet.say(N_("recorded by {name}"), name=met.by), sheet.quiet))
    reason = one.reason if late or met is None else met.reason
    if reason.strip():
        lines.append(sheet.written(reason, sheet.small, where=ltr(one.step)))
    elif late:
        lines.append(sheet.text(sheet.say(N_("no reason was given")), sheet.quiet))
    return Stack(*lines)
