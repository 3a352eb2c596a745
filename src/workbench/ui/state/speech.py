"""The language the window speaks now."""

from datetime import date, datetime

from workbench.i18n import DEFAULT, Language, language

_now = language(DEFAULT)
_zone = "Asia/Baghdad"


def speak(tag: str, digits: str = "locale", zone: str = "") -> Language:
    """Make the window speak a language from now on; returns it."""
    global _now, _zone
    _now = language(tag, digits=digits)
    _zone = zone or _zone
    return _now


def speaking() -> Language:
    """The language the window speaks now."""
    return _now


def tr(msgid: str, /, **facts: object) -> str:
    """A text in the window's language."""
    return _now.say(msgid, **facts)


def number(n: int) -> str:
    return _now.number(n)


def day(on: date) -> str:
    return _now.day(on)


def moment(at: datetime) -> str:
    """Day and time in the station's zone."""
    return _now.moment(at, _zone)


def zone() -> str:
    """The station's time zone."""
    return _zone
