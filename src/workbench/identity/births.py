"""Birth and age when they are not sure: exact, about, between, before, unknown, refused; nobody is made to guess."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, latin
from workbench.identity import days
from workbench.identity.days import ABOUT, GREGORIAN, HIJRI, Told, told
from workbench.identity.places import countries
from workbench.identity.sayings import prepared, sayings

KINDS = days.KINDS
_WITHOUT_DAY = ("unknown", "refused")
OLDEST = 120
# Other ways to write a day exist (20050102, 2005-W01-7); what is kept is this one.
_WRITTEN = re.compile(r"[0-9]{4}(-[0-9]{2}-[0-9]{2})?")

_AGES = re.compile(r"([0-9]{1,3})(?:\s*-\s*([0-9]{1,3}))?")


@dataclass(frozen=True, slots=True)
class Birth:
    """When somebody was born: ``low`` and ``high`` are ISO days or years (Gregorian), empty if unknown.

    ``before`` and ``after`` have their day in ``low``. ``told``: the words; ``calendar``: the one it was told in.
    """

    kind: str
    low: str = ""
    high: str = ""
    told: str = ""
    calendar: str = GREGORIAN


def birth(kind: str, low: str, high: str, today: date, *, said: str = "", calendar: str = GREGORIAN) -> Birth:
    """A birth as it was told, checked. ``low``, ``high``: a day (YYYY-MM-DD) or a year, of ``calendar``.

    Raises ``Refusal`` for what cannot be. A Hijri year becomes the Gregorian days that it spans.
    """
    if kind not in KINDS:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the kind of birth date is not one of those offered"))
    if kind in _WITHOUT_DAY:
        return Birth(kind, told=said)
    low, high = latin(low.strip()), latin(high.strip()) if kind == "between" else ""
    if calendar == HIJRI:
        return _checked(_from_hijri(kind, low, high, said), today)
    return _checked(Birth(kind, low, high, said), today)


def birth_told(text: str, today: date, calendar: str = "") -> Birth:
    """A birth in the words that were said: «about 2005», «12 رمضان 1425 هـ». Raises ``Refusal`` for what cannot be."""
    return _checked(_of(told(text, calendar)), today)


def birth_of_age(low: int, high: int | None, on: date, *, about: bool = False, said: str = "") -> Birth:
    """The days on which somebody was born who is ``low`` (to ``high``) full years old on a day.

    ``about`` adds two years to either side. Raises ``Refusal`` for an age that nobody has.
    """
    high = low if high is None else high
    if high < low:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the greater age is less than the smaller one"))
    if low < 0 or high > OLDEST:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("nobody has this age"))
    slack = ABOUT if about else 0
    first = _years_before(on, high + slack + 1) + timedelta(days=1)
    last = _years_before(on, max(0, low - slack))
    return Birth("between", max(first, _years_before(on, OLDEST)).isoformat(), last.isoformat(), said)


def birth_of_age_told(text: str, on: date) -> Birth:
    """The birth behind an age in words: «14», «about 14», «between 15 and 17». Raises ``Refusal`` if it is none."""
    low, high, about = _age(text)
    return birth_of_age(low, high, on, about=about, said=text.strip())


def age_between(born: Birth, today: date) -> tuple[int | None, int | None]:
    """The least and the greatest age in full years that the birth allows; None if unknown."""
    if born.kind in _WITHOUT_DAY or not born.low:
        return None, None
    if born.kind == "before":
        return max(0, _years(_earliest(born.low) - timedelta(days=1), today)), OLDEST
    if born.kind == "after":
        return 0, max(0, _years(_latest(born.low) + timedelta(days=1), today))
    first, last = _earliest(born.low), _latest(born.high or born.low)
    slack = ABOUT if born.kind == "about" else 0
    return max(0, _years(last, today) - slack), max(0, _years(first, today) + slack)


def registration_custom(day: str | date, country: str = "") -> bool:
    """Whether a day is one that registrars write where they do not know it, such as 1 July in Iraq (mark GK).

    Two people born on such a day have no more in common than their year. ``day``: an ISO day or a ``date``;
    without ``country`` the custom of any country that data are shipped for counts.
    """
    written = day.isoformat() if isinstance(day, date) else day
    known = countries()
    of = [known[country.upper()]] if country.upper() in known else [] if country else list(known.values())
    return len(written) == 10 and any(written[5:] in one.registration_days for one in of)


def _checked(born: Birth, today: date) -> Birth:
    if born.kind in _WITHOUT_DAY:
        return born
    first, last = _earliest(born.low), _latest(born.high or born.low)
    if last < first:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the later birth date lies before the earlier one"))
    if first > today or today.year - first.year > OLDEST:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the birth date is not possible"))
    return born


def _from_hijri(kind: str, low: str, high: str, said: str) -> Birth:
    if not all(_WRITTEN.fullmatch(one) for one in (low, high) if one):
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the birth date is not possible"))
    early = told(low, HIJRI)
    if kind == "between":
        late = told(high or low, HIJRI)
        return Birth(kind, early.low, late.high or late.low, said or f"{low} – {high}", HIJRI)
    words = said or low
    if kind == "exact":
        return Birth(early.kind, early.low, early.high, words, HIJRI)
    first, last = days.span(early)
    if first is None or last is None:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the birth date is not possible"))
    if kind == "about" and first != last:
        return Birth("between", _shifted(first, -ABOUT), _shifted(last, ABOUT), words, HIJRI)
    return Birth(kind, (last if kind == "after" else first).isoformat(), "", words, HIJRI)


def _age(text: str) -> tuple[int, int | None, bool]:
    plain = prepared(text)
    beginnings = dict(sayings().beginnings)
    about, between = beginnings["about"].match(plain), beginnings["between"].match(plain)
    begun = about or between
    rest = plain[begun.end() :] if begun else plain
    ages = _AGES.fullmatch(rest) or _AGES.fullmatch("-".join(sayings().parting.split(rest, 1)))
    if not ages or (between and not about and not ages[2]):
        raise Refusal(Reason.PERSON_WRONG, problem=N_("it is not an age in years"))
    return int(ages[1]), int(ages[2]) if ages[2] else None, bool(about)


def _of(one: Told) -> Birth:
    return Birth(one.kind, one.low, one.high, one.told, one.calendar)


def _shifted(day: date, years: int) -> str:
    return _years_before(day, -years).isoformat()


def _years_before(day: date, years: int) -> date:
    """The same day some years before; 28 February where that year has no 29th."""
    year = day.year - years
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _earliest(text: str) -> date:
    return _day(text, 1, 1)


def _latest(text: str) -> date:
    return _day(text, 12, 31)


def _day(text: str, month: int, day: int) -> date:
    try:
        if not _WRITTEN.fullmatch(text):
            raise ValueError
        if len(text) == 4:
            return date(int(text), month, day)
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the birth date is not possible")) from None
