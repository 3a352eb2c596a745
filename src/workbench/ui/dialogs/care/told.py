"""«Already answered in … on …»: what a person told before, beside the question that would ask it again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.fields import Field, Option
from workbench.i18n import N_, isolate
from workbench.proof import Matter
from workbench.services.care import AnsweredRow
from workbench.ui.parts.notice import Notice
from workbench.ui.state import moment, tr

Told = Mapping[str, AnsweredRow]
_BEFORE = N_("Already answered in {where} on {at}: {answer}")


def before(one: AnsweredRow) -> str:
    """Where and when it was answered, and what."""
    return tr(_BEFORE, where=isolate(one.where), at=moment(one.at), answer=isolate(one.answer))


def beside(field: Field, told: Told, topic: str) -> Field:
    """The question with what was told already under it."""
    found = told.get(topic)
    if found is None:
        return field
    said = before(found)
    return replace(field, help=f"{field.help} {said}".strip())


def notice(told: Told, topics: Sequence[str]) -> Notice | None:
    """What was told already of some topics, above the questions; None if nothing was."""
    lines = [f"{isolate(told[one].question)}: {before(told[one])}" for one in topics if one in told]
    if not lines:
        return None
    made = Notice(tr(N_("Do not ask again what was told already.")), "\n".join(lines), "info", closes=False)
    made.setObjectName("told-before")
    return made


def options(matters: Mapping[str, Matter]) -> tuple[Option, ...]:
    """What the rules offer, to choose from."""
    return tuple(Option(key, one.title) for key, one in matters.items())


def words(terms: Mapping[str, str], keys: Sequence[str] = ()) -> tuple[Option, ...]:
    """Words of the program, to choose from."""
    return tuple(Option(key, tr(terms[key])) for key in keys or terms)
