"""People in a case: added, corrected, shown by code, and named only to somebody who says why."""

from workbench.services.people.adding import add_person, correct_person
from workbench.services.people.checking import NAME_LIMIT, ROLES, SEXES
from workbench.services.people.claims import claim_role, end_claim, flag_non_punishment, lift_non_punishment
from workbench.services.people.listing import list_people, people_rows, person_row
from workbench.services.people.showing import reveal

__all__ = [
    "NAME_LIMIT", "ROLES", "SEXES", "add_person", "claim_role", "correct_person", "end_claim", "flag_non_punishment",
    "lift_non_punishment", "list_people", "people_rows", "person_row", "reveal",
]  # fmt: skip
