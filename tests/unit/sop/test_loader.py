"""A good pack is read whole; each defect is named with its file, line and remedy."""

from pathlib import Path

import pytest

from workbench.errors import Reason, Refusal, explain
from workbench.fields import Kind
from workbench.i18n import TAGS, language, plain
from workbench.sop import (
    Finding,
    Flaw,
    Level,
    Pack,
    digest,
    inspect,
    inspect_bytes,
    load,
    load_bytes,
    read_folder,
)
from workbench.sop.flaws import _WORDS, found

Files = dict[str, bytes]
PACK, ONE, TWO = "pack.yaml", "phases/A01.yaml", "phases/A02.yaml"
PO = "texts/zz/A01.po"

NEVER_ASKED = "{label: X, done: [{order: o}], step: A01.1}"
IDLE = "{label: idle, rule: {answer: A01.1.danger, is: [unknown]}}"

# What is put in place of what, in which file, and what is then found at the place of the change.
DEFECTS: list[tuple[Flaw, str, str, str]] = [
    (Flaw.TAG, ONE, "purpose: To have a start.", "purpose: !!python/object/apply:os.system [ls]"),
    (Flaw.TAG, ONE, "purpose: To have a start.", "purpose: !x To have a start."),
    (Flaw.ALIAS, ONE, "purpose: To have a start.", "purpose: &a To have a start."),
    (Flaw.ALIAS, ONE, "todo: [Help.]", "todo: [*bomb]"),
    (Flaw.SYNTAX, ONE, "purpose: To have a start.", "purpose: To: have: a start."),
    (Flaw.SYNTAX, ONE, "purpose: To have a start.", "? [a, b]\n  : x"),
    (Flaw.SYNTAX, ONE, "todo: [Help.]", "todo: [Help."),
    (Flaw.SYNTAX, ONE, "title: Help", "title: He\x07lp"),
    (Flaw.SYNTAX, ONE, "- key: A01.2\n", "---\n- key: A01.2\n"),
    (Flaw.TOO_DEEP, ONE, "todo: [Help.]", "todo: " + "[" * 30 + "]" * 30),
    (Flaw.KEY_TWICE, ONE, "script: You are safe here.", "script: You are safe here.\n  purpose: Again."),
    (Flaw.KEY_UNKNOWN, ONE, "script: You are safe here.", "speech: You are safe here."),
    (Flaw.KEY_UNKNOWN, PACK, "rule: {answer: A01.1.danger, is: [\"yes\"]}", "rule: {reply: A01.1.danger}"),
    (Flaw.KEY_UNKNOWN, PACK, "rule: {answer: A01.1.danger, is: [\"yes\"]}", "rule: {answer: A01.1.danger}"),
    (Flaw.KEY_UNKNOWN, PACK, "rule: {answer: A01.1.danger, is: [\"yes\"]}", "rule: {answer: A01.1.danger, was: x}"),
    (Flaw.KEY_UNKNOWN, ONE, "when: danger", "when: {none: [danger]}"),
    (Flaw.KEY_MISSING, ONE, "  purpose: To have a start.\n", ""),
    (Flaw.KEY_MISSING, ONE, "purpose: To have a start.", "purpose: ' '"),
    (Flaw.KEY_MISSING, PACK, "    rule: {answer: A01.1.danger, is: [\"yes\"]}\n", ""),
    (Flaw.KEY_MISSING, PACK, "phases: [A01, A02]", "phases: []"),
    (Flaw.TYPE_WRONG, ONE, "purpose: To have a start.", "purpose: 12"),
    (Flaw.TYPE_WRONG, ONE, "purpose: To have a start.", "purpose: yes"),
    (Flaw.TYPE_WRONG, ONE, "purpose: To have a start.", "purpose: 2025-03-18"),
    (Flaw.TYPE_WRONG, ONE, "todo: [Help.]", "todo: Help."),
    (Flaw.TYPE_WRONG, ONE, "todo: [Help.]", "todo: [7]"),
    (Flaw.TYPE_WRONG, ONE, "hours: 24, warn", "hours: many, warn"),
    (Flaw.TYPE_WRONG, ONE, "hours: 24, warn", "hours: -24, warn"),
    (Flaw.TYPE_WRONG, ONE, "required: true}", "required: perhaps}"),
    (Flaw.TYPE_WRONG, ONE, "deadline: {text: When there is time}", "deadline: Soon"),
    (Flaw.TYPE_WRONG, ONE, "sources: [{key: LAW, place: arts 1-2}, {key: LAW}]", "sources: [LAW]"),
    (Flaw.TYPE_WRONG, ONE, "actors: [SUP]", "actors: [[SUP]]"),
    (Flaw.TYPE_WRONG, ONE, "when: danger", "when: 5"),
    (Flaw.TYPE_WRONG, ONE, "gate: {any: [A01.2, danger]}", "gate: {any: []}"),
    (Flaw.TYPE_WRONG, ONE, "gate: {any: [A01.2, danger]}", "gate: {not: 5}"),
    (Flaw.TYPE_WRONG, ONE, "place: arts 1-2", "place: [arts 1-2]"),
    (Flaw.TYPE_WRONG, PACK, "rule: {any: [{fact: danger}", "rule: {any: [danger"),
    (Flaw.TYPE_WRONG, PACK, "rule: {answer: A01.1.danger, is: [\"yes\"]}", "rule: [danger]"),
    (Flaw.TYPE_WRONG, PACK, "is: [\"yes\"]", "is: [[x]]"),
    (Flaw.TYPE_WRONG, PACK, "rule: {any: [{fact: danger}", "rule: {any: [{fact: [[x]]}"),
    (Flaw.TYPE_WRONG, PACK, "answer: A01.1.danger", "answer: ~"),
    (Flaw.TYPE_WRONG, PACK, "  urgent:\n", "  extra: 5\n  urgent:\n"),
    (Flaw.NOT_ONE_OF, PACK, "format: 1", "format: 2"),
    (Flaw.NOT_ONE_OF, PACK, "kind: tip", "kind: tap"),
    (Flaw.NOT_ONE_OF, PACK, "languages: [en, zz]", "languages: [zz]"),
    (Flaw.NOT_ONE_OF, TWO, "key: A02\n", "key: A03\n"),
    (Flaw.NOT_ONE_OF, ONE, "kind: truth", "kind: lie"),
    (Flaw.NOT_ONE_OF, ONE, "waiver: none", "waiver: never"),
    (Flaw.NOT_ONE_OF, ONE, "basis: house", "basis: home"),
    (Flaw.SHAPE_WRONG, PACK, "key: small", "key: Small Pack"),
    (Flaw.SHAPE_WRONG, PACK, "timezone: Asia/Baghdad", "timezone: Asia/Atlantis"),
    (Flaw.SHAPE_WRONG, PACK, "timezone: Asia/Baghdad", "timezone: ../../etc/passwd"),
    (Flaw.SHAPE_WRONG, TWO, "key: A02.2", "key: A01.9"),
    (Flaw.SHAPE_WRONG, ONE, "key: danger,", "key: Danger!,"),
    (Flaw.NAME_UNKNOWN, ONE, "actors: [SUP]", "actors: [BOSS]"),
    (Flaw.NAME_UNKNOWN, ONE, "documents: [D-ONE]", "documents: [D-TWO]"),
    (Flaw.NAME_UNKNOWN, ONE, "{key: LAW}]", "{key: LORE}]"),
    (Flaw.NAME_UNKNOWN, ONE, "source: LAW", "source: LORE"),
    (Flaw.NAME_TAKEN, ONE, "key: A01.3", "key: A01.2"),
    (Flaw.NAME_TAKEN, ONE, "key: received_on", "key: received_at"),
    (Flaw.NAME_TAKEN, PACK, "  online:", "  suspect_known:"),
    (Flaw.FACT_UNKNOWN, ONE, "when: danger", "when: dangr"),
    (Flaw.FACT_UNKNOWN, PACK, "{fact: danger}", "{fact: dangr}"),
    (Flaw.STEP_UNKNOWN, ONE, "gate: [A01.1]", "gate: [A01.7]"),
    (Flaw.STEP_UNKNOWN, PACK, "answer: A02.1.link", "answer: A02.7.link"),
    (Flaw.STEP_UNKNOWN, ONE, "from: A01.1.received_at", "from: A01.9.received_at"),
    (Flaw.FIELD_UNKNOWN, PACK, "answer: A02.1.link", "answer: A02.1.lnk"),
    (Flaw.FIELD_UNKNOWN, ONE, "from: A01.1.received_at", "from: A01.1.received"),
    (Flaw.FIELD_UNKNOWN, ONE, "when: {seen: [place]}", "when: {received_at: [place]}"),
    (Flaw.VALUE_UNKNOWN, ONE, "when: {seen: [place]}", "when: {seen: [palace]}"),
    (Flaw.VALUE_UNKNOWN, PACK, "is: [\"yes\"]", "is: [\"aye\"]"),
    (Flaw.VALUE_UNKNOWN, PACK, "has: online", "has: offline"),
    (Flaw.KIND_UNFIT, PACK, "has: online", "is: online"),
    (Flaw.KIND_UNFIT, PACK, "is: [\"yes\"]", "has: \"yes\""),
    (Flaw.KIND_UNFIT, ONE, "from: A01.1.received_at", "from: A01.1.danger"),
    (Flaw.OPTIONS_MISSING, ONE, "    options: {online: Online, place: At a place}\n", ""),
    (Flaw.OPTIONS_UNWANTED, ONE, "kind: choices", "kind: text"),
    (Flaw.GATE_CIRCLE, ONE, "gate: [A01.1]", "gate: [A01.3]"),
    (Flaw.GATE_CIRCLE, ONE, "gate: [A01.1]", "gate: [A01.2]"),
    (Flaw.FACT_CIRCLE, PACK, "rule: {answer: A01.1.danger, is: [\"yes\"]}", "rule: {not: {fact: urgent}}"),
    (Flaw.GATE_STUCK, ONE, "gate: [A01.1]", "gate: [A01.1, online]"),
    (Flaw.GATE_STUCK, ONE, "gate: [A01.1]", "gate: {not: A01.1}"),
    (Flaw.DEADLINE_HALF, ONE, "{text: When there is time}", "{text: When there is time, hours: 5}"),
    (Flaw.DEADLINE_HALF, ONE, "{text: When there is time}", "{text: When there is time, from: A01.1}"),
    (Flaw.DEADLINE_HALF, ONE, "warn_hours: 6", "warn_hours: 60"),
    (Flaw.DEADLINE_HALF, ONE, "{text: When there is time}", "{text: When there is time, from: custody}"),
    (Flaw.DEADLINE_TWICE, ONE, "hours: 4, basis", "hours: 4, until: day_end, basis"),
    (Flaw.KEY_MISSING, ONE, "hours: 4, basis", "hours: 4, extension: {hours: 4}, basis"),
    (Flaw.NOT_ONE_OF, ONE, "hours: 4, basis", "until: noon, basis"),
    (Flaw.NOT_ONE_OF, PACK, "phases: [A01", "week: {rest: [someday]}\nphases: [A01"),
    (Flaw.SHAPE_WRONG, PACK, "phases: [A01", "week: {closes: '3 pm'}\nphases: [A01"),
    (Flaw.STEP_UNKNOWN, ONE, "hours: 4, basis", "hours: 4, met: A01.9.x, basis"),
    (Flaw.STEP_UNKNOWN, ONE, "hours: 4, basis", "hours: 4, ends: A01.9, basis"),
    (Flaw.ORDER_UNKNOWN, ONE, "gate: [A01.1]", "gate: [A01.1, {order: arrest}]"),
    (Flaw.ORDER_UNKNOWN, ONE, "from: A01.1.received_at", "from: order.arrest"),
    (Flaw.NAME_UNKNOWN, ONE, "when: danger", "asks: [arrest]\n  when: danger"),
    (Flaw.ORDER_NEVER_ASKED, PACK, "orders:", f"readiness:\n  x: {NEVER_ASKED}\norders:\n  o: {{label: O}}"),
    (Flaw.STEP_UNKNOWN, PACK, "phases: [A01", "readiness:\n  x: {label: X, done: [A01.1], step: A09.1}\nphases: [A01"),
    (Flaw.FACT_UNKNOWN, PACK, "phases: [A01", "readiness:\n  x: {label: X, done: [nix], step: A01.1}\nphases: [A01"),
    (Flaw.KEY_MISSING, PACK, "phases: [A01", "readiness:\n  x: {label: X, step: A01.1}\nphases: [A01"),
    (Flaw.ORDER_UNUSED, PACK, "orders:", "orders:\n  other: {label: Another}"),
    (Flaw.STEP_UNREACHABLE, ONE, "when: danger", "when: {all: [danger, {not: danger}]}"),
    (Flaw.STEP_UNREACHABLE, ONE, "when: danger", "when: {all: [urgent, {not: danger}, {not: victim_is_child}]}"),
    (Flaw.FACT_DEAD, PACK, "rule: {any: [{fact: danger}", "rule: {all: [{not: {fact: danger}}, {fact: danger}"),
    (Flaw.FACT_UNUSED, PACK, "  online:", f"  idle: {IDLE}\n  online:"),
    (Flaw.LAW_WITHOUT_SOURCE, ONE, "basis: house", "basis: law"),
    (Flaw.TEXT_MISSING, PO, 'msgctxt "A01.2.title"', '#, fuzzy\nmsgctxt "A01.2.title"'),
    (Flaw.TEXT_MISSING, PO, 'msgstr "zz Help"', 'msgstr ""'),
    (Flaw.TEXT_STALE, PO, 'msgid "Help"', 'msgid "Hlp"'),
    (Flaw.TEXT_PLACEHOLDERS, PO, 'msgstr "zz Write {what} was said."', 'msgstr "zz Write {was} was said."'),
    (Flaw.TEXT_PLACEHOLDERS, PO, 'msgstr "zz Help"', 'msgstr "zz Help {who}"'),
    (Flaw.TEXT_UNUSED, PO, 'msgctxt "A01.2.title"', 'msgctxt "A01.9"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "A01.2.title"'),
    (Flaw.PO_BROKEN, PO, 'msgstr "zz Help"', "msgstr zz Help"),
]  # fmt: skip


