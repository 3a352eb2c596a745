"""Events, requests to experts and scenes as plain values for a dossier; fixed words are keys."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who has to do with an event, by code or as the source calls them."""

    code: str
    name: str
    part: str


@dataclass(frozen=True, slots=True)
class Happened:
    """One event. ``told`` is its moment as far as it is known; ``doubts`` are texts."""

    ref: str
    kind: str
    told: str
    until: str
    exact: str
    first: datetime
    ends: datetime | None
    doubts: tuple[str, ...]
    parties: tuple[Party, ...]
    place: str
    text: str
    source_kind: str
    source: str
    source_place: str


@dataclass(frozen=True, slots=True)
class Examined:
    """An exhibit that is examined; ``custody`` is the number of its hand-over to the examiner, if it is recorded."""

    number: str
    description: str
    seal: str
    custody: str


@dataclass(frozen=True, slots=True)
class Result:
    """An answer as it was recorded; ``answers`` are as many as the questions."""

    number: str
    on: str
    method: str
    uncertainty: str
    limits: str
    tools: tuple[tuple[str, str], ...]
    accredited: str
    scope: str
    expert: str
    identity: str
    oath: str
    signed: bool
    answers: tuple[str, ...]
    exhibit: str
    files: tuple[tuple[str, str], ...]
    properties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A request to a laboratory or expert; ``lacks`` are keys of what a court would miss."""

    ref: str
    kind: str
    to: str
    official: bool
    oath: str
    person: str
    exhibits: tuple[Examined, ...]
    facts: str
    questions: tuple[str, ...]
    hazards: str
    wanted_by: str
    contact: str
    returning: str
    order: str
    asked_at: datetime
    by: str
    result: Result | None = None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Photo:
    """A line of the photo log; ``ahead`` the seconds by which the clock of the camera was ahead, as text."""

    no: int
    exhibit: str
    file_name: str
    sha256: str
    camera: str
    operator: str
    at: datetime | None
    subject: str
    view: str
    ahead: str


@dataclass(frozen=True, slots=True)
class SceneFacts:
    """A scene: its texts and moments by key, its lists as rows of texts."""

    letter: str
    at: datetime
    place: str
    by: str
    texts: tuple[tuple[str, str], ...]
    moments: tuple[tuple[str, datetime], ...]
    present: tuple[tuple[str, ...], ...]
    log: tuple[tuple[str, ...], ...]
    distances: tuple[tuple[str, ...], ...]
    photos: tuple[Photo, ...]
    exhibits: tuple[str, ...]
    sketch: tuple[tuple[str, str], ...]

    def text(self, key: str) -> str:
        """One of the texts; empty where it was not written."""
        return dict(self.texts).get(key, "")

    def moment(self, key: str) -> datetime | None:
        """One of the moments of the record."""
        return dict(self.moments).get(key)


@dataclass(frozen=True, slots=True)
class Timed:
    """What papers say of time, of examinations and of scenes."""

    events: tuple[Happened, ...] = ()
    request: Request | None = None
    scene: SceneFacts | None = None


NOTHING_TIMED = Timed()
