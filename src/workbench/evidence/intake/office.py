"""Documents of office programs (DOCX, PPTX, ODT, ODP, RTF): their text, who wrote them when, what they carry."""

from collections.abc import Iterator

from workbench.evidence.intake import markup, office_open, office_rtf, office_word, zipped
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.markup import attribute, child_text, tail
from workbench.evidence.intake.office_flow import Full
from workbench.evidence.intake.source import Notes, Source, Unreadable
from workbench.evidence.intake.zipped import Parts

_OPEN = b"mimetypeapplication/vnd.oasis.opendocument."
_MOST_FILES = 2000
_ABOUT = (
    ("docProps/core.xml", (("title", "title"), ("creator", "author"), ("lastModifiedBy", "saved_by"),
                           ("created", "created"), ("modified", "modified"), ("revision", "saved_times"))),
    ("docProps/app.xml", (("Application", "program"), ("Company", "company"), ("Pages", "pages_told"),
                          ("Template", "template"))),
    ("meta.xml", (("title", "title"), ("initial-creator", "author"), ("creator", "saved_by"),
                  ("creation-date", "created"), ("date", "modified"), ("editing-cycles", "saved_times"),
                  ("generator", "program"))),
)  # fmt: skip


def fits(source: Source) -> bool:
    """Whether it is a text document or slides of an office program."""
    if office_rtf.fits(source):
        return True
    if not source.head.startswith(b"PK\x03\x04"):
        return False
    if _open_kind(source):
        return True
    names = zipped.names(source)
    return "[Content_Types].xml" in names and any(
        one.startswith(("word/document", "ppt/presentation")) and one.endswith(".xml") for one in names
    )


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """The pages or slides, then remarks and notes, then the files within."""
    if office_rtf.fits(source):
        yield from office_rtf.read(source, notes)
        return
    parts = Parts(source)
    _about(parts, notes)
    try:
        yield from _text(source, parts, notes)
    except Full:
        pass
    yield from _within(parts, notes)


def _text(source: Source, parts: Parts, notes: Notes) -> Iterator[Item]:
    if kind := _open_kind(source):
        notes.fact("document", "ODP" if kind == "presentation" else "ODT")
        yield from office_open.pages(parts, notes, "slide" if kind == "presentation" else "page")
        return
    main = office_word.main_part(parts)
    slides = main.startswith("ppt/") or main.endswith("presentation.xml")
    notes.fact("document", "PPTX" if slides else "DOCX")
    yield from (office_word.slides if slides else office_word.document)(parts, main, notes)


def _open_kind(source: Source) -> str:
    head = source.head[:200]
    kinds = {"text": b"text", "presentation": b"presentation"}
    return next((kind for kind, sign in kinds.items() if _OPEN + sign in head), "")


def _about(parts: Parts, notes: Notes) -> None:
    for part, wanted in _ABOUT:
        if part not in parts:
            continue
        try:
            root = markup.whole(parts.stream(part, 2_000_000))
        except Unreadable as error:
            if error.told.key == "xml_entities":
                raise
            continue
        holders = [root, *root] if part == "meta.xml" else [root]
        for name, key in wanted:
            text = next((found for one in holders if (found := child_text(one, name))), "")
            if text:
                notes.fact(key, text[:500])


def _within(parts: Parts, notes: Notes) -> Iterator[Item]:
    """The pictures and other files that a document carries, and whether it would run or fetch something."""
    lower = {name: name.lower() for name in parts.sizes}
    if any(
        one.endswith(("vbaproject.bin", "vbadata.xml")) or one.startswith(("basic/", "scripts/"))
        for one in lower.values()
    ):
        notes.warn("document_macros")
    _outside(parts, notes)
    carried = [
        name for name, low in lower.items()
        if ("/embeddings/" in low or "/media/" in low or low.startswith(("pictures/", "object ", "media/")))
        and not low.endswith((".xml", ".rels"))
    ]  # fmt: skip
    if objects := sum("/media/" not in one and not one.startswith(("Pictures/", "media/")) for one in carried):
        notes.warn("pdf_attachments", count=objects)
    for number, name in enumerate(carried[:_MOST_FILES], 1):
        yield Item(Kind.FILE, f"part {number}", text=name[:1000], detail={"size": parts.sizes[name]})


def _outside(parts: Parts, notes: Notes) -> None:
    links = 0
    for name in [one for one in parts.sizes if one.endswith(".rels")][:_MOST_FILES]:
        try:
            relations = markup.whole(parts.stream(name, 5_000_000))
        except Unreadable as error:
            if error.told.key == "xml_entities":
                raise
            continue
        for one in relations:
            if tail(one) != "Relationship" or attribute(one, "TargetMode") != "External":
                continue
            if attribute(one, "Type").endswith("/hyperlink"):
                links += 1
            else:
                notes.warn("document_outside")
    if links:
        notes.fact("links", links)