# A pack can be used all the same: only a check tells of them.
HARMLESS = {Flaw.TEXT_UNUSED, Flaw.ORDER_UNUSED, Flaw.FACT_UNUSED, Flaw.STEP_UNREACHABLE, Flaw.FACT_DEAD}


def spoiled(files: Files, file: str, good: str, bad: str) -> Files:
    text = files[file].decode()
    assert good in text, "the small pack no longer holds what this test spoils"
    return {**files, file: text.replace(good, bad, 1).encode()}


def flaws(files: Files) -> list[Flaw]:
    return [finding.flaw for finding in inspect_bytes(files)]


def test_the_small_pack_is_whole(folder: Path) -> None:
    assert inspect(folder) == []


@pytest.mark.parametrize(("flaw", "file", "good", "bad"), DEFECTS)
def test_a_defect_is_found_where_it_is(files: Files, flaw: Flaw, file: str, good: str, bad: str) -> None:
    where = files[file].decode().index(good)
    line = files[file][:where].decode().count("\n") + 1
    findings = [one for one in inspect_bytes(spoiled(files, file, good, bad)) if one.flaw is flaw]
    assert findings
    assert file in {one.file for one in findings}
    assert min(abs(one.line - line) for one in findings) <= 6
    for one in findings:
        assert one.message
        assert one.remedy
        assert "{" not in one.message.replace("{what}", "").replace("{was}", "").replace("{who}", "")


