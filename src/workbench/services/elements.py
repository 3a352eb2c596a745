"""The elements of an offence as a face shows them: line by line, source by source, with what would fill a gap."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.models import Case, Exhibit, Statement, StepRecord
from workbench.proof import ChargeRules, Coverage, Element, Matrix, Offence, SourceKind, matrix
from workbench.services import law, packs
from workbench.services.cases import members
from workbench.services.finding import case_of
from workbench.services.findings import (
    FindingRow,
    PairRow,
    codes_of,
    counting,
    finding_row,
    law_of,
    of_pair,
    offence_for,
    pairs_of,
    refs,
    weighed,
)
from workbench.services.law import LawRow
from workbench.services.people import people_rows
from workbench.services.proofrules import rules
from workbench.services.stated import quoted, statement_rows
from workbench.store import Desk
from workbench.store.settings import station

# The parts of a matrix beside the groups of the offence itself.
AGGRAVATING, PARTICIPATION, CLEARING, BESIDE = "aggravating", "participation", "clearing", "beside"
_KINDS = tuple(SourceKind)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Something that findings can rest on: ``label`` says what it is."""

    kind: str  # exhibit | statement | step | record
    source: str
    label: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """One element, circumstance or way of taking part, with every finding about it; ``coverage`` empty if unweighed."""

    key: str
    part: str
    label: str
    ask: str
    coverage: str
    mark: str
    prompts: tuple[str, ...]
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class PartRow:
    """A group of lines. ``needs``: any_of, all_of or nothing; not ``demanded``: shown and never required."""

    key: str
    title: str  # empty for the parts whose title is the face's to say
    needs: str
    demanded: bool
    coverage: str
    lines: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True)
class OffenceRow:
    """An offence to choose. ``open``: its elements are still to be entered by the authority."""

    key: str
    title: str
    mark: str
    track: str
    open: bool


@dataclass(frozen=True)
class ElementsRow:
    """Everything that is shown of one suspect with one victim or journey; only ``pairs`` where there is no pair."""

    pairs: tuple[PairRow, ...]
    offences: tuple[OffenceRow, ...]
    sources: tuple[SourceRow, ...]
    names: tuple[tuple[str, str, str], ...]  # what a finding can be about: part, key, words
    law_on: date
    jurisdiction: str
    suspect: str = ""
    about: str = ""
    child: bool = False
    offence: Offence | None = None
    parts: tuple[PartRow, ...] = ()
    columns: tuple[SourceRow, ...] = ()
    law: tuple[LawRow, ...] = ()
    caveats: tuple[str, ...] = ()
    child_notice: str = ""
    excluded_by: tuple[str, ...] = ()
    neutral: str = ""
    ready: bool = False
    missing: tuple[str, ...] = ()
    quotes: Mapping[str, str] = field(default_factory=dict)  # the words that a finding cites, by its id


def look(desk: Desk, case: str, tag: str, *, suspect: str = "", about: str = "", offence: str = "") -> ElementsRow:
    """The matrix of a pair in a language; of the first pair, and the offence of its track, where none is chosen.

    Raises ``Refusal`` for an offence that the rules do not know.
    """
    charges = rules(tag).charges
    if offence and offence not in charges.offences:
        raise Refusal(Reason.NOT_IN_RULES, value=ltr(offence), known=ltr(", ".join(charges.offences)))
    with desk.reading() as session:
        found = case_of(session, case)
        people = people_rows(session, found.id, desk.clock.now().date())
        every, known = counting(session, found.id), refs(session, found.id)
        pairs = tuple(pairs_of(people, every, known))
        day, place = law_of(found, station(session).zone)
        offered, names = _offered(session, found, tag), members(session)
        taken = {one.ref: one for one in statement_rows(session, found.id, names)}
    bare = ElementsRow(pairs, _offences(charges), tuple(offered.values()), _names(charges), day, place)
    pair = next((one for one in pairs if (one.suspect, one.about) == (suspect, about)), pairs[0] if pairs else None)
    if pair is None:
        return bare
    chosen = charges.offences[offence or offence_for(pair.about, place)]
    child = any(one.child for one in people if one.alias == pair.about)
    rows = [finding_row(one, names) for one in of_pair(every, codes_of(people), pair.suspect, pair.about)]
    quotes = {one.finding_id: quoted(taken, one.source, one.place) for one in rows}
    return replace(_filled(bare, pair, chosen, rows, charges, offered, child=child, tag=tag), quotes=quotes)


def _filled(
    bare: ElementsRow, pair: PairRow, offence: Offence, rows: Sequence[FindingRow], charges: ChargeRules,
    offered: Mapping[tuple[str, str], SourceRow], *, child: bool, tag: str,
) -> ElementsRow:  # fmt: skip
    made = matrix(weighed(rows), offence, charges, child=child)
    notices = (charges.child_no_means, charges.child_no_rule)
    return ElementsRow(
        pairs=bare.pairs, offences=bare.offences, sources=bare.sources, names=bare.names, law_on=bare.law_on,
        jurisdiction=bare.jurisdiction, suspect=pair.suspect, about=pair.about, child=child, offence=offence,
        parts=_parts(made, rows, charges), columns=_columns(rows, offered),
        law=law.basis([(offence.source, offence.place)], on=bare.law_on, jurisdiction=bare.jurisdiction, tag=tag),
        caveats=tuple(one for one in made.caveats if one not in notices),
        child_notice=next((one for one in made.caveats if one in notices), ""),
        excluded_by=tuple(one.text for one in made.excluded_by), neutral=charges.neutral, ready=made.ready,
        missing=made.missing,
    )  # fmt: skip


