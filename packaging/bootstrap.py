"""Make the environment, say what the computer lacks, then run the program or its tests.

Use:  python3 packaging/bootstrap.py run [words for the program…]
      python3 packaging/bootstrap.py test [words for pytest…]
      --yes before run or test installs missing system packages without asking (so does CI=true)

Needs nothing but Python 3.11 or later; works from any folder, and again after it was interrupted.
"""

import sys

if sys.version_info < (3, 11):  # before anything that an older Python cannot read
    sys.exit(
        "Workbench needs Python 3.11 or later; this is Python %d.%d.\n"
        "Install a newer Python (Debian 12, Ubuntu 24.04: sudo apt install python3 python3-venv; "
        "Windows, macOS: the installer of python.org), then run this again with it." % sys.version_info[:2]
    )

import hashlib
import importlib.util
import os
import subprocess
import tomllib
import venv
import zipfile
from pathlib import Path

from system_libraries import missing, offer

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PROGRAM = BIN / ("workbench.exe" if os.name == "nt" else "workbench")
CATALOGUES = ROOT / "packaging" / "catalogues.py"
LOCKS = {name: ROOT / "packaging" / f"requirements{suffix}.lock" for name, suffix in (("run", ""), ("test", "-test"))}


def main(words: list[str]) -> int:
    """Prepare what the first word asks for and do it; returns the exit code."""
    yes = os.environ.get("CI") == "true"
    while words and words[0] in ("--yes", "-y"):
        yes, words = True, words[1:]
    if not words or words[0] not in LOCKS:
        print(__doc__.strip() if __doc__ else "", file=sys.stderr)
        return 2
    purpose, rest = words[0], words[1:]
    if not _can_make_environments(yes):
        return 1
    if not prepare(purpose):
        return 1
    return run(rest, yes) if purpose == "run" else test(rest, yes)


def run(words: list[str], yes: bool) -> int:
    """Start the program with these words; without any, its window."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if not words and sys.platform.startswith("linux") and not any(map(os.environ.get, displays)):
        print(
            "There is no display here, so no window can open.\n"
            "Start this from a graphical session, or name a command: python3 packaging/bootstrap.py run --help",
            file=sys.stderr,
        )
        return 1
    if not offer(lambda: missing(PYTHON, window=True), yes):
        return 1
    return _call([str(PROGRAM), *words], os.environ)


def test(words: list[str], yes: bool) -> int:
    """Run all checks, or those that the words name."""
    if not offer(lambda: missing(PYTHON, window=False), yes):
        return 1
    quiet = {"QT_QPA_PLATFORM": "offscreen"} | dict(os.environ)
    # The whole is worth a worker for each core; the tests of one file stay together for what they share.
    spread = [] if words else ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
    return _call([str(PYTHON), "-m", "pytest", "--rootdir", str(ROOT), *spread, *_anchored(words)], quiet, ROOT)


def _anchored(words: list[str]) -> list[str]:
    """The words with paths that exist from here made absolute, since the tests run from the project's folder."""
    anchored = []
    for word in words:
        path, mark, item = word.partition("::")
        anchored.append(f"{Path(path).resolve()}{mark}{item}" if path and Path(path).exists() else word)
    return anchored


def prepare(purpose: str) -> bool:
    """Make or renew the environment if its lock file, the project or Python changed; whether it stands."""
    lock, marker, made_with = LOCKS[purpose], ENVIRONMENT / f"made-for-{purpose}", ENVIRONMENT / "made-with"
    wanted, same_python = _fingerprint(lock), _read(made_with) == _python() and PYTHON.is_file()
    # The tests' packages include the program's, in the same versions: one never undoes the other.
    if not (same_python and _read(marker) == wanted):
        print(f"Preparing the environment for «{purpose}» (some minutes the first time)…", file=sys.stderr, flush=True)
        marker.unlink(missing_ok=True)
        # Half an installed package looks whole to pip: what was interrupted is made anew from the ground.
        made_with.unlink(missing_ok=True)
        if not same_python:
            venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(ENVIRONMENT)
        # The lock names everything. For an extra older pips look past it, find a newer file and refuse it.
        exactly = ("--require-hashes", "--no-deps", "--only-binary", ":all:")
        if not (_install(*exactly, "-r", str(lock)) and _link_project()):
            print(
                "The environment could not be completed; nothing else on this computer was changed.\n"
                "Check the network connection or the folder of wheels, then run the same command again.",
                file=sys.stderr,
            )
            return False
        made_with.write_text(_python(), encoding="utf-8")
        marker.write_text(wanted, encoding="utf-8")
    return _catalogues_compiled() or _call([str(PYTHON), str(CATALOGUES), "compile"], os.environ) == 0


def _catalogues_compiled() -> bool:
    sources = ROOT.glob("translations/*/LC_MESSAGES/*.po")
    pairs = ((source, source.with_suffix(".mo")) for source in sources)
    return all(made.is_file() and made.stat().st_mtime >= source.stat().st_mtime for source, made in pairs)


def _python() -> str:
    return f"{sys.version}\n{Path(sys.executable).resolve()}\n{ROOT}"


def _fingerprint(lock: Path) -> str:
    content = b"\0".join((_python().encode(), lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes()))
    return hashlib.sha256(content).hexdigest()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _install(*words: str) -> bool:
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    return _call([str(PYTHON), "-m", "pip", "install", *quiet, *words], os.environ) == 0


def _link_project() -> bool:
    """Make the folder ``src`` importable, and the command ``workbench`` callable, in the environment.

    A wheel that holds no more than a path does it on every system with nothing to build and nothing to fetch.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], _version()
    info = f"{name}-{version}.dist-info"
    scripts = "".join(f"{command} = {target}\n" for command, target in project["scripts"].items())
    files = {
        f"{name}.pth": f"{ROOT / 'src'}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: bootstrap\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": f"[console_scripts]\n{scripts}",
    }
    files[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in (*files, f"{info}/RECORD"))
    wheel = ENVIRONMENT / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    return _install("--no-index", "--no-deps", "--force-reinstall", str(wheel))


def _version() -> str:
    """The program's version; it is said once, in the package itself."""
    said = (ROOT / "src" / "workbench" / "__init__.py").read_text(encoding="utf-8")
    return said.split('__version__ = "')[1].split('"')[0]


def _can_make_environments(yes: bool) -> bool:
    """Whether this Python has venv and pip to give; Debian and Ubuntu pack them apart."""
    package = "python%d.%d-venv" % sys.version_info[:2]

    def lacking() -> dict[str, tuple[str, str]]:
        importlib.invalidate_caches()
        return {} if importlib.util.find_spec("ensurepip") else {"venv and pip": (package, "python3-pip")}

    return offer(lacking, yes)


def _call(command: list[str], environment: "dict[str, str] | os._Environ[str]", folder: Path | None = None) -> int:
    """Run a command to its end; returns its exit code, 128 and more if a signal ended it."""
    try:
        code = subprocess.run(command, env=dict(environment), cwd=folder, check=False).returncode
    except KeyboardInterrupt:
        return 130
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
