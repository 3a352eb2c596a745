"""Rows of exhibits: the thing, its files, its custody with the faults in it, and what was noted about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SealedFileRow:
    """A file sealed in the shelf: its hash is of the bytes as they came."""

    file_id: str
    original_name: str
    size: int
    sha256: str
    sealed_at: datetime
    sealed_by: str
    path: str = ""  # where it lay under what was taken in
    intake: str = ""
    source: str = ""
    tool: str = ""
    modified_at: datetime | None = None
    derived_from: str = ""  # the file_id of its original
    derivation: str = ""  # preview | transcript | translation | working_copy | image


@dataclass(frozen=True, slots=True)
class CustodyRow:
    """One entry in the custody of an exhibit, as it was written.

    ``written_no`` is its number on paper. ``detail`` has, by key: ``from_rank``, ``from_badge``, ``to_rank``,
    ``to_badge``, ``signed_from``, ``signed_to`` (yes, no, refused), ``refusal``, ``witness``, ``order``, ``count``,
    ``weight``, ``amount``, ``store`` (what lies there lies in a place), ``awaiting`` (no receipt yet), ``offset``.
    ``corrects`` and ``corrected_by`` are entries; a corrected entry counts no more and stays visible, and a ``void``
    correction takes it away. ``explains`` is the fault (key, entry) that an explanation in ``purpose`` is for.
    """

    seq: int
    kind: str  # a key of terms.CUSTODY
    at: datetime
    place: str
    from_whom: str
    to_whom: str
    purpose: str
    seal_before: str
    seal_after: str
    condition: str
    written_no: int | None = None
    detail: Mapping[str, object] = field(default_factory=dict, hash=False)
    corrects: int = 0
    corrected_by: int = 0
    void: bool = False
    explains: tuple[str, int] | None = None
    recorded_at: datetime | None = None
    recorded_by: str = ""
    event_id: str = ""


@dataclass(frozen=True, slots=True)
class FaultRow:
    """A fault in the custody of an exhibit; ``services.custody.said`` puts it into words.

    ``explained`` is the entry that explains it, 0 if none does; ``explanation``, ``explained_by`` and ``explained_at``
    are then what was written, by whom and when.
    """

    exhibit: str
    key: str  # one of evidence.custody.FAULTS
    seq: int
    other_seq: int
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    explained: int = 0
    explanation: str = ""
    explained_by: str = ""
    explained_at: datetime | None = None

    @property
    def ref(self) -> str:
        """How the fault is named to somebody who explains it: ``seal_mismatch:2``."""
        return f"{self.key}:{self.seq}"


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A correction of one field, a remark (in ``now``), or that the number is void; with its reason."""

    kind: str  # correction | remark | void
    field: str
    was: str
    now: str
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """An exhibit as it stands with its corrections; ``integrity``: none, sealed, verified, broken.

    ``parent`` is the number of what it is a part of, ``parts`` are the numbers of its own; ``detail`` are the answers
    to the questions of its kind, ``still_needed`` the keys of those that a court will ask and nobody answered yet.
    ``seal`` and ``holder`` are as the custody record leaves them, ``in_store`` says that the holder is a place,
    ``awaiting`` that it was given out and not received, ``ended`` that it was returned or destroyed. ``label`` is
    what its code holds, ``count_due`` when the store it lies in must have been counted again.
    """

    exhibit_id: str
    number: str
    kind: str  # a key of terms.EXHIBITS
    description: str
    seized_at: datetime | None
    seized_place: str
    found_by: str
    seized_by: str
    seal_number: str
    condition: str
    holder: str
    integrity: str
    files: tuple[SealedFileRow, ...] = ()
    custody: tuple[CustodyRow, ...] = ()
    parent: str = ""
    parts: tuple[str, ...] = ()
    scene: str = ""
    detail: Mapping[str, object] = field(default_factory=dict, hash=False)
    notes: tuple[NoteRow, ...] = ()
    void: bool = False
    faults: tuple[FaultRow, ...] = ()
    still_needed: tuple[str, ...] = ()
    seal: str = ""
    in_store: bool = False
    awaiting: bool = False
    ended: bool = False
    label: str = ""
    count_due: datetime | None = None

    @property
    def unexplained(self) -> tuple[FaultRow, ...]:
        """The faults that nobody has explained in writing yet."""
        return tuple(one for one in self.faults if not one.explained)
