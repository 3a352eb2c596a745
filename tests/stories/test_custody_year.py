"""A year in the custody of ten synthetic exhibits: the faults that were planted in it are shown, and no others."""

import io
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.desks import CHEAP, PASSPHRASE, USER
from workbench.cli import main
from workbench.clock import FixedClock
from workbench.i18n import TAGS, plain
from workbench.services import cases, custody, exhibits, vaults
from workbench.services.custody import Party
from workbench.services.rows import ExhibitRow
from workbench.store import Desk, World

FINDER, CARRIER, KEEPER = "Lt. Zainab (synthetic)", "Capt. Saif (synthetic)", "Sgt. Rebin (synthetic)"
EXPERT, STRANGER = "Dr. Karim (synthetic)", "Inspector Huda (synthetic)"
STORE = "Unit store"
THINGS: tuple[tuple[str, dict[str, object]], ...] = (
    ("device", {"make": "Synthetic", "model": "One", "state": "on", "isolation": "faraday", "pin_given": "no"}),
    ("money", {"currency": "USD", "notes": "100 x 42", "total": "4200", "count": "42"}),
    ("drug", {"form": "tablets", "count": "66", "gross": "66.5", "unit": "g"}),
    ("document", {"type": "passport", "found_with": "P-02"}),
    ("biological", {"whose": "P-01", "sample": "swab", "taken_by": "nurse", "basis": "consent", "temperature": "4"}),
    ("weapon", {"type": "pistol", "serial": "S-1", "loaded": "no", "safe_by": FINDER}),
    ("photo", {"operator": FINDER, "taken_at": "2025-01-02T10:00+03:00", "restricted": "no"}),
    ("physical", {"material": "iron", "count": "3"}),
    ("vehicle", {"make": "Synthetic", "colour": "white", "plate": "12 A 3456"}),
    ("other", {"count": "1"}),
)


@dataclass
class Step:
    """One thing that happens to an exhibit, so many hours after the year began."""

    hours: float
    do: str
    said: dict[str, Any] = field(default_factory=dict)
    dated: float = 0.0
    """How many hours from then on it is dated on paper."""


def course(n: int) -> list[Step]:
    """A year as it should be: seized, handed on, stored, examined elsewhere, back, and the last four ended by order."""
    seal, new = str(55100 + n), str(66100 + n)
    under = {"seal_before": seal, "seal_after": seal}
    counted = {2: {"count": "42", "amount": "4,200 USD"}, 3: {"weight": "66.4 g", "count": "66"}}.get(n, {})
    steps = [
        Step(6 + n / 10, "give", {"from": FINDER, "to": CARRIER, "seal": seal, "detail": counted}),
        Step(30 + n / 10, "record", {"kind": "stored", "from_whom": CARRIER, "store": STORE, **under}),
        Step(720 + n, "send", {"from": KEEPER, "to": EXPERT, "seal": seal, "kind": "lent"}),
        Step(740 + n, "receive", {"to": EXPERT, "seal": seal}),
        Step(800 + n, "record", {"kind": "opened", "from_whom": EXPERT, "seal_before": seal}),
        Step(801 + n, "record", {"kind": "examined", "from_whom": EXPERT}),
        Step(803 + n, "record", {"kind": "resealed", "from_whom": EXPERT, "seal_after": new}),
        Step(960 + n, "give", {"from": EXPERT, "to": STORE, "seal": new, "kind": "returned", "to_store": True}),
    ]
    if n > 6:
        told = {"kind": "returned", "order": f"{n}/2025"}
        steps.append(Step(8400 + n, "give", {"from": KEEPER, "to": "Owner (synthetic)", "seal": new, **told}))
    return steps


def seal_transposed(steps: list[Step]) -> None:
    steps[0].said |= {"seal": "55110", "seal_after": "55101"}


def note_missing(steps: list[Step]) -> None:
    steps[0].said["detail"] = {"count": "41", "amount": "4,100 USD"}


def opened_by_stranger(steps: list[Step]) -> None:
    steps[4].said["from_whom"] = STRANGER


def opened_before_it_came(steps: list[Step]) -> None:
    steps[5].dated = -30


def received_by_another(steps: list[Step]) -> None:
    steps.insert(1, Step(8, "record", {"kind": "received", "to_whom": STRANGER, "seal_before": "55105"}))
    steps[2].said["from_whom"] = STRANGER


def numbers_torn(steps: list[Step]) -> None:
    steps[1].said["written_no"] = 4
    steps[2].said["written_no"] = 4
    for place, step in enumerate(steps[3:], start=5):
        step.said["written_no"] = place


def receipt_late(steps: list[Step]) -> None:
    steps[3].hours = 790


def left_open_and_unsigned(steps: list[Step]) -> None:
    del steps[6]
    steps[6].said |= {"seal": "", "from_signed": "no"}
    steps[7].said |= {"seal": "", "seal_after": ""}


def destroyed_without_order(steps: list[Step]) -> None:
    steps[-1] = Step(8400, "record", {"kind": "destroyed", "from_whom": KEEPER, "seal_before": "66109"})
    steps.append(Step(8500, "record", {"kind": "moved", "from_whom": KEEPER, "store": "Archive room"}))


