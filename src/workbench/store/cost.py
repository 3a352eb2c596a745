"""What a guess at a passphrase costs on this machine: about a second, never less than the floor."""

from workbench.clock import Clock
from workbench.security.keys import waste_a_guess
from workbench.security.slots import FLOOR, Cost

_GOAL = 1.0  # seconds
_MOST_PASSES = 12


def measured(clock: Clock) -> Cost:
    """The floor's memory with as many passes as fill a second here; less memory only where it cannot be had."""
    try:
        return Cost(FLOOR.memory, _passes(clock, FLOOR), FLOOR.lanes)
    except MemoryError:
        small = Cost(64 * 1024, FLOOR.passes, FLOOR.lanes)
        return Cost(small.memory, _passes(clock, small), small.lanes)


def _passes(clock: Clock, cost: Cost) -> int:
    start = clock.monotonic()
    waste_a_guess("measure", cost)
    took = max(clock.monotonic() - start, 0.01)
    return max(cost.passes, min(_MOST_PASSES, round(cost.passes * _GOAL / took)))
