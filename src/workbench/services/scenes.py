"""Scenes by their letters: how they were found, measured, drawn and photographed, and who was there when."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.evidence.moments import span
from workbench.i18n import N_, ltr, visible
from workbench.models import Exhibit, Scene, SealedFile
from workbench.security import Act
from workbench.services import packs, texts
from workbench.services.cases import members
from workbench.services.finding import case_id_of, case_of
from workbench.services.readings import items, zone_of_case
from workbench.services.scene_answers import answered_scene
from workbench.store import Desk

_LETTER = re.compile(r"[A-Z]{1,2}")
# Texts of a scene with how long each may be; the rest are moments and lists.
TEXTS = {
    "kind": 20, "place_kind": 100, "weather": 300, "light": 300, "description": 20_000, "traces": 8000,
    "measures": 8000, "fixed_points": 2000, "protection": 2000, "touched": 2000, "entry": 2000, "order": 200,
    "handed_to": 200, "position": 80, "accuracy": 60, "writer": 200,
}  # fmt: skip
MOMENTS = ("called_at", "arrived_at", "cordon_at", "began_at", "ended_at", "handed_over_at")
LISTS = {"present": ("name", "capacity"), "log": ("at", "name", "task", "left"), "distances": ("of", "from", "metres")}
SKETCH = ("file", "exhibit", "north", "scale", "legend", "drawn_by")


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A line of the photo log. ``offset`` are the seconds by which the clock of the camera was ahead, if known."""

    no: int
    exhibit: str
    file_id: str
    file_name: str
    sha256: str
    camera: str
    operator: str
    at: datetime | None
    subject: str
    view: str
    camera_at: str = ""
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class SceneRow:
    """A scene as it is recorded now; ``detail`` by key, ``entries`` how often it was written."""

    letter: str
    at: datetime
    place: str
    by: str
    detail: Mapping[str, Any] = field(default_factory=dict, hash=False)
    photos: tuple[PhotoRow, ...] = ()
    exhibits: tuple[str, ...] = ()
    entries: int = 1
    reason: str = ""

    def moment(self, key: str) -> datetime | None:
        """One of the moments of the record."""
        told = self.detail.get(key)
        return datetime.fromisoformat(str(told)) if told else None

    @property
    def sketch(self) -> Mapping[str, Any]:
        """The sketch: its file with the hash, and whether north, scale and legend are on it."""
        found = self.detail.get("sketch")
        return found if isinstance(found, Mapping) else {}


def record_scene(
    desk: Desk, case: str, *, letter: str = "", place: str = "", at: datetime | None = None, reason: str = "",
    sketch: Mapping[str, Any] | None = None, **detail: Any,
) -> SceneRow:  # fmt: skip
    """Record a scene, or more of it; a letter that is there needs a ``reason`` and keeps what is not said anew.

    ``detail`` takes the keys of ``TEXTS``, ``MOMENTS`` and ``LISTS``; ``sketch`` those of ``SKETCH``, its file a
    sealed one of the case. Raises ``Refusal`` for what there is not.
    """
    desk.require(Act.SCENE_RECORD)
    now = desk.clock.now()
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        known = {one.letter: one for one in _newest(session, case_id)}
        letter = letter.upper() or _next_letter(known)
        if not _LETTER.fullmatch(letter):
            raise _wrong(N_("a scene is called by one or two letters"))
        old = known.get(letter)
        kept = {key: _kept(key, value, now) for key, value in detail.items() if value not in (None, "")}
        if sketch:
            kept["sketch"] = _sketch(session, case_id, sketch)
    place = texts.one_line(place, 400) or (old.place if old else "")
    if not place:
        raise _wrong(N_("it does not say where it is"))
    if old is not None and not texts.several_lines(reason):
        raise Refusal(Reason.REASON_NEEDED)
    if kept.get("kind", "place") not in terms.SCENES:
        raise _wrong(N_("the kind is not one of those offered"))
    began = texts.happened(at, now) if at or old is None else old.at
    return _write(desk, case_id, letter, began, place, {**(old.detail if old else {}), **kept}, old, reason)


def log_photo(
    desk: Desk, case: str, letter: str, *, file_id: str, subject: str, camera: str = "", operator: str = "",
    at: datetime | None = None, view: str = "", reason: str = "",
) -> SceneRow:  # fmt: skip
    """Put a photograph into the log of a scene: a sealed file of the case, what it shows, who took it with what.

    Where its file was read and ``at`` is the true time, the error of the camera's clock is worked out.
    """
    desk.require(Act.SCENE_RECORD)
    if view and view not in terms.VIEWS:
        raise _wrong(N_("the kind is not one of those offered"))
    at = texts.happened(at, desk.clock.now()) if at else None
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        old = _of(session, case_id, letter)
        file = _file(session, case_id, file_id)
    if any(one["file"] == file_id for one in old.photos):
        raise _wrong(N_("this photograph is in the log already"))
    camera_at, model, offset = _clock(desk, case, file_id, at)
    photo = {
        "no": len(old.photos) + 1, "exhibit": file["exhibit"], "file": file_id, "name": file["name"],
        "sha256": file["sha256"], "camera": texts.one_line(camera, 200) or model,
        "operator": texts.one_line(operator, 200), "at": at.isoformat() if at else "",
        "subject": texts.one_line(subject, 400), "view": view, "camera_at": camera_at, "offset": offset,
    }  # fmt: skip
    return _write(desk, case_id, letter, old.at, old.place, old.detail, old, reason, [*old.photos, photo])


def list_scenes(desk: Desk, case: str) -> list[SceneRow]:
    """The scenes of a case in the order of their letters."""
    with desk.reading() as session:
        return scene_rows(session, case_id_of(session, case), members(session))


