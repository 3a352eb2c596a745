"""What may be wrong with a workbook: each flaw with its sentence, its remedy and the cell where it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.exchange.table.wording import WORDS, SheetFlaw
from workbench.i18n import Language, isolate, language, ltr, plain
from workbench.sop import Finding, Flaw, Level

_WARNINGS = frozenset(
    {
        SheetFlaw.SHEET_UNKNOWN,
        SheetFlaw.COLUMN_UNKNOWN,
        SheetFlaw.HIDDEN_TAKEN_OUT,
        SheetFlaw.TRANSLATION_LEFT,
    }
)
# Where the pack says «pack.yaml» the workbook has a sheet.
_REWORDED: Mapping[Flaw, SheetFlaw] = {
    Flaw.NAME_UNKNOWN: SheetFlaw.NAME_UNKNOWN,
    Flaw.FACT_UNKNOWN: SheetFlaw.FACT_UNKNOWN,
    Flaw.RULE_TOO_WIDE: SheetFlaw.RULE_TOO_WIDE,
}


class Place(NamedTuple):
    """A cell: the sheet, the row as the spreadsheet counts it, the column as «F (todo)»; 0 or empty if none."""

    sheet: str = ""
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class SheetFinding:
    """One flaw of a workbook and its cell; ``message`` and ``remedy`` are English, ``say`` speaks any language.

    What the check of the pack finds has the cell that it came from; what is in no cell has the name and the line
    of the file instead.
    """

    level: Level
    sheet: str
    row: int
    column: str
    message: str
    remedy: str
    flaw: SheetFlaw | Flaw
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    def say(self, tongue: Language) -> tuple[str, str]:
        """What is wrong and what to do now, in a language."""
        if isinstance(self.flaw, Flaw):
            return Finding(self.level, "", 0, self.message, self.remedy, self.flaw, self.facts).say(tongue)
        message, remedy = WORDS[self.flaw]
        return tongue.say(message, **self.facts), tongue.say(remedy, **self.facts)

    @property
    def where(self) -> str:
        """The cell as a person looks for it: «Steps 14 D (gate)»."""
        return " ".join(filter(None, (self.sheet, str(self.row or ""), self.column)))


class Misread(Exception):
    """A cell does not say what it should; whoever knows the cell makes a finding of it."""

    def __init__(self, flaw: SheetFlaw, **facts: object) -> None:
        super().__init__(flaw)
        self.flaw, self.facts = flaw, facts


def _shown(key: str, value: str) -> str:
    """What was typed, in its own direction if a person reads it, else from left to right."""
    return isolate(value) if key in ("text", "shown") else ltr(value)


class Notes:
    """What was found so far."""

    def __init__(self) -> None:
        self.findings: list[SheetFinding] = []

    def add(self, flaw: SheetFlaw, place: Place = Place(), /, **facts: object) -> None:  # noqa: B008
        """Note a flaw at a cell."""
        facts = {key: _shown(key, value) if isinstance(value, str) else value for key, value in facts.items()}
        message, remedy = (plain(language("en").say(text, **facts)) for text in WORDS[flaw])
        level = Level.WARNING if flaw in _WARNINGS else Level.ERROR
        self.findings.append(SheetFinding(level, *place, message, remedy, flaw, facts))

    def pack(self, finding: Finding, place: Place) -> None:
        """Note what the check of the pack found."""
        other = _REWORDED.get(finding.flaw)
        if other is not None:
            self.add(other, place, **{key: plain(str(value)) for key, value in finding.facts.items()})
            return
        self.findings.append(
            SheetFinding(
                finding.level, *place, finding.message, finding.remedy, finding.flaw, finding.facts
            )
        )

    @property
    def wrong(self) -> bool:
        """Whether there is an error among them."""
        return any(one.level is Level.ERROR for one in self.findings)
