"""The rules in other languages, and what is missing, stale or left over in their catalogues."""

from dataclasses import replace

from workbench.datafiles import Finding, Texts
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.proof.rules import Rules
from workbench.proof.wording import reworded


def catalogue_name(tag: str) -> str:
    """Where the texts of a language lie inside the folder of the rules."""
    return f"texts/{tag}/proof.po"


def translated(rules: Rules, tag: str) -> Rules:
    """The rules in another of their languages. Raises ``Refusal`` if they have not every text in it."""
    known = rules.origin.languages
    if tag not in known:
        raise Refusal(Reason.LANGUAGE_UNKNOWN, tag=ltr(tag), tags=ltr(", ".join(known)))
    if tag == rules.language:
        return rules
    read = Texts(rules.origin.files, catalogue_name(tag))
    said = replace(reworded(rules, read.say), language=tag)
    if read.findings:
        raise refusal(read.findings[0])
    return said


def check_texts(rules: Rules) -> list[Finding]:
    """A finding for every text that is missing, stale or left over in any language of the rules."""
    findings: list[Finding] = []
    for tag in rules.origin.languages:
        if tag != rules.language:
            read = Texts(rules.origin.files, catalogue_name(tag))
            reworded(rules, read.say)
            findings += [*read.findings, *read.unused()]
    return findings


def refusal(finding: Finding) -> Refusal:
    """The refusal to use the rules because of this finding."""
    return Refusal(
        Reason.PROOF_WRONG, file=ltr(finding.file), line=finding.line,
        what=lambda tongue: finding.say(tongue)[0], remedy=lambda tongue: finding.say(tongue)[1],
    )  # fmt: skip
