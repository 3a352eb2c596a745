"""What can be done from the card of a person: the page hands these down, the card only calls them."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.services.rows import PersonRow
from workbench.services.world import LinkRow

Do = Callable[[PersonRow], object]


@dataclass(frozen=True)
class Doing:
    """One function per button."""

    show: Do
    edit: Do
    role: Do
    end: Do
    acts: Do
    lift: Do
    seal: Do
    photo: Do
    link: Do
    same: Do
    over: Callable[[LinkRow], object]
    go: Callable[[str], object]
