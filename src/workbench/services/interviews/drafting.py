"""What is typed of a talk or a statement and is not record yet: kept at every pause, taken away when it is recorded."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from workbench.models import StepDraft
from workbench.services import steps
from workbench.services.finding import case_id_of
from workbench.store import Desk

# A talk that is under way; a statement that is being written down.
RUNNING, WRITING = "interview", "statement"


def save_draft(desk: Desk, case: str, part: str, ref: str, typed: Mapping[str, Any]) -> None:
    """Keep what is typed so far; the next save replaces it, nothing at all takes it away."""
    steps.save_draft(desk, case, f"{part} {ref}", typed)


def draft(desk: Desk, case: str, part: str, ref: str) -> dict[str, Any]:
    """What was typed and not recorded yet; empty if nothing was."""
    with desk.reading() as session:
        wanted = select(StepDraft).where(
            StepDraft.case_id == case_id_of(session, case), StepDraft.step == f"{part} {ref}"
        )
        found = session.scalar(wanted)
        return dict(found.answers) if found else {}
