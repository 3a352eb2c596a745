"""The compliance sheet: good answers keep a point, one bad answer ever is shown, and nothing is assumed."""

from datetime import timedelta

from workbench.clock import FixedClock
from workbench.proof import Kept
from workbench.services import ethics, people, steps
from workbench.services.rows import CaseRow
from workbench.store import Desk


def kept(desk: Desk, case: CaseRow, key: str) -> Kept:
    rules, views = ethics.compliance_of(desk, case.number, "en")
    assert [one.key for one in views] == list(rules.ethics.points)
    return next(one.kept for one in views if one.key == key)


def record(desk: Desk, case: CaseRow, breach: str) -> None:
    answers: dict[str, object] = {"arrangements": ["rooms"], "breach": breach}
    if breach == "yes":
        answers |= {"breach_at": "2026-03-01T11:00+03:00", "breach_facts": "Synthetic: they met at the door"}
    steps.finish_step(desk, case.number, "T02.2", answers)


def test_what_was_never_recorded_is_not_assumed(desk: Desk, case: CaseRow) -> None:
    assert kept(desk, case, "no_contact") in (Kept.NOT_RECORDED, Kept.NOT_CALLED_FOR)
    assert kept(desk, case, "compensation") is not Kept.KEPT


def test_a_breach_stays_in_sight_after_a_later_good_record(desk: Desk, case: CaseRow, clock: FixedClock) -> None:
    people.add_person(desk, case.number, role="suspect", basis="Synthetic", custody="held")
    assert kept(desk, case, "no_contact") is Kept.NOT_RECORDED
    record(desk, case, "no")
    assert kept(desk, case, "no_contact") is Kept.KEPT
    for breach in ("yes", "no"):
        clock.at += timedelta(hours=1)
        steps.reopen(desk, case.number, "T02.2", "Synthetic: it changed")
        record(desk, case, breach)
        assert kept(desk, case, "no_contact") is Kept.NOT_KEPT
