"""A period that the law sets and that was missed stays in the register, also once the person is free again."""

from datetime import timedelta

from workbench.clock import FixedClock
from workbench.services import cases, deviations, guides, people
from workbench.services.rows import PersonRow
from workbench.store import Desk


def release(desk: Desk, case: str, held: PersonRow) -> None:
    last = held.claims[-1].claim_id
    people.claim_role(desk, case, held.alias, role="suspect", basis="set free", ends=last, custody="released")


def test_twenty_four_hours_that_ran_out_before_a_release_stay_in_the_register(desk: Desk, clock: FixedClock) -> None:
    case = cases.open_case(desk, title="Synthetic", kind="tip")
    held = people.add_person(desk, case.number, role="suspect", basis="synthetic", custody="held")
    clock.at += timedelta(hours=30)
    release(desk, case.number, held)
    clock.at += timedelta(hours=1)
    guide = guides.guide(desk, case.number, "en")
    assert str(guide.progress.views["T10.3"].state) == "absent"
    (late,) = [due for due in guide.dues if due.step == "T10.3"]
    assert (late.subject, str(late.state)) == (held.alias, "late")
    (line,) = [one for one in deviations.register(desk, case.number, "en") if one.step == "T10.3"]
    assert (line.kind, line.subject) == ("late", held.alias)


def test_a_release_in_time_leaves_nothing_behind(desk: Desk, clock: FixedClock) -> None:
    case = cases.open_case(desk, title="Synthetic", kind="tip")
    held = people.add_person(desk, case.number, role="suspect", basis="synthetic", custody="held")
    clock.at += timedelta(hours=3)
    release(desk, case.number, held)
    clock.at += timedelta(hours=30)
    assert [due for due in guides.guide(desk, case.number, "en").dues if due.step == "T10.3"] == []
