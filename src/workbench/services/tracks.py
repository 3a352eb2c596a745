"""Tracks: a case that turns out to be trafficking, smuggling or both changes its procedure and keeps its records."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.models import Case, CasePack
from workbench.security import Act
from workbench.services import packs, texts
from workbench.services.cases import members, show_case
from workbench.services.finding import case_of
from workbench.services.rows import CaseRow
from workbench.services.standing import standing
from workbench.sop import BOTH, Changes, Pack, compare
from workbench.store import Desk

TRACKS = ("tip", "som", BOTH)


@dataclass(frozen=True)
class TrackView:
    """What a change of track would bring; ``pack`` is the procedure it would follow, in the language asked for."""

    kind: str
    pack: Pack
    changes: Changes


def look_ahead(desk: Desk, case: str, kind: str, tag: str) -> TrackView:
    """What would appear, fall away and stay if the case changed to another track. Nothing is written."""
    with desk.reading() as session:
        found = case_of(session, case)
        _other(found, kind)
        pack = _procedure(session, found, kind)
        now, names = desk.clock.now(), members(session)
        before = standing(session, found, now, names)
        after = standing(session, found, now, names, under=pack)
    changes = compare(before.progress, after.progress, before.facts, after.facts)
    return TrackView(kind, pack.shown_in(tag), changes)


def change_track(desk: Desk, case: str, kind: str, reason: str) -> CaseRow:
    """Follow another track from now on; every record stays, under the key of its step."""
    desk.require(Act.CASE_TRACK)
    reason = texts.several_lines(reason)
    if not reason:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.reading() as session:
        found = case_of(session, case)
        _other(found, kind)
    with desk.act(Act.CASE_TRACK, found.id, subject=kind, reason=reason) as session:
        row = session.get_one(Case, found.id)
        ids = [packs.keep_current(desk, session, row, one) for one in _kinds(kind)]
        row.kind, row.pack_id = kind, ids[0]
        row.also_pack_id = also = ids[1] if len(ids) > 1 else None
        change = CasePack(
            case_id=row.id, what="track", kind=kind, pack_id=ids[0], also_pack_id=also, reason=reason
        )
        session.add(desk.stamp(change))
    return show_case(desk, found.id)


def _other(case: Case, kind: str) -> None:
    if kind not in TRACKS or kind == case.kind:
        raise Refusal(Reason.TRACK_SAME)


def _kinds(kind: str) -> tuple[str, ...]:
    return ("tip", "som") if kind == BOTH else (kind,)


def _procedure(session: Session, case: Case, kind: str) -> Pack:
    """The procedure of a track for this case: the edition that it follows already, or the newest."""
    found = [packs.current(session, case, one) for one in _kinds(kind)]
    return found[0] if len(found) == 1 else packs.together(*found)
