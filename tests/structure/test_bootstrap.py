"""The two commands of the README: what they ask of the computer, what they say, what they hand on."""

import io
import subprocess
import sys
from pathlib import Path

import bootstrap
import pytest
import system_libraries

import workbench

SCRIPT = Path(bootstrap.__file__)


@pytest.mark.parametrize("words", [[], ["walk"], ["--yes"]])
def test_without_a_known_word_it_explains_itself(words: list[str]) -> None:
    done = subprocess.run([sys.executable, SCRIPT, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "bootstrap.py run" in done.stderr
    assert "bootstrap.py test" in done.stderr


def test_an_old_python_can_read_that_it_is_too_old() -> None:
    guard = SCRIPT.read_text(encoding="utf-8").split("import hashlib")[0]
    older = guard.replace("sys.version_info < (3, 11)", "sys.version_info < (99, 0)")
    done = subprocess.run([sys.executable, "-c", older], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "needs Python 3.11 or later" in done.stderr
    assert "python3-venv" in done.stderr


def test_paths_are_read_from_where_the_person_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "test_x.py").touch()
    monkeypatch.chdir(tmp_path)
    assert bootstrap._anchored(["-k", "word", "test_x.py::test_y"]) == ["-k", "word", f"{tmp_path}/test_x.py::test_y"]


@pytest.mark.parametrize(("window", "environment", "plugin"), [
    (True, {"DISPLAY": ":0"}, "libqxcb.so"),
    (True, {"WAYLAND_DISPLAY": "wayland-0"}, "libqwayland.so"),
    (True, {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, None),
    (True, {}, None),
    (False, {"DISPLAY": ":0"}, None),
])  # fmt: skip
def test_a_display_asks_for_its_own_plugin(window: bool, environment: dict[str, str], plugin: str | None) -> None:
    needed = [Path(part).name for part in system_libraries.needed_for(window, environment)]
    assert needed == ["libQt6Widgets.so.6"] + ([plugin] if plugin else [])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves Qt's libraries to its packages")
def test_this_computer_has_what_qt_needs_to_be_tested() -> None:
    assert system_libraries.missing(Path(sys.executable), window=False) == {}


def test_what_is_missing_is_named_with_its_package(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: "/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    lacking = {"libEGL.so.1": system_libraries.PACKAGES["libEGL.so.1"]}
    assert not system_libraries.offer(lambda: lacking, yes=False)
    said = capsys.readouterr().err
    assert "libEGL.so.1" in said
    assert "apt-get install -y libegl1" in said
    assert "--yes" in said


def test_nothing_missing_is_no_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert system_libraries.offer(dict, yes=False)
    assert capsys.readouterr().err == ""


def test_the_version_is_the_one_that_the_program_says() -> None:
    assert bootstrap._version() == workbench.__version__
