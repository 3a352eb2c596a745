"""The texts of a pack: every one of them walked once, so that the same walk translates and checks them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from workbench.errors import Reason, Refusal
from workbench.fields import Field, Option
from workbench.i18n import catalogue, ltr
from workbench.sop.files import shared_name
from workbench.sop.flaws import Finding, Flaw, found
from workbench.sop.model import Matter, Named, OrderKind, Pack, PackFact, Phase, Step
from workbench.sop.refusing import refusal

# (catalogue, after the folder of the pack that it stands in if not this one; context; text in the source language)
Say = Callable[[str, str, str], str]
Key = tuple[str | None, str]

PACK_CATALOGUE = "pack"
_BRACES = re.compile(r"\{[^{}]*\}")
_CONTEXT = re.compile(rb'msgctxt "(.*)"\s*')
# Babel forgives a missing quotation mark and takes a letter of the text for it.
_LINE = re.compile(rb'\s*(#.*|(msg(ctxt|id|id_plural|str(\[\d\])?)\s+)?"(\\.|[^"\\])*"\s*)?')


def translated(pack: Pack, tag: str) -> Pack:
    """The pack in another of its languages. Raises ``Refusal`` if it has not every text in it."""
    if tag not in pack.languages:
        raise Refusal(Reason.LANGUAGE_UNKNOWN, tag=ltr(tag), tags=ltr(", ".join(pack.languages)))
    if tag == pack.source_language:
        return pack
    catalogues = Catalogues(pack.origin.files, tag)
    said = rewritten(pack, catalogues.say, tag)
    if catalogues.findings:
        raise refusal(catalogues.findings[0])
    return said


def check_texts(pack: Pack, findings: list[Finding]) -> None:
    """Add a finding for every text that is missing, stale or left over in any language of the pack."""
    for tag in pack.languages:
        if tag != pack.source_language:
            catalogues = Catalogues(pack.origin.files, tag)
            rewritten(pack, catalogues.say, tag)
            findings += [*catalogues.findings, *catalogues.unused()]


class Catalogues:
    """The catalogues of one language of a pack, each read when its first text is asked for."""

    def __init__(self, files: Mapping[str, bytes], tag: str) -> None:
        self.findings: list[Finding] = []
        self._files, self._tag = files, tag
        self._read: dict[str, dict[Key, str]] = {}
        self._asked: dict[str, set[str]] = {}
        self._lines: dict[str, dict[str, int]] = {}
        self._unread: set[str] = set()

    def say(self, name: str, context: str, text: str) -> str:
        """The translation of a text; the text itself, with a finding, if it has none."""
        if not text:
            return ""
        folder, slash, stem = name.rpartition("/")
        file = f"{folder}{slash}texts/{self._tag}/{stem}.po"
        if file not in self._read:
            self._open(file)
        self._asked[file].add(context)
        said = self._read[file].get((context, text))
        if said is None:
            self._missing(file, context)
        elif sorted(_BRACES.findall(said)) != sorted(_BRACES.findall(text)):
            wanted = ltr(", ".join(_BRACES.findall(text)) or "–")
            self._note(Flaw.TEXT_PLACEHOLDERS, file, context, wanted=wanted)
        return said or text

    def unused(self) -> Iterator[Finding]:
        """A finding for every entry whose text the pack does not have; only after every text was asked for.

        A pack that lends steps has more texts than those.
        """
        for file, read in self._read.items():
            if not file.startswith("texts/"):
                continue
            for context in sorted({context or "" for context, _ in read} - self._asked[file]):
                yield found(Flaw.TEXT_UNUSED, file, self._lines[file].get(context, 1), context=ltr(context or "–"))

    def _open(self, file: str) -> None:
        self._read[file], self._asked[file], self._lines[file] = {}, set(), {}
        if file not in self._files:
            self._unread.add(file)
            self.findings.append(found(Flaw.FILE_MISSING, file, 1, name=ltr(file)))
            return
        try:
            self._read[file] = catalogue(self._files[file])
        except ValueError as error:
            self._unread.add(file)
            self.findings.append(found(Flaw.PO_BROKEN, file, 1, problem=str(error)))
            return
        for number, line in enumerate(self._files[file].splitlines(), start=1):
            if context := _CONTEXT.fullmatch(line):
                self._lines[file][context[1].decode()] = number
            elif not _LINE.fullmatch(line):
                self.findings.append(found(Flaw.PO_BROKEN, file, number, problem="quotation mark"))

    def _missing(self, file: str, context: str) -> None:
        if file in self._unread:
            return  # the whole catalogue is missing or broken; one finding says so
        stale = any(known == context for known, _ in self._read[file])
        self._note(Flaw.TEXT_STALE if stale else Flaw.TEXT_MISSING, file, context)

    def _note(self, flaw: Flaw, file: str, context: str, **facts: object) -> None:
        self.findings.append(found(flaw, file, self._lines[file].get(context, 1), context=ltr(context), **facts))


def rewritten(pack: Pack, say: Say, tag: str) -> Pack:
    """The pack with every text replaced by what ``say`` makes of it."""

    def top(context: str, text: str) -> str:
        lent = context in pack.borrowed
        return say(shared_name(pack.shares, PACK_CATALOGUE) if lent else PACK_CATALOGUE, context, text)

    def named(context: str, names: Mapping[str, str]) -> dict[str, str]:
        return {key: top(f"{context}.{key}", text) for key, text in names.items()}

    def matters(part: str, found: Mapping[str, Matter]) -> dict[str, Matter]:
        return {key: replace(one, label=top(f"{part}.{key}", one.label)) for key, one in found.items()}

    def order(one: OrderKind) -> OrderKind:
        # What the law excepts came along with its order.
        context = f"orders.{one.key}"
        lent = context in pack.borrowed
        name = shared_name(pack.shares, PACK_CATALOGUE) if lent else PACK_CATALOGUE
        except_that = say(name, f"{context}.exception", one.exception)
        return replace(one, label=say(name, context, one.label), exception=except_that)

    said = replace(
        pack, title=top("title", pack.title), note=top("note", pack.note), language=tag,
        actors=named("actors", pack.actors), documents=named("documents", pack.documents),
        sources=named("sources", pack.sources),
        orders={key: order(one) for key, one in pack.orders.items()},
        coverage=matters("coverage", pack.coverage), readiness=matters("readiness", pack.readiness),
        facts={key: PackFact(key, top(f"facts.{key}", one.label), one.rule) for key, one in pack.facts.items()},
    )  # fmt: skip
    return replace(said, phases=tuple(_phase(phase, say, said) for phase in pack.phases))


def _phase(phase: Phase, say: Say, pack: Pack) -> Phase:
    def saying(step: Step) -> Callable[[str, str], str]:
        lent = step.key in pack.borrowed
        return partial(say, shared_name(pack.shares, step.key.partition(".")[0]) if lent else phase.key)

    return replace(
        phase, title=say(phase.key, f"{phase.key}.title", phase.title),
        steps=tuple(_step(step, saying(step), pack) for step in phase.steps),
    )  # fmt: skip


def _step(step: Step, here: Callable[[str, str], str], pack: Pack) -> Step:
    def several(part: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(here(f"{step.key}.{part}.{index}", text) for index, text in enumerate(texts))

    def limit(number: int) -> str:
        return here(f"{step.key}.deadline.{number}" if number else f"{step.key}.deadline", step.deadlines[number].text)

    return replace(
        step, title=here(f"{step.key}.title", step.title), purpose=here(f"{step.key}.purpose", step.purpose),
        todo=several("todo", step.todo), dos=several("dos", step.dos), donts=several("donts", step.donts),
        script=here(f"{step.key}.script", step.script),
        actors=tuple(Named(one.key, pack.actors[one.key]) for one in step.actors),
        documents=tuple(Named(one.key, pack.documents[one.key]) for one in step.documents),
        sources=tuple(replace(one, title=pack.sources[one.key]) for one in step.sources),
        deadlines=tuple(replace(one, text=limit(number)) for number, one in enumerate(step.deadlines)),
        fields=tuple(_field(one, f"{step.key}.{one.key}", here) for one in step.fields),
    )  # fmt: skip


def _field(field: Field, context: str, here: Callable[[str, str], str]) -> Field:
    return replace(
        field, label=here(f"{context}.label", field.label), help=here(f"{context}.help", field.help),
        options=tuple(Option(one.key, here(f"{context}.options.{one.key}", one.label)) for one in field.options),
    )  # fmt: skip
