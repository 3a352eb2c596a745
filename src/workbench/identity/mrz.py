"""The machine-readable zone of passports, cards and visas (ICAO Doc 9303, parts 3 to 7), typed or pasted."""

import re
from dataclasses import dataclass
from datetime import date

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, latin
from workbench.identity.check_digits import as_digits, as_letters, check_digit, likely
from workbench.identity.mrz_days import birth_day, expiry_day
from workbench.identity.mrz_layout import LAYOUTS, Layout, Span
from workbench.identity.nations import known
from workbench.identity.problems import Problem

_SEXES = {"F": "female", "M": "male", "<": "unknown", "X": "unknown"}
_SIGNS = re.compile(r"[A-Z0-9<]+")
# Word processors make these of the angle brackets that somebody typed.
_BRACKETS = str.maketrans({"«": "<<", "‹": "<", "＜": "<", "〈": "<", "≪": "<<"})
_UNSEEN = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_LONGEST = 400
_DIGIT_WRONG = N_("the check digit is {found}, but {expected} was to be expected")
_FILLED = N_("the line of the names has {count} signs and not {width}: fillers were reckoned in")
_LETTERS_IN_DAY = N_("a letter stands where a digit belongs")
_DIGITS_IN_NAME = N_("a digit stands where a letter belongs")


@dataclass(frozen=True, slots=True)
class Mrz:
    """What a machine-readable zone says.

    ``kind``: TD1, TD2, TD3, MRV-A or MRV-B. ``birth`` and ``expiry``: ISO day, or year where only that is given, empty
    if it is not said or is no day; the raw six signs beside them. ``sex``: female, male, unknown. ``optional``: the
    optional data of each line, fillers taken away. ``names_cut``: the names fill their line and may go on.
    ``problems`` says what is doubtful; nothing was repaired.
    """

    kind: str
    document: str
    issuer: str
    surname: str
    given: str
    number: str
    nationality: str
    birth: str
    birth_raw: str
    sex: str
    expiry: str
    expiry_raw: str
    optional: tuple[str, ...]
    names_cut: bool
    lines: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def read_mrz(text: str, today: date) -> Mrz:
    """The zone in a text: spaces, small letters and digits of any script do not matter.

    A birth lies in the century in which it is not after ``today``. Wrong check digits and impossible days become
    named problems. Raises ``Refusal`` if the text is no zone at all.
    """
    layout, lines, problems = _lines(text)
    read = _Reader(layout, lines, today, problems)
    return read.mrz()


