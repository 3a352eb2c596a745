"""The world as the vault meets it: time, chance, and what a guess at a passphrase shall cost."""

from dataclasses import dataclass, field

from workbench.clock import Clock, SystemClock
from workbench.ids import Ids, SystemIds
from workbench.security.slots import Cost


@dataclass(frozen=True)
class World:
    """What tests and demonstrations put other things in for. ``cost`` None means: measure this machine."""

    clock: Clock = field(default_factory=SystemClock)
    ids: Ids = field(default_factory=SystemIds)
    cost: Cost | None = None
