"""YAML as mappings that know their lines: typed values out, findings for what is not what it should be."""

from collections.abc import Iterator

import yaml

from workbench.datafiles.days import span
from workbench.datafiles.flaws import A_LIST, A_MAPPING, A_NUMBER, A_TEXT, A_TRUTH, Finding, Flaw
from workbench.i18n import ltr

# libyaml reads the same language an order of magnitude faster; wheels carry it, some builds do not.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOTHING = ("", "null", "~")


class Section:
    """A mapping being read. Each method takes a key and gives a value of its type, or an empty one and a finding."""

    def __init__(self, file: str, node: yaml.MappingNode, findings: list[Finding]) -> None:
        self.file, self.node_line, self.findings = file, _line(node), findings
        self._nodes: dict[str, yaml.Node] = {}
        self._lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._add(_line(key), Flaw.TYPE_WRONG, key="–", wanted=A_TEXT)
            elif key.value in self._nodes:
                self._add(_line(key), Flaw.KEY_TWICE, key=ltr(key.value))
            else:
                self._nodes[key.value], self._lines[key.value] = value, _line(key)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._nodes)

    def only(self, *known: str) -> None:
        """Note every key that may not stand here."""
        for key in self._nodes:
            if key not in known:
                self.flaw(Flaw.KEY_UNKNOWN, key, key=ltr(key), known=ltr(", ".join(known)))

    def flaw(self, flaw: Flaw, key: str, /, **facts: object) -> None:
        """Note a flaw at a key."""
        self._add(self._lines.get(key, self.node_line), flaw, **facts)

    def text(self, key: str, *, required: bool = False) -> str:
        """A text, whatever YAML would take it for."""
        node = self._nodes.get(key)
        if node is not None and not isinstance(node, yaml.ScalarNode):
            self.flaw(Flaw.TYPE_WRONG, key, key=ltr(key), wanted=A_TEXT)
            return ""
        value = str(node.value).strip() if node is not None else ""
        if required and not value:
            self.flaw(Flaw.KEY_MISSING, key, key=ltr(key))
        return value

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        """A required word out of several."""
        value = self.text(key, required=True)
        if value and value not in known:
            self.flaw(Flaw.NOT_ONE_OF, key, key=ltr(key), value=ltr(value), known=ltr(", ".join(known)))
        return value

    def day(self, key: str) -> str:
        """A day or a year, or nothing."""
        value = self.text(key)
        try:
            span(value)
        except ValueError:
            self.flaw(Flaw.DAY_WRONG, key, value=ltr(value), day=ltr("2017-10-23"), year=ltr("2017"))
            return ""
        return value

    def truth(self, key: str) -> bool:
        """True or false; false if it is not said."""
        value = self.text(key) or "false"
        if value not in ("true", "false"):
            self.flaw(Flaw.TYPE_WRONG, key, key=ltr(key), wanted=A_TRUTH)
        return value == "true"

    def whole(self, key: str) -> int:
        """A whole number from 0; 0 if it is not said."""
        value = self.text(key) or "0"
        if not (value.isascii() and value.isdigit()):
            self.flaw(Flaw.TYPE_WRONG, key, key=ltr(key), wanted=A_NUMBER)
            return 0
        return int(value)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words."""
        found = []
        for node in self._items(key):
            if isinstance(node, yaml.ScalarNode) and node.value:
                found.append(str(node.value))
            else:
                self._add(_line(node), Flaw.TYPE_WRONG, key=ltr(key), wanted=A_TEXT)
        return tuple(found)

    def words_or_one(self, key: str) -> tuple[str, ...]:
        """A list of words, or one word that stands alone."""
        node = self._nodes.get(key)
        return (self.text(key),) if isinstance(node, yaml.ScalarNode) and node.value else self.words(key)

    def words_or_sections(self, key: str) -> "Iterator[str | Section]":
        """The words and mappings of a list."""
        for node in self._items(key):
            if isinstance(node, yaml.MappingNode):
                yield Section(self.file, node, self.findings)
            elif isinstance(node, yaml.ScalarNode) and node.value:
                yield str(node.value)
            else:
                self._add(_line(node), Flaw.TYPE_WRONG, key=ltr(key), wanted=A_TEXT)

    def section(self, key: str) -> "Section | None":
        """The mapping under a key."""
        node = self._nodes.get(key)
        if node is None:
            return None
        if isinstance(node, yaml.MappingNode):
            return Section(self.file, node, self.findings)
        self.flaw(Flaw.TYPE_WRONG, key, key=ltr(key), wanted=A_MAPPING)
        return None

    def sections(self, key: str) -> Iterator["Section"]:
        """The mappings of a list."""
        for node in self._items(key):
            if isinstance(node, yaml.MappingNode):
                yield Section(self.file, node, self.findings)
            else:
                self._add(_line(node), Flaw.TYPE_WRONG, key=ltr(key), wanted=A_MAPPING)

    def _items(self, key: str) -> list[yaml.Node]:
        node = self._nodes.get(key)
        if node is None or (isinstance(node, yaml.ScalarNode) and node.value in _NOTHING):
            return []
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        self.flaw(Flaw.TYPE_WRONG, key, key=ltr(key), wanted=A_LIST)
        return []

    def _add(self, line: int, flaw: Flaw, /, **facts: object) -> None:
        self.findings.append(Finding(self.file, line, flaw, facts))


def opened(file: str, data: bytes, findings: list[Finding]) -> Section | None:
    """The mapping that a file holds; None, with a finding, if it cannot be read."""
    try:
        node = yaml.compose(data.decode("utf-8-sig"), Loader=_LOADER)
    except UnicodeDecodeError as error:
        findings.append(Finding(file, data[: error.start].count(b"\n") + 1, Flaw.NOT_UTF8))
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "control character"
        findings.append(Finding(file, mark.line + 1 if mark else 1, Flaw.SYNTAX, {"problem": problem}))
        return None
    if isinstance(node, yaml.MappingNode):
        return Section(file, node, findings)
    findings.append(Finding(file, 1, Flaw.TYPE_WRONG, {"key": ltr(file), "wanted": A_MAPPING}))
    return None


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
