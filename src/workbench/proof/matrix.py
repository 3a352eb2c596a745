"""The matrix of proof: each element of an offence with what speaks for it and against it, and what would fill a gap."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.proof.findings import STRENGTHS, Finding, Side, SourceKind
from workbench.proof.offences import ALL_OF, ANY_OF, ChargeRules, Clause, Element, Group, Offence

MEANS = "means"
_FAIR, _STRONG = STRENGTHS["fair"], STRENGTHS["strong"]


class Coverage(StrEnum):
    """How far an element is shown, best first."""

    COVERED = "covered"
    SINGLE_SOURCE = "single_source"
    STATEMENT_ONLY = "statement_only"
    WEAK = "weak"
    CONTRADICTED = "contradicted"
    GAP = "gap"


_ORDER = tuple(Coverage)


@dataclass(frozen=True, slots=True)
class Cell:
    """One element: what speaks for it and against it. ``best`` is the best strength for it."""

    element: Element
    label: str
    speaking_for: tuple[Finding, ...]
    against: tuple[Finding, ...]
    best: str
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Row:
    """A group of elements. Not ``demanded``: shown, never required (the means of a crime against a child)."""

    group: Group
    demanded: bool
    coverage: Coverage
    cells: tuple[Cell, ...]

    @property
    def gap(self) -> bool:
        """Whether it is demanded and nothing shows it."""
        return self.demanded and self.coverage is Coverage.GAP


@dataclass(frozen=True, slots=True)
class Task:
    """What would fill or strengthen something: the group, the elements, and where to look."""

    group: str
    elements: tuple[str, ...]
    coverage: Coverage
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """An offence beside the findings. ``open``: its elements are still to be entered by the authority."""

    offence: Offence
    child: bool
    rows: tuple[Row, ...]
    aggravating: Mapping[str, tuple[Finding, ...]]
    participation: Mapping[str, tuple[Finding, ...]]
    exculpatory: tuple[Finding, ...]
    excluded_by: tuple[Clause, ...]
    tasks: tuple[Task, ...]
    caveats: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Whether there is nothing to weigh against."""
        return not self.rows

    @property
    def missing(self) -> tuple[str, ...]:
        """The groups that are demanded and that nothing shows."""
        return tuple(row.group.key for row in self.rows if row.gap)

    @property
    def ready(self) -> bool:
        """The house rule before referral: what is demanded reaches fair, with one strong record in all."""
        demanded = [_deciding(row) for row in self.rows if row.demanded]
        ranks = [STRENGTHS[cell.best] for cells in demanded for cell in cells]
        shown = all(row.coverage not in (Coverage.GAP, Coverage.WEAK, Coverage.CONTRADICTED)
                    for row in self.rows if row.demanded)  # fmt: skip
        return bool(demanded) and shown and min(ranks) >= _FAIR and max(ranks) >= _STRONG


def matrix(findings: Iterable[Finding], offence: Offence, rules: ChargeRules, *, child: bool) -> Matrix:
    """The findings weighed against one offence (TIP Protocol art 3; Law No. 28 of 2012 art 1; SOM Protocol arts 3, 6).

    ``child``: the victim is under 18 or may be: means are shown then and never demanded. Raises ``Refusal`` for a
    finding about something that the rules do not know, or of a strength that there is not.
    """
    by_key = _sorted(findings, rules)
    rows = tuple(_row(group, by_key, rules, child=child) for group in offence.groups)
    return Matrix(
        offence=offence, child=child, rows=rows,
        aggravating={key: found for key in offence.aggravating if (found := _for(by_key.get(key, ())))},
        participation={key: found for key in rules.participation if (found := _for(by_key.get(key, ())))},
        exculpatory=tuple(dict.fromkeys(one for found in by_key.values() for one in found if one.clears)),
        excluded_by=tuple(one for one in offence.exclusions if one.without and not _for(by_key.get(one.without, ()))),
        tasks=tuple(task for row in rows if row.demanded for task in _tasks(row, rules)),
        caveats=_caveats(offence, rules, child=child),
    )  # fmt: skip


