"""The receipt of a hand-over: one for each side, with the code of the exhibit and room for both signatures."""

from workbench import terms
from workbench.i18n import N_, ltr
from workbench.reports.custody_blocks import exhibit_head, measures, party
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.held import BLANK, BLANK_ENTRY, Entry, Held
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block

TITLE = N_("Receipt of an exhibit")
_READ = N_(
    "Read the seal before you sign. If it is broken or bears another number, write that down and do not correct it."
)


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the receipt."""
    one = next(iter(dossier.holdings.exhibits), BLANK)
    entry = next((each for each in one.entries if each.seq == dossier.holdings.entry), BLANK_ENTRY)
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        exhibit_head(sheet, one, short=True),
        sheet.section(N_("Hand-over"), _handed(sheet, one, entry)),
        sheet.section(
            N_("Signatures"), sheet.text(sheet.say(_READ), sheet.small), signatures(sheet, _signers(entry), thumb=False)
        ),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]  # fmt: skip


def _handed(sheet: Sheet, one: Held, entry: Entry) -> Block:
    where = ltr(one.number)
    measured = sheet.comma.join(measures(sheet, entry))
    pairs: list[tuple[str, Block | str]] = [
        (N_("Entry"), sheet.text(sheet.language.number(entry.seq)) if entry.seq else ""),
        (N_("Event"), sheet.text(sheet.term(terms.CUSTODY, entry.kind)) if entry.kind else ""),
        (N_("Day and time"), sheet.text(sheet.moment(entry.at)) if entry.at else ""),
        (N_("Place"), entry.place),
        (N_("Given by"), party(sheet, entry.giver, where=where) if entry.giver.name else ""),
        (N_("Taken by"), party(sheet, entry.taker, where=where) if entry.taker.name else ""),
        (N_("Purpose"), entry.purpose),
        (N_("Order"), sheet.text(ltr(entry.order)) if entry.order else ""),
        (N_("Seal before"), sheet.text(ltr(entry.seal_before)) if entry.seal_before else ""),
        (N_("Seal after"), sheet.text(ltr(entry.seal_after)) if entry.seal_after else ""),
        (N_("Condition"), entry.condition),
        (N_("Count, weight or amount"), sheet.text(measured) if measured else ""),
        (N_("Witness"), entry.witness),
        (N_("Parts that go with it"), sheet.text(sheet.comma.join(map(ltr, one.parts))) if one.parts else ""),
    ]
    return sheet.pairs(pairs, columns=2, share=0.34)


def _signers(entry: Entry) -> list[Present]:
    return [Present(entry.giver.name, "giver"), Present(entry.taker.name, "taker")]
