"""Photographs of people: sealed on the shelf, read into memory only where the name is shown, never written in plain."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from workbench.errors import Reason, Refusal
from workbench.evidence import wba1
from workbench.i18n import N_, visible
from workbench.models import Case, Photo
from workbench.security import Act
from workbench.services.finding import case_id_of, person_of
from workbench.services.people.checking import wrong
from workbench.services.people.listing import one_person
from workbench.services.rows import PersonRow
from workbench.services.sealing import shelf_of
from workbench.store import Desk

MOST = 8 * 1024 * 1024
# What a file is says its beginning, never its name.
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def attach_photo(desk: Desk, case: str, alias: str, path: Path) -> PersonRow:
    """Take a photograph of a person in and seal it; the newest of a person holds. The original is only read.

    Raises ``Refusal`` for what is neither JPEG nor PNG by its content, or larger than 8 MB.
    """
    desk.require(Act.PERSON_PHOTO)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person_of(session, case_id, alias)
    shelf = shelf_of(desk)
    shelf.require_room([path])
    _require_picture(path)
    sealed = shelf.take_in(path)
    with desk.act(Act.PERSON_PHOTO, case_id, subject=f"{alias} {sealed.sha256}") as session:
        session.add(
            desk.stamp(
                Photo(
                    case_id=case_id, alias=alias, shelf_id=sealed.shelf_id, sha256=sealed.sha256, size=sealed.size,
                    original_name=sealed.original_name,
                )
            )
        )  # fmt: skip
    return one_person(desk, case_id, alias)


def newest(desk: Desk, case_id: str, codes: Sequence[str]) -> bytes:
    """The newest photograph of a person under any of their codes; empty if there is none or its file is broken."""
    with desk.reading() as session:
        found = session.scalar(
            select(Photo)
            .where(Photo.case_id == case_id, Photo.alias.in_(codes))
            .order_by(Photo.created_at.desc(), Photo.id.desc())
            .limit(1)
        )
    if found is None:
        return b""
    try:
        return b"".join(shelf_of(desk).read(found.shelf_id))
    except (wba1.Damaged, OSError):
        return b""


def broken(desk: Desk) -> tuple[int, tuple[str, ...]]:
    """How many photographs the vault keeps, and whose sealed file is missing or altered (case and code)."""
    with desk.reading() as session:
        found = session.execute(
            select(Photo, Case.number).join(Case, Case.id == Photo.case_id).order_by(Photo.created_at, Photo.id)
        ).all()
    shelf = shelf_of(desk)
    bad = [f"{number} {one.alias}" for one, number in found if not shelf.verify(one.shelf_id, one.sha256, one.size)]
    return len(found), tuple(dict.fromkeys(bad))


def _require_picture(path: Path) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            beginning = file.read(16)
    except OSError:
        raise Refusal(Reason.FILE_UNREADABLE, file=visible(path.name)) from None
    if not beginning.startswith(_BEGINNINGS):
        raise wrong(N_("the photograph is neither JPEG nor PNG"))
    if size > MOST:
        raise wrong(N_("the photograph is larger than 8 MB"))
