"""Which codes are one person: joinings and partings as they stand, within a case and across cases."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import SamePerson

SAME, APART = "same", "apart"
Code = tuple[str, str]  # case id and alias


def joined_codes(session: Session, case_id: str) -> dict[str, str]:
    """Within a case, each code that is another's person, with the code that stands for that person there."""
    links = standing(session)
    groups: defaultdict[Code, set[str]] = defaultdict(set)
    for code in {*links, *links.values()}:
        if code[0] == case_id:
            groups[root(code, links)].add(code[1])
    found: dict[str, str] = {}
    for kept, codes in groups.items():
        # Joined only by way of another case, they stand under the earliest code of this one.
        stands = kept[1] if kept[0] == case_id else min(codes, key=lambda one: (len(one), one))
        found |= dict.fromkeys(codes - {stands}, stands)
    return found


def standing(session: Session) -> dict[Code, Code]:
    """Each code that was joined to another, with that other, within cases and across them."""
    return {other: kept for (kept, other), state in decided(session).items() if state == SAME}


def decided(session: Session) -> dict[tuple[Code, Code], str]:
    """What was last decided of each pair."""
    found: dict[tuple[Code, Code], str] = {}
    for one in session.scalars(select(SamePerson).order_by(SamePerson.created_at, SamePerson.id)):
        a, b = (one.case_id, one.alias), (one.other_case_id, one.other_alias)
        # Whichever way round it was said, it is one pair, and what was said last of it holds.
        found.pop((b, a), None)
        found[a, b] = one.state
    return found


def same_as(session: Session, code: Code) -> set[Code]:
    """All codes that are one person with this one, itself among them."""
    links = standing(session)
    kept = root(code, links)
    return {code, kept} | {other for other in links if root(other, links) == kept}


def root(code: Code, links: dict[Code, Code]) -> Code:
    """The code that stands for all that were joined to it; a circle, which no join makes, is left where it closes."""
    seen = {code}
    while code in links and links[code] not in seen:
        code = links[code]
        seen.add(code)
    return code
