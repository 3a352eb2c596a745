"""Taking in files, folders and whole sticks: planned, begun, taken file by file, gone on with after a power cut."""

from workbench.services.intake.listing import list_intakes, show_intake
from workbench.services.intake.planning import NotTaken, Plan, Planned, plan
from workbench.services.intake.rows import Duplicate, Going, IntakeRow, Progress
from workbench.services.intake.taking import begin, require, take

__all__ = [
    "Duplicate", "Going", "IntakeRow", "NotTaken", "Plan", "Planned", "Progress", "begin", "list_intakes", "plan",
    "require", "show_intake", "take",
]  # fmt: skip
