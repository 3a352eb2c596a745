"""Papers that two people of a case are said to bear: one number, one kind; a warning, never a decision."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from workbench.identity.cards import canonical
from workbench.models import Identity
from workbench.services.finding import case_id_of, newest_people
from workbench.services.people.sameness import joined_codes
from workbench.store import Desk

# Fewer signs are no number that could tell two papers apart.
_LEAST = 4


@dataclass(frozen=True, slots=True)
class DoubleRow:
    """One number of a paper and the codes of those who bear it. The number is protected: only its end is shown."""

    kind: str  # a key of terms.PAPERS
    ending: str
    people: tuple[str, ...]


def doubles(desk: Desk, case: str) -> list[DoubleRow]:
    """Numbers of papers that more than one person of the case bears, compared without spaces, dashes and script.

    Codes that were found to be one person count as one.
    """
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        people, joined = newest_people(session, case_id), joined_codes(session, case_id)
        codes = {one.id: joined.get(one.alias, one.alias) for one in people}
        papers = session.scalars(select(Identity).where(Identity.person_id.in_(codes)).order_by(Identity.id)).all()
    bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for paper in papers:
        number = canonical(paper.number)
        if len(number) >= _LEAST:
            bearers[paper.kind, number].add(codes[paper.person_id])
    return [
        DoubleRow(kind, f"…{number[-2:]}", tuple(sorted(found)))
        for (kind, number), found in sorted(bearers.items()) if len(found) > 1
    ]  # fmt: skip