def given_by_stranger(steps: list[Step]) -> None:
    steps[1] = Step(30, "record", {"kind": "moved", "from_whom": STRANGER, "to_whom": KEEPER, "seal_before": "55110"})
    steps[8] = Step(8500, "record", {"kind": "copied", "from_whom": KEEPER}, dated=2400)


# By exhibit: what goes wrong, and what must be shown: fault, entry, the other entry that it is held against.
PLANTED: dict[int, tuple[Callable[[list[Step]], None], set[tuple[str, int, int]]]] = {
    1: (seal_transposed, {("seal_mismatch", 2, 1)}),
    2: (note_missing, {("measure_changed", 2, 1)}),
    3: (opened_by_stranger, {("untracked", 6, 5)}),
    4: (opened_before_it_came, {("time_order", 7, 6)}),
    5: (received_by_another, {("two_holders", 3, 2)}),
    6: (numbers_torn, {("number_gap", 3, 2), ("number_twice", 4, 3)}),
    7: (receipt_late, {("no_receipt", 4, 5)}),
    8: (left_open_and_unsigned, {("unsealed", 6, 8), ("unsigned", 8, 0)}),
    9: (destroyed_without_order, {("no_order", 10, 0), ("after_end", 11, 10)}),
    10: (given_by_stranger, {("not_holder", 3, 2), ("future", 10, 0)}),
}
# Nobody finds it when the store is counted, so that its count is due at the end of the year.
NEVER_SEEN = "E-006"


def happen(desk: Desk, case: str, number: str, step: Step) -> ExhibitRow:
    at = desk.clock.now() + timedelta(hours=step.dated)
    said = dict(step.said)
    if step.do == "record":
        return custody.record(desk, case, number, at=at, **said)
    detail = dict(said.get("detail", {})) | ({"order": said["order"]} if "order" in said else {})
    if step.do == "receive":
        return custody.confirm_receipt(
            desk, case, number, taker=Party(said["to"]), at=at, seal=said["seal"], written_no=said.get("written_no")
        )
    return custody.hand_over(
        desk, case, number, giver=Party(said["from"], signed=said.get("from_signed", "yes")), taker=Party(said["to"]),
        purpose="synthetic", kind=said.get("kind", "handed_over"), at=at, seal_before=said["seal"],
        seal_after=said.get("seal_after", ""), awaiting=step.do == "send", to_store=said.get("to_store", False),
        written_no=said.get("written_no"), detail=detail,
    )  # fmt: skip


def numbered(steps: list[Step]) -> list[Step]:
    """Each entry with its number on the paper record, where the plot does not say another."""
    for place, step in enumerate(steps, start=2):
        step.said.setdefault("written_no", place)
    return steps


def count(desk: Desk, case: str) -> custody.StockTakeRow:
    """A scanner goes along the shelves."""
    held = [row for row in exhibits.list_exhibits(desk, case) if row.in_store and row.number != NEVER_SEEN]
    return custody.stock_take(desk, STORE.upper(), [row.label for row in held], case=case)


def begin(desk: Desk, case: str, *, planted: bool) -> list[tuple[float, str, str, Step]]:
    """Ten exhibits of a case, and what will happen to them."""
    plan = []
    for n, (kind, detail) in enumerate(THINGS, start=1):
        row = exhibits.add_exhibit(
            desk, case, kind=kind, description=f"Synthetic {kind}", detail=detail, seized_at=desk.clock.now(),
            seized_by=FINDER, found_by=FINDER, seal_number=str(55100 + n), written_no=1,
        )  # fmt: skip
        steps = course(n)
        if planted:
            PLANTED[n][0](steps)
        plan += [(step.hours, case, row.number, step) for step in numbered(steps)]
    return plan


def live_through(desk: Desk, clock: FixedClock, clean: str, faulty: str) -> list[custody.StockTakeRow]:
    """The year of both cases in the order of time, with two counts of the store."""
    began, counts = clock.at, []
    plan = begin(desk, clean, planted=False) + begin(desk, faulty, planted=True)
    plan += [(hours, case, "", Step(hours, "count")) for hours in (3600, 7800) for case in (clean, faulty)]
    for hours, case, number, step in sorted(plan, key=lambda one: one[0]):
        clock.at = began + timedelta(hours=hours)
        if step.do == "count":
            counts.append(count(desk, case))
        else:
            happen(desk, case, number, step)
    clock.at = began + timedelta(days=365)
    return counts


@dataclass
class Year:
    """A vault with two cases that went through the same year, one of them with faults."""

    folder: Path
    faulty: str
    clean: str
    counts: list[custody.StockTakeRow]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Year, World, FixedClock]:
    clock = FixedClock(datetime(2025, 1, 5, 6, tzinfo=UTC))
    world, folder = World(clock=clock, cost=CHEAP), tmp_path_factory.mktemp("year") / "vault"
    vaults.create_vault(
        folder, station="Test station", jurisdiction="iq", user=USER, role="supervisor", passphrase=PASSPHRASE,
        world=world,
    )  # fmt: skip
    with vaults.unlock(folder, USER, PASSPHRASE, world=world) as desk:
        clean = cases.open_case(desk, title="Synthetic, as it should be", kind="tip").number
        faulty = cases.open_case(desk, title="Synthetic, with faults", kind="tip").number
        counts = live_through(desk, clock, clean, faulty)
    return Year(folder, faulty, clean, counts), world, clock


