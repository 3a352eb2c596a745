"""The slip of one referral: the least that the receiving side must know, and a part that comes back."""

from datetime import date

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.cared import Referral
from workbench.reports.dossier import Dossier, digest
from workbench.reports.furniture import letterhead
from workbench.reports.orders import basis
from workbench.reports.person_head import person_head, ticks
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Blank, Block, Code, Space, Stack, Table

TITLE = N_("Referral")
_CODE = N_(
    "This slip bears a code in place of the name. Ask the person, and nobody else, for what you need beyond it. "
    "Do not copy it, do not photograph it, do not pass it on."
)
_ASK = N_("Please fill this part in, cut it off and give it back sealed, or read its number out by telephone.")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the slip, on one page where the words allow it."""
    one = dossier.care.referral if dossier.care else None
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE), of_case=False),
        sheet.text(sheet.say(_CODE), sheet.quiet),
        person_head(
            sheet, dossier, dossier.care,
            (N_("Number of the referral"), sheet.text(ltr(one.ref if one else dossier.subject), sheet.strong)),
            (N_("How soon"), sheet.text(sheet.term(terms.URGENCIES, one.urgency), sheet.strong) if one else ""),
        ),
        Space(4),
        sheet.bare((0.8, 0.2), (_particulars(sheet, one), Code(_machine(dossier, one), 92.0))),
        sheet.text(sheet.say(N_("What you are told, and nothing beyond it")), sheet.label, before=6),
        _written(sheet, one.shared if one else "", 3),
        Stack(*_return(sheet, dossier, one), before=4, unbroken=True),
    ]


def _particulars(sheet: Sheet, one: Referral | None) -> Block:
    source = basis(sheet, one.service_basis) if one else []
    service: Block | str = Stack(sheet.text(isolate(one.service), sheet.strong), *source) if one else ""
    return sheet.pairs(
        [
            (N_("To"), "\n".join(part for part in (one.provider, one.focal_point) if part) if one else ""),
            (N_("What is asked for"), service),
            (N_("Rests on"), sheet.text(_rests_on(sheet, one)) if one else ""),
            (N_("Transport"), one.transport if one else ""),
            (N_("Referred by"), sheet.text(_made(sheet, one)) if one else ""),
        ],
        share=0.3,
    )  # fmt: skip


def _rests_on(sheet: Sheet, one: Referral) -> str:
    if one.consent_ref:
        return sheet.say(N_("consent of the person, {ref}"), ref=ltr(one.consent_ref))
    return isolate(one.basis)


def _made(sheet: Sheet, one: Referral) -> str:
    return sheet.say(N_("{name}, {at}"), name=isolate(one.made_by), at=sheet.moment(one.made_at))


def _return(sheet: Sheet, dossier: Dossier, one: Referral | None) -> list[Block]:
    """The part that comes back: no word in it says who the person is or what happened to them."""
    line = sheet.body.leading
    follow = sheet.language.day(date.fromisoformat(one.follow_up_on)) if one and one.follow_up_on else ""
    again = [sheet.say(N_("We ask again on {day}."), day=isolate(follow))] if follow else []
    rows: list[tuple[str, Block | str]] = [
        (N_("Referral"), sheet.text(f"{ltr(one.ref if one else dossier.subject)}", sheet.strong)),
        (N_("Answer"), ticks(sheet, (N_("accepted"), False), (N_("declined"), False), (N_("arrived there"), False))),
        (N_("If declined: why, and who could help instead"), Blank(1, line)),
        (N_("Name and function"), Blank(1, line)), (N_("Day and time"), Blank(1, line)),
    ]
    stamp = Table(
        (1,), [(Stack(sheet.text(sheet.say(N_("Stamp and signature")), sheet.quiet), Space(44)),)], rtl=sheet.rtl
    )
    beside = Stack(Code(_machine(dossier, one), 80.0), stamp)
    return [
        Blank(1, 7.0), sheet.text(sheet.say(N_("Return part (cut here)")), sheet.label),
        sheet.text(" ".join([sheet.say(_ASK), *again]), sheet.small),
        sheet.bare((0.74, 0.03, 0.23), (sheet.pairs(rows, share=0.4), Space(1), beside)),
    ]  # fmt: skip


def _machine(dossier: Dossier, one: Referral | None) -> str:
    """What a machine reads: the number of the paper, the hash that stands for the referral, that of the dossier."""
    return f"{dossier.document_id}\nreferral:{one.digest if one else ''}\nsha256:{digest(dossier)[:16]}"


def _written(sheet: Sheet, text: str, lines: int) -> Block:
    return sheet.written(text) if text.strip() else Blank(lines, sheet.body.leading + 2)
