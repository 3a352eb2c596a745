"""The compliance sheet: what was owed to people, the law and the standard beside each other, and where it was kept."""

from collections import Counter
from collections.abc import Sequence

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.course import Source
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.proving import Owed
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Stack

TITLE = N_("Compliance sheet")
_ABOUT = N_(
    "What was owed to the people in this case, beside it the law of the land and the international standard, and what "
    "the record shows. «Not kept» stays in sight: a later record does not undo what happened to a person."
)
# The gravest first.
_ORDER = ("not_kept", "not_recorded", "kept", "not_called_for")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the sheet: how much was kept, then every point in the order of the rules."""
    owed = dossier.proving.owed
    counted = Counter(one.kept for one in owed)
    sums = [f"{sheet.term(terms.KEPT, key)}: {sheet.language.number(counted[key])}" for key in _ORDER if counted[key]]
    own = (Present(dossier.made_by, dossier.made_by_role), Present("", "supervisor"))
    blocks = [*letterhead(sheet, dossier, sheet.say(TITLE)), sheet.text(sheet.say(_ABOUT), sheet.quiet)]
    if sums:
        blocks.append(sheet.text(sheet.comma.join(map(isolate, sums)), sheet.strong))
    return [
        *blocks,
        sheet.section(N_("What was owed"), _points(sheet, owed)),
        sheet.section(N_("Signatures"), signatures(sheet, own, thumb=False)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]


def _points(sheet: Sheet, owed: Sequence[Owed]) -> Block:
    if not owed:
        return sheet.text(sheet.say(N_("Nothing is known of it yet.")))
    rows = [
        (
            Stack(sheet.text(isolate(one.title), sheet.label), sheet.text(isolate(one.text), sheet.quiet)),
            _sources(sheet, one.national),
            _sources(sheet, one.international),
            _where(sheet, one),
        )
        for one in owed
    ]
    head = [N_("Point"), N_("National law"), N_("International standard"), N_("What the record shows")]
    return sheet.table((0.28, 0.23, 0.23, 0.26), head, rows)


def _sources(sheet: Sheet, found: Sequence[Source]) -> Block:
    lines: list[Block] = []
    for one in found:
        said = sheet.comma.join(isolate(words) for words in (one.name, one.place) if words)
        lines.append(sheet.text(f"{said} ({sheet.term(terms.MARKS, one.mark)})", sheet.small))
    return Stack(*lines) if lines else sheet.text("–", sheet.quiet)


def _where(sheet: Sheet, one: Owed) -> Block:
    lines: list[Block] = [sheet.text(sheet.term(terms.KEPT, one.kept), sheet.label)]
    for each in one.where:
        said = f"{ltr(each.step)} {isolate(each.title)}: {sheet.term(terms.KEPT, each.kept)}"
        lines.append(sheet.text(said, sheet.small))
    return Stack(*lines)
