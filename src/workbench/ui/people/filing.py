"""Which people the list shows: a group by role, and what is typed into the filter; names are not searched here."""

from collections.abc import Sequence

from workbench.i18n import N_
from workbench.identity.letters import folded
from workbench.identity.nations import nation_name
from workbench.services.people import ROLES
from workbench.services.rows import PersonRow
from workbench.ui.state import speaking, tr

GROUPS: dict[str, tuple[str, frozenset[str]]] = {
    "all": (N_("All"), frozenset()),
    "victims": (N_("Victims"), frozenset({"victim", "possible_victim", "migrant"})),
    "suspects": (N_("Suspects"), frozenset({"suspect", "accused", "person_of_interest", "smuggler"})),
    "witnesses": (N_("Witnesses"), frozenset({"witness", "reporter"})),
}


def filtered(people: Sequence[PersonRow], group: str, typed: str) -> list[PersonRow]:
    """The people of a group whose code, roles, nation or initials hold every word that is typed."""
    roles, words = GROUPS.get(group, GROUPS["all"])[1], folded(typed).split()
    return [
        one for one in people
        if (not roles or roles & set(one.roles)) and all(word in _said(one) for word in words)
    ]  # fmt: skip


def _said(person: PersonRow) -> str:
    roles = (tr(ROLES.get(role, role)) for role in person.roles)
    nation = nation_name(person.nationality, speaking()) if person.nationality else ""
    return folded(" ".join((person.alias, *person.also, *roles, nation, *person.initials)))
