"""People in a case: added, corrected, shown by code, and named only to somebody who says why."""

from workbench.services.people.adding import add_person
from workbench.services.people.checking import NAME_LIMIT, ROLES, SEXES
from workbench.services.people.claims import claim_role, end_claim, flag_non_punishment, lift_non_punishment
from workbench.services.people.correcting import correct_person, seal_identity, unseal_identity
from workbench.services.people.doubles import DoubleRow, doubles
from workbench.services.people.listing import list_people, people_rows, person_row
from workbench.services.people.photos import attach_photo
from workbench.services.people.showing import reveal

__all__ = [
    "NAME_LIMIT", "ROLES", "SEXES", "DoubleRow", "add_person", "attach_photo", "claim_role", "correct_person",
    "doubles", "end_claim", "flag_non_punishment", "lift_non_punishment", "list_people", "people_rows", "person_row",
    "reveal", "seal_identity", "unseal_identity",
]  # fmt: skip
