"""Walking a case through the services: gates, reasons, drafts, reopening, and why a step is here."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from workbench.clock import FixedClock
from workbench.errors import Reason, Refusal
from workbench.services import cases, exhibits, guides, people, steps
from workbench.services.rows import CaseRow, NameRow
from workbench.store import Desk

RECEIVED = {
    "received_at": "2026-03-01T10:00+03:00", "channel": "phone", "reporter": "anonymous",
    "account": "سمعت بكاء طفل", "place": "بغداد",
}  # fmt: skip


def _state(desk: Desk, case: CaseRow, step: str) -> str:
    return str(guides.guide(desk, case.number, "en").progress.views[step].state)


def _refused(reason: Reason, act: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as refused:
        act()
    assert refused.value.reason is reason
    return refused.value


def test_a_finished_step_opens_those_that_waited_for_it(desk: Desk, case: CaseRow) -> None:
    assert _state(desk, case, "T01.4") == "waiting"
    steps.finish_step(desk, case.number, "T01.1", RECEIVED)
    assert _state(desk, case, "T01.1") == "done"
    assert _state(desk, case, "T01.4") == "open"
    assert cases.show_case(desk, case.number).done == 1


def test_a_waiting_step_says_what_it_waits_for(desk: Desk, case: CaseRow) -> None:
    refused = _refused(Reason.STEP_WAITS, lambda: steps.finish_step(desk, case.number, "T01.4", {}))
    assert "T01.1" in str(refused.facts["waits_for"])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"channel": None}, Reason.ANSWERS_INCOMPLETE),
        ({"channel": "pigeon"}, Reason.ANSWERS_WRONG),
        ({"no_such_field": "x"}, Reason.ANSWERS_WRONG),
        ({"received_at": "31/02/2026"}, Reason.ANSWERS_WRONG),
        ({"account": ["a", "list"]}, Reason.ANSWERS_WRONG),
        ({"persons": ["P-99"]}, Reason.ANSWERS_WRONG),
    ],
)
def test_answers_that_cannot_be_kept_are_refused_and_nothing_is_recorded(
    desk: Desk, case: CaseRow, change: dict[str, object], reason: Reason
) -> None:
    answers = {key: value for key, value in {**RECEIVED, **change}.items() if value is not None}
    _refused(reason, lambda: steps.finish_step(desk, case.number, "T01.1", answers))
    assert _state(desk, case, "T01.1") == "open"


def test_a_draft_survives_and_becomes_record(desk: Desk, case: CaseRow) -> None:
    steps.save_draft(desk, case.number, "T01.1", {"account": "نصف"})
    size = desk.head.size
    steps.save_draft(desk, case.number, "T01.1", {"account": "نصف جملة"})
    assert desk.head.size == size
    guide = guides.guide(desk, case.number, "ar_IQ")
    assert guide.drafts["T01.1"].answers == {"account": "نصف جملة"}
    assert str(guide.progress.views["T01.1"].state) == "draft"
    steps.finish_step(desk, case.number, "T01.1", RECEIVED)
    assert guides.guide(desk, case.number, "en").drafts == {}


@pytest.mark.parametrize("act", [steps.not_applicable, steps.ask_waiver, steps.waive])
@pytest.mark.parametrize("reason", ["", "   "])
def test_leaving_a_step_out_needs_a_reason(
    desk: Desk, case: CaseRow, act: Callable[[Desk, str, str, str], None], reason: str
) -> None:
    _refused(Reason.REASON_NEEDED, lambda: act(desk, case.number, "T01.1", reason))


def test_an_investigator_asks_and_a_supervisor_waives(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    with sign_in(make_vault("investigator")) as desk:
        case = cases.open_case(desk, title="Synthetic", kind="tip")
        _refused(Reason.NOT_ALLOWED, lambda: steps.waive(desk, case.number, "T01.1", "no report"))
        steps.ask_waiver(desk, case.number, "T01.1", "the report came as a court letter")
        assert _state(desk, case, "T01.1") == "asked"


def test_what_protects_a_person_cannot_be_waived(desk: Desk, case: CaseRow) -> None:
    steps.finish_step(desk, case.number, "T01.1", RECEIVED)
    _refused(Reason.STEP_CANNOT_BE_WAIVED, lambda: steps.waive(desk, case.number, "T01.2", "no time"))


def test_a_reopened_step_keeps_its_history_and_its_answers(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    steps.finish_step(desk, case.number, "T01.1", RECEIVED)
    _refused(Reason.STEP_RECORDED, lambda: steps.finish_step(desk, case.number, "T01.1", RECEIVED))
    clock.forward(minutes=5)
    steps.reopen(desk, case.number, "T01.1", "the hour was wrong")
    guide = guides.guide(desk, case.number, "en")
    assert guide.drafts["T01.1"].answers["place"] == "بغداد"
    clock.forward(minutes=5)
    steps.finish_step(desk, case.number, "T01.1", {**RECEIVED, "received_at": "2026-03-01T09:00+03:00"})
    history = guides.guide(desk, case.number, "en").records["T01.1"]
    assert [row.state for row in history] == ["done", "reopened", "done"]
    assert history[1].reason == "the hour was wrong"


def test_a_child_brings_its_steps_and_says_why(desk: Desk, case: CaseRow) -> None:
    assert _state(desk, case, "T05.3") == "absent"
    people.add_person(
        desk, case.number, names=[NameRow("record", ism="Synthetic")], role="possible_victim", basis="seen there",
        birth_kind="about", birth_low="2012",
    )  # fmt: skip
    view = guides.guide(desk, case.number, "en").progress.views["T05.3"]
    assert str(view.state) != "absent"
    because = next(each for each in view.because if each.fact == "victim_is_child")
    assert [cause.ref for cause in because.causes] == ["P-01"]
    assert cases.show_case(desk, case.number).child


def test_the_arrest_clock_runs_from_the_moment_each_person_was_held(desk: Desk, case: CaseRow) -> None:
    for since in ("2026-03-01T04:40+03:00", "2026-03-01T09:10+03:00"):
        person = people.add_person(desk, case.number, role="suspect", basis="named by two witnesses")
        people.claim_role(
            desk, case.number, person.alias, role="accused", basis="arrested", custody="held",
            since=datetime.fromisoformat(since),
        )  # fmt: skip
    dues = [row for row in cases.due_list(desk, "ar_IQ") if row.step == "T10.3"]
    assert {(row.basis, row.mark) for row in dues} == {("law", "S")}
    assert [row.due_at.isoformat() for row in dues] == ["2026-03-02T01:40:00+00:00", "2026-03-02T06:10:00+00:00"]


def test_numbers_follow_the_pattern_and_are_never_given_twice(desk: Desk) -> None:
    numbers = [
        cases.open_case(desk, title="Synthetic", kind=kind).number
        for kind in ("tip", "tip", "som", "undetermined")
    ]
    assert numbers == ["TIP-2026/0001", "TIP-2026/0002", "SOM-2026/0001", "INV-2026/0001"]
    taken = cases.open_case(desk, title="Synthetic", kind="tip", number="TIP-2026/0003").number
    assert cases.open_case(desk, title="Synthetic", kind="tip").number != taken
    _refused(Reason.NUMBER_TAKEN, lambda: cases.open_case(desk, title="Synthetic", kind="tip", number=taken))


def test_names_stay_hidden_until_somebody_says_why(desk: Desk, case: CaseRow) -> None:
    name = NameRow("record", ism="سعاد", father="كاظم", family="الزنبقي")
    people.add_person(
        desk, case.number, names=[name], role="witness", basis="neighbour", phones=["+9647490000000"]
    )
    hidden = people.list_people(desk, case.number)[0]
    assert (hidden.names, hidden.phones, hidden.initials) == ((), (), ("س", "ز"))
    _refused(Reason.REASON_NEEDED, lambda: people.reveal(desk, case.number, "P-01", " "))
    assert people.reveal(desk, case.number, "P-01", "summons").names[0].full == "سعاد كاظم الزنبقي"


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        ("exact", "2026-13-01", ""),
        ("about", "19x9", ""),
        ("between", "2010", "2005"),
        ("exact", "2030", ""),
        ("guess", "", ""),
    ],
)
def test_births_that_cannot_be_are_refused(desk: Desk, case: CaseRow, kind: str, low: str, high: str) -> None:
    _refused(
        Reason.PERSON_WRONG,
        lambda: people.add_person(
            desk, case.number, role="witness", basis="x", birth_kind=kind, birth_low=low, birth_high=high
        ),
    )


def test_a_claim_cannot_end_before_it_began(desk: Desk, case: CaseRow, clock: FixedClock) -> None:
    person = people.add_person(desk, case.number, role="suspect", basis="keys at the gate")
    early = clock.now().replace(year=2020)
    _refused(
        Reason.PERSON_WRONG,
        lambda: people.claim_role(
            desk,
            case.number,
            person.alias,
            role="victim",
            basis="x",
            since=early,
            ends=person.claims[0].claim_id,
        ),
    )


def test_a_suspect_who_turns_out_a_victim_keeps_the_history(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    person = people.add_person(desk, case.number, role="suspect", basis="had the keys")
    clock.forward(days=2)
    row = people.claim_role(
        desk,
        case.number,
        person.alias,
        role="victim",
        basis="no pay, no passport",
        ends=person.claims[0].claim_id,
    )
    assert row.roles == ("victim",)
    assert [(claim.role, claim.until is None) for claim in row.claims] == [
        ("suspect", False),
        ("victim", True),
    ]


def test_an_exhibit_with_a_file_is_verified_and_a_broken_one_is_named(
    desk: Desk, case: CaseRow, tmp_path: Path
) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"synthetic" * 1000)
    row = exhibits.add_exhibit(desk, case.number, kind="photo", description="بوابة")
    exhibits.attach_file(desk, case.number, row.number, source)
    assert [each.integrity for each in exhibits.verify_exhibits(desk, case.number)] == ["verified"]
    sealed = next((desk.folder / "shelf").rglob("*.wba"))
    sealed.write_bytes(sealed.read_bytes()[:-1])
    assert [each.integrity for each in exhibits.verify_exhibits(desk, case.number)] == ["broken"]


def test_an_administrator_sees_no_way_into_a_case(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    with sign_in(make_vault("administrator")) as desk:
        _refused(Reason.NOT_ALLOWED, lambda: cases.open_case(desk, title="Synthetic", kind="tip"))


def test_a_clock_set_back_is_said_and_not_trusted(desk: Desk, case: CaseRow, clock: FixedClock) -> None:
    assert not any(row.clock_doubted for row in cases.due_list(desk, "en"))
    clock.forward(hours=-3)
    assert all(row.clock_doubted for row in cases.due_list(desk, "en"))
