"""Rules and time limits in words: what a condition says, what a gate waits for, from when a deadline runs."""

from collections.abc import Iterable

from workbench.fields import Field, Kind
from workbench.i18n import N_, Language, isolate, ltr
from workbench.sop.facts import BUILT_IN, label
from workbench.sop.model import Deadline, Length, Pack, Unit
from workbench.sop.rules import (
    AllOf,
    Answered,
    AnyOf,
    FactHolds,
    Leaf,
    Not,
    OrderGiven,
    Rule,
    StepSettled,
    Test,
)
from workbench.terms import TRUTHS

_SEVERAL = {
    AnyOf: (N_("at least one of these holds: {parts}"), N_("at least one of these holds:")),
    AllOf: (N_("all of these hold: {parts}"), N_("all of these hold:")),
}
_ANSWERED = {
    (Test.IS, False): N_("the answer in step {step} to «{question}» is: {answers}"),
    (Test.IS, True): N_("the answer in step {step} to «{question}» is one of: {answers}"),
    (Test.HAS, False): N_("the answers in step {step} to «{question}» include: {answers}"),
    (Test.HAS, True): N_("the answers in step {step} to «{question}» include one of: {answers}"),
}
_EVENTS = {
    "custody": N_("the time a suspect was taken into custody, for each of them"),
    "first.custody": N_("the time the first suspect was taken into custody"),
    "victim": N_("the time someone was first taken for a victim, for each of them"),
    "first.victim": N_("the time someone was first taken for a victim"),
}


def said(rule: Rule, pack: Pack, language: Language) -> str:
    """The rule as words that can follow «when» or «because»; ``pack`` is already in the language."""
    one = bare(rule)
    if not isinstance(one, AnyOf | AllOf):
        return listed(one, pack, language)[0]
    parts = _semicolon(language).join(_nested(part, pack, language) for part in one.parts)
    return language.say(_SEVERAL[type(one)][0], parts=together(parts, language))


def listed(rule: Rule, pack: Pack, language: Language) -> tuple[str, tuple[Rule, ...]]:
    """The words before a list of parts, and the parts; all the words and no parts where there is one thing to say."""
    one = bare(rule)
    if isinstance(one, AnyOf | AllOf):
        return language.say(_SEVERAL[type(one)][1]), one.parts
    if isinstance(one, Not):
        return language.say(N_("it does not hold that {fact}"), fact=_nested(one.part, pack, language)), ()
    return _leaf(one, pack, language), ()


def answer_said(field: Field, value: str, language: Language) -> str:
    """One possible answer to a question, as a reader sees it."""
    if field.kind is Kind.TRUTH:
        return language.say(TRUTHS[value]) if value in TRUTHS else ltr(value)
    return isolate(next((one.label for one in field.options if one.key == value), value))


def shown_when(field: Field, fields: Iterable[Field], language: Language) -> str:
    """The earlier answers under which a question is asked; empty if it is always asked."""
    asked = {one.key: one for one in fields}
    comma, parts = language.say(N_(", ")), []
    for key, values in field.when.items():
        answers = together(comma.join(answer_said(asked[key], value, language) for value in values), language)
        said_ = language.say(N_("«{question}»: {answers}"), question=isolate(asked[key].label), answers=answers)
        parts.append(together(said_, language))
    return _semicolon(language).join(parts)


def clock_said(deadline: Deadline, pack: Pack, language: Language) -> str:
    """How long a deadline is and from when it runs; empty where only its text can say it."""
    if deadline.length is None:
        return ""
    start = together(_start(deadline.start, pack, language), language)
    if deadline.length.unit is Unit.HOURS and not deadline.length.count:
        said = language.say(N_("runs out at {start}"), start=start)
    else:
        length = together(length_said(deadline.length, language), language)
        said = language.say(N_("{length}, counted from: {start}"), length=length, start=start)
    more = [language.say(N_("runs anew each time it was met"))] if deadline.repeats else []
    if deadline.extension is not None:
        more.append(_extension(deadline, language))
    return _semicolon(language).join([said, *more])


def length_said(length: Length, language: Language) -> str:
    """A length of time as the law counts it."""
    whole = int(length.count)
    if length.unit is Unit.DAY_END:
        return language.say(N_("until the end of that day"))
    if length.unit is Unit.WORKING_DAY:
        return language.say(N_("until the offices close on the next working day"))
    if whole != length.count:
        minutes = round(length.count * 60 * (24 if length.unit is Unit.DAYS else 1))
        return language.say_many("{n} minute", "{n} minutes", minutes)
    if length.unit is Unit.HOURS:
        return language.say_many("{n} hour", "{n} hours", whole)
    if length.unit is Unit.DAYS:
        return language.say_many("{n} day", "{n} days", whole)
    return language.say_many("{n} month", "{n} months", whole)


