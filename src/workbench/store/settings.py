"""The settings of a station as they stand: the newest row of a key holds."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import Setting
from workbench.store.station import DEFAULTS, Station


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
