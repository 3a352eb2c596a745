"""The list of exhibits: every number that was given, where each thing is, and what is still open about it."""

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.custody_blocks import where_it_is
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.held import Held
from workbench.reports.sheet import Sheet
from workbench.reports.things import number
from workbench.reports.typeset import Block, Space, Stack

TITLE = N_("List of exhibits")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the list; a void number is listed too, for none may be missing."""
    found = dossier.holdings.exhibits
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        sheet.section(N_("Exhibits"), _list(sheet, found)),
        sheet.section(N_("Still open"), _open(sheet, found)),
        sheet.section(
            N_("Signatures"), signatures(sheet, [Present(dossier.made_by, dossier.made_by_role)], thumb=False)
        ),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]  # fmt: skip


def _list(sheet: Sheet, found: tuple[Held, ...]) -> Block:
    if not found:
        return sheet.text(sheet.say(N_("No exhibit has been recorded.")))
    head = [N_("No."), N_("Description"), N_("Seized"), N_("Seal"), N_("Held by"), N_("Files")]
    return sheet.table((0.19, 0.25, 0.2, 0.11, 0.15, 0.1), head, [_row(sheet, one) for one in found])


def _row(sheet: Sheet, one: Held) -> list[Block]:
    where = ltr(one.number)
    what: list[Block] = [sheet.written(one.description, sheet.small, where=where)]
    kind = sheet.term(terms.EXHIBITS, one.kind)
    part = sheet.say(N_("part of {number}"), number=ltr(one.parent)) if one.parent else ""
    what.append(sheet.text(sheet.comma.join([kind, part] if part else [kind]), sheet.quiet))
    seized: list[Block] = [sheet.text(sheet.moment(one.seized_at), sheet.small)] if one.seized_at else []
    seized += [sheet.text(isolate(one.place), sheet.quiet, where=where)] if one.place else []
    return [
        number(sheet, one.number), Stack(*what), Stack(*seized) if seized else Space(1),
        sheet.text(ltr(one.seal), sheet.small, where=where) if one.seal else Space(1), _whose(sheet, one),
        sheet.text(sheet.language.number(one.files), sheet.small),
    ]  # fmt: skip


def _whose(sheet: Sheet, one: Held) -> Block:
    return where_it_is(sheet, one, sheet.small) if one.holder or one.void or one.ended else Space(1)


def _open(sheet: Sheet, found: tuple[Held, ...]) -> Block:
    rows = [_matter(sheet, one) for one in found if one.unexplained or one.needed]
    if not rows:
        return sheet.text(sheet.say(N_("Nothing: no gap without an explanation, and no answer is missing.")))
    return sheet.table((0.2, 0.4, 0.4), [N_("No."), N_("Gaps and contradictions"), N_("Still needed")], rows)


def _matter(sheet: Sheet, one: Held) -> list[Block]:
    gaps = [sheet.text(isolate(fault.title), sheet.small) for fault in one.faults if not fault.explanation]
    needed = sheet.text(sheet.comma.join(map(isolate, one.needed)), sheet.small) if one.needed else Space(1)
    return [number(sheet, one.number), Stack(*gaps) if gaps else Space(1), needed]
