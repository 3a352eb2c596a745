"""What the papers of custody are made of: exhibits with their custody, faults and counts, in a paper's language."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.evidence.custody_words import TITLES
from workbench.i18n import N_, Language, isolate
from workbench.models import Member, StockTake
from workbench.reports import held as h
from workbench.reports.dossier import as_plain
from workbench.security.canonical import digest
from workbench.services.custody.looking import said
from workbench.services.custody.stock import StockTakeRow, take_row
from workbench.services.exhibits.listing import exhibit_rows
from workbench.services.exhibits.rules import fields_of, kind_of
from workbench.services.finding import case_of, exhibit_of
from workbench.services.protecting import Guarded, without
from workbench.services.rows import CustodyRow, ExhibitRow, FaultRow, NoteRow
from workbench.services.wording import answered
from workbench.store import Desk
from workbench.store.settings import settings, station

PAPERS = frozenset({"custody_record", "custody_receipt", "exhibit_list", "stock_list"})
_SHOWN_APART = "hazards"


def holdings(
    session: Session, rows: Sequence[ExhibitRow], kind: str, subject: str, spoken: Language, zone: str
) -> h.Holdings:
    """The exhibits that a paper of custody is about, and the counts of stores that saw one of the case."""
    if kind in ("custody_record", "custody_receipt"):
        number, entry = of_hand_over(subject) if kind == "custody_receipt" else (subject, 0)
        return h.Holdings(tuple(held(row, spoken, zone) for row in rows if row.number == number), (), entry)
    counts = _counts(session, {row.label for row in rows}) if kind == "stock_list" else ()
    return h.Holdings(tuple(held(row, spoken, zone) for row in rows), counts)


def of_hand_over(subject: str) -> tuple[str, int]:
    """The exhibit and the entry in the code of a hand-over: ``E-003_4``."""
    number, _, entry = subject.rpartition("_")
    return number, int(entry) if entry.isdecimal() else 0


def held(row: ExhibitRow, spoken: Language, zone: str) -> h.Held:
    """An exhibit as the papers of custody tell it."""
    fields = fields_of(row.kind, spoken.tag)
    labels = {field.key: field.label for field in fields}
    told = {key: value for key, value in row.detail.items() if key != _SHOWN_APART}
    hazards = answered(
        tuple(field for field in fields if field.key == _SHOWN_APART), row.detail, spoken, zone
    )
    titles = {fault.ref: said(fault, spoken.tag, zone) for fault in row.faults}
    return h.Held(
        number=row.number, label=row.label, kind=row.kind, description=row.description,
        flags=kind_of(row.kind).flags, hazards=hazards[0][1] if hazards else "",
        facts=(*answered(fields, told, spoken, zone), *hazards), needed=tuple(labels[key] for key in row.still_needed),
        seized_at=row.seized_at, place=row.seized_place, found_by=row.found_by, seized_by=row.seized_by,
        first_seal=row.seal_number, condition=row.condition, seal=row.seal, holder=row.holder, in_store=row.in_store,
        awaiting=row.awaiting, ended=row.ended, void=row.void, parent=row.parent, parts=row.parts,
        entries=tuple(_entry(one, spoken) for one in row.custody),
        faults=tuple(_fault(one, *titles[one.ref]) for one in row.faults),
        notes=tuple(_note(one, labels) for one in row.notes), files=len(row.files),
    )  # fmt: skip


def label_sheets(
    desk: Desk, case_id: str, spoken: Language, *, size: str, skip: int, only: Collection[str], about: str,
    secret: Guarded,
) -> tuple[bytes, str, int, list[str]]:  # fmt: skip
    """The labels of a case's exhibits as a file, with the hash of what they say, its pages and its texts."""
    # Typesetting is large: it is loaded when the first paper is asked for, not when the program starts.
    from workbench.reports import label_sheet
    from workbench.reports import said as texts_of

    with desk.reading() as session:
        case = case_of(session, case_id)
        zone, training, number = str(settings(session)["zone"]), station(session).training, case.number
        for each in only:
            exhibit_of(session, case_id, each)
        rows = exhibit_rows(session, case_id, desk.clock.now())
        named = [row for row in rows if not row.void and (not only or row.number in only)]
    if not named:
        raise Refusal(Reason.LABELS_NOTHING)
    found = without(tuple(held(row, spoken, zone) for row in named), secret)
    pdf, pages = label_sheet.make(
        found, spoken, zone, size=size, skip=skip, case=number, about=about, training=training,
        made_at=desk.clock.now(),
    )  # fmt: skip
    return pdf, digest(as_plain(found)), pages, texts_of(pdf)


