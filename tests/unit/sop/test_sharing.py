"""A pack may share steps of the pack beside it; they stay the same steps, under the same keys."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workbench.errors import Reason, Refusal, explain
from workbench.i18n import TAGS, language, plain
from workbench.sop import (
    SETTLED,
    Flaw,
    Pack,
    Picture,
    Record,
    StepState,
    due,
    facts,
    inspect,
    inspect_bytes,
    load,
    load_bytes,
    progress,
    read_folder,
)

Files = dict[str, bytes]
PACKS = Path(__file__).parents[2] / "packs"
SHARING = PACKS / "sharing"
PACK, ONE, TWO = "pack.yaml", "phases/B01.yaml", "phases/B02.yaml"
LENT_PACK, LENT_ONE, LENT_TWO = "shared/small/pack.yaml", "shared/small/phases/A01.yaml", "shared/small/phases/A02.yaml"
LENT_PO = "shared/small/texts/zz/A01.po"
OPENED = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)

# What is found where, when what is put in place of what in which file.
DEFECTS: list[tuple[Flaw, str, str, str, str]] = [
    (Flaw.SHARE_PACK_UNKNOWN, PACK, PACK, "shares: small", "shares: smaller"),
    (Flaw.SHARE_PACK_UNKNOWN, PACK, PACK, "shares: small", "shares: nobody-knows"),
    (Flaw.SHAPE_WRONG, PACK, PACK, "shares: small", "shares: ../small"),
    (Flaw.TYPE_WRONG, PACK, PACK, "shares: small", "shares: [small]"),
    (Flaw.KEY_MISSING, PACK, PACK, "shares: small\n", ""),
    (Flaw.SHARE_CHAIN, PACK, LENT_PACK, "phases: [A01, A02]", "shares: other\nphases: [A01, A02]"),
    (Flaw.NOT_ONE_OF, PACK, LENT_PACK, "key: small", "key: tiny"),
    (Flaw.NOT_ONE_OF, PACK, LENT_PACK, "source_language: en", "source_language: zz"),
    (Flaw.TYPE_WRONG, LENT_PACK, LENT_PACK, "facts:\n", "facts: none\nother:\n"),
    (Flaw.SHARE_STEP_UNKNOWN, ONE, ONE, "share: A01.3", "share: A01.9"),
    (Flaw.SHARE_STEP_UNKNOWN, ONE, ONE, "share: A01.3", "share: A07.3"),
    (Flaw.SHARE_STEP_UNKNOWN, ONE, ONE, "share: A01.3", "share: B01.1"),
    (Flaw.SHARE_STEP_UNKNOWN, ONE, ONE, "share: A01.3", "share: '*'"),
    (Flaw.SHARE_STEP_UNKNOWN, ONE, LENT_PACK, "phases: [A01, A02]", "phases: [A02]"),
    (Flaw.SHARE_GATE, ONE, ONE, "- share: A01.2\n  gate: [B01.1]\n", "- share: A01.2\n"),
    (Flaw.SHARE_GATE, ONE, ONE, "- share: A01.2\n  gate: [B01.1]\n", "- share: A01.2\n  when: []\n"),
    (Flaw.STEP_UNKNOWN, ONE, ONE, "  gate: [B01.1]\n", "  gate: [A01.1]\n"),
    (Flaw.FACT_UNKNOWN, TWO, TWO, "  when: []\n", "  when: nothing\n"),
    (Flaw.GATE_STUCK, ONE, ONE, "  gate: [B01.1]\n", "  gate: [B01.1, online]\n"),
    (Flaw.GATE_CIRCLE, ONE, ONE, "  gate: [B01.1]\n", "  gate: [A01.3]\n"),
    (Flaw.KEY_UNKNOWN, ONE, ONE, "  gate: [B01.1]\n", "  gate: [B01.1]\n  title: Another\n"),
    (Flaw.KEY_UNKNOWN, ONE, ONE, "  gate: [B01.1]\n", "  gate: [B01.1]\n  key: B01.2\n"),
    (Flaw.TYPE_WRONG, ONE, ONE, "share: A01.3", "share: [A01.3]"),
    (Flaw.TYPE_WRONG, ONE, ONE, "  gate: [B01.1]\n", "  gate: 5\n"),
    (Flaw.NAME_TAKEN, ONE, ONE, "share: A01.3", "share: A01.2"),
    (Flaw.STEP_UNKNOWN, PACK, PACK, "answer: B01.1.danger", "answer: A01.1.danger"),
    (Flaw.FIELD_UNKNOWN, LENT_PACK, LENT_PACK, "answer: A02.1.link", "answer: A02.1.lnk"),
    (Flaw.KIND_UNFIT, PACK, PACK, "rule: {answer: B01.1.danger, is: [\"yes\"]}", "rule: {answer: A02.1.link, is: [x]}"),
    (Flaw.FACT_CIRCLE, PACK, PACK, "rule: {answer: B01.1.danger, is: [\"yes\"]}", "rule: {fact: urgent}"),
    (Flaw.NAME_UNKNOWN, LENT_TWO, LENT_TWO, "actors: [INV]", "actors: [BOSS]"),
    (Flaw.KEY_MISSING, LENT_ONE, LENT_ONE, "  purpose: To end the danger.\n", ""),
    (Flaw.SYNTAX, LENT_ONE, LENT_ONE, "purpose: To have a start.", "purpose: To: have: a start."),
    (Flaw.TYPE_WRONG, LENT_ONE, LENT_ONE, "steps:\n", "steps: none\nothers:\n"),
    (Flaw.TEXT_MISSING, LENT_PO, LENT_PO, 'msgstr "zz Help"', 'msgstr ""'),
    (Flaw.TEXT_STALE, LENT_PO, LENT_ONE, "title: Help", "title: Rescue"),
]  # fmt: skip


@pytest.fixture
def files() -> Files:
    return read_folder(SHARING)


@pytest.fixture
def pack() -> Pack:
    return load(SHARING)


def changed(files: Files, file: str, good: str, bad: str) -> Files:
    text = files[file].decode()
    assert good in text, "the sharing pack no longer holds what this test changes"
    return {**files, file: text.replace(good, bad, 1).encode()}


def written(files: Files, folder: Path) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_the_sharing_pack_is_whole() -> None:
    assert inspect(SHARING) == []


@pytest.mark.parametrize(("flaw", "where", "file", "good", "bad"), DEFECTS)
def test_a_defect_of_sharing_is_found_where_it_is(
    files: Files, flaw: Flaw, where: str, file: str, good: str, bad: str
) -> None:
    spoiled = changed(files, file, good, bad)
    findings = [one for one in inspect_bytes(spoiled) if one.flaw is flaw]
    assert {one.file for one in findings} == {where}
    assert findings[0].line <= spoiled[where].count(b"\n") + 1
    for tag in TAGS:
        assert all(findings[0].say(language(tag)))


def test_the_line_of_a_share_is_named(files: Files) -> None:
    spoiled = changed(files, ONE, "share: A01.3", "share: A01.9")
    (one,) = inspect_bytes(spoiled)
    assert (one.file, one.line) == (ONE, 14)
    assert one.message == "The pack small has no step A01.9 to share."
    with pytest.raises(Refusal) as refused:
        load_bytes(spoiled)
    assert refused.value.reason is Reason.PACK_WRONG
    assert "line 14" in plain(explain(refused.value, language("en"))[0])


def test_a_lender_that_is_missing_is_said_once(files: Files) -> None:
    alone = {name: data for name, data in files.items() if not name.startswith("shared/")}
    assert [one.flaw for one in inspect_bytes(alone)] == [Flaw.SHARE_PACK_UNKNOWN]
    broken = inspect_bytes({**files, LENT_PACK: b"- a list\n"})
    assert [(one.flaw, one.file) for one in broken] == [(Flaw.TYPE_WRONG, LENT_PACK)]
    without = {name: data for name, data in files.items() if name != LENT_TWO}
    assert [one.flaw for one in inspect_bytes(without)] == [Flaw.SHARE_STEP_UNKNOWN]
    broken = inspect_bytes({**files, LENT_ONE: b"- a list\n"})
    assert [one.flaw for one in broken if one.file == LENT_ONE] == [Flaw.TYPE_WRONG]


def test_no_step_of_its_own_may_stand_under_a_phase_of_the_lender(files: Files) -> None:
    """Its records would be taken for those of the other pack's step."""
    taken = changed(files, PACK, "phases: [B01, B02]", "phases: [B01, B02, A01]")
    taken["phases/A01.yaml"] = (
        b"key: A01\ntitle: T\nsteps:\n- {key: A01.7, title: T, purpose: P, todo: [T.], actors: [INV], mark: GK}\n"
    )
    assert [(one.flaw, one.file, one.line) for one in inspect_bytes(taken)] == [
        (Flaw.NAME_TAKEN, "phases/A01.yaml", 4)
    ]


