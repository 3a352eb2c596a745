"""Which cell a finding of the pack check came from."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from workbench.exchange.table.flaws import Place
from workbench.exchange.table.folding import Folded, Path
from workbench.i18n import plain
from workbench.sop import Finding, Flaw
from workbench.sop.nodes import Entries, Node, Scalar, compose

_CONTEXT = re.compile(r'msgctxt "(.*)"')
_NAMED = ("value", "field", "step", "steps", "facts")
# Where something is missing that no fact of the finding names.
_MISSING = {Flaw.LAW_WITHOUT_SOURCE: "source"}


class Trace:
    """The cells of a pack's files: YAML by the way to a value, catalogues by the context of a text."""

    def __init__(self, files: Mapping[str, bytes], made: Folded, said: Mapping[tuple[str, str], Place]) -> None:
        self._files, self._made, self._said = files, made, said
        self._ways = cache(self._read)

    def place(self, finding: Finding) -> Place:
        """The cell of a finding; the name and line of its file if it is in none."""
        if finding.file.startswith("texts/"):
            found = self._said.get((finding.file, self._context(finding)))
        else:
            found = self._of_value(finding)
        return found or Place(finding.file, finding.line)

    def _context(self, finding: Finding) -> str:
        lines = self._files.get(finding.file, b"").decode(errors="replace").split("\n")
        for line in reversed(lines[: finding.line]):
            if context := _CONTEXT.fullmatch(line):
                return context[1].replace('\\"', '"').replace("\\\\", "\\")
        return ""

    def _of_value(self, finding: Finding) -> Place | None:
        here = self._ways(finding.file).get(finding.line, [])
        if not here:
            return None
        named = {plain(str(finding.facts[key])) for key in _NAMED if key in finding.facts}
        key = _MISSING.get(finding.flaw) or plain(str(finding.facts.get("key", "")))
        paths = [
            # What is missing stands nowhere: its cell is where it should.
            *((*path, key) for path, _ in here if (finding.file, (*path, key)) in self._made.places),
            *(path for path, text in here if text in named),
            *(path for outer, _ in here if outer for path in self._inside(finding.file, outer, named)),
            *(path for path, _ in here if path and path[-1] == key),
            *(path for path, _ in here),
        ]
        return next(filter(None, (self._up(finding.file, path) for path in paths)), None)

    def _inside(self, file: str, outer: Path, named: set[str]) -> Iterator[Path]:
        """The ways to values inside another that are named: a finding may stand where the whole begins."""
        for found in self._ways(file).values():
            yield from (path for path, text in found if text in named and path[: len(outer)] == outer)

    def _up(self, file: str, path: Path) -> Place | None:
        """The cell of a value, or of the nearest one around it that has a cell."""
        while (file, path) not in self._made.places and path:
            path = path[:-1]
        return self._made.places.get((file, path))

    def _read(self, file: str) -> dict[int, list[tuple[Path, str]]]:
        ways: dict[int, list[tuple[Path, str]]] = {}
        node = compose(file, self._files[file], []) if file in self._files else None
        if node is not None and not file.startswith("shared/"):
            for path, one in _walked(node, ()):
                ways.setdefault(one, []).append(path)
        return ways


def _walked(node: Node, path: Path) -> Iterator[tuple[tuple[Path, str], int]]:
    """Every value with the way to it and its line, what is outside before what is inside."""
    yield (path, node.text if isinstance(node, Scalar) else ""), node.line
    if isinstance(node, Scalar):
        return
    if isinstance(node, Entries):
        for key, one in node.nodes.items():
            if node.lines.get(key, one.line) != one.line:
                yield ((*path, key), ""), node.lines[key]
            yield from _walked(one, (*path, key))
    else:
        for number, one in enumerate(node.nodes):
            yield from _walked(one, (*path, number))
