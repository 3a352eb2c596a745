"""What papers about one person begin with: the code and never the name, and what whoever reads must know."""

from workbench.i18n import N_, isolate, ltr
from workbench.reports.cared import Care
from workbench.reports.dossier import Dossier
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Stack


def person_head(sheet: Sheet, dossier: Dossier, care: Care | None, *more: tuple[str, Block | str]) -> Block:
    """Code, languages and whether the person is treated as a child; ``more`` are pairs of the paper's own."""
    languages = sheet.comma.join(isolate(sheet.language.language_name(one)) for one in care.languages) if care else ""
    who: list[Block] = [sheet.text(ltr(dossier.subject if care is None else care.alias), sheet.strong)]
    if care is not None and care.is_child:
        who.append(sheet.text(sheet.say(N_("Treated as a child")), sheet.label))
    rows: list[tuple[str, Block | str]] = [
        (N_("Person"), Stack(*who)),
        (N_("Case number"), sheet.text(ltr(dossier.case.number))),
        (N_("Languages"), languages),
        (N_("Interpreter needed"), sheet.text(sheet.say(_yes(care)))),
    ]
    return sheet.pairs([*rows, *more], columns=2, share=0.36)


def _yes(care: Care | None) -> str:
    if care is None:
        return N_("unknown")
    return N_("yes") if care.needs_interpreter else N_("no")


def ticks(sheet: Sheet, *words: tuple[str, bool]) -> Block:
    """Boxes to tick beside each other, those that hold already filled."""
    # Each stays with its own box whatever the direction of its words.
    return sheet.text("   ".join(isolate(f"{'■' if on else '□'} {sheet.say(one)}") for one, on in words))
