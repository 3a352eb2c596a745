"""A sentence with its facts, said in any language when somebody asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workbench.i18n import N_, Language


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with its facts; where it counts something, a function from the language to the text in its plural form.

    A fact may be a sentence of its own, several of them, or something that is said in a language when it is known:
    a function from the language to words (plural forms are such).
    """

    text: str | Callable[[Language], str]
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    def say(self, tongue: Language) -> str:
        """The sentence in a language."""
        if callable(self.text):
            return self.text(tongue)
        return tongue.say(self.text, **{key: _said(value, tongue) for key, value in self.facts.items()})


def _said(value: object, tongue: Language) -> object:
    if isinstance(value, Sentence):
        return value.say(tongue)
    if isinstance(value, tuple):
        return tongue.say(N_(", ")).join(str(_said(one, tongue)) for one in value)
    return value(tongue) if callable(value) else value
