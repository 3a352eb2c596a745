"""A tree of a pack written as YAML, in the way the packs are written by hand: a step reads like a page."""

import re
from collections.abc import Iterator

import yaml
from yaml.resolver import Resolver

from workbench.exchange.table.values import PROSE
from workbench.sop.nodes import Entries, Items, Node, Scalar

WIDTH = 110
_RESOLVER = Resolver()
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./+-]*")
_LITERAL = ("int", "float", "bool")
# Names, questions and sources stand below each other, however few.
_OPEN = frozenset({"options", "actors", "documents", "sources", "facts", "orders", "coverage", "readiness"})
_OPEN_LISTS = frozenset({"steps", "fields", "sources", "deadline"})
_OPEN_ITEMS = frozenset({"steps", "fields"})
_APART = ("actors", "documents", "sources", "orders", "facts", "coverage", "readiness", "week", "phases")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPES = {"\n": "\\n", "\t": "\\t"}


def written(node: Entries) -> str:
    """The file of a pack or a phase."""
    lines: list[str] = []
    for key, value in node.nodes.items():
        if key in _APART:
            lines.append("")
        lines += entry(key, value)
    return "\n".join(lines) + "\n"


def entry(key: str, node: Node, indent: int = 0, within: str = "") -> list[str]:
    """The lines of a key and its value."""
    pad, name = " " * indent, scalar(Scalar(key, "str", 0))
    if isinstance(node, Scalar):
        return [f"{pad}{name}: {scalar(node)}"]
    line = f"{pad}{name}: {flow(node)}"
    if not node.nodes or _is_words(node) or (len(line) <= WIDTH and not _opens(key, node, within)):
        return [line]
    if isinstance(node, Entries):
        inner = (lines for one, value in node.nodes.items() for lines in entry(one, value, indent + 2, key))
        return [f"{pad}{name}:", *inner]
    return [f"{pad}{name}:", *_listed(key, node, indent)]


def _opens(key: str, node: Items | Entries, within: str) -> bool:
    """Whether the value stands on lines of its own, however short it is."""
    if isinstance(node, Entries):
        return key in _OPEN or within == "facts"
    return key in _OPEN_LISTS or any(isinstance(one, Scalar) and one.type == PROSE for one in node.nodes)


def _is_words(node: Items | Entries) -> bool:
    return isinstance(node, Items) and all(isinstance(one, Scalar) and one.type != PROSE for one in node.nodes)


def _listed(key: str, node: Items, indent: int) -> Iterator[str]:
    shares = [isinstance(one, Entries) and "share" in one.nodes for one in node.nodes]
    for number, one in enumerate(node.nodes):
        if key == "steps" and number and not (shares[number] and shares[number - 1]):
            yield ""
        yield from item(one, indent, open_up=key in _OPEN_ITEMS and not shares[number])


def item(node: Node, indent: int, *, open_up: bool = False) -> list[str]:
    """The lines of one value of a list."""
    pad = " " * indent
    line = f"{pad}- {flow(node)}"
    if not isinstance(node, Entries) or not node.nodes or (not open_up and len(line) <= WIDTH):
        return [line]
    lines = [one for key, value in node.nodes.items() for one in entry(key, value, indent + 2)]
    return [f"{pad}- {lines[0].lstrip()}", *lines[1:]]


def flow(node: Node) -> str:
    """A value in one line."""
    if isinstance(node, Items):
        return f"[{', '.join(flow(one) for one in node.nodes)}]"
    if isinstance(node, Entries):
        return "{" + ", ".join(f"{scalar(Scalar(key, 'str', 0))}: {flow(one)}" for key, one in node.nodes.items()) + "}"
    return scalar(node)


def scalar(node: Scalar) -> str:
    """One value: a text in quotation marks, a word without where YAML takes it for a word."""
    if node.type in _LITERAL:
        return node.text
    if node.type != PROSE and _PLAIN.fullmatch(node.text) and _is_text(node.text):
        return node.text
    escaped = node.text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_UNSAFE.sub(lambda found: _ESCAPES.get(found[0]) or _code(found[0]), escaped)}"'


def _code(character: str) -> str:
    return f"\\u{ord(character):04X}"


def _is_text(word: str) -> bool:
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, word, (True, False))  # type: ignore[no-untyped-call]
    return tag.endswith(":str")
