"""The booklet: a whole procedure on paper, to be read by those who never open the program."""

from datetime import datetime

from workbench.i18n import N_, Language, isolate, ltr, plain
from workbench.reports import readback
from workbench.reports.booklet.basis import Note, Notes, basis_of
from workbench.reports.booklet.charts import overview
from workbench.reports.booklet.front import CANDIDATE, contents, cover, how_to_read
from workbench.reports.booklet.lists import lists
from workbench.reports.booklet.steps import phase_blocks
from workbench.reports.furniture import band
from workbench.reports.sheet import Sheet, seen
from workbench.reports.typeset import (
    WIDTH,
    About,
    Block,
    Bookmark,
    Look,
    PageEnd,
    Rule,
    Stack,
    Table,
    Text,
    anchored,
    finish,
    print_pages,
)
from workbench.reports.typeset.pages import Furniture
from workbench.sop.model import Pack


def make_booklet(
    pack: Pack, language: Language, *, trust: str, made_at: datetime, notes: Notes | None = None
) -> bytes:
    """The procedure as a PDF/A-2u. The same pack, words and moment give the same bytes.

    ``pack`` is already in the language; ``trust`` says in it who signed the pack and whether that is believed, and
    ``notes`` what its sources say in short, if that is known.
    Raises ``Refusal`` for a character without a glyph, and when the finished file does not read back as written.
    """
    sheet = Sheet(language, pack.timezone)
    body = _body(sheet, pack, notes or {})
    front = [*cover(sheet, pack, trust, made_at), PageEnd()]
    places = anchored([*front, *contents(sheet, pack, {}), PageEnd(), *body])
    numbers = {anchor.key: page for anchor, page in places}
    story = [*front, *contents(sheet, pack, numbers), PageEnd(), *body]
    printed = print_pages(story, _furniture(sheet, pack, trust))
    about = About(
        plain(f"{pack.title} ({pack.key} {pack.version})"), f"{pack.key}-{pack.version}-{language.tag}", language.tag,
        language.rtl, made_at, tuple(Bookmark(plain(one.title), page, one.level) for one, page in places),
    )  # fmt: skip
    pdf = finish(printed, about)
    readback.check(pdf, printed.texts)
    return pdf


def _body(sheet: Sheet, pack: Pack, notes: Notes) -> list[Block]:
    """Everything behind the contents."""
    blocks: list[Block] = [*how_to_read(sheet, pack, summaries=bool(notes)), PageEnd(), *overview(sheet, pack)]
    for phase in pack.phases:
        blocks += [PageEnd(), *phase_blocks(sheet, pack, phase, notes)]
    return [*blocks, PageEnd(), *lists(sheet, pack)]


def _furniture(sheet: Sheet, pack: Pack, trust: str) -> Furniture:
    """Head and foot of each page: which procedure, in which edition, how far it is to be believed."""
    names = f"{ltr(f'{pack.key} {pack.version}')}   –   {ltr(pack.digest[:16])}"
    believed = _in_one_line(sheet, trust)

    def of_page(number: int, total: int) -> tuple[Block, Block]:
        page = sheet.say(N_("Page {number} of {total}"), number=number, total=total)
        place = sheet.text(page, sheet.small.but(align="end"))
        foot = Table(
            (0.78, 0.22), [(sheet.text(names, sheet.small), place)], rtl=sheet.rtl,
            look=Look(grid=False, pad_x=0, pad_y=0),
        )  # fmt: skip
        above = band(sheet, sheet.say(CANDIDATE)) if pack.note else []
        title = sheet.text(isolate(pack.title), sheet.quiet)
        running: list[Block] = [title, Rule(0.4, before=1, after=2)] if number > 1 else []
        return Stack(*above, *running), Stack(Rule(0.4, 0, 3), foot, believed)

    return of_page


def _in_one_line(sheet: Sheet, text: str) -> Text:
    """The text, or as many of its words as stand in one line; the whole of it stands on the cover."""
    words = text.split()
    block = sheet.text(isolate(seen(text)), sheet.quiet)
    while len(block.lines(WIDTH)) > 1 and len(words) > 1:
        words.pop()
        block = sheet.text(isolate(seen(f"{' '.join(words)} …")), sheet.quiet)
    return block


__all__ = ["Note", "Notes", "basis_of", "make_booklet"]
