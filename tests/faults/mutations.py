"""Evidence of the training cases, cut off and with bits flipped: what a dying stick or a spiteful hand makes of it."""

import io
import random
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from workbench.evidence.intake.gather import gather
from workbench.evidence.intake.source import source

EVIDENCE = Path(__file__).parents[2] / "resources" / "training"
_LARGEST = 300_000
# However long it takes on a slow machine, no small file takes longer than this.
_SECONDS = 10


def mutated(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many broken files; each kind has its turn."""
    chance = random.Random(seed)
    originals = [path for path in sorted(EVIDENCE.glob("*/evidence/*")) if path.stat().st_size < _LARGEST]
    for number in range(count):
        original = originals[number % len(originals)]
        content = bytearray(original.read_bytes())
        if number // len(originals) % 2:
            del content[chance.randrange(len(content)) :]
        else:
            for _ in range(chance.choice((1, 8, 200))):
                place = chance.randrange(min(len(content), chance.choice((64, 2_000, len(content)))))
                content[place] ^= 1 << chance.randrange(8)
        yield original.name, bytes(content)


def main(count: int) -> None:
    for number, (name, content) in enumerate(mutated(count, seed=1)):
        print(number, name, flush=True)
        if hasattr(signal, "alarm"):
            signal.alarm(_SECONDS)
        gather(source(io.BytesIO(content), name, len(content)))
    print(f"{count} read")


if __name__ == "__main__":
    main(int(sys.argv[1]))
