"""Packs: those that ship with the program, and the exact ones that cases were opened under."""

import json
import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.models import Case, PackTrust, StoredPack
from workbench.services.trust import SIGNED, trusted
from workbench.shipped import resource
from workbench.sop import BOTH, Finding, Pack, inspect, joined, load_bytes, read_folder
from workbench.store import Desk


def shipped_keys() -> tuple[str, ...]:
    """The keys of the packs that come with the program."""
    return tuple(
        sorted(folder.name for folder in resource("sop").iterdir() if (folder / "pack.yaml").is_file())
    )


@lru_cache(maxsize=4)
def shipped(key: str) -> tuple[Pack, dict[str, bytes]]:
    """A shipped pack and the files it consists of. Raises ``Refusal`` if there is none of this key."""
    if key not in shipped_keys():
        raise Refusal(Reason.PACK_UNKNOWN, pack=ltr(key), packs=ltr(", ".join(shipped_keys())))
    files = read_folder(resource("sop", key))
    return load_bytes(files), files


def named(words: str) -> Pack:
    """The pack that a person names: a shipped one by its key, or one in a folder or a pack file."""
    if words in shipped_keys() and not Path(words).exists():
        return shipped(words)[0]
    # Reading what comes from outside is rare; the program starts without it.
    from workbench.exchange import bundle

    return bundle.receive(Path(words)).pack


def pack_for(kind: str) -> str:
    """The shipped pack that a case of this kind starts under.

    A case whose kind is not known yet starts as trafficking: its screening decides between the two, and
    until then everybody found is treated as a possible victim.
    """
    by_kind = {shipped(key)[0].kind: key for key in shipped_keys()}
    return by_kind.get(kind, by_kind["tip"])


def store(desk: Desk, session: Session, pack: Pack, files: Mapping[str, bytes]) -> StoredPack:
    """The stored form of a pack; what is stored already is not stored twice."""
    kept = session.scalar(select(StoredPack).where(StoredPack.digest == pack.digest))
    if kept is None:
        text = json.dumps({name: data.decode() for name, data in sorted(files.items())}, ensure_ascii=False)
        kept = desk.stamp(
            StoredPack(
                key=pack.key, version=pack.version, digest=pack.digest, content=zlib.compress(text.encode())
            )
        )
        session.add(kept)
        session.flush()
    return kept


def pack_of(session: Session, case: Case) -> Pack:
    """The procedure a case follows: its pack, or its two packs joined."""
    first = pack_by_id(session, case.pack_id)
    if case.also_pack_id is None:
        return first
    return together(first, pack_by_id(session, case.also_pack_id))


def current(session: Session, case: Case, kind: str) -> Pack:
    """The procedure of a kind for a case: the edition that the case follows already, or the newest there is."""
    for pack_id in (case.pack_id, case.also_pack_id):
        if pack_id is not None and (pack := pack_by_id(session, pack_id)).kind == kind:
            return pack
    return newest(session, kind)


def kinds() -> tuple[str, ...]:
    """The kinds of procedure that there are."""
    return tuple(sorted({shipped(key)[0].kind for key in shipped_keys()}))


def newest(session: Session, kind: str) -> Pack:
    """The procedure that new cases of a kind start under: the edition received last, or the shipped one."""
    found = _received(session, lambda pack: pack.kind == kind)
    return found or shipped(pack_for(kind))[0]


def newest_of(session: Session, key: str) -> Pack | None:
    """The newest edition of the pack of a key, None if there is none."""
    found = _received(session, lambda pack: pack.key == key)
    return found or (shipped(key)[0] if key in shipped_keys() else None)


def _received(session: Session, fits: Callable[[Pack], bool]) -> Pack | None:
    """The pack received last that fits and whose key is still trusted."""
    rows = session.scalars(select(PackTrust).order_by(PackTrust.created_at.desc(), PackTrust.id.desc()))
    for row in rows:
        if row.state == SIGNED and trusted(session, row.fingerprint) is None:
            continue
        if fits(pack := pack_by_id(session, row.pack_id)):
            return pack
    return None


def keep_current(desk: Desk, session: Session, case: Case, kind: str) -> str:
    """The id of the stored pack that ``current`` names; it is stored if it was not yet."""
    return _stored_id(desk, session, current(session, case, kind))


def start_under(desk: Desk, session: Session, kind: str, key: str = "") -> tuple[str, ...]:
    """The ids of the stored packs that a new case starts under: the newest of its kind, or that of ``key``."""
    if key:
        found = newest_of(session, key)
        if found is None:
            raise Refusal(Reason.PACK_UNKNOWN, pack=ltr(key), packs=ltr(", ".join(shipped_keys())))
        return (_stored_id(desk, session, found),)
    tracks = ("tip", "som") if kind == BOTH else (kind if kind in kinds() else "tip",)
    return tuple(_stored_id(desk, session, newest(session, one)) for one in tracks)


def _stored_id(desk: Desk, session: Session, pack: Pack) -> str:
    kept = session.scalar(select(StoredPack).where(StoredPack.digest == pack.digest))
    return kept.id if kept is not None else store(desk, session, pack, pack.origin.files).id


def pack_by_id(session: Session, pack_id: str) -> Pack:
    """A stored pack."""
    digest = session.scalars(select(StoredPack.digest).where(StoredPack.id == pack_id)).one()
    return _loaded(digest) or _load(session, digest)


def pack_id_for(session: Session, case: Case, step: str) -> str:
    """The id of the pack whose questions a step of the case asks."""
    if case.also_pack_id is not None and step not in pack_by_id(session, case.pack_id).steps:
        return case.also_pack_id
    return case.pack_id


@lru_cache(maxsize=8)
def _together(first: str, second: str) -> Pack:
    return joined(_LOADED[first], _LOADED[second])


def together(first: Pack, second: Pack) -> Pack:
    """Two packs as one procedure; joined once, then remembered."""
    for pack in (first, second):
        _LOADED.setdefault(pack.digest, pack)
    return _together(first.digest, second.digest)


_LOADED: dict[str, Pack] = {}


def _loaded(digest: str) -> Pack | None:
    return _LOADED.get(digest)


def _load(session: Session, digest: str) -> Pack:
    content = session.scalars(select(StoredPack.content).where(StoredPack.digest == digest)).one()
    files = {name: text.encode() for name, text in json.loads(zlib.decompress(content)).items()}
    return _LOADED.setdefault(digest, load_bytes(files))


def summary(key: str) -> dict[str, object]:
    """What a shipped pack is, in a few words."""
    pack, _ = shipped(key)
    steps = sum(len(phase.steps) for phase in pack.phases)
    return {
        "key": pack.key, "version": pack.version, "kind": pack.kind, "title": pack.title, "digest": pack.digest,
        "phases": len(pack.phases), "steps": steps,
    }  # fmt: skip


def check(folder: Path) -> list[Finding]:
    """What is wrong in the folder of a pack, each with its place and remedy. Raises ``Refusal`` if there is none."""
    try:
        there = (folder / "pack.yaml").is_file()
    except OSError:
        raise Refusal(Reason.NOT_READABLE, path=visible(str(folder))) from None
    if not there:
        raise Refusal(Reason.FILE_MISSING, file=visible(str(folder / "pack.yaml")))
    return list(inspect(folder))
