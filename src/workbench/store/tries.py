"""Wrong tries at the passphrase, counted outside the vault: only a right one sets the count back."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workbench.clock import Clock
from workbench.disk import replace, told
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.security.passphrase import wait_after

NAME = "vault.tries"


@dataclass
class Tries:
    """The counter of one vault. It slows a person at the keyboard; against a stolen disk the cost of a guess stands."""

    folder: Path
    clock: Clock

    def allow(self) -> None:
        """Refuse while the wait after the last wrong try is not over. A clock set back does not shorten it."""
        failures, last = self._read()
        if last > self.clock.now():
            # The clock was set back, or had been wrong: the wait starts anew, and no year ahead locks everybody out.
            last = self.clock.now()
            self._write(failures, last)
        left = wait_after(failures) - max(self.clock.now() - last, timedelta())
        if failures and left > timedelta():
            seconds = int(left.total_seconds()) + 1
            raise Refusal(Reason.TRY_LATER, wait=ltr(f"{seconds // 60}:{seconds % 60:02}"))

    def failed(self) -> int:
        """Count one wrong try; the number of tries since the last right one."""
        failures = self._read()[0] + 1
        self._write(failures, self.clock.now())
        return failures

    def succeeded(self) -> int:
        """Set the count back; how many wrong tries came before."""
        failures = self._read()[0]
        if failures:
            with told(self.folder / NAME):
                (self.folder / NAME).unlink(missing_ok=True)
        return failures

    def _write(self, failures: int, last: datetime) -> None:
        content = {"failures": failures, "last": last.isoformat()}
        replace(self.folder / NAME, json.dumps(content).encode())

    def _read(self) -> tuple[int, datetime]:
        now = self.clock.now()
        try:
            content = json.loads((self.folder / NAME).read_bytes())
            return int(content["failures"]), datetime.fromisoformat(content["last"]).astimezone(UTC)
        except FileNotFoundError:
            return 0, now
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            # A counter that cannot be read is treated as one that has run out of free tries.
            return 6, now - timedelta(minutes=1)
