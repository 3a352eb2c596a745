"""What each cell of a table of people means; a cell that means nothing is named with its line and column."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TypeVar

from workbench.errors import Reason, Refusal
from workbench.exchange.people_table.columns import choice
from workbench.exchange.people_table.lines import LineProblem, PaperLine
from workbench.fields import words
from workbench.fields.problems import ProblemKind, Wrong
from workbench.i18n import N_, visible
from workbench.identity import births, days, phones
from workbench.identity.births import Birth
from workbench.identity.cards import LONGEST, check_number
from workbench.identity.nations import find_nation
from workbench.identity.phones import Phone
from workbench.identity.places import DISTRICT, GOVERNORATE, countries, find_place
from workbench.identity.problems import Problem
from workbench.identity.tongues import find_tongue

NAME_LIMIT, NOTE_LIMIT = 300, 20_000
_NAMES = frozenset({
    "ism", "father", "grandfather", "great_grandfather", "family", "mother", "kunya", "as_written", "passport_name",
})  # fmt: skip
_LIMITS = {"code": 20, "paper_number": LONGEST, "paper_issuer": 120, "phone": NOTE_LIMIT, "decided_by": 200}
_PARTS = re.compile(r"[;\n،|/]|,")
_CODE = re.compile(r"[A-Z]{1,3}-[0-9]{1,6}")
# What stands for a letter that a codepage does not have.
_LOST = re.compile(r"\w\?|\?\w|\ufffd")
_NOT_OFFERED = {
    "sex": N_("{value} is not one of the words for a sex"),
    "role": N_("{value} is not one of the roles"),
    "truth": N_("{value} says neither yes nor no"),
    "custody": N_("{value} says neither held nor released"),
    "paper": N_("{value} is not one of the kinds of paper"),
}
_Found = TypeVar("_Found")


class Cells:
    """The cells of one line, read one by one; what is wrong with them is gathered."""

    def __init__(self, line: int, cells: dict[tuple[str, int], list[str]], today: date, region: str) -> None:
        self._line, self._cells, self._today, self._region = line, cells, today, region
        self.problems: list[LineProblem] = []
        self.doubts: list[LineProblem] = []

    def wrong(self, column: str, text: str, **facts: object) -> None:
        """Note what makes a value unusable."""
        self.problems.append(LineProblem(self._line, column, text, facts))

    def doubt(self, column: str, text: str, **facts: object) -> None:
        """Note what is only doubtful; the value is kept."""
        self.doubts.append(LineProblem(self._line, column, text, facts))

    def text(self, key: str, which: int = 1, *, lines: bool = False) -> str:
        """What stands in a column, without direction overrides; empty, with a problem, if it cannot be kept."""
        return "; ".join(self._texts(key, which, lines=lines))

    def choice(self, key: str, kind: str) -> str:
        """The key behind a word that is offered."""
        word = self.text(key)
        found = choice(kind, word) if word else ""
        if word and not found:
            self.wrong(key, _NOT_OFFERED[kind], value=_short(word))
        return found

    def birth(self) -> Birth:
        """When the person was born, from whichever column says it; an age beside it must fit."""
        born, about, low, high = (self.text(key) for key in ("born", "born_about", "born_low", "born_high"))
        given = [key for key, text in (("born", born), ("born_about", about), ("born_low", low or high)) if text]
        if len(given) > 1:
            self.wrong(given[1], N_("there is more than one birth date"))
            return Birth("unknown")
        found = None
        if born:
            found = self._tried("born", lambda: births.birth_told(born, self._today))
        elif about:
            found = self._tried("born_about", lambda: self._about(about))
        elif low or high:
            found = self._tried("born_low" if low else "born_high", lambda: self._between(low, high))
        age = self.text("age")
        aged = self._tried("age", lambda: births.birth_of_age_told(age, self._today)) if age else None
        if found is not None and aged is not None:
            self._compare(found, aged, age)
        return found or aged or Birth("unknown")

    def nationality(self) -> str:
        """The code of a country, or XXA for the stateless."""
        typed = self.text("nationality")
        found = find_nation(typed) if typed else ""
        if typed and not found:
            self.wrong("nationality", N_("{value} is neither a country nor a code of one"), value=_short(typed))
        return found

    def languages(self) -> tuple[str, ...]:
        """The codes of the languages."""
        codes: list[str] = []
        for typed in self._parts("languages"):
            code = find_tongue(typed)
            if code:
                codes.append(code)
            else:
                self.wrong("languages", N_("{value} is neither a language nor a code of one"), value=_short(typed))
        return tuple(dict.fromkeys(codes))

    def truth(self, key: str) -> bool | None:
        """Yes, no, or nothing said."""
        found = self.choice(key, "truth")
        return found == "yes" if found else None

    def papers(self, most: int) -> tuple[PaperLine, ...]:
        """The papers of the person."""
        found = (self._paper(which) for which in range(1, most + 1))
        return tuple(one for one in found if one is not None)

    def phones(self) -> tuple[Phone, ...]:
        """The telephones; one that cannot be valid is kept as it was written, with a doubt."""
        found = []
        for typed in self._parts("phone"):
            one = phones.phone(typed, self._region)
            if len(one.written) > phones.LONGEST or not one.canonical:
                self.wrong("phone", N_("{value} is not a telephone number"), value=_short(typed))
                continue
            if one.doubt is not None:
                self.doubt("phone", one.doubt.text, **one.doubt.facts)
            found.append(one)
        return tuple(found)

    def place(self) -> tuple[str, str]:
        """Governorate and district as keys; one that is not in the data is kept as it was written, with a doubt."""
        governorate, district = self.text("governorate"), self.text("district")
        level = _place(governorate, self._region, GOVERNORATE, "") if governorate else ""
        within = _place(district, self._region, DISTRICT, level) if district else ""
        known = self._region.upper() in countries()
        for key, typed, found in (("governorate", governorate, level), ("district", district, within)):
            if typed and not found and known:
                told = N_("{value} is not in the list of places; it stays as it is written")
                self.doubt(key, told, value=_short(typed))
        return level or governorate, within or district

    def since(self) -> str:
        """A day, or a moment that says its zone."""
        typed = self.text("since")
        if not typed:
            return ""
        found = self._tried("since", lambda: _moment_or_day(typed))
        if found is None:
            return ""
        day = found.date() if isinstance(found, datetime) else found
        if day > self._today:
            self.wrong("since", N_("it lies in the future"))
            return ""
        return found.isoformat()

    def _texts(self, key: str, which: int, *, lines: bool = False) -> list[str]:
        found = []
        for raw in self._cells.get((key, which), ()):
            try:
                found.append(words.lines(raw).strip() if lines else words.line(raw))
            except Wrong as wrong:
                long = wrong.kind is ProblemKind.TOO_LONG
                told = N_("the text is too long") if long else N_("it holds a hidden control character")
                self.wrong(key, told)
        most = NAME_LIMIT if key in _NAMES else _LIMITS.get(key, NOTE_LIMIT)
        if any(len(text) > most for text in found):
            long_name = N_("a name is longer than {most} characters")
            self.wrong(key, long_name if key in _NAMES else N_("it is longer than {most} characters"), most=most)
            return []
        if key in _NAMES and any(_LOST.search(text) for text in found):
            self.doubt(key, N_("a letter was lost when the table was saved; compare it with the original"))
        return [text for text in found if text]

    def _parts(self, key: str) -> Iterator[str]:
        """The parts of every column of this key: several may stand in one cell."""
        for which in sorted({number for name, number in self._cells if name == key}):
            for text in self._texts(key, which, lines=True):
                yield from (part.strip() for part in _PARTS.split(text) if part.strip())

    def _paper(self, which: int) -> PaperLine | None:
        kind_word, number, issuer, holder = (
            self.text(key, which) for key in ("paper_kind", "paper_number", "paper_issuer", "paper_held_by")
        )
        if not any((kind_word, number, issuer, holder)):
            return None
        kind = choice("paper", kind_word) if kind_word else "other"
        if not kind:
            self.wrong("paper_kind", _NOT_OFFERED["paper"], value=_short(kind_word))
            kind = "other"
        for one in check_number(kind, find_nation(issuer), number) if number else ():
            self.doubt("paper_number", one.text, **one.facts)
        return PaperLine(kind, number, issuer, self._holder(holder))

    def _holder(self, typed: str) -> str:
        found = choice("holder", typed) if typed else ""
        if typed and not found and _CODE.fullmatch(typed.upper()):
            return typed.upper()
        if typed and not found:
            told = N_("{value} is neither the person, nor the unit, nor the code of a person")
            self.wrong("paper_held_by", told, value=_short(typed))
        return found

    def _about(self, text: str) -> Birth:
        found = births.birth_told(text, self._today)
        return births.birth("about", found.low, "", self._today, said=text) if found.kind == "exact" else found

    def _between(self, low: str, high: str) -> Birth:
        first, last = (days.told(one or low or high) for one in (low, high))
        if not low or not high or "" in (first.low, last.low):
            raise Refusal(Reason.PERSON_WRONG, problem=N_("only one of the two birth dates is given"))
        said = f"{low} – {high}"
        return births.birth("between", first.low, last.high or last.low, self._today, said=said)

    def _compare(self, born: Birth, aged: Birth, age: str) -> None:
        """An age that was reckoned some months ago may be a year less; more than that is a contradiction."""
        low, high = births.age_between(born, self._today)
        told_low, told_high = births.age_between(aged, self._today)
        if low is None or high is None or told_low is None or told_high is None:
            return
        if told_high < low - 1 or told_low > high:
            self.wrong("age", N_("the age {age} does not fit the birth date"), age=age)

    def _tried(self, key: str, read: Callable[[], _Found]) -> _Found | None:
        try:
            return read()
        except Refusal as refusal:
            problem = refusal.facts.get("problem", "")
            if isinstance(problem, Problem):
                self.wrong(key, problem.text, **problem.facts)
            else:
                self.wrong(key, str(problem))
        return None


def _moment_or_day(text: str) -> datetime | date:
    if "T" in text or ":" in text:
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            raise Refusal(Reason.MOMENT_WRONG, problem=N_("it is not a day")) from None
        if at.tzinfo is None:
            raise Refusal(Reason.MOMENT_WRONG, problem=N_("it needs a day, a time and a zone"))
        return at
    return days.written_day(text)


def _short(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= 60 else shown[:59] + "…"


def _place(text: str, country: str, level: str, within: str) -> str:
    found = find_place(text, country, level, within)
    return found.key if found else ""
