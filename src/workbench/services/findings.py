"""Findings for and against each element, and what they amount to: the matrix and the charges side by side."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.models import Case, Entity, Exhibit, Finding, StepRecord
from workbench.proof import STRENGTHS, ChargeRow, Matrix, Side, Source, SourceKind, compare, matrix
from workbench.proof import Finding as Weighed
from workbench.security import Act
from workbench.services import texts
from workbench.services.cases import members
from workbench.services.finding import case_id_of, case_of
from workbench.services.people import people_rows
from workbench.services.persons import PersonRow
from workbench.services.proofrules import rules, shipped
from workbench.services.stated import REF, require_lines
from workbench.sop import SUSPECT_ROLES, VICTIM_ROLES
from workbench.store import Desk
from workbench.store.settings import station


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding that counts at present. ``about`` is a victim's code or the ref of a journey."""

    finding_id: str
    suspect: str
    about: str
    offence: str
    element: str
    side: str  # for | against
    strength: str  # strong | fair | weak | none
    source_kind: str  # exhibit | statement | step | record
    source: str
    place: str  # line, page or time within the source
    note: str
    exculpatory: bool
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """A suspect with a victim or a journey, and how much was found."""

    suspect: str
    about: str
    track: str  # tip | som
    findings: int


def add_finding(
    desk: Desk, case: str, *, suspect: str, about: str, offence: str, element: str, side: str, strength: str,
    source_kind: str, source: str, place: str = "", note: str = "", exculpatory: bool = False,
    corrects: str | None = None,
) -> FindingRow:  # fmt: skip
    """Record what one source says for or against an element; ``corrects`` names the finding whose place it takes.

    Raises ``Refusal`` for people, journeys, offences, elements or sources that there are not.
    """
    charges = shipped().charges
    for value, offered in (
        (offence, charges.offences), (element, charges.names), (side, tuple(Side)), (strength, STRENGTHS),
        (source_kind, tuple(SourceKind)),
    ):  # fmt: skip
        if value not in offered:
            raise Refusal(Reason.NOT_IN_RULES, value=ltr(value), known=ltr(", ".join(offered)))
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        _require_pair(session, case_id, suspect, about, desk.clock.now().date())
        _require_source(session, case_id, source_kind, source, place)
        if corrects is not None:
            _standing(session, case_id, corrects)
    subject = f"{suspect} {about} {element} {side} {strength}"
    with desk.act(Act.FINDING_ADD, case_id, subject=subject) as session:
        row = desk.stamp(
            Finding(
                case_id=case_id, suspect=suspect, about=about, offence=offence, element=charges.names[element],
                side=side, strength=strength, source_kind=source_kind, source=texts.one_line(source, 80),
                place=texts.one_line(place, 120), note=texts.several_lines(note), exculpatory=exculpatory,
                withdrawn=False, reason="", corrects_id=corrects,
            )
        )  # fmt: skip
        session.add(row)
        made = row.id
    return next(one for one in list_findings(desk, case) if one.finding_id == made)


def withdraw_finding(desk: Desk, case: str, finding_id: str, reason: str) -> None:
    """Take a finding back, with the reason; it stays in the history and counts no more."""
    why = texts.several_lines(reason)
    if not why:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        old = _standing(session, case_id, finding_id)
        kept = {key: getattr(old, key) for key in _COPIED}
    with desk.act(Act.FINDING_WITHDRAW, case_id, subject=f"{old.suspect} {old.about} {old.element}", reason=why) as s:
        s.add(desk.stamp(Finding(case_id=case_id, withdrawn=True, reason=why, corrects_id=finding_id, **kept)))


def list_findings(desk: Desk, case: str, *, suspect: str = "", about: str = "") -> list[FindingRow]:
    """The findings that count, oldest first; of one suspect and about one victim or journey if these are given."""
    with desk.reading() as session:
        names = members(session)
        return [
            finding_row(one, names) for one in counting(session, case_id_of(session, case))
            if suspect in ("", one.suspect) and about in ("", one.about)
        ]  # fmt: skip


