"""Who is behind a number or a name in a file: a person of the case by code, never by name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from workbench.identity.phones import phone
from workbench.names import fold
from workbench.services.people import people_rows

# So many figures at the end are the same however a number is written.
_END = 8
_LEAST = 7
NUMBER, CONTACT = "number", "contact"


@dataclass
class Directory:
    """The telephones of the people of a case, by code; sealed people only for whoever may be shown them."""

    region: str
    by_number: dict[str, str] = field(default_factory=dict)
    by_end: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_name: dict[str, str] = field(default_factory=dict)
    _known: dict[str, tuple[str, str]] = field(default_factory=dict)

    def who(self, text: str) -> tuple[str, str]:
        """The code of who is behind a number or name, and how that is known; empty where nobody is."""
        if text not in self._known:
            self._known[text] = self._found(text)
        return self._known[text]

    def _found(self, text: str) -> tuple[str, str]:
        if code := self._number(text):
            return code, NUMBER
        if code := self.by_name.get(_name(text), ""):
            return code, CONTACT
        return "", ""

    def _number(self, text: str) -> str:
        end = ending(text)
        if not end or end not in self.by_end:
            return ""
        return self.by_number.get(phone(text, self.region).canonical, "")

    def learn(self, name: str, numbers: Iterable[str]) -> None:
        """A name under which somebody keeps numbers; a name for two people names nobody."""
        codes = {code for one in numbers if (code := self._number(one))}
        key = _name(name)
        if not codes or len(key) < 2:
            return
        code = next(iter(codes)) if len(codes) == 1 else ""
        self.by_name[key] = code if self.by_name.get(key, code) == code else ""


def directory(session: Session, case_id: str, today: date, *, sealed: bool, region: str) -> Directory:
    """The directory of a case, without what only contacts tell; ``region`` is the station's country."""
    made = Directory(region)
    for row in people_rows(session, case_id, today, named=True):
        if row.more.protection == "sealed" and not sealed:
            continue
        for number in row.phones:
            if end := ending(number):
                made.by_end[end].add(row.alias)
                made.by_number[phone(number, region).canonical] = row.alias
    return made


def ending(text: str) -> str:
    """The last figures of a number; empty where the text is none."""
    if sum(one.isalpha() for one in text) > 2:
        return ""
    figures = "".join(one for one in fold(text) if one.isdigit())
    return figures[-_END:] if len(figures) >= _LEAST else ""


def _name(text: str) -> str:
    return " ".join(fold(text).split())
