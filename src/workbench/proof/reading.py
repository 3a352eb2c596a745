"""The files of the rules to values, checked against each other; what is wrong is said with file and line."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from workbench.datafiles import Finding, Flaw, Section, opened
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.proof.reading_care import read_care, read_ethics
from workbench.proof.reading_indicators import read_screening
from workbench.proof.reading_offences import read_charges
from workbench.proof.rules import Origin, Rules
from workbench.proof.texts import catalogue_name, check_texts, refusal, translated

SOURCE_LANGUAGE = "en"
# Part of the rules: the file that holds it.
_FILES = {
    "screening": "indicators.yaml",
    "charges": "elements.yaml",
    "care": "care.yaml",
    "ethics": "ethics.yaml",
}
_Part = TypeVar("_Part")


def load(folder: Path) -> Rules:
    """The rules in a folder, in English. Raises ``Refusal`` with file and line if something is wrong with its files.

    The catalogues of the other languages are read when one of them is asked for.
    """
    findings: list[Finding] = []
    rules = _read(folder, findings)
    if rules is None or findings:
        raise refusal(findings[0])
    return rules


def inspect(folder: Path) -> list[Finding]:
    """Everything that is wrong with the rules in a folder, their texts in every language included."""
    findings: list[Finding] = []
    rules = _read(folder, findings)
    return check_texts(rules) if rules is not None and not findings else findings


def _read(folder: Path, findings: list[Finding]) -> Rules | None:
    files = _bytes(folder)
    screening = _part("screening", files, findings, read_screening)
    charges = _part("charges", files, findings, read_charges)
    care = _part("care", files, findings, read_care)
    ethics = _part("ethics", files, findings, read_ethics)
    if screening is None or charges is None or care is None or ethics is None:
        return None
    tags = tuple(sorted(name.split("/")[1] for name in files if name.endswith(".po")))
    origin = Origin(files, (*tags, SOURCE_LANGUAGE), translated)
    return Rules(screening, charges, care, ethics, SOURCE_LANGUAGE, origin)


def _part(
    key: str, files: dict[str, bytes], findings: list[Finding], read: Callable[[Section], _Part]
) -> _Part | None:
    top = opened(_FILES[key], files[_FILES[key]], findings)
    if top is None:
        return None
    top.only(key)
    body = top.section(key)
    if body is None:
        top.flaw(Flaw.KEY_MISSING, key, key=ltr(key))
        return None
    return read(body)


def _bytes(folder: Path) -> dict[str, bytes]:
    """The files of the rules, by their path inside the folder. Raises ``Refusal`` if one is missing."""
    for name in _FILES.values():
        if not (folder / name).is_file():
            raise Refusal(Reason.FILE_MISSING, file=visible(str(folder / name)))
    paths = [*(folder / name for name in _FILES.values()), *sorted(folder.glob(catalogue_name("*")))]
    try:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    except OSError:
        raise Refusal(Reason.NOT_READABLE, path=visible(str(folder))) from None
