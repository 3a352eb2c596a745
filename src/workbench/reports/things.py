"""Exhibits on paper: what was seized where and by whom, the files with their hashes, and who held them."""

from collections.abc import Sequence

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Custody, Exhibit
from workbench.reports.sheet import Sheet, seen
from workbench.reports.typeset import Block, Headed, Stack


def exhibits(sheet: Sheet, found: Sequence[Exhibit]) -> list[Block]:
    """The list of exhibits, their files and their custody."""
    if not found:
        return [sheet.text(sheet.say(N_("No exhibit has been recorded.")))]
    head = [
        N_("No."),
        N_("Description"),
        N_("Seized"),
        N_("Seal and state"),
    ]
    blocks: list[Block] = [sheet.table((0.2, 0.34, 0.28, 0.18), head, [_row(sheet, e) for e in found])]
    files = [row for exhibit in found for row in _files(sheet, exhibit)]
    if files:
        head = [N_("No."), N_("File, size, sealed at"), N_("SHA-256")]
        blocks.append(
            _under(sheet, N_("Files and their hash values"), sheet.table((0.2, 0.38, 0.42), head, files))
        )
    custody = [_event(sheet, e.number, event) for e in found for event in e.custody]
    if custody:
        head = [
            N_("No."),
            N_("Event"),
            N_("From whom to whom"),
            N_("Notes"),
        ]
        blocks.append(
            _under(sheet, N_("Chain of custody"), sheet.table((0.2, 0.26, 0.3, 0.24), head, custody))
        )
    return blocks


def _under(sheet: Sheet, title: str, table: Block) -> Block:
    return Headed(sheet.text(sheet.say(title), sheet.subheading), table, before=8)


def number(sheet: Sheet, exhibit: str) -> Block:
    """An exhibit's number, left to right."""
    return sheet.text(ltr(exhibit), sheet.number)


def _row(sheet: Sheet, exhibit: Exhibit) -> list[Block]:
    where = ltr(exhibit.number)
    what = Stack(
        sheet.written(exhibit.description, where=where),
        sheet.text(sheet.term(terms.EXHIBITS, exhibit.kind), sheet.quiet),
    )
    seized = [sheet.moment(exhibit.seized_at), isolate(exhibit.place)]
    seized += [sheet.say(N_("seized by: {who}"), who=exhibit.seized_by)] if exhibit.seized_by else []
    seized += [sheet.say(N_("found by: {who}"), who=exhibit.found_by)] if exhibit.found_by else []
    seized += [sheet.say(N_("held by: {who}"), who=exhibit.holder)] if exhibit.holder else []
    state = [ltr(exhibit.seal_number), isolate(exhibit.condition)]
    return [number(sheet, exhibit.number), what, _lines(sheet, seized, where), _lines(sheet, state, where)]


def _lines(sheet: Sheet, texts: Sequence[str], where: str) -> Block:
    kept = [sheet.text(text, sheet.small, where=where) for text in texts if text]
    return Stack(*(kept or [sheet.text(sheet.say(N_("not recorded")), sheet.quiet)]))


def _files(sheet: Sheet, exhibit: Exhibit) -> list[list[Block]]:
    rows: list[list[Block]] = []
    for file in exhibit.files:
        facts = f"{sheet.language.size(file.size)}{sheet.comma}{sheet.moment(file.sealed_at)}"
        name = sheet.text(ltr(seen(file.name)), sheet.small, where=ltr(exhibit.number))
        rows.append(
            [
                number(sheet, exhibit.number),
                Stack(name, sheet.text(facts, sheet.quiet)),
                sheet.code(file.sha256),
            ]
        )
    return rows


def _event(sheet: Sheet, exhibit: str, event: Custody) -> list[Block]:
    where = ltr(exhibit)
    what = [sheet.term(terms.CUSTODY, event.kind), sheet.moment(event.at), isolate(event.place)]
    whom = [sheet.say(N_("from: {who}"), who=event.from_whom)] if event.from_whom else []
    whom += [sheet.say(N_("to: {who}"), who=event.to_whom)] if event.to_whom else []
    notes = [event.mark, isolate(event.purpose), isolate(event.condition)]
    if event.seal_before:
        notes.append(sheet.say(N_("seal before: {seal}"), seal=ltr(event.seal_before)))
    if event.seal_after:
        notes.append(sheet.say(N_("seal after: {seal}"), seal=ltr(event.seal_after)))
    return [
        number(sheet, exhibit),
        _lines(sheet, what, where),
        _lines(sheet, whom, where),
        _lines(sheet, notes, where),
    ]
