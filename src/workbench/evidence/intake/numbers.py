"""Telephone numbers in one form, each spelling looked at once."""

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat

from workbench.i18n import latin

REGION = "IQ"
_LONGEST = 40
# Nearly every number that is met here; what the library says of them is always this.
_AT_HOME = re.compile(r"(?:\+964|00964|964|0)?(7[0-9]{9})")
_DROPPED = {ord(one): None for one in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"}
# What a spreadsheet program leaves of a long number.
_SPOILT = re.compile(r"\d([.,]\d+)?[eE]\+?\d{1,2}")


@lru_cache(maxsize=200_000)
def number(written: str) -> str:
    """A number as E.164 where it can be one; else as it was written, in Latin digits.

    Numbers of fiction and new series are valid for no plan but possible for all: that is enough for comparing. Short
    numbers and names of senders stay as they are.
    """
    plain = latin(written[:_LONGEST].translate(_DROPPED)).strip(" '\"=\t\u00a0")
    digits = re.sub(r"[\s().\u00a0\u2010-\u2015/-]", "", plain)
    if at_home := _AT_HOME.fullmatch(digits):
        return f"+964{at_home[1]}"
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
    at_home = _try(digits, REGION)
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
