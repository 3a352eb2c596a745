"""Referrals: a person sent to a service with the least that it must know, and followed until it is over."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, Language, ltr
from workbench.models import Referral
from workbench.security import Act
from workbench.services import texts
from workbench.services.care.checking import (
    codes_of,
    day_ahead,
    happened,
    person_in,
    require_choice,
    require_words,
    today,
)
from workbench.services.care.consents import consent_rows
from workbench.services.care.offered import offered, require_known
from workbench.services.care.rows import ConsentRow, ReferralEntryRow, ReferralRow
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.store import Desk

MADE, SENT, ACCEPTED, DECLINED, ARRIVED, FOLLOWED_UP, CLOSED = terms.REFERRALS
# What can follow what. Declined is an end too, but somebody must still say what was done instead.
NEXT: dict[str, tuple[str, ...]] = {
    MADE: (SENT, CLOSED), SENT: (ACCEPTED, DECLINED, CLOSED), ACCEPTED: (ARRIVED, DECLINED, CLOSED),
    DECLINED: (CLOSED,), ARRIVED: (FOLLOWED_UP, CLOSED), FOLLOWED_UP: (FOLLOWED_UP, CLOSED), CLOSED: (),
}  # fmt: skip
# What passes something on about the person; it needs a consent that still stands.
_PASSES_ON = frozenset({SENT})
# A consent to be referred covers every service; one to be treated covers health alone.
_PURPOSES = {"referral": None, "sharing": None, "medical": "health"}


def make_referral(
    desk: Desk, case: str, alias: str, *, service: str, provider: str, shared: str, urgency: str = "days",
    consent_ref: str = "", basis: str = "", focal_point: str = "", transport: str = "", follow_up_on: str = "",
    note: str = "", at: datetime | None = None,
) -> ReferralRow:  # fmt: skip
    """Refer a person to a service; it gets the next number of the case.

    It rests on a standing consent to be referred to this very provider (found by itself if none is named), or on a
    ``basis`` in law in words. ``shared`` is everything that the provider is told. Raises ``Refusal`` otherwise.
    """
    desk.require(Act.REFERRAL_MAKE)
    require_known(service, offered().services)
    require_choice(urgency, terms.URGENCIES)
    at, day = texts.happened(at, desk.clock.now()), today(desk)
    provider, basis = texts.one_line(provider, 200), texts.several_lines(basis)
    require_words([(N_("who is asked to help"), provider), (N_("what is passed on, and no more than that"), shared)])
    ahead = day_ahead(follow_up_on, day)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        alias = person_in(session, case_id, alias, day).alias
        consents = consent_rows(session, case_id, alias, members(session))
    covering = _covering(consents, service, provider)
    if consent_ref and consent_ref not in {one.ref for one in consents}:
        raise Refusal(Reason.CONSENT_UNKNOWN, consent=ltr(consent_ref), example=ltr("C-01"))
    rests_on = next((ref for ref in covering if ref == consent_ref or not consent_ref), "")
    if not rests_on and not basis:
        raise Refusal(Reason.REFERRAL_WITHOUT_CONSENT, person=ltr(alias), recipient=provider)
    with desk.act(Act.REFERRAL_MAKE, case_id, subject=f"{alias} {service}", reason=basis) as session:
        entry = Referral(
            case_id=case_id, ref=_next_ref(session, case_id), alias=alias, service=service, state=MADE, at=at,
            provider=provider, focal_point=texts.one_line(focal_point, 200), urgency=urgency, consent_ref=rests_on,
            basis=basis, shared=texts.several_lines(shared), transport=texts.one_line(transport, 300),
            follow_up_on=ahead, note=texts.several_lines(note),
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return one_referral(desk, case_id, entry.ref)


def follow_referral(
    desk: Desk, case: str, ref: str, *, state: str, note: str = "", follow_up_on: str = "", at: datetime | None = None
) -> ReferralRow:
    """Record what became of a referral: sent, accepted or declined, arrived, followed up, closed.

    Declined, followed up and closed say how in ``note``. Raises ``Refusal`` for what cannot follow, and for sending
    what the person no longer agrees to.
    """
    desk.require(Act.REFERRAL_FOLLOW)
    require_choice(state, terms.REFERRALS)
    ahead = day_ahead(follow_up_on, today(desk))
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        row = next((one for one in referral_rows(session, case_id, "", members(session)) if one.ref == ref), None)
    if row is None:
        raise Refusal(Reason.REFERRAL_UNKNOWN, referral=ltr(ref), example=ltr("R-01"))
    if state not in NEXT[row.state]:
        raise Refusal(
            Reason.REFERRAL_TURN, referral=ltr(ref), now=_spoken(row.state), wanted=_spoken(state),
            can=tuple(map(_spoken, NEXT[row.state])) or (ltr("–"),),
        )  # fmt: skip
    if state in _PASSES_ON and not row.covered:
        raise Refusal(Reason.REFERRAL_WITHOUT_CONSENT, person=ltr(row.alias), recipient=row.provider)
    if state in (DECLINED, FOLLOWED_UP, CLOSED):
        require_words([(N_("how it stands with the person"), note)])
    at = happened(at, desk.clock.now(), row.last.at)
    with desk.act(Act.REFERRAL_FOLLOW, case_id, subject=f"{row.alias} {ref} {state}") as session:
        entry = Referral(
            case_id=case_id, ref=ref, alias=row.alias, service=row.service, state=state, at=at, provider=row.provider,
            focal_point=row.focal_point, urgency=row.urgency, consent_ref=row.consent_ref, basis=row.basis,
            shared=row.shared, transport=row.transport, follow_up_on=ahead, note=texts.several_lines(note),
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return one_referral(desk, case_id, ref)


def list_referrals(desk: Desk, case: str, alias: str = "") -> tuple[ReferralRow, ...]:
    """The referrals of a case, or of one person in it, in the order of their numbers."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        kept = person_in(session, case_id, alias, today(desk), alive=False).alias if alias else ""
        return referral_rows(session, case_id, kept, members(session))


