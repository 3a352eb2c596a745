"""Telephone numbers in one form, each spelling looked at once."""

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from workbench.i18n import latin

_LONGEST = 40
_DROPPED = {ord(one): None for one in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"}
_ABROAD = re.compile(r"(?:\+|00)[1-9][0-9]{7,14}")
# What a spreadsheet program leaves of a long number.
_SPOILT = re.compile(r"\d([.,]\d+)?[eE]\+?\d{1,2}")


@dataclass(frozen=True, slots=True)
class _Home:
    """The country whose numbers stand without their country's mark, and how its mobile numbers are written there."""

    region: str = ""
    mark: str = ""
    mobile: re.Pattern[str] | None = None

    @classmethod
    def of(cls, region: str) -> "_Home":
        """Of a country (ISO 3166, two letters) by the plan of numbers that the library knows; of none, nothing."""
        example = phonenumbers.example_number_for_type(region, PhoneNumberType.MOBILE) if region else None
        if example is None:
            return cls()
        mark, national = str(example.country_code), str(example.national_number)
        before = phonenumbers.ndd_prefix_for_region(region, True) or ""
        # By length and first figure alone: new series and numbers of fiction are numbers too.
        shape = rf"(?:\+?{mark}|00{mark}|{before})?({national[0]}[0-9]{{{len(national) - 1}}})"
        return cls(region, mark, re.compile(shape))


# A process reads one file at a time: whose country it comes from is said once, when that begins.
_home = _Home()


def read_in(region: str) -> None:
    """From now on numbers are read as in this country (ISO 3166, two letters); in none where it is empty."""
    global _home
    if region != _home.region:
        _home = _Home.of(region)
        number.cache_clear()


def is_number(digits: str) -> bool:
    """Whether figures without signs between them are a number of the country, or one with its country's mark."""
    return _ABROAD.fullmatch(digits) is not None or bool(_home.mobile and _home.mobile.fullmatch(digits))


@lru_cache(maxsize=200_000)
def number(written: str) -> str:
    """A number as E.164 where it can be one; else as it was written, in Latin digits.

    Numbers of fiction and new series are valid for no plan but possible for all: that is enough for comparing. Short
    numbers and names of senders stay as they are.
    """
    plain = latin(written[:_LONGEST].translate(_DROPPED)).strip(" '\"=\t\u00a0")
    digits = re.sub(r"[\s().\u00a0\u2010-\u2015/-]", "", plain)
    if _home.mobile and (at_home := _home.mobile.fullmatch(digits)):
        return f"+{_home.mark}{at_home[1]}"
    if not re.fullmatch(r"\+?[0-9]{6,17}", digits):
        return plain
    # The leading mark of the world in its usual way for the region.
    if digits.startswith(("00", "+0")) and len(digits) > 9:
        digits = "+" + digits.lstrip("+0")
    found = _parsed(digits)
    if found is None:
        return digits
    return str(phonenumbers.format_number(found, PhoneNumberFormat.E164))


def spoilt(written: str) -> bool:
    """Whether a spreadsheet program shortened the number to a power of ten."""
    return _SPOILT.fullmatch(written.strip()) is not None


def _parsed(digits: str) -> PhoneNumber | None:
    at_home = _try(digits, _home.region or None)
    if at_home is not None and phonenumbers.is_valid_number(at_home):
        return at_home
    # Operators leave out the plus before a number from abroad; at home it would be too long.
    abroad = _try("+" + digits, None) if not digits.startswith(("+", "0")) and len(digits) > 10 else None
    if abroad is not None and phonenumbers.is_valid_number(abroad):
        return abroad
    return next((one for one in (at_home, abroad) if one is not None and phonenumbers.is_possible_number(one)), None)


def _try(digits: str, region: str | None) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
