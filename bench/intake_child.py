"""What it costs to read each file in a child of its own: the start of one, and what goes through the pipe."""

import io
import subprocess
import sys

from bench.figures import in_turn, say
from workbench.evidence.intake import runner
from workbench.evidence.intake.gather import gather
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import source
from workbench.evidence.intake.wire_items import Giver, Taker

ITEMS = 50_000
SMALL, LARGE = b"a line of text\n", b"a line of text, written for the bench\n" * 130_000


def main() -> None:
    def child(content: bytes) -> None:
        found = runner.read(lambda at, length: content[at : at + length], "x.txt", len(content))
        if found.refused or "audit" not in str(found.facts["walls"]):
            raise SystemExit(f"not read: {found.refused}")

    def here(content: bytes) -> None:
        gather(source(io.BytesIO(content), "x.txt", len(content)))

    def bare() -> None:
        subprocess.run([sys.executable, "-I", "-S", "-B", "-c", "pass"], check=True)

    def usual() -> None:
        subprocess.run([sys.executable, "-c", "pass"], check=True)

    ours, python, ratio = in_turn(lambda: child(SMALL), bare, 21)
    say("a small file in a child", f"{ours * 1000:.0f} ms", f"Python alone {python * 1000:.0f} ms, ratio {ratio:.1f}")
    ours, python, ratio = in_turn(lambda: child(SMALL), usual, 21)
    say("the same beside Python as usual", f"{ours * 1000:.0f} ms", f"{python * 1000:.0f} ms, ratio {ratio:.1f}")
    ours, within, _ = in_turn(lambda: child(LARGE), lambda: here(LARGE))
    mib = len(LARGE) / 2**20
    say(f"{mib:.1f} MiB of text in a child", f"{ours * 1000:.0f} ms", f"in this process {within * 1000:.0f} ms")
    passing, making, ratio = in_turn(_pass, lambda: sum(1 for _ in _messages()))
    say(
        f"{ITEMS:,} messages packed, sent and looked at", f"{ITEMS / passing:,.0f} a second",
        f"made and thrown away {ITEMS / making:,.0f} a second, ratio {ratio:.1f}",
    )  # fmt: skip


def _messages() -> list[Item]:
    return [
        Item(Kind.MESSAGE, f"line {n}", "2025-01-01T10:00:00", "", "Synthetic Person", (), "سڵاو، چۆنی؟ " * 4,
             ("zone_unknown",))
        for n in range(ITEMS)
    ]  # fmt: skip


def _pass() -> None:
    taker = Taker(frozenset(), 2**30)
    giver = Giver(lambda kind, payload: taker.take_items(payload), 2**30)
    for item in _messages():
        giver.give(item)
    giver.flush()
    if len(taker.items) != ITEMS:
        raise SystemExit("items were lost")


if __name__ == "__main__":
    main()
