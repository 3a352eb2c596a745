"""Checking and cleaning answers: the one place that decides whether an answer can become record."""

from collections.abc import Callable, Collection, Iterable

from workbench.fields import figures, words
from workbench.fields.field import Answers, Field, given, shown
from workbench.fields.kinds import MANY, TRUTHS, Kind
from workbench.fields.problems import Problem, ProblemKind, Wrong
from workbench.i18n import language

# ISO 639-3 and ICAO 9303 codes that have no name.
_MORE_LANGUAGES = frozenset({"und"})
_MORE_COUNTRIES = frozenset({"XXA", "XXB", "XXC", "XXX", "UNK"})


def check(
    fields: Iterable[Field],
    answers: Answers,
    *,
    aliases: Collection[str],
    exhibits: Collection[str],
    final: bool,
    zone: str | None = None,
) -> list[Problem]:
    """What is wrong with the answers, in the order of the fields.

    A draft (``final=False``) is only refused what cannot be stored: an unknown field, a wrong type, a text
    that is too long or holds a control character. A final answer must be right, complete and name only
    people (``aliases``) and ``exhibits`` of the case.
    """
    asked = tuple(fields)
    known = {one.key for one in asked}
    problems = [Problem(key, ProblemKind.UNKNOWN_FIELD) for key in answers if key not in known]
    for one in shown(asked, _read_all(asked, answers, zone)):
        value = answers.get(one.key)
        if not given(value):
            if final and one.required:
                problems.append(Problem(one.key, ProblemKind.REQUIRED))
            continue
        try:
            _storable(one, value)
            if final:
                _in_case(one, _read(one, value, zone), aliases, exhibits)
        except Wrong as wrong:
            problems.append(Problem(one.key, wrong.kind, wrong.facts))
    return problems


def clean(fields: Iterable[Field], answers: Answers, *, zone: str | None = None) -> dict[str, object]:
    """The answers as they are stored: digits 0-9, tidy white space, ISO days and moments.

    Answers of hidden fields and empty answers are left out. What cannot be read is kept as it is, and so are
    the answers to unknown fields: ``check`` names them, and nothing that was typed disappears without a word.
    ``zone`` is the time zone of moments that name none.
    """
    asked = tuple(fields)
    known = {one.key for one in asked}
    read = _read_all(asked, answers, zone)
    visible = {one.key for one in shown(asked, read)}
    return {key: value for key, value in read.items() if given(value) and (key in visible or key not in known)}


def _read_all(fields: tuple[Field, ...], answers: Answers, zone: str | None) -> dict[str, object]:
    read = dict(answers)
    for one in fields:
        if given(read.get(one.key)):
            try:
                read[one.key] = _read(one, read[one.key], zone)
            except Wrong:
                continue
    return read


def _storable(asked: Field, value: object) -> None:
    """Raise ``Wrong`` if the value has not even the shape of an answer."""
    if asked.kind in MANY:
        if not isinstance(value, list | tuple):
            raise Wrong(ProblemKind.NEEDS_LIST)
        for one in value:
            _word(asked, one)
    elif isinstance(value, str):
        words.storable(value)
    else:
        # Anything but a text must be what its reader makes of it: a number, a day, a yes.
        _READERS[asked.kind](asked, value, "UTC")


def _read(asked: Field, value: object, zone: str | None) -> object:
    return _READERS[asked.kind](asked, value, zone)


def _word(asked: Field, value: object) -> str:
    # YAML 1.1 reads an unquoted yes or no as a truth value and a bare figure as a number.
    if isinstance(value, bool):
        value = "yes" if value else "no"
    elif isinstance(value, int) and asked.choices:
        value = str(value)
    return words.code(value)


def _choice(asked: Field, value: object, _zone: str | None) -> str:
    word = _word(asked, value)
    if word not in asked.choices:
        raise Wrong(ProblemKind.NOT_AN_OPTION, value=word)
    return word


def _truth(asked: Field, value: object, _zone: str | None) -> str:
    word = _word(asked, value)
    if word not in TRUTHS:
        raise Wrong(ProblemKind.NEEDS_TRUTH)
    return word


def _choices(asked: Field, value: object, zone: str | None) -> list[str]:
    chosen = {_choice(asked, one, zone) for one in _list(value)}
    return [key for key in asked.choices if key in chosen]


def _reference(value: object) -> str:
    return words.code(value).upper()


def _references(value: object) -> list[str]:
    return list(dict.fromkeys(_reference(one) for one in _list(value)))


def _list(value: object) -> list[object]:
    if not isinstance(value, list | tuple):
        raise Wrong(ProblemKind.NEEDS_LIST)
    return list(value)


def _language(value: object) -> str:
    word = words.code(value).lower()
    if word not in _MORE_LANGUAGES and language("en").language_name(word) == word:
        raise Wrong(ProblemKind.NOT_A_LANGUAGE, value=word)
    return word


def _country(value: object) -> str:
    word = words.code(value).upper()
    if word not in _MORE_COUNTRIES and (not word.isalpha() or language("en").country_name(word) in (word, word[:2])):
        raise Wrong(ProblemKind.NOT_A_COUNTRY, value=word)
    return word


def _in_case(asked: Field, value: object, aliases: Collection[str], exhibits: Collection[str]) -> None:
    """Raise ``Wrong`` if the answer names a person or an exhibit that the case does not have."""
    if asked.kind in (Kind.PERSON, Kind.PERSONS):
        kind, known = ProblemKind.NO_SUCH_PERSON, aliases
    elif asked.kind in (Kind.EXHIBIT, Kind.EXHIBITS):
        kind, known = ProblemKind.NO_SUCH_EXHIBIT, exhibits
    else:
        return
    for one in value if isinstance(value, list) else (value,):
        if one not in known:
            raise Wrong(kind, value=one)


_READERS: dict[Kind, Callable[[Field, object, str | None], object]] = {
    Kind.TEXT: lambda _, value, __: words.line(value),
    Kind.LINES: lambda _, value, __: words.lines(value),
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.TRUTH: _truth,
    Kind.NUMBER: lambda _, value, __: figures.number(value),
    Kind.DAY: lambda _, value, __: figures.day(value),
    Kind.MOMENT: lambda _, value, zone: figures.moment(value, zone),
    Kind.CODE: lambda _, value, __: words.code(value),
    Kind.PHONE: lambda _, value, __: words.phone(value),
    Kind.PERSON: lambda _, value, __: _reference(value),
    Kind.PERSONS: lambda _, value, __: _references(value),
    Kind.EXHIBIT: lambda _, value, __: _reference(value),
    Kind.EXHIBITS: lambda _, value, __: _references(value),
    Kind.LANGUAGE: lambda _, value, __: _language(value),
    Kind.COUNTRY: lambda _, value, __: _country(value),
}
