"""Taking in beside SHA-256, AES-GCM to a file, a plain copy, and sha256sum with age; verifying beside SHA-256.

``python -m bench.intake 512`` with the size in MiB; ``--folder`` names the disk to measure on.
"""

import argparse
import hashlib
import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bench.figures import peak_mib, say, timed
from workbench.evidence import Shelf, wba1
from workbench.security.keys import purpose
from workbench.security.slots import Cost
from workbench.services import cases, exhibits, intake, vaults
from workbench.store import World

MIB = 1024 * 1024
PASSPHRASE = "three quiet rivers at dawn"
ROUNDS = 5


def main(size: int, folder: Path | None) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        home = Path(place)
        source = _source(home, size)
        shelf = Shelf(home / "shelf", lambda file_id, salt: purpose(bytes(32), f"att|{file_id}", salt=salt))
        before = peak_mib()
        figures = _measured(home, source, shelf)
        limit = max(figures["SHA-256 alone"], figures["AES-256-GCM to a file alone"])
        for name, seconds in figures.items():
            say(name, f"{size / seconds:.0f} MiB/s")
        ratio = limit / figures["taking in"]
        say("taking in / slower of the two alone", f"{ratio:.2f}", "goal 0.8; 0.9 with two lanes")
        say("verifying / SHA-256", f"{figures['SHA-256 alone'] / figures['verifying']:.2f}", "goal 0.75")
        say("peak memory grown meanwhile", f"{peak_mib() - before:.0f} MiB", "goal at most 64 MiB at 10 GiB")
        _whole_act(home, source, size)


def _measured(home: Path, source: Path, shelf: Shelf) -> dict[str, float]:
    """Median seconds of each, taken in turn so that a drifting machine drifts for all of them."""
    out = home / "out"
    sealed: list[tuple[str, str, int]] = []

    def take() -> None:
        one = shelf.take_in(source)
        sealed.append((one.shelf_id, one.sha256, one.size))

    def verify() -> None:
        if not shelf.verify(*sealed[-1]):
            raise SystemExit("What was sealed does not verify.")

    runs: dict[str, Callable[[], object]] = {
        "SHA-256 alone": lambda: _hash(source),
        "AES-256-GCM to a file alone": lambda: _cipher(source, out),
        "taking in": take,
        "verifying": verify,
        "plain copy, flushed": lambda: _copy(source, out),
    }
    if shutil.which("sha256sum"):
        runs["sha256sum"] = lambda: subprocess.run(["sha256sum", source], check=True, capture_output=True)
    if shutil.which("age") and shutil.which("age-keygen"):
        key = subprocess.run(["age-keygen"], check=True, capture_output=True, text=True).stdout
        to = next(line.split()[-1] for line in key.splitlines() if "public key" in line)
        runs["sha256sum, then age"] = lambda: _age(source, out, to)
    else:
        print("(age is not installed: not measured)")
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            taken[name].append(timed(run))
            out.unlink(missing_ok=True)
        for one in sealed:
            shelf.discard(one[0])
        sealed.clear()
    return {name: median(seconds) for name, seconds in taken.items()}


def _source(home: Path, size: int) -> Path:
    """A file that no disk can compress, and that is in memory when it is first read, for all alike."""
    source, block = home / "source", secrets.token_bytes(MIB)
    with source.open("wb") as file:
        for number in range(size):
            file.write(number.to_bytes(8, "big") + block[8:])
        os.fsync(file.fileno())
    _hash(source)
    return source


def _hash(source: Path) -> None:
    buffer, hashed = memoryview(bytearray(wba1.BLOCK)), hashlib.sha256()
    with source.open("rb", buffering=0) as file:
        while count := file.readinto(buffer):
            hashed.update(buffer[:count])
    hashed.digest()


def _cipher(source: Path, out: Path) -> None:
    """What sealing would cost without a hash: the same blocks, written and flushed once at the end."""
    salt, buffer = wba1.new_salt(), memoryview(bytearray(wba1.BLOCK))
    cipher, head, number = AESGCM(secrets.token_bytes(32)), wba1.header(salt), 0
    sealed = memoryview(bytearray(wba1.SEALED_BLOCK))
    with source.open("rb", buffering=0) as file, out.open("wb", buffering=0) as to:
        while count := file.readinto(buffer):
            end = 0
            for start in range(0, count, wba1.CHUNK):
                piece = buffer[start : min(start + wba1.CHUNK, count)]
                nonce = number.to_bytes(12, "big")
                end += cipher.encrypt_into(nonce, piece, head, sealed[end : end + len(piece) + wba1.TAG])
                number += 1
            to.write(sealed[:end])
        os.fsync(to.fileno())


def _copy(source: Path, out: Path) -> None:
    shutil.copyfile(source, out)
    with out.open("rb+") as file:
        os.fsync(file.fileno())


def _age(source: Path, out: Path, to: str) -> None:
    subprocess.run(["sha256sum", source], check=True, capture_output=True)
    subprocess.run(["age", "-r", to, "-o", out, source], check=True)
    with out.open("rb+") as file:
        os.fsync(file.fileno())


def _whole_act(home: Path, source: Path, size: int) -> None:
    """The whole way: begun, planned, sealed, recorded in the log, ended."""
    world = World(cost=Cost(memory=8 * 1024, passes=1, lanes=1))
    vaults.create_vault(
        home / "vault", station="B", jurisdiction="iq", user="B", role="supervisor", passphrase=PASSPHRASE, world=world
    )
    small = home / "small"
    small.mkdir()
    for number in range(200):
        (small / f"{number}.txt").write_bytes(secrets.token_bytes(2000))
    with vaults.unlock(home / "vault", "B", PASSPHRASE, world=world) as desk:
        number = cases.open_case(desk, title="Synthetic", kind="tip").number
        exhibits.add_exhibit(desk, number, kind="digital", description="synthetic")
        ref = intake.begin(desk, number, "E-001").ref
        seconds = timed(lambda: intake.take(desk, number, ref, [source]))
        say("one file, with plan, record and log", f"{size / seconds:.0f} MiB/s")
        seconds = timed(lambda: intake.take(desk, number, ref, [small]))
        say("small files, each an act of its own", f"{200 / seconds:.0f} files/s")


if __name__ == "__main__":
    words = argparse.ArgumentParser()
    words.add_argument("size", type=int, nargs="?", default=512, metavar="MIB")
    words.add_argument("--folder", type=Path)
    chosen = words.parse_args()
    main(chosen.size, chosen.folder)
