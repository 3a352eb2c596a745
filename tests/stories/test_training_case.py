"""The synthetic training case: its evidence is what its hashes say, it leaks nobody, it can be walked to its end."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from desks import CHEAP

from tests.stories.telling import leaves, read, shown
from workbench.clock import FixedClock
from workbench.services import cases, custody, exhibits, guides, people, readiness, story, training, vaults
from workbench.shipped import resource
from workbench.sop import Due, Pack, StepState, load
from workbench.store import Desk, World

FOLDER = resource("training", "case-a")
EXPECTED = Path(__file__).with_name("expected-case-a.yaml")
# The child and the protected reporter; then the other victims and those who are accused.
NEVER = ("زينة", "Zeina", "7690004190", "7690 004190", "٧٦٩٠٠٠٤١٩٠")
BY_CODE = (
    "غريس", "Grace", "ناليندا", "ZZ0000417", "حنان", "Hanan", "الزنبقي", "999800009041", "رفيق", "Rafiq", "كلبونيك",
    "سهام", "Siham", "أم ريان", "ريان", "حسام", "المرجاني", "وليد", "ميسون", "جبار",
)  # fmt: skip
# Deadlines that run anew once they were met, and those that another answer moves.
REPEATED = {"T06.6", "T07.9"}
MOVING = {"T04.5", "T10.8"}
OPEN = {StepState.OPEN, StepState.WAITING, StepState.DRAFT, StepState.ASKED}
PASSPHRASE = "three quiet rivers at dawn"


@dataclass(frozen=True)
class Walked:
    """The story told to a desk, and every deadline that was met on the way, by what it is of and when it ran out."""

    desk: Desk
    number: str
    met: Mapping[tuple[str, int, str, datetime], Due]
    lacking: tuple[str, ...]  # just before the papers go to the judge

    def of(self, step: str, index: int = 0) -> dict[str, datetime]:
        """When the deadlines of a step ran out, for each person; the last one if it ran several times."""
        return {key[2]: key[3] for key in sorted(self.met) if key[:2] == (step, index)}


@pytest.fixture(scope="session")
def told() -> Mapping[str, Any]:
    return story.story()


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load(resource("sop", "iq-tip"))


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory, told: Mapping[str, Any]) -> Iterator[Walked]:
    clock = FixedClock(story.moment(told["opened_at"]))
    world = World(clock=clock, cost=CHEAP)
    folder = tmp_path_factory.mktemp("story") / "vault"
    vaults.create_vault(
        folder, station="Training", jurisdiction="iq", user="Trainer", role="trainer", passphrase=PASSPHRASE,
        training=True, world=world,
    )  # fmt: skip
    met: dict[tuple[str, int, str, datetime], Due] = {}
    lacking: list[str] = []
    with vaults.unlock(folder, "Trainer", PASSPHRASE, world=world) as desk:
        number = story.tell(desk, told, _watched(desk, told, met, lacking), clock)
        _note(desk, number, met)
        yield Walked(desk, number, met, tuple(lacking))


def _watched(
    desk: Desk, told: Mapping[str, Any], met: dict[tuple[str, int, str, datetime], Due], lacking: list[str]
) -> Iterator[story.Happening]:
    """The happenings; deadlines that others take the place of are noted while they stand."""
    before = ""
    for one in story.happenings(told):
        step = one.facts["step"] if one.kind == "step" else ""
        if before in MOVING or step in REPEATED:
            _note(desk, told["number"], met)
        if step == "T13.4":
            looked = readiness.look(desk, told["number"], "en")
            lacking += (f"{one.kind} {one.step} {one.subject} {one.label}" for one in looked.missing)
            lacking += (f"not examined {one.label}" for one in looked.unexamined)
        yield one
        before = step


def _note(desk: Desk, number: str, met: dict[tuple[str, int, str, datetime], Due]) -> None:
    for due in guides.guide(desk, number, "en").dues:
        if due.settled_at is not None or due.step in REPEATED:
            met[due.step, due.index, due.subject, due.due_at] = due


def _listed() -> dict[str, str]:
    lines = (FOLDER / "MANIFEST.sha256").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


# --- the files


@pytest.mark.parametrize("name", ["case.yaml", "orders.yaml", "steps.yaml"])
def test_a_file_holds_texts_lists_and_mappings_and_nothing_that_a_reader_must_build(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    kinds = {type(token) for token in yaml.scan(text)}
    assert kinds.isdisjoint({yaml.TagToken, yaml.AnchorToken, yaml.AliasToken})
    assert all(isinstance(leaf, str) for leaf in leaves(read(FOLDER / name)))


def test_the_evidence_is_what_its_hashes_say() -> None:
    listed = dict(
        reversed(line.split("  ", 1)) for line in (FOLDER / "MANIFEST.sha256").read_text("utf-8").splitlines()
    )
    found = {
        path.relative_to(FOLDER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (FOLDER / "evidence").iterdir() if path.name != "README.md"
    }  # fmt: skip
    assert found == listed


def test_every_file_belongs_to_one_exhibit_and_says_so_in_its_name(told: Mapping[str, Any]) -> None:
    owners = [(file, one["number"]) for one in told["exhibits"] for file in one.get("files", ())]
    shelf = [path.name for path in (FOLDER / "evidence").iterdir() if path.name != "README.md"]
    assert sorted(file for file, _ in owners) == sorted(shelf)
    assert [file for file, number in owners if not file.startswith(f"{number}_")] == []


def test_the_codes_follow_the_order_of_the_people(told: Mapping[str, Any]) -> None:
    assert [one["alias"] for one in told["people"]] == [
        f"P-{n:02}" for n in range(1, len(told["people"]) + 1)
    ]


def test_roles_kinds_and_holders_are_those_the_program_knows(told: Mapping[str, Any]) -> None:
    aliases = {one["alias"] for one in told["people"]}
    claims = [claim for one in told["people"] for claim in one["claims"]]
    assert {claim["role"] for claim in claims} <= people.ROLES.keys()
    assert {claim.get("custody", "") for claim in claims} <= {"", "held", "released"}
    assert {paper["held_by"] for one in told["people"] for paper in one.get("papers", ())} <= aliases | {
        "",
        "self",
        "unit",
    }
    assert {one["kind"] for one in told["exhibits"]} <= exhibits.KINDS.keys()


def test_nobody_claims_a_role_before_the_one_it_ends(told: Mapping[str, Any]) -> None:
    for one in told["people"]:
        at = [story.moment(claim["at"]) for claim in one["claims"]]
        assert at == sorted(at), one["alias"]


def test_nothing_is_seized_after_it_was_registered(told: Mapping[str, Any]) -> None:
    early = [
        one["number"] for one in told["exhibits"]
        if one.get("seized_at") and story.moment(one["seized_at"]) > story.moment(one["at"])
    ]  # fmt: skip
    assert early == []


@pytest.mark.parametrize("part", ["steps", "orders", "deadlines"])
def test_what_happens_is_told_in_the_order_of_time(told: Mapping[str, Any], part: str) -> None:
    at = [story.moment(entry["at"]) for entry in told[part]]
    assert at == sorted(at)


def test_every_order_is_asked_for_and_then_decided(told: Mapping[str, Any], pack: Pack) -> None:
    asked = [entry["ref"] for entry in told["orders"] if entry["order"] == "ask"]
    assert asked == [f"O-{number:02}" for number in range(1, len(asked) + 1)]
    assert Counter(entry["ref"] for entry in told["orders"]) == Counter(dict.fromkeys(asked, 2))
    kinds = {entry["kind"] for entry in told["orders"] if entry["order"] == "ask"}
    # Nobody in this case goes under cover.
    assert kinds == pack.orders.keys() - {"covert"}


def test_a_step_that_is_recorded_again_says_why(told: Mapping[str, Any]) -> None:
    seen: Counter[str] = Counter()
    for entry in told["steps"]:
        assert bool(entry.get("reopened", "").strip()) == (seen[entry["step"]] > 0), entry["step"]
        seen[entry["step"]] += 1


# --- who must not show through


@pytest.mark.parametrize("secret", NEVER)
def test_the_child_and_the_reporter_show_nowhere(told: Mapping[str, Any], secret: str) -> None:
    squeezed = re.compile(r"[\s\u200c\-]")
    assert [place for place, text in shown(told) if secret in text or secret in squeezed.sub("", text)] == []


@pytest.mark.parametrize("name", BY_CODE)
def test_people_show_by_code_only(told: Mapping[str, Any], name: str) -> None:
    assert [place for place, text in shown(told) if name in text] == []


def test_the_name_of_the_child_is_there_to_be_protected(told: Mapping[str, Any]) -> None:
    named = [
        one["alias"]
        for one in told["people"]
        if any(NEVER[0] == name.get("ism") for name in one.get("names", ()))
    ]
    assert named == ["P-03"]


@pytest.mark.parametrize("alias", ["P-09", "P-13", "P-14"])
def test_who_is_protected_or_unknown_has_no_name_and_no_number(told: Mapping[str, Any], alias: str) -> None:
    one = next(one for one in told["people"] if one["alias"] == alias)
    assert [key for key in ("names", "phones", "papers") if one.get(key)] == []


@pytest.mark.parametrize("name", ["case.yaml", "orders.yaml", "steps.yaml", "evidence/README.md"])
def test_the_case_says_that_it_is_synthetic(name: str) -> None:
    assert re.search(r"synthetic", (FOLDER / name).read_text(encoding="utf-8"))


def test_arabic_is_written_with_arabic_letters(told: Mapping[str, Any]) -> None:
    assert [(place, text) for place, text in shown(told) if re.search("[کیەێۆڕڵ]", text)] == []


# --- the walk


def test_the_walk_settles_every_step_that_is_called_for(walked: Walked) -> None:
    progress = guides.guide(walked.desk, walked.number, "en").progress
    assert [view.key for view in progress.views.values() if view.state in OPEN] == []
    assert progress.done == progress.total == 91


def test_what_does_not_apply_in_the_story_is_not_called_for_or_set_aside(walked: Walked) -> None:
    views = guides.guide(walked.desk, walked.number, "en").progress.views
    states = {key: str(view.state) for key, view in views.items() if view.state != StepState.DONE}
    assert states == {
        "T09.2": "not_applicable", "T10.9": "absent", "T11.4": "not_applicable", "T11.5": "absent",
    }  # fmt: skip


def test_no_deadline_is_missed_on_the_way(walked: Walked) -> None:
    settled = [due for due in walked.met.values() if due.step not in REPEATED]
    assert len(settled) > 60
    assert [(due.step, due.subject, due.due_at) for due in settled if due.state == "late"] == []


def _at(text: str) -> datetime:
    return datetime.fromisoformat(f"2025-{text}+03:00")


def test_twenty_four_hours_run_from_each_arrest_on_a_friday_too(walked: Walked) -> None:
    assert walked.of("T10.3") == {
        "P-04": _at("03-20T21:10"), "P-05": _at("03-26T11:30"), "P-06": _at("03-27T05:20"), "P-07": _at("03-20T08:30"),
        "P-08": _at("03-24T17:05"), "P-10": _at("03-22T18:00"),
    }  # fmt: skip
    extended = {due.subject: due.extended[0].number for due in walked.met.values() if due.extended}
    assert extended == {"P-04": "EXT-3/2025"}


def test_each_order_of_detention_ends_after_fifteen_days_and_the_next_takes_its_place(walked: Walked) -> None:
    ends = sorted(key[3] for key in walked.met if key[:3] == ("T10.7", 0, "P-06"))
    assert ends[0] == _at("04-10T15:00")
    assert all(after - before <= timedelta(days=15) for before, after in pairwise(ends))
    assert walked.of("T10.7", 1)["P-06"] == _at("09-26T05:20")


def test_the_deadlines_are_those_of_the_truth(walked: Walked) -> None:
    truth = read(EXPECTED)["deadlines"]
    zone = ZoneInfo("Asia/Baghdad")
    found: dict[str, set[str]] = {}
    for (step, *_, due_at), due in walked.met.items():
        # What was extended is told with the end that the law gave it.
        ends = due_at.astimezone(zone) - timedelta(hours=sum(one.hours for one in due.extended))
        found.setdefault(step, set()).update((ends.date().isoformat(), ends.isoformat(timespec="minutes")))
    assert [(one["step"], one["what"]) for one in truth if one["due"] not in found[one["step"]]] == []


def test_nothing_is_missing_or_unexamined_when_the_papers_go_to_the_judge(walked: Walked) -> None:
    # A step that protects people was set aside with a reason; in the story nobody else has looked at that yet.
    (left,) = walked.lacking
    assert left.startswith("deviation T09.2")


def test_the_man_with_the_keys_ends_as_a_victim_and_is_free(walked: Walked) -> None:
    row = next(one for one in people.list_people(walked.desk, walked.number) if one.alias == "P-04")
    assert [claim.role for claim in row.claims] == ["suspect", "possible_victim", "victim"]
    assert row.roles == ("victim",)
    assert [claim.custody for claim in row.claims if claim.custody] == ["held", "released"]


def test_a_role_begins_at_its_own_moment(walked: Walked, told: Mapping[str, Any]) -> None:
    rows = {one.alias: one for one in people.list_people(walked.desk, walked.number)}
    for one in told["people"]:
        at = [story.moment(claim["at"]) for claim in one["claims"]]
        assert [claim.since for claim in rows[one["alias"]].claims] == at


def test_custody_shows_the_three_planted_faults_and_what_was_written_to_explain_them(walked: Walked) -> None:
    every = custody.faults_of_case(walked.desk, walked.number)
    # The story goes on for eight months after its last count of the store: that this is due by then is no plot.
    assert {one.exhibit for one in every if one.key == "stock_due"} == {
        "BGD-2025-9041-B-002", "BGD-2025-9041-D-002",
    }  # fmt: skip
    found = [one for one in every if one.key != "stock_due"]
    assert {(one.exhibit.removeprefix("BGD-2025-9041-"), one.key, one.seq) for one in found} == {
        ("B-002", "seal_mismatch", 2), ("D-003", "number_gap", 2), ("D-003", "untracked", 2),
    }  # fmt: skip
    seal, gap, untracked = sorted(found, key=lambda one: (one.exhibit, one.key))
    assert (seal.facts["was"], seal.facts["read"], seal.facts["slip"]) == ("55120", "55210", "transposed")
    assert (gap.facts["missing"], untracked.facts["minutes"]) == ((2,), 16 * 60 + 30)
    assert all(one.explanation and one.explained for one in found)
    assert [(count.whole, len(count.found)) for count in custody.stock_takes(walked.desk)] == [(True, 2), (True, 2)]


def test_the_sealed_files_are_the_evidence(walked: Walked) -> None:
    rows = exhibits.verify_exhibits(walked.desk, walked.number)
    sealed = {file.original_name: file.sha256 for row in rows for file in row.files}
    listed = dict(
        reversed(line.split("  ", 1)) for line in (FOLDER / "MANIFEST.sha256").read_text("utf-8").splitlines()
    )
    assert {f"evidence/{name}": digest for name, digest in sealed.items()} == listed
    assert {row.integrity for row in rows} == {"verified", "none"}


# --- what a trainee finds


def test_a_trainee_goes_on_where_the_first_responders_handed_over(tmp_path: Path) -> None:
    with training.open_training(tmp_path / "vault", language="ar_IQ", world=World(cost=CHEAP)) as desk:
        found = {case.kind: guides.guide(desk, case.number, "en") for case in cases.list_cases(desk)}
    assert found.keys() == {"tip", "som"}
    guide = found["tip"]
    done = {view.key[:3] for view in guide.progress.views.values() if view.state == StepState.DONE}
    assert {"T01", "T02"} <= done
    assert (guide.case.next_step or "").startswith("T03")
    # Nobody has told the trainee yet that the man with the keys is a victim.
    assert {one.alias: one.roles for one in guide.people}["P-04"] == ("suspect",)
    assert "suspect" in {one.alias: one.roles for one in found["som"].people}["P-03"]
    assert (found["som"].case.next_step or "").startswith(("S", "T"))


def test_the_time_of_a_training_case_is_now(tmp_path: Path) -> None:
    now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    world = World(clock=FixedClock(now), cost=CHEAP)
    with training.open_training(tmp_path / "vault", language="en", world=world) as desk:
        for case in cases.list_cases(desk):
            guide = guides.guide(desk, case.number, "en")
            starts = [due.start_at for due in guide.dues]
            assert starts
            assert all(now - timedelta(days=3) < start <= now for start in starts)
            held = [due for due in guide.dues if due.step == "T10.3" and due.settled_at is None]
            assert held
            assert all(due.due_at > now for due in held)
