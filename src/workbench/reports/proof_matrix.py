"""The matrix of proof on paper: pair by pair, what speaks for and against each element, and what is still missing."""

from collections.abc import Iterable, Sequence

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier
from workbench.reports.furniture import integrity, letterhead
from workbench.reports.people import non_punishment
from workbench.reports.proving import Finding, Group, Proof, Sought, Weighed
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Headed, Stack

TITLE = N_("Matrix of proof")
_ABOUT = N_(
    "For each element: what speaks for it and against it, from which source, and how strongly. People stand by their "
    "code. It is a means of work for the investigator and the prosecution; the judge weighs the evidence."
)
_ONE_ENOUGH, _ALL_NEEDED = N_("one of these is enough"), N_("all of these are needed")
_ONLY_SHOWN = N_("for a child shown and never demanded")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the paper: every pair with findings, one after the other, then the sources that were named."""
    proofs = dossier.proving.proofs
    blocks = [*letterhead(sheet, dossier, sheet.say(TITLE)), sheet.text(sheet.say(_ABOUT), sheet.quiet)]
    if not proofs:
        blocks.append(sheet.text(sheet.say(N_("No findings have been recorded."))))
    for one in proofs:
        heading = N_("Suspect {suspect}, about {about}")
        flag = flagged(sheet, dossier, one.suspect)
        blocks.append(
            sheet.section(heading, *flag, *_pair(sheet, one), suspect=ltr(one.suspect), about=ltr(one.about))
        )
    if proofs:
        blocks.append(sheet.section(N_("Sources that were named"), _sources(sheet, dossier)))
    return [*blocks, sheet.section(N_("Integrity of this document"), integrity(sheet, dossier))]


def flagged(sheet: Sheet, dossier: Dossier, alias: str) -> list[Block]:
    """The acts that must not be held against somebody, before anything that speaks against them."""
    person = next((one for one in dossier.people if one.alias == alias), None)
    return non_punishment(sheet, person) if person else []


def offence_line(sheet: Sheet, offence: str, place: str, mark: str) -> str:
    """An offence with its place in the law and its mark: «to be verified» is never left out."""
    facts = [isolate(offence)] + ([isolate(place)] if place else [])
    said = sheet.comma.join(facts)
    return f"{said} ({sheet.term(terms.MARKS, mark)})" if mark == "GK" else said


def coverage_words(sheet: Sheet, group: Group) -> str:
    """How far a group is shown, or that it is not demanded."""
    if not group.demanded and group.coverage == "gap":
        return sheet.say(_ONLY_SHOWN)
    return sheet.term(terms.COVERAGES, group.coverage)


def _pair(sheet: Sheet, one: Proof) -> list[Block]:
    law = isolate(one.law.name)
    blocks: list[Block] = [
        sheet.text(offence_line(sheet, one.offence, one.law.place, one.law.mark), sheet.strong),
        sheet.text(law, sheet.quiet),
    ]
    for group in one.groups:
        blocks += _group(sheet, group)
    for title, found in (
        (N_("Aggravating circumstances"), one.aggravating), (N_("Participation"), one.participation),
        (N_("Recorded, and not asked for by this law"), one.beside),
    ):  # fmt: skip
        if found:
            blocks.append(_under(sheet, sheet.say(title), _table(sheet, found)))
    blocks.append(_under(sheet, sheet.say(N_("What speaks for the suspect")), *_clearing(sheet, one)))
    blocks.append(_under(sheet, sheet.say(N_("What is still missing, and where to look")), *_sought(sheet, one.sought)))
    return [*blocks, *(sheet.text(isolate(words), sheet.quiet, before=3) for words in one.caveats)]


def _under(sheet: Sheet, words: str, *blocks: Block) -> Block:
    return Headed(sheet.text(words, sheet.subheading), *blocks, before=8)


def _group(sheet: Sheet, group: Group) -> list[Block]:
    needs = _ALL_NEEDED if group.needs == "all_of" else _ONE_ENOUGH
    words = f"{isolate(group.title)} ({sheet.say(needs if group.demanded else _ONLY_SHOWN)})"
    if group.demanded or group.coverage != "gap":
        words = f"{words}: {sheet.term(terms.COVERAGES, group.coverage)}"
    shown = [one for one in group.elements if one.found]
    empty = [isolate(one.label) for one in group.elements if not one.found]
    blocks: list[Block] = [_table(sheet, shown)] if shown else []
    if empty:
        said = sheet.say(N_("Nothing recorded for: {elements}"), elements=sheet.comma.join(empty))
        blocks.append(sheet.text(said, sheet.small, before=3))
    return [_under(sheet, words, *blocks)]


def _table(sheet: Sheet, found: Iterable[Weighed]) -> Block:
    rows = [
        (
            _label(sheet, one),
            _findings(sheet, [each for each in one.found if each.side == "for"]),
            _findings(sheet, [each for each in one.found if each.side == "against"]),
        )
        for one in found
    ]
    return sheet.table((0.26, 0.42, 0.32), [N_("Element"), N_("For"), N_("Against")], rows)


def _label(sheet: Sheet, one: Weighed) -> Block:
    lines: list[Block] = [sheet.text(isolate(one.label), sheet.label)]
    if one.coverage:
        lines.append(sheet.text(sheet.term(terms.COVERAGES, one.coverage), sheet.small))
    if one.mark == "GK":
        lines.append(sheet.text(sheet.term(terms.MARKS, one.mark), sheet.quiet))
    return Stack(*lines)


def _findings(sheet: Sheet, found: Sequence[Finding]) -> Block:
    if not found:
        return sheet.text("–", sheet.quiet)
    blocks: list[Block] = []
    for one in found:
        blocks.append(sheet.text(_said(sheet, one), sheet.small, where=ltr(one.source)))
        if one.note:
            blocks.append(sheet.written(one.note, sheet.quiet, where=ltr(one.source)))
    return Stack(*blocks)


def _said(sheet: Sheet, one: Finding) -> str:
    """Source, place and strength in one line."""
    source = isolate(one.source) if one.source_kind == "record" else ltr(one.source)
    facts = [f"{sheet.term(terms.SOURCES, one.source_kind)} {source}"]
    facts += [isolate(one.place)] if one.place else []
    return f"{sheet.comma.join(facts)}: {sheet.term(terms.STRENGTHS, one.strength)}"


def _clearing(sheet: Sheet, one: Proof) -> list[Block]:
    blocks: list[Block] = [sheet.text(isolate(one.neutral), sheet.quiet)]
    if not one.clearing:
        return [*blocks, sheet.text(sheet.say(N_("Nothing of the kind has been recorded.")), sheet.small)]
    rows = [(sheet.text(isolate(each.element), sheet.label), _findings(sheet, [each])) for each in one.clearing]
    return [*blocks, sheet.table((0.3, 0.7), [N_("Element"), N_("What was found")], rows)]


def _sought(sheet: Sheet, sought: Sequence[Sought]) -> list[Block]:
    if not sought:
        return [sheet.text(sheet.say(N_("Everything that is demanded rests on more than one source.")), sheet.small)]
    rows = [
        (
            Stack(
                sheet.text(isolate(one.group), sheet.label),
                sheet.text(sheet.term(terms.COVERAGES, one.coverage), sheet.small),
            ),
            sheet.text(sheet.comma.join(map(isolate, one.elements)), sheet.small),
            sheet.text(sheet.comma.join(map(isolate, one.prompts)), sheet.small),
        )
        for one in sought
    ]
    return [sheet.table((0.2, 0.35, 0.45), [N_("What"), N_("Elements"), N_("Where to look")], rows)]


def _sources(sheet: Sheet, dossier: Dossier) -> Block:
    """What stands behind the codes: the exhibits and steps that findings rest on."""
    named: dict[tuple[str, str], None] = {}
    for proof in dossier.proving.proofs:
        every = [one for group in proof.groups for one in group.elements]
        every += [*proof.aggravating, *proof.participation, *proof.beside]
        named |= {(each.source_kind, each.source): None for one in every for each in one.found}
    said = {("exhibit", one.number): one.description for one in dossier.exhibits}
    said |= {("statement", one.number): one.description for one in dossier.exhibits}
    said |= {("step", one.key): one.title for one in dossier.steps}
    rows = [
        (
            sheet.text(ltr(source) if kind != "record" else isolate(source), sheet.small),
            sheet.text(sheet.term(terms.SOURCES, kind), sheet.small),
            sheet.written(said.get((kind, source), "") or "–", sheet.small, where=ltr(source)),
        )
        for kind, source in sorted(named)
    ]
    return sheet.table((0.28, 0.17, 0.55), [N_("Code"), N_("Kind of source"), N_("What it is")], rows)
