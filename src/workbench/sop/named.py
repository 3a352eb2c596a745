"""People named in answers: which questions of a step ask for people, and whom an answer names."""

from workbench.fields import Kind
from workbench.sop.model import Step


def people_of(step: Step) -> tuple[str, ...]:
    """The questions of a step that are answered with people."""
    return tuple(one.key for one in step.fields if one.kind in (Kind.PERSON, Kind.PERSONS))


def several_of(step: Step | None) -> tuple[str, ...]:
    """The questions that say of whom a record is; a single person in it may be the interpreter."""
    return tuple(one.key for one in step.fields if one.kind is Kind.PERSONS) if step else ()


def aliases(answer: object) -> tuple[str, ...]:
    """Whom an answer names."""
    if isinstance(answer, str):
        return (answer,) if answer else ()
    return tuple(str(one) for one in answer) if isinstance(answer, list | tuple) else ()
