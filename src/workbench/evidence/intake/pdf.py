"""PDF: the text of each page, who made it when, what it carries along, and whether it wants to run something."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.evidence.intake import pdf_inside
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import Notes, Source, Unreadable

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_BYTES = 200_000_000
_MOST_PAGES = 20_000
_MOST_LETTERS = 200_000
_DATE = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-]\d{2})'?(\d{2})?'?)?")


def fits(source: Source) -> bool:
    """Whether it begins as a PDF does, at most a little late."""
    return b"%PDF-" in source.head[:1024]


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """The pages in their order, then the files within."""
    document, data = opened(source)
    try:
        pages = len(document)
        notes.fact("pages", pages)
        _about(document, notes)
        found = pdf_inside.inside(data, notes)
        if revisions := max(0, data.count(b"%%EOF") - 1 - (b"/Linearized" in data[:2048])):
            notes.fact("saved_again", revisions)
        bare = missing = 0
        for number in range(min(pages, _MOST_PAGES)):
            text = page_text(document, number)
            if text is None:
                missing += 1
                continue
            bare += not text
            yield Item(Kind.PAGE, f"page {number + 1}", text=text)
        if missing:
            notes.warn("pages_missing", count=missing)
        if bare:
            notes.warn("pages_without_text", count=bare)
        if pages > _MOST_PAGES:
            notes.warn("cut_off", count=_MOST_PAGES)
        yield from found
    finally:
        document.close()


def opened(source: Source) -> tuple["PdfDocument", bytes]:
    """The document and its bytes. One that only limits what may be done opens; one that hides its content does not."""
    from pypdfium2 import PdfDocument, PdfiumError

    if source.size > _MOST_BYTES:
        raise Unreadable("too_large")
    source.file.seek(0)
    data = source.file.read(_MOST_BYTES)
    try:
        document = PdfDocument(data)
        if len(document) == 0:
            raise Unreadable("broken")
    except PdfiumError as error:
        raise Unreadable("encrypted" if "password" in str(error).lower() else "broken") from error
    return document, data


def page_text(document: "PdfDocument", number: int) -> str | None:
    """The letters of a page, in the order in which they are told; None where the page is not there."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        letters = page.get_textpage()
        text: str = letters.get_text_range(0, min(letters.count_chars(), _MOST_LETTERS))
        letters.close()
        page.close()
    except PdfiumError:
        return None
    # U+FFFE stands for a hyphen at the end of a line.
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "").replace("\x00", "").strip()


def moment(text: str) -> str:
    """A date as PDF writes it, in ISO 8601; empty where it is damaged."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return ""
    year, month, day, hour, minute, second = (found[part] for part in range(1, 7))
    zone = "+00:00" if found[7] else f"{found[8]}:{found[9] or '00'}" if found[8] else ""
    told = f"{year}-{month or '01'}-{day or '01'}"
    if hour:
        told += f"T{hour}:{minute or '00'}:{second or '00'}{zone}"
    try:
        datetime.fromisoformat(told)
    except ValueError:
        return ""
    return told


def _about(document: "PdfDocument", notes: Notes) -> None:
    about = document.get_metadata_dict(skip_empty=True)
    for key, name in (("Title", "title"), ("Author", "author"), ("Creator", "creator"), ("Producer", "producer")):
        if text := about.get(key, "").strip("\x00 "):
            notes.fact(name, text[:500])
    for key, name in (("CreationDate", "created"), ("ModDate", "modified")):
        if told := moment(about.get(key, "")):
            notes.fact(name, told)
