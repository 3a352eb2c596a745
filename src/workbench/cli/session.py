"""One command's way into the vault: opened when it is first asked for, closed when the command ends."""

import argparse
from pathlib import Path

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.services import vaults
from workbench.services.vaults import Desk, World

_MOST = 4096


def passphrase_in(path: Path) -> str:
    """The first line of a passphrase file. Raises ``Refusal`` if there is none."""
    try:
        with path.open("rb") as file:
            # A device has no end; a passphrase has one.
            lines = file.read(_MOST).decode("utf-8-sig").splitlines()
    except (OSError, ValueError):
        lines = []
    if not lines or not lines[0]:
        raise Refusal(Reason.PASSPHRASE_FILE, file=visible(str(path)))
    return lines[0]


class Session:
    """The vault that a command's words name."""

    def __init__(self, args: argparse.Namespace, world: World | None) -> None:
        self.args = args
        self.world = world
        self._desk: Desk | None = None
        self.left_over: Refusal | None = None

    @property
    def folder(self) -> Path:
        """The folder of the vault. Raises ``Refusal`` if the words do not say it."""
        return Path(self._word("vault")).expanduser()

    @property
    def desk(self) -> Desk:
        """The desk of the person the words name."""
        if self._desk is None:
            self._desk = vaults.unlock(self.folder, self._word("user"), self.passphrase, world=self.world)
        return self._desk

    @property
    def passphrase(self) -> str:
        """The first line of the passphrase file."""
        return passphrase_in(Path(self._word("passphrase_file")).expanduser())

    def _word(self, name: str) -> str:
        word = getattr(self.args, name, None)
        if not word:
            raise Refusal(Reason.OPTION_NEEDED, option=ltr("--" + name.replace("_", "-")))
        return str(word)

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if self._desk is None:
            return
        try:
            self._desk.__exit__(kind, error, trace)
        except Refusal as refusal:
            # The command itself is done and kept; only signing out could not be written down.
            self.left_over = refusal
