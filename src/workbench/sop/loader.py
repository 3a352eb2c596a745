"""Loading a pack for use, and inspecting one before it is used."""

from collections.abc import Mapping
from pathlib import Path

from workbench.sop.checking import check
from workbench.sop.files import digest, read_folder
from workbench.sop.flaws import Finding
from workbench.sop.model import Origin, Pack
from workbench.sop.reach import check_reach
from workbench.sop.reading import Draft, read
from workbench.sop.refusing import refusal
from workbench.sop.section import Report
from workbench.sop.texts import check_texts, translated


def load(folder: Path) -> Pack:
    """The pack in a folder, in its source language; other languages are read when they are asked for.

    Raises ``Refusal`` with the file, line and remedy of its first error.
    """
    return load_bytes(read_folder(folder))


def load_bytes(files: Mapping[str, bytes]) -> Pack:
    """The pack in these files, as ``read_folder`` gave them. Raises ``Refusal`` as ``load`` does."""
    draft, report = _examine(files)
    if report.findings:
        raise refusal(report.findings[0])
    return _finished(draft, files)


def inspect(folder: Path) -> list[Finding]:
    """Everything that is wrong with the pack in a folder, by file and line; no finding means a good pack.

    Raises ``Refusal`` if the folder holds no pack.
    """
    return inspect_bytes(read_folder(folder))


def inspect_bytes(files: Mapping[str, bytes]) -> list[Finding]:
    """Everything that is wrong with the pack in these files."""
    draft, report = _examine(files)
    findings = report.findings
    # Texts and reach can only be judged once it is certain what the pack says.
    if not findings:
        check_reach(draft, report)
        check_texts(_finished(draft, files), findings)
    return sorted(findings, key=lambda finding: (finding.file, finding.line))


def _examine(files: Mapping[str, bytes]) -> tuple[Draft, Report]:
    report = Report([], {})
    draft = read(files, report)
    # What could not be read would only be reported a second time as something unknown.
    if not report.findings:
        check(draft, report)
    return draft, report


def _finished(draft: Draft, files: Mapping[str, bytes]) -> Pack:
    return Pack(
        **vars(draft), language=draft.source_language, origin=Origin(dict(files), digest(files), translated)
    )
