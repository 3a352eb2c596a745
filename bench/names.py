"""How well names are told alike and apart, beside rapidfuzz on raw text and the matchers of OpenSanctions."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz

from bench.figures import say, seconds
from workbench import names
from workbench.cli.names import read
from workbench.names import STRICTNESS, Figures, Labelled, at, measure

ROOT = Path(__file__).parent.parent
HELD_OUT = ROOT / "tests" / "unit" / "names" / "held_out.csv"
# What the issue asks for; a peer that reaches the precision is shown where its recall is best.
RECALL, PRECISION = 0.97, 0.95


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="further CSV files: query, candidate, label")
    parser.add_argument("--peers", default=sys.executable, help="a Python that has nomenklatura and rigour")
    args = parser.parse_args()
    for file in (*args.files, HELD_OUT):
        rows = read(file)
        print(f"\n{file.name}: {len(rows)} pairs, {sum(row.same for row in rows)} of them may be one name")
        print(f"{'':<34}{'from':>8} {'recall':>8} {'precision':>10} {'F1':>7}")
        for strictness, figures in measure(rows).items():
            usual = " (default)" if strictness == names.USUAL else ""
            tell(f"ours, {strictness}{usual}", figures, goal=strictness == names.USUAL)
        for name, scores in _rapidfuzz(rows).items():
            generously(name, scores, rows)
        for name, scores in _opensanctions(rows, args.peers).items():
            generously(name, scores, rows)
    _speed(read(HELD_OUT))


def tell(name: str, figures: Figures, *, goal: bool = False) -> None:
    reached = figures.recall >= RECALL and figures.precision >= PRECISION
    mark = f"   goal {RECALL:.2f} at {PRECISION:.2f}: {'reached' if reached else 'missed'}" if goal else ""
    threshold = f"{figures.threshold:.3g}"
    print(f"{name:<34}{threshold:>8} {figures.recall:>8.3f} {figures.precision:>10.3f} {figures.f1:>7.3f}{mark}")


def generously(name: str, scores: Sequence[float], rows: Sequence[Labelled]) -> None:
    """A peer at thresholds chosen on the very pairs it is measured on: where F1 is best, and where recall is best at
    the precision that is asked for. Ours are fixed beforehand."""
    every = [at(threshold, scores, rows) for threshold in sorted({round(score, 4) for score in scores})]
    tell(f"{name}, best F1", max(every, key=lambda figures: figures.f1))
    precise = [figures for figures in every if figures.precision >= PRECISION and figures.found]
    if precise:
        tell(f"{name}, precise", max(precise, key=lambda figures: figures.recall))
    else:
        print(f"{name + ', precise':<34}{'never':>8}")


def _rapidfuzz(rows: Sequence[Labelled]) -> dict[str, list[float]]:
    return {
        f"rapidfuzz {method.__name__}": [method(row.query, row.candidate) for row in rows]
        for method in (fuzz.token_sort_ratio, fuzz.WRatio)
    }


def _opensanctions(rows: Sequence[Labelled], python: str) -> dict[str, list[float]]:
    """The scores of the matchers of OpenSanctions, from an interpreter that has them; none where there is none."""
    pairs = json.dumps([(row.query, row.candidate) for row in rows])
    script = str(Path(__file__).parent / "name_peers.py")
    try:
        run = subprocess.run([python, script], input=pairs, capture_output=True, text=True, encoding="utf-8")
    except OSError as error:
        print(f"nomenklatura and rigour: left out, {python} does not run ({error.strerror})")
        return {}
    if run.returncode:
        why = (run.stderr.strip().splitlines() or ["no reason given"])[-1]
        print(f"nomenklatura and rigour: left out, not usable in {python} ({why})")
        return {}
    return dict(json.loads(run.stdout))


def _speed(rows: Sequence[Labelled]) -> None:
    """What one comparison and one name of an index cost, with nothing remembered and once the names were seen."""
    print()
    texts = [text for row in rows for text in (row.query, row.candidate)]

    def compare() -> None:
        for row in rows:
            names.score(row.query, row.candidate)

    def index() -> None:
        for text in texts:
            names.keys(text)
            names.fold(text)

    def afresh(run: object) -> float:
        def once() -> None:
            names.forget()
            run()  # type: ignore[operator]

        return seconds(once, 5)

    raw = seconds(lambda: [fuzz.WRatio(row.query, row.candidate) for row in rows], 5) / len(rows)
    say("a comparison, nothing remembered", f"{afresh(compare) / len(rows) * 1e6:.1f} µs")
    warm = f"{seconds(compare, 5) / len(rows) * 1e6:.1f} µs"
    say("a comparison, names seen before", warm, f"rapidfuzz WRatio {raw * 1e6:.1f} µs")
    say("keys and fold, nothing remembered", f"{len(texts) / afresh(index):,.0f} names/s")

    def index_parts_seen() -> None:
        names.parts.cache_clear()
        names.keys.cache_clear()
        index()

    rate = f"{len(texts) / seconds(index_parts_seen, 5):,.0f} names/s"
    say("keys and fold, the single words seen before", rate, "goal 20,000")
    say("strictness", ", ".join(f"{name} {threshold}" for name, threshold in STRICTNESS.items()))


if __name__ == "__main__":
    main()
