"""The library: editions opened to be read or printed, and running cases moved to them, each move looked at first."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.disk import is_free, replace
from workbench.errors import Reason, Refusal
from workbench.i18n import TAGS, language, ltr, visible
from workbench.models import StoredPack
from workbench.services import booklets, editions, packs
from workbench.services.editions import MoveView
from workbench.services.trust import Trust, trust_of
from workbench.sop import Pack
from workbench.store import Desk


def opened(desk: Desk, digest: str, tag: str) -> Pack:
    """An edition that is kept or came with the program, in a language; in its own where it has not that one."""
    with desk.reading() as session:
        return _found(session, digest)[0].shown_in(tag)


def titles(desk: Desk, tag: str) -> Mapping[str, str]:
    """The titles of the steps of every edition there is, by their keys; where editions differ, the newest's."""
    found: dict[str, str] = {}
    with desk.reading() as session:
        for key in packs.shipped_keys():
            found |= _titles(packs.shipped(key)[0].shown_in(tag))
        for pack_id in session.scalars(select(StoredPack.id).order_by(StoredPack.created_at, StoredPack.id)):
            found |= _titles(packs.pack_by_id(session, pack_id).shown_in(tag))
    return found


def booklet(desk: Desk, digest: str, tag: str, *, digits: str = "locale") -> bytes:
    """An edition printed in a language, as a PDF; on its first page stands whose word is behind it."""
    if tag not in TAGS:
        raise Refusal(Reason.LANGUAGE_UNKNOWN, tag=ltr(tag), tags=ltr(", ".join(TAGS)))
    with desk.reading() as session:
        pack, trust = _found(session, digest)
    tongue = language(tag, digits=digits)
    words = tongue.say(terms.TRUSTS[trust.state], signer=trust.signer)
    return booklets.printed(pack, tongue, trust=words, made_at=desk.clock.now())


def save_booklet(desk: Desk, digest: str, tag: str, target: Path, *, digits: str = "locale") -> int:
    """Print an edition and write the booklet; how many bytes. Raises ``Refusal`` if a file is there already."""
    if not is_free(target):
        raise Refusal(Reason.TARGET_EXISTS, file=visible(target.name))
    pdf = booklet(desk, digest, tag, digits=digits)
    replace(target, pdf)
    return len(pdf)


def movable(desk: Desk, digest: str) -> tuple[MoveView, ...]:
    """What moving each open case that follows another edition of this procedure would do to it.

    An edition that came with the program and is not kept yet is kept first: a case can follow only what is kept.
    """
    with desk.reading() as session:
        pack, _ = _found(session, digest)
    rows = editions.list_editions(desk, pack.source_language)
    waiting = [number for row in rows if row.key == pack.key and row.digest != digest for number in row.cases]
    if waiting:
        editions.keep_shipped(desk, pack)
    return tuple(editions.look_ahead(desk, number, digest) for number in dict.fromkeys(waiting))


def move_each(
    desk: Desk, digest: str, cases: Iterable[str], reason: str, *, progress: Callable[[int, int], bool]
) -> tuple[str, ...]:
    """Move these cases one by one; the numbers of those that were moved before ``progress`` said to stop."""
    waiting, moved = tuple(cases), list[str]()
    for done, number in enumerate(waiting):
        if not progress(done, len(waiting)):
            break
        editions.move_case(desk, number, digest, reason)
        moved.append(number)
    return tuple(moved)


def _found(session: Session, digest: str) -> tuple[Pack, Trust]:
    """The edition of a digest and whose word stands behind it. Raises ``Refusal`` if there is none."""
    pack_id = session.scalar(select(StoredPack.id).where(StoredPack.digest == digest))
    if pack_id is not None:
        return packs.pack_by_id(session, pack_id), trust_of(session, pack_id)
    for key in packs.shipped_keys():
        if packs.shipped(key)[0].digest == digest:
            return packs.shipped(key)[0], Trust()
    raise Refusal(Reason.EDITION_UNKNOWN, edition=ltr(digest[:12]))


def _titles(pack: Pack) -> dict[str, str]:
    return {key: step.title for key, step in pack.steps.items()}
