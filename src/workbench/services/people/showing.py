"""A name shown to somebody who says why; it is in the log before anything is shown."""

from dataclasses import replace

from workbench.errors import Reason, Refusal
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of, person_of
from workbench.services.people import photos
from workbench.services.people.listing import one_person
from workbench.services.rows import PersonRow
from workbench.store import Desk

SEALED = "sealed"


def reveal(desk: Desk, case: str, alias: str, reason: str) -> PersonRow:
    """A person with names, papers, phones, contacts and photograph; who asked and why is in the log before that.

    A sealed identity is shown only to a supervisor; the address of a shelter too. Raises ``Refusal`` otherwise.
    """
    why = texts.several_lines(reason)
    if not why:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person_of(session, case_id, alias)
    # As a whole: whoever was joined to a sealed identity is shown with its names.
    if one_person(desk, case_id, alias).more.protection == SEALED:
        with desk.act(Act.PERSON_REVEAL_SEALED, case_id, subject=alias, reason=why):
            pass
    else:
        with desk.act(Act.PERSON_REVEAL, case_id, subject=alias, reason=why):
            pass
    row = one_person(desk, case_id, alias, named=True, shelters=shelters_shown(desk))
    return replace(row, photo=photos.newest(desk, case_id, (row.alias, *row.also)))


def shelters_shown(desk: Desk) -> bool:
    """Whether whoever is signed in is shown where a shelter is."""
    return may_see_sealed(desk)


def may_see_sealed(desk: Desk) -> bool:
    """Whether whoever is signed in may be shown a sealed identity."""
    return desk.may(Act.PERSON_REVEAL_SEALED)
