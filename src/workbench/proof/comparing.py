"""Two screenings of one person beside each other: what changed between them."""

from dataclasses import dataclass

from workbench.proof.screening import Screening, Value


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing before and after."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ScreeningChange:
    """What changed. ``rules``: sets whose edition is another one, so that a change may come from the rules."""

    answers: tuple[Changed, ...]
    dimensions: tuple[Changed, ...]
    result: Changed | None
    profile: Changed | None
    rules: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether both say the same."""
        return not (self.answers or self.dimensions or self.result or self.profile or self.rules)


def compare_screenings(first: Screening, second: Screening) -> ScreeningChange:
    """What changed from the first screening to the second, answer by answer and dimension by dimension."""
    keys = dict.fromkeys((*first.answers, *second.answers))
    answers = [(key, _value(first, key), _value(second, key)) for key in keys]
    dimensions = [
        (key, _state(first, key), _state(second, key)) for key in dict.fromkeys((*first.dimensions, *second.dimensions))
    ]
    return ScreeningChange(
        tuple(Changed(*one) for one in answers if one[1] != one[2]),
        tuple(Changed(*one) for one in dimensions if one[1] != one[2]),
        _changed("rule_result", first.rule_result, second.rule_result),
        _changed("profile", first.profile, second.profile),
        tuple(key for key, edition in second.digests.items() if first.digests.get(key) != edition),
    )


def _changed(key: str, before: str, after: str) -> Changed | None:
    return None if before == after else Changed(key, before, after)


def _value(screening: Screening, key: str) -> str:
    return (screening.answers[key].value if key in screening.answers else Value.NOT_ASKED).value


def _state(screening: Screening, key: str) -> str:
    one = screening.dimensions.get(key)
    return "" if one is None else "positive" if one.positive else "negative"