def graded(letter: str, rules: ChargeRules) -> str:
    """The strength that a grade of evidence stands for. A strength passes as it is. Raises ``Refusal`` for another."""
    if letter in STRENGTHS:
        return letter
    if letter not in rules.grades:
        raise Refusal(Reason.NOT_IN_RULES, value=ltr(letter), known=ltr(", ".join((*rules.grades, *STRENGTHS))))
    return rules.grades[letter].strength


def _sorted(findings: Iterable[Finding], rules: ChargeRules) -> dict[str, tuple[Finding, ...]]:
    names, by_key = rules.names, dict[str, list[Finding]]()
    for one in findings:
        if one.element not in names:
            raise Refusal(Reason.NOT_IN_RULES, value=ltr(one.element), known=ltr(", ".join(names)))
        if one.strength not in STRENGTHS:
            raise Refusal(Reason.NOT_IN_RULES, value=ltr(one.strength), known=ltr(", ".join(STRENGTHS)))
        by_key.setdefault(names[one.element], []).append(one)
    return {key: tuple(found) for key, found in by_key.items()}


def _for(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.side is Side.FOR and one.rank > 0)


def _row(group: Group, by_key: Mapping[str, tuple[Finding, ...]], rules: ChargeRules, *, child: bool) -> Row:
    cells = tuple(_cell(one, by_key, rules) for one in group.elements)
    ranked = sorted((cell.coverage for cell in cells), key=_ORDER.index)
    coverage = (ranked[-1] if group.needs == ALL_OF else ranked[0]) if ranked else Coverage.GAP
    return Row(group, not (child and group.key == MEANS), coverage, cells)


def _cell(element: Element, by_key: Mapping[str, tuple[Finding, ...]], rules: ChargeRules) -> Cell:
    found = [one for concept in element.concepts for one in by_key.get(concept, ())]
    pro, contra = _for(found), tuple(one for one in found if one.side is Side.AGAINST and one.rank > 0)
    best = max((one.rank for one in pro), default=0)
    word = next(word for word, rank in STRENGTHS.items() if rank == best)
    return Cell(element, rules.called(element), pro, contra, word, _coverage(pro, contra, best))


def _coverage(pro: tuple[Finding, ...], contra: tuple[Finding, ...], best: int) -> Coverage:
    if not pro:
        return Coverage.GAP
    if any(one.rank >= best for one in contra):
        return Coverage.CONTRADICTED
    if best < _FAIR:
        return Coverage.WEAK
    # One testimony does not convict without support (CPC art 213); several are still words alone.
    if all(one.source.kind is SourceKind.STATEMENT for one in pro):
        return Coverage.STATEMENT_ONLY
    return Coverage.COVERED if len({one.source for one in pro}) > 1 else Coverage.SINGLE_SOURCE


def _deciding(row: Row) -> tuple[Cell, ...]:
    """The cells that a group rests on: all of them, or the best one where one is enough."""
    if row.group.needs == ALL_OF:
        return row.cells
    best = min(row.cells, key=lambda cell: (_ORDER.index(cell.coverage), -STRENGTHS[cell.best]))
    return (best,)


def _tasks(row: Row, rules: ChargeRules) -> Iterable[Task]:
    if row.coverage is Coverage.COVERED:
        return
    if row.group.needs == ANY_OF and row.coverage is Coverage.GAP:
        yield _task(row, row.cells, Coverage.GAP, rules)
        return
    for cell in _deciding(row):
        if cell.coverage is not Coverage.COVERED:
            yield _task(row, (cell,), cell.coverage, rules)


def _task(row: Row, cells: tuple[Cell, ...], coverage: Coverage, rules: ChargeRules) -> Task:
    lists = dict.fromkeys(rules.concepts[cell.element.key].prompts for cell in cells)
    prompts = dict.fromkeys(prompt for one in lists for prompt in rules.prompts[one])
    return Task(row.group.key, tuple(cell.element.key for cell in cells), coverage, tuple(prompts))


def _caveats(offence: Offence, rules: ChargeRules, *, child: bool) -> tuple[str, ...]:
    said = []
    if not offence.groups:
        said.append(rules.no_elements)
    if offence.international:
        said.append(rules.international)
    if child and offence.child == "no_means":
        said.append(rules.child_no_means)
    elif child and offence.child:
        said.append(rules.child_no_rule)
    if offence.track == "tip" and offence.groups:
        said.append(rules.consent)
    return tuple(said)
