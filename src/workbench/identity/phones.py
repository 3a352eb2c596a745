"""Telephone numbers as people give them: one form for comparing, one for reading, and a doubt where there is one."""

from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberFormat, ValidationResult

from workbench.i18n import N_, latin, ltr
from workbench.identity.problems import Problem

LONGEST = 40


@dataclass(frozen=True, slots=True)
class Phone:
    """A number: as it was written, and in its canonical form (E.164 if it is valid, else the digits that were told)."""

    written: str
    canonical: str
    doubt: Problem | None = None

    @property
    def shown(self) -> str:
        """How it is shown, from left to right in every language; as it was written if it is in doubt."""
        if self.doubt is not None:
            return ltr(self.written)
        number = phonenumbers.parse(self.canonical)
        return ltr(phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL))


_DOUBTS = {
    ValidationResult.TOO_SHORT: N_("the telephone number is too short to be whole"),
    ValidationResult.TOO_LONG: N_("the telephone number is too long"),
    ValidationResult.INVALID_LENGTH: N_("the telephone number has a digit too many or too few"),
    ValidationResult.INVALID_COUNTRY_CODE: N_("no country has this telephone code"),
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: N_("the telephone number lacks its area code"),
}
_NO_DIGIT = N_("there is no digit in the telephone number")
_NO_SERIES = N_("no network has telephone numbers of this kind")
_NOT_A_NUMBER = N_("this is not only a telephone number")


def country_of(jurisdiction: str) -> str:
    """The country (ISO 3166, two letters) of the law that holds at a place: ``iq-kr`` lies in ``IQ``."""
    return jurisdiction.partition("-")[0].upper()


def phone(text: str, region: str) -> Phone:
    """A number as it was told in a region (ISO 3166, two letters: IQ), in any digits. Never refuses.

    A number that cannot be valid by the plans of ``phonenumbers`` (libphonenumber) is kept as written, with a doubt.
    """
    written = " ".join(latin(text).split())
    digits = "".join(c for c in written if c in "0123456789")
    if not digits:
        return Phone(written, "", Problem("phone", _NO_DIGIT))
    partial = ("+" if written.startswith("+") else "") + digits
    # The library would dial letters as the digits on their keys, or read over them; somebody meant something by them.
    if any(c.isalpha() for c in written):
        return Phone(written, partial, Problem("phone", _NOT_A_NUMBER))
    try:
        number = phonenumbers.parse(written[:250], region.upper() or None)
    except phonenumbers.NumberParseException as error:
        wrong_code = error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE
        doubt = _DOUBTS[ValidationResult.INVALID_COUNTRY_CODE] if wrong_code else _NOT_A_NUMBER
        return Phone(written, partial, Problem("phone", doubt))
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible in _DOUBTS:
        return Phone(written, partial, Problem("phone", _DOUBTS[possible]))
    if not phonenumbers.is_valid_number(number):
        return Phone(written, partial, Problem("phone", _NO_SERIES))
    canonical = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return Phone(written, canonical)
