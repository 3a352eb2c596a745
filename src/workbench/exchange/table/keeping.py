"""What stays of the files of a pack when some of its values change: comments, order and layout of all the rest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.exchange.table.values import PROSE
from workbench.exchange.table.yaml_files import entry, item, written
from workbench.sop.nodes import Entries, Items, Node, Scalar, compose

# The only list whose entries have names: its steps.
_NAMES = ("key", "share")


def kept(name: str, node: Entries, before: bytes | None) -> bytes:
    """The file that says what ``node`` says: the one before if it said the same, else as much of it as still holds."""
    plain = written(node).encode()
    tree = compose(name, before, []) if before is not None else None
    if before is None or not isinstance(tree, Entries):
        return plain
    if same(tree, node):
        return before
    try:
        lines = before.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n").split("\n")
        woven = "\n".join(_woven(lines, tree, node)).encode() + b"\n"
    except UnicodeDecodeError:
        return plain
    # A layout that was not foreseen must not change what the pack says.
    again = compose(name, woven, [])
    return woven if isinstance(again, Entries) and same(again, node) else plain


def same(one: Node, other: Node) -> bool:
    """Whether two trees say the same, wherever it stands."""
    return _value(one) == _value(other)


def _value(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text, "str" if node.type == PROSE else node.type
    if isinstance(node, Items):
        return [_value(one) for one in node.nodes]
    # In a condition a list means all of it.
    if node.nodes.keys() == {"all"}:
        return _value(node.nodes["all"])
    return {key: _value(one) for key, one in node.nodes.items()}


@dataclass(frozen=True, slots=True)
class _Block:
    """One value in the lines of its file: where the comments above it begin, where it begins, where it ends."""

    node: Node
    above: int
    first: int
    end: int


_Parts = Sequence[tuple[str, int, Node]]


def _woven(lines: Sequence[str], tree: Entries, node: Entries) -> Iterator[str]:
    blocks = _blocks(lines, 0, len(lines), _parts(tree))
    for key in _order(tree.nodes, node.nodes):
        value, block = node.nodes[key], blocks.get(key)
        if block is None:
            yield from ("", *entry(key, value)) if isinstance(value, Entries) else entry(key, value)
            continue
        yield from lines[block.above : block.first]
        yield from lines[block.first : block.end] if same(block.node, value) else _within(lines, key, block, value)


def _within(lines: Sequence[str], key: str, block: _Block, value: Node) -> Iterator[str]:
    """The lines of a value that changed: of what stands on lines of its own inside it, the rest is kept."""
    before, now = _parts(block.node), _parts(value)
    alike = isinstance(value, Items) == isinstance(block.node, Items)
    if not before or not now or not alike or before[0][1] - 1 <= block.first:
        yield from entry(key, value)
        return
    blocks = _blocks(lines, block.first + 1, block.end, before)
    yield from lines[block.first : blocks[before[0][0]].above]
    indent = _indent(lines[before[0][1] - 1])
    for name, _, node in now:
        old = blocks.get(name)
        if old is not None:
            yield from lines[old.above : old.first]
        elif isinstance(value, Items) and _NAMES[0] in getattr(node, "nodes", ()):
            yield ""
        if old is not None and same(old.node, node):
            yield from lines[old.first : old.end]
        elif isinstance(value, Items):
            yield from item(node, indent, open_up=_NAMES[0] in getattr(node, "nodes", ()))
        else:
            yield from entry(name, node, indent, key)


def _parts(node: Node) -> _Parts:
    """The values inside a value by their names, with the line of each; none if they have no names."""
    if isinstance(node, Entries):
        return [(key, node.lines.get(key, 0), value) for key, value in node.nodes.items()]
    parts: list[tuple[str, int, Node]] = []
    for one in node.nodes if isinstance(node, Items) else ():
        named = [one.nodes.get(name) for name in _NAMES] if isinstance(one, Entries) else []
        name = next((found.text for found in named if isinstance(found, Scalar)), "")
        if not name:
            return []
        parts.append((name, one.line, one))
    return parts


def _blocks(lines: Sequence[str], start: int, end: int, parts: _Parts) -> dict[str, _Block]:
    """The lines from ``start`` to ``end`` divided among the values; their own lines are counted from 1."""
    firsts = [line - 1 for _, line, _ in parts]
    above: list[int] = []
    for number, first in enumerate(firsts):
        least = firsts[number - 1] + 1 if number else start
        head = first
        while head > least and _is_above(lines[head - 1]):
            head -= 1
        above.append(head)
    ends = [*above[1:], end]
    return {
        name: _Block(node, *where)
        for (name, _, node), where in zip(parts, zip(above, firsts, ends, strict=True), strict=True)
    }


def _is_above(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _order(before: Iterable[str], now: Iterable[str]) -> list[str]:
    """The keys there are now, in the order they had before; new ones behind those that they follow now."""
    wanted = list(now)
    order = [key for key in before if key in wanted]
    for number, key in enumerate(wanted):
        if key not in order:
            order.insert(order.index(wanted[number - 1]) + 1 if number else 0, key)
    return order
