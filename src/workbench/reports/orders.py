"""Orders of the judge on paper: what was asked for and why, what was decided, and how long it holds."""

from collections.abc import Iterable

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Order, OrderEntry, Source
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Stack, Text


def orders(sheet: Sheet, found: Iterable[Order]) -> Block:
    """The orders as a table, or the words that none was asked for."""
    rows = [_row(sheet, one) for one in found]
    if not rows:
        return sheet.text(sheet.say(N_("No order was asked for.")))
    head = [N_("Order"), N_("What was asked for, and why"), N_("Decision")]
    return sheet.table((0.25, 0.375, 0.375), head, rows)


def basis(sheet: Sheet, source: Source | None) -> list[Text]:
    """A legal source with its place and whether its text was read; nothing where none is named."""
    if source is None:
        return []
    unread = source.mark == "GK"
    mark = sheet.text(sheet.term(terms.MARKS, source.mark), sheet.label if unread else sheet.quiet)
    place = [sheet.text(isolate(source.place), sheet.small)] if source.place else []
    return [sheet.text(isolate(source.name), sheet.small), *place, mark]


def _row(sheet: Sheet, one: Order) -> list[Block]:
    where = ltr(one.ref)
    what = [sheet.text(where, sheet.strong), sheet.text(isolate(one.label), sheet.label)]
    facts = [sheet.say(N_("Step: {step}"), step=ltr(one.step))]
    facts += [sheet.say(N_("Person: {code}"), code=ltr(one.subject))] if one.subject else []
    facts += [sheet.say(N_("Place: {place}"), place=one.place)] if one.place else []
    what += [sheet.text(words, sheet.small, where=where) for words in facts]
    decided = [entry for entry in one.entries if entry.state != "asked"]
    asked = [entry for entry in one.entries if entry.state == "asked"]
    return [
        Stack(*what, *basis(sheet, one.basis)),
        _entries(sheet, [_asked(sheet, entry, where) for entry in asked], N_("not asked for")),
        _entries(sheet, [_decided(sheet, one, entry, where) for entry in decided], N_("not decided yet")),
    ]


def _entries(sheet: Sheet, found: list[Block], none: str) -> Block:
    return Stack(*found) if found else sheet.text(sheet.say(none), sheet.label)


def _asked(sheet: Sheet, entry: OrderEntry, where: str) -> Block:
    words = sheet.say(N_("asked for {at} by {name}"), at=sheet.moment(entry.at), name=entry.by)
    lines: list[Block] = [sheet.text(words, sheet.quiet)]
    if entry.court:
        lines.append(sheet.text(sheet.say(N_("Court: {court}"), court=entry.court), sheet.small, where=where))
    for label, text in ((N_("Shall allow"), entry.wants), (N_("Grounds"), entry.text)):
        if text.strip():
            lines += [sheet.text(sheet.say(label), sheet.label), sheet.written(text, sheet.small, where=where)]
    return Stack(*lines)


def _decided(sheet: Sheet, one: Order, entry: OrderEntry, where: str) -> Block:
    lines: list[Block] = [
        sheet.text(sheet.term(terms.ORDERS, entry.state), sheet.label),
        sheet.text(sheet.say(N_("{at}, recorded by {name}"), at=sheet.moment(entry.at), name=entry.by), sheet.quiet),
    ]
    lines += [sheet.text(words, sheet.small, where=where) for words in _facts(sheet, one, entry)]
    if entry.text.strip():
        lines.append(sheet.written(entry.text, sheet.small, where=where))
    return Stack(*lines)


def _facts(sheet: Sheet, one: Order, entry: OrderEntry) -> list[str]:
    """Number, court, term and scan of a decision, as far as they are known."""
    facts = [sheet.say(N_("Number: {number}"), number=ltr(entry.number))] if entry.number else []
    facts += [sheet.say(N_("Court: {court}"), court=entry.court)] if entry.court else []
    if entry.state == "exception" and one.exception:
        facts.append(isolate(one.exception))
    if entry.valid_until is not None:
        facts.append(sheet.say(N_("In force until {at}"), at=sheet.moment(entry.valid_until)))
        if entry is one.last and not one.in_force:
            facts.append(sheet.say(N_("no longer in force")))
    facts += [sheet.say(N_("Scan: exhibit {number}"), number=ltr(entry.exhibit))] if entry.exhibit else []
    return facts
