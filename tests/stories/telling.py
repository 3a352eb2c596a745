"""What the tests of both synthetic cases share: how a story is read, what it answers, what of it everybody reads."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from workbench.fields import Field
from workbench.services.story import Happening, happenings
from workbench.sop import Pack

# What a walk through the procedure does by hand; screening, proof and care have walks of their own.
PROCEDURE = frozenset({"person", "claim", "exhibit", "order", "deadline", "track", "step"})


def course(told: Mapping[str, Any]) -> list[Happening]:
    """What happens in the procedure itself, in the order of time."""
    return [one for one in happenings(told) if one.kind in PROCEDURE]


def read(path: Path) -> dict[str, Any]:
    """A file whose every leaf is a text."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return found


def leaves(node: Any) -> Iterator[Any]:
    """Every text of a tree, the keys too."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from leaves(value)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value)
    else:
        yield node


def answered(
    told: Mapping[str, Any], pack: Pack
) -> Iterator[tuple[str, tuple[Field, ...], Mapping[str, Any]]]:
    """Every record with answers: its place, what its step asks, what was answered."""
    for entry in told["steps"]:
        if "answers" in entry:
            yield f"{entry['step']} {entry['at']}", pack.step(entry["step"]).fields, entry["answers"]


def shown(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What everybody who opens the case reads: its title, exhibits, steps, orders, the reasons of the roles."""
    yield "title", told["title"]
    for one in told["exhibits"]:
        for key, value in one.items():
            if key != "files":
                yield from ((one["number"], leaf) for leaf in leaves(value))
    for part in ("steps", "orders", "deadlines", "tracks", "custody", "counts"):
        for entry in told.get(part, ()):
            for leaf in leaves(entry):
                yield f"{entry.get('step', part)} {entry['at']}", leaf
    for one in told["people"]:
        yield one["alias"], one["note"]
        for claim in one["claims"]:
            yield one["alias"], f"{claim['basis']} {claim['decided_by']}"
