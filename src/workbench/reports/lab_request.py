"""The request to a laboratory or expert: what is sent under which seal, what is asked, and what the answer must say."""

from datetime import date

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.sheet import Sheet
from workbench.reports.things import number
from workbench.reports.timed import Request, Result
from workbench.reports.typeset import Blank, Block, Stack

TITLE = N_("Request to a laboratory or expert")
# What an answer says so that a court can weigh it (ISO/IEC 17025).
_ASKED_FOR = (
    N_("number and date of the report, and who examined what, when"),
    N_("state of each seal when it arrived and when it was closed again"),
    N_("method, and how uncertain the result is"),
    N_("every tool with its version"),
    N_("whether the laboratory is accredited for this examination, and under which number"),
    N_("an answer to each numbered question; where none is possible, why"),
    N_("name, identity, oath where it is due, and signature of the expert"),
)
_DIGITAL = N_(
    "Digital evidence: work on a copy, keep the original as it is, give the SHA-256 of original and copy, and say "
    "what makes the work open to checking, repeatable, reproducible and justified (ISO/IEC 27037)."
)


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the request; what is not known is a ruled line."""
    one = dossier.timed.request
    signers = [Present(dossier.made_by, dossier.made_by_role), Present("", "supervisor")]
    blocks: list[Block] = [
        *letterhead(sheet, dossier, sheet.say(TITLE), of_case=False),
        _particulars(sheet, dossier, one),
        sheet.section(N_("What is examined"), *_things(sheet, one)),
        sheet.section(N_("Short facts"), _written(sheet, one.facts if one else "", 3)),
        sheet.section(N_("Questions"), _questions(sheet, one)),
        sheet.section(N_("Known hazards"), _written(sheet, one.hazards if one else "", 1)),
    ]
    if one is not None and not one.official:
        blocks.append(sheet.section(N_("Oath of the expert"), _written(sheet, one.oath, 2)))
    blocks.append(sheet.section(N_("What the answer says"), *_asked_for(sheet, one)))
    if one is not None and one.result is not None:
        blocks.append(sheet.section(N_("The answer as it was recorded"), *_result(sheet, one, one.result)))
    return [
        *blocks,
        sheet.section(N_("Receipt of the things sent"), _receipt(sheet)),
        sheet.section(N_("Signatures"), signatures(sheet, signers, thumb=False)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]


def _particulars(sheet: Sheet, dossier: Dossier, one: Request | None) -> Block:
    wanted = sheet.text(_day(sheet, one.wanted_by)) if one and one.wanted_by else ""
    return sheet.pairs(
        [
            (N_("To"), one.to if one else ""),
            (N_("Number of the request"), sheet.text(ltr(dossier.subject), sheet.strong)),
            (N_("Case number"), sheet.text(ltr(dossier.case.number), sheet.strong)),
            (N_("Examination"), sheet.text(sheet.term(terms.EXAMINATIONS, one.kind)) if one else ""),
            (N_("Order: number, date, court"), one.order if one else ""),
            (N_("Asked at"), sheet.text(sheet.moment(one.asked_at)) if one else ""),
            (N_("Answer wanted by"), wanted),
            (N_("Asked by"), one.by if one else ""),
            (N_("Contact"), one.contact if one else ""),
            (N_("Return of the things"), one.returning if one else ""),
        ],
        columns=2, share=0.36,
    )  # fmt: skip


def _day(sheet: Sheet, iso: str) -> str:
    return sheet.language.day(date.fromisoformat(iso))


def _written(sheet: Sheet, text: str, lines: int) -> Block:
    return sheet.written(text) if text.strip() else Blank(lines, sheet.body.leading + 2)


def _things(sheet: Sheet, one: Request | None) -> list[Block]:
    blocks: list[Block] = []
    if one is not None and one.person:
        words = N_("The person {code}. The name is told by word of mouth only, to whoever examines.")
        blocks.append(sheet.text(sheet.say(words, code=ltr(one.person))))
    rows: list[list[Block]] = [
        [
            number(sheet, each.number), sheet.written(each.description, sheet.small, where=ltr(each.number)),
            sheet.value(ltr(each.seal) if each.seal else ""), sheet.value(ltr(each.custody) if each.custody else ""),
        ]
        for each in (one.exhibits if one else ())
    ]  # fmt: skip
    if not rows and not blocks:
        rows = [[Blank(1, sheet.body.leading) for _ in range(4)] for _ in range(3)]
    if rows:
        head = [N_("Exhibit"), N_("Description"), N_("Seal no."), N_("Entry in the custody record")]
        blocks.append(sheet.table((0.22, 0.43, 0.15, 0.2), head, rows))
    return blocks


def _questions(sheet: Sheet, one: Request | None) -> Block:
    if one is None or not one.questions:
        return Blank(5, sheet.body.leading + 2)
    rows = [
        (sheet.text(sheet.language.number(n), sheet.label), sheet.written(text, where=ltr(str(n))))
        for n, text in enumerate(one.questions, 1)
    ]
    return sheet.bare((0.06, 0.94), *rows)


def _asked_for(sheet: Sheet, one: Request | None) -> list[Block]:
    lines: list[Block] = [sheet.text(f"□ {sheet.say(words)}", sheet.small) for words in _ASKED_FOR]
    if one is not None and one.kind == "digital":
        lines.append(sheet.text(f"□ {sheet.say(_DIGITAL)}", sheet.small))
    return lines


def _result(sheet: Sheet, one: Request, told: Result) -> list[Block]:
    tools = "\n".join(f"{name} {version}".strip() for name, version in told.tools)
    answered = [
        (sheet.text(sheet.language.number(n), sheet.label), sheet.value(text, where=ltr(str(n))))
        for n, text in enumerate(told.answers, 1)
    ]
    accredited = sheet.text(sheet.term(terms.ACCREDITED, told.accredited))
    pairs = sheet.pairs(
        [
            (N_("Number"), told.number), (N_("Day"), sheet.text(_day(sheet, told.on)) if told.on else ""),
            (N_("Expert"), told.expert), (N_("Identity shown"), told.identity),
            (N_("Oath"), one.oath), (N_("Method"), told.method),
            (N_("Uncertainty"), told.uncertainty), (N_("Limits"), told.limits),
            (N_("Tools and versions"), tools), (N_("Accreditation"), accredited),
            (N_("Its scope"), told.scope), (N_("Kept as exhibit"), ltr(told.exhibit) if told.exhibit else ""),
        ],
        columns=2, share=0.36,
    )  # fmt: skip
    blocks: list[Block] = [sheet.bare((0.06, 0.94), *answered), pairs]
    blocks += [
        Stack(sheet.written(name, sheet.small), sheet.code(sha256, where=isolate(name))) for name, sha256 in told.files
    ]
    if one.lacks:
        said = sheet.comma.join(sheet.term(terms.LACKING, each) for each in one.lacks)
        blocks.append(sheet.text(sheet.say(N_("What a court would still miss: {what}"), what=said), sheet.label))
    return blocks


def _receipt(sheet: Sheet) -> Block:
    return sheet.pairs(
        [
            (N_("Received by"), ""), (N_("Name and function"), ""),
            (N_("Day and time"), ""), (N_("State of the seals"), ""),
            (N_("Signature of who hands over"), ""), (N_("Signature of who receives"), ""),
        ],
        columns=2, share=0.4,
    )  # fmt: skip
