"""What is asked of everything about interviews: answers among those offered, moments in order, words that say it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.services import texts
from workbench.services.interviews.rows import BreakRow, PresentRow


def wrong(problem: str) -> Refusal:
    """The refusal of something that cannot be kept about an interview or a statement."""
    return Refusal(Reason.INTERVIEW_WRONG, problem=problem)


def require_choice(value: str, offered: Iterable[str]) -> str:
    """The answer, if it is among those offered."""
    known = tuple(offered)
    if value not in known:
        raise Refusal(Reason.NOT_IN_RULES, value=ltr(value), known=ltr(", ".join(known)))
    return value


def require_words(words: Iterable[tuple[str, str]]) -> None:
    """Refuse what lacks something; each pair is what it is called and what was given."""
    lacking = tuple(called for called, given in words if not texts.several_lines(given))
    if lacking:
        raise Refusal(Reason.INTERVIEW_INCOMPLETE, problem=lacking)


def present(room: Sequence[PresentRow]) -> tuple[PresentRow, ...]:
    """The people of a room, each with a name and a task."""
    found = []
    for one in room:
        require_choice(one.role, terms.IN_THE_ROOM)
        require_choice(one.sex, terms.SEXES)
        require_words([(N_("the name of everybody in the room"), one.name)])
        found.append(PresentRow(one.role, texts.one_line(one.name, 200), one.sex))
    return tuple(found)


def breaks_within(breaks: Iterable[BreakRow], start: datetime, end: datetime) -> tuple[BreakRow, ...]:
    """The breaks in their order. Raises ``Refusal`` for one that lies outside the talk or ends before it begins."""
    found = sorted(breaks, key=lambda one: one.start)
    if any(not start <= one.start <= one.end <= end for one in found):
        raise wrong(N_("a break lies outside the talk"))
    return tuple(found)


def next_ref(session: Session, column: InstrumentedAttribute[str], case_id: str, letters: str) -> str:
    """The next number of a kind in a case."""
    taken = set(session.scalars(select(column).where(column.class_.case_id == case_id)))
    return f"{letters}-{len(taken) + 1:02}"
