"""Training: a throw-away vault with a synthetic case, and a demonstration that walks the whole of it."""

import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from workbench.clock import FixedClock
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.security.keys import FLOOR
from workbench.services import cases, documents, exhibits, people, steps, vaults
from workbench.services.rows import NameRow, PaperRow
from workbench.shipped import resource
from workbench.store import Desk, World

CASE = "case-a"
# In a training vault the trainee goes on where the first responders have handed over.
_HANDED_OVER = ("T01", "T02")


@dataclass(frozen=True, slots=True)
class Told:
    """What a demonstration did, for checks to read."""

    steps: int
    documents: int
    exhibits: int
    audit_entries: int
    seconds: float
    people: int
    files: int
    ok: bool
    problem: str
    out: str


def open_training(folder: Path, *, language: str, world: World | None = None) -> Desk:
    """Make a training vault with the synthetic case as the first responders left it, and sit down at it.

    Its passphrase is made by chance and kept nowhere: nothing in a training vault is worth keeping.
    """
    world = world or World()
    desk = _training_desk(folder, "trainer", world)
    story = _story()
    _people_and_exhibits(desk, story)
    for entry in story["steps"]:
        if entry["step"].split(".")[0] in _HANDED_OVER:
            _walk(desk, story["number"], entry)
    return desk


def demonstrate(out: Path, languages: Sequence[str], world: World | None = None) -> Told:
    """Walk the synthetic case from the first report to its closing, make every paper in every language, verify all.

    Time is the story's: each entry happens at its own moment.
    """
    if out.exists() and any(out.iterdir()):
        raise Refusal(Reason.TARGET_EXISTS, file=ltr(str(out)))
    began = time.monotonic()
    story = _story()
    clock = FixedClock(_moment(story["opened_at"]))
    papers = out / "documents"
    papers.mkdir(parents=True)
    with _training_desk(out / "vault", "trainer", replace(world or World(), clock=clock)) as desk:
        _people_and_exhibits(desk, story, clock)
        for entry in story["steps"]:
            _at(clock, entry)
            _walk(desk, story["number"], entry)
        guide = steps.guide(desk, story["number"], "en")
        left = [v.key for v in guide.progress.views.values() if v.state in ("open", "waiting", "draft", "asked")]
        made = 0
        for language in languages:
            for kind in documents.kinds():
                documents.make(desk, story["number"], kind, language, papers / f"{kind}-{language}.pdf")
                made += 1
        health = vaults.check_vault(desk)
        rows = exhibits.list_exhibits(desk, story["number"])
        entries = desk.head.size
    problem = health.problem or ("not walked: " + ", ".join(left) if left else "")
    return Told(
        steps=guide.progress.done, documents=made, exhibits=len(rows), audit_entries=entries,
        seconds=round(time.monotonic() - began, 2), people=len(guide.people), files=sum(len(r.files) for r in rows),
        ok=health.ok and not left, problem=problem, out=str(out),
    )  # fmt: skip


def _training_desk(folder: Path, role: str, world: World) -> Desk:
    name, passphrase = "Trainer", secrets.token_urlsafe(24)
    # Nobody guesses at a vault of synthetic data: the floor is enough, and a demonstration need not wait.
    world = replace(world, cost=world.cost or FLOOR)
    vaults.create_vault(
        folder, station="Training", jurisdiction="iq", user=name, role=role, passphrase=passphrase, training=True,
        world=world,
    )  # fmt: skip
    return vaults.unlock(folder, name, passphrase, world=world)


def _people_and_exhibits(desk: Desk, story: Mapping[str, Any], clock: FixedClock | None = None) -> None:
    case = cases.open_case(desk, title=story["title"], kind=story["kind"], lead=story["lead"], number=story["number"])
    for person in story["people"]:
        _add_person(desk, case.number, person, clock)
    for exhibit in story["exhibits"]:
        _at(clock, exhibit)
        row = exhibits.add_exhibit(
            desk, case.number, kind=exhibit["kind"], description=exhibit["description"], number=exhibit["number"],
            seized_at=_moment(exhibit["seized_at"]) if exhibit.get("seized_at") else None,
            **{key: exhibit.get(key, "") for key in ("seized_place", "found_by", "seized_by", "seal_number", "condition")},
        )  # fmt: skip
        for file in exhibit.get("files", ()):
            exhibits.attach_file(desk, case.number, row.number, resource("training", CASE, "evidence", file))


def _add_person(desk: Desk, case: str, person: Mapping[str, Any], clock: FixedClock | None) -> None:
    first, *later = person["claims"]
    _at(clock, first)
    row = people.add_person(
        desk, case, names=[NameRow(**name) for name in person.get("names", ())], sex=person.get("sex", "unknown"),
        birth_kind=person.get("birth_kind", "unknown"), birth_low=person.get("birth_low", ""),
        birth_high=person.get("birth_high", ""), age_in_doubt=person.get("age_in_doubt") == "yes",
        nationality=person.get("nationality", ""), languages=person.get("languages", ()),
        needs_interpreter=person.get("needs_interpreter") == "yes", role=first["role"], basis=first["basis"],
        decided_by=first.get("decided_by", ""), papers=[PaperRow(**paper) for paper in person.get("papers", ())],
        phones=person.get("phones", ()), note=person.get("note", ""),
    )  # fmt: skip
    for claim in later:
        _at(clock, claim)
        row = people.claim_role(
            desk, case, row.alias, role=claim["role"], basis=claim["basis"], decided_by=claim.get("decided_by", ""),
            since=_moment(claim["at"]) if clock else None, ends=row.claims[-1].claim_id if claim.get("ends") == "yes" else None,
            custody=claim.get("custody", ""),
        )  # fmt: skip


def _walk(desk: Desk, case: str, entry: Mapping[str, Any]) -> None:
    if "not_applicable" in entry:
        steps.not_applicable(desk, case, entry["step"], entry["not_applicable"])
    elif "waived" in entry:
        steps.waive(desk, case, entry["step"], entry["waived"])
    else:
        steps.finish_step(desk, case, entry["step"], entry["answers"])


def _at(clock: FixedClock | None, entry: Mapping[str, Any]) -> None:
    """Move the story's clock to an entry's moment; it never goes back."""
    if clock and entry.get("at"):
        clock.at = max(clock.at, _moment(entry["at"]))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


@cache
def _story() -> Mapping[str, Any]:
    """The shipped synthetic case: one file of facts, one of steps; every value is text."""
    told: dict[str, Any] = {}
    for content in _files():
        told.update(content)
    return told


def _files() -> Iterator[dict[str, Any]]:
    for path in sorted(resource("training", CASE).glob("*.yaml")):
        # The base loader makes texts, lists and mappings and nothing else.
        yield yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
