"""The station a vault belongs to, and the settings that hold there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import Setting

DEFAULTS: Mapping[str, Any] = {
    "name": "",
    "jurisdiction": "iq",
    "zone": "Asia/Baghdad",
    "training": False,
    "number_pattern": "{kind}-{year}/{seq:04}",
    "letterhead": [],
    "idle_minutes": 5,
    "digits": "locale",
    "document_digits": "locale",
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


def settings(session: Session) -> dict[str, Any]:
    """Every setting with its present value: the newest row of a key holds."""
    rows = session.scalars(select(Setting).order_by(Setting.created_at, Setting.id))
    return {**DEFAULTS, **{row.key: row.value["value"] for row in rows}}


def station(session: Session) -> Station:
    """The station as its settings describe it."""
    now = settings(session)
    return Station(
        str(now["name"]), str(now["jurisdiction"]), str(now["zone"]), bool(now["training"]),
        str(now["number_pattern"]), tuple(map(str, now["letterhead"])),
    )  # fmt: skip
