"""Answers as a reader sees them: options by their label, moments and codes in the reader's language."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workbench.fields import Field, Kind, shown
from workbench.i18n import N_, Language, ltr
from workbench.terms import TRUTHS

_LEFT_TO_RIGHT = frozenset({Kind.CODE, Kind.PHONE, Kind.PERSON, Kind.EXHIBIT})


def answered(
    fields: tuple[Field, ...], answers: Mapping[str, object], language: Language, zone: str
) -> tuple[tuple[str, str], ...]:
    """The questions that were answered and the answers, both as texts in the language of ``fields``."""
    pairs = [
        (field.label, value_text(field, answers.get(field.key), language, zone))
        for field in shown(fields, answers)
    ]
    return tuple((label, text) for label, text in pairs if text)


def value_text(field: Field, value: object, language: Language, zone: str) -> str:
    """One answer as text; empty if there is none."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, list | tuple):
        return language.say(N_(", ")).join(_one(field, str(each), language, zone) for each in value)
    return _one(field, str(value), language, zone)


def _one(field: Field, value: str, language: Language, zone: str) -> str:
    kind = field.kind
    if kind in (Kind.CHOICE, Kind.CHOICES):
        return next((option.label for option in field.options if option.key == value), value)
    if kind is Kind.TRUTH:
        return language.say(TRUTHS[value]) if value in TRUTHS else value
    if kind is Kind.DAY:
        return language.day(date.fromisoformat(value))
    if kind is Kind.MOMENT:
        at = datetime.fromisoformat(value)
        return language.moment(at if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone)), zone)
    if kind is Kind.LANGUAGE:
        return language.language_name(value)
    if kind is Kind.COUNTRY:
        return language.country_name(value)
    if kind is Kind.NUMBER:
        return language.in_digits(value)
    return ltr(value) if kind in _LEFT_TO_RIGHT or kind in (Kind.PERSONS, Kind.EXHIBITS) else value
