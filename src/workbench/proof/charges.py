"""Charges side by side: which law holds then and there, what each needs, what is there, what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.datafiles import span
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.proof.findings import Finding
from workbench.proof.matrix import Matrix, matrix
from workbench.proof.offences import ChargeRules, Clause, Offence


class Holds(StrEnum):
    """Whether an offence is law on a day in a place; ``UNKNOWN`` where the day of a change is not known."""

    YES = "yes"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"
    NOT_HERE = "not_here"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """One charge. ``penalties`` are those of the base and, if a circumstance was found, of the aggravated form."""

    offence: Offence
    holds: Holds
    matrix: Matrix
    penalties: tuple[Clause, ...]

    @property
    def stands(self) -> bool:
        """Whether it holds, or may hold, and nothing that it demands is missing."""
        return self.holds in (Holds.YES, Holds.UNKNOWN) and not self.matrix.open and not self.matrix.missing


def compare(
    charges: Iterable[str],
    findings: Iterable[Finding],
    rules: ChargeRules,
    *,
    on: date,
    jurisdiction: str,
    child: bool,
) -> tuple[ChargeRow, ...]:
    """The charges in their order, each with its matrix. ``on``: the day of the act; ``jurisdiction``: iq or iq-kr.

    What does not hold there and then is shown as such, not left out. Raises ``Refusal`` for an unknown charge.
    """
    known, given = rules.offences, tuple(findings)
    rows = []
    for key in charges:
        if key not in known:
            raise Refusal(Reason.NOT_IN_RULES, value=ltr(key), known=ltr(", ".join(known)))
        weighed = matrix(given, known[key], rules, child=child)
        penalties = tuple(one for one in known[key].penalties if weighed.aggravating or not one.aggravated)
        rows.append(ChargeRow(known[key], holds(known[key], on, jurisdiction), weighed, penalties))
    return tuple(rows)


def holds(offence: Offence, on: date, jurisdiction: str) -> Holds:
    """Whether an offence is law on a day in a jurisdiction (empty: any); what is international is law everywhere."""
    if jurisdiction and offence.jurisdictions and jurisdiction not in offence.jurisdictions:
        return Holds.NOT_HERE
    begun, ended = span(offence.since), span(offence.until)
    if begun and on < begun[0]:
        return Holds.NOT_YET
    if ended and on > ended[1]:
        return Holds.NO_LONGER
    # Where only the year of a change is known, a day in that year decides nothing.
    open_days = [one for one in (begun, ended) if one and one[0] != one[1]]
    return Holds.UNKNOWN if begun is None or any(first <= on <= last for first, last in open_days) else Holds.YES