class _Reader:
    def __init__(self, layout: Layout, lines: tuple[str, ...], today: date, problems: list[Problem]) -> None:
        self._layout, self._lines, self._today, self._problems = layout, lines, today, problems

    def mrz(self) -> Mrz:
        layout = self._layout
        document = self._plain(layout.document)
        if document[:1] not in layout.documents:
            self._note("document", N_("no paper of this size has the document code {value}"), value=document)
        surname, given = self._names()
        number = self._number()
        birth_raw, expiry_raw = self._checked("birth", layout.birth), self._checked("expiry", layout.expiry)
        birth, expiry = self._day("birth", birth_raw), self._day("expiry", expiry_raw)
        if birth and expiry and expiry < birth:
            self._note("expiry", N_("the paper would have run out before its holder was born"))
        optional = self._optional()
        if layout.optional_digit is not None:
            self._personal(layout.optional[0], layout.optional_digit)
        self._composite()
        return Mrz(
            layout.kind, document, self._country("issuer", layout.issuer), surname, given, number,
            self._country("nationality", layout.nationality), birth, birth_raw, self._sex(), expiry, expiry_raw,
            optional, not self._at(layout.names).endswith("<"), self._lines, tuple(self._problems),
        )  # fmt: skip

    def _at(self, span: Span) -> str:
        return self._lines[span.line][span.start : span.end]

    def _plain(self, span: Span) -> str:
        return self._at(span).rstrip("<").replace("<", " ").strip()

    def _note(self, field: str, text: str, hint: str = "", **facts: object) -> None:
        self._problems.append(Problem(field, text, facts, hint))

    def _verify(self, field: str, value: str, digit: str) -> None:
        expected = check_digit(value)
        if digit != expected:
            self._note(field, _DIGIT_WRONG, _hint(field, value, digit), found=digit, expected=expected)

    def _checked(self, field: str, span: Span) -> str:
        value = self._at(span)
        self._verify(field, value, self._at(span.after))
        return value

    def _number(self) -> str:
        """The number of the paper; a long one goes on in the optional data (Doc 9303 part 5, 4.2.2.1, note j)."""
        span = self._layout.number
        value, digit = self._at(span), self._at(span.after)
        if self._is_long:
            further = self._at(self._layout.optional[0]).split("<")[0]
            value, digit = value + further[:-1], further[-1]
        self._verify("number", value, digit)
        return value.rstrip("<").replace("<", " ")

    def _optional(self) -> tuple[str, ...]:
        """The optional data of each line, without what belongs to a long number there."""
        first, *others = (self._plain(span) for span in self._layout.optional)
        if self._is_long:
            first = first.partition(" ")[2].strip()
        return (first, *others)

    @property
    def _is_long(self) -> bool:
        further = self._at(self._layout.optional[0]).split("<")[0]
        return self._layout.long_numbers and self._at(self._layout.number.after) == "<" and len(further) > 1

    def _personal(self, span: Span, digit_span: Span) -> None:
        """The optional data of a passport; its check digit may be a filler where there are none."""
        value, digit = self._at(span), self._at(digit_span)
        if digit != "<" or value.strip("<"):
            self._verify("optional", value, digit)

    def _composite(self) -> None:
        if self._layout.composite is not None:
            whole = "".join(self._at(span) for span in self._layout.composed)
            digit, expected = self._at(self._layout.composite), check_digit(whole)
            if digit != expected:
                self._note("composite", _DIGIT_WRONG, found=digit, expected=expected)

    def _day(self, field: str, raw: str) -> str:
        if any(sign.isalpha() for sign in raw):
            self._note(field, _LETTERS_IN_DAY, as_digits(raw))
            return ""
        day = birth_day(raw, self._today) if field == "birth" else expiry_day(raw, self._today)
        if day is None:
            self._note(field, N_("{value} is no day that exists"), value=raw)
        return day or ""

    def _country(self, field: str, span: Span) -> str:
        raw = self._at(span)
        code = raw.rstrip("<")
        if any(sign.isdigit() for sign in code):
            self._note(field, _DIGITS_IN_NAME, as_letters(code))
        elif not known(code):
            self._note(field, N_("no country or body has the code {value}"), value=raw)
        return code

    def _sex(self) -> str:
        sign = self._at(self._layout.sex)
        if sign not in _SEXES:
            self._note("sex", N_("{value} does not say a sex"), value=sign)
        return _SEXES.get(sign, "unknown")

    def _names(self) -> tuple[str, str]:
        raw = self._at(self._layout.names)
        if any(sign.isdigit() for sign in raw):
            self._note("names", _DIGITS_IN_NAME, as_letters(raw.rstrip("<")))
        surname, _, given = raw.strip("<").partition("<<")
        if not surname:
            self._note("names", N_("there is no name"))
        return " ".join(surname.split("<")), " ".join(given.replace("<", " ").split())


def _hint(field: str, value: str, digit: str) -> str:
    """How a field may have been meant: dates hold digits only, and a check digit is a digit."""
    if not digit.isdigit():
        return as_digits(digit) if digit.isalpha() and check_digit(value) == as_digits(digit) else ""
    if field in ("birth", "expiry"):
        meant = as_digits(value)
        return meant if meant != value and check_digit(meant) == digit else ""
    return ", ".join(one.rstrip("<") for one in likely(value, digit))


def _lines(text: str) -> tuple[Layout, tuple[str, ...], list[Problem]]:
    if len(text) > _LONGEST:
        raise _no_zone(Problem("", N_("it is longer than any zone")))
    bare = _UNSEEN.sub("", latin(text).translate(_BRACKETS)).upper()
    lines = [line for row in bare.splitlines() if (line := "".join(row.split()))]
    if not lines:
        raise _no_zone(Problem("", N_("it is empty")))
    whole = "".join(lines)
    if not _SIGNS.fullmatch(whole):
        sign = next(c for c in whole if not _SIGNS.fullmatch(c))
        raise _no_zone(Problem("", N_("it holds {sign}, which no zone does"), {"sign": f"{sign} (U+{ord(sign):04X})"}))
    for layout in LAYOUTS:
        if layout.fits(whole, lines):
            cut = tuple(whole[start : start + layout.width] for start in range(0, len(whole), layout.width))
            return layout, cut, []
    for layout in LAYOUTS:
        filled = layout.filled(lines)
        if filled is not None:
            facts = {"count": len(lines[layout.names.line]), "width": layout.width}
            return layout, filled, [Problem("names", _FILLED, facts)]
    counts = ", ".join(str(len(line)) for line in lines)
    raise _no_zone(Problem("", N_("its lines have {counts} signs"), {"counts": counts}))


def _no_zone(problem: Problem) -> Refusal:
    return Refusal(Reason.MRZ_WRONG, problem=problem)
