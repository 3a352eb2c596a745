"""Recall and precision on synthetic pairs of names that nothing was tuned on.

``independent.csv`` was written by hand and blind, from the description of the kinds alone, with other names.
``held_out.csv`` was made by ``python -m bench.name_rows held-out``: invented people from a half of the stock that was
put aside while costs and thresholds were chosen.
"""

import csv
from collections import Counter
from pathlib import Path

from workbench.names import STRICTNESS, USUAL, Labelled, measure, score

HELD_OUT = Path(__file__).parent / "held_out.csv"


def read() -> list[dict[str, str]]:
    with HELD_OUT.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_usual_strictness_reaches_what_was_asked_for() -> None:
    rows = [Labelled(row["query"], row["candidate"], row["label"] == "1") for row in read()]
    assert len(rows) > 1500
    figures = measure(rows)
    assert figures[USUAL].recall >= 0.97
    assert figures[USUAL].precision >= 0.95
    assert figures["loose"].recall >= figures[USUAL].recall >= figures["strict"].recall
    assert figures["loose"].precision <= figures[USUAL].precision <= figures["strict"].precision


def test_pairs_that_somebody_else_wrote_are_told_as_well() -> None:
    with (HELD_OUT.parent / "independent.csv").open(encoding="utf-8") as file:
        rows = [Labelled(row["query"], row["candidate"], row["label"] == "1") for row in csv.DictReader(file)]
    assert len(rows) > 500
    assert measure(rows)[USUAL].recall >= 0.97
    assert measure(rows)[USUAL].precision >= 0.95


def test_no_kind_of_difficulty_is_left_behind() -> None:
    wrong: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for row in read():
        every[row["kind"]] += 1
        wrong[row["kind"]] += (score(row["query"], row["candidate"]) >= STRICTNESS[USUAL]) != (row["label"] == "1")
    assert {kind: wrong[kind] for kind in every if wrong[kind] > every[kind] * 0.15} == {}
    assert len(every) > 60


def test_no_pair_stands_twice() -> None:
    pairs = Counter((row["query"], row["candidate"]) for row in read())
    assert [pair for pair, times in pairs.items() if times > 1] == []
