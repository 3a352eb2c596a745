"""What the answers and the evidence amount to by published rules: screening, matrix of proof, care, ethics. Pure."""

from workbench.datafiles import Finding as FileFinding
from workbench.proof.care import Assessment, CareRules, Matter, Move, Risk, RiskView, assess, trend
from workbench.proof.charges import ChargeRow, Holds, compare, holds
from workbench.proof.comparing import Changed, ScreeningChange, compare_screenings
from workbench.proof.ethics import EthicsRules, Kept, Point, PointView, StepRef, compliance
from workbench.proof.explaining import explain
from workbench.proof.findings import STRENGTHS, Finding, Side, Source, SourceKind
from workbench.proof.indicators import IndicatorSet, Item, Ref, ScreeningRules
from workbench.proof.matrix import Cell, Coverage, Matrix, Row, Task, graded, matrix
from workbench.proof.offences import ChargeRules, Clause, Element, Group, Offence
from workbench.proof.plain import (
    plain_assessment,
    plain_charges,
    plain_compliance,
    plain_matrix,
    plain_screening,
)
from workbench.proof.reading import inspect, load
from workbench.proof.rules import Rules
from workbench.proof.screening import Answer, DimensionView, Screening, Value, screen
from workbench.proof.sentences import Sentence
from workbench.proof.tracks import Track, Weighing, track, weigh

__all__ = [
    "STRENGTHS", "Answer", "Assessment", "CareRules", "Cell", "Changed", "ChargeRow", "ChargeRules", "Clause",
    "Coverage", "DimensionView", "Element", "EthicsRules", "FileFinding", "Finding", "Group", "Holds", "IndicatorSet",
    "Item", "Kept", "Matrix", "Matter", "Move", "Offence", "Point", "PointView", "Ref", "Risk", "RiskView", "Row",
    "Rules", "Screening", "ScreeningChange", "ScreeningRules", "Sentence", "Side", "Source", "SourceKind", "StepRef",
    "Task", "Track", "Value", "Weighing", "assess", "compare", "compare_screenings", "compliance", "explain", "graded",
    "holds", "inspect", "load", "matrix", "plain_assessment", "plain_charges", "plain_compliance", "plain_matrix",
    "plain_screening", "screen", "track", "trend", "weigh",
]  # fmt: skip
