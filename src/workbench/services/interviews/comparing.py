"""Two statements of a case side by side, each in the language that both can be read in."""

from dataclasses import dataclass

from workbench.proof.interviewing import Compared, Spoken, compare_statements
from workbench.services.interviews.statements import one_statement
from workbench.services.stated import StatementRow
from workbench.store import Desk


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """Two statements beside each other. ``language`` is that of the words compared; empty if they share none."""

    left: str
    right: str
    left_alias: str
    right_alias: str
    language: str
    rows: tuple[Compared, ...]


def compared(desk: Desk, case: str, left: str, right: str) -> ComparedRow:
    """What both say, what they say differently and what only one says; for two of one person as for two people."""
    one, two = one_statement(desk, case, left), one_statement(desk, case, right)
    shared = next((tag for tag in _languages(one) if tag in _languages(two)), "")
    rows = compare_statements(_lines(one, shared), _lines(two, shared))
    return ComparedRow(one.ref, two.ref, one.alias, two.alias, shared, rows)


def _languages(row: StatementRow) -> tuple[str, ...]:
    """The languages a statement can be read in: that of the speaker first, then that of the translation."""
    return tuple(one for one in (row.language, row.translated_to) if one)


def _lines(row: StatementRow, language: str) -> list[Spoken]:
    """What the person said; questions are ours."""
    use = row.translated_to == language and row.language != language
    return [
        Spoken(str(one.no), (one.translation_now if use else "") or one.now) for one in row.lines if one.kind != "q"
    ]
