"""Text documents and slides of OpenDocument (ODT, ODP): body, notes, remarks, hidden and deleted text."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from workbench.evidence.intake import markup
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.markup import attribute, child_text, tail
from workbench.evidence.intake.office_flow import Flow
from workbench.evidence.intake.source import Notes, Unreadable
from workbench.evidence.intake.zipped import Parts

_BLOCKS = ("p", "h", "table-row")
# What stands inside a paragraph and is told apart from it.
_APART = ("annotation", "note", "tracked-changes")
_MOST_SPACES = 1000


def pages(parts: Parts, notes: Notes, word: str) -> Iterator[Item]:
    """The pages of a document, or its slides where ``word`` says so, then what stands beside them."""
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts.read("META-INF/manifest.xml", 5_000_000):
        raise Unreadable("encrypted")
    flow, reading = Flow(notes, word), _Open(notes)
    depth = 0
    for began, element in markup.pieces(parts.open("content.xml"), starts=True):
        kind = tail(element)
        if not began and kind == "style":
            reading.style(element)
        if kind in _BLOCKS or kind in _APART:
            depth += 1 if began else -1
            if not began and depth == 0:
                yield from _block(element, kind, flow, reading)
                element.clear()
        elif kind == "soft-page-break" and began and depth == 0 and word == "page":
            yield from flow.turn()
        elif kind == "page" and not began and word == "slide":
            yield from flow.turn(even_empty=True)
    if word == "page":
        yield from flow.turn(even_empty=flow.page == 1)
    yield from reading.aside
    flow.hidden, flow.changes = reading.hidden, reading.changes
    flow.tell()


def _block(element: Element, kind: str, flow: Flow, reading: "_Open") -> Iterator[Item]:
    if kind in _APART:
        reading.apart(element, kind)
        return
    text = reading.words(element)
    if reading.turned:
        # Where within the paragraph the page ends is a matter of the layout: it is told whole.
        yield from flow.put(text)
        yield from flow.turn()
        reading.turned = False
    else:
        yield from flow.put(text)


class _Open:
    """What is met in a document, beside its words."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._hidden_styles: set[str] = set()
        self.hidden = 0
        self.changes = 0
        self.turned = False
        self.aside: list[Item] = []
        self._counts: Counter[str] = Counter()

    def style(self, element: Element) -> None:
        """Remember the styles that hide their text."""
        if any(tail(one) == "text-properties" and attribute(one, "display") == "none" for one in element):
            self._hidden_styles.add(attribute(element, "name"))

    def words(self, element: Element) -> str:
        return "".join(self._walk(element, outermost=True)).replace("\n | ", " | ")

    def apart(self, element: Element, kind: str) -> None:
        """A remark, a note, or the changes that were recorded."""
        if kind == "tracked-changes":
            for region in element:
                self.changes += 1
                deleted = next((one for one in region if tail(one) == "deletion"), None)
                if deleted is not None and (text := self.words(deleted).strip()):
                    self._keep("deleted", text, region)
            return
        told = (self.words(one).strip() for one in element if tail(one) in ("p", "list", "note-body"))
        words = "\n".join(filter(None, told))
        if words:
            self._keep("remark" if kind == "annotation" else "note", words, element)

    def _keep(self, said: str, text: str, element: Element) -> None:
        by = next((child_text(one, "creator") for one in element.iter() if child_text(one, "creator")), "")
        written = next((child_text(one, "date") for one in element.iter() if child_text(one, "date")), "")
        detail = {key: value for key, value in (("by", by), ("written", written)) if value}
        self._counts[said] += 1
        self.aside.append(Item(Kind.RECORD, f"{said} {self._counts[said]}", text=text, detail=detail))

    def _walk(self, one: Element, *, outermost: bool = False) -> Iterator[str]:
        kind = tail(one)
        if kind in _APART:
            self.apart(one, kind)
            return
        if kind in ("change-info", "creator", "date", "tracked-changes"):
            return
        if kind == "s":
            count = attribute(one, "c")
            yield " " * min(int(count[:4]) if count.isascii() and count.isdigit() else 1, _MOST_SPACES)
        elif kind in ("tab", "line-break"):
            yield "\t" if kind == "tab" else "\n"
        elif kind == "soft-page-break":
            self.turned = True
        elif attribute(one, "style-name") in self._hidden_styles or kind in ("hidden-text", "hidden-paragraph"):
            self.hidden += 1
            # The text of a hidden field stands in an attribute.
            yield attribute(one, "string-value")
        yield one.text or ""
        for child in one:
            yield from self._walk(child)
            yield child.tail or ""
        if kind in ("table-cell", "covered-table-cell"):
            yield " | "
        elif kind in _BLOCKS and not outermost:
            yield "\n"
