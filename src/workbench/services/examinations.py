"""Requests to laboratories and experts: asked with numbered questions, sent with seals, answered, brought back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, Language, ltr, visible
from workbench.models import Examination
from workbench.security import Act
from workbench.services import texts
from workbench.services.care.checking import person_in, today
from workbench.services.cases import members
from workbench.services.examination_rows import (
    ASKED,
    RESULT,
    RETURNED,
    SENT,
    WITHDRAWN,
    ExaminationRow,
    examination_rows,
)
from workbench.services.finding import case_id_of, exhibit_of
from workbench.store import Desk

# What can follow what; an answer may be supplemented.
NEXT: dict[str, tuple[str, ...]] = {
    ASKED: (SENT, RESULT, WITHDRAWN), SENT: (RESULT, RETURNED, WITHDRAWN), RESULT: (RETURNED, RESULT),
    RETURNED: (RESULT,), WITHDRAWN: (),
}  # fmt: skip
_MOST_QUESTIONS = 40


def ask_examination(
    desk: Desk, case: str, *, kind: str, to: str, questions: Sequence[str], exhibits: Sequence[str] = (),
    person: str = "", official: bool = True, oath: str = "", facts: str = "", hazards: str = "", wanted_by: str = "",
    contact: str = "", returning: str = "", order: str = "", seals: Mapping[str, str] | None = None,
    at: datetime | None = None,
) -> ExaminationRow:  # fmt: skip
    """Ask a laboratory (``official``) or an expert to examine exhibits, or a person by code; it gets the next number.

    ``facts`` are short and suggest no answer, ``questions`` are numbered in their order. The seal of each exhibit is
    that of its record unless ``seals`` says otherwise. Raises ``Refusal`` for what there is not or what is missing.
    """
    desk.require(Act.EXAMINATION_ASK)
    at = texts.happened(at, desk.clock.now())
    asked = [one for text in questions if (one := texts.several_lines(text, 2000))]
    if kind not in terms.EXAMINATIONS:
        raise _wrong(N_("the kind is not one of those offered"))
    lacking = [
        (N_("the laboratory or expert"), bool(texts.one_line(to, 200))), (N_("a question"), bool(asked)),
        (N_("an exhibit, or the person to be examined"), bool(exhibits) or bool(person)),
    ]  # fmt: skip
    if missing := tuple(called for called, given in lacking if not given):
        raise Refusal(Reason.EXAMINATION_INCOMPLETE, problem=missing)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        sent = [_sealed(session, case_id, number, seals or {}) for number in dict.fromkeys(exhibits)]
        code = person_in(session, case_id, person, today(desk), alive=False).alias if person else ""
    detail = {
        "to": texts.one_line(to, 200), "official": official, "oath": texts.one_line(oath, 300), "person": code,
        "facts": texts.several_lines(facts, 4000), "questions": asked[:_MOST_QUESTIONS],
        "hazards": texts.several_lines(hazards, 1000), "wanted_by": _day(wanted_by),
        "contact": texts.one_line(contact, 300), "returning": texts.one_line(returning, 300),
        "order": texts.one_line(order, 200),
    }  # fmt: skip
    with desk.act(Act.EXAMINATION_ASK, case_id, subject=f"{kind} {' '.join(exhibits)}{code}") as session:
        taken = set(session.scalars(select(Examination.ref).where(Examination.case_id == case_id)))
        row = Examination(
            case_id=case_id, ref=f"X-{len(taken) + 1:02}", state=ASKED, kind=kind, at=at, exhibits=sent, detail=detail,
            reason="",
        )  # fmt: skip
        session.add(desk.stamp(row))
    return one_examination(desk, case_id, row.ref)


def send_examination(
    desk: Desk, case: str, ref: str, *, by_whom: str = "", at: datetime | None = None
) -> ExaminationRow:
    """Record that request and exhibits left; the hand-over itself stands in the custody record of each exhibit."""
    return _follow(desk, case, ref, SENT, {"by_whom": texts.one_line(by_whom, 200)}, at)


def record_result(
    desk: Desk, case: str, ref: str, *, number: str, on: str, answers: Sequence[str], exhibit: str = "",
    method: str = "", uncertainty: str = "", limits: str = "", tools: Iterable[tuple[str, str]] = (),
    accredited: str = "unknown", scope: str = "", expert: str = "", identity: str = "", oath: str = "",
    signed: bool = False, roles: Mapping[str, str] | None = None, properties: Mapping[str, str] | None = None,
    at: datetime | None = None,
) -> ExaminationRow:  # fmt: skip
    """Record the answer. ``answers`` are as many as the questions, each may be «not possible»; ``exhibit`` is the one
    under which the answer itself was registered and its file sealed, so that findings can cite it."""
    given = [texts.several_lines(one, 8000) for one in answers]
    named = [(texts.one_line(name, 200), texts.one_line(version, 100)) for name, version in tools]
    if accredited not in terms.ACCREDITED:
        raise _wrong(N_("the kind is not one of those offered"))
    if not any(given):
        raise Refusal(Reason.EXAMINATION_INCOMPLETE, problem=(N_("an answer"),))
    if unknown := set(properties or ()) - set(terms.PROPERTIES):
        raise _wrong_value(sorted(unknown)[0])
    if exhibit:
        with desk.reading() as session:
            exhibit_of(session, case_id_of(session, case), exhibit)
    detail = {
        "number": texts.one_line(number, 80), "on": _day(on), "method": texts.several_lines(method, 4000),
        "uncertainty": texts.several_lines(uncertainty, 1000), "limits": texts.several_lines(limits, 2000),
        "tools": [{"name": name, "version": version} for name, version in named if name], "accredited": accredited,
        "scope": texts.one_line(scope, 300), "expert": texts.one_line(expert, 200),
        "identity": texts.one_line(identity, 300), "oath": texts.one_line(oath, 300), "signed": signed,
        "answers": given, "exhibit": exhibit,
        "roles": {key: texts.one_line(value, 200) for key, value in (roles or {}).items()},
        "properties": {key: texts.several_lines(value, 1000) for key, value in (properties or {}).items()},
    }  # fmt: skip
    return _follow(desk, case, ref, RESULT, detail, at)


def examination_returned(
    desk: Desk, case: str, ref: str, *, note: str = "", at: datetime | None = None
) -> ExaminationRow:
    """Record that the exhibits came back; what changed hands stands in the custody record."""
    return _follow(desk, case, ref, RETURNED, {"note": texts.several_lines(note, 1000)}, at)


def withdraw_examination(desk: Desk, case: str, ref: str, reason: str) -> ExaminationRow:
    """Take a request back, with the reason."""
    why = texts.several_lines(reason)
    if not why:
        raise Refusal(Reason.REASON_NEEDED)
    return _follow(desk, case, ref, WITHDRAWN, {}, None, why)


def list_examinations(desk: Desk, case: str) -> list[ExaminationRow]:
    """The requests of a case in the order of their numbers."""
    with desk.reading() as session:
        case_id, names = case_id_of(session, case), members(session)
        return examination_rows(session, case_id, names, today(desk))


def one_examination(desk: Desk, case: str, ref: str) -> ExaminationRow:
    """One request by its number. Raises ``Refusal`` if the case has none of it."""
    for one in list_examinations(desk, case):
        if one.ref == ref:
            return one
    raise Refusal(Reason.EXAMINATION_UNKNOWN, examination=ltr(visible(ref[:40])), example=ltr("X-01"))


def _follow(
    desk: Desk, case: str, ref: str, state: str, detail: Mapping[str, Any], at: datetime | None, reason: str = ""
) -> ExaminationRow:
    desk.require(Act.EXAMINATION_FOLLOW)
    row = one_examination(desk, case, ref)
    if state not in NEXT[row.state]:
        raise Refusal(
            Reason.EXAMINATION_TURN, examination=ltr(ref), now=_spoken(row.state), wanted=_spoken(state),
            can=tuple(map(_spoken, NEXT[row.state])) or (ltr("–"),),
        )  # fmt: skip
    at = texts.happened(at, desk.clock.now())
    if at < row.entries[-1].at:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies before the last entry"))
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    with desk.act(Act.EXAMINATION_FOLLOW, case_id, subject=f"{ref} {state}", reason=reason) as session:
        session.add(
            desk.stamp(
                Examination(
                    case_id=case_id, ref=ref, state=state, kind=row.kind, at=at,
                    exhibits=[{"number": one.number, "seal": one.seal} for one in row.exhibits],
                    detail=dict(detail), reason=reason,
                )
            )
        )  # fmt: skip
    return one_examination(desk, case_id, ref)


def _sealed(session: Session, case_id: str, number: str, seals: Mapping[str, str]) -> dict[str, str]:
    found = exhibit_of(session, case_id, number)
    return {"number": number, "seal": texts.one_line(seals.get(number, ""), 60) or found.seal_number}


def _day(text: str) -> str:
    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it is not a day")) from None


def _spoken(state: str) -> object:
    def say(language: Language) -> str:
        return language.say(terms.EXAMINATION_STATES[state])

    return say


def _wrong(problem: str) -> Refusal:
    return Refusal(Reason.EXAMINATION_WRONG, problem=problem)


def _wrong_value(value: str) -> Refusal:
    return Refusal(Reason.NOT_IN_RULES, value=ltr(visible(value)), known=ltr(", ".join(terms.PROPERTIES)))
