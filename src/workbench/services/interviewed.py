"""Which talks, statements and interpreters a case has to make papers of, and whom each of them is about."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.models import Interpreter, Interview, Statement
from workbench.services import stated

SUSPECTED = frozenset({"suspect", "accused"})


def interview_refs(session: Session, case_id: str) -> list[str]:
    """The numbers of the talks of a case."""
    return sorted(set(session.scalars(select(Interview.ref).where(Interview.case_id == case_id))))


def questioning_refs(session: Session, case_id: str) -> list[str]:
    """The numbers of the talks with somebody under suspicion: only they are read the rights of a suspect."""
    wanted = select(Interview.ref).where(Interview.case_id == case_id, Interview.capacity.in_(SUSPECTED))
    return sorted(set(session.scalars(wanted)))


def statement_refs(session: Session, case_id: str) -> list[str]:
    """The numbers of the statements of a case."""
    return sorted(session.scalars(select(Statement.ref).where(Statement.case_id == case_id)))


def interpreter_refs(session: Session, case_id: str) -> list[str]:
    """The numbers of the interpreters of a case."""
    return sorted(set(session.scalars(select(Interpreter.ref).where(Interpreter.case_id == case_id))))


def require_interview(session: Session, case_id: str, ref: str) -> None:
    """Refuse a talk that the case does not have."""
    if ref not in interview_refs(session, case_id):
        raise Refusal(Reason.INTERVIEW_UNKNOWN, interview=ltr(ref), example=ltr("IV-01"))


def require_questioning(session: Session, case_id: str, ref: str) -> None:
    """Refuse a talk that the case does not have, and one with somebody who is not under suspicion."""
    require_interview(session, case_id, ref)
    if ref not in questioning_refs(session, case_id):
        raise Refusal(Reason.INTERVIEW_NOT_SUSPECTED, interview=ltr(ref))


def require_statement(session: Session, case_id: str, ref: str) -> None:
    """Refuse a statement that the case does not have."""
    stated.statement_row(session, case_id, ref, {})


def require_voice(session: Session, case_id: str, ref: str) -> None:
    """Refuse an interpreter that the case does not have."""
    if ref not in interpreter_refs(session, case_id):
        raise Refusal(Reason.INTERPRETER_UNKNOWN, interpreter=ltr(ref), example=ltr("I-01"))


def speaker_of(session: Session, case_id: str, ref: str) -> str:
    """Whom a talk or a statement is about; nobody for an interpreter."""
    for table in (Interview, Statement):
        found = session.scalars(select(table.alias).where(table.case_id == case_id, table.ref == ref)).first()
        if found:
            return found
    return ""
