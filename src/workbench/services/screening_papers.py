"""The screenings of a person as papers say them: texts in the document's language, answers with what they rest on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from workbench import terms
from workbench.i18n import N_, Language
from workbench.proof import Answer, IndicatorSet, Item, Screening, ScreeningRules, Value, explain, track
from workbench.proof.indicators import RoleTest
from workbench.reports.screening_facts import Asked, Listed, Moved, Part, Screened
from workbench.services import screened, screenings
from workbench.services.proofrules import rules
from workbench.services.screenings import ScreeningRow
from workbench.store import Desk

# The papers that say something of a screening.
PAPERS = frozenset({"screening_form", "status_decision"})


def facts(desk: Desk, case_id: str, alias: str, spoken: Language) -> tuple[Screened, ...]:
    """Every screening of a person, oldest first; the newest says what changed since the first."""
    rows = screenings.list_screenings(desk, case_id, alias)
    told = rules(spoken.tag).screening
    found = []
    for row in rows:
        moved = tuple(_moved(rows[0], row, told, spoken)) if row is rows[-1] and len(rows) > 1 else ()
        found.append(_screened(row, told, spoken, moved))
    return tuple(found)


def _screened(
    row: ScreeningRow, told: ScreeningRules, spoken: Language, moved: tuple[Moved, ...]
) -> Screened:
    result = screened.result_of(row)
    profile, outcome = told.profiles[row.profile], told.results[str(row.result["rule_result"])]
    way = track(row.track_answers, told) if row.track_answers else None
    lists = tuple(
        Listed(one.title, one.version, one.mark, one.digest) for key, one in told.sets.items() if key in row.sets
    )
    return Screened(
        ordinal=row.ordinal, held_at=row.held_at, asked_by=row.asked_by, interpreter=row.interpreter,
        setting=row.setting, profile=profile.title, lists=lists,
        parts=tuple(_parts(row, result, told)), result=outcome.title, result_text=outcome.text,
        # The result and the dimensions stand in a table of their own.
        words=tuple(one.say(spoken) for one in explain(result, told)[1 + len(result.dimensions) :]),
        track=way.track if way else "", track_text=way.because.text if way else "", decision=row.decision,
        reason=row.reason, differs=row.differs,
        ask_again_on=row.ask_again_on, recorded_at=row.recorded_at, recorded_by=row.recorded_by, moved=moved,
    )  # fmt: skip


def _parts(row: ScreeningRow, result: Screening, told: ScreeningRules) -> Iterator[Part]:
    """The dimensions of the weighed list, then the other lists that were asked or answered, then the ten tests."""
    for one in told.sets.values():
        if one.weighed:
            yield from _dimensions(one, row, result, told)
    for one in told.sets.values():
        answered = any(item.key in row.answers for item in one.items)
        if not one.weighed and (one.key in row.sets or answered):
            asked = tuple(_asked(item, row, "") for item in one.items if _given(item.key, row))
            left = tuple(item.text for item in one.items if not _given(item.key, row))
            yield Part(one.title, asked, not_asked=left)
    tests = tuple(_test(test, row.answers[key]) for key, test in told.role_tests.items() if _given(key, row))
    if tests:
        yield Part(told.mixed_role, tests)


def _dimensions(
    one: IndicatorSet, row: ScreeningRow, result: Screening, told: ScreeningRules
) -> Iterator[Part]:
    for key, view in result.dimensions.items():
        items = [item for item in one.items if item.dimension == key and told.weight(item, row.profile)]
        yield Part(
            told.dimensions[key].title,
            tuple(_asked(item, row, told.weight(item, row.profile)) for item in items if _given(item.key, row)),
            True, view.strong, view.medium, view.weak, told.rules[view.rule].text if view.rule else "",
            tuple(item.text for item in items if not _given(item.key, row)),
        )  # fmt: skip


def _given(key: str, row: ScreeningRow) -> bool:
    return key in row.answers and row.answers[key].value is not Value.NOT_ASKED


def _asked(item: Item, row: ScreeningRow, strength: str) -> Asked:
    return _answer(item.text, strength, row.answers[item.key])


def _answer(text: str, strength: str, answer: Answer) -> Asked:
    at = datetime.fromisoformat(answer.at) if answer.at else None
    return Asked(text, strength, answer.value.value, answer.evidence, answer.observer, at)


def _test(test: RoleTest, answer: Answer) -> Asked:
    """A test of victim or offender, in the words of the side that it points to."""
    if answer.value is Value.PRESENT:
        return replace(_answer(f"{test.test}: {test.victim}", "", answer), value="victim")
    if answer.value is Value.ABSENT:
        return replace(_answer(f"{test.test}: {test.perpetrator}", "", answer), value="offender")
    return _answer(test.test, "", answer)


def _moved(first: ScreeningRow, last: ScreeningRow, told: ScreeningRules, spoken: Language) -> Iterator[Moved]:
    """What is otherwise now: decision, result, dimensions, then each answer."""
    change = screenings.compared(first, last, child=bool(last.result.get("child")))
    if first.decision != last.decision:
        before, after = (spoken.say(terms.SCREENING_DECISIONS[one.decision]) for one in (first, last))
        yield Moved(spoken.say(N_("Decision")), before, after)
    if change.result is not None:
        before, after = told.results[change.result.before].title, told.results[change.result.after].title
        yield Moved(spoken.say(N_("Result of the rule")), before, after)
    states = {"positive": spoken.say(N_("enough by the rule")), "negative": spoken.say(N_("not enough")), "": ""}
    for one in change.dimensions:
        yield Moved(told.dimensions[one.key].title, states[one.before], states[one.after])
    texts = {key: item.text for key, item in told.items.items()}
    texts |= {key: test.test for key, test in told.role_tests.items()}
    for one in change.answers:
        words = terms.TEST_ANSWERS if one.key in told.role_tests else terms.INDICATOR_ANSWERS
        yield Moved(texts[one.key], spoken.say(words[one.before]), spoken.say(words[one.after]))