@pytest.mark.parametrize("flaw", sorted({flaw for flaw, *_ in DEFECTS} - HARMLESS))
def test_a_pack_with_a_defect_is_refused_in_words_a_person_understands(files: Files, flaw: Flaw) -> None:
    _, file, good, bad = next(defect for defect in DEFECTS if defect[0] is flaw)
    with pytest.raises(Refusal) as refused:
        load_bytes(spoiled(files, file, good, bad)).in_language("zz")
    assert refused.value.reason is Reason.PACK_WRONG
    for tag in TAGS:
        sentence, remedy = (plain(text) for text in explain(refused.value, language(tag)))
        assert file in sentence
        assert remedy
    english = plain(explain(refused.value, language("en"))[0])
    first = inspect_bytes(spoiled(files, file, good, bad))
    assert any(f"{one.file}, line {one.line}: {one.message}" in english for one in first)


def test_every_flaw_is_shown_by_a_test() -> None:
    elsewhere = {
        Flaw.FILE_MISSING, Flaw.FILE_TOO_LARGE, Flaw.NOT_UTF8, Flaw.EMPTY_FILE, Flaw.TOO_MANY_STEPS, Flaw.RULE_TOO_WIDE,
        Flaw.SHARE_PACK_UNKNOWN, Flaw.SHARE_STEP_UNKNOWN, Flaw.SHARE_CHAIN, Flaw.SHARE_GATE,
    }  # fmt: skip
    assert {flaw for flaw, *_ in DEFECTS} | elsewhere == set(Flaw)
    assert set(_WORDS) == set(Flaw)


