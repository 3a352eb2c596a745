"""What papers say of proof, gathered only for the papers that say it: matrices, charges, and what was owed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from workbench.i18n import Language
from workbench.models import Case
from workbench.proof import ChargeRules, Clause, Kept, Matrix, Row, compare, matrix
from workbench.proof import Finding as Weighed
from workbench.proof.indicators import Ref
from workbench.reports import proving as p
from workbench.reports.course import Source
from workbench.services import law
from workbench.services.ethics import compliance_as
from workbench.services.findings import (
    charges_for,
    codes_of,
    counting,
    law_of,
    of_pair,
    offence_for,
    pairs_of,
    refs,
    track_of,
    weighed,
)
from workbench.services.persons import PersonRow
from workbench.services.proofrules import rules
from workbench.services.standing import Standing
from workbench.services.stated import StatementRow, quoted, statement_rows
from workbench.sop.places import place_text

MATRIX, CHARGES, COMPLIANCE = "proof_matrix", "charge_comparison", "compliance_sheet"


def proved(
    session: Session, case: Case, kind: str, spoken: Language, people: Sequence[PersonRow], stands: Standing
) -> p.Proving:
    """What a kind of paper says of proof; nothing for a kind that says nothing of it."""
    if kind == COMPLIANCE:
        return p.Proving(owed=_owed(stands, spoken))
    if kind not in (MATRIX, CHARGES):
        return p.Proving()
    charges = rules(spoken.tag).charges
    every, codes = counting(session, case.id), codes_of(people)
    children = {one.alias for one in people if one.child}
    day, place = law_of(case, stands.pack.timezone)
    proofs, comparisons = [], []
    taken = {one.ref: one for one in statement_rows(session, case.id, {})}
    for pair in pairs_of(people, every, refs(session, case.id)):
        if not pair.findings:
            continue
        found = [_quoting(one, taken) for one in weighed(of_pair(every, codes, pair.suspect, pair.about))]
        codes_said, child = (pair.suspect, pair.about), pair.about in children
        if kind == MATRIX:
            offence = charges.offences[offence_for(pair.about, place)]
            made = matrix(found, offence, charges, child=child)
            proofs.append(_proof(codes_said, made, found, charges, spoken))
        else:
            wanted = charges_for(track_of(pair.about))
            rows = compare(wanted, found, charges, on=day, jurisdiction=place, child=child)
            said = tuple(_charge(row.matrix, row.holds.value, row.penalties, charges, spoken) for row in rows)
            comparisons.append(p.Comparison(*codes_said, day.isoformat(), place, said))
    return p.Proving(proofs=tuple(proofs), comparisons=tuple(comparisons))


def _proof(
    codes: tuple[str, str], made: Matrix, found: Sequence[Weighed], charges: ChargeRules, spoken: Language
) -> p.Proof:
    offence = made.offence
    labels = _labels(charges)
    weighed_here = {concept for row in made.rows for cell in row.cells for concept in cell.element.concepts}
    asked = weighed_here | set(offence.aggravating) | set(charges.participation)
    beside = dict.fromkeys(one.element for one in found if one.element not in asked)

    def listed(keys: Iterable[str]) -> tuple[p.Weighed, ...]:
        marks = {key: one.mark for key, one in charges.aggravating.items()}
        marks |= {key: one.mark for key, one in charges.participation.items()}
        every = ((key, tuple(one for one in found if one.element == key)) for key in keys)
        return tuple(p.Weighed(labels[key], "", marks.get(key, ""), _findings(of, labels)) for key, of in every if of)

    titles = {row.group.key: row.group.title for row in made.rows}
    names = {cell.element.key: cell.label for row in made.rows for cell in row.cells}
    return p.Proof(
        *codes, offence.title, _source(offence.source, offence.place, offence.mark, spoken), made.ready,
        tuple(_group(row, labels) for row in made.rows), listed(offence.aggravating), listed(charges.participation),
        listed(beside), _findings(made.exculpatory, labels),
        tuple(
            p.Sought(titles[one.group], tuple(names[key] for key in one.elements), one.coverage.value, one.prompts)
            for one in made.tasks
        ),
        (*made.caveats, *(one.text for one in made.excluded_by)), charges.neutral,
    )  # fmt: skip


def _charge(
    made: Matrix, holds: str, penalties: Sequence[Clause], charges: ChargeRules, spoken: Language
) -> p.Charge:
    offence, labels = made.offence, _labels(charges)
    titles = {row.group.key: row.group.title for row in made.rows}
    notes = (offence.note, *made.caveats, *(one.text for one in made.excluded_by))
    return p.Charge(
        offence.title, _source(offence.source, offence.place, offence.mark, spoken), offence.international, holds,
        made.open, tuple(_group(row, labels) for row in made.rows), tuple(titles[key] for key in made.missing),
        tuple(labels[key] for key in made.aggravating),
        tuple(
            p.Penalty(one.text, _place(one.place, spoken), one.mark)
            for one in penalties
        ),
        tuple(dict.fromkeys(one for one in notes if one and one != charges.no_elements)),
    )  # fmt: skip


def _group(row: Row, labels: Mapping[str, str]) -> p.Group:
    return p.Group(
        row.group.title, row.group.needs, row.demanded, row.coverage.value,
        tuple(
            p.Weighed(cell.label, cell.coverage.value, "", _findings((*cell.speaking_for, *cell.against), labels))
            for cell in row.cells
        ),
    )  # fmt: skip


def _findings(found: Iterable[Weighed], labels: Mapping[str, str]) -> tuple[p.Finding, ...]:
    return tuple(
        p.Finding(
            labels[one.element], one.side.value, one.strength, one.source.kind.value, one.source.key, one.source.place,
            one.note, one.clears,
        )
        for one in found
    )  # fmt: skip


def _quoting(one: Weighed, taken: Mapping[str, StatementRow]) -> Weighed:
    """What a line of a statement says stands beside the finding that cites it, before its note."""
    words = quoted(taken, one.source.key, one.source.place)
    return replace(one, note=f"«{words}» {one.note}".strip()) if words else one


def _labels(charges: ChargeRules) -> dict[str, str]:
    known = {key: one.text for key, one in charges.concepts.items()}
    known |= {key: one.text for key, one in charges.aggravating.items()}
    return known | {key: one.text for key, one in charges.participation.items()}


def _owed(stands: Standing, spoken: Language) -> tuple[p.Owed, ...]:
    said, views = compliance_as(stands, spoken.tag)
    pack = stands.pack.shown_in(spoken.tag)
    owed = []
    for view in views:
        point = said.ethics.points[view.key]
        # A step is named once, with the worst that its fields show.
        steps: dict[str, Kept] = {}
        for ref, kept in view.where:
            if kept is not Kept.NOT_CALLED_FOR and _rank(kept) <= _rank(steps.get(ref.step, Kept.NOT_CALLED_FOR)):
                steps[ref.step] = kept
        where = tuple(
            p.Recorded(step, pack.steps[step].title if step in pack.steps else "", kept.value)
            for step, kept in steps.items()
        )
        owed.append(
            p.Owed(point.title, point.text, view.kept.value, _refs(point.national, spoken),
                   _refs(point.international, spoken), where)
        )  # fmt: skip
    return tuple(owed)


def _rank(kept: Kept) -> int:
    return (Kept.NOT_KEPT, Kept.NOT_RECORDED, Kept.KEPT, Kept.NOT_CALLED_FOR).index(kept)


def _refs(found: Iterable[Ref], spoken: Language) -> tuple[Source, ...]:
    return tuple(_source(one.source, one.place, one.mark, spoken) for one in found)


def _source(source: str, place: str, mark: str, spoken: Language) -> Source:
    return Source(law.title_of(source, spoken.tag), _place(place, spoken), mark)


def _place(place: str, spoken: Language) -> str:
    return place_text(place, spoken) if place else ""
