"""What papers say of events, of requests to experts and of scenes, gathered only for the papers that say it."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from workbench.i18n import Language
from workbench.models import Case
from workbench.reports import timed as t
from workbench.services import scenes
from workbench.services.event_rows import EventRow, event_rows
from workbench.services.examination_rows import ExaminationRow, ResultRow, examination_rows
from workbench.services.findings import codes_of
from workbench.services.persons import PersonRow
from workbench.services.scenes import SceneRow, scene_rows
from workbench.services.standing import Standing
from workbench.store import Desk

TIMELINE, REQUEST, SCENE = "timeline", "lab_request", "scene_record"


def timed(
    desk: Desk, session: Session, case: Case, kind: str, subject: str, spoken: Language, people: list[PersonRow],
    stands: Standing, names: Mapping[str, str],
) -> t.Timed:  # fmt: skip
    """What a kind of paper says of these; nothing for a kind that says nothing of them."""
    if kind == TIMELINE:
        rows = event_rows(session, case.id, names, stands.pack.timezone, codes_of(people))
        return t.Timed(events=tuple(_event(one, spoken) for one in rows if not one.withdrawn))
    if kind == REQUEST:
        requests = examination_rows(session, case.id, names, desk.clock.now().date())
        return t.Timed(request=next((_request(one) for one in requests if one.ref == subject), None))
    if kind == SCENE:
        found = scene_rows(session, case.id, names)
        return t.Timed(scene=next((_scene(one) for one in found if one.letter == subject), None))
    return t.NOTHING_TIMED


def _event(one: EventRow, spoken: Language) -> t.Happened:
    return t.Happened(
        one.ref, one.kind, one.at, one.until, one.exact, one.first, one.ends, one.doubts_said(spoken),
        tuple(t.Party(each.code, each.name, each.part) for each in one.parties), one.place, one.text,
        one.source_kind, one.source, one.source_place,
    )  # fmt: skip


def _request(one: ExaminationRow) -> t.Request:
    looked = tuple(
        t.Examined(each.number, each.description, each.seal, "" if each.custody is None else str(each.custody))
        for each in one.exhibits
    )
    return t.Request(
        one.ref, one.kind, one.to, one.official, one.oath, one.person, looked, one.facts, one.questions, one.hazards,
        one.wanted_by, one.contact, one.returning, one.order, one.asked_at, one.by,
        _result(one.result) if one.result else None, one.lacks,
    )  # fmt: skip


def _result(one: ResultRow) -> t.Result:
    return t.Result(
        one.number, one.on, one.method, one.uncertainty, one.limits, one.tools, one.accredited, one.scope, one.expert,
        one.identity, one.oath, one.signed, one.answers, one.exhibit, one.files, one.properties,
    )  # fmt: skip


def _scene(one: SceneRow) -> t.SceneFacts:
    def rows(key: str) -> tuple[tuple[str, ...], ...]:
        listed: Iterable[Mapping[str, Any]] = one.detail.get(key, ())
        return tuple(tuple(str(each.get(part, "")) for part in scenes.LISTS[key]) for each in listed)

    photos = tuple(
        t.Photo(
            each.no, each.exhibit, each.file_name, each.sha256, each.camera, each.operator, each.at, each.subject,
            each.view, "" if each.offset is None else str(each.offset),
        )
        for each in one.photos
    )  # fmt: skip
    marks = {"north", "scale", "legend"}
    sketch = tuple((key, ("yes" if value else "") if key in marks else str(value)) for key, value in one.sketch.items())
    return t.SceneFacts(
        one.letter, one.at, one.place, one.by,
        tuple((key, str(one.detail[key])) for key in scenes.TEXTS if one.detail.get(key)),
        tuple((key, at) for key in scenes.MOMENTS if (at := one.moment(key)) is not None),
        rows("present"), rows("log"), rows("distances"), photos, one.exhibits, sketch,
    )  # fmt: skip
