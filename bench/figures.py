"""How figures are taken and printed: medians of several runs in turn, because machines drift."""

import resource
import statistics
import time
from collections.abc import Callable


def seconds(run: Callable[[], object], times: int = 7) -> float:
    """The median time of a call."""
    return statistics.median(timed(run) for _ in range(times))


def in_turn(
    one: Callable[[], object], other: Callable[[], object], times: int = 7
) -> tuple[float, float, float]:
    """The medians of two calls made in turn, and the median of the ratios pair by pair."""
    pairs = [(timed(one), timed(other)) for _ in range(times)]
    first, second = (statistics.median(column) for column in zip(*pairs, strict=True))
    return first, second, statistics.median(a / b for a, b in pairs)


def say(name: str, figure: str, goal: str = "") -> None:
    print(f"{name:<52} {figure:>24}   {goal}")


def peak_mib() -> float:
    """The most memory this process had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(run: Callable[[], object]) -> float:
    """The seconds of one call."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
