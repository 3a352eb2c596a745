"""On what a step rests: each source with its place, what it says there in short, and whether it was read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.i18n import N_, isolate
from workbench.reports.booklet.words import joined, verified, words
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Headed, Stack
from workbench.sop.model import Pack, Step
from workbench.sop.places import place_text


@dataclass(frozen=True, slots=True)
class Note:
    """What a source says at a place, in the language of the booklet: a summary, never the text of the law.

    ``place`` is what the summary is about; ``where`` and ``stands`` are words on the jurisdiction and on whether it
    is in force, empty where there is nothing to remark. ``mark`` is S or GK.
    """

    place: str
    summary: str
    mark: str
    where: str = ""
    stands: str = ""


Notes = Mapping[tuple[str, str], Sequence[Note]]
"""Notes by the key of the source and the place as the procedure writes it."""


def basis_of(step: Step) -> dict[tuple[str, str], str]:
    """Each source and place that a step names, those of its time limits first, with the weaker of its marks."""
    named = [(one.source, one.place, one.mark) for one in step.deadlines if one.source]
    named += [(one.key, one.place, step.mark) for one in step.sources]
    found: dict[tuple[str, str], str] = {}
    for key, place, mark in named:
        found[key, place] = "GK" if "GK" in (mark, found.get((key, place))) else mark
    return found


def basis_blocks(sheet: Sheet, pack: Pack, step: Step, notes: Notes) -> list[Block]:
    """The sources of a step under their heading; that there is none is said too."""
    heading = sheet.text(sheet.say(N_("Legal basis")), sheet.subheading)
    pairs = basis_of(step)
    if not pairs:
        none = sheet.say(N_("Good practice; no law is named for this step."))
        return [Headed(heading, Stack(sheet.text(none), verified(sheet, step.mark)), before=9)]
    rows = [_row(sheet, pack, pair, mark, notes.get(pair, ())) for pair, mark in pairs.items()]
    table = sheet.table((0.5, 0.28, 0.22), [N_("Source"), N_("Place in the text"), N_("Verification")], rows, before=3)
    table.unbroken = True
    return [Headed(heading, table, before=9)]


def _row(sheet: Sheet, pack: Pack, pair: tuple[str, str], mark: str, notes: Sequence[Note]) -> list[Block]:
    key, place = pair
    weaker = "GK" if any(one.mark == "GK" for one in notes) else mark
    title = words(sheet, isolate(pack.sources.get(key, key)))
    return [
        Stack(title, *(_note(sheet, one, place) for one in notes if one.summary or one.stands)),
        words(sheet, place_text(place, sheet.language)), verified(sheet, weaker),
    ]  # fmt: skip


def _note(sheet: Sheet, note: Note, asked: str) -> Block:
    """A summary, after the place it is about where that is another than the step names."""
    place = place_text(note.place, sheet.language)
    other = place if place != place_text(asked, sheet.language) else ""
    remarks = [text for text in (other, isolate(note.where), isolate(note.stands)) if text]
    head = f"{joined(sheet, remarks)}: " if remarks and note.summary else joined(sheet, remarks)
    return words(sheet, f"{head}{isolate(note.summary)}", sheet.quiet)
