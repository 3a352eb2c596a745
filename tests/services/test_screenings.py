"""Screenings: asked of the living, held against the rule, decided with a reason, and compared when held again."""

import itertools
import re
from datetime import timedelta
from typing import Any

import pytest

from tests.desks import refused
from workbench.clock import FixedClock
from workbench.errors import Reason
from workbench.i18n import TAGS
from workbench.proof import Answer, Value
from workbench.reports import readback
from workbench.services import documents, exhibits, people, screened, screenings
from workbench.services.proofrules import shipped
from workbench.services.rows import CaseRow, NameRow, Particulars
from workbench.services.screenings import ScreeningRow
from workbench.store import Desk

# Two strong signs of each part of the combination: deception, exploitation, coercion (work).
STRONG = ("EC1-01", "EC1-02", "EC4-01", "EC4-02", "EC5-01", "EC5-02")
REASON = "Synthetic: passport with the employer, door locked at night."


def answers(*present: str, **more: Answer) -> dict[str, Answer]:
    return {key: Answer(Value.PRESENT) for key in present} | more


@pytest.fixture
def alias(desk: Desk, case: CaseRow) -> str:
    return people.add_person(desk, case.number, role="witness", basis="synthetic: was there").alias


def record(desk: Desk, case: CaseRow, alias: str, **more: Any) -> ScreeningRow:
    facts: dict[str, Any] = {
        "sets": ["general", "ilo_ec"], "answers": answers(*STRONG), "profile": "adult_labour", "decision": "victim",
        "reason": REASON, **more,
    }  # fmt: skip
    return screenings.record_screening(desk, case.number, alias, **facts)


def test_whoever_is_found_a_victim_gets_the_role_once(desk: Desk, case: CaseRow, alias: str) -> None:
    row = record(desk, case, alias, setting=["alone", "private"], asked_by="Synthetic Officer")
    assert (row.ordinal, row.decision, row.differs) == (1, "victim", False)
    assert row.result["rule_result"] == "presumed_victim_of_trafficking"
    assert people.person_row(desk, case.number, alias).roles == ("witness", "possible_victim")
    record(desk, case, alias)
    assert people.person_row(desk, case.number, alias).roles == ("witness", "possible_victim")


def test_nobody_loses_a_role_by_a_screening(desk: Desk, case: CaseRow, alias: str) -> None:
    record(desk, case, alias)
    record(desk, case, alias, answers={}, decision="not_shown", reason="Synthetic: nothing was found.")
    assert "possible_victim" in people.person_row(desk, case.number, alias).roles


def test_a_decision_may_differ_from_the_rule_and_says_so(desk: Desk, case: CaseRow, alias: str) -> None:
    assert record(desk, case, alias, answers={}).differs
    assert record(desk, case, alias, decision="not_shown").differs
    assert not record(desk, case, alias, decision="postponed", ask_again_on="2026-03-05").differs


def test_a_second_screening_is_compared_with_the_first(
    desk: Desk, case: CaseRow, alias: str, clock: FixedClock
) -> None:
    record(desk, case, alias, answers=answers("EC4-01"), decision="postponed", ask_again_on="2026-03-05")
    assert screened.since_first(screened.standing(desk, case.number, alias)) is None
    clock.forward(hours=30)
    record(desk, case, alias, answers=answers(*STRONG))
    change = screened.since_first(screened.standing(desk, case.number, alias))
    assert change is not None
    assert [one.key for one in change.answers] == [key for key in STRONG if key != "EC4-01"]
    assert [(one.key, one.before, one.after) for one in change.dimensions] == [
        (key, "negative", "positive") for key in ("EC1", "EC4", "EC5")
    ]
    assert change.result is not None
    assert change.result.after == "presumed_victim_of_trafficking"


def test_who_may_be_a_child_is_weighed_as_one(desk: Desk, case: CaseRow) -> None:
    alias = people.add_person(desk, case.number, role="suspect", basis="synthetic", age_in_doubt=True).alias
    row = record(desk, case, alias, answers=answers("EC4-01", "EC4-02"))
    assert (row.profile, row.result["rule_result"]) == ("child_labour", "presumed_victim_of_trafficking")


def test_an_answer_rests_on_exhibits_statements_or_words(desk: Desk, case: CaseRow, alias: str) -> None:
    exhibits.add_exhibit(desk, case.number, kind="document", description="Synthetic ledger")
    own = {"GEN-01": Answer(Value.PRESENT, ("E-001", "P-01", "E-mail shown on the telephone"), "Officer")}
    kept = record(desk, case, alias, answers=own | answers(*STRONG)).answers["GEN-01"]
    assert kept.evidence == ("E-001", "P-01", "E-mail shown on the telephone")


def test_the_draft_is_kept_and_goes_when_it_is_recorded(desk: Desk, case: CaseRow, alias: str) -> None:
    typed = {"profile": "adult_labour", "answers": screenings.as_plain(answers("EC4-01")), "reason": "half a sen"}
    screenings.save_draft(desk, case.number, alias, typed)
    assert screenings.draft(desk, case.number, alias) == typed
    told = screened.shown(desk, case.number, alias, "en")
    assert (told["recorded"], told["decision"], told["reason"]) == (False, "", "half a sen")
    record(desk, case, alias)
    assert screenings.draft(desk, case.number, alias) == {}


