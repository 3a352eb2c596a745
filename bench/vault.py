"""Unlock beside Argon2 alone, a durable save beside a bare encrypted commit."""

import tempfile
from pathlib import Path

from bench.figures import in_turn, peak_mib, say
from workbench.models import Case
from workbench.security import Act
from workbench.security.keys import waste_a_guess
from workbench.security.slots import FLOOR, Cost
from workbench.services import cases, vaults
from workbench.store import Desk, World, connection

PASSPHRASE = "three quiet rivers at dawn"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "vault"
        vaults.create_vault(
            home, station="Bench", jurisdiction="iq", user="Bench", role="supervisor", passphrase=PASSPHRASE,
            world=World(cost=FLOOR),
        )  # fmt: skip
        _unlock(home)
        with vaults.unlock(home, "Bench", PASSPHRASE) as desk:
            _save(desk, Path(folder))
    say("peak memory of this process", f"{peak_mib():.0f} MiB")


def _unlock(home: Path) -> None:
    def unlock() -> None:
        with vaults.unlock(home, "Bench", PASSPHRASE) as desk:
            cases.list_cases(desk)

    whole, alone, ratio = in_turn(
        unlock, lambda: waste_a_guess(PASSPHRASE, Cost(FLOOR.memory, FLOOR.passes, FLOOR.lanes)), 5
    )
    say(
        "unlock to case list, with sign-out",
        f"{whole * 1000:.0f} ms",
        f"Argon2 alone {alone * 1000:.0f} ms, ratio {ratio:.2f}",
    )
    say("unlock beyond Argon2", f"{(whole - alone) * 1000:.0f} ms", "goal: at most 400 ms")


def _save(desk: Desk, folder: Path) -> None:
    case = cases.open_case(desk, title="Bench", kind="tip")

    def save() -> None:
        with desk.act(Act.STEP_FINISH, case.case_id) as session:
            session.get_one(Case, case.case_id).lead += "."

    bare = connection.engine(folder / "bare.db", bytes(32))
    with bare.begin() as raw:
        raw.exec_driver_sql("CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB)")

    def commit() -> None:
        with bare.begin() as raw:
            raw.exec_driver_sql("INSERT INTO t (body) VALUES (randomblob(600))")

    ours, theirs, ratio = in_turn(save, commit, 101)
    say(
        "durable save with its log entry",
        f"{ours * 1000:.2f} ms",
        f"bare commit {theirs * 1000:.2f} ms, ratio {ratio:.2f}, goal 1.5",
    )
    bare.dispose()


if __name__ == "__main__":
    main()