def test_a_shared_step_is_the_step_of_the_other_pack(pack: Pack) -> None:
    small = load(PACKS / "small")
    assert list(pack.steps) == ["B01.1", "A01.2", "A01.3", "A02.1", "B02.1"]
    assert pack.phase_of("A01.2").key == "B01"
    assert pack.step("A01.3") == small.step("A01.3")
    mine, theirs = pack.step("A02.1"), small.step("A02.1")
    assert (mine.title, mine.todo, mine.fields) == (theirs.title, theirs.todo, theirs.fields)
    assert theirs.when is not None
    assert mine.when is None
    assert mine.gate != theirs.gate
    assert not pack.step("A01.2").waivable
    assert pack.step("A01.2").when == small.step("A01.2").when


def test_names_and_facts_come_with_the_steps_and_own_ones_hold(pack: Pack) -> None:
    assert pack.actors == {"SUP": "Commander", "INV": "Investigator"}
    assert [one.name for one in pack.step("A01.2").actors] == ["Commander"]
    # What a shared step asks the judge for comes along, with its paper and its law.
    assert {key: one.label for key, one in pack.orders.items()} == {"search": "Search order"}
    assert (pack.documents, pack.sources) == ({"D-ONE": "First paper"}, {"LAW": "Synthetic law"})
    assert {key: fact.label for key, fact in pack.facts.items()} == {
        "danger": "someone is in danger at sea", "online": "it happened online", "urgent": "it is urgent",
    }  # fmt: skip


