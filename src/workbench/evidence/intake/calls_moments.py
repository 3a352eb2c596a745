"""Days, times and durations as operators write them in call records."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

from workbench.evidence.intake import day_order
from workbench.evidence.intake.day_order import Numbers, Order
from workbench.i18n import latin

_MONTHS = (
    ("jan", "january", "يناير", "كانون الثاني", "کانوونی دووەم"), ("feb", "february", "فبراير", "شباط", "شوبات"),
    ("mar", "march", "مارس", "آذار", "اذار", "ئازار"), ("apr", "april", "أبريل", "ابريل", "نيسان", "نیسان"),
    ("may", "مايو", "أيار", "ايار", "ئایار"), ("jun", "june", "يونيو", "حزيران", "حوزەیران"),
    ("jul", "july", "يوليو", "تموز", "تەمووز"), ("aug", "august", "أغسطس", "اغسطس", "آب", "اب", "ئاب"),
    ("sep", "sept", "september", "سبتمبر", "أيلول", "ايلول", "ئەیلوول"),
    ("oct", "october", "أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول", "تشرینی یەکەم"),
    ("nov", "november", "نوفمبر", "تشرين الثاني", "تشرینی دووەم"),
    ("dec", "december", "ديسمبر", "كانون الأول", "كانون الاول", "کانوونی یەکەم"),
)  # fmt: skip
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
_DATE = re.compile(
    r"(\d{1,4})[ ]?[./\\ -][ ]?(\d{1,2}|[^\W\d_]{2,9}(?: [^\W\d_]{4,7})?)[.]?[ ]?[./\\, -][ ]?(\d{2,4})(?!\d)"
)
_SOLID = re.compile(r"(20\d\d)(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d))?$")
_TIME = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)? ?((?!Z$)[^\W\d_](?:[^\W\d_]|\. ?)*)? ?(Z|[+-]\d\d:?\d\d)?$"
)
_SOLID_TIME = re.compile(r"(\d\d)(\d\d)(\d\d)$")
_FIGURES = re.compile(r"\s*\d{1,6}(?:\.\d{0,9})?\s*")
_EPOCH = re.compile(r"1\d{9}(\d{3})?$")
_MARKS = {ord(one): None for one in "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f"), " ")
_AFTER = frozenset(("pm", "p", "م", "مساء", "مساءً", "دن", "بظ"))
_BEFORE = frozenset(("am", "a", "ص", "صباحا", "صباحاً", "پن", "بن", "قظ"))


def cleaned(cell: str) -> str:
    """A cell without signs of direction, in Latin digits."""
    return latin(cell.translate(_MARKS).translate(_SPACES)).strip(" \t'\"=")


def split(cell: str) -> tuple[str, str]:
    """A moment as its day and its time, each as text; the time is empty where only a day stands."""
    text = cleaned(cell[:60])
    if solid := _SOLID.match(text):
        year, month, number, hour, minute, second = solid.groups()
        return f"{year}-{month}-{number}", f"{hour}:{minute}:{second}" if hour else ""
    if found := _DATE.match(text):
        return found[0], text[found.end() :].strip(" T,،")
    if _EPOCH.match(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return f"{moment:%Y-%m-%d}", f"{moment:%H:%M:%S}Z"
    return "", ""


def numbers(day: str) -> tuple[Numbers | None, bool]:
    """The numbers of a day as ``split`` gives it, and whether the month is written as a word (then day first)."""
    found = _DATE.match(day)
    if not found:
        return None, False
    if found[2].isdigit():
        return (int(found[1]), int(found[2]), int(found[3])), False
    month = _MONTH_OF.get(found[2].casefold())
    return ((int(found[1]), month, int(found[3])), True) if month else (None, False)


def time(text: str) -> tuple[str, str] | None:
    """A time as hh:mm or hh:mm:ss and its offset, empty where none stands."""
    plain = cleaned(text)
    if solid := _SOLID_TIME.match(plain):
        plain = ":".join(solid.groups())
    found = _TIME.match(plain)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[5] or "").casefold().replace(".", "").replace(" ", "")
    if half and half not in _AFTER | _BEFORE:
        return None
    if half and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (half in _AFTER)
    if hour > 23 or minute > 59 or int(found[3] or 0) > 60:
        return None
    told = f"{hour:02}:{minute:02}" + (f":{found[3]}" if found[3] else "") + (f".{found[4]}" if found[4] else "")
    offset = found[6] or ""
    if offset == "Z":
        offset = "+00:00"
    elif offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    return told, offset


def seconds(cell: str, minutes: bool = False) -> int | None:
    """A duration in seconds: a number, or hours, minutes and seconds."""
    text = cell.strip()
    if text.isdecimal():
        return int(text) * (60 if minutes else 1) if len(text) < 8 else None
    plain = cleaned(text[:24]).replace("٫", ".")
    pieces = plain.split(":")
    if 1 < len(pieces) < 4:
        total = 0.0
        for piece in pieces:
            # float() also takes what is no number of seconds: "-0", "inf", "1e9".
            if not _FIGURES.fullmatch(piece):
                return None
            total = total * 60 + float(piece)
        return int(total)
    try:
        value = float(plain.split(" ")[0].replace(",", ".")) * (60 if minutes else 1)
    except ValueError:
        return None
    return int(value) if 0 <= value < 10**7 else None


class Days:
    """The days of one file, each spelling read once, in the order that holds for the whole file."""

    def __init__(self, spellings: Iterable[str], order: Order | None = None) -> None:
        found = [numbers(one) for one in spellings]
        plain = [one for one, named in found if one and not named]
        decided, unclear = day_order.decide(plain, ascending=False) if plain else (Order.DAY_MONTH, False)
        self.order, self.unclear = (order, False) if order else (decided, unclear)
        self._known: dict[str, tuple[str, tuple[str, ...]]] = {}

    def read(self, spelling: str) -> tuple[str, tuple[str, ...]]:
        """A day in ISO form, empty if it is none, and what is doubtful of it."""
        known = self._known.get(spelling)
        if known is None:
            known = self._known[spelling] = self._read(spelling)
        return known

    def _read(self, spelling: str) -> tuple[str, tuple[str, ...]]:
        found, named = numbers(spelling)
        if found is None:
            return "", ()
        order = Order.DAY_MONTH if named else Order.YEAR_FIRST if found[0] > 99 else self.order
        day: date | None = day_order.day(found, order)
        if day is None and order is not Order.YEAR_FIRST:
            turned = Order.MONTH_DAY if order is Order.DAY_MONTH else Order.DAY_MONTH
            day = day_order.day(found, turned)
        if day is None:
            return "", ()
        doubts: tuple[str, ...] = ()
        if self.unclear and not named and order is not Order.YEAR_FIRST and day_order.either_way(found):
            doubts = ("day_month_unclear",)
        if day_order.foreign(found):
            doubts += ("calendar_converted",)
        return day.isoformat(), doubts
