"""Wiring: which world, which face. The window is imported only when somebody asks for it."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command if one is given, otherwise open the window; the exit code says how it ended."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    if wants_window(words):
        from workbench.ui import run

        return run(words)
    from workbench.cli import main as command

    return command(words)


def wants_window(words: Sequence[str]) -> bool:
    """Whether the words ask for the window: none at all, or only where the vault lies and the language."""
    rest = list(words)
    while rest:
        if rest[0] in ("--vault", "--language") and len(rest) > 1:
            rest = rest[2:]
        elif rest[0].startswith(("--vault=", "--language=")):
            rest = rest[1:]
        else:
            return False
    return True


def _speak_utf8() -> None:
    """Arabic on a console whose code page has none of it must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
