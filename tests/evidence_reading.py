"""Bytes read as the program reads a file, in this process: what the tests of the formats share."""

import io
from collections.abc import Mapping

from workbench.evidence.intake.gather import gather
from workbench.evidence.intake.items import Item, Kind, Reading
from workbench.evidence.intake.source import source


def read(data: bytes | str, name: str = "chat.txt", options: Mapping[str, object] | None = None) -> Reading:
    """What is in a file of this content and name, at a station in Iraq unless ``options`` say another region."""
    content = data.encode() if isinstance(data, str) else data
    return gather(source(io.BytesIO(content), name, len(content)), {"region": "IQ", **(options or {})})


def of_kind(reading: Reading, kind: Kind) -> list[Item]:
    """The items of one kind, in their order."""
    return [one for one in reading.items if one.kind is kind]


def warned(reading: Reading) -> dict[str, Mapping[str, str | int]]:
    """The warnings by key."""
    return {one.key: one.facts for one in reading.warnings}
