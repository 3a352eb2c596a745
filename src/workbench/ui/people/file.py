"""What the page of people shows, gathered at one go: people, links, what stands around them, papers that two bear."""

from dataclasses import dataclass, field
from typing import Any

from workbench.security.acts import Act
from workbench.services import audit, care, people, world
from workbench.services.care import CareRow
from workbench.services.people import DoubleRow
from workbench.services.rows import AuditRow, PersonRow
from workbench.services.world import EntityRow, LinkRow

MOST = 2000  # entries of the log that are searched for showings of names
_SHOWN = (Act.PERSON_REVEAL, Act.PERSON_REVEAL_SEALED)


@dataclass(frozen=True)
class PeopleFile:
    """Everything by code."""

    people: tuple[PersonRow, ...] = ()
    reveals: tuple[AuditRow, ...] = ()
    links: tuple[LinkRow, ...] = ()
    around: dict[str, EntityRow] = field(default_factory=dict)
    doubles: tuple[DoubleRow, ...] = ()
    in_danger: frozenset[str] = frozenset()
    care: CareRow | None = None  # of the person whose card is shown

    def person(self, code: str) -> PersonRow | None:
        """The person of a code, if the case has one."""
        return next((one for one in self.people if one.alias == code), None)

    def links_of(self, person: PersonRow) -> list[LinkRow]:
        """The links of a person, those that stand first."""
        found = [one for one in self.links if person.alias in (one.a, one.b)]
        return sorted(found, key=lambda one: one.state != "stands")

    def reveals_of(self, person: PersonRow) -> list[AuditRow]:
        """When the name of a person was shown, newest first."""
        return [one for one in self.reveals if one.subject in (person.alias, *person.also)]

    def doubles_of(self, person: PersonRow) -> list[DoubleRow]:
        """Papers that this person bears and somebody else too."""
        return [one for one in self.doubles if person.alias in one.people]


def look(desk: Any, case: str, chosen: str = "") -> PeopleFile:
    """Gather it, with the care for the person chosen, or for the first one."""
    rows = tuple(people.list_people(desk, case))
    shown = next((one for one in rows if chosen in (one.alias, *one.also)), rows[0] if rows else None)
    return PeopleFile(
        rows,
        tuple(one for one in audit.show(desk, case, limit=MOST) if one.act in _SHOWN),
        tuple(world.list_links(desk, case)),
        {one.ref: one for one in world.list_entities(desk, case)},
        tuple(people.doubles(desk, case)),
        frozenset(one.alias for one in care.care_overview(desk, case) if one.in_danger),
        care.care_of(desk, case, shown.alias) if shown is not None else None,
    )
