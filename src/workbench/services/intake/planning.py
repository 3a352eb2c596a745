"""What lies under the paths that somebody wants taken in; nothing is opened, and no link is followed."""

import os
import stat
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from workbench.evidence.shelf import moment, storable
from workbench.i18n import visible

# Why something was not taken in; the words stand in ``terms.NOT_TAKEN``.
LINK, SPECIAL, UNREADABLE = "link", "special", "unreadable"
_REPARSE = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that can be taken in; ``name`` is its place under what was chosen, as it will be kept."""

    path: Path
    name: str
    size: int
    modified_at: datetime | None


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something that is not taken in, by its place, with a key of ``terms.NOT_TAKEN``; ``note`` may say more."""

    name: str
    reason: str
    note: str = ""


@dataclass(frozen=True)
class Plan:
    """What would be taken in, and what could not be."""

    files: tuple[Planned, ...]
    left: tuple[NotTaken, ...]
    folders: int
    size: int = field(default=0)

    def left_for(self, reason: str) -> tuple[str, ...]:
        """The names of what is left out for one reason, harmless to show."""
        return tuple(visible(one.name) for one in self.left if one.reason == reason)


def plan(paths: Sequence[Path], *, leave_out: Path | None = None) -> Plan:
    """Every file under these files and folders, in the order of their names, and what cannot be taken in.

    ``leave_out`` is a folder that is never entered: the vault itself.
    """
    files: dict[str, Planned] = {}
    left: list[NotTaken] = []
    folders = 0
    out = _same(leave_out) if leave_out else None
    for top, name in _named(paths):
        for found in _under(top, name, out):
            if isinstance(found, Planned):
                free = _free(found.name, files)
                files[free] = replace(found, name=free)
            elif isinstance(found, NotTaken):
                left.append(found)
            else:
                folders += 1
    return Plan(tuple(files.values()), tuple(left), folders, sum(one.size for one in files.values()))


def _named(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Each path with the name under which it is kept: two of one name must not be taken for each other."""
    seen: dict[str, int] = {}
    for path in dict.fromkeys(Path(os.path.abspath(one)) for one in paths):
        name = storable(path.name)
        seen[name] = seen.get(name, 0) + 1
        yield path, name if seen[name] == 1 else f"{name}~{seen[name]}"


def _free(name: str, taken: Container[str]) -> str:
    """The name, or one beside it: names that are no text can come out the same once they are written out."""
    count = 2
    free = name
    while free in taken:
        free, count = f"{name}~{count}", count + 1
    return free


def _under(top: Path, name: str, out: tuple[int, int] | None) -> Iterator[Planned | NotTaken | None]:
    """What lies at a path and below it; None for each folder."""
    # A stick is often reached through a link to where it is mounted; what was chosen itself is followed that far.
    waiting = [(top.resolve() if top.is_symlink() and top.is_dir() else top, name)]
    while waiting:
        path, place = waiting.pop()
        try:
            found = path.lstat()
        except (OSError, ValueError):
            yield NotTaken(place, UNREADABLE)
            continue
        if stat.S_ISLNK(found.st_mode) or getattr(found, "st_file_attributes", 0) & _REPARSE:
            yield NotTaken(place, LINK, _target(path))
        elif stat.S_ISREG(found.st_mode):
            yield Planned(path, place, found.st_size, moment(found.st_mtime))
        elif not stat.S_ISDIR(found.st_mode):
            yield NotTaken(place, SPECIAL)
        elif (found.st_dev, found.st_ino) != out:
            yield None
            try:
                with os.scandir(path) as entries:
                    names = sorted((entry.name for entry in entries), reverse=True)
            except OSError:
                yield NotTaken(place, UNREADABLE)
                continue
            waiting += [(path / one, f"{place}/{storable(one)}" if place else storable(one)) for one in names]


def _target(path: Path) -> str:
    try:
        return storable(os.readlink(path))
    except (OSError, ValueError):
        return ""


def _same(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
