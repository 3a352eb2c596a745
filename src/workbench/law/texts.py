"""The texts of the law in other languages: every one of them walked once, to translate and to check them."""

from dataclasses import replace

from workbench.datafiles import Finding, Say, Texts
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.law.model import Law
from workbench.law.refusing import refusal


def catalogue_name(tag: str) -> str:
    """Where the texts of a language lie inside the folder of the law."""
    return f"texts/{tag}/law.po"


def translated(law: Law, tag: str) -> Law:
    """The law in another of its languages. Raises ``Refusal`` if it has not every text in it."""
    known = law.origin.languages
    if tag not in known:
        raise Refusal(Reason.LANGUAGE_UNKNOWN, tag=ltr(tag), tags=ltr(", ".join(known)))
    if tag == law.language:
        return law
    read = Texts(law.origin.files, catalogue_name(tag))
    said = rewritten(law, read.say, tag)
    if read.findings:
        raise refusal(read.findings[0])
    return said


def check_texts(law: Law) -> list[Finding]:
    """A finding for every text that is missing, stale or left over in any language of the law."""
    findings: list[Finding] = []
    for tag in law.origin.languages:
        if tag != law.language:
            read = Texts(law.origin.files, catalogue_name(tag))
            rewritten(law, read.say, tag)
            findings += [*read.findings, *read.unused()]
    return findings


def rewritten(law: Law, say: Say, tag: str) -> Law:
    """The law with every text replaced by what ``say`` makes of it."""
    return replace(
        law, language=tag,
        instruments={
            key: replace(
                one, title=say(f"instrument.{key}.title", one.title), note=say(f"instrument.{key}.note", one.note)
            )
            for key, one in law.instruments.items()
        },
        provisions=tuple(replace(one, summary=say(one.context, one.summary)) for one in law.provisions),
        questions=tuple(replace(one, text=say(f"question.{one.key}", one.text)) for one in law.questions),
    )  # fmt: skip
