"""Two people side by side, field by field; what is hidden is only said to agree or not, until somebody says why."""

from dataclasses import dataclass

from workbench.errors import Reason, Refusal
from workbench.services import likening, texts
from workbench.services.finding import case_of, person_of
from workbench.services.hits import Likeness
from workbench.services.people.comparing import call_numbers, compared, own_names, paper_numbers
from workbench.services.people.likeness import described
from workbench.services.people.listing import person_row
from workbench.services.people.showing import SEALED, may_see_sealed, reveal
from workbench.services.rows import PersonRow
from workbench.store import Desk

EQUAL, ALIKE, DIFFERENT, UNKNOWN = "equal", "alike", "different", "unknown"


@dataclass(frozen=True, slots=True)
class BesideRow:
    """One field of both. ``a`` and ``b`` are keys or texts as stored; empty where hidden or not known."""

    field: str  # names | mother | papers | phones | sex | birth | nationality | languages | roles | protection
    a: tuple[str, ...]
    b: tuple[str, ...]
    verdict: str  # equal | alike | different | unknown
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Two people side by side, and how alike they are with the reasons."""

    a: PersonRow
    b: PersonRow
    likeness: Likeness
    rows: tuple[BesideRow, ...]


def beside(desk: Desk, case: str, a: str, b: str, *, other_case: str = "", reason: str = "") -> Beside:
    """Both people field by field. Names and numbers are shown only for a ``reason``, which the log has before.

    Raises ``Refusal`` for a sealed identity that the person signed in may not be shown.
    """
    with desk.reading() as session:
        here, there = case_of(session, case), case_of(session, other_case or case)
        records = [person_of(session, here.id, a), person_of(session, there.id, b)]
        if any(one.protection == SEALED for one in records) and not may_see_sealed(desk):
            raise Refusal(Reason.PERSON_SEALED)
        known = described(session, records)
        first, second = (known[one.id] for one in records)
    named = bool(texts.several_lines(reason))
    if named:
        left, right = reveal(desk, here.id, a, reason), reveal(desk, there.id, b, reason)
    else:
        left, right = person_row(desk, here.id, a), person_row(desk, there.id, b)

    def hidden(field: str, ours: tuple[str, ...], theirs: tuple[str, ...], verdict: str) -> BesideRow:
        return BesideRow(field, ours if named else (), theirs if named else (), verdict, not named)

    ours, theirs = ([name.full for name in own_names(one.names)] for one in (first, second))
    mothers = [tuple(name.full for name in one.names if name.kind == "mother") for one in (first, second)]
    rows = (
        hidden("names", tuple(ours), tuple(theirs), _names(ours, theirs)),
        hidden("mother", mothers[0], mothers[1], _names(*mothers)),
        hidden(
            "papers", tuple(one.number for one in first.papers), tuple(one.number for one in second.papers),
            _shared(paper_numbers(first.papers), paper_numbers(second.papers)),
        ),
        hidden("phones", first.phones, second.phones, _shared(call_numbers(first.phones), call_numbers(second.phones))),
        *_open_rows(left, right),
    )  # fmt: skip
    return Beside(left, right, compared(first, second), rows)


def _open_rows(left: PersonRow, right: PersonRow) -> list[BesideRow]:
    """What every list shows of a person."""
    values: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
        ("sex", _said(left.sex), _said(right.sex)),
        ("birth", _said(left.birth_low, left.birth_high), _said(right.birth_low, right.birth_high)),
        ("nationality", _said(left.nationality), _said(right.nationality)),
        ("languages", left.languages, right.languages),
        ("roles", left.roles, right.roles),
    )
    return [BesideRow(field, a, b, _verdict(a, b)) for field, a, b in values]


def _said(*values: str) -> tuple[str, ...]:
    return tuple(one for one in values if one and one != UNKNOWN)


def _verdict(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    if not a or not b:
        return UNKNOWN
    return EQUAL if set(a) == set(b) else ALIKE if set(a) & set(b) else DIFFERENT


def _shared(a: set[str], b: set[str]) -> str:
    return UNKNOWN if not a or not b else EQUAL if a & b else DIFFERENT


def _names(a: list[str] | tuple[str, ...], b: list[str] | tuple[str, ...]) -> str:
    if not a or not b:
        return UNKNOWN
    best = max(likening.names(one, other).score for one in a for other in b)
    return EQUAL if best >= 99 else ALIKE if best >= likening.STRICTNESS["usual"] else DIFFERENT
