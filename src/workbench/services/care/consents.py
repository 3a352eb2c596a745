"""Consents: asked for one purpose and one recipient, in the person's language; they can be taken back at any time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.models import Consent
from workbench.security import Act
from workbench.services import texts
from workbench.services.care.apart import Apart
from workbench.services.care.checking import (
    codes_of,
    happened,
    person_in,
    require_choice,
    require_words,
    today,
    wrong,
)
from workbench.services.care.offered import digest, offered, require_known
from workbench.services.care.rows import ConsentEntryRow, ConsentRow
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.services.people import people_rows
from workbench.services.rows import PersonRow
from workbench.sop import SUSPECT_ROLES
from workbench.store import Desk

SELF = "self"
GIVEN, LIMITED, REFUSED, WITHDRAWN, LEGAL_BASIS = "given", "limited", "refused", "withdrawn", "legal_basis"
ASKED = (GIVEN, LIMITED, REFUSED, LEGAL_BASIS)


@dataclass(frozen=True, slots=True)
class Explained:
    """How it was explained before it was answered: the words used, who read them, and whether they were understood."""

    explained: str = ""
    language: str = ""
    read_by: str = ""
    interpreter: str = ""
    understood: str = "unknown"  # said back in own words
    witness: str = ""
    text_version: str = ""  # of the paper that was read; the rules of the program if none is named


def record_consent(
    desk: Desk, case: str, alias: str, *, purpose: str, recipient: str, state: str, how: Explained,
    at: datetime | None = None, place: str = "", limits: str = "", given_by: str = SELF, assent: str = "",
    reason: str = "",
) -> ConsentRow:  # fmt: skip
    """Record what a person answered to one purpose and one recipient; it gets the next number of the case.

    ``given_by`` is ``self`` or the code of the guardian, ``assent`` the child's own agreement. Where consent is not
    the basis, ``state`` is ``legal_basis`` and ``reason`` names the law or the order. Raises ``Refusal`` for what
    was not explained, not understood, or agreed by somebody who cannot.
    """
    desk.require(Act.CONSENT_RECORD)
    require_known(purpose, offered().consents)
    require_choice(state, ASKED)
    require_choice(how.understood, terms.YES_NO)
    at, day = texts.happened(at, desk.clock.now()), today(desk)
    recipient, limits, reason = texts.one_line(recipient, 200), texts.several_lines(limits), texts.several_lines(reason)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person = person_in(session, case_id, alias, day)
        people = people_rows(session, case_id, day)
        rows = consent_rows(session, case_id, person.alias, members(session))
    _require_new(rows, person.alias, purpose, recipient)
    if state == LEGAL_BASIS:
        require_words([(N_("recipient"), recipient), (N_("basis in law"), reason)])
    else:
        _require_explained(person, how, recipient, limits, state)
        _require_entitled(person, people, state, given_by, assent)
        Apart(people, {}).require_not_suspect(how.interpreter)
    with desk.act(Act.CONSENT_RECORD, case_id, subject=f"{person.alias} {purpose} {state}", reason=reason) as session:
        entry = Consent(
            case_id=case_id, ref=_next_ref(session, case_id), alias=person.alias, purpose=purpose, recipient=recipient,
            state=state, at=at, place=texts.one_line(place), limits=limits, given_by=given_by, assent=assent,
            reason=reason, **_how(how),
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return one_consent(desk, case_id, entry.ref)


def withdraw_consent(
    desk: Desk, case: str, ref: str, *, effect: str, reason: str = "", at: datetime | None = None, by: str = SELF,
    witness: str = "",
) -> ConsentRow:  # fmt: skip
    """Record that a consent was taken back, and what that means from now on; a person need not say why.

    ``by`` is ``self`` or the guardian's code. Raises ``Refusal`` if it does not stand.
    """
    desk.require(Act.CONSENT_WITHDRAW)
    require_words([(N_("effect"), effect)])
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        row = next((one for one in consent_rows(session, case_id, "", members(session)) if one.ref == ref), None)
    if row is None:
        raise Refusal(Reason.CONSENT_UNKNOWN, consent=ltr(ref), example=ltr("C-01"))
    if not row.stands:
        raise Refusal(Reason.CONSENT_ENDED, consent=ltr(ref))
    at, last = happened(at, desk.clock.now(), row.last.at), row.last
    why = texts.several_lines(reason)
    with desk.act(Act.CONSENT_WITHDRAW, case_id, subject=f"{row.alias} {ref}", reason=why) as session:
        entry = Consent(
            case_id=case_id, ref=ref, alias=row.alias, purpose=row.purpose, recipient=row.recipient, state=WITHDRAWN,
            at=at, place="", limits=texts.several_lines(effect), given_by=by, assent="", reason=why, explained="",
            language=last.language, text_version=last.text_version, read_by="", interpreter="", understood="",
            witness=texts.one_line(witness, 200),
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return one_consent(desk, case_id, ref)


def list_consents(desk: Desk, case: str, alias: str = "") -> tuple[ConsentRow, ...]:
    """The consents of a case, or of one person in it, in the order of their numbers."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        kept = person_in(session, case_id, alias, today(desk), alive=False).alias if alias else ""
        return consent_rows(session, case_id, kept, members(session))