def _entry(one: CustodyRow, spoken: Language) -> h.Entry:
    def told(key: str) -> str:
        return str(one.detail.get(key) or "")

    explains = spoken.say(TITLES[one.explains[0]]) if one.explains else ""
    return h.Entry(
        seq=one.seq, written_no=one.written_no or 0, kind=one.kind, at=one.at, place=one.place,
        giver=h.Side(one.from_whom, told("from_rank"), told("from_badge"), told("signed_from")),
        taker=h.Side(one.to_whom, told("to_rank"), told("to_badge"), told("signed_to")), purpose=one.purpose,
        seal_before=one.seal_before, seal_after=one.seal_after, condition=one.condition, order=told("order"),
        witness=told("witness"), refusal=told("refusal"),
        measures=tuple((key, told(key)) for key in ("count", "weight", "amount") if told(key)), reason=told("reason"),
        corrects=one.corrects, corrected_by=one.corrected_by, void=one.void, awaiting=bool(one.detail.get("awaiting")),
        explains=explains, recorded_by=one.recorded_by, recorded_at=one.recorded_at,
    )  # fmt: skip


def facts_of(row: ExhibitRow, spoken: Language, zone: str) -> tuple[tuple[str, str], ...]:
    """What its kind needs, as questions and answers."""
    return answered(fields_of(row.kind, spoken.tag), row.detail, spoken, zone)


def mark_of(one: CustodyRow, spoken: Language) -> str:
    """What must be read beside an entry: that another counts in its place, or what it is in place of."""
    if one.corrected_by:
        return spoken.say(N_("corrected by entry {n}"), n=spoken.number(one.corrected_by))
    if one.corrects:
        return spoken.say(N_("corrects entry {n}"), n=spoken.number(one.corrects))
    if one.explains:
        return spoken.say(N_("explains: {fault}"), fault=isolate(spoken.say(TITLES[one.explains[0]])))
    return ""


def _fault(one: FaultRow, title: str, sentence: str) -> h.Fault:
    return h.Fault(title, sentence, one.explanation, one.explained_by, one.explained_at)


def _note(one: NoteRow, labels: dict[str, str]) -> h.Noted:
    field = labels.get(one.field.removeprefix("detail."), one.field)
    return h.Noted(one.kind, field, one.was, one.now, one.reason, one.at, one.by)


def _counts(session: Session, labels: set[str]) -> tuple[h.Counted, ...]:
    """The counts that expected or saw something of the case, newest first; what is not of it is left out."""
    names = {member.id: member.name for member in session.scalars(select(Member))}
    takes = session.scalars(select(StockTake).order_by(StockTake.ended_at.desc(), StockTake.id.desc()))
    rows = (take_row(one, names) for one in takes)
    return tuple(
        _counted(one, labels)
        for one in rows
        if labels & {*one.expected, *(label for label, _ in one.elsewhere)}
    )


def _counted(one: StockTakeRow, labels: set[str]) -> h.Counted:
    mine = [label for label in one.expected if label in labels]
    return h.Counted(
        one.ref, one.store, one.ended_at, one.by, len(mine), tuple(label for label in one.missing if label in labels),
        tuple(pair for pair in one.elsewhere if pair[0] in labels), one.unknown, one.note,
    )  # fmt: skip
