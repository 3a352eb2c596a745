"""What the doors ask of the worker: who may sign in, sign in, make a vault, open the training case.

The services are imported here and in the worker only, so that the first window needs none of them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

KEYS = "vault.keys"


@dataclass(frozen=True)
class Opened:
    """A desk and the station it stands in."""

    desk: Any
    station: Any


def usual_folder() -> Path:
    """Where this station's vault lies unless a person chose another place."""
    return user_data_path("workbench", appauthor=False) / "vault"


def has_vault(folder: Path) -> bool:
    """Whether a folder holds a vault, judged by its key file alone."""
    return (folder / KEYS).is_file()


def training_folder() -> Path:
    """A new folder for a throw-away vault."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix="workbench-training-"))


def who(folder: Path) -> tuple[Any, list[Any]]:
    """The station's name and who may sign in."""
    from workbench.services import doors

    return doors.station_hint(folder), doors.users(folder)


def sign_in(folder: Path, user: str, passphrase: str, world: Any) -> Opened:
    """Open the vault for a user."""
    from workbench.services import vaults

    desk = vaults.unlock(folder, user, passphrase, world=world)
    return Opened(desk, desk.station)


def create(folder: Path, facts: dict[str, str], passphrase: str, world: Any) -> Opened:
    """Make this station's vault and sign its first user in."""
    from workbench.services import vaults

    vaults.create_vault(folder, passphrase=passphrase, world=world, **facts)  # type: ignore[arg-type]
    return sign_in(folder, facts["user"], passphrase, world)


def train(folder: Path, language: str, world: Any) -> Opened:
    """Make a throw-away training vault with a synthetic case, and sign in."""
    from workbench.services import training

    desk = training.open_training(folder, language=language, world=world)
    return Opened(desk, desk.station)
