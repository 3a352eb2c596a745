"""Rows: the frozen shapes in which facts leave the services for a face or a paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workbench.services.doors import UserRow
from workbench.services.evidence_rows import CustodyRow, ExhibitRow, FaultRow, NoteRow, SealedFileRow
from workbench.services.persons import (
    ClaimRow,
    ContactRow,
    HeldActRow,
    NameRow,
    NonPunishmentRow,
    PaperRow,
    Particulars,
    PersonRow,
)
from workbench.store.station import Station as StationRow

__all__ = [
    "AnswerRow", "AuditRow", "CaseRow", "ClaimRow", "ContactRow", "CustodyRow", "DeviationRow", "DueRow", "ExhibitRow",
    "FaultRow", "HeldActRow", "HistoryRow", "IssuedRow", "MatterRow", "NameRow", "NonPunishmentRow", "NoteRow",
    "OrderEntryRow", "OrderRow",
    "PaperRow", "Particulars", "PersonRow", "SealedFileRow", "StationRow", "UserRow",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list: what it is, how far it is, what is due next."""

    case_id: str
    number: str
    kind: str  # tip | som | both | undetermined
    title: str
    opened_at: datetime
    state: str  # open | closed
    lead: str
    pack_key: str
    pack_version: str
    done: int
    total: int
    danger: bool
    child: bool
    next_step: str | None  # step key
    next_due_at: datetime | None
    trust: str = "shipped"  # shipped | signed | trusted | withdrawn: whose word stands behind the procedure
    signer: str = ""
    endangered: tuple[str, ...] = ()  # codes of those in danger by their safety plan


@dataclass(frozen=True, slots=True)
class DueRow:
    """A deadline of a case; ``state`` is ahead, soon, late or met."""

    case_id: str
    case_number: str
    case_title: str
    step: str
    step_title: str  # in the language the caller asked for
    due_at: datetime
    state: str
    basis: str  # law | house | practice
    source: str
    mark: str  # S | GK
    clock_doubted: bool = False
    subject: str = ""  # alias, where each person has a deadline of their own
    index: int = 0  # which deadline of the step
    text: str = ""  # the rule, in the language the caller asked for
    extensions_left: int = 0


@dataclass(frozen=True, slots=True)
class OrderEntryRow:
    """One entry in the life of a judge's order; ``text`` is the grounds, what it allows, or why it was refused.

    ``wants`` is what the order was asked to allow.
    """

    state: str  # asked | granted | refused | exception | withdrawn
    at: datetime
    by: str
    recorded_at: datetime
    court: str
    wants: str
    text: str
    number: str
    valid_until: datetime | None
    exhibit: str


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A judge's order from its asking on; the last of ``entries`` says where it stands."""

    ref: str  # O-01
    kind: str
    label: str  # in the language the caller asked for
    step: str
    subject: str  # alias or ""
    place: str
    state: str
    in_force: bool
    entries: tuple[OrderEntryRow, ...]

    @property
    def last(self) -> OrderEntryRow:
        """The entry that holds now."""
        return self.entries[-1]


@dataclass(frozen=True, slots=True)
class DeviationRow:
    """One line of the register of deviations."""

    ref: str
    step: str
    title: str  # in the language the caller asked for
    kind: str  # not_applicable | waived | early | override | late
    at: datetime
    by: str
    reason: str
    subject: str
    standing: bool
    awaiting: bool
    verdict: str  # "" | approved | refused
    second_by: str
    second_at: datetime | None
    second_reason: str


@dataclass(frozen=True, slots=True)
class MatterRow:
    """Something that must not be forgotten, as it stands; ``state``: done, open, set_aside, not_called_for."""

    key: str
    label: str
    state: str
    step: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One recorded or drafted step: its answers as stored, by field key."""

    answers: Mapping[str, object] = field(default_factory=dict)
    saved_at: datetime | None = None
    saved_by: str = ""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One entry in the history of a step."""

    state: str  # done | not_applicable | waived | asked | reopened
    at: datetime
    by: str
    reason: str
    answers: Mapping[str, object]
    passed: str = ""  # "" | early | override
    pack_id: str = ""  # the edition under which it was recorded


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """A paper that left the program: what it was made of and what it was."""

    issued_id: str
    document_id: str
    kind: str
    language: str
    made_at: datetime
    made_by: str
    sha256: str
    dossier_sha256: str
    pages: int
    stale: bool


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry of the chained log."""

    seq: int
    at: datetime
    actor: str
    act: str
    case_id: str
    subject: str
    reason: str
    digest: str
