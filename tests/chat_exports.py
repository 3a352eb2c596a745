"""Chats written as the exports of many telephones write them, for reading them back. Everybody in them is invented."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
LRM, RLM, NNBSP = "\u200e", "\u200f", "\u202f"
# The clock of a telephone, which an export writes without its zone.
ONCE = datetime.fromisoformat("2024-09-02T20:11")


@dataclass(frozen=True)
class Said:
    """One message of a chat."""

    at: datetime
    sender: str
    text: str


@dataclass(frozen=True)
class Variant:
    """How one telephone writes a chat: the head of an entry, the ends of entries, and whether seconds are kept."""

    name: str
    head: Callable[[datetime], str]
    seconds: bool = False
    ends: str = "\n"
    system: str = "Messages and calls are end-to-end encrypted. Tap to learn more."

    @property
    def bracketed(self) -> bool:
        return self.head(ONCE).lstrip(LRM).startswith("[")

    def write(self, said: Sequence[Said]) -> str:
        """The export: a line of the program, then the messages."""
        first = f"{self.head(said[0].at)}{'Chat: ' + LRM if self.bracketed else ''}{self.system}"
        lines = [first, *(f"{self.head(one.at)}{one.sender}: {one.text}" for one in said)]
        return "".join(line + self.ends for line in lines)


def _twelve(at: datetime, before: str, after: str) -> str:
    return after if at.hour >= 12 else before


def _hour(at: datetime) -> int:
    return at.hour % 12 or 12


def _iranian(at: datetime) -> str:
    """Only for days of the Iranian year 1403, which began on 20 March 2024."""
    passed = (at.date() - date(2024, 3, 20)).days
    month, day = divmod(passed, 31) if passed < 186 else divmod(passed - 186, 30)
    return f"1403/{month + 1 + (6 if passed >= 186 else 0)}/{day + 1}"


VARIANTS = (
    Variant("android en 24h", lambda at: f"{at:%d/%m/%Y, %H:%M} - "),
    Variant("android us 12h", lambda at: f"{at.month}/{at.day}/{at:%y}, {_hour(at)}:{at:%M}{NNBSP}{at:%p} - "),
    Variant("android us 12h old", lambda at: f"{at.month}/{at.day}/{at:%y}, {_hour(at)}:{at:%M} {at:%p} - "),
    Variant("android au 12h", lambda at: f"{at:%d/%m/%Y}, {_hour(at)}:{at:%M} {_twelve(at, 'am', 'pm')} - "),
    Variant(
        "android ar 12h",
        lambda at: (
            f"{at.day}{RLM}/{at.month}{RLM}/{at.year}، {_hour(at)}:{at:%M} {_twelve(at, 'ص', 'م')} - ".translate(ARABIC)
        ),
        system="الرسائل والمكالمات مشفرة تمامًا بين الطرفين. انقر لمعرفة المزيد.",
    ),
    Variant(
        "android ar 24h", lambda at: f"{at.day}{RLM}/{at.month}{RLM}/{at.year}، {at:%H:%M} - ",
        system="الرسائل والمكالمات مشفرة تمامًا بين الطرفين. انقر لمعرفة المزيد.",
    ),
    Variant(
        "android ckb 12h",
        lambda at: f"{at:%Y-%m-%d}، {_hour(at)}:{at:%M} {_twelve(at, 'پ.ن', 'د.ن')} - ".translate(ARABIC),
        system="نامە و پەیوەندییەکان سەرتاسەر نهێنیکراون.",
    ),
    Variant("android ckb 12h west", lambda at: f"{at:%d/%m/%Y} {_hour(at)}:{at:%M} {_twelve(at, 'ب.ن', 'د.ن')} - "),
    Variant("android fa 24h", lambda at: f"{at.year}/{at.month}/{at.day},{RLM} {at:%H:%M} - ".translate(PERSIAN)),
    Variant(
        "android fa 12h iranian",
        lambda at: f"{_iranian(at)},{RLM} {_hour(at)}:{at:%M} {_twelve(at, 'ق.ظ.', 'ب.ظ.')} - ".translate(PERSIAN),
        system="پیام‌ها و تماس‌ها سرتاسر رمزگذاری شده‌اند.",
    ),
    Variant("android de", lambda at: f"{at:%d.%m.%y, %H:%M} - "),
    Variant("android fr", lambda at: f"{at:%d/%m/%Y à %H:%M} - "),
    Variant("android tr", lambda at: f"{at.day}.{at:%m.%Y %H:%M} - "),
    Variant(
        "android es 12h",
        lambda at: f"{at.day}/{at.month}/{at:%y} {_hour(at)}:{at:%M}{NNBSP}{_twelve(at, 'a. m.', 'p. m.')} - ",
    ),
    Variant("android sv", lambda at: f"{at:%Y-%m-%d %H:%M} - "),
    Variant("ios en 24h", lambda at: f"[{at:%d/%m/%Y, %H:%M:%S}] ", seconds=True, ends="\r\n"),
    Variant(
        "ios us 12h", lambda at: f"[{at.month}/{at.day}/{at:%y}, {_hour(at)}:{at:%M:%S}{NNBSP}{at:%p}] ",
        seconds=True, ends="\r\n",
    ),
    Variant("ios de", lambda at: f"[{at:%d.%m.%y, %H:%M:%S}] ", seconds=True, ends="\r\n"),
    Variant("ios fr", lambda at: f"[{at:%d/%m/%Y %H:%M:%S}] ", seconds=True, ends="\r\n"),
    Variant(
        "ios ar 12h",
        lambda at: (
            f"[{at.day}{RLM}/{at.month}{RLM}/{at.year}, {_hour(at)}:{at:%M:%S} {_twelve(at, 'ص', 'م')}] "
            .translate(ARABIC)
        ),
        seconds=True, ends="\r\n",
    ),
    Variant("ios sv", lambda at: f"[{at:%Y-%m-%d %H:%M:%S}] ", seconds=True, ends="\r\n"),
)
