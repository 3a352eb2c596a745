"""What can go wrong, said so that a person knows what happened and what to do now."""

from workbench.errors.care import CARE
from workbench.errors.cases import CASES
from workbench.errors.custody import CUSTODY
from workbench.errors.intake import INTAKE
from workbench.errors.interviews import INTERVIEWS
from workbench.errors.procedures import PROCEDURES
from workbench.errors.reasons import Reason
from workbench.errors.station import STATION
from workbench.errors.timeline import TIMELINE
from workbench.i18n import N_, Language

__all__ = ["Broken", "Fault", "Reason", "Refusal", "WorkbenchError", "explain"]

_WORDS = STATION | CASES | CARE | CUSTODY | INTAKE | INTERVIEWS | TIMELINE | PROCEDURES


class WorkbenchError(Exception):
    """Something that is told to a person; ``facts`` fill its sentence, ``exit_code`` ends a command."""

    exit_code = 4

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.facts = facts


class Refusal(WorkbenchError):
    """The person must act; nothing was changed."""

    exit_code = 1


class Broken(WorkbenchError):
    """Integrity is broken: what is stored is not what was stored."""

    exit_code = 3


class Fault(Exception):
    """We must act. Carries a code for the log and never case content."""

    exit_code = 4

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def explain(error: WorkbenchError, language: Language) -> tuple[str, str]:
    """What happened and what to do now, in a language, with the facts in place."""
    sentence, remedy = _WORDS[error.reason]
    facts = {key: _fact(key, value, language) for key, value in error.facts.items()}
    return language.say(sentence, **facts), language.say(remedy, **facts)


def _fact(key: str, value: object, language: Language) -> object:
    """A fact as it goes into the sentence: what is itself one of our texts is said in the language too."""
    if isinstance(value, tuple | list):
        return language.say(N_(", ")).join(str(_fact(key, part, language)) for part in value)
    if callable(value):
        return value(language)
    return language.say(value) if key in _OUR_WORDS and isinstance(value, str) else value


_OUR_WORDS = frozenset({"problem", "act", "roles"})
