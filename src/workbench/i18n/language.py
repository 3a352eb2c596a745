"""One language: its words, direction, digits and the way it writes numbers, days and spans."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench.i18n import calendar, digits
from workbench.i18n.bidi import isolate, ltr
from workbench.i18n.catalogues import program

if TYPE_CHECKING:
    from babel import Locale

TAGS = ("ar_IQ", "ckb", "en")
DEFAULT = "ar_IQ"
# A test holds this against what Babel and Qt say.
_RIGHT_TO_LEFT = frozenset({"ar_IQ", "ckb"})
_NAMES = {"ar_IQ": "العربية", "ckb": "کوردی", "en": "English"}
# Languages that people here speak and CLDR does not name.
_LANGUAGES = {
    "prs": {"ar_IQ": "الدرية", "ckb": "دەری", "en": "Dari"},
    "kmr": {"ar_IQ": "الكردية البادينية", "ckb": "کوردیی بادینی", "en": "Kurmanji Kurdish (Badini)"},
}
RLM = "\u200f"
_UNITS = {
    "ar_IQ": ("بايت", "كيلوبايت", "ميغابايت", "غيغابايت"),
    "ckb": ("بایت", "کیلۆبایت", "مێگابایت", "گێگابایت"),
    "en": ("B", "KB", "MB", "GB"),
}
_DECIMAL = "\u066b"  # Arabic decimal separator
_PERCENT = {"ar_IQ": "٪{n}", "ckb": "٪{n}", "en": "{n}%"}


@dataclass(frozen=True)
class Language:
    """What a face or a paper needs to speak one language.

    ``digits`` is ``"locale"`` (٠-٩ in Arabic and Kurdish) or ``"latin"`` (0-9 everywhere).
    Only quantities, days and times follow it; identifiers are always written 0-9.
    """

    tag: str
    digits: str = "locale"

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.tag in _RIGHT_TO_LEFT

    @property
    def locale(self) -> "Locale":
        """What CLDR knows of the language."""
        return _locale(self.tag)

    @property
    def native_name(self) -> str:
        """The language's name in itself."""
        return _NAMES[self.tag]

    def say(self, msgid: str, /, **facts: object) -> str:
        """The text in this language with its facts put in: words isolated, whole numbers in its digits."""
        return self._fill(program(self.tag).gettext(msgid) if msgid else "", facts)

    def say_many(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """The text in the plural form of ``n``; ``{n}`` stands for the number."""
        return self._fill(program(self.tag).ngettext(one, many, n), {"n": n, **facts})

    def _fill(self, text: str, facts: dict[str, object]) -> str:
        return text.format(**{key: self._fact(value) for key, value in facts.items()}) if facts else text

    def _fact(self, value: object) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            return self.number(value)
        text = str(value)
        # What is already isolated (an id, a hash) keeps the direction it was given.
        return text if text.startswith(("\u2066", "\u2067", "\u2068")) else isolate(text)

    def number(self, n: int) -> str:
        """A whole number in the language's digits."""
        return self.in_digits(str(n))

    def decimal(self, value: float, places: int = 1) -> str:
        text = f"{value:.{places}f}"
        return text if self._latin else digits.arabic(text.replace(".", _DECIMAL))

    def percent(self, fraction: float) -> str:
        return _PERCENT["en" if self._latin else self.tag].format(n=self.number(round(fraction * 100)))

    def in_digits(self, text: str) -> str:
        """The text with its digits written as the language and the setting ask."""
        return text if self._latin else digits.arabic(text)

    @property
    def _latin(self) -> bool:
        return self.digits == "latin" or self.tag == "en"

    def day(self, on: date) -> str:
        """Day/month/year in figures; the slash keeps its place between Arabic digits where a dash would not."""
        return isolate(self.in_digits(f"{on.day:02}/{on.month:02}/{on.year}"))

    def day_long(self, on: date) -> str:
        """The day with the month's name as it is used in Iraq."""
        return calendar.LONG_DAY[self.tag].format(
            day=self.number(on.day), month=calendar.MONTHS[self.tag][on.month - 1], year=self.number(on.year)
        )

    def weekday(self, on: date) -> str:
        return calendar.WEEKDAYS[self.tag][on.weekday()]

    def time(self, at: datetime, zone: str) -> str:
        """Hours and minutes, 24 hours a day, in the given zone."""
        local = at.astimezone(ZoneInfo(zone))
        return self.in_digits(f"{local.hour:02}:{local.minute:02}")

    def moment(self, at: datetime, zone: str) -> str:
        """Day and time of a moment in the given zone."""
        local = at.astimezone(ZoneInfo(zone))
        written = f"{local.day:02}/{local.month:02}/{local.year} {local.hour:02}:{local.minute:02}"
        # The mark gives the isolate its direction: figures alone have none, and the day must be read first.
        return isolate(RLM + self.in_digits(written)) if self.rtl else ltr(written)

    def span(self, length: timedelta) -> str:
        """A length of time as h:mm, without sign; days are counted into the hours."""
        minutes = int(abs(length).total_seconds() // 60)
        return self.in_digits(f"{minutes // 60}:{minutes % 60:02}")

    def size(self, count: int) -> str:
        """A number of bytes in the largest unit that keeps it readable."""
        value, step = float(count), 0
        while value >= 1024 and step < 3:
            value, step = value / 1024, step + 1
        unit = _UNITS[self.tag][step]
        figure = self.decimal(value) if step else self.number(count)
        return f"{figure} {unit if self.rtl else ltr(unit)}"

    def language_name(self, code: str) -> str:
        """The name of a language by its ISO 639 code; the code itself where CLDR has none."""
        return _LANGUAGES.get(code, {}).get(self.tag) or _named("languages", self.tag, code)

    def country_name(self, code: str) -> str:
        """The name of a country by its ISO 3166 code (two or three letters)."""
        return _named("territories", self.tag, alpha2(code))


@cache
def _locale(tag: str) -> "Locale":
    # CLDR is large and only names of languages and countries come from it: loaded when first asked for.
    from babel import Locale

    # A bare ``ckb`` would take another country's week; the territory settles it.
    return Locale.parse("ckb_IQ" if tag == "ckb" else tag)


def _named(kind: str, tag: str, code: str) -> str:
    """The CLDR name of a language or territory; in English, or the code itself, where CLDR has none."""
    own = getattr(_locale(tag), kind).get(code) or getattr(_locale("en"), kind).get(code) or code
    # CLDR writes the Kurdish h with U+06BE; the letter in storage and in our fonts is U+0647.
    return str(own).replace("\u06be", "\u0647")


@cache
def alpha2(code: str) -> str:
    """The two-letter code of a country given by two or three letters."""
    from babel.core import get_global

    known = get_global("territory_aliases").get(code.upper(), ())
    return known[0] if len(code) == 3 and len(known) == 1 else code.upper()


def language(tag: str, *, digits: str = "locale") -> Language:
    """The language of a tag. Raises ``KeyError`` if the program does not speak it."""
    if tag not in TAGS:
        raise KeyError(tag)
    return Language(tag, digits)
