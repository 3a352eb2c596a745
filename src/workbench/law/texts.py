"""The texts of the law in other languages: every one of them walked once, to translate and to check them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from workbench.errors import Reason, Refusal
from workbench.i18n import catalogue, ltr
from workbench.law.flaws import Finding, Flaw, refusal
from workbench.law.model import Law

# (context, English text) -> text
Say = Callable[[str, str], str]
_CONTEXT = re.compile(rb'msgctxt "(.*)"\s*')
# Babel forgives a missing quotation mark and takes a letter of the text for it.
_LINE = re.compile(rb'\s*(#.*|(msg(ctxt|id|str)\s+)?"(\\.|[^"\\])*"\s*)?')


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
    read = Texts(law.origin.files, tag)
    said = rewritten(law, read.say, tag)
    if read.findings:
        raise refusal(read.findings[0])
    return said


def check_texts(law: Law) -> list[Finding]:
    """A finding for every text that is missing, stale or left over in any language of the law."""
    findings: list[Finding] = []
    for tag in law.origin.languages:
        if tag != law.language:
            read = Texts(law.origin.files, tag)
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


class Texts:
    """The catalogue of one language: what it says, and what is wrong with it."""

    def __init__(self, files: Mapping[str, bytes], tag: str) -> None:
        self.findings: list[Finding] = []
        self._file = catalogue_name(tag)
        self._asked: set[str] = set()
        self._lines: dict[str, int] = {}
        self._said: dict[tuple[str | None, str], str] | None = None
        self._open(files[self._file])

    def _open(self, data: bytes) -> None:
        for number, line in enumerate(data.splitlines(), start=1):
            if context := _CONTEXT.fullmatch(line):
                self._lines[context[1].decode(errors="replace")] = number
            elif not _LINE.fullmatch(line):
                self.findings.append(Finding(self._file, number, Flaw.PO_BROKEN, {"problem": "quotation mark"}))
                return
        try:
            self._said = catalogue(data)
        except ValueError as error:
            self.findings.append(Finding(self._file, 1, Flaw.PO_BROKEN, {"problem": str(error)}))

    def say(self, context: str, text: str) -> str:
        """The translation of a text; the text itself, with a finding, if it has none."""
        if not text or self._said is None:
            return text
        self._asked.add(context)
        said = self._said.get((context, text))
        if said is None:
            stale = any(known == context for known, _ in self._said)
            self._note(Flaw.TEXT_STALE if stale else Flaw.TEXT_MISSING, context)
        return said or text

    def unused(self) -> list[Finding]:
        """A finding for every entry that no text asked for."""
        left = {context or "" for context, _ in self._said or ()} - self._asked
        return [self._finding(Flaw.TEXT_UNUSED, context) for context in sorted(left)]

    def _note(self, flaw: Flaw, context: str) -> None:
        self.findings.append(self._finding(flaw, context))

    def _finding(self, flaw: Flaw, context: str) -> Finding:
        return Finding(self._file, self._lines.get(context, 1), flaw, {"context": ltr(context or "–")})
