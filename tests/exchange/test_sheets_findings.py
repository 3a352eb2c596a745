"""What is wrong with a workbook is said with its sheet, row, column and remedy, and nothing is made of it."""

import datetime
import io
from typing import Any

import pytest
from exchange.workbooks import Change, cell, files, put, taken, where, workbook
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from workbench.errors import WorkbenchError
from workbench.exchange.sheets import import_sheet
from workbench.exchange.table.wording import WORDS, SheetFlaw
from workbench.i18n import TAGS, language, plain
from workbench.sop import Flaw, Level, load_bytes

At = tuple[str, int, str]


def no_sheet(name: str) -> Change:
    return lambda book: book.remove(book[name])


def row(sheet: str, *values: object) -> Change:
    return lambda book: book[sheet].append(list(values))


def no_row(sheet: str, number: int) -> Change:
    return lambda book: book[sheet].delete_rows(number)


def copied(name: str) -> Change:
    def change(book: Any) -> None:
        book.copy_worksheet(book[name]).title = f"{name} "

    return change


def both(*changes: Change) -> Change:
    return lambda book: [change(book) for change in changes]


W, STEPS, EN, AR = SheetFlaw, "Steps", "en", "ar_IQ"
# What somebody does, what is found, in which cell.
MISHAPS: dict[str, tuple[Change, SheetFlaw | Flaw, At]] = {
    "a sheet deleted": (no_sheet("Facts"), W.SHEET_MISSING, ("Facts", 0, "")),
    "a language deleted": (no_sheet("ar_IQ questions"), W.SHEET_MISSING, ("ar_IQ questions", 0, "")),
    "the settings deleted": (no_sheet("Pack"), W.SHEET_MISSING, ("Pack", 0, "")),
    "a sheet twice": (copied("Actors"), W.SHEET_TWICE, ("Actors ", 0, "")),
    "a heading overwritten": (put(STEPS, "W01.1", "gate", None), W.COLUMN_MISSING, (STEPS, 1, "gate")),
    "a heading twice": (lambda book: book[STEPS].cell(1, 15, "gate"), W.COLUMN_TWICE, (STEPS, 1, "")),
    "beside the table": (lambda book: book[STEPS].cell(3, 30, "x"), W.COLUMN_UNNAMED, (STEPS, 3, "")),
    "far to the side": (lambda book: book[STEPS].cell(3, 300, "x"), W.SHEET_LARGE, (STEPS, 0, "")),
    "far below": (lambda book: book[STEPS].cell(900_000, 1, "x"), W.SHEET_LARGE, (STEPS, 900_000, "")),
    "cells merged": (lambda book: book[STEPS].merge_cells("I2:I3"), W.MERGED, (STEPS, 2, "")),
    "a formula": (put(STEPS, "W01.2", "actors", "=A1"), W.FORMULA_EMPTY, (STEPS, 3, "actors")),
    "an array formula": (
        put("Phases", "W02", "sop_chapter", "=SUM(A1:A2)"),
        W.FORMULA_EMPTY, ("Phases", 3, "sop_chapter"),
    ),
    "an error": (put(EN, "W01.2", "purpose", "#REF!"), W.ERROR_VALUE, (EN, 4, "purpose")),
    "a number": (put("Pack", "version", "value", 1.1), W.NUMBER, ("Pack", 4, "value")),
    "a step turned into a number": (put("Deadlines", "W01.2", "step", 1.2), W.NUMBER, ("Deadlines", 6, "step")),
    "yes turned into true": (put(EN, "W01.2", "title", True), W.NUMBER, (EN, 4, "title")),
    "a date": (put(EN, "W01.2", "title", datetime.datetime(2025, 3, 1)), W.DATE, (EN, 4, "title")),  # noqa: DTZ001
    "a time": (put("Pack", "week.closes", "value", datetime.time(15)), W.DATE, ("Pack", 14, "value")),
    "text turned round": (put(EN, "W01.2", "title", "Help \u202eplease"), W.HIDDEN, (EN, 4, "title")),
    "a mark that is not closed": (put(AR, "W01.2", "script", "\u2067ع"), W.HIDDEN, (AR, 4, "script")),
    "a bell in a key": (put(STEPS, "W01.2", "actors", "_x0007_"), W.HIDDEN, (STEPS, 3, "actors")),
    "a mark in a key": (put(STEPS, "W01.2", "actors", "IN\u200bV"), W.HIDDEN_TAKEN_OUT, (STEPS, 3, "actors")),
    "two kinds of digits": (put(STEPS, "W02.1", "gate", "W0١.1"), W.DIGITS_MIXED, (STEPS, 4, "gate")),
    "curly quotes": (put(STEPS, "W01.2", "actors", "“INV”"), W.QUOTES_CURLY, (STEPS, 3, "actors")),
    "a quote left open": (put(STEPS, "W01.2", "actors", '"INV'), W.QUOTE_OPEN, (STEPS, 3, "actors")),
    "no comma": (put(STEPS, "W01.1", "actors", "INV no"), W.SPACE_INSIDE, (STEPS, 2, "actors")),
    "two words for one": (put("Fields", "W01.1.at", "kind", "moment day"), W.SPACE_INSIDE, ("Fields", 5, "kind")),
    "a row without key": (row("Actors", None, "Nobody knows"), W.KEY_MISSING, ("Actors", 6, "key")),
    "a step without key": (put(STEPS, "W02.2", "key", None), W.KEY_MISSING, (STEPS, 5, "key")),
    "a step without phase": (put(STEPS, "W02.2", "phase", None), W.KEY_MISSING, (STEPS, 5, "phase")),
    "a question of no step": (put("Fields", "W01.1.at", "step", None), W.KEY_MISSING, ("Fields", 5, "step")),
    "a question without key": (put("Fields", "W01.1.at", "key", " "), W.KEY_MISSING, ("Fields", 5, "key")),
    "two steps of one key": (put(STEPS, "W02.2", "key", "W02.1"), W.KEY_TWICE, (STEPS, 5, "key")),
    "two actors of one key": (row("Actors", "INV", "Again"), W.KEY_TWICE, ("Actors", 6, "key")),
    "two questions of one key": (put("Fields", "W01.1.at", "key", "danger"), W.KEY_TWICE, ("Fields", 5, "key")),
    "two phases of one key": (row("Phases", "w01"), W.KEY_TWICE, ("Phases", 4, "key")),
    "two rows of texts": (row(EN, "W01.1", "Again"), W.KEY_TWICE, (EN, 8, "key")),
    "a phase outside its folder": (put("Phases", "W02", "key", "../W02"), W.KEY_SHAPE, ("Phases", 3, "key")),
    "a phase that Windows keeps": (put("Phases", "W02", "key", "CON"), W.KEY_SHAPE, ("Phases", 3, "key")),
    "a language outside": (put("Pack", "languages", "value", "en, ../x"), W.KEY_SHAPE, ("Pack", 12, "value")),
    "a source language outside": (put("Pack", "source_language", "value", "/e"), W.KEY_SHAPE, ("Pack", 11, "value")),
    "a pack outside": (put("Pack", "shares", "value", "../x"), W.KEY_SHAPE, ("Pack", 6, "value")),
    "a key and a share": (put(STEPS, "W02.2", "share", "T01.1"), W.KEY_AND_SHARE, (STEPS, 5, "share")),
    "a setting of our own": (row("Pack", "colour", "red"), W.SETTING_UNKNOWN, ("Pack", 15, "key")),
    "no version": (no_row("Pack", 4), W.SETTING_MISSING, ("Pack", 0, "")),
    "an empty version": (put("Pack", "version", "value", None), Flaw.KEY_MISSING, ("Pack", 4, "value")),
    "a step of no phase": (put(STEPS, "W02.2", "phase", "W03"), W.ROW_UNKNOWN, (STEPS, 5, "phase")),
    "a deadline of no step": (row("Deadlines", "W09.1"), W.ROW_UNKNOWN, ("Deadlines", 9, "step")),
    "texts of no step": (row(EN, "W09.1", "Texts"), W.ROW_UNKNOWN, (EN, 8, "key")),
    "a translation of no step": (row(AR, "W09.1", "Texts"), W.ROW_UNKNOWN, (AR, 8, "key")),
    "a translation of no name": (
        row("ar_IQ names", "actors.X", "X", "ع"),
        W.ROW_UNKNOWN, ("ar_IQ names", 22, "context"),
    ),
    "an actor nobody named": (put(STEPS, "W01.2", "actors", "INV, WHO"), W.NAME_UNKNOWN, (STEPS, 3, "actors")),
    "a source nobody named": (
        put(STEPS, "W01.1", "sources", "LAW; NIX art 1"),
        W.NAME_UNKNOWN, (STEPS, 2, "sources"),
    ),
    "a fact nobody named": (put(STEPS, "W01.2", "when", "dangre"), W.FACT_UNKNOWN, (STEPS, 3, "when")),
    "a condition broken": (put(STEPS, "W01.2", "when", "danger and"), W.RULE_BROKEN, (STEPS, 3, "when")),
    "and beside or": (put(STEPS, "W01.2", "when", "danger and online or told"), W.RULE_MIXED, (STEPS, 3, "when")),
    "an answer in a gate": (put(STEPS, "W01.2", "gate", "W01.1.danger is yes"), W.RULE_ANSWER, (STEPS, 3, "gate")),
    "too many brackets": (put(STEPS, "W01.2", "when", "(" * 30 + "told" + ")" * 30), W.RULE_DEEP, (STEPS, 3, "when")),
    "too many facts": (
        put(STEPS, "W01.2", "gate", " or ".join([f"f{n}" for n in range(13)] + ["W01.1"])),
        W.RULE_TOO_WIDE, (STEPS, 3, "gate"),
    ),
    "a length of time": (put("Deadlines", "W01.2", "length", "soon"), W.LENGTH_WRONG, ("Deadlines", 6, "length")),
    "an extension": (
        put("Deadlines", "W01.2", "extension", "once"),
        W.EXTENSION_WRONG, ("Deadlines", 6, "extension"),
    ),
    "a word for a number": (put("Orders", "custody", "days", "ten"), W.COUNT_WRONG, ("Orders", 3, "days")),
    "neither yes nor no": (put("Fields", "W01.1.at", "required", "maybe"), W.TRUTH_WRONG, ("Fields", 5, "required")),
    "an option without =": (
        put("en questions", "W01.1.seen", "options", "Online"),
        W.OPTION_BROKEN, ("en questions", 3, "options"),
    ),
    "an option translated without =": (
        put("ar_IQ questions", "W01.1.seen", "options", "ع"), W.OPTION_BROKEN, ("ar_IQ questions", 3, "options"),
    ),
    "an option twice": (
        put("Fields", "W01.1.seen", "options", 'online, place, "and", place'),
        W.OPTION_TWICE, ("Fields", 3, "options"),
    ),
    "an option without text": (
        put("Fields", "W01.1.seen", "options", 'online, place, "and", new'),
        W.OPTION_WITHOUT_TEXT, ("Fields", 3, "options"),
    ),
    "a text without option": (
        put("Fields", "W01.1.seen", "options", 'online, "and"'), W.OPTION_WITHOUT_KEY, ("en questions", 3, "options"),
    ),
    "a deadline without words": (row("Deadlines", "W02.2"), W.DEADLINES_UNEQUAL, (EN, 7, "deadline")),
    "a step without texts": (no_row(EN, 4), W.TEXT_ROW_MISSING, (EN, 0, "")),
    "a step not translated": (no_row(AR, 4), W.TEXT_ROW_MISSING, (AR, 0, "")),
    "a question not translated": (no_row("ar_IQ questions", 4), W.TEXT_ROW_MISSING, ("ar_IQ questions", 0, "")),
    "a name not translated": (no_row("ar_IQ names", 4), W.TEXT_ROW_MISSING, ("ar_IQ names", 0, "")),
    "a translation deleted": (put(AR, "W01.1", "todo", None), W.TRANSLATION_MISSING, (AR, 3, "todo")),
    "a name's translation deleted": (
        put("ar_IQ names", "actors.INV", "translation", None),
        W.TRANSLATION_MISSING, ("ar_IQ names", 4, "translation"),
    ),
    "a fact said anew": (
        put("Facts", "danger", "label", "someone is in peril"),
        W.TRANSLATION_STALE, ("ar_IQ names", 18, "translation"),
    ),
    "a line too many": (put(AR, "W01.2", "todo", "ع\nع"), W.TRANSLATION_LINES, (AR, 4, "todo")),
    "a translation of nothing": (put(AR, "W01.2", "script", "ع"), W.TRANSLATION_LEFT, (AR, 4, "script")),
    "an unknown kind": (put("Fields", "W01.1.at", "kind", "clock"), Flaw.NOT_ONE_OF, ("Fields", 5, "kind")),
    "an unknown mark": (put(STEPS, "W01.2", "mark", "X"), Flaw.NOT_ONE_OF, (STEPS, 3, "mark")),
    "no mark": (put(STEPS, "W01.2", "mark", None), Flaw.KEY_MISSING, (STEPS, 3, "mark")),
    "no title": (put(EN, "W01.2", "title", None), Flaw.KEY_MISSING, (EN, 4, "title")),
    "no label": (put("en questions", "W01.1.at", "label", None), Flaw.KEY_MISSING, ("en questions", 5, "label")),
    "no name": (put("Actors", "no", "label", None), Flaw.KEY_MISSING, ("Actors", 4, "label")),
    "a key like no other": (row("Orders", "Our-Order", "An order"), Flaw.SHAPE_WRONG, ("Orders", 4, "key")),
    "a gate in a circle": (put(STEPS, "W01.1", "gate", "W01.2"), Flaw.GATE_CIRCLE, (STEPS, 2, "gate")),
    "a step waited for": (put(STEPS, "W02.1", "gate", "W01.1 and W09.9"), Flaw.STEP_UNKNOWN, (STEPS, 4, "gate")),
    "a fact about nothing": (
        put("Facts", "danger", "rule", "W01.1.dangre is yes"),
        Flaw.FIELD_UNKNOWN, ("Facts", 2, "rule"),
    ),
    "an answer nobody gives": (
        put("Facts", "danger", "rule", "W01.1.danger is maybe"),
        Flaw.VALUE_UNKNOWN, ("Facts", 2, "rule"),
    ),
    "half a deadline": (put("Deadlines", "W01.2", "length", None), Flaw.DEADLINE_HALF, ("Deadlines", 6, "from")),
    "law without source": (
        put("Deadlines", "W01.2", "basis", "law"),
        Flaw.LAW_WITHOUT_SOURCE, ("Deadlines", 6, "source"),
    ),
    "an unknown time zone": (put("Pack", "timezone", "value", "Mars"), Flaw.SHAPE_WRONG, ("Pack", 10, "value")),
    "a format of the future": (put("Pack", "format", "value", "2"), Flaw.NOT_ONE_OF, ("Pack", 2, "value")),
    "placeholders lost": (put(AR, "W01.1", "todo", "ع\nع\nع"), Flaw.TEXT_PLACEHOLDERS, (AR, 3, "todo")),
    "no such step to mend it": (put("Coverage", "web", "step", "W09.1"), Flaw.STEP_UNKNOWN, ("Coverage", 2, "step")),
    "an order nobody lists": (
        put("Readiness", "order", "done", "order arrest"),
        Flaw.ORDER_UNKNOWN, ("Readiness", 2, "done"),
    ),
}  # fmt: skip
# These are said and do not stand in the way.
_HARMLESS = {W.HIDDEN_TAKEN_OUT, W.TRANSLATION_LEFT}


