"""Statements as they stand: the lines as first taken, each correction beside its line, and who signed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import latin, ltr
from workbench.models import Statement, StatementEntry

READ_BACK, CORRECTED, SIGNED, SEALED = "read_back", "corrected", "signed", "sealed"
REF = re.compile(r"ST-[0-9]{2,}")
_LINE = re.compile(r"(?:line|س|سطر|السطر|دێڕ|دێڕی)?\s*([0-9]+)(?:\s*[-–]\s*([0-9]+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """How a line is meant to read: asked for by whom, when, and signed beside it by whom."""

    text: str
    translation: str
    by: str  # who asked for it: speaker, interpreter, …
    signed: bool
    at: datetime
    written_by: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line as it was first taken down. ``kind``: q, a or n; ``at`` is minutes and seconds of the recording."""

    no: int
    kind: str
    text: str
    translation: str
    at: str
    corrections: tuple[CorrectionRow, ...] = ()

    @property
    def now(self) -> str:
        """The words as last corrected."""
        return self.corrections[-1].text if self.corrections else self.text

    @property
    def translation_now(self) -> str:
        """The translation as last corrected."""
        return self.corrections[-1].translation if self.corrections else self.translation


@dataclass(frozen=True, slots=True)
class ReadBackRow:
    """How the statement was read back: in which languages, by whom, and whether it was accepted."""

    at: datetime
    languages: tuple[str, ...]
    by: str
    accepted: str  # yes | corrected | no
    note: str


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Who signed, put a thumb, or refused and why."""

    role: str
    how: str
    who: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RecordingRow:
    """The recording of the talk, sealed: the exhibit it lies under, its name and the hash of its bytes."""

    exhibit: str
    name: str
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement. ``head`` holds the oath, what was explained and what the identity block says beside the code."""

    ref: str
    interview: str
    alias: str
    capacity: str
    form: str  # qa | narrative
    language: str
    translated_to: str
    started_at: datetime
    ended_at: datetime
    head: Mapping[str, str]
    lines: tuple[LineRow, ...]
    read_backs: tuple[ReadBackRow, ...]
    signatures: tuple[SignatureRow, ...]
    recording: RecordingRow | None
    taken_at: datetime
    by: str

    @property
    def state(self) -> str:
        """taken, read_back, signed or refused: how far the form of a statement is fulfilled."""
        speaker = [one for one in self.signatures if one.role == "speaker"]
        if speaker:
            return "refused" if speaker[-1].how == "refused" else "signed"
        return "read_back" if self.read_backs else "taken"

    @property
    def corrected(self) -> tuple[LineRow, ...]:
        """The lines that were corrected."""
        return tuple(one for one in self.lines if one.corrections)


def statement_rows(
    session: Session, case_id: str, names: Mapping[str, str], *, alias: Iterable[str] = ()
) -> tuple[StatementRow, ...]:
    """The statements of a case in the order of their numbers; of one person's codes if these are given."""
    wanted = select(Statement).where(Statement.case_id == case_id).order_by(Statement.created_at, Statement.id)
    codes = tuple(alias)
    notes: dict[str, list[StatementEntry]] = {}
    entries = select(StatementEntry).where(StatementEntry.case_id == case_id)
    for one in session.scalars(entries.order_by(StatementEntry.created_at, StatementEntry.id)):
        notes.setdefault(one.statement, []).append(one)
    return tuple(
        _row(one, notes.get(one.ref, ()), names)
        for one in session.scalars(wanted.where(Statement.alias.in_(codes)) if codes else wanted)
    )


def statement_row(session: Session, case_id: str, ref: str, names: Mapping[str, str]) -> StatementRow:
    """The statement of a number. Raises ``Refusal`` if there is none."""
    for one in statement_rows(session, case_id, names):
        if one.ref == ref:
            return one
    raise Refusal(Reason.STATEMENT_UNKNOWN, statement=ltr(ref), example=ltr("ST-01"))


def cited_lines(statement: StatementRow, place: str) -> tuple[LineRow, ...]:
    """The lines that a place names («line 7», «7-9», «3, 7»); nothing for a place in words."""
    if not place.strip():
        return ()
    wanted: set[int] = set()
    for part in re.split(r"[,،;؛]", latin(place)):
        found = _LINE.fullmatch(part.strip())
        if found is None:
            return ()
        first, last = int(found[1]), int(found[2] or found[1])
        wanted |= set(range(first, min(last, first + len(statement.lines)) + 1))
    return tuple(one for one in statement.lines if one.no in wanted)


def require_lines(session: Session, case_id: str, ref: str, place: str) -> None:
    """Refuse a statement that there is not, and a line that it does not have."""
    statement = statement_row(session, case_id, ref, {})
    if place.strip() and not cited_lines(statement, place):
        raise Refusal(
            Reason.STATEMENT_LINE_UNKNOWN, statement=ltr(ref), line=ltr(place.strip()[:40]), most=len(statement.lines),
            example=ltr("line 3"),
        )  # fmt: skip


def quoted(statements: Mapping[str, StatementRow], ref: str, place: str, *, translated_to: str = "") -> str:
    """The words of the lines that are cited, as last corrected; in a translation if there is one in that language."""
    statement = statements.get(ref)
    if statement is None:
        return ""
    use = translated_to and translated_to == statement.translated_to and statement.language != translated_to
    lines = cited_lines(statement, place)
    return " ".join((one.translation_now if use else "") or one.now for one in lines)


def _row(one: Statement, notes: Iterable[StatementEntry], names: Mapping[str, str]) -> StatementRow:
    corrections: dict[str, list[CorrectionRow]] = {}
    read_backs, signatures, recording = [], [], None
    for note in notes:
        facts = note.detail
        if note.kind == CORRECTED:
            corrections.setdefault(note.line, []).append(
                CorrectionRow(
                    facts["text"], facts["translation"], note.who, facts["signed"] == "yes", note.at,
                    names.get(note.created_by, ""),
                )
            )  # fmt: skip
        elif note.kind == READ_BACK:
            read_backs.append(
                ReadBackRow(note.at, tuple(facts["languages"]), note.who, facts["accepted"], facts["note"])
            )
        elif note.kind == SIGNED:
            signatures.append(SignatureRow(facts["role"], facts["how"], note.who, facts["reason"], note.at))
        elif note.kind == SEALED:
            recording = RecordingRow(facts["exhibit"], facts["name"], facts["sha256"], note.at)
    lines = tuple(
        LineRow(n, line["kind"], line["text"], line["translation"], line["at"], tuple(corrections.get(str(n), ())))
        for n, line in enumerate(one.lines, start=1)
    )
    return StatementRow(
        one.ref, one.interview, one.alias, one.capacity, one.form, one.language, one.translated_to, one.started_at,
        one.ended_at, one.head, lines, tuple(read_backs), tuple(signatures), recording, one.created_at,
        names.get(one.created_by, ""),
    )  # fmt: skip
