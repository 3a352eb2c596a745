"""What a document is made of: the whole case, or one thing in it that is named by its code."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.models import CustodyEvent, Examination, Exhibit, JudgeOrder, Referral, Scene
from workbench.services import interviewed
from workbench.services.finding import exhibit_of, newest_people, person_of
from workbench.sop import OrderState

CASE, ORDER, PERSON, REFERRAL = "case", "order", "person", "referral"
EXAMINATION, SCENE = "examination", "scene"
EXHIBIT, HAND_OVER = "exhibit", "hand_over"
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


def _examination(session: Session, case_id: str, ref: str) -> None:
    if ref not in _examinations(session, case_id):
        raise Refusal(Reason.EXAMINATION_UNKNOWN, examination=ltr(ref), example=ltr("X-01"))


def _examinations(session: Session, case_id: str) -> Sequence[str]:
    return sorted(set(session.scalars(select(Examination.ref).where(Examination.case_id == case_id))))


def _scene(session: Session, case_id: str, letter: str) -> None:
    if letter not in _scenes(session, case_id):
        raise Refusal(Reason.SCENE_UNKNOWN, scene=ltr(letter), example=ltr("A"))


def _scenes(session: Session, case_id: str) -> Sequence[str]:
    return sorted(set(session.scalars(select(Scene.letter).where(Scene.case_id == case_id))))


def _exhibits(session: Session, case_id: str) -> Sequence[str]:
    return session.scalars(select(Exhibit.number).where(Exhibit.case_id == case_id).order_by(Exhibit.number)).all()


def _hand_over(session: Session, case_id: str, code: str) -> None:
    if code not in _hand_overs(session, case_id):
        raise Refusal(Reason.HAND_OVER_UNKNOWN, code=ltr(code), example=ltr("E-001_2"))


def _hand_overs(session: Session, case_id: str) -> Sequence[str]:
    """Every entry by which an exhibit changed hands, newest first: its exhibit and its number there."""
    found = session.execute(
        select(Exhibit.number, CustodyEvent.seq)
        .join(CustodyEvent, CustodyEvent.exhibit_id == Exhibit.id)
        .where(Exhibit.case_id == case_id, CustodyEvent.kind.in_(_CHANGING))
        .order_by(CustodyEvent.created_at.desc(), CustodyEvent.id.desc())
    )
    return [f"{number}_{seq}" for number, seq in found]


_CHANGING = ("handed_over", "lent", "returned", "stored", "moved", "received")
SUBJECTS: dict[str, Subject] = {
    ORDER: Subject("O-01", Reason.DOCUMENT_OF_ORDER, _order, _orders),
    PERSON: Subject("P-01", Reason.DOCUMENT_OF_PERSON, person_of, _people),
    REFERRAL: Subject("R-01", Reason.DOCUMENT_OF_REFERRAL, _referral, _referrals),
    EXAMINATION: Subject("X-01", Reason.DOCUMENT_OF_EXAMINATION, _examination, _examinations),
    SCENE: Subject("A", Reason.DOCUMENT_OF_SCENE, _scene, _scenes),
    EXHIBIT: Subject("E-001", Reason.DOCUMENT_OF_EXHIBIT, exhibit_of, _exhibits),
    HAND_OVER: Subject("E-001_2", Reason.DOCUMENT_OF_HAND_OVER, _hand_over, _hand_overs),
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
