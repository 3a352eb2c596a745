"""YAML as a tree that knows its lines: only plain texts, lists and keys, never tags, anchors or deep nests."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.resolver import Resolver

from workbench.sop.flaws import Finding, Flaw, found

FILE_LIMIT = 2 * 1024 * 1024
DEPTH_LIMIT = 20
# libyaml reads the same language an order of magnitude faster; wheels carry it, some builds do not.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER = Resolver()
_STR = "str"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it was written; ``type`` is what YAML takes it for: str, int, float, bool, null, timestamp."""

    text: str
    type: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    nodes: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping; keys are texts, whatever YAML would make of them."""

    line: int
    nodes: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Items | Entries


class _Unfit(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def compose(file: str, data: bytes, findings: list[Finding]) -> Node | None:
    """The tree of a YAML file, or None if it cannot be read safely; what is wrong is added to ``findings``."""
    try:
        return _Builder(file, findings).build(_events(file, data))
    except _Unfit as unfit:
        findings.append(unfit.finding)
    return None


def _events(file: str, data: bytes) -> Iterator[Event]:
    if len(data) > FILE_LIMIT:
        raise _Unfit(found(Flaw.FILE_TOO_LARGE, file, 1, limit="2 MiB"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _Unfit(found(Flaw.NOT_UTF8, file, line)) from None
    try:
        yield from yaml.parse(text, _LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _Unfit(found(Flaw.SYNTAX, file, line, problem=error.problem or "")) from None
    except yaml.YAMLError as error:
        # The reader's own errors carry a position, not a line.
        line = text[: getattr(error, "position", 0)].count("\n") + 1
        raise _Unfit(found(Flaw.SYNTAX, file, line, problem="control character")) from None


class _Builder:
    """Puts events together, refusing what a pack must not hold."""

    def __init__(self, file: str, findings: list[Finding]) -> None:
        self._file = file
        self._findings = findings
        self._open: list[Items | Entries] = []
        self._keys: list[Scalar | None] = []
        self._root: Node | None = None

    def build(self, events: Iterator[Event]) -> Node:
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(Flaw.SYNTAX, event, problem="second document")
            self._take(event)
        if self._root is None or (isinstance(self._root, Scalar) and self._root.type == "null"):
            raise _Unfit(found(Flaw.EMPTY_FILE, self._file, 1))
        return self._root

    def _take(self, event: Event) -> None:
        if isinstance(event, NodeEvent):
            self._plain(event)
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, ScalarEvent):
            self._add(Scalar(event.value, _type(event), line))
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            opened = Entries(line) if isinstance(event, MappingStartEvent) else Items(line)
            self._add(opened)
            self._open.append(opened)
            self._keys.append(None)
            if len(self._open) > DEPTH_LIMIT:
                self._refuse(Flaw.TOO_DEEP, event, limit=DEPTH_LIMIT)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._open.pop()
            self._keys.pop()

    def _plain(self, event: NodeEvent) -> None:
        """Refuse aliases, anchors and explicit tags."""
        if isinstance(event, AliasEvent) or event.anchor is not None:
            self._refuse(Flaw.ALIAS, event, name=event.anchor)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse(Flaw.TAG, event, tag=tag)

    def _add(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        within = self._open[-1]
        if isinstance(within, Items):
            within.nodes.append(node)
            return
        key = self._keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                raise _Unfit(found(Flaw.SYNTAX, self._file, node.line, problem="a key must be a word"))
            self._keys[-1] = node
            return
        self._keys[-1] = None
        if key.text in within.nodes:
            self._findings.append(found(Flaw.KEY_TWICE, self._file, key.line, key=key.text))
            return
        within.nodes[key.text] = node
        within.lines[key.text] = key.line

    def _refuse(self, flaw: Flaw, event: Event, **facts: object) -> None:
        raise _Unfit(found(flaw, self._file, event.start_mark.line + 1 if event.start_mark else 1, **facts))


def _type(event: ScalarEvent) -> str:
    if not event.implicit[0]:
        return _STR
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, event.value, (True, False))  # type: ignore[no-untyped-call]
    return tag.rpartition(":")[2]
