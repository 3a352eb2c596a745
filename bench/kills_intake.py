"""Taking in and killed at a random moment: what was acknowledged lies sealed, whole, and is gone on with."""

import contextlib
import hashlib
import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from workbench.services import exhibits, intake, vaults
from workbench.services.intake import Going
from workbench.services.sealing import opened, shelf_of
from workbench.store import Desk

# Of one block, of several lanes, and of nothing: each is sealed on another way.
SIZES = (0, 1, 65_536, 300_000, 1_048_576, 3_500_000)


@dataclass
class Sticks:
    """Synthetic sticks and the takings-in that are under way."""

    folder: Path
    chance: random.Random
    count: int = 0
    hashes: dict[str, str] = field(default_factory=dict)
    acknowledged: int = 0
    swept: int = 0

    def next(self) -> Path:
        """A new stick with files that no stick before it had."""
        self.count += 1
        root = self.folder / f"stick-{self.count}"
        root.mkdir()
        for number in range(self.chance.randint(3, 8)):
            content = self.chance.randbytes(self.chance.choice(SIZES))
            (root / f"{number}.bin").write_bytes(content)
            self.hashes[f"{root.name}/{number}.bin"] = hashlib.sha256(content).hexdigest()
        return root


def work(desk: Desk, number: str, root: Path, tell: Callable[[str], object]) -> None:
    """Take a stick in and tell of each file that was sealed, for as long as one is let."""
    ref = intake.begin(desk, number, "E-001", source=root.name).ref
    tell(f"begun {ref}")
    kept: list[str] = []

    def heard(going: Going) -> bool:
        # The next one is only begun once the one before it is recorded.
        if not kept or kept[-1] != going.name:
            if kept:
                tell(f"sealed {kept[-1]}")
            kept.append(going.name)
        return True

    intake.take(desk, number, ref, [root], heard)
    tell(f"sealed {kept[-1]}")
    tell(f"ended {ref}")


def lost(desk: Desk, number: str, root: Path, told: list[str], sticks: Sticks) -> int:
    """What was acknowledged and is not there, or not whole; after that the taking-in is gone on with and must end."""
    words = [line.split(" ", 1) for line in told if " " in line]
    rows = exhibits.list_exhibits(desk, number)[0].files
    there = {row.path: row for row in rows}
    missing = 0
    for word, name in words:
        if word == "sealed":
            sticks.acknowledged += 1
            row = there.get(name)
            missing += row is None or not _whole(desk, row.file_id, sticks.hashes[name])
    # Rows that were not acknowledged may be there; none may be torn.
    mine = [row for row in rows if row.path.startswith(f"{root.name}/")]
    missing += sum(not _whole(desk, row.file_id, sticks.hashes[row.path]) for row in mine)
    refs = [name for word, name in words if word == "begun"]
    if refs:
        sticks.swept += _parts(desk)
        row_of = intake.take(desk, number, refs[0], [root])
        files = len(list(root.iterdir()))
        missing += (row_of.state, row_of.files, row_of.not_taken) != ("ended", files, ())
        missing += _parts(desk)
    missing += not vaults.check_vault(desk).ok
    return missing


def _whole(desk: Desk, file_id: str, sha256: str) -> bool:
    with contextlib.suppress(Exception), opened(desk, file_id) as opening:
        return hashlib.sha256(opening.fetch(0, opening.size)).hexdigest() == sha256
    return False


def _parts(desk: Desk) -> int:
    return sum(1 for _ in shelf_of(desk).folder.rglob("*.part"))


def tidy(root: Path) -> None:
    """Take a stick away that is done with."""
    for path in root.iterdir():
        os.unlink(path)
    root.rmdir()
