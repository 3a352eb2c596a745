"""The synthetic case as a story: what happens in it, in the order of time, and how a desk comes to know it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import yaml

from workbench.clock import FixedClock
from workbench.services import cases, exhibits, people, steps
from workbench.services.rows import NameRow, PaperRow
from workbench.shipped import resource
from workbench.store import Desk

CASE = "case-a"
# In a training vault the trainee goes on where the first responders have handed over.
_HANDED_OVER = ("T01", "T02")


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happens in the story; ``kind`` is person, claim, exhibit or step."""

    at: datetime
    kind: str
    facts: Mapping[str, Any]


@cache
def story() -> Mapping[str, Any]:
    """The shipped synthetic case: one file of facts, one of steps; every value is text."""
    told: dict[str, Any] = {}
    for content in _files():
        told.update(content)
    return told


def moment(text: str) -> datetime:
    """A moment of the story."""
    return datetime.fromisoformat(text)


def happenings(told: Mapping[str, Any]) -> list[Happening]:
    """Everything that happens, in the order of time; at one moment people come first and steps last."""
    all_of = [Happening(moment(one["claims"][0]["at"]), "person", one) for one in told["people"]]
    all_of += [
        Happening(moment(claim["at"]), "claim", {**claim, "alias": one["alias"]})
        for one in told["people"] for claim in one["claims"][1:]
    ]  # fmt: skip
    all_of += [Happening(moment(one["at"]), "exhibit", one) for one in told["exhibits"]]
    all_of += [Happening(moment(one["at"]), "step", one) for one in told["steps"]]
    return sorted(all_of, key=lambda one: one.at)


def as_handed_over(told: Mapping[str, Any]) -> list[Happening]:
    """What a trainee finds: the first phases, all people as they were seen that night, and every exhibit."""
    found = happenings(told)
    last = max(one.at for one in found if _first_phases(one))
    return [
        one for one in found if one.kind in ("person", "exhibit") or _first_phases(one) or _early(one, last)
    ]


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
        _TELLERS[one.kind](desk, case.number, one.facts)
    return case.number


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
    )  # fmt: skip


def _claim(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    known = next(one for one in people.list_people(desk, case) if one.alias == facts["alias"])
    people.claim_role(
        desk, case, known.alias, role=facts["role"], basis=facts["basis"], decided_by=facts.get("decided_by", ""),
        ends=known.claims[-1].claim_id if facts.get("ends") == "yes" else None, custody=facts.get("custody", ""),
    )  # fmt: skip


def _exhibit(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    texts = ("seized_place", "found_by", "seized_by", "seal_number", "condition")
    row = exhibits.add_exhibit(
        desk, case, kind=facts["kind"], description=facts["description"], number=facts["number"],
        seized_at=moment(facts["seized_at"]) if facts.get("seized_at") else None,
        **{key: facts.get(key, "") for key in texts},
    )  # fmt: skip
    for file in facts.get("files", ()):
        exhibits.attach_file(desk, case, row.number, resource("training", CASE, "evidence", file))


def _step(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    if "not_applicable" in facts:
        steps.not_applicable(desk, case, facts["step"], facts["not_applicable"])
    elif "waived" in facts:
        steps.waive(desk, case, facts["step"], facts["waived"])
    else:
        if "reopened" in facts:
            steps.reopen(desk, case, facts["step"], facts["reopened"])
        steps.finish_step(desk, case, facts["step"], facts["answers"])


_TELLERS: Mapping[str, Callable[[Desk, str, Mapping[str, Any]], None]] = {
    "person": _person, "claim": _claim, "exhibit": _exhibit, "step": _step,
}  # fmt: skip


def _first_phases(one: Happening) -> bool:
    return one.kind == "step" and one.facts["step"].split(".")[0] in _HANDED_OVER


def _early(one: Happening, last: datetime) -> bool:
    return one.kind == "claim" and one.at <= last


def _files() -> Iterator[dict[str, Any]]:
    for path in sorted(resource("training", CASE).glob("*.yaml")):
        # The base loader makes texts, lists and mappings and nothing else.
        yield yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
