"""Two people at one station: what one did out of order, the other looks at, and never the one who did it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.desks import USER, refused
from workbench.errors import Reason
from workbench.security.acts import ADMINISTRATOR, INVESTIGATOR, SUPERVISOR
from workbench.services import audit, authoring, cases, deviations, keys, steps, users, vaults
from workbench.services.rows import DeviationRow
from workbench.store import Desk, World

PEOPLE = {
    "Investigator Two": (INVESTIGATOR, "four brown kettles whistling"),
    "Supervisor Two": (SUPERVISOR, "seven slow lorries uphill"),
    "Administrator Two": (ADMINISTRATOR, "nine paper lanterns swinging"),
}
PLAN = {"hypotheses": "one", "tasks": "one", "others_held": "no"}
WHY = "Synthetic: the team leaves tonight"


@pytest.fixture
def station(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], world: World
) -> Iterator[Callable[[str], Desk]]:
    """A station of four; signs one of them in, and the one before out."""
    folder = make_vault()
    with sign_in(folder) as first:
        for name, (role, passphrase) in PEOPLE.items():
            users.add_user(first, name=name, role=role, passphrase=passphrase)
    at: list[Desk] = []

    def sit_down(name: str) -> Desk:
        for desk in at:
            desk.close()
        at[:] = [
            sign_in(folder) if name == USER else vaults.unlock(folder, name, PEOPLE[name][1], world=world)
        ]
        return at[0]

    yield sit_down
    for desk in at:
        desk.close()


def _did_early(desk: Desk) -> tuple[str, DeviationRow]:
    """The number of a new case, and what somebody did in it out of order."""
    number = cases.open_case(desk, title="Synthetic case of two people", kind="tip").number
    steps.finish_early(desk, number, "T06.3", PLAN, WHY)
    return number, next(row for row in deviations.register(desk, number, "en") if row.awaiting)


def test_what_one_recorded_is_approved_by_the_other_and_refused_to_the_author(
    station: Callable[[str], Desk],
) -> None:
    number, line = _did_early(station(USER))
    author = station(USER)
    refused(
        Reason.SECOND_PERSON_NEEDED, lambda: deviations.approve(author, number, line.ref, reason="I say so")
    )
    assert deviations.register(author, number, "en")[0].awaiting
    second = station("Supervisor Two")
    deviations.approve(second, number, line.ref, reason="Synthetic: it could not wait")
    looked = next(row for row in deviations.register(second, number, "en") if row.ref == line.ref)
    assert (looked.awaiting, looked.by, looked.second_by) == (False, USER, "Supervisor Two")
    told = [(row.act, row.actor) for row in audit.show(second)]
    assert ("step.early", USER) in told
    assert ("deviation.approve", "Supervisor Two") in told
    assert vaults.check_vault(second).ok


@pytest.mark.parametrize("name", ["Investigator Two", "Administrator Two"])
def test_not_everybody_is_a_second_person(station: Callable[[str], Desk], name: str) -> None:
    number, line = _did_early(station(USER))
    somebody = station(name)
    refused(Reason.NOT_ALLOWED, lambda: deviations.approve(somebody, number, line.ref, reason="Synthetic"))


def test_only_the_administrator_trusts_a_key(station: Callable[[str], Desk], tmp_path: Path) -> None:
    made = authoring.make_keys(
        tmp_path / "authority.pem", name="Synthetic authority", passphrase="six green ladders leaning"
    )
    public = Path(made.public)
    for name in (USER, "Investigator Two"):
        somebody = station(name)
        refused(Reason.NOT_ALLOWED, partial(keys.trust_key, somebody, public, WHY))
    assert keys.trust_key(station("Administrator Two"), public, WHY).by == "Administrator Two"
