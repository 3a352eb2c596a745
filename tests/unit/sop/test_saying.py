"""Rules and time limits are said in words, with what comes from the pack held apart from the sentence."""

from dataclasses import replace

import pytest

from workbench.i18n import TAGS, isolate, language, plain
from workbench.shipped import resource
from workbench.sop import Deadline, Pack, load
from workbench.sop.model import Extension, Length, OrderKind, Unit
from workbench.sop.rules import AllOf, AnyOf, FactHolds, Not, OrderGiven, Rule, StepSettled, leaves
from workbench.sop.saying import clock_said, length_said, listed, said, shown_when

EN = language("en")


def words(rule: Rule | None, pack: Pack) -> str:
    assert rule is not None
    return plain(said(rule, pack, EN))


def test_a_fact_is_said_by_its_label(pack: Pack) -> None:
    assert words(pack.step("A01.2").when, pack) == "someone is in danger"


def test_a_gate_names_its_steps_by_code_and_title(pack: Pack) -> None:
    assert words(pack.step("A01.2").gate, pack) == "step A01.1 «Take the report» is settled"


def test_parts_of_parts_stand_in_brackets(pack: Pack) -> None:
    assert words(pack.step("A02.1").when, pack) == (
        "at least one of these holds: it happened online; "
        "(all of these hold: it is urgent; it does not hold that there is an exhibit)"
    )


def test_a_list_of_one_is_that_one(pack: Pack) -> None:
    inner = AllOf((FactHolds("danger"), FactHolds("online")))
    assert said(AnyOf((inner,)), pack, EN) == said(inner, pack, EN)
    assert listed(AnyOf((inner,)), pack, EN)[1] == inner.parts


def test_an_answer_is_said_with_its_question_and_step(pack: Pack) -> None:
    assert words(pack.facts["danger"].rule, pack) == (
        "the answer in step A01.1 to «Is anyone in danger?» is: yes"
    )
    assert words(pack.facts["online"].rule, pack) == (
        "at least one of these holds: the answers in step A01.1 to «What was seen» include: Online; "
        "«Link» is answered in step A02.1"
    )


def test_what_the_pack_does_not_have_is_said_by_its_key(pack: Pack) -> None:
    """A fact that came with shared steps may rest on what was not shared."""
    rule = AnyOf((FactHolds("gone"), StepSettled("Z09.9"), OrderGiven("gone", in_force=True)))
    assert words(rule, pack) == (
        "at least one of these holds: gone; step Z09.9 is settled; an order of the judge is in force: gone"
    )


def test_an_order_is_said_with_the_exception_the_law_knows(pack: Pack) -> None:
    kind = OrderKind("search", "Search order", "Danger to life")
    with_order = replace(pack, orders={"search": kind})
    assert words(OrderGiven("search"), with_order) == (
        "there is an order of the judge: Search order; or the exception is recorded: Danger to life"
    )
    with_order = replace(pack, orders={"search": replace(kind, exception="")})
    assert words(OrderGiven("search", in_force=True), with_order) == (
        "an order of the judge is in force: Search order"
    )


def test_what_the_pack_says_is_isolated_in_the_sentence(pack: Pack) -> None:
    assert isolate("there is an exhibit") in said(Not(FactHolds("exhibit_exists")), pack, EN)
    assert said(FactHolds("danger"), pack, EN) == isolate("someone is in danger")


def test_a_question_under_a_condition_says_the_earlier_answer(pack: Pack) -> None:
    fields = pack.step("A01.1").fields
    where = next(field for field in fields if field.key == "where")
    assert plain(shown_when(where, fields, EN)) == "«What was seen»: At a place"
    assert shown_when(fields[0], fields, EN) == ""


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (Length(Unit.HOURS, 1), "1 hour"),
        (Length(Unit.HOURS, 24), "24 hours"),
        (Length(Unit.HOURS, 0.5), "30 minutes"),
        (Length(Unit.DAYS, 15), "15 days"),
        (Length(Unit.MONTHS, 6), "6 months"),
        (Length(Unit.DAY_END), "until the end of that day"),
        (Length(Unit.WORKING_DAY), "until the offices close on the next working day"),
    ],
)
def test_a_length_is_said_as_the_law_counts_it(length: Length, text: str) -> None:
    assert plain(length_said(length, EN)) == text


@pytest.mark.parametrize(
    ("start", "text"),
    [
        ("case_opened", "24 hours, counted from: the opening of the case"),
        ("A01.1", "24 hours, counted from: the finish of step A01.1 «Take the report»"),
        ("A01.1.received_at", "24 hours, counted from: what was answered in step A01.1 to «Received at»"),
        ("first.custody", "24 hours, counted from: the time the first suspect was taken into custody"),
        ("order.search", "24 hours, counted from: the order of the judge, for each of them: Search order"),
        ("first.order.search", "24 hours, counted from: the first order of the judge: Search order"),
    ],
)
def test_a_time_limit_says_from_when_it_runs(pack: Pack, start: str, text: str) -> None:
    with_order = replace(pack, orders={"search": OrderKind("search", "Search order")})
    limit = Deadline("Soon", "law", "S", start, Length(Unit.HOURS, 24))
    assert plain(clock_said(limit, with_order, EN)) == text


def test_a_time_limit_says_that_it_repeats_and_can_be_extended(pack: Pack) -> None:
    limit = Deadline(
        "Soon", "law", "S", "custody", Length(Unit.DAYS, 7), repeats=True, extension=Extension(24, 1, "judge")
    )
    assert plain(clock_said(limit, pack, EN)).endswith(
        "; runs anew each time it was met; can be extended once by 24 hours, by the judge"
    )
    assert clock_said(Deadline("At once", "practice", "GK"), pack, EN) == ""


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("key", ["iq-tip", "iq-som"])
def test_every_rule_of_every_shipped_pack_can_be_said(key: str, tag: str) -> None:
    pack = load(resource("sop", key)).in_language(tag)
    rules = [rule for step in pack.steps.values() for rule in (step.when, step.gate) if rule is not None]
    rules += [fact.rule for fact in pack.facts.values()]
    for rule in rules:
        words = said(rule, pack, language(tag))
        assert all(leaf.key in words for leaf in leaves(rule) if isinstance(leaf, StepSettled))
        assert "{" not in words
