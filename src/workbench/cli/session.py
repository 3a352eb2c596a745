"""One command's way into the vault: opened when it is first asked for, closed when the command ends."""

import argparse
from pathlib import Path

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.services import vaults
from workbench.services.vaults import Desk, World


class Session:
    """The vault that a command's words name."""

    def __init__(self, args: argparse.Namespace, world: World | None) -> None:
        self.args = args
        self.world = world
        self._desk: Desk | None = None

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
        path = Path(self._word("passphrase_file")).expanduser()
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            raise Refusal(Reason.FILE_UNREADABLE, file=ltr(str(path))) from None
        return lines[0] if lines else ""

    def _word(self, name: str) -> str:
        word = getattr(self.args, name, None)
        if not word:
            raise Refusal(Reason.OPTION_NEEDED, option=ltr("--" + name.replace("_", "-")))
        return str(word)

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        if self._desk is not None:
            self._desk.close()
