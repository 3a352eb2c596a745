"""Interpreters: who they are, on oath since when, tied to whom, and whose words were doubted."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.models import Interpreter
from workbench.security import Act
from workbench.services import texts
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.services.interviews.checking import next_ref, require_choice, require_words, wrong
from workbench.services.interviews.rows import InterpreterRow, interpreter_of
from workbench.store import Desk


def record_interpreter(
    desk: Desk, case: str, *, name: str, languages: Sequence[tuple[str, str]], oath_at: datetime | None = None,
    sex: str = "unknown", paper: str = "", qualification: str = "", ties: Sequence[str] = (), ties_note: str = "",
    accepted: str = "unknown", ref: str = "", reason: str = "",
) -> InterpreterRow:  # fmt: skip
    """Record an interpreter under the next number, or as known now under ``ref``, with the reason of the change.

    ``languages`` are codes with the dialect; ``ties`` keys of ``terms.TIES``. A tie is recorded, not forbidden: it
    warns wherever this interpreter is to speak.
    """
    desk.require(Act.INTERPRETER_RECORD)
    require_words([(N_("name"), name), (N_("language"), " ".join(code for code, _ in languages))])
    for tie in ties:
        require_choice(tie, terms.TIES)
    require_choice(sex, terms.SEXES)
    require_choice(accepted, terms.YES_NO)
    if ties:
        require_words([(N_("what the tie is"), ties_note)])
    oath = texts.happened(oath_at, desk.clock.now()) if oath_at else None
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        old = _newest(session, case_id, ref) if ref else None
    if old is not None:
        require_words([(N_("why it is changed"), reason)])
    detail = {
        "sex": sex, "paper": texts.one_line(paper, 120), "qualification": texts.one_line(qualification, 200),
        "ties": list(dict.fromkeys(ties)), "ties_note": texts.several_lines(ties_note), "accepted": accepted,
    }  # fmt: skip
    spoken = [[texts.one_line(code, 10), texts.one_line(dialect, 60)] for code, dialect in languages]
    return _write(
        desk, case_id, ref, name=texts.one_line(name, 200), languages=spoken, oath_at=oath, detail=detail,
        doubts=list(old.doubts) if old else [], reason=texts.several_lines(reason),
    )  # fmt: skip


def raise_doubt(
    desk: Desk, case: str, ref: str, *, by: str, about: str, interview: str = "", done: str = "",
    at: datetime | None = None,
) -> InterpreterRow:  # fmt: skip
    """Record that somebody doubted the words of an interpreter, and what was done about it if anything was."""
    require_words([(N_("who doubts it"), by), (N_("which words are doubted"), about)])
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        old = _newest(session, case_id, ref)
    doubt = {
        "at": texts.happened(at, desk.clock.now()).isoformat(), "by": texts.one_line(by, 200),
        "about": texts.several_lines(about), "interview": texts.one_line(interview, 20),
        "done": texts.several_lines(done),
    }  # fmt: skip
    return _again(desk, case_id, old, [*old.doubts, doubt])


def settle_doubt(desk: Desk, case: str, ref: str, number: int, done: str) -> InterpreterRow:
    """Record what was done about a doubt; ``number`` counts the doubts of the interpreter from 1."""
    require_words([(N_("what was done about it"), done)])
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        old = _newest(session, case_id, ref)
    if not 1 <= number <= len(old.doubts):
        raise wrong(N_("there is no doubt of this number"))
    doubts = [{**one, "done": texts.several_lines(done)} if n == number else one for n, one in enumerate(old.doubts, 1)]
    return _again(desk, case_id, old, doubts)


def list_interpreters(desk: Desk, case: str) -> tuple[InterpreterRow, ...]:
    """The interpreters of a case as last recorded, in the order of their numbers."""
    with desk.reading() as session:
        return interpreter_rows(session, case_id_of(session, case), members(session))


def interpreter_rows(session: Session, case_id: str, names: Mapping[str, str]) -> tuple[InterpreterRow, ...]:
    """The interpreters of a case within a reading that is under way."""
    return tuple(interpreter_of(one, names) for _, one in sorted(_rows(session, case_id).items()))


def require_interpreter(session: Session, case_id: str, ref: str) -> None:
    """Refuse an interpreter that the case does not have."""
    if ref:
        _newest(session, case_id, ref)


def _again(desk: Desk, case_id: str, old: Interpreter, doubts: list[Any]) -> InterpreterRow:
    return _write(
        desk, case_id, old.ref, name=old.name, languages=list(old.languages), oath_at=old.oath_at,
        detail=dict(old.detail), doubts=doubts, reason=old.reason,
    )  # fmt: skip


def _write(desk: Desk, case_id: str, ref: str, **facts: Any) -> InterpreterRow:
    with desk.act(Act.INTERPRETER_RECORD, case_id, subject=ref, reason=facts["reason"]) as session:
        kept = ref or next_ref(session, Interpreter.ref, case_id, "I")
        session.add(desk.stamp(Interpreter(case_id=case_id, ref=kept, **facts)))
    return next(one for one in list_interpreters(desk, case_id) if one.ref == kept)


def _newest(session: Session, case_id: str, ref: str) -> Interpreter:
    found = _rows(session, case_id).get(ref)
    if found is None:
        raise Refusal(Reason.INTERPRETER_UNKNOWN, interpreter=ltr(ref), example=ltr("I-01"))
    return found


def _rows(session: Session, case_id: str) -> dict[str, Interpreter]:
    rows = session.scalars(
        select(Interpreter).where(Interpreter.case_id == case_id).order_by(Interpreter.created_at, Interpreter.id)
    )
    return {one.ref: one for one in rows}