def test_what_more_steps_use_comes_with_them(files: Files) -> None:
    more = load_bytes(changed(files, ONE, "- share: A01.3", "- share: A01.1\n- share: A01.3"))
    assert (more.documents, more.sources) == ({"D-ONE": "First paper"}, {"LAW": "Synthetic law"})
    deadlines = [more.step(key).deadline for key in ("A01.1", "A01.2", "A02.1")]
    assert [one and (one.start, one.hours) for one in deadlines] == [
        ("case_opened", 24), ("A01.1.received_at", 4), ("A01.1", 24),
    ]  # fmt: skip


def test_a_deadline_from_a_step_that_is_not_here_keeps_its_words(pack: Pack) -> None:
    for key, text in (("A01.2", "Soon"), ("A02.1", "The next day")):
        deadline = pack.step(key).deadline
        assert deadline is not None
        assert (deadline.text, deadline.start, deadline.hours, deadline.warn_hours) == (text, "", None, None)
    assert due(pack, OPENED, [], OPENED + timedelta(days=9)) == []


def test_shared_texts_are_said_in_the_words_of_the_other_pack(pack: Pack) -> None:
    said = pack.in_language("zz")
    assert said.step("A01.2").title == "zz Help"
    assert [one.name for one in said.step("A01.2").actors] == ["zz Commander"]
    assert [one.name for one in said.step("A02.1").actors] == ["zz Investigator"]
    assert said.step("B01.1").title == "zz Ask"
    assert [fact.label for fact in said.facts.values()] == [
        "zz someone is in danger at sea", "zz it happened online", "zz it is urgent",
    ]  # fmt: skip
    assert said.phases[0].title == "zz At the border"


