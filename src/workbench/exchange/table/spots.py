"""Where each text of a pack stands in the sheets of a language."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from workbench.exchange.table.layout import TRANSLATION, Shape
from workbench.sop.texts import PACK_CATALOGUE


class Part(Enum):
    """The sheets of one language, in their order."""

    STEPS = 0
    QUESTIONS = 1
    NAMES = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """One text: its sheet, the key of its row, its column, and which line of the cell (by number or option)."""

    part: Part
    row: str
    column: str
    shape: Shape = Shape.TEXT
    line: int | str = 0


def spot(name: str, context: str, steps: Collection[str]) -> Spot:
    """Where the text of this context in the catalogue ``name`` stands. Raises ``KeyError`` if nowhere."""
    if name == PACK_CATALOGUE:
        return Spot(Part.NAMES, context, TRANSLATION)
    parts = context.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        key, rest = ".".join(parts[:cut]), parts[cut:]
        if key in steps:
            return _of_step(key, rest)
    if context == f"{name}.title":
        return Spot(Part.STEPS, name, "title")
    raise KeyError(context)


def _of_step(key: str, rest: list[str]) -> Spot:
    first = rest[0]
    if rest in (["title"], ["purpose"], ["script"]):
        return Spot(Part.STEPS, key, first)
    if rest == ["deadline"]:
        return Spot(Part.STEPS, key, first, Shape.LINES)
    if first in ("todo", "dos", "donts", "deadline") and len(rest) == 2 and rest[1].isdecimal():
        return Spot(Part.STEPS, key, first, Shape.LINES, int(rest[1]))
    question = f"{key}.{first}"
    if rest[1:] in (["label"], ["help"]):
        return Spot(Part.QUESTIONS, question, rest[1])
    if rest[1:2] == ["options"] and len(rest) > 2:
        return Spot(Part.QUESTIONS, question, "options", Shape.OPTIONS, ".".join(rest[2:]))
    raise KeyError(".".join((key, *rest)))
