"""The files of data about evidence to values; what is wrong with them is said with file and line."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from workbench.datafiles import Finding, Flaw, Section, opened
from workbench.datafiles.flaws import A_NUMBER
from workbench.errors import Reason, Refusal
from workbench.evidence.chain import CustodyRules
from workbench.i18n import ltr, visible
from workbench.names import fold

MARKS = ("S", "GK")
_Part = TypeVar("_Part")


def custody_rules(path: Path) -> CustodyRules:
    """The house rules of custody in a file. Raises ``Refusal`` with file and line if something is wrong with it."""
    return read_part(path, "custody", _custody)


def read_part(path: Path, key: str, read: Callable[[Section], _Part]) -> _Part:
    """What the one part of a file says. Raises ``Refusal`` if it is missing or wrong."""
    try:
        data = path.read_bytes()
    except OSError:
        raise Refusal(Reason.FILE_MISSING, file=visible(str(path))) from None
    findings: list[Finding] = []
    top = opened(path.name, data, findings)
    body = None
    if top is not None:
        top.only(key)
        body = top.section(key)
        if body is None:
            top.flaw(Flaw.KEY_MISSING, key, key=ltr(key))
    part = read(body) if body is not None else None
    if part is None or findings:
        raise refusal(findings[0])
    return part


def refusal(finding: Finding) -> Refusal:
    """The refusal to use a file because of this finding."""
    return Refusal(
        Reason.EVIDENCE_RULES_WRONG, file=ltr(finding.file), line=finding.line,
        what=lambda tongue: finding.say(tongue)[0], remedy=lambda tongue: finding.say(tongue)[1],
    )  # fmt: skip


def _custody(body: Section) -> CustodyRules:
    figures = ("receipt_days", "stock_days", "weight_grams", "weight_permille", "ahead_minutes")
    body.only(*figures, "ranks", "stores")
    found = {key: _figure(body, key) for key in figures}
    return CustodyRules(
        receipt=timedelta(days=float(found["receipt_days"][0])), stock=timedelta(days=float(found["stock_days"][0])),
        ahead=timedelta(minutes=float(found["ahead_minutes"][0])), weight_grams=found["weight_grams"][0],
        weight_permille=found["weight_permille"][0], ranks=_words(body, "ranks"), stores=_words(body, "stores"),
        marks={key: mark for key, (_, mark) in found.items()},
    )  # fmt: skip


def _figure(body: Section, key: str) -> tuple[Decimal, str]:
    one = body.section(key)
    if one is None:
        body.flaw(Flaw.KEY_MISSING, key, key=ltr(key))
        return Decimal(0), ""
    one.only("value", "mark")
    try:
        value = Decimal(one.text("value", required=True) or "0")
    except InvalidOperation:
        value = Decimal(0)
        one.flaw(Flaw.TYPE_WRONG, "value", key=ltr("value"), wanted=A_NUMBER)
    return value, one.one_of("mark", MARKS)


def _words(body: Section, key: str) -> frozenset[str]:
    listed = body.section(key)
    return frozenset(fold(word) for tag in listed.keys for word in listed.words(tag)) if listed else frozenset()
