"""XML from strangers, read piece by piece: no entities, nothing from outside, no endless depth."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from workbench.evidence.intake.source import Unreadable

_DEPTH = 200
_PIECE, _LARGEST_PIECE = 1 << 16, 1 << 24
_DAMAGE = (ParseError, UnicodeError, LookupError, EOFError, OSError)


class _Growing:
    """A file read in pieces that grow while nothing comes of them.

    The parser looks at a piece of markup that has not ended yet from its start with every piece that it is given.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._want = file, _PIECE

    def read(self, _size: int = -1) -> bytes:
        found = self._file.read(self._want)
        self._want = min(2 * self._want, _LARGEST_PIECE)
        return found

    def moved(self) -> None:
        """Something came of it."""
        self._want = _PIECE


def pieces(file: BinaryIO, *, starts: bool = False) -> Iterator[tuple[bool, Element]]:
    """Each element as it ends, and with ``starts`` also as it begins (True); ``Unreadable`` where it is damaged."""
    from defusedxml import DefusedXmlException, ElementTree

    depth, growing = 0, _Growing(file)
    try:
        for event, element in ElementTree.iterparse(growing, events=("start", "end")):
            growing.moved()
            if event == "start":
                depth += 1
                if depth > _DEPTH:
                    raise Unreadable("broken")
                if starts:
                    yield True, element
            else:
                depth -= 1
                yield False, element
    except DefusedXmlException as error:
        raise Unreadable("xml_entities") from error
    except _DAMAGE as error:
        raise Unreadable("broken") from error
    except ValueError as error:  # an encoding that expat does not know
        raise Unreadable("broken") from error


def whole(file: BinaryIO) -> Element:
    """The root of a small document."""
    root: Element | None = None
    for _began, element in pieces(file):
        root = element
    if root is None:
        raise Unreadable("broken")
    return root


def tail(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child_text(element: Element, name: str) -> str:
    """The text of the first child of a name, whatever its namespace."""
    found = next((one for one in element if tail(one) == name), None)
    return "" if found is None else (found.text or "").strip()


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without namespace."""
    if (value := element.get(name)) is not None:
        return value
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def looks_like(head: bytes, name: str) -> bool:
    """Whether the first bytes are XML whose root, with or without a prefix, is of a name."""
    plain = head.replace(b"\x00", b"")[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if not plain.startswith(b"<"):
        return False
    sign = name.encode()
    return b"<" + sign in plain or (b":" + sign in plain and plain.startswith(b"<?xml"))
