"""Words for screening, findings, charges and what was owed to people."""

from workbench.i18n import N_

SCREENING_DECISIONS = {
    "victim": N_("presumed victim: protection begins, non-punishment applies"),
    "not_shown": N_("the status of a victim is not shown at present"),
    "postponed": N_("decision put off, with a day to ask again"),
}
SCREENING_SETTINGS = {
    "alone": N_("alone"),
    "private": N_("in a private place"),
    "interpreter": N_("with an independent interpreter"),
    "staff_wanted": N_("with a woman or man officer as the person wished"),
    "social_worker": N_("social worker present"),
    "broken_off": N_("broken off, to be continued"),
}
INDICATOR_ANSWERS = {
    "present": N_("present"),
    "absent": N_("absent"),
    "unknown": N_("not known"),
    "not_asked": N_("not asked"),
}
# The same four answers to a test that tells who was exploited from who exploits.
TEST_ANSWERS = {
    "present": N_("points to a victim"),
    "absent": N_("points to an offender"),
    "unknown": N_("not known"),
    "not_asked": N_("not asked"),
}
SIDES = {"for": N_("for"), "against": N_("against")}
STRENGTHS = {"strong": N_("strong"), "fair": N_("fair"), "weak": N_("weak"), "none": N_("says nothing")}
SOURCES = {
    "exhibit": N_("exhibit"),
    "statement": N_("statement"),
    "step": N_("step of the procedure"),
    "record": N_("record or own observation"),
}
COVERAGES = {
    "covered": N_("covered"),
    "single_source": N_("one source only"),
    "statement_only": N_("statements only"),
    "weak": N_("weak"),
    "contradicted": N_("contradicted"),
    "gap": N_("gap"),
}
HOLDS = {
    "yes": N_("in force then and there"),
    "not_yet": N_("not yet in force on this day"),
    "no_longer": N_("no longer in force on this day"),
    "not_here": N_("law of another jurisdiction"),
    "unknown": N_("not known whether it was in force on this day"),
}
KEPT = {
    "kept": N_("kept"),
    "not_kept": N_("not kept"),
    "not_recorded": N_("not recorded yet"),
    "not_called_for": N_("not called for"),
}
