"""A long chat and a long record of calls, sealed in a vault, read in the child, kept, looked at and made anew.

Beside, in the same run: the reader alone, in this process and on plain bytes, with nothing kept.
``python -m bench.readings``; ``--quick`` for a small run.
"""

import io
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from bench.figures import peak_mib, say
from workbench.evidence.intake.gather import gather
from workbench.evidence.intake.source import source
from workbench.security.slots import Cost
from workbench.services import cases, events, exhibits, readings, vaults
from workbench.store import Desk, World

PASSPHRASE = "three quiet rivers at dawn"
BEGAN = datetime(2024, 9, 1, 8, 0)  # noqa: DTZ001 -- exports tell local times without a zone
_T = TypeVar("_T")
WORDS = "جواز الباب الليلة غرفة دينار ۲۵۰ bring the papers tonight wait دەرگا پارە".split()


def chat(count: int) -> str:
    """An invented chat in three languages."""
    chance = random.Random(7)
    lines = []
    for n in range(count):
        at = BEGAN + timedelta(minutes=7 * n)
        said = " ".join(chance.choices(WORDS, k=chance.randint(1, 14)))
        lines.append(f"{at:%d/%m/%Y, %H:%M} - {chance.choice(('Abu Walid', '+964 770 123 4567'))}: {said}")
    return "\n".join(lines) + "\n"


def calls(count: int) -> str:
    """Invented records of calls."""
    chance = random.Random(9)
    rows = ["call date time,calling number,called number,duration"]
    for n in range(count):
        at = BEGAN + timedelta(seconds=91 * n)
        a, b = (f"07701{chance.randint(0, 999):06}" for _ in range(2))
        rows.append(f"{at:%Y-%m-%d %H:%M:%S},{a},{b},{chance.randint(0, 900)}")
    return "\n".join(rows) + "\n"


def main(arguments: Sequence[str]) -> None:
    small = 20 if "--quick" in arguments else 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        world = World(cost=Cost(memory=8 * 1024, passes=1, lanes=1))
        vaults.create_vault(
            folder / "vault", station="Bench", jurisdiction="iq", user="Bench", role="supervisor",
            passphrase=PASSPHRASE, world=world,
        )  # fmt: skip
        with vaults.unlock(folder / "vault", "Bench", PASSPHRASE, world=world) as desk:
            case = cases.open_case(desk, title="Synthetic", kind="tip").number
            _one(desk, case, folder / "WhatsApp Chat with Abu Walid.txt", chat(50_000 // small), "<= 3 s for 50,000")
            _one(desk, case, folder / "calls.csv", calls(200_000 // small), "<= 5 s for 200,000")
            _looked(desk, case)
    say("peak memory of the program", f"{peak_mib():.0f} MiB")


def _one(desk: Desk, case: str, path: Path, text: str, goal: str) -> None:
    path.write_text(text, encoding="utf-8")
    number = exhibits.add_exhibit(desk, case, kind="digital", description=path.name).number
    file_id = exhibits.attach_file(desk, case, number, path).files[0].file_id
    alone, told = _timed(lambda: gather(source(io.BytesIO(text.encode()), path.name, len(text.encode()))))
    taken, row = _timed(lambda: readings.read_file(desk, case, file_id))
    assert row.refused is None
    assert row.kept == len(told.items)
    say(f"{row.format}, {row.kept} rows: read and kept", f"{taken:.2f} s", goal)
    say("  beside the reader alone, nothing kept", f"{alone:.2f} s, {taken / alone:.1f} times")
    again, _ = _timed(lambda: readings.rebuild(desk, case, file_id))
    say("  made anew", f"{again:.2f} s")


def _looked(desk: Desk, case: str) -> None:
    page, found = _timed(lambda: readings.items(desk, case, dated=True, limit=300))
    say(f"first page of {found.total} in the order of time", f"{page * 1000:.0f} ms")
    last, _ = _timed(lambda: readings.items(desk, case, dated=True, offset=found.total - 300, limit=300))
    say("last page", f"{last * 1000:.0f} ms")
    word, _ = _timed(lambda: readings.find_items(desk, case, "papers tonight"))
    say("words looked for", f"{word * 1000:.0f} ms")
    put, _ = _timed(lambda: events.promote(desk, case, found.rows[0].item_id))
    say("one put on the timeline", f"{put * 1000:.0f} ms")


def _timed(run: Callable[[], _T]) -> tuple[float, _T]:
    start = time.perf_counter()
    found = run()
    return time.perf_counter() - start, found


if __name__ == "__main__":
    main(sys.argv[1:])
