"""Text documents and slides of Office since 2007 (DOCX, PPTX): body, notes, remarks, hidden and deleted text."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from workbench.evidence.intake import markup
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.markup import attribute, tail
from workbench.evidence.intake.office_flow import Flow
from workbench.evidence.intake.source import Notes, Unreadable
from workbench.evidence.intake.zipped import Parts

_BLOCKS = ("p", "tr")
_OFF = ("0", "false", "off", "none")
_CHANGES = ("ins", "del", "moveFrom", "moveTo")
# Fields that fetch from elsewhere when a document is opened.
_FETCHING = re.compile(r"^\s*(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|IMPORT|LINK|RD|DATABASE)\b", re.IGNORECASE)
_ASIDE = (
    ("header", "hdr", "header"), ("footer", "ftr", "footer"), ("footnotes", "footnote", "footnote"),
    ("endnotes", "endnote", "endnote"), ("comments", "comment", "remark"),
)  # fmt: skip
_NUMBERED = re.compile(r"(\d+)\.xml$")


def document(parts: Parts, main: str, notes: Notes) -> Iterator[Item]:
    """The pages of a text document, then what stands beside them."""
    flow = Flow(notes)
    for block in _blocks(parts, main):
        words = _Words(flow)
        text = words.of(block)
        if words.breaks and not words.before_break.strip():
            yield from flow.turn()
            yield from flow.put(text)
        else:
            yield from flow.put(text)
            if words.breaks:
                yield from flow.turn()
        if words.fetches:
            notes.warn("document_outside")
    yield from flow.turn(even_empty=flow.page == 1)
    folder = main.rpartition("/")[0]
    for name, element, said in _ASIDE:
        yield from _aside(parts, f"{folder}/{name}", element, said, flow)
    flow.tell()


def slides(parts: Parts, main: str, notes: Notes) -> Iterator[Item]:
    """A page for each slide, then the notes of the speaker."""
    folder, flow, hidden = main.rpartition("/")[0], Flow(notes, "slide"), 0
    for name in _numbered(parts, f"{folder}/slides/slide"):
        for block in _blocks(parts, name):
            yield from flow.put(_Words(flow).of(block))
        yield from flow.turn(even_empty=True)
        hidden += b'show="0"' in parts.read(name)[:4096]
    for place, prefix in (("notes", "notesSlides/notesSlide"), ("remark", "comments/comment")):
        for name in _numbered(parts, f"{folder}/{prefix}"):
            text = "\n".join(filter(None, (_Words(flow).of(block).strip() for block in _blocks(parts, name))))
            if text:
                yield Item(Kind.RECORD, f"{place} {_number(name)}", text=text)
    flow.hidden += hidden
    flow.tell()


def _numbered(parts: Parts, prefix: str) -> list[str]:
    return sorted((one for one in parts.sizes if one.startswith(prefix) and _NUMBERED.search(one)), key=_number)


def _number(name: str) -> int:
    found = _NUMBERED.search(name)
    return int(found[1][:9]) if found else 0


def _blocks(parts: Parts, name: str) -> Iterator[Element]:
    """The outermost paragraphs and rows of a part, one at a time."""
    depth, fallback = 0, 0
    for began, element in markup.pieces(parts.open(name), starts=True):
        kind = tail(element)
        # The same text once more, for programs that know less.
        fallback += (kind == "Fallback") * (1 if began else -1)
        if kind in _BLOCKS:
            depth += 1 if began else -1
            if not began and depth == 0:
                if not fallback:
                    yield element
                element.clear()


def _aside(parts: Parts, prefix: str, element: str, said: str, flow: Flow) -> Iterator[Item]:
    names = [one for one in parts.sizes if re.fullmatch(re.escape(prefix) + r"\d*\.xml", one)]
    for name in sorted(names, key=_number):
        for began, one in markup.pieces(parts.open(name), starts=False):
            if began or tail(one) != element or attribute(one, "type") in ("separator", "continuationSeparator"):
                continue
            text = _Words(flow).of(one).strip()
            number = attribute(one, "id") or str(_number(name) or "")
            detail = {key: value for key, value in (
                ("by", attribute(one, "author")), ("written", attribute(one, "date")),
            ) if value}  # fmt: skip
            one.clear()
            if text:
                yield Item(Kind.RECORD, f"{said} {number}".strip(), text=text, detail=detail)


class _Words:
    """The words of one block, and what was met among them."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._out: list[str] = []
        self.breaks = 0
        self.before_break = ""
        self.fetches = False

    def of(self, block: Element) -> str:
        self._walk(block, inner=False)
        return "".join(self._out)

    def _walk(self, one: Element, *, inner: bool = True) -> None:
        kind = tail(one)
        if kind == "Fallback":
            return
        if kind in ("t", "delText"):
            self._out.append(one.text or "")
        elif kind in ("tab", "ptab") and len(one) == 0:
            self._out.append("\t")
        elif kind in ("br", "cr", "lastRenderedPageBreak"):
            self._break(one, kind)
        elif kind in ("noBreakHyphen", "softHyphen"):
            self._out.append("-" if kind == "noBreakHyphen" else "")
        elif kind == "instrText":
            self.fetches |= bool(_FETCHING.match(one.text or ""))
        elif kind == "fldSimple":
            self.fetches |= bool(_FETCHING.match(attribute(one, "instr")))
        self._note(one, kind)
        # Marks of layout have names like those of words (tabs in ``pPr``).
        for child in one if kind not in ("pPr", "tblPr", "trPr", "tcPr", "sectPr", "rPr") else ():
            self._walk(child)
        if kind == "tc":
            if self._out and self._out[-1] == "\n":
                self._out.pop()
            self._out.append(" | ")
        elif kind in _BLOCKS and inner:
            self._out.append("\n")

    def _break(self, one: Element, kind: str) -> None:
        if kind == "lastRenderedPageBreak" or attribute(one, "type") == "page":
            if not self.breaks:
                self.before_break = "".join(self._out)
            self.breaks += 1
        self._out.append("" if kind == "lastRenderedPageBreak" else "\n")

    def _note(self, one: Element, kind: str) -> None:
        if kind in _CHANGES:
            self._flow.changes += any(tail(inner) in ("t", "delText") for inner in one.iter())
        elif kind == "r":
            marks = next((inner for inner in one if tail(inner) == "rPr"), ())
            vanish = [inner for inner in marks if tail(inner) in ("vanish", "webHidden")]
            words = any(tail(inner) == "t" and (inner.text or "").strip() for inner in one)
            if words and any(attribute(inner, "val") not in _OFF for inner in vanish):
                self._flow.hidden += 1


def main_part(parts: Parts) -> str:
    """The part that is the document itself, by the relations of the package."""
    if "_rels/.rels" in parts:
        for one in markup.whole(parts.stream("_rels/.rels", 1_000_000)):
            target = attribute(one, "Target").lstrip("/")
            if attribute(one, "Type").endswith("/officeDocument") and target in parts:
                return target
    for name in ("word/document.xml", "ppt/presentation.xml"):
        if name in parts:
            return name
    raise Unreadable("broken")
