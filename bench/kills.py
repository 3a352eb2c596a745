"""Kills the program at random moments while it works; what it had acknowledged must be there afterwards.

``python -m bench.kills 1000`` does it a thousand times while people write and attach, ``python -m bench.kills 1000
--intake`` while it takes sticks in (POSIX only: it forks). A number after that is the seed.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import kills_intake
from workbench.security.slots import Cost
from workbench.services import cases, exhibits, guides, steps, vaults
from workbench.store import Desk, World

PASSPHRASE = "three quiet rivers at dawn"
CHEAP = World(cost=Cost(memory=8 * 1024, passes=1, lanes=1))
Tell = Callable[[str], object]


def main(times: int, seed: int, *, intake: bool) -> int:
    """Kill so many times; the number of acknowledged things that were lost."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "vault"
        vaults.create_vault(
            home, station="S", jurisdiction="iq", user="U", role="supervisor", passphrase=PASSPHRASE, world=CHEAP
        )
        kill = _taking_in if intake else _writing
        lost, acknowledged = kill(home, Path(folder), times, chance)
        _no_half_files(home)
    print(f"kills {times}, acknowledged {acknowledged}, lost {lost}")
    return lost


def _writing(home: Path, folder: Path, times: int, chance: random.Random) -> tuple[int, int]:
    """Killed while exhibits are entered; how much was lost of how much that had been acknowledged."""
    source = folder / "photo.jpg"
    source.write_bytes(os.urandom(300_000))
    lost = acknowledged = 0
    with _open(home) as desk:
        number = cases.open_case(desk, title="Synthetic", kind="tip").number
    longest = 0.12
    for _ in range(times):
        told = _killed(home, lambda desk, tell: _work(desk, number, source, tell), chance.uniform(0, longest))
        acknowledged += len(told) - 1  # that it opened the vault is nothing kept
        with _open(home) as desk:
            kept = {row.number for row in exhibits.list_exhibits(desk, number) if row.files}
            draft = guides.guide(desk, number, "en").drafts.get("T01.1")
            health = vaults.check_vault(desk)
        lost += len({word for word in told if word.startswith("E-")} - kept)
        drafts = [int(word) for word in told if word.isdigit()]
        lost += bool(drafts) and (draft is None or int(str(draft.answers["place"])) < drafts[-1])
        lost += not health.ok
        longest = _longer(longest, acknowledged)
    return lost, acknowledged


def _taking_in(home: Path, folder: Path, times: int, chance: random.Random) -> tuple[int, int]:
    """Killed while sticks are taken in, each gone on with afterwards."""
    sticks = kills_intake.Sticks(folder, chance)
    lost, number, longest = 0, "", 0.35
    for count in range(times):
        with _open(home) as desk:
            # A new case now and then: checks of old ones say nothing new.
            if count % 25 == 0:
                number = cases.open_case(desk, title="Synthetic", kind="tip").number
                exhibits.add_exhibit(desk, number, kind="digital", description="synthetic")
        root = sticks.next()

        def work(desk: Desk, tell: Tell, number: str = number, root: Path = root) -> None:
            kills_intake.work(desk, number, root, tell)

        told = _killed(home, work, chance.uniform(0, longest))
        with _open(home) as desk:
            lost += kills_intake.lost(desk, number, root, told, sticks)
        kills_intake.tidy(root)
        longest = _longer(longest, sticks.acknowledged)
    print(f"sticks {sticks.count}, half-written files swept {sticks.swept}")
    return lost, sticks.acknowledged


def _longer(longest: float, acknowledged: int) -> float:
    """How long the next child may live: longer on a machine so busy that nothing was ever acknowledged."""
    return longest if acknowledged else min(longest * 2, 30.0)


def _open(home: Path) -> Desk:
    return vaults.unlock(home, "U", PASSPHRASE, world=CHEAP)


def _killed(home: Path, work: Callable[[Desk, Tell], None], after: float) -> list[str]:
    """What a child acknowledged before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(home, work, writing)
    os.close(writing)
    with os.fdopen(reading) as told:
        first = told.readline()
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        rest = told.read()
    os.waitpid(child, 0)
    if not first:
        raise SystemExit("The child ended before it had begun.")
    return (first + rest).splitlines()


def _child(home: Path, work: Callable[[Desk, Tell], None], writing: int) -> None:
    """Work until killed; a child that is done first waits for it."""
    try:
        desk = _open(home)
        tell = lambda line: os.write(writing, f"{line}\n".encode())  # noqa: E731 -- one line, used here only
        tell("open")
        work(desk, tell)
        time.sleep(60)
    finally:
        os._exit(1)


def _work(desk: Desk, number: str, source: Path, tell: Tell) -> None:
    while True:
        at = str(int(time.time() * 1000))
        steps.save_draft(desk, number, "T01.1", {"place": at})
        tell(at)
        row = exhibits.add_exhibit(desk, number, kind="photo", description="synthetic")
        exhibits.attach_file(desk, number, row.number, source)
        tell(row.number)


def _no_half_files(home: Path) -> None:
    plain = [
        path for path in home.rglob("*") if path.is_file() and path.read_bytes()[:16] == b"SQLite format 3\0"
    ]
    if plain:
        raise SystemExit(f"plaintext: {plain}")


if __name__ == "__main__":
    words = argparse.ArgumentParser()
    words.add_argument("times", type=int)
    words.add_argument("seed", type=int, nargs="?", default=1)
    words.add_argument("--intake", action="store_true")
    chosen = words.parse_args()
    sys.exit(main(chosen.times, chosen.seed, intake=chosen.intake) and 1)
