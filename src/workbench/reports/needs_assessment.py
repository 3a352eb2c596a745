"""The needs of one person: every assessment side by side, the best interest of a child, and the safety plan below."""

from collections.abc import Sequence

from workbench import terms
from workbench.i18n import N_
from workbench.reports.assessed import details, side_by_side
from workbench.reports.cared import Assessment, Care
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.person_head import person_head
from workbench.reports.safety_plan import safety_plan
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block

TITLE = N_("Assessment of needs")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the paper; an empty one is the form to fill in by hand."""
    care = dossier.care or Care(dossier.subject, False, (), False)
    held = [one for one in care.assessments if one.kind == "needs"]
    weighed = [one for one in care.assessments if one.kind == "best_interest"]
    own = (Present(dossier.made_by, dossier.made_by_role), Present("", "supervisor"))
    blocks = [
        *letterhead(sheet, dossier, sheet.say(TITLE), of_case=False),
        person_head(sheet, dossier, care),
        sheet.section(N_("Needs"), side_by_side(sheet, care, held, N_("Need"))),
        sheet.section(N_("Each assessment"), *details(sheet, held)),
    ]
    if care.is_child or weighed:
        blocks.append(sheet.section(N_("Best interest of the child"), *_weighed(sheet, weighed)))
    return [
        *blocks,
        sheet.section(N_("Safety plan"), *safety_plan(sheet, care.plan)),
        sheet.section(N_("Signatures"), signatures(sheet, own, thumb=False)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]


def _weighed(sheet: Sheet, held: Sequence[Assessment]) -> list[Block]:
    """What was weighed before something was decided about the child, or the questions to answer by hand."""
    if not held:
        return [sheet.pairs([(words, "") for words in terms.INTEREST.values()], share=0.36)]
    blocks: list[Block] = []
    for one in held:
        said = dict(one.interest)
        blocks.append(sheet.text(f"{sheet.moment(one.held_at)}{sheet.comma}{one.by}", sheet.label, before=6))
        blocks.append(sheet.pairs([(words, said.get(key, "")) for key, words in terms.INTEREST.items()], share=0.36))
    return blocks
