"""A format of evidence is one file and its line: nothing else knows it."""

import ast
from importlib import import_module

from structure.material import Module

from workbench.evidence.intake.formats import FORMATS

FOLDER = "src/workbench/evidence/intake/"


def test_every_parser_has_its_line_and_every_line_its_parser(modules: list[Module]) -> None:
    parsers = {
        module.place.removeprefix(FOLDER).removesuffix(".py")
        for module in modules if module.place.startswith(FOLDER)
        and {"fits", "read"} <= {node.name for node in module.tree.body if isinstance(node, ast.FunctionDef)}
    }  # fmt: skip
    keys = [one.key for one in FORMATS]
    assert sorted(keys) == sorted(parsers)
    for key in keys:
        parser = import_module(f"workbench.evidence.intake.{key}")
        assert callable(parser.fits)
        assert callable(parser.read)


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
    known = [
        f"{module.place}: {node.module}.{alias.name}"
        for module in found for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.module for alias in node.names
        if {alias.name, node.module.rpartition(".")[2]} & keys
    ]  # fmt: skip
    assert known == []
