"""Two codes said to be one person: joined with a reason, parted again with a reason; both stay in the history."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.models import SamePerson
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_of, person_of
from workbench.services.people.checking import wrong
from workbench.services.people.sameness import APART, SAME, Code, root, standing
from workbench.store import Desk


@dataclass(frozen=True, slots=True)
class PairRow:
    """What was last decided of two codes: ``same`` or ``apart``, why, and how alike they were then."""

    case_number: str
    alias: str
    other_case_number: str
    other_alias: str
    state: str
    score: int
    reason: str


def join(
    desk: Desk, case: str, kept: str, other: str, *, other_case: str = "", reason: str, score: int = 0
) -> PairRow:
    """Say that two codes are one person; within a case ``kept`` is the code that stands from then on.

    Whatever was joined to either before comes along. Raises ``Refusal`` for a person with themself and for two who
    are joined already.
    """
    why = _why(reason)
    with desk.reading() as session:
        a, b = _codes(session, case, kept, other, other_case)
        links = standing(session)
        first, second = root(a, links), root(b, links)
    if first == second:
        raise wrong(N_("these two are already one person"))
    with desk.act(Act.PERSON_JOIN, first[0], subject=_said(a, b), reason=why) as session:
        session.add(desk.stamp(_pair(first, second, SAME, score, why)))
        return _row(session, first, second, SAME, score, why)


def part(desk: Desk, case: str, kept: str, other: str, *, other_case: str = "", reason: str) -> PairRow:
    """Undo that two codes are one person, or say of two who look alike that they are not. Nothing of either is lost."""
    why = _why(reason)
    with desk.reading() as session:
        a, b = _codes(session, case, kept, other, other_case)
        links = standing(session)
        pair = _link(a, b, links) or (a, b)
    with desk.act(Act.PERSON_PART, pair[0][0], subject=_said(a, b), reason=why) as session:
        session.add(desk.stamp(_pair(*pair, APART, 0, why)))
        return _row(session, *pair, APART, 0, why)


def _link(a: Code, b: Code, links: dict[Code, Code]) -> tuple[Code, Code] | None:
    """The one joining to undo so that ``b`` is parted from ``a``; None if they are not joined."""
    if root(a, links) != root(b, links):
        return None
    # The later of the two is taken out; if that is where all others were joined to, the earlier one is.
    out = b if b in links else a
    return links[out], out


def _codes(session: Session, case: str, a: str, b: str, other_case: str) -> tuple[Code, Code]:
    here = case_of(session, case)
    there = case_of(session, other_case) if other_case else here
    first, second = (here.id, a), (there.id, b)
    if first == second:
        raise wrong(N_("a person cannot be joined with themself"))
    for case_id, alias in (first, second):
        person_of(session, case_id, alias)
    return first, second


def _why(reason: str) -> str:
    why = texts.several_lines(reason)
    if not why:
        raise Refusal(Reason.REASON_NEEDED)
    return why


def _pair(kept: Code, other: Code, state: str, score: int, reason: str) -> SamePerson:
    return SamePerson(
        case_id=kept[0], alias=kept[1], other_case_id=other[0], other_alias=other[1], state=state, score=score,
        reason=reason,
    )  # fmt: skip


def _said(a: Code, b: Code) -> str:
    return f"{a[1]} {b[1]}"


def _row(session: Session, kept: Code, other: Code, state: str, score: int, reason: str) -> PairRow:
    numbers = [case_of(session, one[0]).number for one in (kept, other)]
    return PairRow(numbers[0], kept[1], numbers[1], other[1], state, score, reason)
