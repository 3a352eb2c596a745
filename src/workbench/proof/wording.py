"""Which fields of a value are texts that a person reads, and the one walk over them that translates and checks."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

# (context, English text) -> text
Say = Callable[[str, str], str]
TEXT: Mapping[str, bool] = {"text": True}
APART: Mapping[str, bool] = {"apart": True}
_Value = TypeVar("_Value")


def reworded(value: _Value, say: Say, path: str = "") -> _Value:
    """The value with every text in it replaced by what ``say`` makes of it, however deep it lies.

    The context of a text is the path of keys that leads to it: ``screening.sets.som.items.SOM-01.text``.
    """
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, object] = {}
    for one in fields(value):
        held, here = getattr(value, one.name), f"{path}.{one.name}" if path else one.name
        if one.metadata.get("text"):
            changes[one.name] = _said(held, say, here)
        elif not one.metadata.get("apart") and (is_dataclass(held) or isinstance(held, Mapping | tuple)):
            changes[one.name] = _within(held, say, here)
    return replace(value, **changes)


def _said(held: object, say: Say, path: str) -> object:
    if isinstance(held, str):
        return say(path, held)
    if isinstance(held, Mapping):
        return {key: _said(texts, say, f"{path}.{key}") for key, texts in held.items()}
    assert isinstance(held, tuple)
    return tuple(say(f"{path}.{number}", text) for number, text in enumerate(held))


def _within(held: object, say: Say, path: str) -> object:
    if isinstance(held, Mapping):
        return {key: reworded(one, say, f"{path}.{key}") for key, one in held.items()}
    if isinstance(held, tuple):
        return tuple(reworded(one, say, f"{path}.{getattr(one, 'key', '')}") for one in held)
    return reworded(held, say, path)
