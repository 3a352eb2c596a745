"""The lists at the end of the booklet: time limits, orders, what must not be forgotten, facts, papers, sources."""

from collections.abc import Callable, Mapping

from workbench.i18n import N_, isolate, ltr
from workbench.reports.booklet.front import anchor_of, listed_parts, title_of
from workbench.reports.booklet.steps import deadline_block, order_block
from workbench.reports.booklet.words import codes, part, rule_block, users, words
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block
from workbench.sop.facts import BUILT_IN, label
from workbench.sop.model import Matter, Pack
from workbench.sop.rules import FactHolds, leaves


def lists(sheet: Sheet, pack: Pack) -> list[Block]:
    """Every list that this pack has something for."""
    sheet.where = ltr(pack.key)
    blocks: list[Block] = []
    for key in listed_parts(pack):
        if key in _LISTS:
            blocks += part(sheet, anchor_of(key), title_of(sheet, key), *_LISTS[key](sheet, pack))
    return blocks


def _deadlines(sheet: Sheet, pack: Pack) -> list[Block]:
    rows = [
        (sheet.text(ltr(step.key), sheet.label), deadline_block(sheet, pack, one))
        for step in pack.steps.values()
        for one in step.deadlines
        if one.length is not None
    ]
    return [sheet.table((0.14, 0.86), [N_("Step"), N_("Time limit")], rows)]


def _orders(sheet: Sheet, pack: Pack) -> list[Block]:
    asked: dict[str, list[str]] = {}
    for step in pack.steps.values():
        for kind in step.asks:
            asked.setdefault(kind, []).append(step.key)
    rows = [
        (order_block(sheet, pack, kind), sheet.text(codes(asked.get(kind.key, ())), sheet.small))
        for kind in pack.orders.values()
    ]
    return [sheet.table((0.74, 0.26), [N_("Order of the judge"), N_("Asked for at")], rows)]


def _coverage(sheet: Sheet, pack: Pack) -> list[Block]:
    return [_matters(sheet, pack, pack.coverage)]


def _readiness(sheet: Sheet, pack: Pack) -> list[Block]:
    return [_matters(sheet, pack, pack.readiness)]


def _matters(sheet: Sheet, pack: Pack, matters: Mapping[str, Matter]) -> Block:
    always = sheet.text(sheet.say(N_("in every case")), sheet.small)
    rows = [
        (
            words(sheet, isolate(one.label)),
            always if one.when is None else rule_block(sheet, pack, one.when, sheet.small),
            rule_block(sheet, pack, one.done, sheet.small),
            sheet.text(ltr(one.step), sheet.label),
        )
        for one in matters.values()
    ]
    head = [N_("Matter"), N_("Asked for while"), N_("Settled when"), N_("Step")]
    return sheet.table((0.26, 0.25, 0.39, 0.1), head, rows)


def _facts(sheet: Sheet, pack: Pack) -> list[Block]:
    """The facts of the pack with their rules, those the program sees for itself, and the steps each calls for."""
    called: dict[str, list[str]] = {}
    for step in pack.steps.values():
        for key in dict.fromkeys(leaf.key for leaf in leaves(step.when) if isinstance(leaf, FactHolds)):
            called.setdefault(key, []).append(step.key)
    seen = sheet.say(N_("seen by the program itself, from the persons and exhibits of the case"))
    rules = {key: rule_block(sheet, pack, fact.rule, sheet.small) for key, fact in pack.facts.items()}
    rules |= {key: sheet.text(seen, sheet.quiet) for key in BUILT_IN if key not in rules}
    rows = [
        (
            words(sheet, isolate(label(pack, key, sheet.language))), rule,
            sheet.text(codes(called.get(key, ())), sheet.small),
        )
        for key, rule in rules.items()
    ]  # fmt: skip
    return [sheet.table((0.3, 0.52, 0.18), [N_("Fact"), N_("It holds when"), N_("Steps")], rows)]


def _documents(sheet: Sheet, pack: Pack) -> list[Block]:
    return [_named(sheet, pack.documents, users(pack, "documents"), N_("Document"))]


def _sources(sheet: Sheet, pack: Pack) -> list[Block]:
    return [_named(sheet, pack.sources, users(pack, "sources"), N_("Source"))]


def _named(sheet: Sheet, names: Mapping[str, str], used: Mapping[str, list[str]], what: str) -> Block:
    rows = [
        (
            words(sheet, isolate(name)),
            sheet.text(ltr(key), sheet.small), sheet.text(codes(used.get(key, ())), sheet.small),
        )
        for key, name in names.items()
    ]  # fmt: skip
    return sheet.table((0.44, 0.2, 0.36), [what, N_("Code"), N_("Steps")], rows)


_LISTS: dict[str, Callable[[Sheet, Pack], list[Block]]] = {
    "deadlines": _deadlines,
    "orders": _orders,
    "coverage": _coverage,
    "readiness": _readiness,
    "facts": _facts,
    "documents": _documents,
    "sources": _sources,
}
