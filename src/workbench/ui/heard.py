"""What the page of interviews knows, gathered in one go on the worker."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.services import exhibits, interviews, people
from workbench.services.interviews import (
    ComparedRow,
    InterpreterRow,
    InterviewRow,
    InterviewRules,
    StatementRow,
)
from workbench.services.rows import PersonRow


@dataclass(frozen=True, slots=True)
class Looked:
    """Everything that is shown. ``running`` and ``typed`` are drafts of the talk that is chosen."""

    rules: InterviewRules
    talks: tuple[InterviewRow, ...]
    statements: tuple[StatementRow, ...]
    voices: tuple[InterpreterRow, ...]
    people: tuple[PersonRow, ...]
    recordings: tuple[tuple[str, str], ...]
    running: Mapping[str, Any] = field(default_factory=dict)
    typed: Mapping[str, Any] = field(default_factory=dict)
    beside: ComparedRow | None = None

    def talk(self, ref: str) -> InterviewRow | None:
        """The talk of a number."""
        return next((one for one in self.talks if one.ref == ref), None)

    def statement(self, ref: str) -> StatementRow | None:
        """The statement of a number."""
        return next((one for one in self.statements if one.ref == ref), None)

    def voice(self, ref: str) -> InterpreterRow | None:
        """The interpreter of a number."""
        return next((one for one in self.voices if one.ref == ref), None)


def look(desk: Any, case: str, chosen: str, left: str, right: str, tag: str) -> Looked:
    """Ask the services for all of it; ``left`` and ``right`` are statements to be shown side by side."""
    talks = interviews.list_interviews(desk, case)
    statements = interviews.list_statements(desk, case)
    known = {one.ref for one in statements}
    beside = (
        interviews.compared(desk, case, left, right) if {left, right} <= known and left != right else None
    )
    drafted = chosen if any(one.ref == chosen for one in talks) else ""
    sealed = tuple((one.number, one.description) for one in exhibits.list_exhibits(desk, case) if one.files)
    return Looked(
        interviews.interview_rules(tag), talks, statements, interviews.list_interpreters(desk, case),
        tuple(people.list_people(desk, case)), sealed,
        interviews.draft(desk, case, interviews.RUNNING, drafted) if drafted else {},
        interviews.draft(desk, case, interviews.WRITING, drafted) if drafted else {}, beside,
    )  # fmt: skip
