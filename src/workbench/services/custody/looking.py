"""Looking at custody: the record of one exhibit, the faults of a case, and how a fault is said."""

from workbench.evidence import custody_words
from workbench.evidence.custody import FAULTS, Fault
from workbench.i18n import language
from workbench.services.evidence_rows import CustodyRow, FaultRow
from workbench.services.exhibits.listing import exhibit, list_exhibits
from workbench.store import Desk
from workbench.store.settings import settings

__all__ = ["FAULTS", "custody_of", "faults_of_case", "said", "zone"]


def custody_of(desk: Desk, case: str, number: str) -> tuple[CustodyRow, ...]:
    """The custody record of one exhibit, entry by entry, corrected ones and explanations too."""
    return exhibit(desk, case, number).custody


def faults_of_case(desk: Desk, case: str) -> tuple[FaultRow, ...]:
    """Every fault in the custody of a case's exhibits, explained ones too."""
    return tuple(fault for row in list_exhibits(desk, case) for fault in row.faults)


def said(fault: FaultRow, tag: str, zone: str) -> tuple[str, str]:
    """What kind of fault it is, and what was read where, in a language."""
    spoken, one = language(tag), Fault(fault.key, fault.seq, fault.other_seq, fault.facts, fault.explained)
    return custody_words.title(one, spoken), custody_words.sentence(one, spoken, zone)


def zone(desk: Desk) -> str:
    """The time zone in which a station reads its times."""
    with desk.reading() as session:
        return str(settings(session)["zone"])
