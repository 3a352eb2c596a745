"""The procedure: packs as data, facts of a case, progress through the steps, deadlines. All of it pure."""

from workbench.sop.deadlines import Due, DueState, due
from workbench.sop.facts import (
    BUILT_IN,
    SUSPECT_ROLES,
    VICTIM_ROLES,
    Cause,
    CauseKind,
    ExhibitFact,
    Fact,
    PersonFact,
    Picture,
    facts,
    label,
)
from workbench.sop.files import digest, read_folder
from workbench.sop.flaws import Finding, Flaw, Level
from workbench.sop.loader import inspect, inspect_bytes, load, load_bytes
from workbench.sop.model import Deadline, Named, Pack, PackFact, Phase, Source, Step
from workbench.sop.progress import SETTLED, Because, Progress, Record, StepState, StepView, progress

__all__ = [
    "BUILT_IN", "SETTLED", "SUSPECT_ROLES", "VICTIM_ROLES", "Because", "Cause", "CauseKind", "Deadline", "Due",
    "DueState", "ExhibitFact", "Fact", "Finding", "Flaw", "Level", "Named", "Pack", "PackFact", "PersonFact", "Phase",
    "Picture", "Progress", "Record", "Source", "Step", "StepState", "StepView", "digest", "due", "facts", "inspect",
    "inspect_bytes", "label", "load", "load_bytes", "progress", "read_folder",
]  # fmt: skip