def _parts(made: Matrix, rows: Sequence[FindingRow], charges: ChargeRules) -> tuple[PartRow, ...]:
    """The groups of the offence, then what aggravates, who took part, what clears, and what this law does not ask."""
    parts = [
        PartRow(
            row.group.key, row.group.title, row.group.needs, row.demanded, row.coverage.value,
            tuple(
                _line(cell.element.key, row.group.key, cell.label, rows, charges, cell.coverage, cell.element)
                for cell in row.cells
            ),
        )
        for row in made.rows
    ]  # fmt: skip
    told = {concept for row in made.rows for cell in row.cells for concept in cell.element.concepts}
    for part, keys in ((AGGRAVATING, made.offence.aggravating), (PARTICIPATION, tuple(charges.participation))):
        if made.rows and keys:
            parts.append(_more(part, keys, rows, charges))
            told |= set(keys)
    clearing = [one for one in rows if one.exculpatory or one.side == "against"]
    keys = tuple(dict.fromkeys(one.element for one in clearing))
    parts.append(_more(CLEARING, keys, clearing, charges))
    beside = tuple(dict.fromkeys(one.element for one in rows if one.element not in told))
    return (*parts, _more(BESIDE, beside, rows, charges)) if beside else tuple(parts)


def _more(part: str, keys: Iterable[str], rows: Sequence[FindingRow], charges: ChargeRules) -> PartRow:
    lines = tuple(_line(key, part, _called(key, charges), rows, charges) for key in keys)
    return PartRow(part, "", "", False, "", lines)


def _line(
    key: str, part: str, label: str, rows: Sequence[FindingRow], charges: ChargeRules,
    coverage: Coverage | None = None, element: Element | None = None,
) -> LineRow:  # fmt: skip
    concept = charges.concepts.get(key)
    marks = {key: one.mark for key, one in charges.aggravating.items()}
    marks |= {key: one.mark for key, one in charges.participation.items()}
    wanted = element.concepts if element is not None else (key,)
    prompts = charges.prompts.get(concept.prompts if concept else "aggravation", ())
    return LineRow(
        key, part, label, concept.ask if concept else "", coverage.value if coverage else "",
        marks.get(key, ""), prompts, tuple(one for one in rows if one.element in wanted),
    )  # fmt: skip


def _called(key: str, charges: ChargeRules) -> str:
    return next(words for _, known, words in _names(charges) if known == key)


def _names(charges: ChargeRules) -> tuple[tuple[str, str, str], ...]:
    return (
        *(("", key, one.text) for key, one in charges.concepts.items()),
        *((AGGRAVATING, key, one.text) for key, one in charges.aggravating.items()),
        *((PARTICIPATION, key, one.text) for key, one in charges.participation.items()),
    )


def _offences(charges: ChargeRules) -> tuple[OffenceRow, ...]:
    return tuple(
        OffenceRow(one.key, one.title, one.mark, one.track, not one.groups) for one in charges.offences.values()
    )


def _columns(
    rows: Sequence[FindingRow], offered: Mapping[tuple[str, str], SourceRow]
) -> tuple[SourceRow, ...]:
    """The sources that have findings: things first, then statements, steps and records."""
    keys = sorted({(one.source_kind, one.source) for one in rows}, key=lambda k: (_KINDS.index(SourceKind(k[0])), k[1]))
    return tuple(offered.get(key) or SourceRow(*key, "") for key in keys)


def _offered(session: Session, case: Case, tag: str) -> dict[tuple[str, str], SourceRow]:
    """What a finding can rest on: every exhibit, also as a statement, every statement taken, every step recorded."""
    made = [
        SourceRow(kind, one.number, one.description)
        for kind in (SourceKind.EXHIBIT.value, SourceKind.STATEMENT.value)
        for one in session.execute(
            select(Exhibit.number, Exhibit.description).where(Exhibit.case_id == case.id).order_by(Exhibit.number)
        )
    ]
    made += [
        SourceRow(SourceKind.STATEMENT.value, one.ref, f"{one.alias}: {one.lines[0]['text'][:80]}")
        for one in session.scalars(select(Statement).where(Statement.case_id == case.id).order_by(Statement.ref))
    ]
    pack = packs.pack_of(session, case).shown_in(tag)
    recorded = session.scalars(select(StepRecord.step).where(StepRecord.case_id == case.id).distinct())
    titles = {key: step.title for key, step in pack.steps.items()}
    made += [SourceRow(SourceKind.STEP.value, key, titles.get(key, "")) for key in sorted(recorded)]
    return {(one.kind, one.source): one for one in made}