@pytest.mark.parametrize("mishap", MISHAPS)
def test_a_mishap_is_found_in_its_cell(mishap: str) -> None:
    change, flaw, at = MISHAPS[mishap]
    if mishap == "a heading overwritten":
        change = lambda book: book[STEPS].cell(1, 5, "goat")  # noqa: E731
    made, findings = taken(change)
    assert (flaw, at) in [(one.flaw, where(one)) for one in findings], [(one.where, one.message) for one in findings]
    assert (made is not None) == (flaw in _HARMLESS)
    assert all(one.message and one.remedy for one in findings)
    # One mishap is not told many times.
    assert len({one.flaw for one in findings if where(one) == at}) <= 2, [one.message for one in findings]


def test_shared_steps_have_no_rows_of_their_own_elsewhere() -> None:
    for sheet, cells in (("Fields", ["A01.2", "x", "text"]), ("Deadlines", ["A01.2"]), ("en", ["A01.2", "Ours"])):
        made, findings = taken(row(sheet, *cells), "sharing")
        assert made is None
        assert [(one.flaw, one.sheet) for one in findings if one.level is Level.ERROR] == [(W.ROW_SHARED, sheet)]


def test_a_formula_is_said_with_what_it_shows() -> None:
    # As a spreadsheet saves it: the formula and what it came to.
    import zipfile

    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook("whole"))) as before, zipfile.ZipFile(data, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            typed = b"<is><t>supervisor</t></is>"
            if typed in part:
                head, _, tail = part.partition(typed)
                start = head.rindex(b"<c ")
                opening = head[start:].replace(b't="inlineStr"', b't="str"')
                part = head[:start] + opening + b"<f>UPPER(&quot;none&quot;)</f><v>NONE</v>" + tail
            after.writestr(name, part)
    made, findings = import_sheet(data.getvalue(), files("whole"))
    assert made is None
    assert [(one.flaw, where(one)) for one in findings] == [(W.FORMULA, (STEPS, 5, "waiver"))]
    assert "NONE" in findings[0].message


def test_findings_stand_in_the_order_of_the_workbook() -> None:
    unsaid, formula = put(AR, "W01.2", "title", None), put("Facts", "danger", "label", "=1")
    _, findings = taken(both(unsaid, formula, put("Actors", "INV", "label", "#N/A")))
    assert [one.sheet for one in findings][:2] == ["Actors", "Facts"]


def test_every_finding_can_be_said_in_every_language_of_the_program() -> None:
    for mishap in ("a formula", "a key like no other", "a fact nobody named", "an unknown mark"):
        _, findings = taken(MISHAPS[mishap][0])
        for one in findings:
            assert tuple(map(plain, one.say(language("en")))) == (one.message, one.remedy)
            for tag in TAGS:
                assert all(one.say(language(tag)))


def test_every_flaw_of_a_sheet_is_found_somewhere_in_these_tests() -> None:
    elsewhere = {
        W.FILE_LARGE, W.FILE_OLD, W.FILE_LOCKED, W.FILE_TEXT, W.FILE_OTHER, W.FILE_MACROS, W.FILE_DAMAGED,
        W.FILE_HOSTILE,  # in the tests of files
        W.SHEET_UNKNOWN, W.COLUMN_UNKNOWN, W.FORMULA, W.ROW_SHARED, W.CELL_LONG,
    }  # fmt: skip
    assert {flaw for _, flaw, _ in MISHAPS.values() if isinstance(flaw, SheetFlaw)} | elsewhere == set(SheetFlaw)
    assert set(WORDS) == set(SheetFlaw)


VALUES = (
    st.text(max_size=30) | st.integers() | st.floats() | st.booleans() | st.none() | st.dates() | st.datetimes()
    | st.times() | st.sampled_from(["=1+1", "#REF!", "W01.1", "danger and", "a = b", "x\ny", "٣", "W0٣", "“a”", "none"])
    | st.sampled_from(["\u202e", "a" * 400, "W01.1.danger is yes", "INV, INV", "24 hours", "LAW art 1; LAW"])
)  # fmt: skip


@settings(max_examples=60)
@given(st.data())
def test_whatever_is_typed_into_a_cell_the_pack_is_right_or_the_findings_say_why(data: st.DataObject) -> None:
    def change(book: Any) -> None:
        for _ in range(data.draw(st.integers(1, 3))):
            page = book[data.draw(st.sampled_from(book.sheetnames))]
            number = data.draw(st.integers(1, page.max_row + 1))
            column = data.draw(st.integers(1, page.max_column + 1))
            value = data.draw(VALUES)
            if isinstance(value, str):
                value = "".join(c for c in value if c.isprintable() or c == "\n")
            page.cell(number, column).value = value

    made, findings = taken(change)
    assert (made is None) == any(one.level is Level.ERROR for one in findings)
    if made is not None:
        pack = load_bytes(made)
        for tag in pack.languages:
            pack.in_language(tag)
        assert import_sheet(_exported(made), made)[0] == made


def _exported(made: dict[str, bytes]) -> bytes:
    from workbench.exchange.sheets import export_sheet

    try:
        return export_sheet(made)
    except WorkbenchError as error:  # pragma: no cover
        raise AssertionError(error) from error


def test_a_cell_longer_than_a_spreadsheet_allows_is_refused() -> None:
    def change(book: Any) -> None:
        cell(book, EN, "W01.2", "purpose")._value = "x" * 40_000

    _, findings = taken(change)
    assert (W.CELL_LONG, (EN, 4, "purpose")) in [(one.flaw, where(one)) for one in findings]


def test_the_workbook_of_these_tests_opens() -> None:
    assert load_workbook(io.BytesIO(workbook("whole"))).sheetnames[0] == "Read me"
