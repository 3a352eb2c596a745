"""A screening in words: each dimension with the published rule behind it, the result, and what it does not say."""

from collections.abc import Callable, Iterator

from workbench.i18n import N_, Language
from workbench.proof.indicators import ScreeningRules
from workbench.proof.screening import NO_SIGN, DimensionView, Screening
from workbench.proof.sentences import Sentence

_MET = N_("{dimension}: {counts}. By the published rule this is enough: {rule}.")
_NOT_MET = N_("{dimension}: {counts}. By the published rule this is not enough.")
_NONE = N_("{dimension}: no indicator is present on the answers so far.")
_RESULT = N_("Result of the rule: {result}. {text}")


def explain(screening: Screening, rules: ScreeningRules) -> tuple[Sentence, ...]:
    """The screening in words, most important first. ``rules`` are in the language that the words will be said in."""
    return (
        _outcome(screening, rules),
        *(_dimension(one, rules) for one in screening.dimensions.values()),
        *_still_open(screening),
        *_beside(screening, rules),
        *_caveats(screening, rules),
        *map(Sentence, rules.principles),
    )


def _outcome(screening: Screening, rules: ScreeningRules) -> Sentence:
    outcome = rules.results[screening.rule_result]
    return Sentence(_RESULT, {"result": outcome.title, "text": outcome.text})


def _dimension(one: DimensionView, rules: ScreeningRules) -> Sentence:
    title = rules.dimensions[one.key].title
    if not one.present:
        return Sentence(_NONE, {"dimension": title})
    counts = tuple(
        word(n) for word, n in ((_strong, one.strong), (_medium, one.medium), (_weak, one.weak)) if n
    )  # fmt: skip
    if not one.positive:
        return Sentence(_NOT_MET, {"dimension": title, "counts": counts})
    return Sentence(_MET, {"dimension": title, "counts": counts, "rule": rules.rules[one.rule].text})


def _still_open(screening: Screening) -> Iterator[Sentence]:
    if screening.not_asked:
        yield Sentence(_not_asked(len(screening.not_asked)))
    if screening.unknown:
        yield Sentence(_unknown(len(screening.unknown)))
    if screening.could_change:
        yield Sentence(_pivots(len(screening.could_change)))
    else:
        yield Sentence(N_("No open answer can change the result of the rule."))


def _beside(screening: Screening, rules: ScreeningRules) -> Iterator[Sentence]:
    for key, found in screening.present.items():
        n = sum(map(len, found.values()))
        if n:
            yield Sentence(N_("{set}: {count}."), {"set": rules.sets[key].title, "count": _present(n)})
    if screening.rule_result == NO_SIGN and any(screening.present.values()):
        yield Sentence(N_("Other lists show signs that this rule does not count: the question is not closed."))
    if screening.shifts:
        yield Sentence(N_("There are signs that smuggling has become trafficking: open the trafficking track."))


def _caveats(screening: Screening, rules: ScreeningRules) -> Iterator[Sentence]:
    if not screening.verified:
        yield Sentence(N_("To be verified: {text}"), {"text": rules.profiles[screening.profile].note})
    if screening.child:
        yield Sentence(rules.child_rule)
        yield Sentence(rules.child_caveat)
    else:
        yield Sentence(rules.vulnerability)
        yield Sentence(rules.combination_caveat)


def _strong(n: int) -> Callable[[Language], str]:
    return lambda tongue: tongue.say_many("{n} strong indicator", "{n} strong indicators", n)


def _medium(n: int) -> Callable[[Language], str]:
    return lambda tongue: tongue.say_many("{n} medium indicator", "{n} medium indicators", n)


def _weak(n: int) -> Callable[[Language], str]:
    return lambda tongue: tongue.say_many("{n} weak indicator", "{n} weak indicators", n)


def _present(n: int) -> Callable[[Language], str]:
    return lambda tongue: tongue.say_many("{n} indicator is present", "{n} indicators are present", n)


def _not_asked(n: int) -> Callable[[Language], str]:
    return lambda tongue: tongue.say_many(
        "{n} indicator of the six dimensions has not been asked about yet.",
        "{n} indicators of the six dimensions have not been asked about yet.", n,
    )  # fmt: skip


def _unknown(n: int) -> Callable[[Language], str]:
    return lambda tongue: tongue.say_many("{n} answer is not known yet.", "{n} answers are not known yet.", n)


def _pivots(n: int) -> Callable[[Language], str]:
    return lambda tongue: tongue.say_many(
        "{n} open answer could still change the result.", "{n} open answers could still change the result.", n
    )  # fmt: skip
