"""What a PDF carries beside its pages: program code, things to launch, forms that send, signatures, other files."""

import contextlib
from collections import Counter
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import Notes

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_MOST_OBJECTS, _MOST_VALUES, _DEEPEST = 60_000, 1_000_000, 20
_MOST_FILES, _MOST_NAMES = 1000, 200_000
# The kinds of action (ISO 32000-2, 12.6.4) and what is said of them.
_SAID = {
    "/JavaScript": "pdf_program", "/Rendition": "pdf_program", "/RichMediaExecute": "pdf_program",
    "/Launch": "pdf_launches", "/GoToR": "pdf_launches", "/ImportData": "pdf_launches",
    "/SubmitForm": "pdf_forms",
}  # fmt: skip


def inside(data: bytes, notes: Notes) -> list[Item]:
    """Note what is inside; the attached files as items."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True, attempt_recovery=True) as pdf:
            if pdf.is_encrypted:
                notes.fact("encrypted", True)
            _Search(notes).all(pdf)
            return _attached(pdf, notes)
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, KeyError, AttributeError, NotImplementedError):
        notes.warn("pdf_partly_checked")
        return []


class _Search:
    """A walk over all objects, however they hang together."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.values = 0
        self.found: Counter[str] = Counter()

    def all(self, pdf: "Pdf") -> None:
        for count, one in enumerate(pdf.objects, 1):
            if count > _MOST_OBJECTS or self.values > _MOST_VALUES:
                self.notes.warn("pdf_partly_checked")
                break
            self._look(one, 0)
        for said in sorted(self.found.keys() & set(_SAID.values())):
            self.notes.warn(said)
        if self.found["signature"]:
            self.notes.fact("signatures", self.found["signature"])
        if self.found["link"]:
            self.notes.fact("links", self.found["link"])

    def _look(self, one: "Object", depth: int) -> None:
        import pikepdf

        self.values += 1
        if depth > _DEEPEST or self.values > _MOST_VALUES:
            return
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            keys = set(one.keys())
            if "/S" in keys and isinstance(one["/S"], pikepdf.Name):
                self.found[_SAID.get(str(one["/S"]), "link" if str(one["/S"]) == "/URI" else "")] += 1
            if "/JS" in keys or "/XFA" in keys:
                self.found["pdf_program"] += 1
            if "/ByteRange" in keys and "/Contents" in keys:
                self.found["signature"] += 1
            inner = [one[key] for key in keys if key not in ("/Parent", "/P", "/Length")]
        elif isinstance(one, pikepdf.Array):
            inner = list(one)
        else:
            return
        for value in inner:
            # What stands on its own comes by itself; only what stands within is entered.
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                self._look(value, depth + 1)


def _attached(pdf: "Pdf", notes: Notes) -> list[Item]:
    import pikepdf

    try:
        tree = pikepdf.NameTree(pdf.Root["/Names"]["/EmbeddedFiles"])
    except (KeyError, ValueError, TypeError, AttributeError):
        return []
    items: list[Item] = []
    count = 0
    # Walked through once: looked up by its name, each would cost a walk of its own.
    for count, (name, spec) in enumerate(islice(tree.items(), _MOST_NAMES), 1):
        if count <= _MOST_FILES:
            shown, size = _told(str(name), spec)
            items.append(Item(Kind.FILE, f"attachment {count}", text=shown[:1000], detail={"size": size}))
    if count:
        notes.warn("pdf_attachments", count=count)
    return items


def _told(name: str, spec: "Object") -> tuple[str, int]:
    """The name of an attached file and its size, which is what the document says: unpacking could fill the memory."""
    size = 0
    for key in ("/UF", "/F"):
        try:
            if told := str(spec[key]):
                name = told
                break
        except (KeyError, ValueError, TypeError, AttributeError, RuntimeError):
            continue
    with contextlib.suppress(KeyError, ValueError, TypeError, AttributeError, RuntimeError, OverflowError):
        size = int(spec["/EF"]["/F"]["/Params"]["/Size"])
    return name, size
