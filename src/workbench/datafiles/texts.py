"""The catalogue of a language beside files of data: what it says, and what is missing, stale or left over in it."""

import re
from collections.abc import Callable, Mapping

from workbench.datafiles.flaws import Finding, Flaw
from workbench.i18n import catalogue, ltr

# (context, English text) -> text
Say = Callable[[str, str], str]
_CONTEXT = re.compile(rb'msgctxt "(.*)"\s*')
# Babel forgives a missing quotation mark and takes a letter of the text for it.
_LINE = re.compile(rb'\s*(#.*|(msg(ctxt|id|str)\s+)?"(\\.|[^"\\])*"\s*)?')


class Texts:
    """The catalogue ``name`` among the files."""

    def __init__(self, files: Mapping[str, bytes], name: str) -> None:
        self.findings: list[Finding] = []
        self._file = name
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