@pytest.fixture
def year(lived: tuple[Year, World, FixedClock]) -> Year:
    return lived[0]


@pytest.fixture
def at_desk(lived: tuple[Year, World, FixedClock]) -> Iterator[Desk]:
    with vaults.unlock(lived[0].folder, USER, PASSPHRASE, world=lived[1]) as desk:
        yield desk


def expected() -> set[tuple[str, str, int, int]]:
    due = {("E-006", "stock_due", 9, 0)}
    return due | {(f"E-{n:03}", *fault) for n, (_, faults) in PLANTED.items() for fault in faults}


def test_exactly_the_planted_faults_are_shown(year: Year, at_desk: Desk) -> None:
    found = custody.faults_of_case(at_desk, year.faulty)
    assert {(one.exhibit, one.key, one.seq, one.other_seq) for one in found} == expected()
    assert len(found) == len(expected()), "each once"
    assert {key for _, key, _, _ in expected()} == set(custody.FAULTS), "every kind of fault was planted"


def test_the_same_year_without_them_shows_none(year: Year, at_desk: Desk) -> None:
    faults = custody.faults_of_case(at_desk, year.clean)
    assert [(one.exhibit, one.key) for one in faults if one.key != "stock_due"] == []
    assert [one.exhibit for one in faults] == [NEVER_SEEN], "it was not seen at the counts of this case either"
    rows = exhibits.list_exhibits(at_desk, year.clean)
    assert [row.number for row in rows if row.ended] == ["E-007", "E-008", "E-009", "E-010"]
    assert {row.holder for row in rows if not row.ended} == {STORE}


def test_the_command_line_shows_the_same_and_says_so_by_its_code(
    lived: tuple[Year, World, FixedClock], tmp_path: Path
) -> None:
    year, world, _ = lived
    key = tmp_path / "passphrase"
    key.write_text(PASSPHRASE)
    for case, ends in ((year.faulty, 3), (year.clean, 3)):
        out = io.StringIO()
        argv = ["custody", "check", case, "--vault", str(year.folder), "--user", USER, "--passphrase-file", str(key)]
        assert main([*argv, "--json"], world=world, out=out, err=out) == ends
        told = json.loads(out.getvalue())
        found = {(one["exhibit"], one["key"], one["entry"], one["other_entry"]) for one in told}
        assert found == (expected() if case == year.faulty else {(NEVER_SEEN, "stock_due", 9, 0)})
        assert all(one["sentence"] and one["title"] for one in told)


def test_each_fault_is_said_in_every_language_with_what_was_read(year: Year, at_desk: Desk) -> None:
    (seal,) = [one for one in custody.faults_of_case(at_desk, year.faulty) if one.key == "seal_mismatch"]
    said = {tag: plain(" ".join(custody.said(seal, tag, "Asia/Baghdad"))) for tag in TAGS}
    assert all("55110" in text and "55101" in text for text in said.values())
    assert len(set(said.values())) == len(TAGS)


def test_the_counts_of_the_store_say_what_was_not_found(year: Year) -> None:
    for take in year.counts:
        assert [label.rpartition(" ")[2] for label in take.missing] == [NEVER_SEEN]
        assert not (take.unknown)
        assert not (take.void)
        assert not (take.elsewhere)
        assert len(take.found) == len(take.expected) - 1 > 0


def test_a_correction_takes_a_fault_away_and_an_explanation_does_not_and_neither_touches_what_was_written(
    lived: tuple[Year, World, FixedClock], tmp_path: Path
) -> None:
    year, world, _ = lived
    copied = shutil.copytree(year.folder, tmp_path / "vault")
    with vaults.unlock(copied, USER, PASSPHRASE, world=world) as desk:
        _mend(year, desk)


def _mend(year: Year, at_desk: Desk) -> None:
    before = custody.custody_of(at_desk, year.faulty, "E-001")
    row = custody.correct(
        at_desk, year.faulty, "E-001", 2, reason="two digits written the wrong way round; read again on the photograph",
        changes={"seal_before": "55101"},
    )  # fmt: skip
    assert row.faults == ()
    assert [_written(one) for one in row.custody[: len(before)]] == [_written(one) for one in before]
    assert (row.custody[-1].corrects, row.custody[1].corrected_by) == (2, row.custody[-1].seq)
    row = custody.explain(at_desk, year.faulty, "E-002", "measure_changed:2", "One note lies in a bag of its own.")
    (fault,) = row.faults
    assert (fault.explained, fault.explanation) == (row.custody[-1].seq, "One note lies in a bag of its own.")
    assert row.unexplained == ()


def _written(one: Any) -> tuple[object, ...]:
    return one.seq, one.kind, one.at, one.from_whom, one.to_whom, one.seal_before, one.seal_after, dict(one.detail)
