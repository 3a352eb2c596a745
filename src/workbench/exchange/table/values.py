"""What one cell says: words, numbers, conditions, sources, lines of text; as nodes of a pack and back."""

import re
from collections.abc import Iterator, Mapping

from workbench.exchange.table import conditions
from workbench.exchange.table.conditions import NONE, items, named, quoted, scalar, words
from workbench.exchange.table.flaws import Misread
from workbench.exchange.table.layout import Column, Shape
from workbench.exchange.table.wording import SheetFlaw
from workbench.sop.nodes import Entries, Items, Node, Scalar

# What a person reads is told apart from words when it is written: it always stands in quotation marks.
PROSE = "text"
_CONDITIONS = (Shape.WHEN, Shape.GATE, Shape.RULE, Shape.ANSWERS)
_UNITS = ("hours", "days", "months")
_ENDS = ("day_end", "working_day")
_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,3})?"
_LENGTH = re.compile(rf"({_NUMBER})\s*(hour|day|month)s?", re.IGNORECASE)
_EXTENSION = re.compile(rf"({_NUMBER})\s*hours?\s*,\s*([0-9]+)\s*times?(?:\s*,\s*([a-z_]+))?", re.IGNORECASE)
_TRUE, _FALSE = ("yes", "true", "on"), ("no", "false", "off")
_ESCAPED = re.compile(r"\\(\\|n)")
_SOURCE = re.compile(r'("(?:[^"]|"")*"|[^\s;"]+)\s*(.*)', re.DOTALL)
_BETWEEN = re.compile(r'(?:"(?:[^"]|"")*"|[^";\n])+|"')


def written(node: Node | None, shape: Shape) -> str:
    """What stands in the cell for a value of the pack."""
    if node is None:
        return ""
    if shape in _CONDITIONS:
        return conditions.written(node, shape)
    if shape is Shape.SOURCES and isinstance(node, Items):
        return "; ".join(_source(one) for one in node.nodes if isinstance(one, Entries))
    if shape is Shape.LINES and isinstance(node, Items):
        return "\n".join(line(one.text) for one in node.nodes if isinstance(one, Scalar))
    if shape is Shape.EXTENSION and isinstance(node, Entries):
        return _extension(node)
    if shape is Shape.TRUTH and isinstance(node, Scalar):
        return "yes" if node.text.lower() in _TRUE else "no"
    if isinstance(node, Items):
        return ", ".join(quoted(one.text) for one in node.nodes if isinstance(one, Scalar))
    if isinstance(node, Entries):
        return ", ".join(quoted(key) for key in node.nodes)
    return named(node.text) if shape is Shape.WORD else node.text


def _source(node: Entries) -> str:
    key, place = (getattr(node.nodes.get(name), "text", "") for name in ("key", "place"))
    if re.search(r'[;؛"\n]', place) or place != place.strip():
        place = '"' + place.replace('"', '""') + '"'
    return f"{quoted(key)} {place}".rstrip()


def _extension(node: Entries) -> str:
    hours, times, by = (getattr(node.nodes.get(name), "text", "") for name in ("hours", "times", "by"))
    said = f"{hours} hours, {times} {'time' if times == '1' else 'times'}"
    return f"{said}, {by}" if by else said


def read(text: str, column: Column) -> Node | None:
    """The value that a cell says; None if it is empty. Raises ``Misread``."""
    shape = column.shape
    if not text:
        return None
    if shape in _CONDITIONS:
        return conditions.read(text, shape)
    if shape is Shape.WORD:
        return scalar(_choice(word(text), column.choices))
    if shape is Shape.WORDS:
        return items([] if text.lower() == NONE else [scalar(one) for one in words(text)])
    if shape is Shape.SOURCES:
        return items(list(_sources(text)))
    if shape is Shape.NUMBER:
        return number(text)
    if shape is Shape.TRUTH:
        return _truth(text)
    if shape is Shape.EXTENSION:
        return _extended(text)
    if shape is Shape.LINES:
        return items([scalar(one, PROSE) for one in lines(text) if one])
    return scalar(text, PROSE)


