"""The station a vault belongs to, and the settings that hold there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DEFAULTS: Mapping[str, Any] = {
    "name": "",
    "jurisdiction": "iq",
    "zone": "Asia/Baghdad",
    "training": False,
    "number_pattern": "{kind}-{year}/{seq:04}",
    # Exhibits are numbered by it; {case}, {scene} and {seq} are filled in.
    "exhibit_pattern": "E-{seq:03}",
    "letterhead": [],
    "idle_minutes": 5,
    "digits": "locale",
    "document_digits": "locale",
    # The station's own hours for house rules, by step; what the law sets cannot be set here.
    "house_rules": {},
}


@dataclass(frozen=True, slots=True)
class Station:
    """Where the vault belongs. ``jurisdiction`` names the law that holds there, ``zone`` its clock."""

    name: str
    jurisdiction: str
    zone: str
    training: bool
    number_pattern: str
    letterhead: tuple[str, ...] = ()
