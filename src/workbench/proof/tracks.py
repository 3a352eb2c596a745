"""Trafficking, smuggling or both by the six questions; victim or offender by ten tests that decide nothing alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.proof.indicators import ScreeningRules, When
from workbench.proof.screening import Answer, Value

UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Track:
    """The track that the answers open (tip, som, both, unclear), why in words, and what to look at again."""

    track: str
    because: When
    doubts: tuple[When, ...]
    unanswered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """The tests that point to a victim, those that point to an offender, those open. ``mixed``: a judge decides."""

    victim: tuple[str, ...]
    perpetrator: tuple[str, ...]
    open: tuple[str, ...]
    mixed: bool


def track(answers: Mapping[str, str], rules: ScreeningRules) -> Track:
    """The track by the first line of the rule that the answers fit (TIP Protocol art 3; SOM Protocol arts 3, 6).

    ``answers``: question (Q1 to Q6) to the key of an option; one that is missing counts as unclear. Raises ``Refusal``
    for a question or an option that there is not.
    """
    for key, value in answers.items():
        if key not in rules.questions:
            raise Refusal(Reason.NOT_IN_RULES, value=ltr(key), known=ltr(", ".join(rules.questions)))
        if value and value not in rules.questions[key].options:
            raise Refusal(Reason.NOT_IN_RULES, value=ltr(value), known=ltr(", ".join(rules.questions[key].options)))
    said = {key: answers.get(key) or UNCLEAR for key in rules.questions}
    because = next(one for one in rules.tracks if _fits(one, said))
    return Track(
        because.track, because, tuple(one for one in rules.doubts if _fits(one, said)),
        tuple(key for key in rules.questions if not answers.get(key)),
    )  # fmt: skip


def weigh(answers: Mapping[str, Answer], rules: ScreeningRules) -> Weighing:
    """Which tests point where: «present» is the side of the victim, «absent» the other. Nobody is judged by it alone.

    OHCHR principles 2002, principle 7; UNODC manual 2009, module 4; Penal Code art 62.
    """
    sides = {key: answers[key].value if key in answers else Value.NOT_ASKED for key in rules.role_tests}
    plain = {key: value for key, value in sides.items() if not rules.role_tests[key].mixed}
    victim = tuple(key for key, value in plain.items() if value is Value.PRESENT)
    other = tuple(key for key, value in plain.items() if value is Value.ABSENT)
    loose = tuple(key for key in plain if key not in victim and key not in other)
    said_mixed = any(value is Value.PRESENT for key, value in sides.items() if rules.role_tests[key].mixed)
    return Weighing(victim, other, loose, mixed=said_mixed or bool(victim and other))


def _fits(line: When, said: Mapping[str, str]) -> bool:
    return all(said[key] in values for key, values in line.when.items())