def together(text: str, language: Language) -> str:
    """Several isolated words as one run in the direction of the language: none of them gives it a direction."""
    return f"\u2067{text}\u2069" if language.rtl else ltr(text)


def step_said(key: str, pack: Pack) -> str:
    """A step by its code and title."""
    title = f" «{isolate(pack.step(key).title)}»" if key in pack.steps else ""
    return f"{ltr(key)}{title}"


def bare(rule: Rule) -> Rule:
    """The rule without lists of a single part."""
    while isinstance(rule, AnyOf | AllOf) and len(rule.parts) == 1:
        rule = rule.parts[0]
    return rule


def _nested(rule: Rule, pack: Pack, language: Language) -> str:
    """A part of a rule: brackets hold together what is itself made of parts."""
    words = said(rule, pack, language)
    return together(f"({words})" if listed(rule, pack, language)[1] else words, language)


def _leaf(leaf: Leaf, pack: Pack, language: Language) -> str:
    if isinstance(leaf, FactHolds):
        known = leaf.key in pack.facts or leaf.key in BUILT_IN
        return isolate(label(pack, leaf.key, language)) if known else ltr(leaf.key)
    if isinstance(leaf, StepSettled):
        return language.say(N_("step {step} is settled"), step=together(step_said(leaf.key, pack), language))
    if isinstance(leaf, OrderGiven):
        return _order(leaf, pack, language)
    return _answered(leaf, pack, language)


def _order(leaf: OrderGiven, pack: Pack, language: Language) -> str:
    kind = pack.orders.get(leaf.key)
    in_force = N_("an order of the judge is in force: {order}")
    words = language.say(
        in_force if leaf.in_force else N_("there is an order of the judge: {order}"),
        order=isolate(kind.label) if kind else ltr(leaf.key),
    )
    if kind is None or not kind.exception:
        return words
    without = language.say(N_("or the exception is recorded: {exception}"), exception=isolate(kind.exception))
    return _semicolon(language).join([words, without])


def _answered(leaf: Answered, pack: Pack, language: Language) -> str:
    field = pack.step(leaf.step).field(leaf.field) if leaf.step in pack.steps else None
    question = isolate(field.label) if field else ltr(leaf.key)
    if leaf.test is Test.GIVEN:
        return language.say(N_("«{question}» is answered in step {step}"), question=question, step=ltr(leaf.step))
    answers = language.say(N_(", ")).join(
        answer_said(field, value, language) if field else ltr(value) for value in leaf.values
    )
    words = _ANSWERED[leaf.test, len(leaf.values) > 1]
    return language.say(words, question=question, step=ltr(leaf.step), answers=together(answers, language))


def _start(start: str, pack: Pack, language: Language) -> str:
    """The moment a time runs from: an event, the finish of a step, or an answer."""
    if start in _EVENTS:
        return language.say(_EVENTS[start])
    if start in pack.steps:
        return language.say(N_("the finish of step {step}"), step=together(step_said(start, pack), language))
    first, _, kind = start.rpartition("order.")
    if kind in pack.orders and first in ("", "first."):
        each = N_("the order of the judge, for each of them: {order}")
        words = N_("the first order of the judge: {order}") if first else each
        return language.say(words, order=isolate(pack.orders[kind].label))
    step, _, key = start.rpartition(".")
    field = pack.step(step).field(key) if step in pack.steps else None
    if field is not None:
        return language.say(
            N_("what was answered in step {step} to «{question}»"), step=ltr(step), question=isolate(field.label)
        )
    return language.say(N_("the opening of the case"))


def _extension(deadline: Deadline, language: Language) -> str:
    assert deadline.extension is not None
    one = deadline.extension
    by = N_("can be extended {times} by {length}, by the judge")
    if one.by != "judge":
        by = N_("can be extended {times} by {length}, by a supervisor")
    times = language.say_many("once", "{n} times", one.times)
    length = together(length_said(Length(Unit.HOURS, one.hours), language), language)
    return language.say(by, times=isolate(times), length=length)


def _semicolon(language: Language) -> str:
    return "؛ " if language.rtl else "; "
