"""The file of the rules of interviewing to a value; what is wrong is said with file and line."""

from pathlib import Path

from workbench.datafiles import Finding, Flaw, Section, Texts, opened
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.proof.interviewing.rules import (
    SOURCE_LANGUAGE,
    Duty,
    InterviewRules,
    Limit,
    Phase,
    catalogue_name,
)
from workbench.proof.sections import entries, mark
from workbench.proof.texts import refusal
from workbench.proof.wording import reworded

_FILE = "interviews.yaml"
_LISTS = ("child", "rights", "interpreter", "stop")
_LIMITS = ("break_adult", "break_child", "most_child", "oath_age", "night_from", "night_until")


def load_interviews(folder: Path) -> InterviewRules:
    """The rules in a folder, in English. Raises ``Refusal`` with file and line if something is wrong with them."""
    findings: list[Finding] = []
    rules = _read(folder, findings)
    if rules is None or findings:
        raise refusal(findings[0])
    return rules


def inspect_interviews(folder: Path) -> list[Finding]:
    """Everything that is wrong with the rules in a folder, their texts in every language included."""
    findings: list[Finding] = []
    rules = _read(folder, findings)
    if rules is None or findings:
        return findings
    for name in (one for one in rules.files if one.endswith(".po")):
        read = Texts(rules.files, name)
        reworded(rules, read.say)
        findings += [*read.findings, *read.unused()]
    return findings


def _read(folder: Path, findings: list[Finding]) -> InterviewRules | None:
    files = _bytes(folder)
    top = opened(_FILE, files[_FILE], findings)
    if top is None:
        return None
    top.only("interviews")
    body = top.section("interviews")
    if body is None:
        top.flaw(Flaw.KEY_MISSING, "interviews", key=ltr("interviews"))
        return None
    body.only("limits", "phases", *_LISTS)
    limits = {key: _limit(key, one) for key, one in entries(body, "limits")}
    for key in _LIMITS:
        if key not in limits:
            body.flaw(Flaw.KEY_MISSING, "limits", key=ltr(key))
    phases = {key: _phase(key, one) for key, one in entries(body, "phases")}
    lists = {part: _duties(body, part) for part in _LISTS}
    return InterviewRules(limits, phases, **lists, language=SOURCE_LANGUAGE, files=files)


def _limit(key: str, body: Section) -> Limit:
    body.only("figure", "text", "source", "place", "mark")
    return Limit(
        key, body.whole("figure"), body.text("text", required=True), body.text("source"), body.text("place"), mark(body)
    )


def _phase(key: str, body: Section) -> Phase:
    body.only("title", "text", "duties", "ask", "avoid")
    return Phase(
        key, body.text("title", required=True), body.text("text", required=True), _duties(body, "duties"),
        _duties(body, "ask"), _duties(body, "avoid"),
    )  # fmt: skip


def _duties(body: Section, part: str) -> dict[str, Duty]:
    return {key: _duty(key, one) for key, one in entries(body, part)}


def _duty(key: str, body: Section) -> Duty:
    body.only("text", "why", "source", "place", "mark")
    return Duty(
        key, body.text("text", required=True), body.text("why"), body.text("source"), body.text("place"), mark(body)
    )


def _bytes(folder: Path) -> dict[str, bytes]:
    """The file of the rules and its catalogues, by their path inside the folder."""
    if not (folder / _FILE).is_file():
        raise Refusal(Reason.FILE_MISSING, file=visible(str(folder / _FILE)))
    paths = [folder / _FILE, *sorted(folder.glob(catalogue_name("*")))]
    try:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    except OSError:
        raise Refusal(Reason.NOT_READABLE, path=visible(str(folder))) from None