def test_a_fact_stays_silent_about_steps_that_are_not_shared(pack: Pack) -> None:
    there = Picture(OPENED, "som", answers={"A01.1": {"seen": ["online"], "danger": "yes"}})
    assert not facts(pack, there)["online"].holds
    assert not facts(pack, there)["danger"].holds
    shared = Picture(OPENED, "som", answers={"A02.1": {"link": "x"}, "B01.1": {"danger": "yes"}})
    assert facts(pack, shared)["online"].holds
    assert facts(pack, shared)["danger"].holds


def test_records_carry_over_to_the_other_track(pack: Pack) -> None:
    done = [Record(key, "done", {"link": "x"}, "", OPENED, "") for key in ("A01.1", "A01.3", "A02.1")]
    where = progress(pack, facts(pack, Picture(OPENED, "som", answers={"A02.1": {"link": "x"}})), done)
    assert [key for key, view in where.views.items() if view.state in SETTLED] == ["A01.3", "A02.1"]
    assert where.views["B02.1"].state is StepState.OPEN
    assert where.current == "B01.1"


def test_the_files_hold_what_is_shared_and_no_more(tmp_path: Path, files: Files) -> None:
    for key in ("small", "sharing"):
        shutil.copytree(PACKS / key, tmp_path / key)
    (tmp_path / "small" / "phases" / "A03.yaml").write_text("key: A03\n")
    assert read_folder(tmp_path / "sharing") == files
    # A02 is not needed when nothing of it is shared.
    two = tmp_path / "sharing" / TWO
    two.write_text("key: B02\ntitle: None\nsteps: [{share: '*.1'}, {share: ../A02.1}, {share: [A02.1]}, share]\n")
    assert not [name for name in read_folder(tmp_path / "sharing") if "A02" in name]


def test_the_stored_files_alone_give_the_same_pack(tmp_path: Path, files: Files, pack: Pack) -> None:
    again = load_bytes(files)
    assert again == pack
    assert again.digest == pack.digest
    assert again.in_language("zz") == pack.in_language("zz")
    assert load_bytes(changed(files, LENT_PO, "zz Help", "zz Rescue")).digest != pack.digest


def test_the_lender_lies_beside_the_folder_however_it_is_named(
    tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SHARING)
    assert read_folder(Path()) == read_folder(Path("../sharing")) == files
    for key in ("small", "sharing"):
        shutil.copytree(PACKS / key, tmp_path / key)
    shutil.rmtree(tmp_path / "small")
    assert [one.flaw for one in inspect(tmp_path / "sharing")] == [Flaw.SHARE_PACK_UNKNOWN]


@pytest.mark.parametrize("shares", ["../outside", ".", "/etc", "a/b", "[outside]", "~"])
def test_no_folder_elsewhere_is_read(tmp_path: Path, files: Files, shares: str) -> None:
    shutil.copytree(PACKS / "small", tmp_path / "outside")
    own = {name: data for name, data in files.items() if not name.startswith("shared/")}
    folder = written(changed(own, PACK, "shares: small", f"shares: {shares}"), tmp_path / "packs" / "sharing")
    assert not [name for name in read_folder(folder) if name.startswith("shared/")]
    assert inspect(folder)


def test_a_pack_that_shares_with_itself_is_a_chain(tmp_path: Path, files: Files) -> None:
    own = {name: data for name, data in files.items() if not name.startswith("shared/")}
    folder = written(changed(own, PACK, "shares: small", "shares: sharing"), tmp_path / "sharing")
    assert [one.flaw for one in inspect(folder)] == [Flaw.SHARE_CHAIN]
