"""The sentences about what may be wrong with a workbook."""

from enum import StrEnum

from workbench.i18n import N_


class SheetFlaw(StrEnum):
    """The kinds of finding that reading a workbook makes."""

    FILE_LARGE = "file_large"
    FILE_OLD = "file_old"
    FILE_LOCKED = "file_locked"
    FILE_TEXT = "file_text"
    FILE_OTHER = "file_other"
    FILE_MACROS = "file_macros"
    FILE_DAMAGED = "file_damaged"
    FILE_HOSTILE = "file_hostile"
    SHEET_MISSING = "sheet_missing"
    SHEET_TWICE = "sheet_twice"
    SHEET_UNKNOWN = "sheet_unknown"
    SHEET_LARGE = "sheet_large"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    COLUMN_UNKNOWN = "column_unknown"
    COLUMN_UNNAMED = "column_unnamed"
    MERGED = "merged"
    FORMULA = "formula"
    FORMULA_EMPTY = "formula_empty"
    ERROR_VALUE = "error_value"
    NUMBER = "number"
    DATE = "date"
    CELL_LONG = "cell_long"
    HIDDEN = "hidden"
    HIDDEN_TAKEN_OUT = "hidden_taken_out"
    DIGITS_MIXED = "digits_mixed"
    QUOTES_CURLY = "quotes_curly"
    QUOTE_OPEN = "quote_open"
    SPACE_INSIDE = "space_inside"
    KEY_MISSING = "key_missing"
    KEY_TWICE = "key_twice"
    KEY_SHAPE = "key_shape"
    KEY_AND_SHARE = "key_and_share"
    SETTING_UNKNOWN = "setting_unknown"
    SETTING_MISSING = "setting_missing"
    ROW_UNKNOWN = "row_unknown"
    ROW_SHARED = "row_shared"
    NAME_UNKNOWN = "name_unknown"
    FACT_UNKNOWN = "fact_unknown"
    RULE_TOO_WIDE = "rule_too_wide"
    RULE_BROKEN = "rule_broken"
    RULE_MIXED = "rule_mixed"
    RULE_ANSWER = "rule_answer"
    RULE_DEEP = "rule_deep"
    LENGTH_WRONG = "length_wrong"
    EXTENSION_WRONG = "extension_wrong"
    COUNT_WRONG = "count_wrong"
    TRUTH_WRONG = "truth_wrong"
    OPTION_BROKEN = "option_broken"
    OPTION_TWICE = "option_twice"
    OPTION_WITHOUT_TEXT = "option_without_text"
    OPTION_WITHOUT_KEY = "option_without_key"
    DEADLINES_UNEQUAL = "deadlines_unequal"
    TEXT_ROW_MISSING = "text_row_missing"
    TRANSLATION_MISSING = "translation_missing"
    TRANSLATION_STALE = "translation_stale"
    TRANSLATION_LINES = "translation_lines"
    TRANSLATION_LEFT = "translation_left"


