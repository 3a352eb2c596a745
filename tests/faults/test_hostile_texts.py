"""Texts that hide, break or poison: refused or tidied before they are kept, and the case stays readable."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from workbench.clock import FixedClock
from workbench.errors import Reason, Refusal
from workbench.services import audit, cases, exhibits, people, settings, steps, vaults
from workbench.services.rows import CaseRow, NameRow
from workbench.store import Desk

HALF = "\udcff"  # what a byte that is no UTF-8 becomes in the words of a command


@pytest.mark.parametrize("hidden", ["\x00", "\x1b[31m", HALF])
def test_a_text_with_a_hidden_character_is_refused_wherever_it_is_typed(
    desk: Desk, case: CaseRow, hidden: str
) -> None:
    bad, size = f"a{hidden}b", desk.head.size
    tries: tuple[Callable[[], object], ...] = (
        lambda: cases.open_case(desk, title=bad, kind="tip"),
        lambda: cases.open_case(desk, title="t", kind="tip", lead=bad),
        lambda: cases.open_case(desk, title="t", kind="tip", number=bad),
        lambda: exhibits.add_exhibit(desk, case.number, kind="physical", description=bad),
        lambda: exhibits.add_exhibit(desk, case.number, kind="physical", description="d", seal_number=bad),
        lambda: people.add_person(
            desk, case.number, names=[NameRow("record", bad, "", "", "", "", "")], role="witness", basis="b"
        ),
        lambda: people.add_person(desk, case.number, role="witness", basis=bad),
        lambda: people.add_person(desk, case.number, role="witness", basis="b", languages=[bad]),
        lambda: steps.not_applicable(desk, case.number, "T01.1", bad),
        lambda: settings.put(desk, "number_pattern", bad),
    )
    for attempt in tries:
        with pytest.raises(Refusal):
            attempt()
    assert desk.head.size == size


def test_a_number_that_is_no_text_is_simply_not_found(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        cases.show_case(desk, HALF)
    assert refused.value.reason is Reason.TEXT_HIDDEN


def test_direction_overrides_are_taken_out_of_what_others_will_read(desk: Desk) -> None:
    assert cases.open_case(desk, title="\u202egpj.exe", kind="tip").title == "gpj.exe"
    with pytest.raises(Refusal):
        cases.open_case(desk, title="\u200b\u200b", kind="tip")


@pytest.mark.parametrize(
    "at",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=3))),
        datetime(1, 1, 1, tzinfo=timezone(-timedelta(hours=3))),
        datetime(1447, 5, 6, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(-timedelta(hours=3))),
    ],
)
def test_a_time_of_seizure_of_another_age_is_refused(desk: Desk, case: CaseRow, at: datetime) -> None:
    with pytest.raises(Refusal) as refused:
        exhibits.add_exhibit(desk, case.number, kind="physical", description="d", seized_at=at)
    assert refused.value.reason is Reason.EXHIBIT_WRONG
    assert exhibits.list_exhibits(desk, case.number) == []


def test_a_clock_of_another_age_leaves_a_vault_that_can_be_read(desk: Desk, clock: FixedClock) -> None:
    clock.at = datetime(12, 3, 4, tzinfo=UTC)
    number = cases.open_case(desk, title="Synthetic", kind="tip").number
    assert cases.show_case(desk, number).opened_at == clock.at
    assert audit.verify(desk).ok
    assert vaults.check_vault(desk).ok


@pytest.mark.parametrize("day", ["20050102", "2005-W01-1", "2021-02-29", "1_99", "+200"])
def test_a_birth_date_is_written_in_one_way(desk: Desk, case: CaseRow, day: str) -> None:
    with pytest.raises(Refusal):
        people.add_person(desk, case.number, birth_kind="exact", birth_low=day, role="witness", basis="b")


@pytest.mark.parametrize("number", ["x" * 61, " lead ", "a\nb", "\u0661"])
def test_a_case_number_of_ones_own_can_be_printed_and_typed(desk: Desk, number: str) -> None:
    with pytest.raises(Refusal) as refused:
        cases.open_case(desk, title="t", kind="tip", number=number)
    assert refused.value.reason is Reason.NUMBER_WRONG


@pytest.mark.parametrize(
    "pattern", ["{seq:0100000000}", "{kind.__class__}{seq}", "{seq!r}", "{seq", "{{{seq}", "{seq:e}", "{year}"]
)
def test_a_number_pattern_holds_only_its_three_words(desk: Desk, pattern: str) -> None:
    with pytest.raises(Refusal) as refused:
        settings.put(desk, "number_pattern", pattern)
    assert refused.value.reason is Reason.NUMBER_PATTERN_WRONG


@pytest.mark.parametrize("year", [1, 9999])
def test_a_vault_opens_again_after_a_clock_at_either_end_of_the_calendar(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], clock: FixedClock, year: int
) -> None:
    clock.at = datetime(year, 12, 31, 12, tzinfo=UTC)
    folder = make_vault()
    with sign_in(folder) as desk:
        cases.open_case(desk, title="Synthetic", kind="tip")
    with sign_in(folder) as desk:
        assert len(cases.list_cases(desk)) == 1
        assert vaults.check_vault(desk).ok
