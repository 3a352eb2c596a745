"""The list for counting a store: what should lie there, to be ticked by two people, and how the last counts ended."""

from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.held import Counted, Held, in_stores
from workbench.reports.sheet import Sheet
from workbench.reports.things import number
from workbench.reports.typeset import Blank, Block, Space, Stack

TITLE = N_("List for the count of a store")
_HOW = N_(
    "Scan each label or read its number aloud. Tick what is there, write the seal as it is read, and add what is there "
    "and not listed."
)
_SPARE = 3
_LAST = 6


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the list, a table for each store."""
    held = in_stores(dossier.holdings.exhibits)
    counters = [Present(dossier.made_by, "counter"), Present("", "counter")]
    nothing = sheet.text(sheet.say(N_("By the records nothing of this case lies in a store.")))
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        sheet.text(sheet.say(_HOW), sheet.small),
        *([] if held else [nothing]),
        *(
            sheet.section(N_("Store: {store}"), _store(sheet, things), store=isolate(store))
            for store, things in held.items()
        ),
        sheet.section(N_("Earlier counts"), _counts(sheet, dossier.holdings.counts[:_LAST])),
        sheet.section(N_("Counted by two"), signatures(sheet, counters, thumb=False)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]  # fmt: skip


def _store(sheet: Sheet, things: list[Held]) -> Block:
    head = [
        N_("There"),
        N_("No."),
        N_("Description"),
        N_("Seal by the record"),
        N_("Seal as read"),
        N_("Remark"),
    ]
    rows = [_thing(sheet, one) for one in things]
    rows += [[sheet.text("□"), *(Blank(1, sheet.body.leading + 2) for _ in head[1:])] for _ in range(_SPARE)]
    return sheet.table((0.08, 0.21, 0.27, 0.14, 0.14, 0.16), head, rows)


def _thing(sheet: Sheet, one: Held) -> list[Block]:
    where = ltr(one.number)
    return [
        sheet.text("□"), number(sheet, one.number), sheet.written(one.description, sheet.small, where=where),
        sheet.text(ltr(one.seal), sheet.small, where=where) if one.seal else Space(1), Blank(1, sheet.body.leading),
        Blank(1, sheet.body.leading),
    ]  # fmt: skip


def _counts(sheet: Sheet, counts: tuple[Counted, ...]) -> Block:
    if not counts:
        return sheet.text(sheet.say(N_("No store was counted yet.")))
    head = [N_("No."), N_("When and by whom"), N_("Store"), N_("Result")]
    return sheet.table((0.12, 0.27, 0.2, 0.41), head, [_count(sheet, one) for one in counts])


def _count(sheet: Sheet, one: Counted) -> list[Block]:
    there = sheet.language.number(one.expected - len(one.missing))
    lines = [sheet.say(N_("{n} of {total} found"), n=there, total=sheet.language.number(one.expected))]
    for words, things in (
        (N_("missing: {things}"), [ltr(each) for each in one.missing]),
        (N_("not expected here: {things}"), [ltr(label) for label, _ in one.elsewhere]),
        (N_("not known: {things}"), [ltr(each) for each in one.unknown]),
    ):
        lines += [sheet.say(words, things=sheet.comma.join(things))] if things else []
    lines += [isolate(one.note)] if one.note.strip() else []
    who = [sheet.text(sheet.moment(one.at), sheet.small), sheet.text(isolate(one.by), sheet.quiet)]
    result = Stack(*(sheet.text(line, sheet.small, where=ltr(one.ref)) for line in lines))
    return [
        sheet.text(ltr(one.ref), sheet.number),
        Stack(*who),
        sheet.text(isolate(one.store), sheet.small),
        result,
    ]
