"""How a procedure lies in a workbook: its sheets, their columns, what each column means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.exchange.table import meanings as mean
from workbench.fields import Kind


class Shape(StrEnum):
    """How a cell is to be read."""

    WORD = "word"
    WORDS = "words"
    TEXT = "text"
    LINES = "lines"
    OPTIONS = "options"
    NUMBER = "number"
    TRUTH = "truth"
    WHEN = "when"
    GATE = "gate"
    RULE = "rule"
    ANSWERS = "answers"
    SOURCES = "sources"
    LENGTH = "length"
    EXTENSION = "extension"
    PLACE = "place"


# What a person reads; everything else is read by the program and may be put right where that is safe.
TEXTS = frozenset({Shape.TEXT, Shape.LINES, Shape.OPTIONS})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, how its cells are read, what it means, how wide it is, what may be chosen."""

    name: str
    shape: Shape
    meaning: str
    width: int = 16
    choices: tuple[str, ...] = ()
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, what it means, its columns; ``tag`` is the language of its texts if it has one."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    tag: str = ""

    def column(self, name: str) -> Column:
        """The column of this heading. Raises ``KeyError`` if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


READ_ME = "Read me"
KEY, STEP, SHARE, PHASE = "key", "step", "share", "phase"
YES_NO, MARKS = ("yes", "no"), ("S", "GK")
BASES, WAIVERS = ("law", "house", "practice"), ("supervisor", "none")

_KEY = Column(KEY, Shape.WORD, mean.KEY, 24)
_LABEL = Column("label", Shape.TEXT, mean.LABEL, 60)
_MARK = Column("mark", Shape.WORD, mean.MARK, 8, MARKS)
_SOURCE = Column("source", Shape.WORD, mean.SOURCE, 20)
_PLACE = Column("place", Shape.PLACE, mean.PLACE, 20)
_WHEN = Column("when", Shape.WHEN, mean.WHEN, 36)

# Settings of the sheet «Pack»: (name, how its value is read, what it means), in the order of the file.
SETTINGS: tuple[tuple[str, Shape, str], ...] = (
    ("format", Shape.NUMBER, mean.FORMAT),
    ("key", Shape.WORD, mean.PACK_KEY),
    ("version", Shape.TEXT, mean.VERSION),
    ("kind", Shape.WORD, mean.PACK_KIND),
    ("shares", Shape.WORD, mean.SHARES),
    ("title", Shape.TEXT, mean.TITLE),
    ("note", Shape.TEXT, mean.NOTE),
    ("jurisdictions", Shape.WORDS, mean.JURISDICTIONS),
    ("timezone", Shape.WORD, mean.TIMEZONE),
    ("source_language", Shape.WORD, mean.SOURCE_LANGUAGE),
    ("languages", Shape.WORDS, mean.LANGUAGES),
    ("week.rest", Shape.WORDS, mean.WEEK_REST),
    ("week.closes", Shape.WORD, mean.WEEK_CLOSES),
)
PACK = Sheet("Pack", mean.SHEET_PACK, (_KEY, Column("value", Shape.TEXT, mean.VALUE, 90)))
PHASES = Sheet(
    "Phases",
    mean.SHEET_PHASES,
    (_KEY, Column("sop_chapter", Shape.TEXT, mean.CHAPTER, 20)),
)
ACTORS = Sheet("Actors", mean.SHEET_ACTORS, (_KEY, _LABEL))
DOCUMENTS = Sheet("Documents", mean.SHEET_DOCUMENTS, (_KEY, _LABEL))
SOURCES = Sheet("Sources", mean.SHEET_SOURCES, (_KEY, _LABEL))
ORDERS = Sheet(
    "Orders",
    mean.SHEET_ORDERS,
    (
        _KEY,
        _LABEL,
        Column("exception", Shape.TEXT, mean.EXCEPTION, 50),
        Column("document", Shape.WORD, mean.ORDER_DOCUMENT),
        Column("days", Shape.NUMBER, mean.ORDER_DAYS, 8),
        _SOURCE,
        _PLACE,
        _MARK,
    ),
)
FACTS = Sheet("Facts", mean.SHEET_FACTS, (_KEY, _LABEL, Column("rule", Shape.RULE, mean.RULE, 90)))
_MATTER = (
    _KEY,
    _LABEL,
    _WHEN,
    Column("done", Shape.WHEN, mean.DONE, 36),
    Column(STEP, Shape.WORD, mean.MENDED, 12),
)
COVERAGE = Sheet("Coverage", mean.SHEET_COVERAGE, _MATTER)
READINESS = Sheet("Readiness", mean.SHEET_READINESS, _MATTER)
STEPS = Sheet(
    "Steps",
    mean.SHEET_STEPS,
    (
        Column(PHASE, Shape.WORD, mean.PHASE, 8),
        Column(KEY, Shape.WORD, mean.STEP_KEY, 10),
        Column(SHARE, Shape.WORD, mean.SHARE, 10),
        _WHEN,
        Column("gate", Shape.GATE, mean.GATE, 36),
        Column("asks", Shape.WORDS, mean.ASKS),
        Column("safety", Shape.TRUTH, mean.SAFETY, 8, YES_NO),
        Column("codes", Shape.WORDS, mean.CODES),
        Column("actors", Shape.WORDS, mean.ACTORS, 20),
        Column("documents", Shape.WORDS, mean.DOCUMENTS, 24),
        Column("sources", Shape.SOURCES, mean.SOURCES, 44),
        _MARK,
        Column("waiver", Shape.WORD, mean.WAIVER, 12, WAIVERS),
    ),
)
DEADLINES = Sheet(
    "Deadlines",
    mean.SHEET_DEADLINES,
    (
        Column(STEP, Shape.WORD, mean.DEADLINE_STEP, 10),
        Column("from", Shape.WORD, mean.DEADLINE_FROM, 24),
        Column("length", Shape.LENGTH, mean.LENGTH, 14),
        Column("warn_hours", Shape.NUMBER, mean.WARN_HOURS, 12),
        Column("basis", Shape.WORD, mean.BASIS, 12, BASES),
        _SOURCE,
        _PLACE,
        _MARK,
        Column("repeats", Shape.TRUTH, mean.REPEATS, 10, YES_NO),
        Column("bounds", Shape.TRUTH, mean.BOUNDS, 10, YES_NO),
        Column("extension", Shape.EXTENSION, mean.EXTENSION, 24),
        Column("met", Shape.WORD, mean.MET, 18),
        Column("ends", Shape.WORD, mean.ENDS, 10),
    ),
)
FIELDS = Sheet(
    "Fields",
    mean.SHEET_FIELDS,
    (
        Column(STEP, Shape.WORD, mean.FIELD_STEP, 10),
        Column(KEY, Shape.WORD, mean.FIELD_KEY, 22),
        Column("kind", Shape.WORD, mean.KIND, 12, tuple(Kind)),
        Column("required", Shape.TRUTH, mean.REQUIRED, 10, YES_NO),
        Column("options", Shape.WORDS, mean.OPTIONS, 50),
        Column("when", Shape.ANSWERS, mean.FIELD_WHEN, 36),
    ),
)
STRUCTURE = (
    PACK, PHASES, ACTORS, DOCUMENTS, SOURCES, ORDERS, FACTS, COVERAGE, READINESS, STEPS, DEADLINES, FIELDS,
)  # fmt: skip
# Sheets of names: the key of pack.yaml that each fills.
NAMED = {"actors": ACTORS, "documents": DOCUMENTS, "sources": SOURCES}
LISTED = {"orders": ORDERS, "facts": FACTS, "coverage": COVERAGE, "readiness": READINESS}

STEP_TEXTS = (
    Column("title", Shape.TEXT, mean.STEP_TITLE, 34),
    Column("purpose", Shape.TEXT, mean.PURPOSE, 44),
    Column("todo", Shape.LINES, mean.TODO, 60),
    Column("dos", Shape.LINES, mean.DOS, 44),
    Column("donts", Shape.LINES, mean.DONTS, 44),
    Column("script", Shape.TEXT, mean.SCRIPT, 50),
    Column("deadline", Shape.LINES, mean.DEADLINE, 34),
)
QUESTION_TEXTS = (
    Column("label", Shape.TEXT, mean.QUESTION_LABEL, 44),
    Column("help", Shape.TEXT, mean.HELP, 44),
    Column("options", Shape.OPTIONS, mean.OPTION_TEXTS, 50),
)
QUESTION, CONTEXT, SOURCE_TEXT, TRANSLATION = "question", "context", "source", "translation"


def language_sheets(tag: str, source: str) -> tuple[Sheet, ...]:
    """The sheets of one language: its steps, its questions and, beside a source language, its names.

    In another language than the source's each text has the source text that it translates beside it.
    """
    steps, questions = _texts(STEP_TEXTS, tag, source), _texts(QUESTION_TEXTS, tag, source)
    sheets = (
        Sheet(tag, mean.SHEET_LANGUAGE, (Column(KEY, Shape.WORD, mean.TEXT_KEY, 10), *steps), tag),
        Sheet(
            f"{tag} questions",
            mean.SHEET_QUESTIONS,
            (Column(QUESTION, Shape.WORD, mean.QUESTION, 28), *questions),
            tag,
        ),
    )
    if tag == source:
        return sheets
    names = (
        Column(CONTEXT, Shape.WORD, mean.CONTEXT, 28),
        Column(SOURCE_TEXT, Shape.TEXT, mean.BESIDE, 60, beside=True),
        Column(TRANSLATION, Shape.TEXT, mean.TRANSLATION, 60),
    )
    return (*sheets, Sheet(f"{tag} names", mean.SHEET_NAMES, names, tag))


def beside(name: str, source: str) -> str:
    """The heading of the column that holds the source text beside a translation."""
    return f"{name} [{source}]"


def sheets(languages: Sequence[str], source: str) -> tuple[Sheet, ...]:
    """Every sheet of the workbook of a pack in these languages, the source language first."""
    tags = dict.fromkeys((source, *languages))
    return (*STRUCTURE, *(sheet for tag in tags for sheet in language_sheets(tag, source)))


def _texts(columns: Sequence[Column], tag: str, source: str) -> Iterator[Column]:
    for column in columns:
        if tag != source:
            yield replace(column, name=beside(column.name, source), meaning=mean.BESIDE, beside=True)
        yield column
