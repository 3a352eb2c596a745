"""The safety plan of a person on paper: what threatens, what is done, and who must never meet them."""

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.assessed import measures
from workbench.reports.cared import Plan
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block

_NONE = N_("No safety plan is recorded.")


def safety_plan(sheet: Sheet, plan: Plan | None) -> list[Block]:
    """The blocks of the plan that holds, or the words that there is none."""
    if plan is None:
        return [sheet.text(sheet.say(_NONE))]
    # Danger is said in words: on a black and white copy a colour says nothing.
    danger = N_("In danger: do not leave the person alone") if plan.in_danger else N_("No imminent danger seen")
    apart = sheet.comma.join(ltr(one) for one in plan.no_contact)
    agreed = sheet.say(
        N_("{agreed}; {at}, recorded by {name}"), agreed=sheet.term(terms.AGREED, plan.agreed),
        at=sheet.moment(plan.at), name=isolate(plan.by),
    )  # fmt: skip
    pairs = sheet.pairs(
        [
            (N_("Danger"), sheet.text(sheet.say(danger), sheet.strong)),
            (N_("What threatens"), plan.what_threatens),
            (N_("Reached safely"), plan.safe_contact),
            (N_("Must never meet"), sheet.text(apart, sheet.strong) if apart else ""),
            (N_("Looked at again"), sheet.text(sheet.moment(plan.review_at)) if plan.review_at else ""),
            (N_("Agreed"), sheet.text(agreed)),
        ]
    )
    blocks: list[Block] = [pairs]
    if plan.measures:
        blocks.append(measures(sheet, plan.measures))
    if plan.note.strip():
        blocks.append(sheet.written(plan.note, sheet.small))
    return blocks
