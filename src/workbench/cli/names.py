"""``names``: whether two written names may be one, and how well that is found out on a table of labelled pairs."""

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from workbench import names
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, TAGS, language, plain, visible
from workbench.names import STRICTNESS, USUAL, Figures, Labelled

LARGEST = 64 * 1024 * 1024
COLUMNS = ("query", "candidate", "label")
_LABELS = {"1": True, "0": False}


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    strict = argparse.ArgumentParser(add_help=False)
    strict.add_argument("--strictness", choices=STRICTNESS, default=USUAL, help=f"how much must fit ({USUAL})")
    groups = commands.add_parser("names", help="names however they are written").add_subparsers(required=True)
    compared = groups.add_parser("compare", parents=[common, strict], help="whether two names may be one, and why")
    compared.add_argument("query", metavar="NAME")
    compared.add_argument("candidate", metavar="NAME")
    compared.add_argument("--language", choices=TAGS, default="en", help="the language of the reasons")
    compared.set_defaults(run=_compare)
    measured = groups.add_parser("bench", parents=[common, strict], help="recall and precision on labelled pairs")
    measured.add_argument("file", type=Path, metavar="FILE", help="CSV with the columns query, candidate, label")
    measured.set_defaults(run=_bench)


def _compare(session: Session, args: argparse.Namespace, output: Output) -> int:
    match = names.compare(args.query, args.candidate)
    same = names.same(match.score, args.strictness)
    tongue = language(args.language)
    reasons = [
        {"part": reason.role.value, "how": reason.how.value, "query": reason.query, "candidate": reason.candidate,
         "text": plain(names.say(reason, tongue))}
        for reason in match.reasons
    ]  # fmt: skip
    value = {
        "score": match.score, "same": same, "verdict": "same" if same else "different", "strictness": args.strictness,
        "threshold": STRICTNESS[args.strictness], "reasons": reasons,
    }  # fmt: skip
    verdict = "may be the same name" if same else "not the same name"
    lines = [f"{match.score} of 100: {verdict} ({args.strictness}: from {STRICTNESS[args.strictness]})"]
    lines += [f"    {reason['text']}" for reason in reasons]
    output.result(value, lines)
    return 0


def _bench(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = read(args.file)
    found = names.measure(rows)
    chosen = found[args.strictness]
    value = {
        "rows": len(rows), "same": sum(row.same for row in rows), "different": sum(not row.same for row in rows),
        "default": USUAL, "chosen": args.strictness, **_figures(chosen),
        "strictness": {strictness: _figures(figures) for strictness, figures in found.items()},
    }  # fmt: skip
    lines = [f"{len(rows)} pairs"]
    lines += [
        f"{strictness:<8} from {figures.threshold:g}: recall {figures.recall:.3f}, precision {figures.precision:.3f}, "
        f"F1 {figures.f1:.3f} ({figures.found} found, {figures.wrong} wrong, {figures.missed} missed)"
        f"{'  (default)' if strictness == USUAL else ''}"
        for strictness, figures in found.items()
    ]
    output.result(value, lines)
    return 0


def _figures(figures: Figures) -> dict[str, float]:
    return {
        "threshold": figures.threshold, "recall": round(figures.recall, 4), "precision": round(figures.precision, 4),
        "f1": round(figures.f1, 4), "true_positives": figures.found, "false_positives": figures.wrong,
        "false_negatives": figures.missed, "true_negatives": figures.apart,
    }  # fmt: skip


def read(path: Path) -> list[Labelled]:
    """The labelled pairs of a CSV file.

    Raises ``Refusal`` if it is not there, not UTF-8, lacks a column, or a line cannot be used; the line is named.
    """
    name = visible(path.name)
    if not path.exists():
        raise Refusal(Reason.FILE_MISSING, file=name)
    if not path.is_file():
        raise Refusal(Reason.FILE_NOT_A_FILE, file=name)
    try:
        if path.stat().st_size > LARGEST:
            raise Refusal(Reason.NAMES_TABLE_UNREADABLE, file=name, problem=N_("it is larger than 64 MB"))
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_rows(file, name))
    except UnicodeDecodeError:
        raise Refusal(Reason.NAMES_TABLE_UNREADABLE, file=name, problem=N_("it is not UTF-8")) from None
    except csv.Error:
        raise Refusal(Reason.NAMES_TABLE_UNREADABLE, file=name, problem=N_("it is no CSV table")) from None
    except OSError:
        raise Refusal(Reason.FILE_UNREADABLE, file=name) from None


def _rows(file: TextIO, name: str) -> Iterator[Labelled]:
    reader = csv.reader(file, strict=True)
    head = [column.strip().lower() for column in next(reader, [])]
    if missing := [column for column in COLUMNS if column not in head]:
        raise Refusal(Reason.NAMES_COLUMNS_MISSING, file=name, columns=tuple(missing))
    places = [head.index(column) for column in COLUMNS]
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        problem = _problem(cells, places)
        if problem:
            raise Refusal(Reason.NAMES_ROW_WRONG, file=name, line=reader.line_num, problem=problem)
        query, candidate, label = (cells[place] for place in places)
        yield Labelled(query, candidate, _LABELS[label.strip()])


def _problem(cells: list[str], places: list[int]) -> str:
    """What is wrong with a line, as one of our texts; empty if nothing is."""
    if len(cells) <= max(places):
        return N_("it has too few columns")
    query, candidate, label = (cells[place].strip() for place in places)
    if label not in _LABELS:
        return N_("the label must be 0 or 1")
    return "" if query and candidate else N_("a name is missing")
