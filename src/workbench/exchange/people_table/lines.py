"""What a table of people holds: one person per line, and what is wrong or doubtful where."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.i18n import Language
from workbench.identity.births import Birth
from workbench.identity.phones import Phone


@dataclass(frozen=True, slots=True)
class LineProblem:
    """One thing about one cell: line as a spreadsheet counts it (0: the whole file), key of the column, sentence.

    ``text`` is English and marked for the catalogues; ``facts`` fill it. ``column`` may be a heading that is not known.
    """

    line: int
    column: str
    text: str
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)

    def say(self, language: Language) -> str:
        """What is wrong, in a language."""
        return language.say(self.text, **self.facts)


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper: kind (a key of ``papers.yaml``), number and issuer as written, who holds it ("", self, unit, a code)."""

    kind: str
    number: str
    issuer: str
    held_by: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line of the table; what was not said is empty. Names are as they were written.

    ``sex``: female, male, unknown. ``nationality``: country code or XXA. ``languages``: codes. ``needs_interpreter``:
    None if not said. ``governorate`` and ``district``: keys of places, or as written if unknown. ``since``: an ISO day,
    or a moment with its zone. ``custody``: "", held, released.
    """

    line: int
    code: str = ""
    ism: str = ""
    father: str = ""
    grandfather: str = ""
    great_grandfather: str = ""
    family: str = ""
    mother: str = ""
    kunya: str = ""
    as_written: str = ""
    passport_name: str = ""
    sex: str = "unknown"
    birth: Birth = Birth("unknown")  # noqa: RUF009 -- frozen
    nationality: str = ""
    languages: tuple[str, ...] = ()
    needs_interpreter: bool | None = None
    papers: tuple[PaperLine, ...] = ()
    phones: tuple[Phone, ...] = ()
    governorate: str = ""
    district: str = ""
    address: str = ""
    role: str = ""
    basis: str = ""
    decided_by: str = ""
    since: str = ""
    custody: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What was read: the people, what is wrong (``problems``) and what is only doubtful or worth knowing (``doubts``).

    A line with a problem is among the rows too, without the value that is wrong. ``encoding`` and ``separator`` are how
    a text file was understood; both empty for a workbook. ``columns``: the keys that were found.
    """

    rows: tuple[PersonLine, ...]
    problems: tuple[LineProblem, ...]
    doubts: tuple[LineProblem, ...]
    columns: tuple[str, ...]
    encoding: str = ""
    separator: str = ""
