"""What the steps of a procedure say already of a scene."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.i18n import language
from workbench.models import Case, StepRecord
from workbench.services.wording import value_text
from workbench.sop import Pack

# A pack says which steps make the record of a scene; of those the answers under these keys are its parts.
_PAPERS = frozenset({"D-SCENE", "D-SKETCH"})
_TEXTS = {
    "description": "description", "positions": "description", "touched": "touched", "place": "place",
    "weather": "weather", "light": "light", "measures": "measures", "traces": "traces",
}  # fmt: skip
_MOMENTS = {"entered_at": "began_at", "left_at": "ended_at", "safe_at": "cordon_at", "arrived_at": "arrived_at"}


def answered_scene(session: Session, case: Case, pack: Pack, tag: str) -> dict[str, Any]:
    """The parts of a scene that recorded steps hold, by the keys under which a scene keeps them."""
    newest: dict[str, StepRecord] = {}
    for row in session.scalars(
        select(StepRecord)
        .where(StepRecord.case_id == case.id, StepRecord.state == "done")
        .order_by(StepRecord.created_at, StepRecord.id)
    ):
        newest[row.step] = row
    spoken = language(tag)
    found: dict[str, Any] = {}
    for step in pack.steps.values():
        if step.key not in newest or not _PAPERS & {document.key for document in step.documents}:
            continue
        given = newest[step.key].answers
        for field in step.fields:
            value = given.get(field.key)
            if not value:
                continue
            if field.key in _TEXTS:
                text = value_text(field, value, spoken, pack.timezone)
                key = _TEXTS[field.key]
                found[key] = f"{found[key]}\n{text}" if key in found else text
            elif field.key in _MOMENTS:
                found[_MOMENTS[field.key]] = str(value)
            elif field.key == "present" and isinstance(value, str):
                found["present"] = [
                    {"name": line.strip(), "capacity": ""} for line in value.splitlines() if line.strip()
                ]
    return found
