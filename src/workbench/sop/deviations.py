"""Deviations: where a case left the procedure, why, who answers for it, and whether a second person agreed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.sop.deadlines import Due, DueState
from workbench.sop.model import Pack, Step
from workbench.sop.progress import Record, StepState
from workbench.sop.rules import StepSettled, leaves

EARLY, OVERRIDE = "early", "override"
EXPLAINED = "explained"


class Deviated(StrEnum):
    """How a case left the procedure; ``override`` passed a gate that protects a person, to save a life."""

    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"
    EARLY = "early"
    OVERRIDE = "override"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Approval:
    """What a second person said of a deviation: ``approved`` or ``refused``, by whom, when (UTC), why.

    ``explained`` is no verdict: it is the reason for being late, given afterwards by anybody.
    """

    ref: str
    verdict: str
    by: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One line of the register.

    ``ref`` names it for approval: the id of its record, or ``late STEP INDEX SUBJECT``. ``standing`` is false
    once the step was reopened. ``needs_second`` says whether a second person must look at it; ``second`` is what
    that person said, None while nobody has.
    """

    ref: str
    step: str
    kind: Deviated
    at: datetime
    by: str
    reason: str
    subject: str = ""
    standing: bool = True
    needs_second: bool = False
    second: Approval | None = None

    @property
    def awaiting(self) -> bool:
        """Whether a second person must still look at it."""
        return self.standing and self.needs_second and self.second is None


def deviations(
    pack: Pack, records: Sequence[Record], dues: Iterable[Due], approvals: Iterable[Approval] = ()
) -> tuple[Deviation, ...]:
    """The register of a case, oldest first. ``records`` are the whole history, oldest first; the newest approval
    of a deviation holds."""
    newest = {record.step: record for record in records}
    told = tuple(approvals)
    said = {one.ref: one for one in told if one.verdict != EXPLAINED}
    explained = {one.ref: one for one in told if one.verdict == EXPLAINED}
    gates = (step.gate for step in pack.steps.values())
    waited_for = {leaf.key for gate in gates for leaf in leaves(gate) if isinstance(leaf, StepSettled)}
    found = []
    asked: dict[str, Record] = {}
    for record in records:
        kind = _kind(record)
        if kind is not None:
            second = said.get(record.ref) or _asker(asked.get(record.step), record)
            found.append(
                Deviation(
                    record.ref, record.step, kind, record.at, record.by, record.reason,
                    standing=newest[record.step] is record,
                    needs_second=_needs_second(pack.steps.get(record.step), kind, waited_for), second=second,
                )
            )  # fmt: skip
        if record.state == StepState.ASKED:
            asked[record.step] = record
        elif record.state != StepState.ASKED and kind is None:
            asked.pop(record.step, None)
    late = [one for one in dues if one.state is DueState.LATE and one.settled_at is not None]
    found += [_late(one, newest, said, explained) for one in late]
    return tuple(sorted(found, key=lambda one: one.at))


def _kind(record: Record) -> Deviated | None:
    if record.state == StepState.NOT_APPLICABLE:
        return Deviated.NOT_APPLICABLE
    if record.state == StepState.WAIVED:
        return Deviated.WAIVED
    if record.state == StepState.DONE and record.passed:
        return Deviated(record.passed)
    return None


def _asker(asked: Record | None, record: Record) -> Approval | None:
    """A waiver that somebody else had asked for has two people behind it."""
    if asked is None or record.state != StepState.WAIVED or asked.by == record.by:
        return None
    return Approval(record.ref, "approved", record.by, record.at, record.reason)


def _needs_second(step: Step | None, kind: Deviated, waited_for: set[str]) -> bool:
    if kind is Deviated.NOT_APPLICABLE:
        # Setting aside what others wait for, or what protects a person, opens a way past it.
        return step is not None and (not step.waivable or step.safety or step.key in waited_for)
    return kind is not Deviated.LATE


def _late(
    due: Due, newest: Mapping[str, Record], said: Mapping[str, Approval], explained: Mapping[str, Approval]
) -> Deviation:
    assert due.settled_at is not None
    ref = f"late {due.step} {due.index} {due.subject}".rstrip()
    by, reason = _lateness(due, newest.get(due.step))
    if ref in explained:
        by, reason = explained[ref].by, explained[ref].reason
    return Deviation(
        ref, due.step, Deviated.LATE, due.settled_at, by, reason, due.subject, second=said.get(ref)
    )  # fmt: skip


def _lateness(due: Due, record: Record | None) -> tuple[str, str]:
    """Who recorded what came late, and the reason that was given with it."""
    if due.met is not None:
        return due.met.by, due.met.reason
    if record is None:
        return "", ""
    return record.by, record.reason if record.state == StepState.DONE and not record.passed else ""
