"""Readiness for hand-over: what the file still lacks, each with the step where it is mended, on one page if it fits."""

from collections.abc import Sequence

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier, Matter, Missing, Order
from workbench.reports.furniture import integrity, letterhead
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Stack

TITLE = N_("Readiness for hand-over")
_NOTHING = N_("Nothing is missing before hand-over, as far as the procedure and the records tell.")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the page: the figure first, then what is missing, then what was not examined or set aside."""
    unexamined = [one for one in dossier.matters if (one.part, one.state) == ("coverage", "open")]
    aside = [one for one in dossier.matters if one.state == "set_aside"]
    over = _expired(dossier.orders)
    blocks = [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        sheet.text(_figure(sheet, dossier.missing), sheet.heading),
        _case(sheet, dossier),
    ]
    if dossier.missing:
        blocks.append(sheet.section(N_("What is missing"), _missing(sheet, dossier.missing)))
    blocks.append(sheet.section(N_("Not yet examined"), _unexamined(sheet, unexamined)))
    if aside:
        blocks.append(sheet.section(N_("Set aside, with the reason"), _aside(sheet, aside)))
    if over:
        blocks.append(sheet.section(N_("Orders whose term is over"), _over(sheet, over)))
    return [*blocks, sheet.section(N_("Integrity of this document"), integrity(sheet, dossier))]


def _figure(sheet: Sheet, missing: Sequence[Missing]) -> str:
    if not missing:
        return sheet.say(_NOTHING)
    return sheet.language.say_many(
        "{n} thing is missing before hand-over.", "{n} things are missing before hand-over.", len(missing)
    )


def _case(sheet: Sheet, dossier: Dossier) -> Block:
    """What it is about, in one line: the page is short of room."""
    case = dossier.case
    facts = [
        ltr(case.number), isolate(sheet.term(terms.KINDS_OF_CASE, case.kind)),
        ltr(f"{case.pack_key} {case.pack_version}"),
        isolate(sheet.say(N_("as it stood at {at}"), at=sheet.moment(dossier.made_at))),
    ]  # fmt: skip
    return sheet.text(sheet.comma.join(facts), sheet.small)


def _missing(sheet: Sheet, found: Sequence[Missing]) -> Block:
    rows = [
        (
            sheet.text(sheet.language.number(number), sheet.small), Stack(*_what(sheet, one)),
            sheet.text(sheet.term(terms.MISSING, one.kind), sheet.small), _mended(sheet, one.step, one.title, one.kind),
        )
        for number, one in enumerate(found, 1)
    ]  # fmt: skip
    head = [N_("No."), N_("What"), N_("Why it is missing"), N_("Where it is mended")]
    return sheet.table((0.06, 0.38, 0.24, 0.32), head, rows)


def _what(sheet: Sheet, one: Missing) -> list[Block]:
    said = ltr(one.label) if one.kind == "exhibit" else isolate(one.label)
    facts = [ltr(one.ref)] if one.kind in ("order", "custody") else []
    facts += [ltr(one.subject)] if one.subject else []
    facts += [sheet.moment(one.at)] if one.at else []
    more = [sheet.text(sheet.comma.join(facts), sheet.quiet)] if facts else []
    return [sheet.text(said, sheet.small), *more]


def _mended(sheet: Sheet, step: str, title: str, kind: str = "") -> Block:
    if kind == "custody":
        return sheet.text(sheet.say(N_("Correct or explain it in the custody record")), sheet.small)
    if not step:
        return sheet.text(sheet.say(N_("Restore the file from a backup")), sheet.small)
    return sheet.text(f"{ltr(step)} {isolate(title)}", sheet.small)


def _unexamined(sheet: Sheet, found: Sequence[Matter]) -> Block:
    if not found:
        return sheet.text(sheet.say(N_("Everything that the procedure names was looked at or set aside.")))
    rows = [(sheet.text(isolate(one.label), sheet.small), _mended(sheet, one.step, one.title)) for one in found]
    return sheet.table((0.6, 0.4), [N_("What"), N_("Where it is examined")], rows)


def _aside(sheet: Sheet, found: Sequence[Matter]) -> Block:
    rows = [
        (
            Stack(sheet.text(isolate(one.label), sheet.small), sheet.text(ltr(one.step), sheet.quiet)),
            Stack(sheet.text(isolate(one.by), sheet.small), sheet.text(sheet.moment(one.at), sheet.quiet)),
            sheet.written(one.reason, sheet.small, where=ltr(one.step)),
        )
        for one in found
    ]
    return sheet.table((0.4, 0.2, 0.4), [N_("What"), N_("Who and when"), N_("Reason")], rows)


def _expired(found: Sequence[Order]) -> list[Order]:
    """The newest order of each kind and person, where it is granted and its term is over."""
    newest = {(one.label, one.subject): one for one in found if one.last.state == "granted"}
    return [one for one in newest.values() if not one.in_force]


def _over(sheet: Sheet, found: Sequence[Order]) -> Block:
    by_kind: dict[str, list[Order]] = {}
    for one in found:
        by_kind.setdefault(one.label, []).append(one)
    apart = "؛ " if sheet.rtl else "; "
    rows = [
        (
            sheet.text(isolate(label), sheet.small),
            sheet.text(apart.join(_ended(sheet, one) for one in members), sheet.small),
        )
        for label, members in by_kind.items()
    ]
    return sheet.table((0.3, 0.7), [N_("Order"), N_("Number, person, end")], rows)


def _ended(sheet: Sheet, one: Order) -> str:
    parts = (ltr(one.ref), ltr(one.subject), sheet.moment(one.last.valid_until))
    return sheet.comma.join(filter(None, parts))
