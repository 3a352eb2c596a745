"""How a synthetic case's custody, counts and events come to a desk."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from workbench.services import custody, events
from workbench.store import Desk


def custody_told(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    """An entry as it was written on paper, or a fault explained; ``dated`` where the paper says another time."""
    if "explains" in facts:
        custody.explain(desk, case, facts["exhibit"], facts["explains"], facts["text"])
        return
    texts = ("from_whom", "to_whom", "store", "purpose", "seal_before", "seal_after", "condition")
    custody.record(
        desk, case, facts["exhibit"], kind=facts["kind"], at=datetime.fromisoformat(facts.get("dated", facts["at"])),
        written_no=int(facts["written_no"]), detail=facts.get("detail", {}),
        **{key: facts.get(key, "") for key in texts},
    )  # fmt: skip


def count_told(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    """The count of a store."""
    custody.stock_take(desk, facts["store"], facts["scanned"], case=case)


def happened_told(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    """An event on the timeline, with its source."""
    events.add_event(
        desk, case, kind=facts["kind"], at=facts["when"], text=facts["text"], doubts=facts.get("doubts", ()),
        parties=[(who, part) for who, part in facts["parties"]], source_kind=facts["source_kind"],
        source=facts["source"], source_place=facts.get("source_place", ""),
    )  # fmt: skip
