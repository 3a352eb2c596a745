"""The first pages of the booklet: what it is and how far it is to be believed, contents, how to read it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.booklet.words import LAW, ORDER, SAFETY, joined, part, verified, words
from workbench.reports.sheet import Sheet, seen
from workbench.reports.typeset import Anchor, Block, Code, Look, Space, Stack, Table
from workbench.sop.model import Pack, Unit
from workbench.sop.saying import together

_MONDAY = date(2024, 1, 1)
CANDIDATE = N_("CANDIDATE: not the official text; to be verified before use")
_LISTS = {
    "chart": N_("The procedure at a glance"),
    "deadlines": N_("Time limits that run"),
    "orders": N_("Orders of the judge"),
    "coverage": N_("What must not be left unexamined"),
    "readiness": N_("What must be there before the file is handed over"),
    "facts": N_("Facts that call for steps"),
    "documents": N_("Documents"),
    "sources": N_("Law and guidance"),
}


def anchor_of(key: str) -> str:
    """The key by which a part that is not a phase is found; no phase can have it."""
    return f"part.{key}"


def title_of(sheet: Sheet, key: str) -> str:
    """The heading of a part that is not a phase."""
    return sheet.say(_LISTS[key])


def cover(sheet: Sheet, pack: Pack, trust: str, made_at: datetime) -> list[Block]:
    """Title, edition, digest, who signed, and the note that goes with a candidate."""
    sheet.where = ltr(pack.key)
    codes = {terms.JURISDICTIONS[place] for place in pack.jurisdictions if place in terms.JURISDICTIONS}
    rows: list[tuple[str, Block | str]] = [
        (N_("Procedure"), sheet.text(ltr(pack.key), sheet.strong)),
        (N_("Edition"), sheet.text(ltr(pack.version), sheet.strong)),
        (N_("Kind"), sheet.text(sheet.term(terms.KINDS_OF_CASE, pack.kind))),
        (N_("Jurisdiction"), sheet.text(joined(sheet, (sheet.say(code) for code in sorted(codes))))),
        (N_("Phases and steps"), sheet.text(_size(sheet, pack))),
        (N_("Signature"), sheet.text(isolate(seen(trust)), sheet.strong)),
        (N_("SHA-256"), sheet.code(pack.digest)),
        (N_("Made"), sheet.text(sheet.moment(made_at))),
    ]
    machine = f"{pack.key} {pack.version}\nsha256:{pack.digest}\n{pack.language}"
    facts = sheet.bare((0.77, 0.23), (sheet.pairs(rows, share=0.3), Code(machine, 112.0)), before=28)
    return [
        Anchor(anchor_of("cover"), sheet.say(N_("Procedure"))),
        Space(70),
        sheet.text(sheet.say(N_("Booklet of the procedure")), sheet.subtitle),
        Space(10),
        sheet.text(isolate(pack.title), sheet.title),
        Space(26),
        *_candidate(sheet, pack),
        facts,
    ]


def _size(sheet: Sheet, pack: Pack) -> str:
    return joined(
        sheet,
        [
            sheet.language.say_many("{n} phase", "{n} phases", len(pack.phases)),
            sheet.language.say_many("{n} step", "{n} steps", len(pack.steps)),
        ],
    )


def _candidate(sheet: Sheet, pack: Pack) -> list[Block]:
    """The note of a procedure that is not the official one, in a box that nobody overlooks."""
    if not pack.note:
        return []
    inside = Stack(sheet.text(sheet.say(CANDIDATE), sheet.strong), Space(3), sheet.written(pack.note))
    return [Table((1,), [(inside,)], rtl=sheet.rtl, look=Look(label_tint=0.93, pad_x=10, pad_y=8), unbroken=True)]


def contents(sheet: Sheet, pack: Pack, pages: Mapping[str, int]) -> list[Block]:
    """The contents by phase, with pages as far as they are known."""
    rows: list[list[Block]] = [_entry(sheet, "", sheet.say(HOW), "", pages.get(anchor_of("how")))]
    rows.append(_entry(sheet, "", title_of(sheet, "chart"), "", pages.get(anchor_of("chart"))))
    for phase in pack.phases:
        steps = sheet.language.say_many("{n} step", "{n} steps", len(phase.steps))
        rows.append(_entry(sheet, phase.key, isolate(phase.title), steps, pages.get(phase.key), strong=True))
    rows += [
        _entry(sheet, "", sheet.say(title), "", pages.get(anchor_of(key)))
        for key, title in _LISTS.items()
        if key in listed_parts(pack) and key != "chart"
    ]
    head = [N_("No."), N_("Phase"), N_("Steps"), N_("Page")]
    table = sheet.table((0.12, 0.6, 0.16, 0.12), head, rows, before=8)
    return part(sheet, anchor_of("contents"), sheet.say(N_("Contents")), table)


def listed_parts(pack: Pack) -> tuple[str, ...]:
    """The lists that this pack has something for."""
    running = any(one.length is not None for step in pack.steps.values() for one in step.deadlines)
    has = {"deadlines": running, "orders": pack.orders, "coverage": pack.coverage, "readiness": pack.readiness}
    return tuple(key for key in _LISTS if has.get(key, True))


def _entry(
    sheet: Sheet, key: str, title: str, steps: str, page: int | None, *, strong: bool = False
) -> list[Block]:
    number = sheet.language.number(page) if page is not None else sheet.language.number(888)
    style = sheet.strong if strong else sheet.body
    return [
        sheet.text(ltr(key), style), words(sheet, title, style), sheet.text(steps, sheet.small),
        sheet.text(number, sheet.body.but(align="end")),
    ]  # fmt: skip


HOW = N_("How to read this booklet")


def how_to_read(sheet: Sheet, pack: Pack, *, summaries: bool) -> list[Block]:
    """What the signs and marks mean, and how the sources are summed up where they are."""
    rows = [
        (verified(sheet, "S", sheet.strong), N_("The text of the source was read for this procedure.")),
        (
            verified(sheet, "GK", sheet.strong),
            N_("General knowledge, not yet checked against the official text: verify it before you rely on it."),
        ),
        (_sign(sheet, terms.BASES["law"]), N_("The law sets this time limit; its source stands beside it.")),
        (
            _sign(sheet, terms.BASES["house"]),
            N_("A working rule of the authority that issued the procedure. It is not law and can be changed."),
        ),
        (_sign(sheet, terms.BASES["practice"]), N_("What experience advises. It is not law.")),
        (
            _sign(sheet, N_("When it applies")),
            N_("Some steps are called for only when something is true of the case. Without a condition a step "
               "belongs to every case of this kind."),
        ),
        (
            _sign(sheet, N_("What it waits for")),
            N_("The gate of a step: it opens when the steps and facts named there are settled. It can be passed out "
               "of order only with a reason that is recorded."),
        ),
        (
            _sign(sheet, N_("Safety gate"), SAFETY),
            N_("This gate protects a person. Only the override for danger to life opens it, and that shows."),
        ),
        (_sign(sheet, N_("Legal time limit"), LAW), N_("The law sets a time for it.")),
        (
            _sign(sheet, N_("Order of the judge"), ORDER),
            N_("An order that only the judge gives is asked for at this step."),
        ),
    ]  # fmt: skip
    table = Table(
        (0.26, 0.74), [(sign, sheet.text(sheet.say(text))) for sign, text in rows], rtl=sheet.rtl,
        look=Look(label_tint=0.95),
    )  # fmt: skip
    summary = N_("What stands in grey under a source is a summary in the program's own words, not the text of the law.")
    more = [sheet.text(sheet.say(summary), before=8)] if summaries else []
    return part(sheet, anchor_of("how"), sheet.say(HOW), table, *more, *_week(sheet, pack))


def _sign(sheet: Sheet, text: str, sign: str = "") -> Block:
    return sheet.text(f"{sign} {sheet.say(text)}".strip(), sheet.strong)


def _week(sheet: Sheet, pack: Pack) -> list[Block]:
    """When the offices close, if a time limit of the pack is counted by that."""
    units = {one.length.unit for step in pack.steps.values() for one in step.deadlines if one.length}
    if Unit.WORKING_DAY not in units:
        return []
    days = joined(sheet, (sheet.language.weekday(_MONDAY + timedelta(days=day)) for day in sorted(pack.week.rest)))
    rest = together(days, sheet.language)
    closes = isolate(sheet.language.in_digits(f"{pack.week.closes:%H:%M}"))
    text = sheet.say(N_("Offices close at {time}. Days without work: {days}."), time=closes, days=rest)
    return [sheet.text(text, before=8)]
