"""The procedure: packs as data, facts of a case, progress through the steps, deadlines. All of it pure."""

from workbench.sop.changes import Changes, compare
from workbench.sop.coverage import MatterState, MatterView, coverage, readiness
from workbench.sop.deadlines import Due, DueState, Kept, due
from workbench.sop.deviations import EARLY, EXPLAINED, OVERRIDE, Approval, Deviated, Deviation, deviations
from workbench.sop.editions import Migration, PackDiff, changed_parts, diff, migration
from workbench.sop.facts import (
    BUILT_IN,
    SUSPECT_ROLES,
    VICTIM_ROLES,
    Cause,
    CauseKind,
    Event,
    ExhibitFact,
    Fact,
    OrderFact,
    OrderState,
    PersonFact,
    Picture,
    facts,
    label,
)
from workbench.sop.files import digest, read_folder
from workbench.sop.flaws import Finding, Flaw, Level
from workbench.sop.joining import BOTH, joined
from workbench.sop.loader import inspect, inspect_bytes, load, load_bytes
from workbench.sop.model import (
    Deadline,
    Extension,
    Length,
    Matter,
    Named,
    OrderKind,
    Pack,
    PackFact,
    Phase,
    Source,
    Step,
    Unit,
    Week,
)
from workbench.sop.progress import SETTLED, Because, Progress, Record, StepState, StepView, progress
from workbench.sop.simulate import Supposed, Walk, Walked, simulate

__all__ = [
    "BOTH", "BUILT_IN", "EARLY", "EXPLAINED", "OVERRIDE", "SETTLED", "SUSPECT_ROLES", "VICTIM_ROLES", "Approval",
    "Because", "Cause", "CauseKind", "Changes", "Deadline", "Deviated", "Deviation", "Due", "DueState", "Event",
    "ExhibitFact", "Extension", "Fact", "Finding", "Flaw", "Kept", "Length", "Level", "Matter", "MatterState",
    "MatterView", "Migration", "Named", "OrderFact", "OrderKind", "OrderState", "Pack", "PackDiff", "PackFact",
    "PersonFact", "Phase", "Picture", "Progress", "Record", "Source", "Step", "StepState", "StepView", "Supposed",
    "Unit", "Walk", "Walked", "Week", "changed_parts", "compare", "coverage", "deviations", "diff", "digest", "due",
    "facts", "inspect", "inspect_bytes", "joined", "label", "load", "load_bytes", "migration", "progress",
    "read_folder", "readiness", "simulate",
]  # fmt: skip
