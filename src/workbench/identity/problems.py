"""What is doubtful about something that was written: a named problem with its sentence, never a silent repair."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.i18n import Language, ltr


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is doubtful in one field; ``facts`` fill its sentence, ``hint`` is how it may have been meant."""

    field: str
    text: str
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)
    hint: str = ""

    def say(self, language: Language) -> str:
        """What is doubtful, in a language."""
        facts = {key: ltr(value) if isinstance(value, str) else value for key, value in self.facts.items()}
        return language.say(self.text, **facts)

    def __call__(self, language: Language) -> str:
        """The sentence, so that a problem can be a fact of a refusal."""
        return self.say(language)
