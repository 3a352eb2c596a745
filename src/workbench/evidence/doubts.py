"""What cannot be right in the details of an exhibit: check digits, sums, weights. It is said and blocks nothing."""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbench.evidence.kinds import ExhibitKind
from workbench.evidence.measures import figure
from workbench.fields import Field, ProblemKind, check, given, shown
from workbench.i18n import N_, Language, isolate, latin, ltr

_LINE = re.compile(r"\s*([\d.,]+)\s*[x×*]\s*(\d+)\s*", re.IGNORECASE)
_WORDS = {
    "imei_length": N_("An IMEI has 15 digits; this one has {n}."),
    "imei_digit": N_("The last digit of this IMEI does not fit the others: {expected} would. Read it again."),
    "imei_twice": N_("Both IMEI are the same. A telephone with two has two different ones."),
    "iccid_length": N_("An ICCID has 18 to 20 digits and begins with 89; this one has {n}."),
    "iccid_digit": N_("The last digit of this ICCID does not fit the others. Read it again."),
    "imsi_length": N_("An IMSI has 14 or 15 digits; this one has {n}."),
    "notes_line": N_("This line cannot be read as value x number: {line}"),
    "notes_sum": N_("The notes come to {sum}, but the total says {total}."),
    "notes_count": N_("The lines hold {sum} notes, but the number of notes says {total}."),
    "net_gross": N_("The weight without packing is more than the weight with it."),
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One detail that cannot be right: in which field, and why; ``facts`` fill its sentence."""

    field: str
    key: str
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)
    sentence: Callable[[Language], str] | None = dataclasses.field(default=None, compare=False, repr=False)

    def say(self, language: Language) -> str:
        """What is wrong, in a language."""
        return self.sentence(language) if self.sentence else language.say(_WORDS[self.key], **self.facts)


def doubts(kind: ExhibitKind, detail: Mapping[str, object]) -> tuple[Doubt, ...]:
    """Everything in the details that cannot be right, in the order of the questions."""
    found = [
        Doubt(one.field, one.kind.value, one.facts, one.say)
        for one in check(kind.fields, detail, aliases=(), exhibits=(), final=True)
        if one.kind is not ProblemKind.REQUIRED
    ]
    for key, name in kind.checks.items():
        if given(detail.get(key)):
            found += _CHECKS[name](key, str(detail[key]), detail)
    return tuple(found)


def still_needed(kind: ExhibitKind, detail: Mapping[str, object]) -> tuple[Field, ...]:
    """The questions that must be answered before court and are not yet."""
    return tuple(one for one in shown(kind.fields, detail) if one.required and not given(detail.get(one.key)))


def notes(text: str) -> tuple[list[tuple[Decimal, int]], list[str]]:
    """Banknotes by value and number from lines like ``100 x 42``, and the lines that cannot be read so."""
    read, unread = [], []
    for line in latin(text).splitlines():
        if not line.strip():
            continue
        hit = _LINE.fullmatch(line)
        value = figure(hit[1])[0] if hit else None
        if hit is None or value is None:
            unread.append(line.strip())
        else:
            read.append((value, int(hit[2])))
    return read, unread


def luhn(digits: str) -> int:
    """The check digit that belongs after these digits (ISO/IEC 7812)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return -total % 10


def _digits(text: str) -> str:
    return re.sub(r"[\s\-/.]", "", latin(text))


def _imei(key: str, text: str, detail: Mapping[str, object]) -> Iterator[Doubt]:
    digits = _digits(text)
    if len(digits) != 15 or not digits.isdigit():
        yield Doubt(key, "imei_length", {"n": len(digits)})
    elif luhn(digits[:-1]) != int(digits[-1]):
        yield Doubt(key, "imei_digit", {"expected": luhn(digits[:-1])})
    if key == "imei_2" and digits == _digits(str(detail.get("imei_1") or "")):
        yield Doubt(key, "imei_twice")


def _iccid(key: str, text: str, _detail: Mapping[str, object]) -> Iterator[Doubt]:
    digits = _digits(text).rstrip("Ff")
    if not 18 <= len(digits) <= 20 or not digits.isdigit() or not digits.startswith("89"):
        yield Doubt(key, "iccid_length", {"n": len(digits)})
    elif len(digits) > 18 and luhn(digits[:-1]) != int(digits[-1]):
        yield Doubt(key, "iccid_digit")


def _imsi(key: str, text: str, _detail: Mapping[str, object]) -> Iterator[Doubt]:
    digits = _digits(text)
    if len(digits) not in (14, 15) or not digits.isdigit():
        yield Doubt(key, "imsi_length", {"n": len(digits)})


def _notes(key: str, text: str, detail: Mapping[str, object]) -> Iterator[Doubt]:
    read, unread = notes(text)
    for line in unread:
        yield Doubt(key, "notes_line", {"line": isolate(line)})
    total = figure(str(detail.get("total") or ""))[0]
    come_to = sum((value * number for value, number in read), Decimal(0))
    if total is not None and read and come_to != total:
        yield Doubt("total", "notes_sum", {"sum": ltr(f"{come_to:f}"), "total": ltr(f"{total:f}")})
    counted = figure(str(detail.get("count") or ""))[0]
    pieces = sum(number for _, number in read)
    if counted is not None and read and pieces != counted:
        yield Doubt("count", "notes_count", {"sum": pieces, "total": ltr(f"{counted:f}")})


def _gross(_key: str, text: str, detail: Mapping[str, object]) -> Iterator[Doubt]:
    gross, net = figure(text)[0], figure(str(detail.get("net") or ""))[0]
    if gross is not None and net is not None and net > gross:
        yield Doubt("net", "net_gross")


_CHECKS: Mapping[str, Callable[[str, str, Mapping[str, object]], Iterator[Doubt]]] = {
    "imei": _imei, "iccid": _iccid, "imsi": _imsi, "notes": _notes, "gross": _gross,
}  # fmt: skip
