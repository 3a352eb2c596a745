"""What both documents share: letterhead, page head and foot, the block that proves integrity, signatures."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier, Present, digest
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Blank, Block, Code, Look, Rule, Space, Stack, Table
from workbench.reports.typeset.pages import Furniture
from workbench.security.acts import ROLE_LABELS


def letterhead(sheet: Sheet, dossier: Dossier, title: str, *, of_case: bool = True) -> list[Block]:
    """Authority and station on the reading side, number and date on the other, the title below.

    ``of_case``: with the title of the case. A paper that a person carries does not say what the case is about.
    """
    lines = [sheet.text(isolate(line), sheet.strong) for line in dossier.letterhead]
    lines.append(sheet.text(isolate(dossier.station), sheet.body if lines else sheet.strong))
    end = [
        sheet.text(sheet.say(N_("Number: {number}"), number=ltr(dossier.document_id))),
        sheet.text(sheet.say(N_("Date: {date}"), date=isolate(sheet.language.day(_day(dossier))))),
        sheet.text(sheet.say(N_("Confidential: protects the people named")), sheet.quiet),
    ]
    where = sheet.say(N_("Title of the case"))
    return [
        sheet.bare((0.58, 0.42), (Stack(*lines), Stack(*end))),
        Rule(1.0, before=8, after=10),
        sheet.text(title, sheet.title),
        *([sheet.text(isolate(dossier.case.title), sheet.subtitle, where=where)] if of_case else []),
        Space(6),
    ]


def page_furniture(sheet: Sheet, dossier: Dossier, title: str) -> Furniture:
    """The head and foot of each page: what it belongs to, which page it is, and TRAINING where that holds."""

    def of_page(number: int, total: int) -> tuple[Block, Block]:
        place = sheet.text(sheet.say(N_("Page {number} of {total}"), number=number, total=total), sheet.small)
        names = f"{ltr(dossier.case.number)}   –   {ltr(dossier.document_id)}"
        foot = Table(
            (0.7, 0.3), [(sheet.text(names, sheet.small), _at_end(place))],
            rtl=sheet.rtl, look=Look(grid=False, pad_x=0, pad_y=0),
        )  # fmt: skip
        running: list[Block] = (
            [sheet.text(title, sheet.quiet), Rule(0.4, before=1, after=2)] if number > 1 else []
        )
        return Stack(*_training(sheet, dossier), *running), Stack(Rule(0.4, 0, 3), foot)

    return of_page


def _training(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """A band on every page of a paper that must never be taken for a real one."""
    if not dossier.training:
        return []
    return band(sheet, sheet.say(N_("TRAINING: not a real case, no legal force")))


def band(sheet: Sheet, words: str) -> list[Block]:
    """A band that nobody overlooks, for the head of a page."""
    text = sheet.text(words, sheet.label.but(align="centre"))
    return [Table((1,), [(text,)], rtl=sheet.rtl, look=Look(label_tint=0.86, pad_y=1)), Space(3)]


def integrity(sheet: Sheet, dossier: Dossier) -> Block:
    """The hash of the dossier and the state of the log, in words and as a code that a machine reads."""
    own = digest(dossier)
    rows = sheet.pairs(
        [
            (N_("Document"), sheet.text(ltr(dossier.document_id))),
            (N_("SHA-256 of the dossier"), sheet.code(own)),
            (N_("Entries in the log"), sheet.text(sheet.language.number(dossier.log_size))),
            (N_("Head of the log"), sheet.code(dossier.log_head)),
            (N_("Made"), sheet.text(_made(sheet, dossier))),
        ],
    )
    # The code holds the same facts in a form that does not depend on the document's language.
    machine = f"{dossier.document_id}\nsha256:{own}\nlog:{dossier.log_size}:{dossier.log_head}"
    return sheet.bare((0.77, 0.23), (rows, Code(machine, 112.0)))


def _made(sheet: Sheet, dossier: Dossier) -> str:
    return sheet.say(
        N_("{at}, by {name} ({role})"), at=sheet.moment(dossier.made_at), name=dossier.made_by,
        role=sheet.term(ROLE_LABELS, dossier.made_by_role),
    )  # fmt: skip


def signatures(sheet: Sheet, signers: Sequence[Present], *, thumb: bool) -> Block:
    """A box for each signer: name and capacity as recorded, room for signature, thumbprint, date and refusal."""
    boxes: list[Block] = [_box(sheet, signer, thumb) for signer in signers]
    while len(boxes) % 2:
        boxes.append(Space(1))
    pairs = [boxes[start : start + 2] for start in range(0, len(boxes), 2)]
    return Stack(*(Table((1, 1), [pair], rtl=sheet.rtl, before=0, unbroken=True) for pair in pairs))


def _box(sheet: Sheet, signer: Present, thumb: bool) -> Block:
    capacity = sheet.text(sheet.term(terms.CAPACITIES | ROLE_LABELS, signer.capacity), sheet.label)
    rows = [(sheet.say(N_("Name")), signer.name), (sheet.say(N_("Signature")), "")]
    rows.append((sheet.say(N_("Date and time")), ""))
    if thumb:
        rows.append((sheet.say(N_("Refused; reason")), ""))
    lines = [_fill(sheet, label, value) for label, value in rows]
    if not thumb:
        return Stack(capacity, *lines)
    print_box = Table(
        (1,), [(Stack(sheet.text(sheet.say(N_("Thumbprint")), sheet.quiet), Space(54)),)], rtl=sheet.rtl
    )
    return Stack(capacity, sheet.bare((0.68, 0.04, 0.28), (Stack(*lines), Space(1), print_box)))


def _fill(sheet: Sheet, label: str, value: str) -> Block:
    shown = sheet.written(value) if value else Blank(1, sheet.body.leading + 6)
    return sheet.bare((0.3, 0.03, 0.67), (sheet.text(label, sheet.small), Space(1), shown))


def _at_end(text: Block) -> Block:
    text.style = text.style.but(align="end")  # type: ignore[attr-defined]
    return text


def _day(dossier: Dossier) -> date:
    return dossier.made_at.astimezone(ZoneInfo(dossier.zone)).date()
