"""The request for an order: to the judge, with what it shall allow, the grounds, and what the file holds so far."""

from collections.abc import Sequence
from datetime import datetime

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Claim, Dossier, Exhibit, Order, OrderEntry, Person, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.orders import basis
from workbench.reports.people import non_punishment
from workbench.reports.sheet import Sheet
from workbench.reports.things import number
from workbench.reports.typeset import Blank, Block, Space, Stack

TITLE = N_("Request for an order of the judge")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the request, then the lines on which the judge decides; what is not known is a ruled line."""
    order = next((one for one in dossier.orders if one.ref == dossier.subject), None)
    asked = next((one for one in order.entries if one.state == "asked"), None) if order else None
    at = asked.at if asked else None
    own = (Present(dossier.made_by, dossier.made_by_role), Present("", "supervisor"))
    earlier = [one for one in dossier.orders if one is not order and _by_then(one.entries[0].at, at)]
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        _to(sheet, asked.court if asked else ""),
        _particulars(sheet, dossier, order, asked),
        sheet.section(N_("What the order shall allow"), _text(sheet, asked.wants if asked else "", 2)),
        sheet.section(N_("Grounds"), _text(sheet, asked.text if asked else "", 4)),
        sheet.section(N_("What the file held when this was asked"), *_file(sheet, dossier, at)),
        *([sheet.section(N_("Other orders in this case"), _others(sheet, earlier))] if earlier else []),
        sheet.section(N_("Signatures"), signatures(sheet, own, thumb=False)),
        sheet.section(N_("Decision of the judge"), _decision(sheet, order)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]


def _to(sheet: Sheet, court: str) -> Block:
    if court:
        return sheet.text(sheet.say(N_("To the investigating judge at: {court}"), court=court), sheet.strong)
    label = sheet.text(sheet.say(N_("To the investigating judge at:")), sheet.strong)
    return sheet.bare((0.34, 0.66), (label, Blank(1, sheet.body.leading)))


def _particulars(sheet: Sheet, dossier: Dossier, order: Order | None, asked: OrderEntry | None) -> Block:
    source = basis(sheet, order.basis) if order else []
    days = order.days if order else None
    longest = sheet.language.say_many("{n} day", "{n} days", days) if days else sheet.say(N_("none named"))
    return sheet.pairs(
        [
            (N_("Case number"), sheet.text(ltr(dossier.case.number), sheet.strong)),
            (N_("Kind"), sheet.text(sheet.term(terms.KINDS_OF_CASE, dossier.case.kind))),
            (N_("Order asked for"), sheet.text(isolate(order.label), sheet.strong) if order else ""),
            (N_("Number of the request"), sheet.text(ltr(dossier.subject))),
            (N_("Legal basis"), Stack(*source) if source else ""),
            (N_("Longest term of one order"), sheet.text(longest)),
            (N_("Person concerned"), _subject(sheet, dossier, order, asked.at if asked else None)),
            (N_("Place concerned"), order.place if order else ""),
            (N_("Asked by"), asked.by if asked else ""),
            (N_("Asked at"), sheet.text(sheet.moment(asked.at)) if asked else ""),
            (N_("Step of the procedure"), sheet.text(f"{ltr(order.step)} {isolate(order.title)}") if order else ""),
            (N_("Times are those of"), sheet.text(ltr(dossier.zone))),
        ],
        columns=2, share=0.36,
    )  # fmt: skip


def _subject(sheet: Sheet, dossier: Dossier, order: Order | None, at: datetime | None) -> Block | str:
    """The person by code, with the role at the time; the name stays in the vault."""
    person = next((one for one in dossier.people if order and one.alias == order.subject), None)
    if person is None:
        return sheet.text(sheet.say(N_("nobody in particular")), sheet.quiet) if order else ""
    return Stack(
        sheet.text(ltr(person.alias), sheet.strong), sheet.text(_roles(sheet, person, at), sheet.small),
        *non_punishment(sheet, person),
    )  # fmt: skip


def _roles(sheet: Sheet, person: Person, at: datetime | None) -> str:
    """The roles that were claimed for a person at a moment, or at present."""
    claims = [one for one in person.claims if one.current] if at is None else _claimed(person, at)
    roles = [sheet.term(terms.ROLES, one.role) for one in claims]
    roles += [sheet.say(N_("Treated as a child"))] if person.is_child else []
    return sheet.say(N_(", ")).join(roles)


def _claimed(person: Person, at: datetime) -> list[Claim]:
    return [one for one in person.claims if one.since <= at and (one.until is None or one.until > at)]


def _text(sheet: Sheet, text: str, lines: int) -> Block:
    return sheet.written(text) if text.strip() else Blank(lines, sheet.body.leading + 2)


def _file(sheet: Sheet, dossier: Dossier, at: datetime | None) -> list[Block]:
    """Who and what was in the file when this was asked: people by code, exhibits by number, how much is recorded.

    What came later is no ground for it, and is nobody's business here.
    """
    done = sum(step.state == "done" and _by_then(step.at, at) for step in dossier.steps)
    people = [one for one in dossier.people if at is None or _claimed(one, at)]
    things = [one for one in dossier.exhibits if _by_then(_came(one), at)]
    blocks: list[Block] = [sheet.text(sheet.say(N_("Steps of the procedure that are recorded: {n}"), n=done))]
    if people:
        rows = [
            (sheet.text(ltr(one.alias), sheet.label), sheet.text(_roles(sheet, one, at), sheet.small))
            for one in people
        ]
        blocks.append(sheet.table((0.2, 0.8), [N_("Code"), N_("Role")], rows))
    if things:
        found = [
            (number(sheet, one.number), sheet.written(one.description, sheet.small, where=ltr(one.number)))
            for one in things
        ]
        blocks.append(sheet.table((0.2, 0.8), [N_("Exhibit"), N_("Description")], found))
    return blocks


def _came(exhibit: Exhibit) -> datetime | None:
    """When an exhibit came into the file, as far as that is known."""
    return exhibit.seized_at or next((event.at for event in exhibit.custody), None)


def _by_then(came: datetime | None, at: datetime | None) -> bool:
    return came is None or at is None or came <= at


def _others(sheet: Sheet, found: Sequence[Order]) -> Block:
    rows = [
        (
            sheet.text(ltr(one.ref), sheet.label), sheet.text(isolate(one.label), sheet.small),
            sheet.text(ltr(one.subject), sheet.small),
            sheet.text(sheet.term(terms.ORDERS, one.last.state), sheet.small),
            sheet.text(sheet.moment(one.last.at), sheet.small), sheet.text(ltr(one.last.number), sheet.small),
        )
        for one in found
    ]  # fmt: skip
    head = [N_("No."), N_("Order"), N_("Person"), N_("State"), N_("When"), N_("Number")]
    return sheet.table((0.1, 0.26, 0.12, 0.2, 0.18, 0.14), head, rows)


def _decision(sheet: Sheet, order: Order | None) -> Block:
    """What was decided, if it is recorded; else lines for the judge to write on."""
    if order is not None and order.last.state != "asked":
        said = sheet.say(
            N_("Recorded: {decision}, {at}"), decision=sheet.term(terms.ORDERS, order.last.state),
            at=sheet.moment(order.last.at),
        )  # fmt: skip
        if not order.last.number:
            return sheet.text(said)
        return Stack(
            sheet.text(said), sheet.text(sheet.say(N_("Number: {number}"), number=ltr(order.last.number)))
        )
    return sheet.pairs(
        [
            (N_("Granted or refused"), ""), (N_("Number and date"), ""), (N_("What it allows"), ""),
            (N_("In force until"), ""), (N_("Name, signature and seal"), Space(44)),
        ],
        share=0.3,
    )  # fmt: skip