@pytest.mark.parametrize("file", [ONE, PO])
def test_a_missing_file_is_named_once(files: Files, file: str) -> None:
    rest = {name: data for name, data in files.items() if name != file}
    missing = [one.file for one in inspect_bytes(rest) if one.flaw is Flaw.FILE_MISSING]
    assert missing == [file]


def test_a_pack_without_its_first_file_is_refused(files: Files) -> None:
    assert flaws({ONE: files[ONE]}) == [Flaw.FILE_MISSING]


@pytest.mark.parametrize(
    ("content", "flaw", "line"),
    [
        (b"", Flaw.EMPTY_FILE, 1),
        (b"# nothing\n", Flaw.EMPTY_FILE, 1),
        (b"~", Flaw.EMPTY_FILE, 1),
        (b"- a\n- b\n", Flaw.TYPE_WRONG, 1),
        (b"key: A01\ntitle: \xff\xfe\n", Flaw.NOT_UTF8, 2),
        (b"#" * (2 * 1024 * 1024 + 1), Flaw.FILE_TOO_LARGE, 1),
        (b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", Flaw.ALIAS, 1),
        (b"[" * 100_000, Flaw.TOO_DEEP, 1),
        (b"{a: " * 100_000, Flaw.TOO_DEEP, 1),
    ],
)
def test_a_file_that_is_no_phase_is_refused(files: Files, content: bytes, flaw: Flaw, line: int) -> None:
    found_there = [one for one in inspect_bytes({**files, ONE: content}) if one.file == ONE]
    assert [(one.flaw, one.line) for one in found_there] == [(flaw, line)]


def test_a_mark_at_the_start_of_a_file_is_no_defect(files: Files) -> None:
    assert inspect_bytes({**files, ONE: b"\xef\xbb\xbf" + files[ONE]}) == []


def test_a_pack_of_too_many_steps_is_refused(files: Files) -> None:
    step = "- {{key: A02.{n}, title: T, purpose: P, mark: GK}}\n"
    many = "key: A02\ntitle: Many\nsteps:\n" + "".join(step.format(n=n) for n in range(1, 2002))
    assert Flaw.TOO_MANY_STEPS in flaws({**files, TWO: many.encode()})


def test_conditions_that_nobody_could_follow_are_refused(files: Files) -> None:
    facts = ", ".join(f"f{n}" for n in range(13))
    defined = "".join(
        f"  f{n}:\n    label: l\n    rule: {{answer: A01.1.danger, is: [\"no\"]}}\n" for n in range(13)
    )
    wide = spoiled(files, PACK, "coverage:", defined + "coverage:")
    wide = spoiled(wide, ONE, "gate: {any: [A01.2, danger]}", f"gate: {{any: [A01.2, {facts}]}}")
    assert Flaw.RULE_TOO_WIDE in flaws(wide)


def test_an_entry_that_is_not_there_is_missed(files: Files) -> None:
    gone = spoiled(files, PO, 'msgctxt "A01.2.title"\nmsgid "Help"\nmsgstr "zz Help"\n', "")
    assert [(one.flaw, one.file, one.line, one.message) for one in inspect_bytes(gone)] == [
        (Flaw.TEXT_MISSING, PO, 1, "A01.2.title has no finished translation.")
    ]


def test_a_catalogue_that_is_no_text_is_named(files: Files) -> None:
    assert flaws({**files, PO: b"\xff\xfe"}) == [Flaw.PO_BROKEN]


def test_an_empty_catalogue_is_not_taken_for_a_whole_one(files: Files) -> None:
    header = files[PO].split(b"\nmsgctxt")[0]
    assert set(flaws({**files, PO: header + b"\n"})) == {Flaw.TEXT_MISSING}


def test_an_empty_text_where_none_is_needed_is_none(files: Files) -> None:
    assert load_bytes(spoiled(files, ONE, "script: You are safe here.", "script: ' '")).step("A01.1").script == ""


def test_an_empty_gate_is_no_gate(files: Files) -> None:
    assert load_bytes(spoiled(files, ONE, "gate: [A01.1]", "gate: []")).step("A01.2").gate is None


def test_a_left_over_translation_warns_and_does_not_refuse(files: Files) -> None:
    flaw, file, good, bad = next(defect for defect in DEFECTS if defect[0] is Flaw.TEXT_UNUSED)
    left_over = spoiled(files, file, good, bad)
    assert [(one.flaw, one.level) for one in inspect_bytes(left_over)] == [(flaw, Level.WARNING)]
    assert load_bytes(left_over).in_language("zz").title == "zz Small procedure"


def test_findings_come_in_the_order_of_reading(files: Files) -> None:
    bad = spoiled(spoiled(files, TWO, "key: A02.2", "key: A01.9"), ONE, "kind: truth", "kind: lie")
    findings = inspect_bytes(spoiled(bad, ONE, "waiver: none", "waiver: never"))
    assert [(one.file, one.line) for one in findings] == sorted((one.file, one.line) for one in findings)
    assert len(findings) >= 3


def test_a_finding_speaks_every_language() -> None:
    finding = found(Flaw.TYPE_WRONG, PACK, 3, key="title", wanted="a text")
    assert finding == Finding(
        Level.ERROR, PACK, 3, "title has the wrong type: it must be a text.", _WORDS[Flaw.TYPE_WRONG][1],
        Flaw.TYPE_WRONG, {"key": "title", "wanted": "a text"},
    )  # fmt: skip
    assert all(all(finding.say(language(tag))) for tag in TAGS)


def test_a_folder_without_a_pack_is_refused(tmp_path: Path) -> None:
    for read in (load, inspect, read_folder):
        with pytest.raises(Refusal) as refused:
            read(tmp_path)
        assert refused.value.reason is Reason.PACK_MISSING


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_a_folder_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").symlink_to("/proc/self/mem")
    with pytest.raises(Refusal) as refused:
        read_folder(tmp_path)
    assert refused.value.reason is Reason.PACK_MISSING


def test_only_the_files_of_a_pack_are_read_and_none_whole_that_is_too_large(tmp_path: Path, files: Files) -> None:
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "README.md").write_text("hello")
    (tmp_path / "phases" / "notes.txt").write_text("hello")
    (tmp_path / "phases" / "A09.yaml").mkdir()
    assert read_folder(tmp_path) == files
    (tmp_path / ONE).write_bytes(b"#" * (5 * 1024 * 1024))
    assert len(read_folder(tmp_path)[ONE]) == 2 * 1024 * 1024 + 1


