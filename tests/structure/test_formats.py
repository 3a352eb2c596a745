"""A format of evidence is one file and its line: nothing else knows it."""

import ast
from importlib import import_module

from structure.material import Module

from workbench.evidence.intake.formats import FORMATS

FOLDER = "src/workbench/evidence/intake/"


def test_every_parser_has_its_line_and_every_line_its_parser(modules: list[Module]) -> None:
    inside = {
        module.place.removeprefix(FOLDER).removesuffix(".py"): module
        for module in modules if module.place.startswith(FOLDER)
    }  # fmt: skip
    # A part of a larger format may look like a parser; then the format asks for it by name.
    parts = {name for module in inside.values() for name in _imported(module)}
    parsers = {name for name, module in inside.items() if {"fits", "read"} <= _functions(module)}
    keys = [one.key for one in FORMATS]
    assert len(set(keys)) == len(keys)
    assert set(keys) <= parsers
    assert parsers - parts <= set(keys)
    for key in keys:
        assert import_module(f"workbench.evidence.intake.{key}").fits


def test_what_runs_parsers_knows_none_of_them(modules: list[Module]) -> None:
    """One parser may hand over to another; what runs them has no favourites."""
    keys = {one.key for one in FORMATS}
    machinery = {
        "audit_wall", "child", "child_process", "gather", "items", "looks", "remote_file", "runner", "sandbox",
        "source", "system_calls", "tails", "warnings", "windows_job", "wire", "wire_items",
    }  # fmt: skip
    places = {f"{FOLDER}{name}.py" for name in machinery}
    found = [module for module in modules if module.place in places]
    assert len(found) == len(places)
    assert {module.place: known for module in found if (known := _imported(module) & keys)} == {}


def _functions(module: Module) -> set[str]:
    return {node.name for node in module.tree.body if isinstance(node, ast.FunctionDef)}


def _imported(module: Module) -> set[str]:
    return {
        name for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom) and node.module
        for name in (node.module.rpartition(".")[2], *(alias.name for alias in node.names))
    }  # fmt: skip
