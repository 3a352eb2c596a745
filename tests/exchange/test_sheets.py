"""A procedure as a workbook and back: nothing is lost, and what did not change stays as it was."""

import io
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from exchange.workbooks import NAMES, cell, changed, files, put, taken, workbook
from openpyxl import load_workbook

from workbench.errors import Reason, Refusal
from workbench.exchange.sheets import export_sheet, import_sheet
from workbench.exchange.table import layout
from workbench.fields import Kind
from workbench.i18n import TAGS, language
from workbench.shipped import resource
from workbench.sop import Level, digest, load_bytes, read_folder, reading_deadline, reading_step
from workbench.sop import reading as sop_reading
from workbench.sop.nodes import Entries, Items, Node, compose


def opened(name: str) -> Any:
    return load_workbook(io.BytesIO(workbook(name)))


def lent(name: str) -> Mapping[str, bytes]:
    """Of the files of a pack only those of the pack that it shares from."""
    return {file: data for file, data in files(name).items() if file.startswith("shared/")}


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_comes_back_as_it_went_in_every_language(name: str) -> None:
    made, findings = import_sheet(workbook(name), lent(name))
    assert [one for one in findings if one.level is Level.ERROR] == []
    assert made is not None
    before, after = load_bytes(files(name)), load_bytes(made)
    assert after == before
    for tag in before.languages:
        assert after.in_language(tag) == before.in_language(tag)


@pytest.mark.parametrize("name", NAMES)
def test_beside_the_files_it_was_made_from_not_a_byte_changes(name: str) -> None:
    made, _ = import_sheet(workbook(name), files(name))
    assert made == files(name)
    assert digest(made) == digest(files(name))


@pytest.mark.parametrize("name", NAMES)
def test_what_was_written_anew_is_written_the_same_way_again(name: str) -> None:
    made, _ = import_sheet(workbook(name), lent(name))
    assert made is not None
    again, _ = import_sheet(export_sheet(made), lent(name))
    assert again == made


