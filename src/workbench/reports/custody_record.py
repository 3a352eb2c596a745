"""The custody record of one exhibit: every entry, what was corrected, what does not fit and how it was explained."""

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.custody_blocks import exhibit_head, measures, party, seals
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.held import BLANK, Entry, Fault, Held, Noted
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Blank, Block, Space, Stack

TITLE = N_("Custody record")
_BY_HAND = 4
NOTES = {"correction": N_("correction"), "remark": N_("remark"), "void": N_("void number")}


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the record; what happens after it was printed is written into the empty rows."""
    one = next(iter(dossier.holdings.exhibits), BLANK)
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        exhibit_head(sheet, one),
        sheet.section(N_("Seizure and description"), *_described(sheet, one)),
        sheet.section(N_("Entries"), _entries(sheet, one)),
        sheet.section(N_("Gaps and contradictions"), *_faults(sheet, one)),
        *([sheet.section(N_("Corrections and remarks"), _notes(sheet, one))] if one.notes else []),
        sheet.section(N_("Continued by hand"), _by_hand(sheet)),
        sheet.section(
            N_("Signatures"), signatures(sheet, [Present(dossier.made_by, dossier.made_by_role)], thumb=False)
        ),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]  # fmt: skip


def _described(sheet: Sheet, one: Held) -> list[Block]:
    pairs: list[tuple[str, Block | str]] = [
        (N_("Seized at"), sheet.text(sheet.moment(one.seized_at)) if one.seized_at else ""),
        (N_("Exact place"), one.place),
        (N_("Found by"), one.found_by),
        (N_("Seized by"), one.seized_by),
        (N_("Seal at the seizure"), sheet.text(ltr(one.first_seal)) if one.first_seal else ""),
        (N_("Condition"), one.condition),
    ]
    if one.parent:
        pairs.append((N_("Part of"), sheet.text(ltr(one.parent))))
    if one.parts:
        pairs.append((N_("Its parts"), sheet.text(sheet.comma.join(map(ltr, one.parts)))))
    blocks: list[Block] = [sheet.pairs(pairs, columns=2, share=0.34)]
    if one.facts:
        rows: list[list[Block]] = [
            [sheet.text(isolate(question), sheet.label), sheet.written(answer, sheet.small, where=ltr(one.number))]
            for question, answer in one.facts
        ]  # fmt: skip
        blocks.append(sheet.table((0.42, 0.58), [N_("What its kind needs"), N_("Answer")], rows))
    if one.needed:
        words = sheet.say(N_("Still needed: {things}"), things=sheet.comma.join(map(isolate, one.needed)))
        blocks.append(sheet.text(words, sheet.small, before=3))
    return blocks


def _entries(sheet: Sheet, one: Held) -> Block:
    head = [N_("No."), N_("Event"), N_("Given by"), N_("Taken by"), N_("Seal, state and purpose")]
    return sheet.table(
        (0.09, 0.25, 0.19, 0.19, 0.28), head, [_entry(sheet, one, each) for each in one.entries]
    )


def _entry(sheet: Sheet, one: Held, entry: Entry) -> list[Block]:
    where = ltr(f"{one.number} {entry.seq}")
    number: list[Block] = [sheet.text(sheet.language.number(entry.seq), sheet.label)]
    if entry.written_no:
        paper = sheet.say(N_("paper {n}"), n=sheet.language.number(entry.written_no))
        number.append(sheet.text(paper, sheet.quiet))
    what = [
        sheet.term(terms.CUSTODY, entry.kind),
        sheet.moment(entry.at),
        isolate(entry.place),
        *_marks(sheet, entry),
    ]
    told = [*seals(sheet, entry), *measures(sheet, entry), isolate(entry.condition), isolate(entry.purpose)]
    for words, value in (
        (N_("order: {text}"), ltr(entry.order)), (N_("witness: {text}"), isolate(entry.witness)),
        (N_("refused: {text}"), isolate(entry.refusal)), (N_("reason: {text}"), isolate(entry.reason)),
    ):  # fmt: skip
        told += [sheet.say(words, text=value)] if value.strip("\u2066\u2068\u2069 ") else []
    return [
        Stack(*number), _lines(sheet, what, where), party(sheet, entry.giver, where=where),
        party(sheet, entry.taker, where=where), _lines(sheet, told, where),
    ]  # fmt: skip


def _marks(sheet: Sheet, entry: Entry) -> list[str]:
    marks = (
        [sheet.say(N_("corrects entry {n}"), n=sheet.language.number(entry.corrects))]
        if entry.corrects
        else []
    )
    if entry.corrected_by:
        marks.append(sheet.say(N_("corrected by entry {n}"), n=sheet.language.number(entry.corrected_by)))
    marks += [sheet.say(N_("taken away: it belongs to another exhibit"))] if entry.void else []
    marks += [sheet.say(N_("sent; the receipt follows"))] if entry.awaiting else []
    marks += [sheet.say(N_("explains: {fault}"), fault=isolate(entry.explains))] if entry.explains else []
    if entry.recorded_at:
        recorded = sheet.say(
            N_("recorded {at}, {name}"), at=sheet.moment(entry.recorded_at), name=isolate(entry.recorded_by)
        )
        marks.append(recorded)
    return marks


def _lines(sheet: Sheet, texts: list[str], where: str) -> Block:
    kept = [sheet.text(text, sheet.small, where=where) for text in texts if text.strip("\u2066\u2068\u2069 ")]
    return Stack(*kept) if kept else Space(1)


def _faults(sheet: Sheet, one: Held) -> list[Block]:
    if not one.faults:
        words = N_("None. The record was held against the rules of the house when this paper was made.")
        return [sheet.text(sheet.say(words))]
    head = [N_("What does not fit"), N_("Explanation in writing")]
    return [sheet.table((0.5, 0.5), head, [_fault(sheet, fault) for fault in one.faults])]


def _fault(sheet: Sheet, fault: Fault) -> list[Block]:
    what = Stack(
        sheet.text(isolate(fault.title), sheet.label), sheet.text(isolate(fault.sentence), sheet.small)
    )
    if not fault.explanation:
        return [
            what,
            Stack(
                sheet.text(sheet.say(N_("not explained yet")), sheet.quiet), Blank(2, sheet.body.leading + 2)
            ),
        ]
    by = sheet.say(N_("{name}, {at}"), name=isolate(fault.explained_by), at=sheet.moment(fault.explained_at))
    return [what, Stack(sheet.written(fault.explanation, sheet.small), sheet.text(by, sheet.quiet))]


def _notes(sheet: Sheet, one: Held) -> Block:
    head = [N_("When and by whom"), N_("What"), N_("Reason")]
    return sheet.table((0.27, 0.43, 0.3), head, [_note(sheet, note) for note in one.notes])


def _note(sheet: Sheet, note: Noted) -> list[Block]:
    what: list[Block] = [sheet.text(sheet.term(NOTES, note.kind), sheet.label)]
    if note.kind == "correction":
        change = sheet.say(
            N_("{field}: «{was}» became «{now}»"),
            field=isolate(note.field),
            was=isolate(note.was),
            now=isolate(note.now),
        )
        what.append(sheet.text(change, sheet.small))
    elif note.now:
        what.append(sheet.written(note.now, sheet.small))
    who = [sheet.text(sheet.moment(note.at), sheet.small), sheet.text(isolate(note.by), sheet.quiet)]
    reason = sheet.written(note.reason, sheet.small) if note.reason.strip() else Space(1)
    return [Stack(*who), Stack(*what), reason]


def _by_hand(sheet: Sheet) -> Block:
    head = [N_("No."), N_("Event, day, time, place"), N_("Given by: name, signature"), N_("Taken by: name, signature"),
            N_("Seal, state and purpose")]  # fmt: skip
    rows = [[Blank(2, sheet.body.leading + 4) for _ in head] for _ in range(_BY_HAND)]
    return sheet.table((0.08, 0.24, 0.22, 0.22, 0.24), head, rows)
