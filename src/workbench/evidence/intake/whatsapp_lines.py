"""The lines of an exported chat: which of them start an entry, when it was, and where its name ends."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.evidence.intake import day_order
from workbench.evidence.intake.day_order import Numbers
from workbench.evidence.intake.whatsapp_words import MARKS, bare, certainly_from_export, half_of_day

# Before its first year there was no such chat.
SINCE = 2009
MOST = 1_000_000
_M = f"[{MARKS}]{{0,3}}"
_S = "[ \u00a0\u202f\u2009]"
_HALF = r"[^\W\d_][^\d\[\]:,،/\n-]{0,13}?"
_START = re.compile(
    rf"{_M}(?P<open>\[)?{_M}(?P<a>\d{{1,4}}){_M}{_S}?(?P<sep>[/.\-\u2010-\u2013]){_S}?{_M}(?P<b>\d{{1,2}}){_M}{_S}?"
    rf"[/.\-\u2010-\u2013]{_S}?{_M}(?P<c>\d{{1,4}})\.?{_M}(?P<era>{_S}[^\W\d_]{{1,3}}(?:\.[^\W\d_])?\.?(?=[{MARKS}]{{0,3}}[,،]))?{_M}"
    rf"(?P<comma>[,،])?{_M}{_S}{{0,2}}{_M}(?:(?P<pre>{_HALF}){_S}?)?"
    rf"{_M}(?P<hour>\d{{1,2}})[:.٫](?P<minute>\d{{2}})(?:[:.٫](?P<second>\d{{2}}))?{_M}(?:{_S}?{_M}(?P<half>{_HALF}))?{_M}"
    rf"(?:\]{_M}{_S}?|{_S}[-\u2013]{_S}|{_S}-\Z)"
)
_NAME_LIMIT = 200
# More colons than that stand in nobody's name.
_MOST_COLONS = 8
_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“", "‘": "’"}


@dataclass(slots=True)
class Start:
    """A line that starts an entry: its number, the date as numbers, the time, and where its words begin."""

    line: int
    numbers: Numbers
    clock: str
    half_unknown: bool
    rest: str
    marked: bool
    alike: tuple[object, ...]

    @property
    def bracketed(self) -> bool:
        """Whether the date stands in brackets, as iPhones write it."""
        return self.alike[0] is True

    @property
    def halves(self) -> bool:
        """Whether a word stands beside the time, as where the day has two halves."""
        return self.alike[3] is False or self.alike[4] is False


def start(line: str, number: int) -> Start | None:
    """A line as the start of an entry, or None."""
    found = _START.match(line)
    if found is None:
        return None
    brackets = found["open"] is not None
    if brackets != ("]" in line[found.start("minute") : found.end()]):
        return None
    clock = _clock(found["hour"], found["minute"], found["second"], found["half"] or found["pre"])
    if clock is None:
        return None
    alike = (
        brackets, found["sep"], found["second"] is None, found["half"] is None, found["pre"] is None,
        found["a"] > "9" * 9, len(found["a"]) > 2, len(found["c"]) > 2, found["comma"],
    )  # fmt: skip
    numbers = (int(found["a"]), int(found["b"]), int(found["c"]))
    marked = line[:1] == "\u200e" or line[:1] == "\u200f"
    return Start(number, numbers, clock[0], clock[1], line[found.end() :], marked, alike)


def _clock(hour: str, minute: str, second: str | None, half: str | None) -> tuple[str, bool] | None:
    hours, minutes, seconds = int(hour), int(minute), int(second or 0)
    after = half_of_day(half) if half else None
    if hours > 23 or minutes > 59 or seconds > 60:
        return None
    if after is not None and 1 <= hours <= 12:
        hours = hours % 12 + 12 * after
    told = f"{hours:02}:{minutes:02}" if second is None else f"{hours:02}:{minutes:02}:{seconds:02}"
    return told, half is not None and after is None


def starts(lines: Sequence[str]) -> tuple[list[Start], int]:
    """The starts of entries in the one form that the file uses, and how many lines look like starts of another form.

    An export is written at one stroke: a line in another form was pasted into a message.
    """
    found: list[Start] = []
    for number, line in enumerate(lines):
        # Nearly all other lines are told by where their first digit stands.
        if (one := start(line, number)) is not None and _possible(one.numbers):
            found.append(one)
            if len(found) > MOST:
                break
    if not found:
        return [], 0
    usual = Counter(one.alike for one in found).most_common(1)[0][0]
    kept = [one for one in found if one.alike == usual]
    return kept, len(found) - len(kept)


def _possible(numbers: Numbers) -> bool:
    return any(day_order.day(numbers, order, SINCE) for order in day_order.Order)


def named(rest: str, known: frozenset[str]) -> tuple[str, str] | None:
    """The name at the start of an entry and what follows it; None where nobody is named."""
    end = _end_of_name(rest, 0)
    if end < 0:
        return None
    # The longest name that is known holds, for a name may have a colon in it.
    if known:
        longer = end
        while (longer := _end_of_name(rest, longer + 1)) >= 0:
            if rest[:longer] in known:
                end = longer
    name = rest[:end]
    if _open_quote(name) and name not in known:
        return None
    return name, rest[end + 2 :]


def names_with_colons(rests: Iterable[str], title: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names in which a colon stands: those that are sure, and those that are only likely.

    Sure where the chat is called so or the export's own words follow; likely where every line of the shorter name goes
    on in one of few ways, each more than once.
    """
    by_first: dict[str, list[str]] = {}
    for rest in rests:
        end = _end_of_name(rest, 0)
        if end > 0:
            by_first.setdefault(rest[:end], []).append(rest)
    sure: set[str] = set()
    likely: set[str] = set()
    for first, theirs in by_first.items():
        longer = Counter(name for rest in theirs for name in _longer_names(rest, len(first)))
        if not longer:
            continue
        sure.update(name for name in longer if bare(name) == title)
        sure.update(
            rest[:end] for rest in theirs if (end := _last_end(rest)) > len(first)
            and certainly_from_export(rest[end + 2 :])
        )  # fmt: skip
        seconds = Counter(rest[: _end_of_name(rest, len(first) + 1)] for rest in theirs)
        if min(seconds.values()) > 1 and all(len(name) > len(first) for name in seconds):
            likely.update(seconds)
    return frozenset(sure), frozenset(likely - sure)


def _longer_names(rest: str, end: int) -> list[str]:
    found: list[str] = []
    while len(found) < _MOST_COLONS and (end := _end_of_name(rest, end + 1)) >= 0:
        found.append(rest[:end])
    return found


def _last_end(rest: str) -> int:
    return rest.rfind(": ", 0, _NAME_LIMIT)


def _end_of_name(rest: str, start_at: int) -> int:
    end = rest.find(": ", start_at, _NAME_LIMIT)
    if end < 0 and rest.endswith(":") and start_at < len(rest) <= _NAME_LIMIT:
        end = len(rest) - 1
    return end if end > 0 else -1


def _open_quote(name: str) -> bool:
    for opening, closing in _QUOTES.items():
        at = name.find(opening)
        if at > 0 and name[at - 1] == " " and closing not in name[at + 1 :]:
            return True
    return False
