"""Vaults and desks for tests: a real encrypted vault with a cheap passphrase cost and a clock that stands still."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.clock import FixedClock
from workbench.errors import Reason, Refusal, explain
from workbench.i18n import TAGS, language
from workbench.models import Member
from workbench.security import Act
from workbench.security.slots import Cost
from workbench.services import cases, vaults
from workbench.services.rows import CaseRow
from workbench.store import Desk, World
from workbench.store.desk import Actor

PASSPHRASE = "three quiet rivers at dawn"
USER = "Tester"
CHEAP = Cost(memory=8 * 1024, passes=1, lanes=1)


@pytest.fixture
def world(clock: FixedClock) -> World:
    return World(clock=clock, cost=CHEAP)


@pytest.fixture
def make_vault(tmp_path: Path, world: World) -> Callable[..., Path]:
    """Makes a vault of a role and gives its folder."""

    def make(role: str = "supervisor", name: str = "vault") -> Path:
        folder = tmp_path / name
        vaults.create_vault(
            folder, station="Test station", jurisdiction="iq", user=USER, role=role, passphrase=PASSPHRASE,
            world=world,
        )  # fmt: skip
        return folder

    return make


@pytest.fixture
def sign_in(world: World) -> Callable[[Path], Desk]:
    return lambda folder: vaults.unlock(folder, USER, PASSPHRASE, world=world)


@pytest.fixture
def desk(make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]) -> Iterator[Desk]:
    with sign_in(make_vault()) as opened:
        yield opened


@pytest.fixture(scope="session")
def blank_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A supervisor's vault with nothing in it, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("blank") / "vault"
    world = World(clock=FixedClock(datetime(2026, 3, 1, 7, 0, tzinfo=UTC)), cost=CHEAP)
    vaults.create_vault(
        folder, station="Test station", jurisdiction="iq", user=USER, role="supervisor", passphrase=PASSPHRASE,
        world=world,
    )  # fmt: skip
    return folder


@pytest.fixture
def case(desk: Desk) -> CaseRow:
    return cases.open_case(desk, title="Synthetic case", kind="tip")


@contextlib.contextmanager
def seated(desk: Desk, name: str = "Second", role: str = "supervisor") -> Iterator[Desk]:
    """Somebody else at the same desk: what is done meanwhile is done in their name."""
    somebody, first = Actor(desk.new_id(), name, role), desk.actor
    with desk.act(Act.SETTING_CHANGE, subject="member") as session:
        session.add(desk.stamp(Member(id=somebody.user_id, name=name, role=role)))
    desk.actor = somebody
    try:
        yield desk
    finally:
        desk.actor = first


def refused(reason: Reason, act: Callable[[], object]) -> Refusal:
    """The refusal that an act ends in; it can be told in every language."""
    with pytest.raises(Refusal) as told:
        act()
    assert told.value.reason is reason
    for tag in TAGS:
        assert all(explain(told.value, language(tag)))
    return told.value