def word(text: str) -> str:
    """The one word of a cell. Raises ``Misread`` if there are several."""
    found = list(conditions.tokens(text))
    if len(found) != 1 or found[0][0] == "sign":
        raise Misread(SheetFlaw.SPACE_INSIDE, shown=text)
    return found[0][1]


def _choice(found: str, choices: tuple[str, ...]) -> str:
    """The choice that is meant, whatever its capitals; the word itself, for the check to judge, if it is none."""
    return next((one for one in choices if one.lower() == found.lower()), found)


def number(text: str) -> Scalar:
    """A number as it was written. Raises ``Misread``."""
    if not re.fullmatch(_NUMBER, text):
        raise Misread(SheetFlaw.COUNT_WRONG, shown=text, example="24")
    whole, dot, part = text.partition(".")
    part = part.rstrip("0")
    return scalar(f"{int(whole)}.{part}", "float") if dot and part else scalar(str(int(whole)), "int")


def _truth(text: str) -> Scalar:
    if text.lower() not in (*_TRUE, *_FALSE):
        raise Misread(SheetFlaw.TRUTH_WRONG, shown=text)
    return scalar("true" if text.lower() in _TRUE else "false", "bool")


def _extended(text: str) -> Entries:
    found = _EXTENSION.fullmatch(text)
    if found is None:
        raise Misread(SheetFlaw.EXTENSION_WRONG, shown=text, example="24 hours, 1 time, judge")
    node = Entries(0, {"hours": number(found[1]), "times": number(found[2])})
    if found[3]:
        node.nodes["by"] = scalar(found[3].lower())
    return node


def length_written(node: Entries) -> str:
    """The length of a deadline, which is one of several keys, as «24 hours»."""
    for unit in _UNITS:
        if unit in node.nodes:
            return f"{getattr(node.nodes[unit], 'text', '')} {unit}"
    return getattr(node.nodes.get("until"), "text", "")


def length_read(text: str) -> Mapping[str, Node]:
    """The keys that stand for a length of time. Raises ``Misread``."""
    if text.lower() in _ENDS:
        return {"until": scalar(text.lower())}
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise Misread(SheetFlaw.LENGTH_WRONG, shown=text, example="24 hours; 15 days; 6 months; working_day")
    return {f"{found[2].lower()}s": number(found[1])}


def _sources(text: str) -> Iterator[Entries]:
    for part in _BETWEEN.findall(text.replace("؛", ";") if '"' not in text else text):
        if not part.strip():
            continue
        found = _SOURCE.fullmatch(part.strip())
        if found is None:
            raise Misread(SheetFlaw.QUOTE_OPEN)
        key, place = (_unquoted(one) for one in (found[1], found[2].strip()))
        node = Entries(0, {"key": scalar(key)})
        if place:
            node.nodes["place"] = scalar(place, PROSE)
        yield node


def _unquoted(text: str) -> str:
    whole = len(text) > 1 and text[0] == text[-1] == '"'
    return text[1:-1].replace('""', '"') if whole else text


def line(text: str) -> str:
    """One text as one line of a cell."""
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def lines(cell: str) -> list[str]:
    """The texts of a cell, one for each of its lines; lines in the middle may be empty."""
    found = [_ESCAPED.sub(lambda one: "\n" if one[1] == "n" else "\\", part.strip()) for part in cell.split("\n")]
    while found and not found[-1]:
        found.pop()
    return found


def option_lines(cell: str) -> dict[str, str]:
    """The texts of a cell whose lines read «key = text». Raises ``Misread``."""
    found: dict[str, str] = {}
    for one in filter(None, lines(cell)):
        said = re.fullmatch(r'("(?:[^"]|"")*"|[^="]+?)\s*=\s*(.*)', one, re.DOTALL)
        if said is None:
            raise Misread(SheetFlaw.OPTION_BROKEN, shown=one, example="phone = By telephone")
        key = _unquoted(said[1].strip())
        if key in found:
            raise Misread(SheetFlaw.OPTION_TWICE, key=key)
        found[key] = said[2]
    return found


def option_line(key: str, text: str) -> str:
    """One option as a line of a cell."""
    return line(f"{quoted(key)} = {text}")
