"""What the screening page is drawn from, asked for in one go: the people, one of them, the rules, the exhibits."""

from dataclasses import dataclass
from typing import Any

from workbench.proof import ScreeningRules
from workbench.services import exhibits, people, proofrules, screened
from workbench.services.rows import ExhibitRow, PersonRow
from workbench.services.screened import Standing


@dataclass(frozen=True)
class Looked:
    """What the page is drawn from."""

    people: list[PersonRow]
    unscreened: frozenset[str]
    found: Standing | None
    rules: ScreeningRules
    exhibits: list[ExhibitRow]


def look(desk: Any, case: str, alias: str, tag: str) -> Looked:
    """Everything about the screening of a person of the case, or of whoever comes first; rules in a language."""
    rows = people.list_people(desk, case)
    never = screened.never_screened(desk, case, rows)
    known = {one.alias: one for one in rows}
    # Who may be a victim and was not asked yet comes first; then whoever comes first.
    waiting = [one.alias for one in rows if one.alias in never]
    alias = alias if alias in known else next(iter([*waiting, *known]), "")
    found = screened.standing(desk, case, alias) if alias else None
    return Looked(rows, never, found, proofrules.rules(tag).screening, exhibits.list_exhibits(desk, case))