def test_the_digest_follows_every_letter_but_not_the_line_ends(files: Files, pack: Pack) -> None:
    assert pack.digest == digest(files)
    assert digest({name: data.replace(b"\n", b"\r\n") for name, data in files.items()}) == pack.digest
    assert digest({**files, PO: files[PO] + b"#\n"}) != pack.digest
    assert digest({**files, "texts/zz/A03.po": b""}) != pack.digest
    assert load_bytes(pack.origin.files) == pack


def test_what_is_read_is_what_is_written(pack: Pack) -> None:
    assert (pack.key, pack.version, pack.kind, pack.language) == ("small", "1", "tip", "en")
    assert pack.timezone == "Asia/Baghdad"
    assert list(pack.steps) == ["A01.1", "A01.2", "A01.3", "A02.1", "A02.2"]
    step = pack.step("A01.1")
    assert step.todo == ("Listen.", "Write {what} was said.")
    assert (step.dos, step.donts) == (("Be calm.",), ("Do not promise.",))
    assert [(one.key, one.title, one.place) for one in step.sources] == [
        ("LAW", "Synthetic law", "arts 1-2"), ("LAW", "Synthetic law", ""),
    ]  # fmt: skip
    assert [one.name for one in step.actors] == ["Investigator"]
    assert [one.kind for one in step.fields] == [Kind.TRUTH, Kind.CHOICES, Kind.TEXT, Kind.MOMENT, Kind.DAY]
    where = step.field("where")
    assert where is not None
    assert (where.required, where.help, where.when) == (True, "A place.", {"seen": ("place",)})
    assert step.deadline is not None
    assert (step.deadline.hours, step.deadline.warn_hours, step.deadline.mark) == (24, 6, "S")
    assert step.waivable
    assert not pack.step("A01.2").waivable
    third = pack.step("A01.3").deadline
    assert third is not None
    assert (third.start, third.hours, third.basis, third.mark) == ("", None, "practice", "GK")
    assert pack.phases[0].sop_chapter == "1"
    assert pack.phase_of("A02.1").title == "Going on"
    with pytest.raises(KeyError):
        pack.phase_of("A09.1")
    with pytest.raises(KeyError):
        pack.step("A09.1")


