"""The register of deviations: listed, explained where something was late, and looked at by a second person."""

from collections.abc import Iterable, Mapping

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.models import DeviationApproval
from workbench.security import Act
from workbench.services import texts
from workbench.services.cases import members
from workbench.services.finding import case_of
from workbench.services.rows import DeviationRow
from workbench.services.standing import standing
from workbench.sop import EXPLAINED, Deviated, Deviation, Pack, Step
from workbench.store import Desk

VERDICTS = ("approved", "refused")


def register(desk: Desk, case: str, tag: str) -> tuple[DeviationRow, ...]:
    """The register of a case, oldest first."""
    with desk.reading() as session:
        found = case_of(session, case)
        stands = standing(session, found, desk.clock.now(), members(session))
        return register_rows(stands.deviations, stands.pack.shown_in(tag))


def approve(desk: Desk, case: str, ref: str, *, verdict: str = "approved", reason: str) -> None:
    """Say as a second person whether a deviation was right; whoever recorded it cannot say so alone."""
    desk.require(Act.DEVIATION_APPROVE)
    reason = texts.several_lines(reason)
    if not reason or verdict not in VERDICTS:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.reading() as session:
        found = case_of(session, case)
        stands = standing(session, found, desk.clock.now(), members(session))
        author = next((row.created_by for row in stands.known.rows if row.id == ref), "")
    line = next((one for one in stands.deviations if one.ref == ref and one.awaiting), None)
    if line is None:
        raise Refusal(Reason.DEVIATION_UNKNOWN, deviation=ltr(ref))
    if author == desk.actor.user_id:
        raise Refusal(Reason.SECOND_PERSON_NEEDED)
    with desk.act(Act.DEVIATION_APPROVE, found.id, subject=f"{line.step} {verdict}", reason=reason) as session:
        session.add(
            desk.stamp(DeviationApproval(case_id=found.id, ref=ref, verdict=verdict, reason=reason))
        )


def explain(desk: Desk, case: str, ref: str, *, reason: str) -> None:
    """Say afterwards why something was late; the newest reason holds, the earlier ones stay in the log."""
    desk.require(Act.DEVIATION_EXPLAIN)
    reason = texts.several_lines(reason)
    if not reason:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.reading() as session:
        found = case_of(session, case)
        register = standing(session, found, desk.clock.now(), members(session)).deviations
    line = next((one for one in register if one.ref == ref and one.kind is Deviated.LATE), None)
    if line is None:
        raise Refusal(Reason.LATENESS_UNKNOWN, deviation=ltr(ref))
    with desk.act(Act.DEVIATION_EXPLAIN, found.id, subject=line.step, reason=reason) as session:
        session.add(
            desk.stamp(DeviationApproval(case_id=found.id, ref=ref, verdict=EXPLAINED, reason=reason))
        )


def register_rows(
    register: Iterable[Deviation], pack: Pack, recorded_as: Mapping[str, Step] | None = None
) -> tuple[DeviationRow, ...]:
    """The register as rows; ``pack`` is in the language of the reader, ``recorded_as`` are steps of other editions."""
    steps = {**(recorded_as or {}), **pack.steps}
    return tuple(
        DeviationRow(
            ref=one.ref, step=one.step, title=steps[one.step].title if one.step in steps else "",
            kind=one.kind.value, at=one.at, by=one.by, reason=one.reason, subject=one.subject, standing=one.standing,
            awaiting=one.awaiting, verdict=one.second.verdict if one.second else "",
            second_by=one.second.by if one.second else "", second_at=one.second.at if one.second else None,
            second_reason=one.second.reason if one.second else "",
        )
        for one in register
    )  # fmt: skip
