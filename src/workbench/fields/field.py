"""A question as data, and which questions of a form are shown for the answers so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbench.fields.kinds import TRUTHS, Kind

Answers = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, by its key; the label is what a person reads."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A question. It is shown only while every field named in ``when`` has one of the answers listed there."""

    key: str
    kind: Kind
    label: str
    required: bool = False
    help: str = ""
    options: tuple[Option, ...] = ()
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def choices(self) -> tuple[str, ...]:
        """The keys that may be answered, where the question brings its own answers."""
        return TRUTHS if self.kind is Kind.TRUTH else tuple(option.key for option in self.options)


def given(value: object) -> bool:
    """Whether there is an answer at all: an empty text or list is none."""
    return value is not None and value != [] and value != () and not (isinstance(value, str) and not value.strip())


def shown(fields: Iterable[Field], answers: Answers) -> tuple[Field, ...]:
    """The fields that are shown for these answers, in order; a field under a hidden field is hidden too."""
    seen: dict[str, Field] = {}
    for one in fields:
        if all(key in seen and _matches(answers.get(key), values) for key, values in one.when.items()):
            seen[one.key] = one
    return tuple(seen.values())


def _matches(answer: object, values: tuple[str, ...]) -> bool:
    chosen = answer if isinstance(answer, list | tuple) else (answer,)
    return any(one in values for one in chosen)