def test_what_was_refused_leaves_the_draft_and_records_nothing(desk: Desk, case: CaseRow, alias: str) -> None:
    screenings.save_draft(desk, case.number, alias, {"reason": "half a sentence"})
    refused(Reason.REASON_NEEDED, lambda: record(desk, case, alias, reason=" \n"))
    assert screenings.draft(desk, case.number, alias) == {"reason": "half a sentence"}
    assert screenings.list_screenings(desk, case.number) == []


WRONG: list[tuple[Reason, dict[str, Any]]] = [
    (Reason.NOT_IN_RULES, {"answers": answers("EC9-99")}),
    (Reason.NOT_IN_RULES, {"profile": "adult_anything"}),
    (Reason.NOT_IN_RULES, {"sets": ["general", "nothing"]}),
    (Reason.NOT_IN_RULES, {"setting": ["in_the_street"]}),
    (Reason.NOT_IN_RULES, {"decision": "guilty"}),
    (Reason.NOT_IN_RULES, {"track_answers": {"Q1": "perhaps"}}),
    (Reason.ANSWERS_INCOMPLETE, {"sets": []}),
    (Reason.ANSWERS_INCOMPLETE, {"decision": "postponed"}),
    (Reason.MOMENT_WRONG, {"decision": "postponed", "ask_again_on": "tomorrow"}),
    (Reason.MOMENT_WRONG, {"decision": "postponed", "ask_again_on": "2026-02-27"}),
    (Reason.MOMENT_WRONG, {"answers": {"GEN-01": Answer(Value.PRESENT, at="2026-03-01T08:01:00+00:00")}}),
    (Reason.MOMENT_WRONG, {"answers": {"GEN-01": Answer(Value.PRESENT, at="2026-02-27")}}),
    (Reason.REASON_NEEDED, {"reason": "\u200b"}),
    (Reason.EXHIBIT_UNKNOWN, {"answers": {"GEN-01": Answer(Value.PRESENT, ("E-999",))}}),
]


def test_what_cannot_be_kept_is_refused(desk: Desk, case: CaseRow, alias: str) -> None:
    for reason, wrong in WRONG:
        refused(reason, lambda wrong=wrong: record(desk, case, alias, **wrong))  # type: ignore[misc]
    assert screenings.list_screenings(desk, case.number) == []


def test_a_screening_in_the_future_is_refused(desk: Desk, case: CaseRow, alias: str, clock: FixedClock) -> None:
    refused(Reason.MOMENT_WRONG, lambda: record(desk, case, alias, held_at=clock.now() + timedelta(minutes=1)))


def test_an_answer_that_is_none_is_refused() -> None:
    refused(Reason.NOT_IN_RULES, lambda: screenings.as_answers({"GEN-01": {"value": "perhaps"}}))


def test_the_dead_are_not_screened_and_not_called_unscreened(desk: Desk, case: CaseRow, alias: str) -> None:
    assert screenings.unscreened(desk, case.number, alias)
    died = Particulars(died_on="2026-02-28")
    people.correct_person(desk, case.number, alias, reason="synthetic: death notice", more=died)
    refused(Reason.PERSON_DECEASED, lambda: record(desk, case, alias))
    assert not screenings.unscreened(desk, case.number, alias)


def test_who_was_never_screened_is_known(desk: Desk, case: CaseRow, alias: str) -> None:
    other = people.add_person(desk, case.number, role="suspect", basis="synthetic").alias
    record(desk, case, alias)
    rows = people.list_people(desk, case.number)
    assert screened.never_screened(desk, case.number, rows) == {other}
    assert (screenings.unscreened(desk, case.number, alias), screenings.unscreened(desk, case.number, other)) == (
        False, True,
    )  # fmt: skip
    refused(Reason.PERSON_UNKNOWN, lambda: screenings.unscreened(desk, case.number, "P-99"))


def test_of_nobody_asked_yet_everything_is_open(desk: Desk, case: CaseRow, alias: str) -> None:
    told: Any = screened.shown(desk, case.number, alias, "en")
    assert (told["recorded"], told["rule_result"], told["history"]) == (False, "no_victim", [])
    assert len(told["not_asked"]) == len(shipped().screening.weighed.items)
    assert told["explanation"][0].startswith("Result of the rule")


PAPERS = {"screening_form": "Officer Synthetic", "status_decision": "held the key was told to was paid once"}


def test_the_papers_say_what_was_decided_and_name_nobody(desk: Desk, case: CaseRow, clock: FixedClock) -> None:
    name = NameRow("record", ism="Synthetica", family="Exemplar")
    alias = people.add_person(desk, case.number, role="suspect", basis="had a key", names=[name]).alias
    record(desk, case, alias, answers=answers("EC4-01"), decision="postponed", ask_again_on="2026-03-05")
    clock.forward(hours=30)
    record(desk, case, alias, reason="Synthetica was locked in.", asked_by="Officer Synthetic")
    acts = {"role": "held the key"}
    people.flag_non_punishment(desk, case.number, alias, acts=acts, link="was told to", against="was paid once")
    for kind, tag in itertools.product(PAPERS, TAGS):
        pdf = documents.preview(desk, case.number, kind, tag, subject=alias)
        # In a line from right to left the reader gives the words in another order.
        said = set(re.split(r"[\s.\[\]]+", "".join(readback.read(pdf))))
        assert set(f"{PAPERS[kind]} was locked in".split()) - said == set()
        assert [one for one in said if "Synthetica" in one] == []
