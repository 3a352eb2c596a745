"""Kills the program at random moments while it works; what it had acknowledged must be there afterwards.

``python -m bench.kills 1000`` does it a thousand times (POSIX only: it forks).
"""

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from workbench.security.slots import Cost
from workbench.services import cases, exhibits, guides, steps, vaults
from workbench.store import Desk, World

PASSPHRASE = "three quiet rivers at dawn"
CHEAP = World(cost=Cost(memory=8 * 1024, passes=1, lanes=1))


def main(times: int, seed: int) -> int:
    """Kill so many times; the number of acknowledged things that were lost."""
    chance = random.Random(seed)
    lost = acknowledged = 0
    with tempfile.TemporaryDirectory() as folder:
        home, source = Path(folder) / "vault", Path(folder) / "photo.jpg"
        source.write_bytes(os.urandom(300_000))
        vaults.create_vault(
            home,
            station="S",
            jurisdiction="iq",
            user="U",
            role="supervisor",
            passphrase=PASSPHRASE,
            world=CHEAP,
        )
        with _open(home) as desk:
            number = cases.open_case(desk, title="Synthetic", kind="tip").number
        for _ in range(times):
            told = _killed_while_working(home, number, source, chance.uniform(0, 0.12))
            acknowledged += len(told)
            with _open(home) as desk:
                kept = {row.number for row in exhibits.list_exhibits(desk, number) if row.files}
                draft = guides.guide(desk, number, "en").drafts.get("T01.1")
                health = vaults.check_vault(desk)
            lost += len({word for word in told if word.startswith("E-")} - kept)
            drafts = [int(word) for word in told if word.isdigit()]
            lost += bool(drafts) and (draft is None or int(str(draft.answers["place"])) < drafts[-1])
            lost += not health.ok
        _no_half_files(home)
    print(f"kills {times}, acknowledged {acknowledged}, lost {lost}")
    return lost


def _open(home: Path) -> Desk:
    return vaults.unlock(home, "U", PASSPHRASE, world=CHEAP)


def _killed_while_working(home: Path, number: str, source: Path, after: float) -> list[str]:
    """What a child acknowledged before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(home, number, source, writing)
    os.close(writing)
    with os.fdopen(reading) as told:
        first = told.readline()
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        rest = told.read()
    os.waitpid(child, 0)
    return (first + rest).split()


def _work(home: Path, number: str, source: Path, writing: int) -> None:
    desk = _open(home)
    os.write(writing, b"open\n")
    count = 0
    while True:
        count += 1
        steps.save_draft(desk, number, "T01.1", {"place": str(int(time.time() * 1000))})
        row = exhibits.add_exhibit(desk, number, kind="photo", description="synthetic")
        exhibits.attach_file(desk, number, row.number, source)
        os.write(writing, f"{row.number}\n".encode())


def _no_half_files(home: Path) -> None:
    plain = [
        path for path in home.rglob("*") if path.is_file() and path.read_bytes()[:16] == b"SQLite format 3\0"
    ]
    if plain:
        raise SystemExit(f"plaintext: {plain}")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1) and 1)
