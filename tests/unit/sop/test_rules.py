"""Rules are judged, and say which of their parts decided."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.sop.rules import AllOf, AnyOf, FactHolds, Judge, Leaf, Not, Rule, deciding, holds, leaves

A, B, C = FactHolds("a"), FactHolds("b"), FactHolds("c")


def judge(*true: str) -> Judge:
    return lambda leaf: leaf.key in true


def test_joins_and_negation() -> None:
    rule = AnyOf((A, AllOf((B, Not(C)))))
    assert holds(rule, judge("a"))
    assert holds(rule, judge("b"))
    assert not holds(rule, judge("b", "c"))
    assert not holds(rule, judge())


def test_what_decided_is_named_and_nothing_else() -> None:
    rule = AnyOf((A, AllOf((B, Not(C)))))
    assert list(deciding(rule, judge("a", "c"))) == [A]
    assert list(deciding(rule, judge("b"))) == [B, C]
    assert list(deciding(rule, judge("b", "c"))) == [A, C]


def test_no_rule_has_no_leaves() -> None:
    assert list(leaves(None)) == []


rules = st.recursive(
    st.sampled_from([A, B, C]),
    lambda inner: st.builds(Not, inner)
    | st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
    | st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    max_leaves=8,
)


@given(rules, st.sets(st.sampled_from("abc")))
def test_what_decided_decides_alone(rule: Rule, true: set[str]) -> None:
    """Whatever the other leaves are, the deciding ones keep the rule as it is."""
    verdict = holds(rule, judge(*true))
    decided = {leaf.key for leaf in deciding(rule, judge(*true))}
    assert decided <= {leaf.key for leaf in leaves(rule)}
    others = {"a", "b", "c"} - decided

    def flipped(leaf: Leaf) -> bool:
        return (leaf.key in true) != (leaf.key in others)

    assert holds(rule, flipped) == verdict
