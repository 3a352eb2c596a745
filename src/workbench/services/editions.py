"""Editions: a procedure that arrives on a stick, what it would change, and running cases moved to it one by one."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.exchange import bundle
from workbench.exchange.bundle import Received
from workbench.i18n import ltr, visible
from workbench.models import Case, CasePack, PackTrust, StepDraft, StoredPack
from workbench.security import Act
from workbench.services import packs, texts
from workbench.services.cases import members, show_case
from workbench.services.finding import case_of
from workbench.services.rows import CaseRow
from workbench.services.standing import standing
from workbench.services.trust import SIGNED, TRUSTED, trust_of, trusted
from workbench.sop import Level, Migration, Pack, PackDiff, diff, inspect_bytes, migration
from workbench.sop.refusing import refusal
from workbench.store import Desk

UNKNOWN_KEY, UNSIGNED = "unknown_key", "unsigned"


@dataclass(frozen=True)
class EditionRow:
    """An edition of a procedure that is kept here; ``cases`` are the numbers of the open cases that follow it."""

    pack_id: str
    key: str
    version: str
    kind: str
    title: str
    digest: str
    steps: int
    trust: str  # shipped | signed | trusted | withdrawn
    signer: str
    fingerprint: str
    kept_at: datetime | None
    cases: tuple[str, ...]
    newest: bool


@dataclass(frozen=True)
class Incoming:
    """What a pack from outside is, before anything is kept.

    ``standing`` is signed, unknown_key or unsigned; ``against`` is the edition it is compared with, None if there is
    none of its key. ``older`` warns that it was issued before what is kept. ``known`` says that it is kept already.
    """

    standing: str
    signer: str
    fingerprint: str
    pack: Pack
    issued_on: date | None
    note: str
    against: str | None
    changes: PackDiff | None
    known: bool
    older: bool
    moves: tuple["MoveView", ...]


@dataclass(frozen=True)
class MoveView:
    """What moving one case to an edition would do; titles of steps are looked up in either pack."""

    case_id: str
    number: str
    title: str
    migration: Migration


def list_editions(desk: Desk, tag: str) -> tuple[EditionRow, ...]:
    """Every edition that is kept or came with the program, newest first within its key."""
    with desk.reading() as session:
        open_cases = list(session.scalars(select(Case).where(Case.state == "open")))
        newest = {packs.newest(session, kind).digest for kind in packs.kinds()}
        rows = []
        stored = session.scalars(select(StoredPack).order_by(StoredPack.created_at.desc(), StoredPack.id.desc()))
        digests = set()
        for row in stored:
            digests.add(row.digest)
            numbers = tuple(one.number for one in open_cases if row.id in (one.pack_id, one.also_pack_id))
            said, word = packs.pack_by_id(session, row.id).shown_in(tag), trust_of(session, row.id)
            rows.append(
                EditionRow(
                    row.id, row.key, row.version, said.kind, said.title, row.digest, len(said.steps), word.state,
                    word.signer, word.fingerprint, row.created_at, numbers, row.digest in newest,
                )
            )  # fmt: skip
        for key in packs.shipped_keys():
            pack = packs.shipped(key)[0].shown_in(tag)
            if pack.digest not in digests:
                rows.append(
                    EditionRow(
                        "", pack.key, pack.version, pack.kind, pack.title, pack.digest, len(pack.steps), "shipped", "",
                        "", None, (), pack.digest in newest,
                    )
                )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: row.key))


def look_at(desk: Desk, path: Path, tag: str) -> Incoming:
    """What a pack file or folder holds, whether its signature is known, and what it would change. Nothing is kept."""
    received = _sound(path)
    with desk.reading() as session:
        word, signer = _word(session, received)
        before = packs.newest_of(session, received.pack.key)
        kept = session.scalar(select(StoredPack).where(StoredPack.digest == received.pack.digest))
        spoken = received.pack.shown_in(tag)
        issued = received.manifest.issued_on
        return Incoming(
            word, signer, received.fingerprint, spoken, issued, received.manifest.note,
            before.version if before else None, diff(before, received.pack) if before else None, kept is not None,
            older=_older(session, received), moves=tuple(_moves(desk, session, received.pack)),
        )  # fmt: skip


def receive(desk: Desk, path: Path, *, trust_reason: str = "") -> EditionRow:
    """Keep a pack from outside. One that no trusted key signed is kept only on an administrator's word, with a reason.

    Running cases stay where they are until they are moved.
    """
    received = _sound(path)
    with desk.reading() as session:
        word, signer = _word(session, received)
    if word == SIGNED:
        pack_id = _keep(desk, Act.PACK_RECEIVE, received, SIGNED, signer, "")
    else:
        reason = texts.several_lines(trust_reason)
        if not reason:
            raise Refusal(Reason.PACK_UNTRUSTED, file=visible(path.name), fingerprint=ltr(received.fingerprint or "–"))
        pack_id = _keep(desk, Act.PACK_TRUST, received, TRUSTED, desk.actor.name, reason)
    return next(row for row in list_editions(desk, "en") if row.pack_id == pack_id)


def keep_shipped(desk: Desk, pack: Pack) -> None:
    """Keep an edition that came with the program, so that running cases can follow it."""
    desk.require(Act.CASE_MOVE)
    with desk.reading() as session:
        kept = session.scalar(select(StoredPack.id).where(StoredPack.digest == pack.digest))
    if kept is None:
        with desk.act(Act.PACK_RECEIVE, subject=f"{pack.key} {pack.version} {pack.digest}") as session:
            packs.store(desk, session, pack, pack.origin.files)


def look_ahead(desk: Desk, case: str, digest: str) -> MoveView:
    """What moving a case to a kept edition would do. Nothing is written."""
    with desk.reading() as session:
        found = case_of(session, case)
        row = _edition(session, digest)
        return _view(desk, session, found, packs.pack_by_id(session, row.id))


def move_case(desk: Desk, case: str, digest: str, reason: str) -> CaseRow:
    """Let a case follow another edition of its procedure; what was recorded stays as it was recorded."""
    desk.require(Act.CASE_MOVE)
    reason = texts.several_lines(reason)
    if not reason:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.reading() as session:
        found = case_of(session, case)
        row = _edition(session, digest)
        _, slot = _place(session, found, packs.pack_by_id(session, row.id))
    with desk.act(Act.CASE_MOVE, found.id, subject=f"{row.key} {row.version}", reason=reason) as session:
        moved = session.get_one(Case, found.id)
        setattr(moved, slot, row.id)
        session.add(
            desk.stamp(
                CasePack(
                    case_id=moved.id, what="edition", kind=moved.kind, pack_id=moved.pack_id,
                    also_pack_id=moved.also_pack_id, reason=reason,
                )
            )
        )  # fmt: skip
    return show_case(desk, found.id)


def move_all(desk: Desk, digest: str, reason: str) -> tuple[str, ...]:
    """Move every open case that follows another edition of the same procedure; the numbers of those that were moved.

    Each is an act of its own: if it is interrupted, what was moved is moved, and doing it again moves the rest.
    """
    desk.require(Act.CASE_MOVE)
    with desk.reading() as session:
        pack = packs.pack_by_id(session, _edition(session, digest).id)
        waiting = [case.number for case, _ in _followers(session, pack)]
    for number in waiting:
        move_case(desk, number, digest, reason)
    return tuple(waiting)


def _sound(path: Path) -> Received:
    """A pack from outside that could be used in all its languages. Raises ``Refusal`` with its first flaw."""
    received = bundle.receive(path)
    for finding in inspect_bytes(received.files):
        if finding.level is Level.ERROR:
            raise refusal(finding)
    return received


def _word(session: Session, received: Received) -> tuple[str, str]:
    """How the signature of a pack stands here, and the name under which its key is trusted."""
    if received.state == UNSIGNED:
        return UNSIGNED, ""
    key = trusted(session, received.fingerprint)
    return (SIGNED, key.name) if key is not None else (UNKNOWN_KEY, "")


def _keep(desk: Desk, act: Act, received: Received, state: str, signer: str, reason: str) -> str:
    pack = received.pack
    with desk.act(act, subject=f"{pack.key} {pack.version} {pack.digest}", reason=reason) as session:
        kept = packs.store(desk, session, pack, received.files)
        session.add(
            desk.stamp(
                PackTrust(
                    pack_id=kept.id, state=state, fingerprint=received.fingerprint, signer=signer, reason=reason
                )
            )
        )
        return kept.id


def _edition(session: Session, digest: str) -> StoredPack:
    found = session.scalars(select(StoredPack).where(StoredPack.digest.startswith(digest, autoescape=True))).all()
    if len(found) != 1 or len(digest) < 8:
        raise Refusal(Reason.EDITION_UNKNOWN, edition=ltr(digest))
    return found[0]


def _followers(session: Session, pack: Pack) -> list[tuple[Case, str]]:
    """The open cases that follow another edition of this procedure, each with where its pack is named."""
    found = []
    for case in session.scalars(select(Case).where(Case.state == "open").order_by(Case.opened_at)):
        try:
            found.append(_place(session, case, pack))
        except Refusal:
            continue
    return found


def _place(session: Session, case: Case, pack: Pack) -> tuple[Case, str]:
    """Where the case names the pack that this edition would replace. Raises ``Refusal`` if nowhere."""
    slots: list[tuple[str, Any]] = [("pack_id", case.pack_id), ("also_pack_id", case.also_pack_id)]
    for slot, pack_id in slots:
        if pack_id is not None and (now := packs.pack_by_id(session, pack_id)).key == pack.key:
            if now.digest == pack.digest:
                raise Refusal(Reason.EDITION_SAME)
            return case, slot
    raise Refusal(Reason.EDITION_OTHER, case=ltr(case.number), pack=ltr(pack.key))


def _moves(desk: Desk, session: Session, pack: Pack) -> list[MoveView]:
    return [_view(desk, session, case, pack) for case, _ in _followers(session, pack)]


def _view(desk: Desk, session: Session, case: Case, pack: Pack) -> MoveView:
    """What a case would become under an edition; a case on both tracks keeps its other procedure."""
    _, slot = _place(session, case, pack)
    first = pack if slot == "pack_id" else packs.pack_by_id(session, case.pack_id)
    also = pack if slot == "also_pack_id" else None
    if also is None and case.also_pack_id is not None:
        also = packs.pack_by_id(session, case.also_pack_id)
    under = packs.together(first, also) if also is not None else first
    now, names = desk.clock.now(), members(session)
    before = standing(session, case, now, names)
    after = standing(session, case, now, names, under=under)
    drafts = list(session.scalars(select(StepDraft.step).where(StepDraft.case_id == case.id)))
    view = migration(
        before.pack, under, before.progress, after.progress, before.facts, after.facts, before.known.records, drafts
    )
    return MoveView(case.id, case.number, case.title, view)


def _older(session: Session, received: Received) -> bool:
    """Whether this edition was kept before and another one took its place, so that it would be a step back."""
    digest = received.pack.digest
    kept = session.scalar(
        select(PackTrust.id)
        .join(StoredPack, StoredPack.id == PackTrust.pack_id)
        .where(StoredPack.digest == digest)
        .limit(1)
    )
    newest = packs.newest_of(session, received.pack.key)
    return kept is not None and newest is not None and newest.digest != digest

