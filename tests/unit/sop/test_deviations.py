"""The register: where the procedure was left, who answers for it, and who must still look at it."""

from datetime import UTC, datetime, timedelta

from unit.sop.making import made, step

from workbench.sop import Approval, Deviation, Record, deviations, due

START = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)
PACK = made(
    step("A01.1", deadline={"text": "t", "from": "case_opened", "hours": 1, "basis": "house"}),
    step("A01.2", gate=["A01.1"]),
    step("A01.3", waiver="none"),
    step("A01.4", gate=["A01.2"], safety=True),
)


def record(step: str, state: str, by: str = "Officer", *, after: float = 0.5, passed: str = "") -> Record:
    at = START + timedelta(hours=after)
    return Record(step, state, {}, "because", at, by, passed, f"{step}-{state}-{by}-{after}")


def register(*records: Record, approvals: tuple[Approval, ...] = ()) -> tuple[Deviation, ...]:
    return deviations(PACK, records, due(PACK, START, records, START + timedelta(hours=9)), approvals)


def test_what_follows_the_procedure_is_no_deviation() -> None:
    assert register(record("A01.1", "done"), record("A01.2", "done")) == ()


def test_leaving_out_what_others_wait_for_needs_a_second_person() -> None:
    (one,) = register(record("A01.1", "not_applicable"))
    assert (one.kind, one.awaiting, one.reason) == ("not_applicable", True, "because")
    (two,) = register(record("A01.1", "done"), record("A01.4", "not_applicable"))
    assert two.awaiting
    (three,) = register(record("A01.1", "done"), record("A01.3", "not_applicable"))
    assert three.awaiting


def test_a_waiver_that_somebody_else_asked_for_has_two_people_behind_it() -> None:
    (alone,) = register(record("A01.1", "waived", "Supervisor"))
    assert alone.awaiting
    (two,) = register(record("A01.1", "asked", "Officer"), record("A01.1", "waived", "Supervisor", after=0.7))
    assert (two.awaiting, two.second.by if two.second else "") == (False, "Supervisor")
    (same,) = register(record("A01.1", "asked", "Supervisor"), record("A01.1", "waived", "Supervisor", after=0.7))
    assert same.awaiting


def test_out_of_order_and_the_override_stand_in_the_register_until_somebody_agrees() -> None:
    early = record("A01.2", "done", passed="early")
    saved = record("A01.4", "done", passed="override")
    assert [(one.kind, one.awaiting) for one in register(early, saved)] == [("early", True), ("override", True)]
    said = Approval(early.ref, "approved", "Supervisor", START + timedelta(hours=2), "right")
    one, two = register(early, saved, approvals=(said,))
    assert (one.awaiting, one.second, two.awaiting) == (False, said, True)


def test_a_refusal_of_the_second_person_is_kept_too() -> None:
    early = record("A01.2", "done", passed="early")
    (one,) = register(early, approvals=(Approval(early.ref, "refused", "Supervisor", START, "no"),))
    assert (one.awaiting, one.second.verdict if one.second else "") == (False, "refused")


def test_a_reopened_step_keeps_its_line_and_no_longer_stands() -> None:
    (one,) = register(record("A01.1", "not_applicable"), record("A01.1", "reopened", after=0.8))
    assert (one.standing, one.awaiting) == (False, False)


def test_what_was_late_is_a_line_of_its_own() -> None:
    (one,) = register(record("A01.1", "done", after=3))
    assert (one.kind, one.ref, one.at, one.reason) == ("late", "late A01.1 0", START + timedelta(hours=3), "because")
