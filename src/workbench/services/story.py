"""The synthetic cases as stories: what happens in each, in the order of time, and how a desk comes to know it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import yaml

from workbench.clock import FixedClock
from workbench.services import (
    cases,
    deadlines,
    exhibits,
    findings,
    orders,
    people,
    screenings,
    steps,
    tracks,
    world,
)
from workbench.services.rows import NameRow, PaperRow
from workbench.services.story_of_care import care_told
from workbench.services.story_of_evidence import count_told, custody_told, happened_told
from workbench.services.story_of_interviews import interview_told
from workbench.shipped import resource
from workbench.store import Desk

CASE = "case-a"
CASES = ("case-a", "case-b")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?\+[0-9]{2}:[0-9]{2})?")


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happens in the story; ``kind`` is one of the keys of ``_TELLERS``."""

    at: datetime
    kind: str
    facts: Mapping[str, Any]


@cache
def story(case: str = CASE) -> Mapping[str, Any]:
    """A shipped synthetic case: one file of facts, one of steps; every value is text."""
    told: dict[str, Any] = {"folder": case}
    for content in _files(case):
        told.update(content)
    return told


def moment(text: str) -> datetime:
    """A moment of the story."""
    return datetime.fromisoformat(text)


def happenings(told: Mapping[str, Any]) -> list[Happening]:
    """Everything that happens, in the order of time; at one moment people come first, steps and reviews last."""
    all_of = [Happening(moment(one["claims"][0]["at"]), "person", one) for one in told["people"]]
    all_of += [
        Happening(moment(claim["at"]), "claim", {**claim, "alias": one["alias"]})
        for one in told["people"] for claim in one["claims"][1:]
    ]  # fmt: skip
    all_of += [Happening(moment(one["at"]), "exhibit", one) for one in told["exhibits"]]
    for part, kind in _PARTS.items():
        all_of += [Happening(moment(one["at"]), kind, one) for one in told.get(part, ())]
    return sorted(all_of, key=lambda one: one.at)


def as_handed_over(told: Mapping[str, Any]) -> list[Happening]:
    """What a trainee finds: everything until the moment at which the first responders hand over, and nothing later."""
    over = moment(told["handed_over_at"])
    return [one for one in happenings(told) if one.at <= over]


def shifted(told: Mapping[str, Any], now: datetime) -> Mapping[str, Any]:
    """The story moved by whole hours, so that it is handed over within the hour before ``now`` and every clock runs."""
    hours = (now - moment(told["handed_over_at"])) // timedelta(hours=1)
    moved: Mapping[str, Any] = _moved(told, timedelta(hours=hours))
    return moved


def _moved(node: Any, by: timedelta) -> Any:
    if isinstance(node, dict):
        return {key: _moved(one, by) for key, one in node.items()}
    if isinstance(node, list):
        return [_moved(one, by) for one in node]
    if isinstance(node, str) and _MOMENT.fullmatch(node):
        if len(node) == len("2025-03-18"):
            return (date.fromisoformat(node) + by).isoformat()
        return (datetime.fromisoformat(node) + by).isoformat(timespec="minutes")
    return node


def tell(
    desk: Desk, told: Mapping[str, Any], what: Iterable[Happening], clock: FixedClock | None = None
) -> str:
    """Open the case and let everything happen in it; with a ``clock`` each at its own moment. Gives its number."""
    case = cases.open_case(
        desk, title=told["title"], kind=told["kind"], lead=told["lead"], number=told["number"]
    )
    for one in what:
        if clock:
            # It never goes back: what was told before the case was opened is written down when it is.
            clock.at = max(clock.at, one.at)
        happen(desk, case.number, one, told["folder"])
    return case.number


def happen(desk: Desk, case: str, one: Happening, folder: str) -> None:
    """Let one thing happen in a case; ``folder`` is that of the story, where its evidence lies."""
    if one.kind == "exhibit":
        _exhibit(desk, case, one.facts, folder)
    elif one.kind == "interview":
        interview_told(desk, case, one.facts, folder)
    else:
        _TELLERS[one.kind](desk, case, one.facts)


