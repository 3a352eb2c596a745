"""The house rules that no linter knows: names, sizes, and who may touch time, chance, ciphers and errors."""

import ast
import re
from pathlib import Path

from structure.material import Module

LINES, FUNCTION_LINES = 300, 60
# The first migration states the whole schema; splitting it would hide the order.
LONG_FUNCTIONS = {"upgrade"}
WORN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "controller", "handler", "base"}
# Where whatever happens must be caught. File: why there.
OUTERMOST_EDGES = {
    "src/workbench/app.py": "the program ends here",
    "src/workbench/cli/main.py": "a command ends here",
    "src/workbench/ui/jobs.py": "work in the background ends here",
    "src/workbench/ui/faults.py": "what no page caught ends here",
    "src/workbench/i18n/catalogues.py": "Babel raises several kinds for a malformed file",
    "src/workbench/exchange/table/opening.py": "zipfile, lxml and openpyxl raise whatever they like for a broken file",
    "src/workbench/exchange/people_table/files.py": "zipfile, lxml and openpyxl raise whatever they like here too",
    "src/workbench/evidence/intake/gather.py": "parsers of hostile bytes raise whatever they like",
    "src/workbench/evidence/intake/child.py": "what draws hostile bytes raises whatever it likes",
    "src/workbench/services/health.py": "whatever a missing library raises is the finding",
}
CLOCK = {"now", "utcnow", "today"}
CHANCE = re.compile(r"^(random(\.|$)|uuid\.uuid[1-8]$)")
FOREIGN = re.compile(
    r"^(socket|ssl|http|urllib|requests|asyncio|PySide6\.(QtNetwork|QtWeb\w*|QtHttp\w*|QtBluetooth|QtCharts"
    r"|QtDataVisualization|QtVirtualKeyboard|QtQuick3D|QtGraphs|QtLottie\w*|QtPdf\w*|QtMultimedia\w*))(\.|$)"
)


def test_no_worn_names(modules: list[Module]) -> None:
    words = {module.place: set(re.split(r"[/_.]", module.place.removeprefix("src/"))) for module in modules}
    assert {place: found for place, split in words.items() if (found := split & WORN_NAMES)} == {}


def test_classes_do_not_hide_behind_worn_names(modules: list[Module]) -> None:
    worn = re.compile(r"(Utils?|Helpers?|Manager|Controller|Handler|^Base\w*|\w+Base)$")
    found = [
        f"{module.place}: {node.name}"
        for module in modules for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and worn.search(node.name) and node.name != "Base"
    ]  # fmt: skip
    assert found == []


def test_modules_are_rooms_not_halls(modules: list[Module]) -> None:
    sizes = {module.place: len(module.text.splitlines()) for module in modules}
    assert {place: size for place, size in sizes.items() if size > LINES} == {}


def test_functions_fit_on_a_screen(modules: list[Module]) -> None:
    found = [
        f"{module.place}: {node.name} has {size} lines"
        for module in modules for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef) and node.name not in LONG_FUNCTIONS
        and (size := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
    ]  # fmt: skip
    assert found == []


def test_every_module_says_what_it_is_about(modules: list[Module]) -> None:
    assert [module.place for module in modules if not (ast.get_docstring(module.tree) or "").strip()] == []


def test_time_is_asked_only_in_the_clock(modules: list[Module]) -> None:
    found = [
        f"{module.place}:{node.lineno}"
        for module in modules if not module.inside("clock.py", "ids.py") for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and (
            (node.func.attr in CLOCK and _last(node.func.value) in ("datetime", "date"))
            or (node.func.attr in ("time", "time_ns") and _last(node.func.value) == "time")
            or node.func.attr in ("currentDateTime", "currentDateTimeUtc", "currentDate")
        )
    ]  # fmt: skip
    assert found == []


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_chance_is_asked_only_in_ids(modules: list[Module]) -> None:
    outside = [module for module in modules if not module.inside("ids.py")]
    found = {module.place: names for module in outside if (names := set(filter(CHANCE.match, module.names())))}
    called = [
        f"{module.place}:{node.lineno}"
        for module in outside for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and re.fullmatch("uuid[1-8]", node.attr)
    ]  # fmt: skip
    assert (found, called) == ({}, [])


def test_whatever_happens_is_caught_only_at_the_edges(modules: list[Module]) -> None:
    wide = {
        module.place
        for module in modules for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or {"Exception", "BaseException"} & {_last(kind) for kind in _kinds(node.type)})
        and not _only_raises_again(node)
    }  # fmt: skip
    assert wide - set(OUTERMOST_EDGES) == set()


def _kinds(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


def _only_raises_again(handler: ast.ExceptHandler) -> bool:
    """Undoing something on the way out is not catching."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_no_module_speaks_to_a_network_or_needs_other_qt_modules(modules: list[Module]) -> None:
    found = {module.place: names for module in modules if (names := set(filter(FOREIGN.match, module.names())))}
    assert found == {}


def test_qt_outside_the_window_is_text_layout_only(modules: list[Module]) -> None:
    outside = {
        module.place: {name for name in module.names() if name.startswith(("PySide6", "shiboken6"))}
        for module in modules if not module.inside("ui/")
    }  # fmt: skip
    beyond = {
        place: names for place, names in outside.items()
        if names and not ("reports/typeset" in place and all(re.match(r"PySide6\.(QtGui|QtCore)", n) for n in names))
    }  # fmt: skip
    assert beyond == {}


def test_every_use_of_a_cipher_is_in_the_inventory(modules: list[Module], root: Path) -> None:
    inventory = (root / "docs" / "crypto-inventory.md").read_text(encoding="utf-8")
    used = {
        (module.place, name.rsplit(".", 1)[-1])
        for module in modules for name in module.names()
        if name.startswith(("cryptography.hazmat", "argon2", "hashlib", "hmac"))
    }  # fmt: skip
    rows = [line for line in inventory.splitlines() if line.startswith("|")]
    unlisted = [
        f"{place}: {name}" for place, name in sorted(used)
        if not any(place in row and name in row for row in rows)
    ]  # fmt: skip
    assert unlisted == []


def test_the_inventory_names_only_modules_that_exist(root: Path) -> None:
    inventory = (root / "docs" / "crypto-inventory.md").read_text(encoding="utf-8")
    named = set(re.findall(r"src/workbench/[\w/]+\.py", inventory))
    assert {place for place in named if not (root / place).is_file()} == set()


def test_no_dot_stands_where_it_would_read_as_a_zero(modules: list[Module]) -> None:
    """Beside Arabic-Indic digits a middle dot is a zero: papers and window put commas and dashes between facts."""
    shown = [module for module in modules if module.inside("reports/", "ui/")]
    assert [module.place for module in shown if "\u00b7" in module.text] == []
