"""Reading rules: the conditions of a pack as they are written, made into rules."""

from collections.abc import Callable

from workbench.i18n import ltr
from workbench.sop.flaws import Flaw
from workbench.sop.model import Matter, PackFact
from workbench.sop.nodes import Entries, Items, Node, Scalar
from workbench.sop.rules import (
    AllOf,
    Answered,
    AnyOf,
    FactHolds,
    Leaf,
    Not,
    OrderGiven,
    Rule,
    StepSettled,
    Test,
)
from workbench.sop.section import A_LIST, A_WORD, Report, Section

_JOINS: dict[str, Callable[[tuple[Rule, ...]], Rule]] = {"any": AnyOf, "all": AllOf}


def condition(section: Section, key: str, leaf: Callable[[str], Leaf]) -> Rule | None:
    """The ``when`` or ``gate`` of a step: a word, a list that means all, or any/all/not; None if absent."""
    node = section.node.nodes.get(key)
    if node is None or (isinstance(node, Items) and not node.nodes):
        return None
    return _Ruling(section, key, leaf).rule(node)


def fact_rule(section: Section, key: str) -> Rule | None:
    """The rule of a fact: answers, other facts, any/all/not; None, with a finding, if it cannot be read."""
    node = section.node.nodes.get(key)
    if node is None:
        section.flaw(Flaw.KEY_MISSING, key, key=key)
        return None
    return _Ruling(section, key, None).rule(node)


def pack_facts(top: Section) -> dict[str, PackFact]:
    """The facts that a pack defines, each with its label and its rule."""
    facts: dict[str, PackFact] = {}
    listed = top.section("facts")
    for key in listed.node.nodes if listed else ():
        one = listed.section(key) if listed else None
        if one is None:
            continue
        one.only("label", "rule")
        rule = fact_rule(one, "rule")
        label = one.text("label", context=f"facts.{key}")
        if rule is not None:
            facts[key] = PackFact(key, label, rule)
        one.report.places[f"fact {key}"] = one.place
    return facts


def matters(top: Section, part: str) -> dict[str, Matter]:
    """What ``coverage`` or ``readiness`` lists: each with its label, when it is asked for, and what settles it."""
    found: dict[str, Matter] = {}
    listed = top.section(part)
    for key in listed.node.nodes if listed else ():
        one = listed.section(key) if listed else None
        if one is None:
            continue
        one.only("label", "when", "done", "step")
        done = condition(one, "done", gate_leaf)
        if done is None:
            one.flaw(Flaw.KEY_MISSING, "done", key=ltr("done"))
            continue
        label = one.text("label", context=f"{part}.{key}")
        found[key] = Matter(key, label, condition(one, "when", fact_leaf), done, one.word("step", required=True))
        one.report.places[f"{part} {key}"] = one.place
    return found


def fact_leaf(word: str) -> Leaf:
    """A word of ``when``: a fact."""
    return FactHolds(word)


def gate_leaf(word: str) -> Leaf:
    """A word of ``gate``: a step if it has a dot, a fact if it has none."""
    return StepSettled(word) if "." in word else FactHolds(word)


class _Ruling:
    def __init__(self, section: Section, key: str, leaf: Callable[[str], Leaf] | None) -> None:
        self._file, self._key, self._leaf = section.file, key, leaf
        self._report: Report = section.report

    def rule(self, node: Node) -> Rule | None:
        if isinstance(node, Scalar):
            if self._leaf is not None and node.type == "str":
                return self._leaf(node.text)
            self._wrong(node, A_WORD)
            return None
        if isinstance(node, Items):
            if self._leaf is not None:
                return self._joined("all", node)
            self._wrong(node, A_WORD)
            return None
        return self._entries(node)

    def _entries(self, node: Entries) -> Rule | None:
        keys = tuple(node.nodes)
        if keys == ("not",):
            part = self.rule(node.nodes["not"])
            return None if part is None else Not(part)
        if len(keys) == 1 and keys[0] in _JOINS:
            return self._joined(keys[0], node.nodes[keys[0]])
        if keys == ("order",):
            kind = self._words(node.nodes["order"])
            # Of a gate or of what settles a matter it is asked at the moment; a fact is told by what ever happened.
            return OrderGiven(kind[0], in_force=self._leaf is gate_leaf) if kind else None
        if self._leaf is None and keys == ("fact",):
            word = self._words(node.nodes["fact"])
            return FactHolds(word[0]) if word else None
        if self._leaf is None and "answer" in keys:
            return self._answered(node)
        known = "any, all, not, order" if self._leaf else "any, all, not, order, fact, answer"
        wrong = next((key for key in keys if key not in known.split(", ")), ", ".join(keys))
        self._report.add(Flaw.KEY_UNKNOWN, (self._file, node.line), key=ltr(wrong), known=ltr(known))
        return None

    def _joined(self, join: str, node: Node) -> Rule | None:
        if not isinstance(node, Items) or not node.nodes:
            self._wrong(node, A_LIST)
            return None
        parts = tuple(part for one in node.nodes if (part := self.rule(one)) is not None)
        return _JOINS[join](parts) if len(parts) == len(node.nodes) else None

    def _answered(self, node: Entries) -> Rule | None:
        named = self._words(node.nodes["answer"])
        tests = [key for key in node.nodes if key != "answer"]
        if len(tests) != 1 or tests[0] not in tuple(Test):
            wrong = ltr(", ".join(tests))
            self._report.add(Flaw.KEY_UNKNOWN, (self._file, node.line), key=wrong, known=ltr("is, has, given"))
            return None
        values = self._words(node.nodes[tests[0]])
        step, _, field = (named[0] if named else "").rpartition(".")
        if not named or not values:
            return None
        test = Test(tests[0])
        return Answered(step, field, test, () if test is Test.GIVEN else values)

    def _words(self, node: Node) -> tuple[str, ...]:
        nodes = node.nodes if isinstance(node, Items) else [node]
        words = tuple(one.text for one in nodes if isinstance(one, Scalar) and one.type != "null" and one.text)
        if not words or len(words) != len(nodes):
            self._wrong(node, A_WORD)
            return ()
        return words

    def _wrong(self, node: Node, wanted: str) -> None:
        self._report.add(Flaw.TYPE_WRONG, (self._file, node.line), key=ltr(self._key), wanted=wanted)