def one_scene(desk: Desk, case: str, letter: str) -> SceneRow:
    """One scene by its letter. Raises ``Refusal`` if the case has none of it."""
    for one in list_scenes(desk, case):
        if one.letter == letter:
            return one
    raise Refusal(Reason.SCENE_UNKNOWN, scene=ltr(visible(letter[:10])), example=ltr("A"))


def begun_scene(desk: Desk, case: str, tag: str) -> dict[str, Any]:
    """What the steps of the procedure say already of the scene, by the keys of ``record_scene``, to begin with."""
    with desk.reading() as session:
        found = case_of(session, case)
        return answered_scene(session, found, packs.pack_of(session, found), tag)


def scene_rows(session: Session, case_id: str, names: Mapping[str, str]) -> list[SceneRow]:
    """The scenes of a case, each as its newest row says."""
    written: dict[str, int] = {}
    for letter in session.scalars(select(Scene.letter).where(Scene.case_id == case_id)):
        written[letter] = written.get(letter, 0) + 1
    numbers: dict[str, list[str]] = {}
    for scene, number in session.execute(
        select(Exhibit.scene, Exhibit.number).where(Exhibit.case_id == case_id).order_by(Exhibit.number)
    ):
        if scene:
            numbers.setdefault(scene, []).append(number)
    return [
        SceneRow(
            one.letter, one.at, one.place, names.get(one.created_by, ""), one.detail,
            tuple(map(_photo, one.photos)), tuple(numbers.get(one.letter, ())), written[one.letter], one.reason,
        )
        for one in _newest(session, case_id)
    ]  # fmt: skip


def _write(
    desk: Desk, case_id: str, letter: str, at: datetime, place: str, detail: Mapping[str, Any], old: Scene | None,
    reason: str, photos: Sequence[Any] | None = None,
) -> SceneRow:  # fmt: skip
    why = texts.several_lines(reason)
    with desk.act(Act.SCENE_RECORD, case_id, subject=letter, reason=why) as session:
        rows = list(photos if photos is not None else old.photos if old else ())
        session.add(
            desk.stamp(
                Scene(case_id=case_id, letter=letter, at=at, place=place, detail=dict(detail), photos=rows, reason=why)
            )
        )
    return one_scene(desk, case_id, letter)


def _kept(key: str, value: Any, now: datetime) -> Any:
    """One thing that a scene says, as it can be kept."""
    if key in TEXTS:
        return texts.several_lines(str(value), TEXTS[key])
    if key in MOMENTS:
        return texts.happened(value, now).astimezone(UTC).isoformat()
    if key in LISTS:
        parts = LISTS[key]
        rows = [one for one in value if any(one.values())]
        return [{each: texts.one_line(str(one.get(each, "")), 300) for each in parts} for one in rows]
    raise _wrong(N_("this cannot be changed"))


def _sketch(session: Session, case_id: str, told: Mapping[str, Any]) -> dict[str, Any]:
    file = _file(session, case_id, str(told.get("file", "")))
    marks = {key: bool(told.get(key)) for key in ("north", "scale", "legend")}
    return {**file, **marks, "file": str(told["file"]), "drawn_by": texts.one_line(str(told.get("drawn_by", "")), 200)}


def _file(session: Session, case_id: str, file_id: str) -> dict[str, str]:
    found = session.execute(
        select(SealedFile.original_name, SealedFile.sha256, Exhibit.number)
        .join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
        .where(Exhibit.case_id == case_id, SealedFile.id == file_id)
    ).first()
    if found is None:
        raise Refusal(Reason.SEALED_FILE_UNKNOWN, file=ltr(visible(file_id[:80])))
    return {"name": visible(found.original_name), "sha256": found.sha256, "exhibit": found.number}


def _clock(desk: Desk, case: str, file_id: str, at: datetime | None) -> tuple[str, str, int | None]:
    """What the camera itself says: its time, its model, and by how many seconds its clock was ahead."""
    read: Iterable[Any] = items(desk, case, file_id, kinds=("photo",), limit=1).rows
    for one in read:
        model = " ".join(str(one.detail[key]) for key in ("make", "model") if one.detail.get(key))
        told = span(one.at, one.zone, zone_of_case(desk, case)) if one.at else None
        offset = int((told.first - at).total_seconds()) if told is not None and at is not None else None
        return one.at, model[:200], offset
    return "", "", None


def _photo(one: Mapping[str, Any]) -> PhotoRow:
    return PhotoRow(
        one["no"], one["exhibit"], one["file"], one["name"], one["sha256"], one["camera"], one["operator"],
        datetime.fromisoformat(one["at"]) if one["at"] else None, one["subject"], one["view"], one["camera_at"],
        one["offset"],
    )  # fmt: skip


def _newest(session: Session, case_id: str) -> list[Scene]:
    rows = session.scalars(select(Scene).where(Scene.case_id == case_id).order_by(Scene.created_at, Scene.id))
    return sorted({one.letter: one for one in rows}.values(), key=lambda one: (len(one.letter), one.letter))


def _of(session: Session, case_id: str, letter: str) -> Scene:
    for one in _newest(session, case_id):
        if one.letter == letter:
            return one
    raise Refusal(Reason.SCENE_UNKNOWN, scene=ltr(visible(letter[:10])), example=ltr("A"))


def _next_letter(known: Mapping[str, object]) -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    every: list[str] = [*letters, *(a + b for a in letters for b in letters)]
    return next(one for one in every if one not in known)


def _wrong(problem: str) -> Refusal:
    return Refusal(Reason.SCENE_WRONG, problem=problem)
