"""A statement that was typed as plain text, as numbered lines: who spoke is told by the mark before the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

QUESTION, ANSWER, ACCOUNT = "q", "a", "n"
# The marks of questions and answers in Arabic, Sorani and English papers, each with its language.
_MARKS = {
    "س": (QUESTION, "ar"), "سؤال": (QUESTION, "ar"), "ج": (ANSWER, "ar"), "جواب": (ANSWER, "ar"),
    "پ": (QUESTION, "ckb"), "پرسیار": (QUESTION, "ckb"), "و": (ANSWER, "ckb"), "وەڵام": (ANSWER, "ckb"),
    "q": (QUESTION, "en"), "question": (QUESTION, "en"), "a": (ANSWER, "en"), "answer": (ANSWER, "en"),
}  # fmt: skip
_MARKED = re.compile(r"\s*([^\W\d_]{1,8})\s*[0-9\u0660-\u0669\u06f0-\u06f9]{0,3}\s*[:：]\s*(.*)")


@dataclass(frozen=True, slots=True)
class Read:
    """What a text holds: the words above the first line, the lines (kind and words), the words below the last."""

    head: str
    lines: tuple[tuple[str, str], ...]
    tail: str
    language: str  # of its marks, empty if it has none


def lines_of(text: str) -> Read:
    """The lines of a text. Without marks of questions and answers every paragraph is a line of a free account."""
    rows = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    marked = [_marked(row) for row in rows]
    first = next((n for n, one in enumerate(marked) if one), None)
    if first is None:
        return Read("", tuple((ACCOUNT, one) for one in _paragraphs(rows)), "", "")
    last = max(n for n, one in enumerate(marked) if one)
    # What follows an empty row after the last answer is no longer what was said: the reading back, the signatures.
    ends = next((n for n in range(last, len(rows)) if not rows[n].strip()), len(rows))
    languages = [one[2] for one in marked if one]
    return Read(
        "\n".join(row.rstrip() for row in rows[:first]).strip(),
        tuple(_joined(rows[first:ends], marked[first:ends])),
        "\n".join(row.rstrip() for row in rows[ends:]).strip(),
        max(dict.fromkeys(languages), key=languages.count),
    )  # fmt: skip


def _marked(row: str) -> tuple[str, str, str] | None:
    """Kind, words and language of a row that begins with a mark."""
    found = _MARKED.match(row)
    mark = _MARKS.get(found[1].casefold()) if found else None
    return (mark[0], found[2].strip(), mark[1]) if found and mark else None


def _joined(rows: list[str], marked: list[tuple[str, str, str] | None]) -> Iterator[tuple[str, str]]:
    """Each mark begins a line; rows without one go on with it."""
    kind = ""
    words: list[str] = []
    for row, mark in zip(rows, marked, strict=True):
        if mark:
            if any(words):
                yield kind, "\n".join(words)
            kind, words = mark[0], [mark[1]]
        elif row.strip():
            words.append(row.strip())
    if any(words):
        yield kind, "\n".join(words)


def _paragraphs(rows: list[str]) -> Iterator[str]:
    kept: list[str] = []
    for row in [*rows, ""]:
        if row.strip():
            kept.append(row.strip())
        elif kept:
            yield "\n".join(kept)
            kept = []
