"""Words for the care for people."""

from workbench.i18n import N_

CONSENTS = {
    "given": N_("agreed"),
    "limited": N_("agreed, with limits"),
    "refused": N_("refused"),
    "withdrawn": N_("withdrawn"),
    "legal_basis": N_("not asked: done on a basis in law"),
}
REFERRALS = {
    "made": N_("prepared"),
    "sent": N_("sent"),
    "accepted": N_("accepted"),
    "declined": N_("declined"),
    "arrived": N_("arrived there"),
    "followed_up": N_("followed up"),
    "closed": N_("closed"),
}
URGENCIES = {"today": N_("today"), "days": N_("within days"), "weeks": N_("within weeks")}
ASSESSMENTS = {
    "risk": N_("assessment of risks"),
    "needs": N_("assessment of needs"),
    "best_interest": N_("best interest of the child"),
}
NEEDS = {
    "met": N_("met"),
    "partly": N_("partly met"),
    "unmet": N_("not met"),
    "not_needed": N_("not needed or not wanted"),
    "unknown": N_("not known"),
}
MOVES = {"better": N_("better"), "same": N_("the same"), "worse": N_("worse"), "unknown": N_("cannot be compared")}
# What is weighed before something is decided about a child.
INTEREST = {
    "decision": N_("What is to be decided"),
    "options": N_("What could be done instead"),
    "child_says": N_("What the child says"),
    "for": N_("What speaks for it"),
    "against": N_("What speaks against it"),
    "family": N_("Family and siblings"),
    "guardian": N_("Guardian"),
    "decided": N_("What is best for the child, and why"),
}
# Who stands behind a safety plan.
AGREED = {
    "yes": N_("agreed with the person"),
    "no": N_("the person does not agree"),
    "unable": N_("could not be discussed with the person yet"),
}
APPOINTMENTS = {
    "interview": N_("interview"),
    "hearing": N_("hearing at court"),
    "identification": N_("identification or confrontation"),
    "forensic": N_("forensic examination"),
    "medical": N_("medical care"),
    "counselling": N_("psychological support"),
    "legal": N_("lawyer"),
    "shelter": N_("shelter or services"),
    "consulate": N_("embassy or consulate"),
    "family": N_("family contact"),
    "other": N_("another purpose"),
}
APPOINTMENT_STATES = {"planned": N_("planned"), "held": N_("took place"), "cancelled": N_("cancelled")}
