"""Roles as claims, and the acts that must not be held against somebody who was exploited."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.models import Claim, NonPunishment
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of, person_of
from workbench.services.people.checking import check_role, wrong
from workbench.services.people.listing import one_person
from workbench.services.rows import PersonRow
from workbench.store import Desk

# What stands in the place of a role when one merely ends.
ENDED = ""
FLAGGED, LIFTED = "flagged", "lifted"


def claim_role(
    desk: Desk, case: str, alias: str, *, role: str, basis: str, decided_by: str = "",
    since: datetime | None = None, ends: str | None = None, custody: str = "", evidence: Sequence[str] = (),
    status: str = "", decided_at: datetime | None = None, until: datetime | None = None,
) -> PersonRow:  # fmt: skip
    """Record a role; ``ends`` names the claim that it takes the place of. Earlier claims stay in the history.

    ``evidence`` are exhibits, statements and steps; ``status`` says how sure it is; ``until`` is for a role that has
    already ended. Raises ``Refusal`` for a claim that ends before it begins or lies in the future.
    """
    check_role(role, basis)
    now = desk.clock.now()
    since = texts.happened(since, now)
    decided_at = texts.happened(decided_at, now) if decided_at else None
    if status and status not in terms.CLAIM_STATES:
        raise wrong(N_("the state of the claim is not one of those offered"))
    if until is not None:
        until = texts.happened(until, now)
        if until < since:
            raise wrong(N_("a role cannot end before it began"))
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person_of(session, case_id, alias)
        _require_endable(session.get(Claim, ends) if ends else None, ends, case_id, alias, since)
    with desk.act(Act.CLAIM_ROLE, case_id, subject=f"{alias} {role}", reason=texts.several_lines(basis)) as session:
        made = claim(desk, case_id, alias, role, basis, decided_by, since, custody, ends, evidence=evidence)
        made.status, made.decided_at, made.until = status or None, decided_at, until
        session.add(made)
    return one_person(desk, case_id, alias)


def end_claim(
    desk: Desk, case: str, alias: str, claim_id: str, *, reason: str, decided_by: str = "",
    at: datetime | None = None,
) -> PersonRow:  # fmt: skip
    """Record that a role ended and none took its place, for instance when a guardian is replaced elsewhere."""
    if not texts.several_lines(reason):
        raise Refusal(Reason.REASON_NEEDED)
    at = texts.happened(at, desk.clock.now())
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person_of(session, case_id, alias)
        _require_endable(session.get(Claim, claim_id), claim_id, case_id, alias, at)
    with desk.act(Act.CLAIM_END, case_id, subject=alias, reason=texts.several_lines(reason)) as session:
        session.add(claim(desk, case_id, alias, ENDED, reason, decided_by, at, "", claim_id))
    return one_person(desk, case_id, alias)


def flag_non_punishment(
    desk: Desk, case: str, alias: str, *, acts: Mapping[str, str], link: str, against: str = "",
    evidence: Sequence[str] = (), decided_by: str = "", at: datetime | None = None,
) -> PersonRow:  # fmt: skip
    """Record which acts of a person must not be held against them, and how each is tied to the exploitation.

    ``acts`` are keys of ``terms.HELD_ACTS`` with words of their own (empty allowed); ``against`` are the facts that
    point the other way: the judge weighs both. The newest record of a person holds and follows them into every paper.
    """
    if not acts or not set(acts) <= set(terms.HELD_ACTS):
        raise wrong(N_("name the acts that could be held against the person"))
    if not texts.several_lines(link):
        raise Refusal(Reason.REASON_NEEDED)
    named = [{"act": key, "text": texts.several_lines(words)} for key, words in acts.items()]
    return _non_punishment(desk, case, alias, FLAGGED, named, link, against, evidence, decided_by, at, link)


def lift_non_punishment(
    desk: Desk, case: str, alias: str, *, reason: str, decided_by: str, at: datetime | None = None
) -> PersonRow:
    """Record that the flag no longer holds, by whose decision and why; what was recorded stays in the history."""
    if not texts.several_lines(reason):
        raise Refusal(Reason.REASON_NEEDED)
    return _non_punishment(desk, case, alias, LIFTED, [], "", "", (), decided_by, at, reason)


def _non_punishment(
    desk: Desk, case: str, alias: str, state: str, acts: list[dict[str, str]], link: str, against: str,
    evidence: Sequence[str], decided_by: str, at: datetime | None, reason: str,
) -> PersonRow:  # fmt: skip
    at = texts.happened(at, desk.clock.now())
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person_of(session, case_id, alias)
    why = texts.several_lines(reason)
    with desk.act(Act.NON_PUNISHMENT, case_id, subject=f"{alias} {state}", reason=why) as session:
        session.add(
            desk.stamp(
                NonPunishment(
                    case_id=case_id, alias=alias, state=state, acts=acts, link=texts.several_lines(link),
                    against=texts.several_lines(against), evidence=list(evidence), at=at,
                    decided_by=texts.one_line(decided_by) or desk.actor.name, reason=why,
                )
            )
        )  # fmt: skip
    return one_person(desk, case_id, alias)


def claim(
    desk: Desk, case_id: str, alias: str, role: str, basis: str, decided_by: str, since: datetime, custody: str,
    ends: str | None = None, *, evidence: Sequence[str] = (),
) -> Claim:  # fmt: skip
    """A claim, stamped and not yet written."""
    return desk.stamp(
        Claim(
            case_id=case_id, alias=alias, role=role, since=since, basis=texts.several_lines(basis),
            decided_by=texts.one_line(decided_by) or desk.actor.name, custody=custody, ends_id=ends,
            evidence=[texts.one_line(one, 80) for one in evidence] or None,
        )
    )  # fmt: skip


def _require_endable(
    ended: Claim | None, named: str | None, case_id: str, alias: str, since: datetime
) -> None:
    if named and (ended is None or ended.alias != alias or ended.case_id != case_id):
        raise wrong(N_("the role to end is not one of this person's"))
    if ended is not None and since < ended.since:
        raise wrong(N_("a role cannot end before it began"))
