"""Conditions in one line: «cross_border and not (T01.2 or victim_known)», as nodes of a pack and back."""

import re
from collections.abc import Iterator

from workbench.exchange.table.flaws import Misread
from workbench.exchange.table.layout import Shape
from workbench.exchange.table.wording import SheetFlaw
from workbench.sop.nodes import Entries, Items, Node, Scalar

DEPTH = 15
# A word that means something by itself is put in quotation marks where it is a name.
RESERVED = frozenset(("and", "or", "not", "any", "all", "is", "has", "given", "order", "none"))
_JOINS = {"and": "all", "or": "any"}
_WORDS = {join: word for word, join in _JOINS.items()}
_TOKEN = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([(),;])|([^\s(),;"]+))')
_PLAIN = re.compile(r'[^\s(),;"=]+')
_EXAMPLES = {
    Shape.WHEN: "cross_border and not (online or at_sea)",
    Shape.GATE: "T01.2 and (T01.4 or order search)",
    Shape.RULE: "T01.2.danger is yes, unknown or T01.1.known has vehicle",
    Shape.ANSWERS: "held is yes, unknown",
}
NONE = "none"


def quoted(word: str) -> str:
    """The word as it stands in a cell: in quotation marks where it would not be read as one word."""
    return word if _PLAIN.fullmatch(word) and word.lower() not in RESERVED else '"' + word.replace('"', '""') + '"'


def named(word: str) -> str:
    """The word as the only one of a cell, where no word means anything by itself."""
    return word if _PLAIN.fullmatch(word) else quoted(word)


def scalar(text: str, kind: str = "str") -> Scalar:
    """A value that stands on no line yet."""
    return Scalar(text, kind, 0)


def entries(**nodes: Node) -> Entries:
    """A mapping that stands on no line yet."""
    return Entries(0, dict(nodes))


def items(nodes: list[Node]) -> Items:
    """A list that stands on no line yet."""
    return Items(0, nodes)


def words(text: str) -> list[str]:
    """The words between commas. Raises ``Misread``."""
    found: list[str] = []
    wanted = True
    for kind, word in tokens(text.replace("\n", ",")):
        if kind == "sign" and word in ",;":
            wanted = True
        elif kind == "sign" or not wanted:
            raise Misread(SheetFlaw.SPACE_INSIDE, shown=text.replace("\n", " "))
        else:
            found.append(word)
            wanted = False
    return found


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """Each sign, word or quoted word of a text. Raises ``Misread`` for a quotation mark that is not closed."""
    at, text = 0, text.rstrip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise Misread(SheetFlaw.QUOTE_OPEN)
        at = found.end()
        if found[1] is not None:
            yield "quoted", found[1].replace('""', '"')
        else:
            yield ("sign", found[2]) if found[2] else ("word", found[3])


def written(node: Node, shape: Shape) -> str:
    """A condition as one line."""
    if isinstance(node, Items) and not node.nodes:
        return NONE
    if shape is Shape.GATE and isinstance(node, Scalar):
        return f"({quoted(node.text)})"
    if shape is Shape.GATE and isinstance(node, Items) and len(node.nodes) == 1:
        return quoted(node.nodes[0].text) if isinstance(node.nodes[0], Scalar) else _said(node)
    if shape is Shape.ANSWERS and isinstance(node, Entries):
        return " and ".join(f"{quoted(key)} is {_values(values)}" for key, values in node.nodes.items())
    return _said(node)


def _said(node: Node) -> str:
    if isinstance(node, Scalar):
        return quoted(node.text)
    if isinstance(node, Items):
        return _joined("all", node)
    (key, part), *others = node.nodes.items()
    if key in _WORDS and isinstance(part, Items):
        return _joined(key, part)
    if key == "not":
        return f"not {_bracketed(part)}"
    if key == "order":
        return f"order {_values(part)}"
    if key == "fact":
        return _values(part)
    test, values = others[0]
    return f"{_values(part)} given" if test == "given" else f"{_values(part)} {test} {_values(values)}"


def _joined(join: str, parts: Items) -> str:
    if len(parts.nodes) == 1:
        return f"{join}({_said(parts.nodes[0])})"
    return f" {_WORDS[join]} ".join(_bracketed(part) for part in parts.nodes)


def _bracketed(node: Node) -> str:
    part = node if isinstance(node, Items) else next(iter(node.nodes.values())) if isinstance(node, Entries) else None
    several = isinstance(part, Items) and len(part.nodes) > 1
    joins = isinstance(node, Items) or (isinstance(node, Entries) and not node.nodes.keys().isdisjoint(_WORDS))
    return f"({_said(node)})" if several and joins else _said(node)


def _values(node: Node) -> str:
    nodes = node.nodes if isinstance(node, Items) else [node]
    return ", ".join(quoted(one.text) for one in nodes if isinstance(one, Scalar))


def read(text: str, shape: Shape) -> Node:
    """The condition that a line says. Raises ``Misread``."""
    if text.strip().lower() == NONE:
        return items([])
    node = _Reading(text, shape).whole()
    if shape is Shape.GATE:
        # A gate is a list of what is waited for, also where that is one step; in brackets it is the word itself.
        if isinstance(node, Scalar) and not text.lstrip().startswith("("):
            return items([node])
        if isinstance(node, Entries) and "all" in node.nodes:
            return node.nodes["all"]
    return node


class _Reading:
    def __init__(self, text: str, shape: Shape) -> None:
        self._tokens = list(tokens(text))
        self._shape, self._at, self._depth = shape, 0, 0

    def whole(self) -> Node:
        node = self._answers() if self._shape is Shape.ANSWERS else self._expression()
        if self._at < len(self._tokens):
            self._broken()
        return node

    def _answers(self) -> Entries:
        asked = entries()
        while True:
            key = self._name()
            if key in asked.nodes or not self._takes("is"):
                self._broken()
            asked.nodes[key] = self._listed()
            if not self._takes("and"):
                return asked

    def _expression(self) -> Node:
        parts = [self._term()]
        join = next((word for word in _JOINS if self._sees(word)), "")
        while join and self._takes(join):
            parts.append(self._term())
        if any(self._sees(word) for word in _JOINS):
            raise Misread(SheetFlaw.RULE_MIXED)
        return parts[0] if not join else Entries(0, {_JOINS[join]: items(parts)})

    def _term(self) -> Node:
        self._depth += 1
        if self._depth > DEPTH:
            raise Misread(SheetFlaw.RULE_DEEP, limit=DEPTH)
        node = self._inner()
        self._depth -= 1
        return node

    def _inner(self) -> Node:
        if self._takes("not"):
            return Entries(0, {"not": self._term()})
        for join in _WORDS:
            if self._sees(join) and self._sees("(", after=1):
                self._at += 1
                return Entries(0, {join: items([self._term()])})
        if self._takes("("):
            node = self._expression()
            if not self._takes(")"):
                self._broken()
            return node
        return self._leaf()

    def _leaf(self) -> Node:
        if self._takes("order"):
            return entries(order=scalar(self._name()))
        name = self._name()
        test = next((word for word in ("is", "has", "given") if self._sees(word)), "")
        if self._shape is not Shape.RULE:
            if test:
                raise Misread(SheetFlaw.RULE_ANSWER, shown=f"{name} {test} …")
            return scalar(name)
        if not self._takes(test):
            return entries(fact=scalar(name))
        if test == "given":
            return entries(answer=scalar(name), given=scalar("true", "bool"))
        values = self._listed()
        single = test == "has" and len(values.nodes) == 1
        return Entries(0, {"answer": scalar(name), test: values.nodes[0] if single else values})

    def _listed(self) -> Items:
        values: list[Node] = [scalar(self._name())]
        while self._takes(","):
            values.append(scalar(self._name()))
        return items(values)

    def _name(self) -> str:
        kind, word = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        if kind not in ("word", "quoted") or (kind == "word" and word.lower() in RESERVED):
            self._broken()
        self._at += 1
        return word

    def _sees(self, word: str, after: int = 0) -> bool:
        at = self._at + after
        if at >= len(self._tokens):
            return False
        kind, text = self._tokens[at]
        return kind != "quoted" and text.lower() == word

    def _takes(self, word: str) -> bool:
        if word and self._sees(word):
            self._at += 1
            return True
        return False

    def _broken(self) -> None:
        shown = " ".join(word for _, word in self._tokens[self._at : self._at + 3]) or "…"
        raise Misread(SheetFlaw.RULE_BROKEN, shown=shown, example=_EXAMPLES[self._shape])
