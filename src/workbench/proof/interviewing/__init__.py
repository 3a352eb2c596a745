"""How people are interviewed: the rules as data, what a plan or a talk lacks by them, and statements side by side."""

from workbench.proof.interviewing.comparing import Compared, Spoken, compare_statements
from workbench.proof.interviewing.lines import Read, lines_of
from workbench.proof.interviewing.reading import inspect_interviews, load_interviews
from workbench.proof.interviewing.rules import Duty, InterviewRules, Limit, Phase
from workbench.proof.interviewing.warned import Situation, Voice, Warned, warnings

__all__ = [
    "Compared", "Duty", "InterviewRules", "Limit", "Phase", "Read", "Situation", "Spoken", "Voice", "Warned",
    "compare_statements", "inspect_interviews", "lines_of", "load_interviews", "warnings",
]  # fmt: skip