# Flaw: (what is wrong, what to do now)
WORDS: dict[SheetFlaw, tuple[str, str]] = {
    SheetFlaw.FILE_LARGE: (
        N_("The workbook is too large: {what}."),
        N_("A procedure is far smaller. Copy its sheets into a new workbook, without pictures and empty rows."),
    ),
    SheetFlaw.FILE_OLD: (
        N_("This is a workbook of the old kind (.xls)."),
        N_("Open it and save it as «Excel workbook (.xlsx)»."),
    ),
    SheetFlaw.FILE_LOCKED: (
        N_("The workbook is locked with a password."),
        N_("Open it, take the password away, and save it again. The file was not changed."),
    ),
    SheetFlaw.FILE_TEXT: (
        N_("This is a text file (CSV or a web page) that was only renamed to .xlsx."),
        N_("Export the procedure again and edit that workbook: one text file cannot hold all its sheets."),
    ),
    SheetFlaw.FILE_OTHER: (
        N_("This is no Excel workbook, but another kind of file: {what}."),
        N_("Open it in the program that made it and save it as «Excel workbook (.xlsx)»."),
    ),
    SheetFlaw.FILE_MACROS: (
        N_("The workbook holds macros."),
        N_("Save it as «Excel workbook (.xlsx)», without macros."),
    ),
    SheetFlaw.FILE_DAMAGED: (
        N_("The workbook is damaged or was cut short."),
        N_("Copy it again from where it came, or open it, let the spreadsheet repair it, and save it anew."),
    ),
    SheetFlaw.FILE_HOSTILE: (
        N_("The workbook holds what no spreadsheet program writes: {what}. It was not opened."),
        N_("Keep the file, tell the administrator, and ask for a new one."),
    ),
    SheetFlaw.SHEET_MISSING: (
        N_("The sheet «{sheet}» is missing."),
        N_("Export the procedure again and copy the sheet from there, or give the sheet its name back."),
    ),
    SheetFlaw.SHEET_TWICE: (N_("There are two sheets «{sheet}»."), N_("Keep one and rename or delete the other.")),
    SheetFlaw.SHEET_UNKNOWN: (
        N_("The sheet «{sheet}» belongs to no part of a procedure and was not read."),
        N_("Nothing needs to be done if it holds notes; otherwise correct its name."),
    ),
    SheetFlaw.SHEET_LARGE: (
        N_("The sheet reaches too far: {what}. At most {limit} are read."),
        N_("Delete what stands outside the procedure. Often it is one stray cell far below or far to the side."),
    ),
    SheetFlaw.COLUMN_MISSING: (
        N_("The column «{column}» is missing."),
        N_("The first row holds the headings: write it there again, or insert the column."),
    ),
    SheetFlaw.COLUMN_TWICE: (N_("The column «{column}» stands here twice."), N_("Delete one of them.")),
    SheetFlaw.COLUMN_UNKNOWN: (
        N_("The column «{column}» belongs to no part of a procedure and was not read."),
        N_("Nothing needs to be done if it holds notes; otherwise correct its heading."),
    ),
    SheetFlaw.COLUMN_UNNAMED: (
        N_("The cell stands in a column without a heading."),
        N_("Move it under its heading, or delete it."),
    ),
    SheetFlaw.MERGED: (
        N_("The cells {cells} are merged, so that it is not certain to which row they belong."),
        N_("Unmerge them and write into each row what belongs to it."),
    ),
    SheetFlaw.FORMULA: (
        N_("The cell holds a formula; it shows {shown}."),
        N_("Copy the cell and paste it as a value, or type the text itself."),
    ),
    SheetFlaw.FORMULA_EMPTY: (
        N_("The cell holds a formula."),
        N_("Type the text itself. A text that begins with = needs an apostrophe (') before it."),
    ),
    SheetFlaw.ERROR_VALUE: (N_("The cell shows the error {shown}."), N_("Type what should stand here.")),
    SheetFlaw.NUMBER: (
        N_("The cell holds the number {shown}, but a text is expected: 1.10 would have become 1.1."),
        N_("Format the cell as text, then type it again."),
    ),
    SheetFlaw.DATE: (
        N_("The spreadsheet made a date or time of this cell: {shown}."),
        N_("Format the cell as text, then type it again."),
    ),
    SheetFlaw.CELL_LONG: (
        N_("The cell is longer than {limit} characters."),
        N_("Write it shorter, or divide the step."),
    ),
    SheetFlaw.HIDDEN: (
        N_("The cell holds a character that cannot be seen: {character}."),
        N_("Delete the cell and type it again; what was copied from elsewhere can hide such characters."),
    ),
    SheetFlaw.HIDDEN_TAKEN_OUT: (
        N_("A character that cannot be seen was taken out: {character}."),
        N_("Nothing needs to be done."),
    ),
    SheetFlaw.DIGITS_MIXED: (
        N_("The number {shown} is written with two kinds of digits."),
        N_("Write all its digits as 0-9."),
    ),
    SheetFlaw.QUOTES_CURLY: (
        N_("Curly quotation marks cannot stand in {shown}."),
        N_("Take them out. Keys need no quotation marks."),
    ),
    SheetFlaw.QUOTE_OPEN: (N_("A quotation mark is opened and not closed."), N_("Close it, or take it out.")),
    SheetFlaw.SPACE_INSIDE: (
        N_("One word is expected, but {shown} is several."),
        N_("Take the spaces out; between several keys stands a comma, where several may stand."),
    ),
    SheetFlaw.KEY_MISSING: (N_("«{column}» is empty, but the row is not."), N_("Fill it, or delete the row.")),
    SheetFlaw.KEY_TWICE: (
        N_("{key} already stands in row {first}."),
        N_("Give one of the two another key, or delete it."),
    ),
    SheetFlaw.KEY_SHAPE: (N_("{key} cannot be used here."), N_("Write it like {example}.")),
    SheetFlaw.KEY_AND_SHARE: (
        N_("The row has a key and shares a step."),
        N_("Fill only one of the two: a shared step keeps the key that it has in the other procedure."),
    ),
    SheetFlaw.SETTING_UNKNOWN: (N_("There is no setting {key}."), N_("Use one of: {known}.")),
    SheetFlaw.SETTING_MISSING: (N_("The setting {key} is missing."), N_("Add a row for it with its value.")),
    SheetFlaw.ROW_UNKNOWN: (
        N_("There is no {key} on the sheet «{sheet}»."),
        N_("Delete this row, correct the key, or add it on that sheet."),
    ),
    SheetFlaw.ROW_SHARED: (
        N_("{key} is shared: its texts, questions and deadlines stand in the other procedure."),
        N_("Delete this row, or edit the workbook of the other procedure."),
    ),
    SheetFlaw.NAME_UNKNOWN: (
        N_("{value} is not listed on the sheet for {key}."),
        N_("Add a row for it there, or correct the spelling."),
    ),
    SheetFlaw.FACT_UNKNOWN: (
        N_("There is no fact {value}."),
        N_("Add a row for it on the sheet «Facts», or correct the spelling."),
    ),
    SheetFlaw.RULE_TOO_WIDE: (
        N_("The conditions of {step} name more than {limit} facts."),
        N_("Add one fact on the sheet «Facts» that stands for several of them."),
    ),
    SheetFlaw.RULE_BROKEN: (
        N_("The condition cannot be read at {shown}."),
        N_("Write it like {example}."),
    ),
    SheetFlaw.RULE_MIXED: (
        N_("«and» and «or» stand side by side, so that it is not certain what is meant."),
        N_("Put brackets around what belongs together: a and (b or c)."),
    ),
    SheetFlaw.RULE_ANSWER: (
        N_("An answer ({shown}) can only be looked at in the rule of a fact."),
        N_("Add a fact with this rule on the sheet «Facts» and write its key here."),
    ),
    SheetFlaw.RULE_DEEP: (
        N_("The condition has brackets inside brackets more than {limit} times."),
        N_("Add a fact on the sheet «Facts» for a part of it and write its key here."),
    ),
    SheetFlaw.LENGTH_WRONG: (N_("{shown} is not a length of time."), N_("Write it like {example}.")),
    SheetFlaw.EXTENSION_WRONG: (N_("{shown} does not say how it can be extended."), N_("Write it like {example}.")),
    SheetFlaw.COUNT_WRONG: (N_("{shown} is not a number."), N_("Write a number with digits, like {example}.")),
    SheetFlaw.TRUTH_WRONG: (N_("{shown} is neither yes nor no."), N_("Write yes or no, or leave the cell empty.")),
    SheetFlaw.OPTION_BROKEN: (
        N_("The line {shown} does not say to which option it belongs."),
        N_("Write it like {example}."),
    ),
    SheetFlaw.OPTION_TWICE: (N_("The option {key} has two lines."), N_("Delete one of them.")),
    SheetFlaw.OPTION_WITHOUT_TEXT: (
        N_("The option {key} has no text on the sheet «{sheet}»."),
        N_("Add a line «{key} = …» for it there, or take the option out here."),
    ),
    SheetFlaw.OPTION_WITHOUT_KEY: (
        N_("The option {key} is not on the sheet «Fields»."),
        N_("Add it to the options of the question there, or delete the line here."),
    ),
    SheetFlaw.DEADLINES_UNEQUAL: (
        N_("{step} has {rows} rows on the sheet «Deadlines», but {lines} lines of text for them."),
        N_("Write one line for each row, in the same order."),
    ),
    SheetFlaw.TEXT_ROW_MISSING: (
        N_("{key} has no row on the sheet «{sheet}»."),
        N_("Add a row there with this key and its texts."),
    ),
    SheetFlaw.TRANSLATION_MISSING: (
        N_("The translation of {text} is missing."),
        N_("Write it here, beside the text."),
    ),
    SheetFlaw.TRANSLATION_STALE: (
        N_("The translation belongs to an older text. It now reads {text}."),
        N_("Correct the translation, then copy the new text into the column beside it."),
    ),
    SheetFlaw.TRANSLATION_LINES: (
        N_("The translation has {said} lines, the text beside it has {lines}."),
        N_("Write one line for each line of the text."),
    ),
    SheetFlaw.TRANSLATION_LEFT: (
        N_("The translation belongs to a text that is no longer there: {text}."),
        N_("Nothing needs to be done; it was left out. Delete it from the workbook."),
    ),
}
