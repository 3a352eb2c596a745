"""Charges side by side on paper: which law holds then and there, what each needs, what is there, what is missing."""

from collections.abc import Iterable, Sequence
from datetime import date

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier
from workbench.reports.furniture import integrity, letterhead
from workbench.reports.proof_matrix import coverage_words, flagged, offence_line
from workbench.reports.proving import Charge, Comparison
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Headed, Stack

TITLE = N_("Charges side by side")
_ABOUT = N_(
    "Each charge under the law of the day and the place of the act. Penalties and elements are in the program's own "
    "words, not the text of the law. The court decides which law applies."
)


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the paper: every pair with findings, one after the other."""
    found = dossier.proving.comparisons
    blocks = [*letterhead(sheet, dossier, sheet.say(TITLE)), sheet.text(sheet.say(_ABOUT), sheet.quiet)]
    if not found:
        blocks.append(sheet.text(sheet.say(N_("No findings have been recorded."))))
    for one in found:
        heading = N_("Suspect {suspect}, about {about}")
        flag = flagged(sheet, dossier, one.suspect)
        blocks.append(
            sheet.section(heading, *flag, *_pair(sheet, one), suspect=ltr(one.suspect), about=ltr(one.about))
        )
    if found:
        blocks.append(sheet.section(N_("Penalties and notes, in short"), *_in_short(sheet, found)))
        blocks.append(sheet.section(N_("Further charges to be examined"), *_further(sheet, found)))
    return [*blocks, sheet.section(N_("Integrity of this document"), integrity(sheet, dossier))]


def _pair(sheet: Sheet, one: Comparison) -> list[Block]:
    day = sheet.language.day(date.fromisoformat(one.on))
    when = sheet.say(
        N_("Law as it stood on {day}, {place}"), day=day, place=sheet.term(terms.JURISDICTIONS, one.jurisdiction)
    )
    rows = [
        (_charge(sheet, each), _needs(sheet, each), _lacks(sheet, each), _penalties(sheet, each))
        for each in one.charges if not each.open
    ]  # fmt: skip
    head = [N_("Charge"), N_("What it needs and what is there"), N_("Missing, aggravating"), N_("Penalty")]
    return [sheet.text(when, sheet.strong), sheet.table((0.24, 0.3, 0.24, 0.22), head, rows)]


def _charge(sheet: Sheet, one: Charge) -> Block:
    lines: list[Block] = [
        _charge_name(sheet, one),
        sheet.text(sheet.term(terms.HOLDS, one.holds), sheet.small),
    ]
    if one.international:
        lines.append(sheet.text(sheet.say(N_("A measure of the national law, not chargeable alone")), sheet.small))
    return Stack(*lines)


def _needs(sheet: Sheet, one: Charge) -> Block:
    lines: list[Block] = []
    for group in one.groups:
        there = [isolate(each.label) for each in group.elements if any(f.side == "for" for f in each.found)]
        lines.append(sheet.text(f"{isolate(group.title)}: {coverage_words(sheet, group)}", sheet.label))
        if there:
            lines.append(sheet.text(sheet.comma.join(there), sheet.small))
    return Stack(*lines)


def _lacks(sheet: Sheet, one: Charge) -> Block:
    missing = sheet.comma.join(map(isolate, one.missing)) or sheet.say(N_("nothing that it demands"))
    lines: list[Block] = [sheet.text(sheet.say(N_("Missing: {groups}"), groups=missing), sheet.small)]
    if one.aggravating:
        found = sheet.comma.join(map(isolate, one.aggravating))
        lines.append(sheet.text(sheet.say(N_("Aggravating, found: {circumstances}"), circumstances=found), sheet.small))
    return Stack(*lines)


def _penalties(sheet: Sheet, one: Charge) -> Block:
    """Where the penalties stand; what they are is said once for all pairs."""
    lines: list[Block] = []
    for each in one.penalties:
        mark = f" ({sheet.term(terms.MARKS, each.mark)})" if each.mark == "GK" else ""
        lines.append(sheet.text(f"{isolate(each.place)}{mark}", sheet.small))
    return Stack(*lines) if lines else sheet.text("–", sheet.quiet)


def _in_short(sheet: Sheet, found: Sequence[Comparison]) -> list[Block]:
    """The penalties of every charge that was compared, in words, each with its mark; aggravated ones where found."""
    charges = {(each.offence, each.law): each for one in found for each in one.charges if not each.open}
    rows = []
    for key, each in charges.items():
        said = dict.fromkeys(p for one in found for c in one.charges if (c.offence, c.law) == key for p in c.penalties)
        notes = dict.fromkeys(n for one in found for c in one.charges if (c.offence, c.law) == key for n in c.notes)
        words = [sheet.text(offence_line(sheet, p.text, p.place, p.mark), sheet.small) for p in said]
        rows.append((_charge_name(sheet, each), Stack(*words, *_notes(sheet, notes))))
    return [sheet.table((0.26, 0.74), [N_("Charge"), N_("Penalties and notes")], rows)]


def _charge_name(sheet: Sheet, one: Charge) -> Block:
    return sheet.text(offence_line(sheet, one.offence, one.law.place, one.law.mark), sheet.label)


def _further(sheet: Sheet, found: Sequence[Comparison]) -> list[Block]:
    """Charges whose elements the authority has still to enter: they are named, and nothing is guessed of them."""
    said = sheet.say(N_("Their elements are to be entered by the authority: their text was not read."))
    charges = {(each.offence, each.law): each for one in found for each in one.charges if each.open}
    rows = [
        (
            _charge_name(sheet, each),
            sheet.text(isolate(each.law.name), sheet.small),
            Stack(sheet.text(sheet.term(terms.HOLDS, each.holds), sheet.small), *_notes(sheet, each.notes[:1])),
        )
        for each in charges.values()
    ]
    head = [N_("Charge"), N_("Law"), N_("Then and there")]
    return [Headed(sheet.text(said, sheet.quiet), sheet.table((0.36, 0.32, 0.32), head, rows))]


def _notes(sheet: Sheet, notes: Iterable[str]) -> list[Block]:
    return [sheet.text(isolate(note), sheet.quiet) for note in notes]