def one_consent(desk: Desk, case_id: str, ref: str) -> ConsentRow:
    """The consent of a number that there is."""
    return next(one for one in list_consents(desk, case_id) if one.ref == ref)


def consent_rows(
    session: Session, case_id: str, alias: str, names: dict[str, str]
) -> tuple[ConsentRow, ...]:
    """The consents of a case, each with its entries; of one person if a code is given."""
    wanted = select(Consent).where(Consent.case_id == case_id).order_by(Consent.created_at, Consent.id)
    found: dict[str, list[Consent]] = {}
    for one in session.scalars(wanted.where(Consent.alias.in_(codes_of(session, case_id, alias))) if alias else wanted):
        found.setdefault(one.ref, []).append(one)
    return tuple(
        ConsentRow(ref, rows[0].alias, rows[0].purpose, rows[0].recipient, tuple(_entry(one, names) for one in rows))
        for ref, rows in sorted(found.items())
    )


def _entry(one: Consent, names: dict[str, str]) -> ConsentEntryRow:
    return ConsentEntryRow(
        one.state, one.at, names.get(one.created_by, ""), one.created_at, one.place, one.limits, one.explained,
        one.language, one.text_version, one.read_by, one.interpreter, one.understood, one.given_by, one.assent,
        one.witness, one.reason,
    )  # fmt: skip


def _how(how: Explained) -> dict[str, str]:
    return {
        "explained": texts.several_lines(how.explained), "language": texts.one_line(how.language, 10),
        "read_by": texts.one_line(how.read_by, 200), "interpreter": texts.one_line(how.interpreter, 200),
        "understood": how.understood, "witness": texts.one_line(how.witness, 200),
        "text_version": texts.one_line(how.text_version, 40) or digest()[:16],
    }  # fmt: skip


def _require_new(rows: Iterable[ConsentRow], alias: str, purpose: str, recipient: str) -> None:
    """Nobody is asked twice for the same while it stands."""
    for one in rows:
        if one.stands and (one.purpose, one.recipient.casefold()) == (purpose, recipient.casefold()):
            raise Refusal(Reason.CONSENT_THERE, person=ltr(alias), consent=ltr(one.ref))


def _require_explained(person: PersonRow, how: Explained, recipient: str, limits: str, state: str) -> None:
    """What makes an answer an informed one; a refusal needs no more than the question (domain: record of consent)."""
    wanted = [(N_("recipient"), recipient), (N_("language it was explained in"), how.language)]
    if state != REFUSED:
        wanted += [(N_("how it was explained"), how.explained), (N_("who read it"), how.read_by)]
        # Only what the person can say back in own words was understood.
        wanted.append((N_("that the person said it back in own words"), "x" if how.understood == "yes" else ""))
    if state == LIMITED:
        wanted.append((N_("limits"), limits))
    if person.needs_interpreter and person.languages and how.language not in person.languages:
        wanted.append((N_("interpreter, for the language is not the person's own"), how.interpreter))
    require_words(wanted)


def _require_entitled(
    person: PersonRow, people: Iterable[PersonRow], state: str, given_by: str, assent: str
) -> None:
    """A child needs both: a guardian who has no part in the offence, and the child's own agreement. «No» is enough."""
    if assent not in ("", "yes", "no"):
        raise wrong(N_("an answer is not one of those offered"))
    if given_by != SELF:
        guardian = next((one for one in people if given_by in (one.alias, *one.also)), None)
        if guardian is None or "guardian" not in guardian.roles or SUSPECT_ROLES & set(guardian.roles):
            raise Refusal(Reason.GUARDIAN_WRONG, guardian=ltr(given_by), person=ltr(person.alias))
    if person.child and state != REFUSED and (given_by == SELF or assent != "yes"):
        raise Refusal(Reason.CONSENT_OF_CHILD, person=ltr(person.alias))


def _next_ref(session: Session, case_id: str) -> str:
    taken = set(session.scalars(select(Consent.ref).where(Consent.case_id == case_id)))
    return f"C-{len(taken) + 1:02}"
