"""What a document is made of: the whole case, or one thing in it that is named by its code."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.models import JudgeOrder, Referral
from workbench.services import interviewed
from workbench.services.finding import newest_people, person_of
from workbench.sop import OrderState

CASE, ORDER, PERSON, REFERRAL = "case", "order", "person", "referral"
INTERVIEW, QUESTIONING, STATEMENT, INTERPRETER = "interview", "questioning", "statement", "interpreter"
# What was heard: such a paper says nothing of anybody but who was heard.
HEARD = frozenset({INTERVIEW, QUESTIONING, STATEMENT, INTERPRETER})


@dataclass(frozen=True)
class Subject:
    """A thing that documents are made of: how it is called, which there are, and what is refused if it cannot be."""

    example: str
    needed: Reason
    require: Callable[[Session, str, str], object]
    all: Callable[[Session, str], Sequence[str]]


def require(session: Session, case_id: str, kind: str, of: str, subject: str) -> None:
    """Refuse a document that does not say what it is made of, and one of the whole case that names something."""
    if of == CASE:
        if subject:
            raise Refusal(Reason.DOCUMENT_OF_CASE, kind=ltr(kind), subject=ltr(visible(subject)))
        return
    if not subject:
        raise Refusal(SUBJECTS[of].needed, kind=ltr(kind), example=ltr(SUBJECTS[of].example))
    SUBJECTS[of].require(session, case_id, visible(subject))


def _order(session: Session, case_id: str, ref: str) -> None:
    states = session.scalars(
        select(JudgeOrder.state).where(JudgeOrder.case_id == case_id, JudgeOrder.ref == ref)
    ).all()
    if not states:
        raise Refusal(Reason.ORDER_UNKNOWN, order=ltr(ref), example=ltr("O-01"))
    if OrderState.ASKED not in states:
        raise Refusal(Reason.ORDER_NOT_ASKED, order=ltr(ref))


def _orders(session: Session, case_id: str) -> Sequence[str]:
    """The orders that the judge was asked for; an exception needs no request."""
    asked = JudgeOrder.state == OrderState.ASKED
    refs = session.scalars(select(JudgeOrder.ref).where(JudgeOrder.case_id == case_id, asked))
    return sorted(set(refs))


def _people(session: Session, case_id: str) -> Sequence[str]:
    return [one.alias for one in newest_people(session, case_id)]


def _referral(session: Session, case_id: str, ref: str) -> None:
    if ref not in _referrals(session, case_id):
        raise Refusal(Reason.REFERRAL_UNKNOWN, referral=ltr(ref), example=ltr("R-01"))


def _referrals(session: Session, case_id: str) -> Sequence[str]:
    return sorted(set(session.scalars(select(Referral.ref).where(Referral.case_id == case_id))))


SUBJECTS: dict[str, Subject] = {
    ORDER: Subject("O-01", Reason.DOCUMENT_OF_ORDER, _order, _orders),
    PERSON: Subject("P-01", Reason.DOCUMENT_OF_PERSON, person_of, _people),
    REFERRAL: Subject("R-01", Reason.DOCUMENT_OF_REFERRAL, _referral, _referrals),
    INTERVIEW: Subject(
        "IV-01", Reason.DOCUMENT_OF_INTERVIEW, interviewed.require_interview, interviewed.interview_refs
    ),
    QUESTIONING: Subject(
        "IV-01", Reason.DOCUMENT_OF_INTERVIEW, interviewed.require_questioning, interviewed.questioning_refs
    ),
    STATEMENT: Subject(
        "ST-01", Reason.DOCUMENT_OF_STATEMENT, interviewed.require_statement, interviewed.statement_refs
    ),
    INTERPRETER: Subject(
        "I-01", Reason.DOCUMENT_OF_INTERPRETER, interviewed.require_voice, interviewed.interpreter_refs
    ),
}
