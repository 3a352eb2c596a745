"""What the papers of custody share: the head of an exhibit with its code, a party, seals and measures."""

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.held import Entry, Held, Side
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Code, Space, Stack, Style

FLAGS = {
    "digital": N_("digital"), "money": N_("money"), "substance": N_("substance"), "biological": N_("biological"),
    "firearm": N_("firearm"),
}  # fmt: skip
SIGNED = {"yes": N_("signed"), "no": N_("not signed"), "refused": N_("refused to sign")}
MEASURES = {"count": N_("count {value}"), "weight": N_("weight {value}"), "amount": N_("amount {value}")}
# Where an exhibit is a code on a label is the only thing a scanner reads; the number stands beside it for people.
_CODE = 74.0


def exhibit_head(sheet: Sheet, one: Held, *, short: bool = False) -> Block:
    """The exhibit in short beside the code of its label; ``short`` where the paper says anyway who has it."""
    kind = kind_and_flags(sheet, one)
    pairs: list[tuple[str, Block | str]] = [
        (N_("Exhibit"), sheet.text(ltr(one.number), sheet.strong) if one.number else ""),
        (N_("Kind"), sheet.text(kind) if kind else ""),
        (N_("Description"), sheet.value(one.description, where=ltr(one.number))),
    ]
    if not short:
        seal = sheet.text(ltr(one.seal)) if one.seal else sheet.text(sheet.say(N_("no seal recorded")))
        pairs += [(N_("Held by"), where_it_is(sheet, one)), (N_("Seal"), seal)]
    rows = sheet.pairs(pairs, share=0.24)
    if not one.label:
        return rows
    beside = Stack(Code(one.label, _CODE), sheet.text(ltr(one.label), sheet.number.but(align="centre")))
    return sheet.bare((0.76, 0.02, 0.22), (rows, Space(1), beside))


def kind_and_flags(sheet: Sheet, one: Held, *more: str) -> str:
    """The kind of an exhibit with what must be known before it is touched; nothing is said twice."""
    kind = sheet.term(terms.EXHIBITS, one.kind) if one.kind else ""
    words = [kind, *(sheet.say(FLAGS[flag]) for flag in one.flags), *more]
    return sheet.comma.join(dict.fromkeys(word for word in words if word.strip("\u2068\u2069 ")))


def where_it_is(sheet: Sheet, one: Held, style: Style | None = None) -> Block:
    """Who has it, as the record leaves it."""
    if one.void:
        return sheet.text(sheet.say(N_("the number is void")), style)
    if one.ended:
        return sheet.text(sheet.say(N_("returned or destroyed")), style)
    if one.awaiting:
        return sheet.text(sheet.say(N_("on its way to {name}, no receipt yet"), name=isolate(one.holder)), style)
    return sheet.text(isolate(one.holder), style, where=ltr(one.number)) if one.holder else sheet.value("")


def party(sheet: Sheet, side: Side, *, where: str = "") -> Block:
    """A party with rank, badge and whether it signed."""
    blocks: list[Block] = []
    if side.name:
        blocks.append(sheet.text(isolate(side.name), sheet.small, where=where))
    if side.rank or side.badge:
        facts = [isolate(side.rank)] if side.rank else []
        facts += [ltr(side.badge)] if side.badge else []
        blocks.append(sheet.text(sheet.comma.join(facts), sheet.quiet, where=where))
    if side.signed:
        blocks.append(sheet.text(sheet.term(SIGNED, side.signed), sheet.quiet))
    return Stack(*blocks) if blocks else Space(1)


def seals(sheet: Sheet, entry: Entry) -> list[str]:
    """The seals of an entry in words."""
    found = [sheet.say(N_("seal before: {seal}"), seal=ltr(entry.seal_before))] if entry.seal_before else []
    if entry.seal_after:
        found.append(sheet.say(N_("seal after: {seal}"), seal=ltr(entry.seal_after)))
    return found


def measures(sheet: Sheet, entry: Entry) -> list[str]:
    """What was counted, weighed or added up at an entry."""
    return [sheet.say(MEASURES[key], value=ltr(value)) for key, value in entry.measures if key in MEASURES]
