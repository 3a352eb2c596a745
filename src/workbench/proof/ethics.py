"""What was owed to the people of a case: each point with its law and standard, and whether the record shows it kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.proof.indicators import Ref
from workbench.proof.wording import TEXT

ANY = "any"


@dataclass(frozen=True, slots=True)
class StepRef:
    """Where a point is recorded: a field of a step of a pack, with the answers that are good and those that are bad.

    ``good`` is ``("any",)`` where any answer is good; with ``every`` all of the good answers must be there.
    """

    pack: str
    step: str
    field_key: str
    good: tuple[str, ...]
    bad: tuple[str, ...] = ()
    every: bool = False

    @property
    def key(self) -> str:
        """The reference as it is written: ``T05.1.told_at``."""
        return f"{self.step}.{self.field_key}"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was owed."""

    key: str
    title: str = field(metadata=TEXT)
    text: str = field(metadata=TEXT)
    national: tuple[Ref, ...] = field(metadata={"apart": True})
    international: tuple[Ref, ...] = field(metadata={"apart": True})
    refs: tuple[StepRef, ...] = field(metadata={"apart": True})


@dataclass(frozen=True)
class EthicsRules:
    """The points of the compliance sheet, in one language."""

    points: Mapping[str, Point]


class Kept(StrEnum):
    """Whether a point, or one place where it is recorded, was kept."""

    KEPT = "kept"
    NOT_KEPT = "not_kept"
    NOT_RECORDED = "not_recorded"
    NOT_CALLED_FOR = "not_called_for"


@dataclass(frozen=True, slots=True)
class PointView:
    """A point of the sheet as the record shows it; ``where`` says it for each place."""

    key: str
    kept: Kept
    where: tuple[tuple[StepRef, Kept], ...]


def compliance(
    points: Iterable[Point], answers: Mapping[str, Iterable[Mapping[str, object]]], called_for: Iterable[str]
) -> tuple[PointView, ...]:
    """The sheet of a case.

    ``answers``: step to its records, oldest first; ``called_for``: the steps that the case asks for.

    Kept is what was recorded as good everywhere it is called for; one bad answer anywhere, ever, is shown as not kept:
    what happened to a person is not undone by a later record.
    """
    called = frozenset(called_for)
    records = {step: tuple(given) for step, given in answers.items()}
    return tuple(_point(one, records, called) for one in points)


def _point(
    point: Point, records: Mapping[str, tuple[Mapping[str, object], ...]], called: frozenset[str]
) -> PointView:
    where = tuple((ref, _ref(ref, records.get(ref.step, ()), ref.step in called)) for ref in point.refs)
    states = [kept for _, kept in where if kept is not Kept.NOT_CALLED_FOR]
    for state in (Kept.NOT_KEPT, Kept.NOT_RECORDED, Kept.KEPT):
        if state in states:
            return PointView(point.key, state, where)
    return PointView(point.key, Kept.NOT_CALLED_FOR, where)


def _ref(ref: StepRef, records: tuple[Mapping[str, object], ...], called: bool) -> Kept:
    given = [_words(one.get(ref.field_key)) for one in records]
    answered = [words for words in given if words]
    if any(words & set(ref.bad) for words in answered):
        return Kept.NOT_KEPT
    if not answered:
        return Kept.NOT_RECORDED if called else Kept.NOT_CALLED_FOR
    return Kept.KEPT if all(_good(ref, words) for words in answered) else Kept.NOT_RECORDED


def _good(ref: StepRef, words: set[str]) -> bool:
    wanted = set(ref.good)
    return wanted == {ANY} or (wanted <= words if ref.every else bool(wanted & words))


def _words(value: object) -> set[str]:
    if value in (None, "", [], ()):
        return set()
    return {str(one) for one in value} if isinstance(value, list | tuple) else {str(value)}
