"""The name comparisons of OpenSanctions on pairs of names: pairs as JSON come in, scores by method go out.

It stands alone, so that an interpreter that has ``nomenklatura`` and nothing of ours can run it.
"""

import itertools
import json
import sys
from collections.abc import Callable

Pairs = list[tuple[str, str]]


def nomenklatura() -> dict[str, Callable[[str, str], float]]:
    """Whole matchers, as OpenSanctions screens with them, on persons that have nothing but a name."""
    from followthemoney import EntityProxy
    from nomenklatura.matching import LogicV1, LogicV2, ScoringConfig

    # What it finds out about an entity it remembers by the id: every name needs its own.
    count = itertools.count()

    def person(name: str) -> EntityProxy:
        return EntityProxy.from_dict({"id": f"p{next(count)}", "schema": "Person", "properties": {"name": [name]}})

    def matcher(algorithm: type) -> Callable[[str, str], float]:
        config = ScoringConfig.defaults()
        return lambda query, candidate: float(
            algorithm.compare(person(query), person(candidate), config).score
        )

    return {"nomenklatura LogicV2": matcher(LogicV2), "nomenklatura LogicV1": matcher(LogicV1)}


def rigour() -> dict[str, Callable[[str, str], float]]:
    """The comparison of name parts alone: analysed, brought into one order, compared, weighed by length."""
    from rigour.names import NameTypeTag, align_person_name_order, analyze_names, compare_parts

    def compare(query: str, candidate: str) -> float:
        best = 0.0
        for one in analyze_names(NameTypeTag.PER, [query]):
            for other in analyze_names(NameTypeTag.PER, [candidate]):
                left, right = align_person_name_order(list(one.parts), list(other.parts))
                found = compare_parts(left, right)
                sizes = [sum(len(part.comparable) for part in (*a.qps, *a.rps)) for a in found]
                if sum(sizes):
                    best = max(best, sum(a.score * n for a, n in zip(found, sizes, strict=True)) / sum(sizes))
        return best

    return {"rigour compare_parts": compare}


def main() -> None:
    pairs: Pairs = json.load(sys.stdin)
    scores = {
        name: [method(query, candidate) for query, candidate in pairs]
        for methods in (nomenklatura(), rigour())
        for name, method in methods.items()
    }
    json.dump(scores, sys.stdout)


if __name__ == "__main__":
    main()