def test_every_text_is_said_in_the_language_asked_for(pack: Pack) -> None:
    said = pack.in_language("zz")
    assert said.language == "zz"
    assert said.digest == pack.digest
    assert said is pack.in_language("zz")
    assert pack.in_language("en") is pack
    assert said.in_language("en").title == "Small procedure"
    step = said.step("A01.1")
    texts = [
        said.title, said.note, *said.actors.values(), *said.documents.values(), *said.sources.values(), step.title,
        *(fact.label for fact in said.facts.values()), *(phase.title for phase in said.phases),
        step.purpose, step.script,
        *step.todo, *step.dos, *step.donts, *(one.name for one in (*step.actors, *step.documents)),
        *(one.title for one in step.sources), *(one.label for one in step.fields),
        *(one.label for field in step.fields for one in field.options), *(one.help for one in step.fields if one.help),
        *(one.deadline.text for one in said.steps.values() if one.deadline),
    ]  # fmt: skip
    assert [text for text in texts if not text.startswith("zz ")] == []
    assert said.step("A01.2").script == ""


def test_a_language_the_pack_does_not_have_is_refused(pack: Pack) -> None:
    with pytest.raises(Refusal) as refused:
        pack.in_language("ckb")
    assert refused.value.reason is Reason.LANGUAGE_UNKNOWN


def test_only_the_language_in_use_must_be_whole(files: Files) -> None:
    pack = load_bytes({name: data for name, data in files.items() if not name.startswith("texts/")})
    assert pack.title == "Small procedure"
    with pytest.raises(Refusal):
        pack.in_language("zz")
