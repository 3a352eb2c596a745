"""Reading a mapping of a pack: typed values out, findings for everything that is not what it should be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.i18n import N_, ltr
from workbench.sop.flaws import Finding, Flaw, found
from workbench.sop.nodes import Entries, Items, Node, Scalar, compose

A_TEXT, A_NUMBER, A_TRUTH = N_("a text"), N_("a number"), N_("true or false")
A_LIST, A_MAPPING, A_WORD = N_("a list"), N_("keys with values"), N_("a single word")
# A name that YAML 1.1 would turn into something else still reads as the word that stands there.
_WORDS = frozenset({"str", "bool", "int", "float", "null"})

_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})?")

Place = tuple[str, int]


@dataclass
class Report:
    """What was found so far, and where each part of the pack stands, by the context of its text or its key."""

    findings: list[Finding]
    places: dict[str, Place]

    def add(self, flaw: Flaw, place: Place, /, **facts: object) -> None:
        """Note a flaw at a place."""
        self.findings.append(found(flaw, place[0], place[1], **facts))

    def at(self, *names: str) -> Place:
        """The place of the first of these names that has one."""
        return next((self.places[name] for name in names if name in self.places), ("pack.yaml", 1))


class Section:
    """A mapping being read. Each method takes a key and gives a value of its type, or an empty one and a finding."""

    def __init__(self, file: str, node: Entries, report: Report) -> None:
        self.file = file
        self.node = node
        self.report = report

    @property
    def place(self) -> Place:
        return self.file, self.node.line

    def line(self, key: str) -> Place:
        """Where the key stands; the section itself if it does not."""
        return self.file, self.node.lines.get(key, self.node.line)

    def flaw(self, flaw: Flaw, key: str, /, **facts: object) -> None:
        """Note a flaw at a key."""
        self.report.add(flaw, self.line(key), **facts)

    def only(self, *known: str) -> None:
        """Note every key that may not stand here."""
        for key in self.node.nodes:
            if key not in known:
                self.flaw(Flaw.KEY_UNKNOWN, key, key=ltr(key), known=ltr(", ".join(known)))

    def text(self, key: str, *, required: bool = True, context: str = "") -> str:
        """A text; ``context`` names it for its translations and remembers where it stands."""
        node = self._get(key, required)
        if node is None:
            return ""
        value = self._text(key, node)
        if not value.strip():
            if required:
                self.flaw(Flaw.KEY_MISSING, key, key=ltr(key))
            return ""
        self.report.places[context or key] = (self.file, node.line)
        return value

    def texts(self, key: str, context: str = "") -> tuple[str, ...]:
        """A list of texts, each translated under ``context`` and its number."""
        values = []
        for index, node in enumerate(self._items(key)):
            values.append(self._text(key, node))
            self.report.places[f"{context}.{index}"] = (self.file, node.line)
        return tuple(values)

    def named(self, key: str, context: str) -> dict[str, str]:
        """A mapping of names to texts, each translated under ``context`` and its name."""
        inner = self.section(key)
        if inner is None:
            return {}
        return {name: inner.text(name, context=f"{context}.{name}") for name in inner.node.nodes}

    def word(self, key: str, default: str = "", *, one_of: Iterable[str] = (), required: bool = False) -> str:
        """A single word, one of ``one_of`` if that is given."""
        node = self._get(key, required)
        if node is None:
            return default
        value, known = self._word(key, node), tuple(one_of)
        if known and value and value not in known:
            self.flaw(Flaw.NOT_ONE_OF, key, key=ltr(key), value=ltr(value), known=ltr(", ".join(known)))
            return default
        return value

    def name(self, key: str, pattern: str, example: str) -> str:
        """A required word of a certain shape."""
        value = self.word(key, required=True)
        if value and not re.fullmatch(pattern, value):
            self.flaw(Flaw.SHAPE_WRONG, key, key=ltr(key), value=ltr(value), example=ltr(example))
            return ""
        return value

    def place_text(self) -> str:
        """Where in a source: «art 19(13)». It is data, not a text, and a bare number is as good."""
        node = self.node.nodes.get("place")
        return "" if node is None else str(getattr(node, "text", "")) or self.text("place")

    def words(self, key: str) -> tuple[str, ...]:
        """A list of single words."""
        return tuple(word for node in self._items(key) if (word := self._word(key, node)))

    def number(self, key: str) -> float | None:
        """A positive number, or None if there is none."""
        node = self._get(key, required=False)
        if node is None:
            return None
        if isinstance(node, Scalar) and node.type in ("int", "float") and _NUMBER.fullmatch(node.text):
            return float(node.text)
        self._wrong(key, A_NUMBER)
        return None

    def truth(self, key: str) -> bool:
        """True or false; false if it is not said."""
        node = self._get(key, required=False)
        if node is None:
            return False
        if isinstance(node, Scalar) and node.type == "bool":
            return node.text.lower() in ("true", "yes", "on")
        self._wrong(key, A_TRUTH)
        return False

    def section(self, key: str, *, required: bool = False) -> "Section | None":
        """The mapping under a key."""
        node = self._get(key, required)
        if node is None:
            return None
        if isinstance(node, Entries):
            return Section(self.file, node, self.report)
        self._wrong(key, A_MAPPING)
        return None

    def sections(self, key: str, *, required: bool = False) -> Iterator["Section"]:
        """The mappings of a list."""
        for node in self._items(key, required):
            if isinstance(node, Entries):
                yield Section(self.file, node, self.report)
            else:
                self._wrong(key, A_MAPPING, node)

    def _items(self, key: str, required: bool = False) -> list[Node]:
        node = self._get(key, required)
        if node is None:
            return []
        if isinstance(node, Items):
            return node.nodes
        self._wrong(key, A_LIST)
        return []

    def _get(self, key: str, required: bool) -> Node | None:
        node = self.node.nodes.get(key)
        if node is None and required:
            self.report.add(Flaw.KEY_MISSING, self.place, key=ltr(key))
        return node

    def _text(self, key: str, node: Node) -> str:
        if isinstance(node, Scalar) and node.type == "str":
            return node.text
        self._wrong(key, A_TEXT, node)
        return ""

    def _word(self, key: str, node: Node) -> str:
        if isinstance(node, Scalar) and node.type in _WORDS and node.text:
            return node.text
        self._wrong(key, A_WORD, node)
        return ""

    def _wrong(self, key: str, wanted: str, node: Node | None = None) -> None:
        place = (self.file, node.line) if node is not None else self.line(key)
        self.report.add(Flaw.TYPE_WRONG, place, key=ltr(key), wanted=wanted)


def opened(name: str, files: Mapping[str, bytes], report: Report) -> Section | None:
    """The mapping that a file of the pack holds; None, with a finding, if it cannot be read."""
    if name not in files:
        report.add(Flaw.FILE_MISSING, (name, 1), name=ltr(name))
        return None
    node = compose(name, files[name], report.findings)
    if isinstance(node, Entries):
        return Section(name, node, report)
    if node is not None:
        report.add(Flaw.TYPE_WRONG, (name, node.line), key=ltr(name), wanted=A_MAPPING)
    return None
