"""What lies in the repository: no trace of a particular computer, locked dependencies, links that lead somewhere."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

# Folders of somebody's computer. A documented path in the person's own words is no such trace.
TELLTALE = re.compile(
    r"(?<![\w.~])/(home|tmp|work|root|Users|private/var)/|\b[A-Z]:\\(Users|Documents|Temp)", re.IGNORECASE
)
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-bench.lock")


def test_no_path_of_somebodys_computer(files: list[Path], root: Path) -> None:
    found = []
    for path in files:
        # Evidence of the training case lies there as it «came»: in old encodings too, and closed by its hashes.
        evidence = path.is_relative_to(root / "resources" / "training") and path.parent.name == "evidence"
        content = path.read_bytes()
        if not evidence and b"\0" not in content and path != Path(__file__):
            lines = content.decode(errors="replace").splitlines()
            found += [f"{path.relative_to(root)}:{n}" for n, line in enumerate(lines, 1) if TELLTALE.search(line)]
    assert found == []


@pytest.mark.parametrize("trace", ["/" + "home/someone/x", "C:\\" + "Users\\x", 'open("/' + 'tmp/a")'])
def test_a_path_of_somebodys_computer_would_be_found(trace: str) -> None:
    assert TELLTALE.search(trace)


@pytest.mark.parametrize("name", LOCKS)
def test_lock_pins_each_package_by_hash_and_names_no_server(name: str, root: Path) -> None:
    text = (root / "packaging" / name).read_text(encoding="utf-8")
    assert re.search(r"https?:|index-url|find-links|@ ", text) is None
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"(?m)^\s*#.*\n", "", text))
    assert entries
    assert [entry for entry in entries if not re.match(r"[\w.-]+==\S+.*\\\n.*--hash=sha256:[0-9a-f]{64}", entry)] == []


def test_lock_satisfies_what_the_project_asks(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-test.lock": project["project"]["dependencies"] + project["dependency-groups"]["test"],
        "requirements-bench.lock": project["project"]["dependencies"] + project["dependency-groups"]["bench"],
    }
    unsatisfied = []
    for name, wishes in asked.items():
        text = (root / "packaging" / name).read_text(encoding="utf-8")
        locked = {found[1].lower(): found[2] for found in re.finditer(r"(?m)^([\w.-]+)==([^\s;\\]+)", text)}
        for wish in map(Requirement, wishes):
            version = locked.get(wish.name.lower().replace("_", "-"))
            if version is None or not wish.specifier.contains(version, prereleases=True):
                unsatisfied.append(f"{name}: {wish} but {version}")
    assert unsatisfied == []


def test_tests_use_the_versions_that_the_program_uses(root: Path) -> None:
    pins = [
        set(re.findall(r"(?m)^[\w.-]+==[^\s\\]+", (root / "packaging" / name).read_text(encoding="utf-8")))
        for name in LOCKS
    ]
    assert pins[0] <= pins[1]
    assert pins[0] <= pins[2]


def test_links_in_the_papers_lead_somewhere(files: list[Path], root: Path) -> None:
    lost = [
        f"{path.relative_to(root)}: {target}"
        for path in files if path.suffix == ".md"
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]  # fmt: skip
    assert lost == []


def test_decisions_are_numbered_without_gaps(root: Path) -> None:
    numbers = sorted(int(path.name[:4]) for path in (root / "docs" / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(len(numbers)))
    assert len(numbers) > 1