def one_referral(desk: Desk, case_id: str, ref: str) -> ReferralRow:
    """The referral of a number that there is."""
    return next(one for one in list_referrals(desk, case_id) if one.ref == ref)


def referral_rows(
    session: Session, case_id: str, alias: str, names: Mapping[str, str]
) -> tuple[ReferralRow, ...]:
    """The referrals of a case, each with its entries; of one person if a code is given."""
    wanted = select(Referral).where(Referral.case_id == case_id).order_by(Referral.created_at, Referral.id)
    if alias:
        wanted = wanted.where(Referral.alias.in_(codes_of(session, case_id, alias)))
    found: dict[str, list[Referral]] = {}
    for one in session.scalars(wanted):
        found.setdefault(one.ref, []).append(one)
    standing = {one.ref for one in consent_rows(session, case_id, alias, dict(names)) if one.stands}
    return tuple(_row(ref, rows, standing, names) for ref, rows in sorted(found.items()))


def late_follow_ups(rows: tuple[ReferralRow, ...], day: date) -> tuple[ReferralRow, ...]:
    """The referrals that somebody promised to look after and did not."""
    return tuple(one for one in rows if one.open and one.last.follow_up_on and one.last.follow_up_on < day.isoformat())


def _row(ref: str, rows: list[Referral], standing: set[str], names: Mapping[str, str]) -> ReferralRow:
    first = rows[0]
    return ReferralRow(
        ref=ref, alias=first.alias, service=first.service, provider=first.provider, focal_point=first.focal_point,
        urgency=first.urgency, consent_ref=first.consent_ref, basis=first.basis, shared=first.shared,
        transport=first.transport, covered=bool(first.basis) or first.consent_ref in standing,
        entries=tuple(
            ReferralEntryRow(
                one.state, one.at, names.get(one.created_by, ""), one.created_at, one.note, one.follow_up_on
            )
            for one in rows
        ),
    )  # fmt: skip


def _covering(consents: tuple[ConsentRow, ...], service: str, provider: str) -> list[str]:
    """The consents that stand and cover this service of this provider."""
    return [
        one.ref for one in consents
        if one.stands and one.purpose in _PURPOSES and _PURPOSES[one.purpose] in (None, service)
        and one.recipient.casefold() == provider.casefold()
    ]  # fmt: skip


def _spoken(state: str) -> object:
    def say(language: Language) -> str:
        return language.say(terms.REFERRALS[state])

    return say


def _next_ref(session: Session, case_id: str) -> str:
    taken = set(session.scalars(select(Referral.ref).where(Referral.case_id == case_id)))
    return f"R-{len(taken) + 1:02}"