def test_the_same_pack_gives_the_same_workbook() -> None:
    assert export_sheet(files("whole")) == workbook("whole")
    with zipfile.ZipFile(io.BytesIO(workbook("whole"))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in archive.read("docProps/core.xml")


def keys(node: Node | None, *way: str) -> set[str]:
    """Every key of the mappings that lie on a way through a tree; «*» goes into each value."""
    if isinstance(node, Items):
        return {key for one in node.nodes for key in keys(one, *way)}
    if not isinstance(node, Entries):
        return set()
    if not way:
        return set(node.nodes)
    inner = node.nodes.values() if way[0] == "*" else [node.nodes.get(way[0])]
    return {key for one in inner for key in keys(one, *way[1:])}


def test_the_pack_of_these_tests_uses_every_key_there_is() -> None:
    """Whoever adds a key to the format gives it a place in the workbook, and in this pack."""
    top = compose("pack.yaml", files("whole")["pack.yaml"], [])
    phases = [compose(name, data, []) for name, data in files("whole").items() if name.startswith("phases/")]
    shares = {"shares"}  # the packs of the program use it
    assert keys(top) == set(sop_reading._PACK_KEYS) - shares
    steps = [one.nodes["steps"] for one in phases if isinstance(one, Entries)]
    assert {key for one in steps for key in keys(one)} == set(reading_step._STEP_KEYS)
    assert {key for one in steps for key in keys(one, "deadline")} == set(reading_deadline._KEYS)


def test_there_is_one_row_a_step_and_sheets_for_each_language() -> None:
    book, pack = opened("iq-tip"), load_bytes(files("iq-tip"))
    assert book.sheetnames[0] == layout.READ_ME
    assert book.sheetnames[1:] == [sheet.name for sheet in layout.sheets(pack.languages, pack.source_language)]
    assert [row[1].value for row in book["Steps"].iter_rows(min_row=2)] == list(pack.steps)
    for tag in pack.languages:
        named = [row[0].value for row in book[tag].iter_rows(min_row=2)]
        assert named == [key for phase in pack.phases for key in (phase.key, *(step.key for step in phase.steps))]
    assert cell(book, "en", "T01.2", "title").value == pack.steps["T01.2"].title
    spoken = pack.in_language("ar_IQ").steps["T01.2"]
    assert cell(book, "ar_IQ", "T01.2", "todo").value.split("\n") == list(spoken.todo)
    assert cell(book, "ar_IQ", "T01.2", "todo [en]").value.split("\n") == list(pack.steps["T01.2"].todo)


def test_conditions_and_sources_are_readable() -> None:
    book = opened("iq-tip")
    assert cell(book, "Facts", "indicator_present", "rule").value == "T02.3.may_be_victim is yes, unknown"
    assert "(" not in cell(book, "Steps", "T01.6", "gate").value
    assert cell(book, "Steps", "T01.1", "sources").value.startswith("IQ-CPC-23-1971 art")


def test_languages_from_right_to_left_have_their_sheets_from_right_to_left() -> None:
    book = opened("iq-tip")
    turned = {name for name in book.sheetnames if book[name].sheet_view.rightToLeft}
    assert turned == {f"{tag}{part}" for tag in ("ar_IQ", "ckb") for part in ("", " questions", " names")}


def test_every_cell_is_text_and_none_a_formula_whatever_it_begins_with() -> None:
    book = opened("whole")
    filled = [one for page in book.worksheets for row in page.iter_rows() for one in row if one.value is not None]
    assert {one.data_type for one in filled} == {"s"}
    assert {one.number_format for one in filled} == {"@"}
    risky = [one for one in filled if one.value.startswith(("=", "+", "-", "@"))]
    assert {one.value[0] for one in risky} == {"=", "+", "-", "@"}
    assert all(one.quotePrefix for one in risky)
    # What is typed below later is text as well.
    assert book["Steps"].column_dimensions["B"].number_format == "@"


def test_headings_stay_in_sight_and_words_can_be_chosen() -> None:
    book = opened("whole")
    assert {page.freeze_panes for page in book.worksheets} == {"B2", "C2", "D2"}
    offered = {
        rule.formula1.strip('"') for page in book.worksheets for rule in page.data_validations.dataValidation
    }
    assert offered == {"S,GK", "yes,no", "law,house,practice", "supervisor,none", ",".join(Kind)}


def test_the_first_sheet_explains_every_sheet_and_column_in_the_languages_of_the_pack() -> None:
    book = opened("iq-tip")
    rows = [[one.value for one in row] for row in book[layout.READ_ME].iter_rows()]
    assert rows[0][2:] == [language(tag).native_name for tag in load_bytes(files("iq-tip")).languages]
    assert set(rows[0][2:]) == {language(tag).native_name for tag in TAGS}
    for sheet in layout.sheets(["en", "ckb"], "en"):
        if sheet.name == "ckb":
            continue  # explained with the first of its kind
        for column in sheet.columns if sheet is not layout.PACK and not sheet.tag else ():
            assert any(row[:2] == [sheet.name, column.name] for row in rows), (sheet.name, column.name)
    assert all(all(row[2:]) for row in rows)


def test_a_translation_of_a_changed_text_is_coloured_by_the_spreadsheet_itself() -> None:
    book = opened("iq-tip")
    areas = {str(area.sqref) for area in book["ar_IQ"].conditional_formatting}
    assert len(areas) == len(layout.STEP_TEXTS)
    assert not book["en"].conditional_formatting


def test_a_pack_whose_translations_are_missing_or_old_can_be_exported() -> None:
    part = dict(files("whole"))
    del part["texts/ar_IQ/W02.po"]
    part["texts/ar_IQ/W01.po"] = part["texts/ar_IQ/W01.po"].replace(b'msgid "Listen."', b'msgid "Listen well."')
    made, findings = import_sheet(export_sheet(part), part)
    assert made is None
    said = {(one.sheet, one.flaw.value) for one in findings}
    assert ("ar_IQ", "translation_stale") in said
    assert ("ar_IQ", "translation_missing") in said


def test_a_pack_that_is_wrong_itself_is_not_exported() -> None:
    wrong = dict(files("small"))
    wrong["phases/A01.yaml"] = wrong["phases/A01.yaml"].replace(b"key: A01.2", b"key: A01.1")
    with pytest.raises(Refusal) as refused:
        export_sheet(wrong)
    assert refused.value.reason is Reason.PACK_WRONG


def test_a_text_that_no_cell_can_hold_is_refused_and_not_cut() -> None:
    long = dict(files("small"))
    long["phases/A01.yaml"] = long["phases/A01.yaml"].replace(b"To have a start.", b"x" * 40_000)
    with pytest.raises(Refusal) as refused:
        export_sheet(long)
    assert refused.value.reason is Reason.TEXT_LONG


def test_one_changed_cell_changes_one_text_and_leaves_comments_and_layout() -> None:
    name = "phases/W01.yaml"
    made, findings = taken(put("Steps", "W01.2", "waiver", "supervisor"))
    assert findings == []
    assert made is not None
    assert [file for file in made if made[file] != files("whole")[file]] == [name]
    before, after = (one[name].decode().split("\n") for one in (files("whole"), made))
    assert "# The first step has everything." in after
    assert set(after) - set(before) == {"  waiver: supervisor"}


def test_a_name_that_is_added_stands_among_the_others_with_their_comments() -> None:
    def add(book: Any) -> None:
        book["Actors"].append(["SUP", "Supervisor"])
        page = book["ar_IQ names"]
        page.append(["actors.SUP", "Supervisor", "مشرف"])

    made, findings = taken(add)
    assert findings == []
    assert made is not None
    text = made["pack.yaml"].decode()
    assert '  "x, y z": "Several"\n  SUP: "Supervisor"\n\ndocuments:' in text
    assert [line for line in text.split("\n") if line.startswith("#") or "# " in line] == [
        line for line in files("whole")["pack.yaml"].decode().split("\n") if line.startswith("#") or "# " in line
    ]


def test_a_step_can_be_added_with_its_texts_and_questions() -> None:
    def add(book: Any) -> None:
        book["Steps"].append(["W02", "W02.3", None, "danger", "W02.1 or order search", None, None, None, "INV"])
        cell(book, "Steps", "W02.3", "mark").value = "gk"
        book["Fields"].append(["W02.3", "how", "choice", "Yes", "a, b", None])
        book["Deadlines"].append(["W02.3", "case_opened", "2 Days"])
        cell(book, "Deadlines", "W02.3", "basis").value = "House"
        for tag, mark in (("en", ""), ("ar_IQ", "ع ")):
            twice = [""] if tag == "en" else ["", mark]
            texts = ["End it", "To end.", "First.\nSecond.", "", "", "", "In two days"]
            said = ["\n".join(w + line for line in text.split("\n") if line) for text in texts for w in twice]
            book[tag].append(["W02.3", *(text or None for text in said)])
            options = ["a = One\nb = Two", "a = ع One\nb = ع Two"][: len(twice)]
            asked = [*(w + "How?" for w in twice), *(None for _ in twice), *options]
            book[f"{tag} questions"].append(["W02.3.how", *asked])

    made, findings = taken(add)
    assert [one.where + one.message for one in findings] == []
    assert made is not None
    step = load_bytes(made).in_language("ar_IQ").steps["W02.3"]
    assert (step.title, step.todo) == ("ع End it", ("ع First.", "ع Second."))
    assert [option.label for option in step.fields[0].options] == ["ع One", "ع Two"]
    assert step.fields[0].required
    assert step.deadlines[0].text == "ع In two days"
    assert made["phases/W02.yaml"].startswith(files("whole")["phases/W02.yaml"].rstrip(b"\n"))


def test_rows_that_are_moved_move_their_steps() -> None:
    def turn(book: Any) -> None:
        page = book["Steps"]
        rows = [[one.value for one in row] for row in page.iter_rows(min_row=2)]
        for number, row in enumerate([rows[1], rows[0], rows[3], rows[2]], start=2):
            for column, value in enumerate(row, start=1):
                page.cell(number, column).value = value

    made, findings = taken(turn)
    assert findings == []
    assert list(load_bytes(made or {}).steps) == ["W01.2", "W01.1", "W02.2", "W02.1"]


def test_lines_keep_their_translation_when_another_is_put_before_them() -> None:
    def insert(book: Any) -> None:
        source = cell(book, "en", "W01.1", "todo")
        source.value = f"Greet.\n{source.value}"

    made, findings = taken(insert)
    assert made is None
    assert [(one.sheet, one.flaw.value) for one in findings] == [("ar_IQ", "translation_missing")]

    def insert_both(book: Any) -> None:
        insert(book)
        for column, text in (("todo [en]", "Greet."), ("todo", "ع Greet.")):
            said = cell(book, "ar_IQ", "W01.1", column)
            said.value = f"{said.value}\n{text}"  # whichever line it stands on, it belongs to its text

    made, findings = taken(insert_both)
    assert findings == []
    assert load_bytes(made or {}).in_language("ar_IQ").steps["W01.1"].todo[:2] == ("ع Greet.", "ع Listen.")


def test_a_translation_is_not_taken_for_one_of_a_text_that_changed() -> None:
    made, findings = taken(put("en", "W01.2", "title", "Help at once"))
    assert made is None
    assert [(one.sheet, one.row, one.column) for one in findings] == [("ar_IQ", 4, "C (title)")]
    assert "Help at once" in findings[0].message


def test_spaces_digits_and_capitals_that_typing_brings_along_do_no_harm() -> None:
    def type_badly(book: Any) -> None:
        cell(book, "Steps", "W01.2", "actors").value = "  INV\u00a0"
        cell(book, "Steps", "W02.1", "gate").value = "W٠١.١ AND (W۰۱.2 OR danger)"
        cell(book, "Steps", "W02.1", "asks").value = "search، custody"
        cell(book, "Steps", "W01.2", "mark").value = "gk"
        cell(book, "Deadlines", "W01.2", "length").value = "٠.٥ Hours"
        cell(book, "Fields", "W01.1.danger", "required").value = True
        cell(book, "Orders", "custody", "days").value = 15
        book["Steps"].title = " steps "
        book[" steps "]["E1"].value = " Gate "

    made, findings = taken(type_badly)
    assert findings == []
    assert made == files("whole")


def test_a_mark_that_cannot_be_seen_is_taken_out_of_a_key_and_said() -> None:
    made, findings = taken(put("Steps", "W01.2", "actors", "\u200fINV"))
    assert made == files("whole")
    assert [(one.level, one.flaw.value) for one in findings] == [(Level.WARNING, "hidden_taken_out")]
    assert "U+200F" in findings[0].message


def test_marks_that_arabic_and_kurdish_need_stay_in_texts() -> None:
    said = "ع Help\u200c\u200f"
    made, findings = taken(put("ar_IQ", "W01.2", "title", said))
    assert findings == []
    assert load_bytes(made or {}).in_language("ar_IQ").steps["W01.2"].title == said


def test_a_formula_like_text_comes_back_as_the_text_that_it_is() -> None:
    made, _ = import_sheet(changed(lambda book: None))
    assert made is not None
    pack = load_bytes(made)
    assert pack.title.startswith("=Whole")
    assert pack.version == "1.10"
    assert pack.sources["LAW-2"] == "Second law; with _x0041_ in it"


def test_a_second_language_of_notes_and_more_columns_disturb_nothing() -> None:
    def note(book: Any) -> None:
        book.create_sheet("Our notes")["A1"] = "=1+1"
        book["Steps"].cell(1, 20).value = "to discuss"
        book["Steps"].cell(2, 20).value = "why?"

    made, findings = taken(note)
    assert made == files("whole")
    assert {one.level for one in findings} == {Level.WARNING}
    assert {one.flaw.value for one in findings} == {"sheet_unknown", "column_unknown"}


def test_steps_can_be_shared_from_a_pack_that_is_lent() -> None:
    alone = {name: data for name, data in files("sharing").items() if not name.startswith("shared/small/phases/A02")}
    _, findings = import_sheet(workbook("sharing"), alone)
    errors = [(one.sheet, one.row, one.column) for one in findings if one.level is Level.ERROR]
    assert errors == [("Steps", 5, "C (share)")]
    asked: list[str] = []

    def lend(key: str) -> Mapping[str, bytes]:
        asked.append(key)
        return files("small")

    made, _ = import_sheet(workbook("sharing"), alone, lend=lend)
    assert asked == ["small"]
    assert made == files("sharing")


def test_time_it_takes_to_bring_in_the_biggest_pack(capsys: pytest.CaptureFixture[str]) -> None:
    shipped = (folder.parent for folder in resource("sop").glob("*/pack.yaml"))
    biggest = max(shipped, key=lambda folder: sum(file.stat().st_size for file in folder.glob("**/*.*")))
    found = read_folder(biggest)
    data = export_sheet(found)
    start = time.perf_counter()
    made, _ = import_sheet(data, found)
    took = time.perf_counter() - start
    assert made == found
    with capsys.disabled():
        print(f"\n[{biggest.name}: {len(data) // 1024} KiB taken in within {took:.2f} s]")


def test_the_manual_for_lawyers_names_every_sheet_column_and_setting() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
    for sheet in layout.STRUCTURE:
        assert f"**{sheet.name}**" in manual
    columns = [column for sheet in layout.sheets(["en", "ckb"], "en") for column in sheet.columns]
    names = {column.name for column in columns if not column.beside}
    missing = [name for name in names | {name for name, _, _ in layout.SETTINGS} if f"`{name}`" not in manual]
    assert missing == []
