"""What is known of a person corrected, sealed and unsealed: each a newer record that states everything anew."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.identity.births import birth
from workbench.models import Person
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of, person_of
from workbench.services.people.checking import check, check_details, check_particulars, wrong
from workbench.services.people.keeping import Details, details_of, keep, region_of
from workbench.services.people.listing import one_person, particulars
from workbench.services.people.showing import SEALED, shelters_shown
from workbench.services.rows import ContactRow, NameRow, PaperRow, Particulars, PersonRow
from workbench.store import Desk

MASKED = "masked"


def correct_person(
    desk: Desk, case: str, alias: str, *, reason: str, names: Sequence[NameRow] | None = None,
    sex: str | None = None, birth_kind: str | None = None, birth_low: str = "", birth_high: str = "",
    age_in_doubt: bool | None = None, nationality: str | None = None, languages: Sequence[str] | None = None,
    needs_interpreter: bool | None = None, papers: Sequence[PaperRow] | None = None,
    phones: Sequence[str] | None = None, contacts: Sequence[ContactRow] | None = None,
    more: Particulars | None = None, note: str | None = None,
) -> PersonRow:  # fmt: skip
    """Correct or complete what is known of a person; what is not given (None) stays. The earlier record is kept.

    Raises ``Refusal`` without a reason.
    """
    today, why = desk.clock.now().date(), _why(reason)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        old = person_of(session, case_id, alias)
        kept = details_of(session, old.id)
    born = birth(birth_kind or old.birth_kind, *_birth(old, birth_kind, birth_low, birth_high), today)
    person = Person(
        case_id=case_id, ordinal=old.ordinal, alias=alias, sex=sex or old.sex, birth_kind=born.kind,
        birth_low=born.low, birth_high=born.high,
        age_in_doubt=old.age_in_doubt if age_in_doubt is None else age_in_doubt,
        nationality=(old.nationality if nationality is None else nationality).upper(),
        languages=list(old.languages if languages is None else languages),
        needs_interpreter=old.needs_interpreter if needs_interpreter is None else needs_interpreter,
        note=old.note if note is None else texts.several_lines(note), corrects_id=old.id,
    )  # fmt: skip
    more = particulars(old) if more is None else replace(more, protection=_protection(old, more))
    check(person.sex, names or (), person.nationality, person.languages)
    check_particulars(more, today)
    check_details(papers or (), contacts or (), today)
    details = Details(
        kept.names if names is None else names, kept.papers if papers is None else papers,
        kept.phones if phones is None else phones,
        kept.contacts if contacts is None else _beside_hidden(contacts, kept.contacts, shelters_shown(desk)),
    )  # fmt: skip
    region = region_of(desk)
    with desk.act(Act.PERSON_CORRECT, case_id, subject=alias, reason=why) as session:
        keep(desk, session, person, more, details, region)
    return one_person(desk, case_id, alias)


def seal_identity(desk: Desk, case: str, alias: str, *, reason: str) -> PersonRow:
    """Seal an identity: from now on only a supervisor is shown it. Raises ``Refusal`` without a reason."""
    case_id, person, more, details = _again(desk, case, alias, SEALED)
    region = region_of(desk)
    with desk.act(Act.PERSON_SEAL, case_id, subject=alias, reason=_why(reason)) as session:
        keep(desk, session, person, more, details, region)
    return one_person(desk, case_id, alias)


def unseal_identity(desk: Desk, case: str, alias: str, *, reason: str) -> PersonRow:
    """Take the seal off: only somebody who may see a sealed identity can. Raises ``Refusal`` otherwise."""
    case_id, person, more, details = _again(desk, case, alias, MASKED)
    region = region_of(desk)
    with desk.act(Act.PERSON_UNSEAL, case_id, subject=alias, reason=_why(reason)) as session:
        keep(desk, session, person, more, details, region)
    return one_person(desk, case_id, alias)


def _again(desk: Desk, case: str, alias: str, protection: str) -> tuple[str, Person, Particulars, Details]:
    """A newer record of a person that differs in nothing but its protection."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        old = person_of(session, case_id, alias)
        details = details_of(session, old.id)
    if (old.protection == SEALED) == (protection == SEALED):
        sealed = protection == SEALED
        raise wrong(N_("the identity is sealed already") if sealed else N_("the identity is not sealed"))
    person = Person(
        case_id=case_id, ordinal=old.ordinal, alias=alias, sex=old.sex, birth_kind=old.birth_kind,
        birth_low=old.birth_low, birth_high=old.birth_high, age_in_doubt=old.age_in_doubt,
        nationality=old.nationality, languages=list(old.languages), needs_interpreter=old.needs_interpreter,
        note=old.note, corrects_id=old.id,
    )  # fmt: skip
    return case_id, person, replace(particulars(old), protection=protection), details


def _why(reason: str) -> str:
    why = texts.several_lines(reason)
    if not why:
        raise Refusal(Reason.REASON_NEEDED)
    return why


def _protection(old: Person, more: Particulars) -> str:
    """A correction may seal and never unseals: that is an act of its own, for those who may see what is sealed."""
    return SEALED if SEALED in (old.protection, more.protection) else more.protection


def _beside_hidden(
    given: Sequence[ContactRow], kept: Sequence[ContactRow], shelters: bool
) -> Sequence[ContactRow]:
    """The contacts given; what was not shown to whoever corrects can be neither changed nor lost by them."""
    withheld = [one for one in given if one.withheld]
    if shelters and not withheld:
        return given
    unseen = any(not one.shelter for one in withheld)
    hidden = [one for one in kept if unseen or one.shelter]
    return [*(one for one in given if not one.withheld and one not in hidden), *hidden]


def _birth(old: Person, kind: str | None, low: str, high: str) -> tuple[str, str]:
    return (old.birth_low, old.birth_high) if kind is None else (low, high)
