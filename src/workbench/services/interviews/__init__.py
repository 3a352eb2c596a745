"""Interviews and statements: planned so that nobody is harmed, held, taken down, read back, corrected and signed."""

from workbench.proof.interviewing import Compared, InterviewRules, Warned
from workbench.services.interviews.comparing import ComparedRow, compared
from workbench.services.interviews.drafting import RUNNING, WRITING, draft, save_draft
from workbench.services.interviews.gathering import list_interviews, one_interview
from workbench.services.interviews.holding import cancel_interview, hold_interview
from workbench.services.interviews.interpreters import (
    list_interpreters,
    raise_doubt,
    record_interpreter,
    settle_doubt,
)
from workbench.services.interviews.noting import correct_line, read_back, seal_recording, sign
from workbench.services.interviews.planning import plan_interview
from workbench.services.interviews.proposing import ProposalRow, propose, topic_text
from workbench.services.interviews.rows import (
    BreakRow,
    ConductRow,
    DoubtRow,
    InterpreterRow,
    InterviewRow,
    PlanRow,
    PresentRow,
    TopicRow,
)
from workbench.services.interviews.ruled import interview_rules
from workbench.services.interviews.statements import (
    HEAD,
    Said,
    list_statements,
    one_statement,
    recorded_time,
    said_in,
    take_statement,
)
from workbench.services.stated import LineRow, StatementRow, cited_lines

__all__ = [
    "BreakRow", "Compared", "ComparedRow", "ConductRow", "DoubtRow", "HEAD", "InterpreterRow", "InterviewRow",
    "InterviewRules", "LineRow", "PlanRow", "PresentRow", "ProposalRow", "RUNNING", "Said", "StatementRow",
    "TopicRow", "WRITING", "Warned", "cancel_interview", "cited_lines", "compared", "correct_line", "draft",
    "hold_interview", "interview_rules", "list_interpreters", "list_interviews", "list_statements",
    "one_interview", "one_statement", "plan_interview", "propose", "raise_doubt", "read_back",
    "record_interpreter", "recorded_time", "said_in", "save_draft", "seal_recording", "settle_doubt", "sign",
    "take_statement", "topic_text",
]  # fmt: skip
