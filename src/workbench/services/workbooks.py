"""Packs as workbooks: a folder written as one spreadsheet, a spreadsheet made a folder. None of it needs a vault."""

import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench import disk
from workbench.errors import Reason, Refusal
from workbench.exchange.sheets import SheetFinding, export_sheet, import_sheet
from workbench.exchange.table.opening import FILE_LIMIT
from workbench.i18n import visible
from workbench.services import packs
from workbench.shipped import resource
from workbench.sop import read_folder

SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a workbook: the files that were written, none if there was an error, and what was found."""

    files: tuple[str, ...]
    findings: tuple[SheetFinding, ...]
    shares: str

    @property
    def ok(self) -> bool:
        """Whether the pack was written."""
        return bool(self.files)


def export_pack(folder: Path, out: Path) -> int:
    """Write the pack in a folder as a workbook; its size in bytes. Raises ``Refusal`` for a wrong pack."""
    if out.suffix.lower() != SUFFIX:
        raise Refusal(Reason.OPTION_NEEDED, option=f"--out *{SUFFIX}")
    if not disk.is_free(out):
        raise Refusal(Reason.TARGET_EXISTS, file=visible(out.name))
    data = export_sheet(read_folder(folder))
    disk.replace(out, data)
    return len(data)


def import_pack(workbook: Path, out: Path, base: Path | None = None) -> TakenIn:
    """Make a new folder of the pack that a workbook holds; nothing is written unless all of it is right.

    ``base`` is the folder that the workbook was made from, whose comments are kept. Raises ``Refusal`` if the
    file cannot be read or the folder is not free.
    """
    with disk.told(out):
        if not disk.is_free(out) and (not out.is_dir() or any(out.iterdir())):
            raise Refusal(Reason.TARGET_EXISTS, file=visible(out.name or str(out)))
    before = read_folder(base) if base is not None else None
    beside = [folder.resolve().parent for folder in (out, base) if folder is not None]
    files, findings = import_sheet(_content(workbook), before, lend=_lender(beside))
    shares = next((name.split("/")[1] for name in files or () if name.startswith("shared/")), "")
    own = {name: data for name, data in (files or {}).items() if not name.startswith("shared/")}
    if own:
        _write(own, out)
    return TakenIn(tuple(own), tuple(findings), shares)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # What is larger is refused by its size; nobody has to read all of it first.
            return file.read(FILE_LIMIT + 1)
    except FileNotFoundError:
        raise Refusal(Reason.FILE_MISSING, file=visible(path.name)) from None
    except (OSError, ValueError):
        raise Refusal(Reason.NOT_READABLE, path=visible(str(path))) from None


def _lender(beside: list[Path]) -> Callable[[str], Mapping[str, bytes]]:
    """Finds the pack that steps are shared from: beside the new folder, else among those of the program."""

    def lend(key: str) -> Mapping[str, bytes]:
        for folder in [parent / key for parent in beside] + [resource("sop", key)] * (key in packs.shipped_keys()):
            if (folder / "pack.yaml").is_file():
                return read_folder(folder)
        return {}

    return lend


def _write(files: Mapping[str, bytes], out: Path) -> None:
    with disk.told(out, sum(map(len, files.values()))):
        # Made whole beside its place, then put there in one move.
        part = out.resolve().with_name(f".{secrets.token_hex(4)}.part")
        part.mkdir()
        try:
            for name, data in files.items():
                (part / name).parent.mkdir(parents=True, exist_ok=True)
                disk.replace(part / name, data)
            if out.is_dir():
                out.rmdir()
            part.rename(out)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        disk.settle(out.resolve().parent)
