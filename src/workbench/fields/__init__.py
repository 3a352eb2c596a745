"""Fields: a question as data, and what a good answer to it is."""

from workbench.fields.check import check, clean
from workbench.fields.field import Answers, Field, Option, given, shown
from workbench.fields.kinds import CHOOSING, MANY, TRUTHS, Kind
from workbench.fields.problems import Problem, ProblemKind

KINDS = tuple(Kind)

__all__ = [
    "CHOOSING", "KINDS", "MANY", "TRUTHS", "Answers", "Field", "Kind", "Option", "Problem", "ProblemKind",
    "check", "clean", "given", "shown",
]  # fmt: skip
