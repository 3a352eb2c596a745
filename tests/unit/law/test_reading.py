"""Files of the law that are wrong are refused, with the file, the line and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.law.land import LAND
from workbench.errors import Reason, Refusal, explain
from workbench.i18n import TAGS, language, plain
from workbench.law import Flaw, inspect, load

Written = Callable[..., Path]

# What is found, when what is put in place of what; it is found on the line where that stood.
DEFECTS: list[tuple[Flaw, str, str]] = [
    (Flaw.SYNTAX, "    mark: S\n", "    mark: S: S\n"),
    (Flaw.KEY_UNKNOWN, "kind: law", "sort: law"),
    (Flaw.KEY_MISSING, '    title: "First law of the land"\n', ""),
    (Flaw.KEY_TWICE, "kind: law", 'title: "Once more"'),
    (Flaw.KEY_TWICE, "  LAND-2:", "  LAND-1:"),
    (Flaw.NOT_ONE_OF, "kind: law", "kind: rumour"),
    (Flaw.NOT_ONE_OF, "mark: S", "mark: X"),
    (Flaw.DAY_WRONG, 'in_force_from: "1980"', 'in_force_from: "1980-13-01"'),
    (Flaw.DAY_WRONG, 'in_force_from: "1980"', 'in_force_from: "in spring"'),
    (Flaw.ENDS_FIRST, 'in_force_until: "2012-04-22"', 'in_force_until: "1969"'),
    (Flaw.KEY_MISSING, '    in_force_until: "2012-04-22"\n', ""),
    (Flaw.NAME_UNKNOWN, "repealed_by: LAND-2", "repealed_by: LAND-3"),
    (Flaw.NAME_UNKNOWN, "read_in: [STUDY]", "read_in: [STUDIES]"),
    (Flaw.NAME_UNKNOWN, "part_of: LAND-1", "part_of: LAND-9"),
    (Flaw.TYPE_WRONG, "jurisdictions: [zz, zz-north]", "jurisdictions: zz"),
    (Flaw.TYPE_WRONG, '- {mark: S, summary: "Everything in one law."}', "- Everything in one law."),
    (Flaw.TYPE_WRONG, "draft: true", "draft: maybe"),
    (Flaw.TYPE_WRONG, 'title: "First law of the land"', "title: [First, law]"),
    (Flaw.KEY_MISSING, 'summary: "Everything in one law."', 'summary: ""'),
    (Flaw.KEY_UNKNOWN, "instruments:", "laws:"),
]


@pytest.mark.parametrize(("flaw", "what", "instead"), DEFECTS)
def test_a_defect_is_found_where_it_is(written: Written, flaw: Flaw, what: str, instead: str) -> None:
    line = LAND[: LAND.index(what)].count("\n") + 1
    found = next(one for one in inspect(written(what, instead)) if one.flaw is flaw)
    assert (found.file, found.line) == ("land.yaml", line)
    assert found.message


@pytest.mark.parametrize(("flaw", "what", "instead"), DEFECTS[:3])
def test_a_law_with_a_defect_is_refused_with_its_place(written: Written, flaw: Flaw, what: str, instead: str) -> None:
    folder = written(what, instead)
    with pytest.raises(Refusal) as caught:
        load(folder)
    assert caught.value.reason is Reason.LAW_WRONG
    for tag in TAGS:
        sentence, remedy = map(plain, explain(caught.value, language(tag)))
        assert "land.yaml" in sentence
        assert remedy
    assert f"line {inspect(folder)[0].line}" in plain(explain(caught.value, language("en"))[0])


def test_nothing_is_wrong_with_what_these_tests_spoil(written: Written) -> None:
    assert inspect(written()) == []


def test_a_file_that_is_no_text_is_found(written: Written) -> None:
    (written() / "other.yaml").write_bytes(b"instruments:\n  \xff\xfe: {}\n")
    found = inspect(written())
    assert [(one.file, one.line, one.flaw) for one in found] == [("other.yaml", 2, Flaw.NOT_UTF8)]


@pytest.mark.parametrize("content", ["", "- a\n- b\n", "just words", "instruments: [a]", "questions: {a: b}"])
def test_a_file_of_another_shape_is_found(written: Written, content: str) -> None:
    (written() / "other.yaml").write_text(content, encoding="utf-8")
    assert {(one.file, one.flaw) for one in inspect(written())} == {("other.yaml", Flaw.TYPE_WRONG)}


def test_the_same_law_in_two_files_is_found(written: Written) -> None:
    (written() / "other.yaml").write_text(
        'instruments: {LAND-2: {title: "Once more", kind: law, mark: S}}', encoding="utf-8"
    )
    assert [(one.file, one.flaw) for one in inspect(written())] == [("other.yaml", Flaw.KEY_TWICE)]


def test_a_folder_without_law_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(Refusal) as caught:
            load(folder)
        assert caught.value.reason is Reason.FILE_MISSING


def catalogue(folder: Path, change: Callable[[str], str] = str) -> Path:
    """Writes a catalogue that says every text backwards, and spoils it."""
    texts: list[tuple[str, str]] = []
    law = load(folder)
    for key, one in law.instruments.items():
        texts += [(f"instrument.{key}.title", one.title), (f"instrument.{key}.note", one.note)]
    texts += [(one.context, one.summary) for one in law.provisions]
    texts += [(f"question.{one.key}", one.text) for one in law.questions]
    entries = [f'msgctxt "{context}"\nmsgid "{text}"\nmsgstr "{text[::-1]}"\n' for context, text in texts if text]
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    target = folder / "texts" / "zz" / "law.po"
    target.parent.mkdir(parents=True)
    target.write_text(change("\n".join([head, *entries])), encoding="utf-8")
    return folder


def test_every_text_is_said_in_another_language(written: Written) -> None:
    law = load(catalogue(written())).in_language("zz")
    assert law.instruments["LAND-1"].title == "First law of the land"[::-1]
    assert law.instruments["LAND-1"].note == "Read in extracts."[::-1]
    assert law.provisions[0].summary == "Everything in one law."[::-1]
    assert law.questions[0].text == "Since when?"[::-1]
    assert law.language == "zz"
    assert inspect(written()) == []


@pytest.mark.parametrize(("flaw", "what", "instead"), [
    (Flaw.TEXT_MISSING, f'msgstr "{"The end."[::-1]}"', 'msgstr ""'),
    (Flaw.TEXT_STALE, 'msgid "The end."', 'msgid "An older end."'),
    (Flaw.PO_BROKEN, 'msgid "The end."', 'msgid "The end.'),
])  # fmt: skip
def test_a_text_that_is_missing_or_old_is_found_and_the_language_refused(
    written: Written, flaw: Flaw, what: str, instead: str
) -> None:
    folder = catalogue(written(), lambda text: text.replace(what, instead))
    found = inspect(folder)
    assert found[0].flaw is flaw
    assert found[0].file == "texts/zz/law.po"
    if flaw is not Flaw.PO_BROKEN:
        assert found[0].line > 1
        assert "provision.LAND-1.last chapter.summary" in found[0].message
    with pytest.raises(Refusal) as caught:
        load(folder).in_language("zz")
    assert caught.value.reason is Reason.LAW_WRONG


def test_a_text_that_nobody_asks_for_is_found(written: Written) -> None:
    folder = catalogue(written(), lambda text: text + '\nmsgctxt "provision.GONE"\nmsgid "a"\nmsgstr "b"\n')
    assert [one.flaw for one in inspect(folder)] == [Flaw.TEXT_UNUSED]
    assert load(folder).in_language("zz").language == "zz"
