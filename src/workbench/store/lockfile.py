"""One process for one vault: the second is told who has it open and since when."""

import json
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from workbench.clock import Clock
from workbench.disk import told
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr

NAME, HOLDER = "vault.lock", "vault.holder"


def take(folder: Path, who: str, clock: Clock) -> Callable[[], None]:
    """Take the vault for this process; what is returned gives it back. A lock left by a dead process is free."""
    lock = FileLock(folder / NAME)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Refusal(Reason.VAULT_OPEN_ELSEWHERE, **_holder(folder)) from None
    except OSError as error:
        raise Refusal(Reason.NOT_WRITABLE, path=ltr(str(folder))) from error
    content = {"who": who, "since": clock.now().isoformat(timespec="minutes")}
    try:
        with told(folder):
            (folder / HOLDER).write_text(json.dumps(content), encoding="utf-8")
    except BaseException:
        lock.release()
        raise

    def give_back() -> None:
        (folder / HOLDER).unlink(missing_ok=True)
        lock.release()

    return give_back


def _holder(folder: Path) -> dict[str, str]:
    try:
        content = json.loads((folder / HOLDER).read_text(encoding="utf-8"))
        return {"who": str(content["who"]), "since": ltr(str(content["since"]))}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {"who": "?", "since": "?"}
