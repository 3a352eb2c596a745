"""The risks to one person: every assessment side by side with how each danger moved, and the safety plan below."""

from workbench.i18n import N_, isolate
from workbench.reports.assessed import details, side_by_side
from workbench.reports.cared import Care
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.person_head import person_head
from workbench.reports.safety_plan import safety_plan
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block

TITLE = N_("Assessment of risks and safety plan")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the paper; an empty one is the form to fill in by hand."""
    care = dossier.care or Care(dossier.subject, False, (), False)
    held = [one for one in care.assessments if one.kind == "risk"]
    notes = [sheet.text(isolate(words), sheet.quiet, before=2) for words in care.notes]
    own = (Present(dossier.made_by, dossier.made_by_role), Present("", "supervisor"))
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE), of_case=False),
        person_head(sheet, dossier, care),
        sheet.section(N_("Risks"), side_by_side(sheet, care, held, N_("Danger")), *notes),
        sheet.section(N_("Each assessment"), *details(sheet, held)),
        sheet.section(N_("Safety plan"), *safety_plan(sheet, care.plan)),
        sheet.section(N_("Signatures"), signatures(sheet, own, thumb=False)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]
