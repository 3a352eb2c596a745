"""Every reason and every act is alive: given somewhere, done in one place, allowed to somebody."""

import ast
from collections.abc import Iterator
from string import Formatter

import pytest
from structure.material import Module

from workbench import errors
from workbench.errors import Reason
from workbench.security.act_labels import LABELS
from workbench.security.acts import ALLOWED, ROLES, Act


def _mentions(module: Module, owner: str) -> set[str]:
    return {
        node.attr
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == owner
    }


def test_every_reason_is_given_somewhere(modules: list[Module]) -> None:
    given = set().union(*(_mentions(module, "Reason") for module in modules if not module.inside("errors/")))
    assert sorted({reason.name for reason in Reason} - given) == []


@pytest.mark.parametrize("reason", Reason)
def test_reason_has_a_sentence_and_a_remedy(reason: Reason) -> None:
    sentence, remedy = errors._WORDS[reason]
    assert sentence.strip()
    assert remedy.strip()
    assert sentence != remedy


def test_whoever_refuses_gives_every_fact_that_the_sentence_names(modules: list[Module]) -> None:
    lacking = [
        f"{module.place}:{call.lineno}: {reason.name} lacks {sorted(fields)}"
        for module in modules for call, reason in _refusals(module)
        if (fields := _fields(reason) - {keyword.arg for keyword in call.keywords})
        and not any(keyword.arg is None for keyword in call.keywords)
    ]  # fmt: skip
    assert lacking == []


def _refusals(module: Module) -> Iterator[tuple[ast.Call, Reason]]:
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(
                func=ast.Name(id="Refusal" | "Broken"), args=[ast.Attribute(value=ast.Name(id="Reason"), attr=name)]
            ) if name in Reason.__members__:
                yield node, Reason[name]


def _fields(reason: Reason) -> set[str]:
    return {name for text in errors._WORDS[reason] for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("act", Act)
def test_act_is_allowed_to_somebody_and_has_a_label(act: Act) -> None:
    assert ALLOWED[act]
    assert ALLOWED[act] <= set(ROLES)
    assert LABELS[act]


def test_every_act_is_done_in_one_place(modules: list[Module]) -> None:
    hands = [module for module in modules if module.inside("services/", "store/", "evidence/", "exchange/")]
    places = {act.name: [module.place for module in hands if act.name in _done(module)] for act in Act}
    assert {name: found for name, found in places.items() if len(found) != 1} == {}


def _done(module: Module) -> set[str]:
    """The acts that the module hands to somebody: to the desk, or to a function that hands them on."""
    given = [argument for node in ast.walk(module.tree) if isinstance(node, ast.Call) for argument in node.args]
    return {
        argument.attr
        for argument in given
        if isinstance(argument, ast.Attribute) and isinstance(argument.value, ast.Name) and argument.value.id == "Act"
    }
