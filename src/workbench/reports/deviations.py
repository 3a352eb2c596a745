"""Deviations on paper: where the procedure was left, why, and what a second person said of it."""

from collections.abc import Iterable

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Deviation
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Stack

OVERRIDE = "override"
_SHARES = (0.25, 0.15, 0.17, 0.23, 0.2)


def deviations(sheet: Sheet, found: Iterable[Deviation]) -> Block:
    """The deviations as a table, or the words that there is none."""
    rows = [_row(sheet, one) for one in found]
    if not rows:
        return sheet.text(sheet.say(N_("None has been recorded.")))
    head = [N_("Step"), N_("Deviation"), N_("Who and when"), N_("Reason"), N_("Second person")]
    return sheet.table(_SHARES, head, rows)


def awaits(one: Deviation) -> bool:
    """Whether a second person must still look at it."""
    return one.standing and one.needs_second and not one.second


def _row(sheet: Sheet, one: Deviation) -> list[Block]:
    where = ltr(one.step)
    what = [sheet.text(where, sheet.label), sheet.text(isolate(one.title), sheet.small)]
    if one.subject:
        what.append(sheet.text(sheet.say(N_("Person: {code}"), code=ltr(one.subject)), sheet.small))
    kind = [sheet.text(sheet.term(terms.STEPS, one.kind), sheet.label if one.kind == OVERRIDE else sheet.small)]
    if not one.standing:
        kind.append(sheet.text(sheet.say(N_("no longer stands: the step was reopened")), sheet.quiet))
    who = [sheet.text(isolate(one.by), sheet.small)] if one.by else []
    return [
        Stack(*what), Stack(*kind), Stack(*who, sheet.text(sheet.moment(one.at), sheet.quiet)),
        _reason(sheet, one.reason, where), _second(sheet, one),
    ]  # fmt: skip


def _reason(sheet: Sheet, reason: str, where: str) -> Block:
    if not reason.strip():
        return sheet.text(sheet.say(N_("no reason was given")), sheet.quiet)
    return sheet.written(reason, sheet.small, where=where)


def _second(sheet: Sheet, one: Deviation) -> Block:
    if awaits(one):
        return sheet.text(sheet.say(N_("waits for a second person")), sheet.label)
    if not one.second:
        return sheet.text(sheet.say(N_("none needed")) if not one.needs_second else "–", sheet.quiet)
    lines: list[Block] = [
        sheet.text(sheet.term(terms.VERDICTS, one.second), sheet.label),
        sheet.text(isolate(one.second_by), sheet.small), sheet.text(sheet.moment(one.second_at), sheet.quiet),
    ]  # fmt: skip
    if one.second_reason.strip():
        lines.append(sheet.written(one.second_reason, sheet.small, where=ltr(one.step)))
    return Stack(*lines)