def pairs(desk: Desk, case: str) -> list[PairRow]:
    """Every suspect with every victim and with every journey, those with findings first; codes only."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        people = people_rows(session, case_id, desk.clock.now().date())
        return pairs_of(people, counting(session, case_id), refs(session, case_id))


def pairs_of(people: Sequence[PersonRow], found: Sequence[Finding], refs: Mapping[str, str]) -> list[PairRow]:
    """The pairs of these people and refs (with their kinds), as ``pairs`` lists them."""
    codes = codes_of(people)
    counted = Counter((codes.get(one.suspect, one.suspect), codes.get(one.about, one.about)) for one in found)
    suspects = [one.alias for one in people if set(one.roles) & SUSPECT_ROLES]
    victims = [one.alias for one in people if set(one.roles) & VICTIM_ROLES]
    journeys = [ref for ref, kind in refs.items() if kind in ("journey", "account")]
    wanted = [(s, v) for s in suspects for v in (*victims, *journeys) if s != v]
    every = dict.fromkeys((*counted, *wanted))
    made = [PairRow(s, a, "som" if a in refs else "tip", counted[s, a]) for s, a in every]
    return sorted(made, key=lambda one: (one.findings == 0, one.suspect, one.about))


def codes_of(people: Iterable[PersonRow]) -> dict[str, str]:
    """Every code by which somebody goes or went, to the one that holds now: a merge loses no finding."""
    return {code: one.alias for one in people for code in (one.alias, *one.also)}


def matrix_of(desk: Desk, case: str, suspect: str, about: str, offence: str, tag: str) -> Matrix:
    """The matrix of one suspect with one victim or journey for one offence (empty: that of the track) in a language."""
    charges = rules(tag).charges
    if not offence:
        with desk.reading() as session:
            offence = offence_for(about, law_of(case_of(session, case), station(session).zone)[1])
    if offence not in charges.offences:
        raise Refusal(Reason.NOT_IN_RULES, value=ltr(offence), known=ltr(", ".join(charges.offences)))
    found, child = _weighed(desk, case, suspect, about)
    return matrix(found, charges.offences[offence], charges, child=child)


def charges_of(
    desk: Desk, case: str, suspect: str, about: str, tag: str, *, on: date | None = None,
    charges: Sequence[str] = (), jurisdiction: str = "",
) -> tuple[ChargeRow, ...]:  # fmt: skip
    """Charges side by side under the law of a day (the case's day if none is given), those of the track first."""
    known = rules(tag).charges
    found, child = _weighed(desk, case, suspect, about)
    with desk.reading() as session:
        day, place = law_of(case_of(session, case), station(session).zone)
    wanted = charges or charges_for(track_of(about))
    return compare(wanted, found, known, on=on or day, jurisdiction=jurisdiction or place, child=child)


def charges_for(track: str) -> tuple[str, ...]:
    """Every charge there is, those of the track first, then those of neither."""
    first = (track, "other")
    every = shipped().charges.offences.values()
    return tuple(one.key for one in sorted(every, key=lambda o: first.index(o.track) if o.track in first else 2))


def offence_for(about: str, jurisdiction: str) -> str:
    """The offence that a matrix begins with: that of the track, in the law of the place if its elements are known."""
    every = [one for one in shipped().charges.offences.values() if one.track == track_of(about) and one.groups]
    home = [one for one in every if not one.international and jurisdiction in ("", *one.jurisdictions)]
    return (home or every)[0].key


def track_of(about: str) -> str:
    """The track that a finding belongs to: smuggling where it is about a journey, trafficking where about a victim."""
    return "som" if about.startswith("N-") else "tip"


def law_of(case: Case, zone: str) -> tuple[date, str]:
    """The day whose law holds in a case, that of the act, and the jurisdiction as the law knows it: iq or iq-kr."""
    day = date.fromisoformat(case.law_on) if case.law_on else case.opened_at.astimezone(ZoneInfo(zone)).date()
    return day, {"federal": "iq", "kurdistan": "iq-kr"}.get(case.jurisdiction, case.jurisdiction)


def _weighed(desk: Desk, case: str, suspect: str, about: str) -> tuple[list[Weighed], bool]:
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        victim = _require_pair(session, case_id, suspect, about, desk.clock.now().date())
        codes = codes_of(people_rows(session, case_id, desk.clock.now().date()))
        return weighed(of_pair(counting(session, case_id), codes, suspect, about)), victim is not None and victim.child


def of_pair(found: Iterable[Finding], codes: Mapping[str, str], suspect: str, about: str) -> list[Finding]:
    """The findings of one suspect and one victim or journey, under whatever code they were recorded."""
    wanted = codes.get(suspect, suspect), codes.get(about, about)
    return [one for one in found if (codes.get(one.suspect, one.suspect), codes.get(one.about, one.about)) == wanted]


def weighed(found: Iterable[Finding | FindingRow]) -> list[Weighed]:
    """Findings as the rules weigh them."""
    return [
        Weighed(
            one.element, Side(one.side), one.strength, Source(SourceKind(one.source_kind), one.source, one.place),
            one.note, one.exculpatory,
        )
        for one in found
    ]  # fmt: skip


def counting(session: Session, case_id: str) -> list[Finding]:
    """The findings of a case that were neither corrected nor withdrawn, oldest first."""
    rows = session.scalars(
        select(Finding).where(Finding.case_id == case_id).order_by(Finding.created_at, Finding.id)
    ).all()
    replaced = {one.corrects_id for one in rows}
    return [one for one in rows if one.id not in replaced and not one.withdrawn]


def _standing(session: Session, case_id: str, finding_id: str) -> Finding:
    found = next((one for one in counting(session, case_id) if one.id == finding_id), None)
    if found is None:
        raise Refusal(Reason.FINDING_UNKNOWN, finding=ltr(finding_id))
    return found


def _require_pair(
    session: Session, case_id: str, suspect: str, about: str, today: date
) -> PersonRow | None:
    people = {code: one for one in people_rows(session, case_id, today) for code in (one.alias, *one.also)}
    if suspect not in people:
        raise Refusal(Reason.PERSON_UNKNOWN, person=ltr(suspect), example=ltr("P-01"))
    if about in people:
        if people[about].alias == people[suspect].alias:
            raise Refusal(Reason.FINDING_OF_ONESELF, person=ltr(suspect))
        return people[about]
    if about not in refs(session, case_id):
        raise Refusal(Reason.PERSON_UNKNOWN, person=ltr(about), example=ltr("P-01"))
    return None


def refs(session: Session, case_id: str) -> dict[str, str]:
    """The refs of the entities of a case, with their kind as it is now."""
    rows = session.execute(
        select(Entity.ref, Entity.kind).where(Entity.case_id == case_id).order_by(Entity.created_at, Entity.id)
    )
    return {one.ref: one.kind for one in rows}


def _require_source(session: Session, case_id: str, kind: str, source: str, place: str) -> None:
    # A statement on paper only is an exhibit; one that was taken down here has lines of its own.
    if kind == SourceKind.STATEMENT and REF.fullmatch(source):
        require_lines(session, case_id, source, place)
    elif kind in (SourceKind.EXHIBIT, SourceKind.STATEMENT):
        wanted = select(Exhibit.id).where(Exhibit.case_id == case_id, Exhibit.number == source)
        if session.scalar(wanted) is None:
            raise Refusal(Reason.EXHIBIT_UNKNOWN, exhibit=ltr(source))
    elif kind == SourceKind.STEP:
        wanted = select(StepRecord.id).where(StepRecord.case_id == case_id, StepRecord.step == source).limit(1)
        if session.scalar(wanted) is None:
            raise Refusal(Reason.STEP_UNKNOWN, step=ltr(source))
    elif not source.strip():
        raise Refusal(Reason.ANSWERS_INCOMPLETE, fields=terms.SOURCES["record"])


_COPIED = (
    "suspect", "about", "offence", "element", "side", "strength", "source_kind", "source", "place", "note",
    "exculpatory",
)  # fmt: skip


def finding_row(one: Finding, names: Mapping[str, str]) -> FindingRow:
    """A finding as a row; ``names`` are those of who works here."""
    return FindingRow(
        one.id, one.suspect, one.about, one.offence, one.element, one.side, one.strength, one.source_kind, one.source,
        one.place, one.note, one.exculpatory, one.created_at, names.get(one.created_by, ""),
    )  # fmt: skip
