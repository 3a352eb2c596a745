"""The grammar of cells: whatever a pack can say stands in one cell and is read back as the same."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exchange.table import conditions, values, yaml_files
from workbench.exchange.table.flaws import Misread
from workbench.exchange.table.keeping import same
from workbench.exchange.table.layout import Column, Shape
from workbench.exchange.table.values import PROSE
from workbench.exchange.table.wording import SheetFlaw
from workbench.sop.nodes import Entries, Items, Node, Scalar, compose

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]) | st.just(" "), min_size=1)
WORD = st.sampled_from(["danger", "T01.2", "and", "NOT", "is", "none", "order", "all", 'a"b', "a, b", "x=y"]) | TEXT
SCALAR = WORD.map(lambda text: Scalar(text, "str", 0))


def mapping(**nodes: Node) -> Entries:
    return Entries(0, dict(nodes))


def listed(least: int = 1) -> st.SearchStrategy[Items]:
    return st.lists(SCALAR, min_size=least, max_size=3).map(lambda nodes: Items(0, list(nodes)))


def joined(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    some = st.lists(parts, min_size=1, max_size=3).map(lambda nodes: Items(0, nodes))
    either = st.builds(lambda join, part: Entries(0, {join: part}), st.sampled_from(["any", "all"]), some)
    return either | parts.map(lambda part: Entries(0, {"not": part}))


ORDER = SCALAR.map(lambda word: mapping(order=word))
ANSWER = st.builds(lambda word, test, found: Entries(0, {"answer": word, test: found}),
                   SCALAR, st.sampled_from(["is", "has"]), listed())  # fmt: skip
GIVEN = SCALAR.map(lambda word: mapping(answer=word, given=Scalar("true", "bool", 0)))
FACT = SCALAR.map(lambda word: mapping(fact=word))
CONDITION = st.recursive(SCALAR | ORDER, joined, max_leaves=6)
RULE = st.recursive(ANSWER | GIVEN | FACT | ORDER, joined, max_leaves=6)
WHEN_ANSWERED = st.dictionaries(WORD, listed(), min_size=1, max_size=3).map(lambda found: Entries(0, dict(found)))


@given(CONDITION | listed())
def test_a_condition_is_read_as_it_was_written(node: Node) -> None:
    for shape in (Shape.WHEN, Shape.GATE):
        line = conditions.written(node, shape)
        again = conditions.read(line, shape)
        assert "\n" not in line
        assert same(again, node) or same(Items(0, [again]), node), line


@given(SCALAR)
def test_a_gate_of_one_word_and_a_list_of_one_word_are_told_apart(word: Scalar) -> None:
    for node in (word, Items(0, [word])):
        assert same(conditions.read(conditions.written(node, Shape.GATE), Shape.GATE), node)


@given(RULE)
def test_the_rule_of_a_fact_is_read_as_it_was_written(node: Node) -> None:
    line = conditions.written(node, Shape.RULE)
    again = conditions.read(line, Shape.RULE)
    assert conditions.written(again, Shape.RULE) == line


@given(WHEN_ANSWERED)
def test_earlier_answers_are_read_as_they_were_written(node: Node) -> None:
    assert same(conditions.read(conditions.written(node, Shape.ANSWERS), Shape.ANSWERS), node)


@given(st.text("()andornisT1.,;\"' =،", max_size=40))
def test_whatever_is_typed_as_a_condition_is_read_or_refused(line: str) -> None:
    for shape in (Shape.WHEN, Shape.GATE, Shape.RULE, Shape.ANSWERS):
        with contextlib.suppress(Misread):
            assert isinstance(conditions.read(line, shape), Scalar | Items | Entries)


@given(st.lists(st.tuples(WORD, st.just("") | TEXT), min_size=1, max_size=4))
def test_sources_are_read_as_they_were_written(sources: list[tuple[str, str]]) -> None:
    node = Items(0, [
        Entries(0, {"key": Scalar(key, "str", 0)} | ({"place": Scalar(place, PROSE, 0)} if place else {}))
        for key, place in sources
    ])  # fmt: skip
    assert same(values.read(values.written(node, Shape.SOURCES), Column("", Shape.SOURCES, "")) or node, node)


@given(st.lists(WORD, max_size=4))
def test_words_are_read_as_they_were_written(words: list[str]) -> None:
    node = Items(0, [Scalar(word, "str", 0) for word in words])
    read = values.read(values.written(node, Shape.WORDS), Column("", Shape.WORDS, ""))
    assert read is None if not words else same(read or node, node)


@given(st.lists(st.text(st.sampled_from("ab \\n\n=\"ع"), min_size=1).map(str.strip).filter(bool), min_size=1))
def test_lines_are_read_as_they_were_written(texts: list[str]) -> None:
    assert values.lines("\n".join(map(values.line, texts))) == texts


@given(st.dictionaries(WORD.map(str.strip).filter(bool), st.text(st.sampled_from("ab \\n\n=\"ع")).map(str.strip)))
def test_options_are_read_as_they_were_written(options: dict[str, str]) -> None:
    cell = "\n".join(values.option_line(key, text) for key, text in options.items())
    assert values.option_lines(cell) == options


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_yaml_says_what_was_meant(text: str, prose: bool) -> None:
    node = Entries(0, {text: Items(0, [Scalar(text, PROSE if prose else "str", 0)]), "n": Scalar("1.5", "float", 0)})
    read = compose("x.yaml", yaml_files.written(node).encode(), [])
    assert read is not None
    assert same(read, node)


@pytest.mark.parametrize(("line", "flaw"), [
    ("a and b or c", SheetFlaw.RULE_MIXED),
    ("a and", SheetFlaw.RULE_BROKEN),
    ("(a and b", SheetFlaw.RULE_BROKEN),
    ("a b", SheetFlaw.RULE_BROKEN),
    ("T01.2.x is yes", SheetFlaw.RULE_ANSWER),
    ('"a', SheetFlaw.QUOTE_OPEN),
    ("(" * 20 + "a" + ")" * 20, SheetFlaw.RULE_DEEP),
    ("not " * 20 + "a", SheetFlaw.RULE_DEEP),
])  # fmt: skip
def test_what_is_wrong_with_a_condition_is_said(line: str, flaw: SheetFlaw) -> None:
    with pytest.raises(Misread) as misread:
        conditions.read(line, Shape.WHEN)
    assert misread.value.flaw is flaw


@pytest.mark.parametrize(("line", "keys"), [
    ("24 hours", {"hours": "24"}), ("1 Day", {"days": "1"}), ("06 months", {"months": "6"}),
    ("0.50 hours", {"hours": "0.5"}), ("Day_End", {"until": "day_end"}),
])  # fmt: skip
def test_lengths_are_read(line: str, keys: dict[str, str]) -> None:
    assert {key: getattr(node, "text", "") for key, node in values.length_read(line).items()} == keys
