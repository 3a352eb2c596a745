"""The protected profile: what would tell who somebody is, left out of a paper wherever it stands."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from workbench.i18n import ltr
from workbench.names import fold
from workbench.services.persons import ContactRow, NameRow, PersonRow
from workbench.sop import VICTIM_ROLES

PROTECTED, FULL = "protected", "full"
PROFILES = (PROTECTED, FULL)
_Value = TypeVar("_Value")

# A row of letters, marks on letters and signs that join them; or a row of digits with what people write between them.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0640\u064b-\u065f\u0670\u200c\u200d])*")
_NUMBER = re.compile(r"\+?\d(?:[\d \-./()\u00a0\u2066\u2069]*\d)?")
_ARTICLE = ("ال", "al")
# Parts of names that are words of every text as well: alone they name nobody («أم» is also «or»).
_JOINING = frozenset(map(fold, "أم أبو أبي أبا بن ابن بنت عبد um umm abu bin ibn bint abd".split()))
# Shorter rows of digits are ages, amounts and times, not papers or telephones.
_SHORTEST_NUMBER = 5
_SHORTEST_END = 8
# What the program itself wrote, or what only names something: never a text in which a name could stand.
_KEYS = frozenset(
    {"kind", "document_id", "language", "zone", "jurisdiction", "alias", "role", "state", "sha256", "log_head",
     "recording_sha256"}
)


@dataclass(frozen=True)
class Guarded:
    """What must not be seen of protected people: name words by code, longer writings, and ends of numbers.

    ``given`` hide alone; ``further`` (father, family) only beside another word of the same person's name.
    """

    given: Mapping[str, str]
    further: Mapping[str, frozenset[str]]
    numbers: Mapping[str, str]

    @property
    def empty(self) -> bool:
        """Whether nobody is protected."""
        return not (self.given or self.further or self.numbers)


def is_protected(row: PersonRow) -> bool:
    """Whether somebody goes by code: who reported or may be a victim, accused or not, every child, every sealed one."""
    roles = set(row.roles)
    return row.child or row.more.protection == "sealed" or bool(roles & (VICTIM_ROLES | {"reporter", "missing"}))


def guarded(people: Iterable[PersonRow]) -> Guarded:
    """What the papers of a case must not tell; ``people`` with their names, papers, telephones and contacts."""
    given: dict[str, str] = {}
    further: dict[str, set[str]] = {}
    numbers: dict[str, str] = {}
    rows = list(people)
    shown = {word for row in rows if not is_protected(row) for name in row.names for word in words(name.full)}
    for row in filter(is_protected, rows):
        for name in row.names:
            alone, beside = _split(name)
            # A word that also names somebody who is shown tells nothing alone; hiding it would name the wrong one.
            for word in alone - shown - _JOINING:
                given.setdefault(word, row.alias)
            for word in beside:
                further.setdefault(word, set()).add(row.alias)
        for number in _numbers(row):
            numbers.setdefault(number, row.alias)
    # A family name that nobody else in the paper bears tells as much as the name itself.
    for word in [word for word, codes in further.items() if len(codes) == 1 and word not in shown]:
        if any(word == one for row in rows if is_protected(row) for name in row.names for one in words(name.family)):
            given.setdefault(word, next(iter(further[word])))
    return Guarded(given, {word: frozenset(codes) for word, codes in further.items()}, numbers)


def without(value: _Value, secret: Guarded) -> _Value:
    """The value with every guarded word and number in its texts replaced by the code, however deep it lies."""
    if isinstance(value, str):
        return hidden(value, secret)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(without(one, secret) for one in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changed: dict[str, Any] = {
            one.name: without(getattr(value, one.name), secret)
            for one in fields(value) if one.name not in _KEYS
        }  # fmt: skip
        return replace(value, **changed)
    return value


def hidden(text: str, secret: Guarded) -> str:
    """The text with the code in square brackets where a guarded name or number stood."""
    if secret.empty or not text:
        return text
    found = [*_names_in(text, secret), *_numbers_in(text, secret)]
    for start, end, code in sorted(found, reverse=True):
        text = f"{text[:start]}[{ltr(code)}]{text[end:]}"
    return text


def told(texts: Iterable[str], secret: Guarded) -> tuple[str, ...]:
    """The codes of the people whose name or number still stands in one of the texts."""
    codes = {
        code for text in texts for _, _, code in (*_names_in(text, secret), *_numbers_in(text, secret))
    }
    return tuple(sorted(codes))


def words(text: str) -> list[str]:
    """The words of a name, folded, without their article."""
    return [bare for one in _WORD.findall(text) if len(bare := _bare(one)) > 1]


def _split(name: NameRow) -> tuple[set[str], set[str]]:
    """The words of a name that tell by themselves, and those that tell beside another."""
    if name.kind == "mother":
        return set(), set(words(name.full))
    if name.as_written:
        # Which word of a passport or a nickname is the given name is not known: each of them hides.
        return set(words(name.as_written)), set(words(name.as_written))
    return set(words(name.ism)), set(words(name.full))


def _numbers(row: PersonRow) -> Iterator[str]:
    for value in (*(paper.number for paper in row.papers), *row.phones, *_written(row.contacts)):
        digits = _digits(value)
        if len(digits) >= _SHORTEST_NUMBER:
            yield digits[-_SHORTEST_END:] if len(digits) > _SHORTEST_END else digits


def _written(contacts: Sequence[ContactRow]) -> Iterator[str]:
    return (found for one in contacts for found in _NUMBER.findall(one.text))


def _names_in(text: str, secret: Guarded) -> list[tuple[int, int, str]]:
    """Where guarded names stand: one after the other is one place."""
    found: list[tuple[int, int, str]] = []
    spots = [(one.start(), one.end(), _bare(one.group())) for one in _WORD.finditer(text)]
    at = 0
    while at < len(spots):
        run = _run(spots, at, secret)
        if run is None:
            at += 1
            continue
        upto, code = run
        found.append((spots[at][0], spots[upto][1], code))
        at = upto + 1
    return found


def _run(
    spots: Sequence[tuple[int, int, str]], at: int, secret: Guarded
) -> tuple[int, str] | None:
    """The longest row of name words of one person that begins here and tells who it is."""
    upto, codes, alone = at - 1, None, ""
    while upto + 1 < len(spots):
        word = spots[upto + 1][2]
        who = secret.further.get(word, frozenset()) | ({secret.given[word]} if word in secret.given else set())
        shared = who if codes is None else codes & who
        if not shared:
            break
        codes, upto = shared, upto + 1
        alone = alone or secret.given.get(word, "")
    if codes is None or not (alone or upto > at):
        return None
    return upto, alone if alone in codes else min(codes)


def _numbers_in(text: str, secret: Guarded) -> list[tuple[int, int, str]]:
    found = []
    for one in _NUMBER.finditer(text):
        digits = _digits(one.group())
        code = secret.numbers.get(digits[-_SHORTEST_END:]) or secret.numbers.get(digits)
        if code:
            found.append((one.start(), one.end(), code))
    return found


def _digits(text: str) -> str:
    return "".join(one for one in fold(text) if one.isdigit())


def _bare(word: str) -> str:
    folded = fold(word)
    for article in _ARTICLE:
        if folded.startswith(article) and len(folded) > len(article) + 2:
            return folded.removeprefix(article)
    return folded
