"""Is everything here that the program needs: libraries, fonts, languages, packs?"""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from workbench.i18n import TAGS, language
from workbench.services import packs
from workbench.shipped import resource, translations


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at."""

    name: str
    ok: bool
    detail: str


def checks() -> list[Check]:
    """Every check, each by itself: one that fails does not hide the others."""
    return [_tried(name, look) for name, look in _LOOKS]


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except Exception as error:  # whatever a missing library or file raises is the finding itself
        return Check(name, False, f"{type(error).__name__}: {error}")


def _python() -> str:
    if sys.version_info < (3, 11):
        raise RuntimeError("Python 3.11 or newer is needed")
    return sys.version.split()[0]


def _cipher() -> str:
    import sqlcipher3.dbapi2 as driver

    connection = driver.connect(":memory:")
    try:
        version = connection.execute("PRAGMA cipher_version").fetchone()[0]
    finally:
        connection.close()
    if driver.sqlite_version_info < (3, 51, 3):
        raise RuntimeError(f"SQLite {driver.sqlite_version} loses data in rare cases; 3.51.3 is needed")
    return f"SQLCipher {version}, SQLite {driver.sqlite_version}"


def _typesetting() -> str:
    from workbench.reports.typeset.application import ensure_application

    ensure_application()
    return "text layout ready"


def _fonts() -> str:
    fonts = sorted(path.name for path in resource("fonts").glob("*.ttf"))
    if not fonts:
        raise RuntimeError("no fonts are installed with the program")
    return f"{len(fonts)} files"


def _languages() -> str:
    missing = [tag for tag in TAGS if not (translations() / tag / "LC_MESSAGES" / "workbench.po").is_file()]
    if missing:
        raise RuntimeError(f"no catalogue for {', '.join(missing)}")
    return ", ".join(f"{tag} ({language(tag).native_name})" for tag in TAGS)


def _packs() -> str:
    return ", ".join(f"{key} {packs.shipped(key)[0].version}" for key in packs.shipped_keys())


_LOOKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("python", _python),
    ("cipher", _cipher),
    ("typesetting", _typesetting),
    ("fonts", _fonts),
    ("languages", _languages),
    ("packs", _packs),
)
