"""Vaults: made, unlocked, checked and backed up."""

import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from workbench.disk import is_free, told
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.security import Act
from workbench.services import audit
from workbench.store import Desk, Opening, World, connection, create, keysfile
from workbench.store import unlock as _unlock
from workbench.store.keysfile import Hint

__all__ = [
    "JURISDICTIONS", "Desk", "Health", "World", "backup_vault", "check_vault", "create_vault", "unlock",
]  # fmt: skip

ZONE = "Asia/Baghdad"
JURISDICTIONS = ("iq", "iq-kr")


@dataclass(frozen=True, slots=True)
class Health:
    """What a check of a vault found. ``problem`` is empty if all of it holds."""

    ok: bool
    entries: int
    files: int
    broken_files: tuple[str, ...]
    problem: str


def create_vault(
    folder: Path, *, station: str, jurisdiction: str, user: str, role: str, passphrase: str,
    language: str = "ar_IQ", training: bool = False, zone: str = ZONE, world: World | None = None,
) -> None:  # fmt: skip
    """Make a station's vault in an empty folder, with its first person."""
    settings = {
        "name": station, "jurisdiction": jurisdiction, "zone": zone, "training": training, "language": language,
    }  # fmt: skip
    opening = Opening(Hint(station, jurisdiction, training), settings, user, role, passphrase)
    create(folder, opening, world or World())


def unlock(folder: Path, user: str, passphrase: str, *, world: World | None = None) -> Desk:
    """A desk in a vault for somebody who knows the passphrase."""
    return _unlock(folder, user, passphrase, world or World())


def check_vault(desk: Desk) -> Health:
    """Every page, every log entry, every row and every sealed file held against what was kept of it."""
    from workbench.services import exhibits
    from workbench.services.people import photos

    problem = connection.problem(desk.folder / connection.NAME, desk.key("db"))
    if problem:
        # A connection that met a broken page answers nothing more that could be relied on.
        return Health(False, desk.head.size, 0, (), problem)
    verdict = audit.verify(desk)
    if verdict.ok and keysfile.read(desk.folder).fingerprint != audit.keys_fingerprint(desk):
        problem = f"{keysfile.NAME}: is not as the log saw it written"
    checked = exhibits.verify_exhibits(desk, None)
    pictures, spoilt = photos.broken(desk)
    files = sum(len(row.files) for row in checked) + pictures
    broken = (*(row.number for row in checked if row.integrity == "broken"), *spoilt)
    said = problem or verdict.problem
    return Health(not said and not broken, verdict.entries, files, broken, said)


def backup_vault(desk: Desk, target: Path) -> Path:
    """Copy the whole vault into a new folder; a copy that was cut short is never mistaken for one.

    The database is brought into one file first, so that the copy needs no log beside it.
    """
    _check_target(desk.folder, target)
    with desk.act(Act.VAULT_BACKUP, subject=visible(target.name)):
        pass
    desk.checkpoint()
    desk.head_file.write(desk.head, durable=True)
    part = target.with_name(f".{secrets.token_hex(4)}.part")
    names = (connection.NAME, "vault.head", keysfile.NAME)
    with told(target):
        try:
            part.mkdir(parents=True)
            if (desk.folder / "shelf").is_dir():
                shutil.copytree(desk.folder / "shelf", part / "shelf")
            for name in names:
                shutil.copy2(desk.folder / name, part / name)
            if target.exists():
                target.rmdir()
            part.replace(target)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    return target


def _check_target(folder: Path, target: Path) -> None:
    with told(target):
        inside = target.resolve().is_relative_to(folder.resolve())
        taken = not is_free(target) and (not target.is_dir() or any(target.iterdir()))
    if inside:
        raise Refusal(Reason.BACKUP_INSIDE, folder=ltr(str(target)))
    if taken:
        raise Refusal(Reason.TARGET_EXISTS, file=ltr(str(target)))