def _person(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    first = facts["claims"][0]
    people.add_person(
        desk, case, alias=facts["alias"], names=[NameRow(**name) for name in facts.get("names", ())],
        sex=facts.get("sex", "unknown"), birth_kind=facts.get("birth_kind", "unknown"),
        birth_low=facts.get("birth_low", ""), birth_high=facts.get("birth_high", ""),
        age_in_doubt=facts.get("age_in_doubt") == "yes", nationality=facts.get("nationality", ""),
        languages=facts.get("languages", ()), needs_interpreter=facts.get("needs_interpreter") == "yes",
        role=first["role"], basis=first["basis"], decided_by=first.get("decided_by", ""),
        papers=[PaperRow(**paper) for paper in facts.get("papers", ())], phones=facts.get("phones", ()),
        note=facts.get("note", ""), custody=first.get("custody", ""),
        since=min(moment(first["at"]), desk.clock.now()),
    )  # fmt: skip


def _claim(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    known = next(one for one in people.list_people(desk, case) if one.alias == facts["alias"])
    people.claim_role(
        desk, case, known.alias, role=facts["role"], basis=facts["basis"], decided_by=facts.get("decided_by", ""),
        ends=known.claims[-1].claim_id if facts.get("ends") == "yes" else None, custody=facts.get("custody", ""),
        since=min(moment(facts["at"]), desk.clock.now()),
    )  # fmt: skip


def _exhibit(desk: Desk, case: str, facts: Mapping[str, Any], folder: str) -> None:
    texts = ("seized_place", "found_by", "seized_by", "seal_number", "condition")
    row = exhibits.add_exhibit(
        desk, case, kind=facts["kind"], description=facts["description"], number=facts["number"],
        seized_at=moment(facts["seized_at"]) if facts.get("seized_at") else None,
        written_no=int(facts["written_no"]) if "written_no" in facts else None, detail=facts.get("detail", {}),
        **{key: facts.get(key, "") for key in texts},
    )  # fmt: skip
    for file in facts.get("files", ()):
        exhibits.attach_file(desk, case, row.number, resource("training", folder, "evidence", file))


def _step(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    if "not_applicable" in facts:
        steps.not_applicable(desk, case, facts["step"], facts["not_applicable"])
    elif "waived" in facts:
        steps.waive(desk, case, facts["step"], facts["waived"])
    else:
        if "reopened" in facts:
            steps.reopen(desk, case, facts["step"], facts["reopened"])
        _finish(desk, case, facts)


def _finish(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    step, answers = facts["step"], facts["answers"]
    if "early" in facts:
        steps.finish_early(desk, case, step, answers, facts["early"])
    elif "override" in facts:
        steps.override(desk, case, step, answers, facts["override"])
    else:
        steps.finish_step(desk, case, step, answers, reason=facts.get("late", ""))


def _order(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    what, texts = facts["order"], {key: facts[key] for key in ("subject", "place", "court") if key in facts}
    if what == "ask":
        orders.ask_order(
            desk, case, step=facts["step"], kind=facts["kind"], grounds=facts["grounds"], wants=facts.get("wants", ""),
            asked_at=moment(facts["at"]), **texts,
        )  # fmt: skip
    elif what == "except":
        orders.record_exception(
            desk, case, step=facts["step"], kind=facts["kind"], grounds=facts["reason"], at=moment(facts["at"]), **texts
        )
    else:
        granted = what == "grant"
        orders.decide_order(
            desk, case, facts["ref"], granted=granted, number=facts.get("number", ""), court=facts.get("court", ""),
            decided_at=moment(facts.get("decided_at", facts["at"])), exhibit=facts.get("exhibit", ""),
            text=facts["allows"] if granted else facts["reason"], valid_until=_until(facts.get("valid_until", "")),
        )  # fmt: skip


def _until(text: str) -> datetime | date | None:
    if not text:
        return None
    return date.fromisoformat(text) if len(text) == len("2025-03-18") else moment(text)


def _deadline(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    which = {"subject": facts.get("subject", ""), "index": int(facts.get("index", "0"))}
    at = moment(facts["at"])
    if facts["deadline"] == "extend":
        deadlines.extend(
            desk, case, facts["step"], hours=float(facts["hours"]), number=facts.get("number", ""), at=at,
            reason=facts["reason"], **which,
        )  # fmt: skip
    else:
        deadlines.meet(desk, case, facts["step"], at=at, reason=facts["reason"], **which)


def _track(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    tracks.change_track(desk, case, facts["track"], facts["reason"])


def _screening(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    screenings.record_screening(
        desk, case, facts["alias"], sets=facts["sets"], answers=screenings.as_answers(facts["answers"]),
        profile=facts["profile"], decision=facts["decision"], reason=facts["reason"], setting=facts["setting"],
        asked_by=facts["asked_by"], ask_again_on=facts.get("ask_again_on", ""),
        held_at=min(moment(facts["at"]), desk.clock.now()),
        # In the story each role is claimed by whoever claims it, at its own moment.
        claims=False,
    )  # fmt: skip


def _non_punishment(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    people.flag_non_punishment(
        desk, case, facts["alias"], acts=facts["acts"], link=facts["link"], against=facts.get("against", ""),
        evidence=facts.get("evidence", ()), decided_by=facts["decided_by"],
        at=min(moment(facts["at"]), desk.clock.now()),
    )  # fmt: skip


def _entity(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    world.add_entity(desk, case, kind=facts["kind"], label=facts["label"], source=facts["source"])


def _link(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    world.add_link(
        desk, case, a=facts["a"], kind=facts["kind"], b=facts["b"], source=facts["source"],
        certainty=facts["certainty"], since_on=facts.get("since", ""), until_on=facts.get("until", ""),
    )  # fmt: skip


def _finding(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    words = ("suspect", "about", "offence", "element", "side", "strength", "source_kind", "source")
    findings.add_finding(
        desk, case, note=facts.get("note", ""), exculpatory=facts.get("exculpatory") == "yes",
        place=facts.get("place", ""), **{key: facts[key] for key in words},
    )


_PARTS = {
    "orders": "order", "deadlines": "deadline", "tracks": "track", "screenings": "screening",
    "non_punishment": "non_punishment", "entities": "entity", "links": "link", "interviews": "interview",
    "findings": "finding", "custody": "custody", "counts": "count", "care": "care", "happened": "happened",
    "steps": "step",
}  # fmt: skip
_TELLERS: Mapping[str, Callable[[Desk, str, Mapping[str, Any]], None]] = {
    "person": _person, "claim": _claim, "order": _order, "deadline": _deadline, "track": _track, "step": _step,
    "screening": _screening, "non_punishment": _non_punishment, "entity": _entity, "link": _link, "finding": _finding,
    "care": care_told, "custody": custody_told, "count": count_told, "happened": happened_told,
}  # fmt: skip


def _files(case: str) -> Iterator[dict[str, Any]]:
    for path in sorted(resource("training", case).glob("*.yaml")):
        # The base loader makes texts, lists and mappings and nothing else; libyaml's does it ten times as fast.
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        yield yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506
