"""Measuring: how well scores tell names that may be one from names that are not, at a threshold."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.names.matching import STRICTNESS, score


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two writings, and whether they may be one name."""

    query: str
    candidate: str
    same: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts at a threshold: hits that are right and wrong, names missed, names kept apart; and what follows."""

    threshold: float
    found: int
    wrong: int
    missed: int
    apart: int

    @property
    def recall(self) -> float:
        """Of the pairs that may be one name, the share that was found; 1 if there are none."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def precision(self) -> float:
        """Of the pairs that were found, the share that may be one name; 1 if none was found."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def at(threshold: float, scores: Sequence[float], rows: Sequence[Labelled]) -> Figures:
    """The figures when every score from the threshold on counts as one name."""
    found = wrong = missed = apart = 0
    for value, row in zip(scores, rows, strict=True):
        hit = value >= threshold
        found += hit and row.same
        wrong += hit and not row.same
        missed += not hit and row.same
        apart += not hit and not row.same
    return Figures(threshold, found, wrong, missed, apart)


def measure(rows: Sequence[Labelled]) -> dict[str, Figures]:
    """The figures of our own comparison at every strictness."""
    scores = [score(row.query, row.candidate) for row in rows]
    return {strictness: at(threshold, scores, rows) for strictness, threshold in STRICTNESS.items()}
