"""The words for the keys that screening, matrix, care and ethics answer with, for window and papers alike."""

from workbench.i18n import N_

VALUES = {
    "present": N_("present"),
    "absent": N_("absent"),
    "unknown": N_("not known"),
    "not_asked": N_("not asked yet"),
}
WEIGHTS = {"S": N_("strong"), "M": N_("medium"), "W": N_("weak")}
TRACKS = {
    "tip": N_("Trafficking in persons"),
    "som": N_("Smuggling of migrants"),
    "both": N_("Trafficking and smuggling"),
    "unclear": N_("Not clear yet"),
}
SIDES = {"for": N_("for"), "against": N_("against")}
STRENGTHS = {"none": N_("says nothing"), "weak": N_("weak"), "fair": N_("fair"), "strong": N_("strong")}
COVERAGES = {
    "covered": N_("shown"),
    "single_source": N_("shown by one source alone"),
    "statement_only": N_("shown by statements alone"),
    "weak": N_("weakly shown"),
    "contradicted": N_("contradicted"),
    "gap": N_("nothing yet"),
}
NEEDS = {"any_of": N_("one of these is enough"), "all_of": N_("all of these are needed")}
HOLDS = {
    "yes": N_("holds on that day"),
    "not_yet": N_("did not hold yet on that day"),
    "no_longer": N_("held no longer on that day"),
    "not_here": N_("does not hold in this jurisdiction"),
    "unknown": N_("whether it held on that day is not known"),
}
KEPT = {
    "kept": N_("kept"),
    "not_kept": N_("not kept"),
    "not_recorded": N_("not recorded"),
    "not_called_for": N_("not called for"),
}
MOVES = {
    "better": N_("better than before"),
    "same": N_("as before"),
    "worse": N_("worse than before"),
    "unknown": N_("cannot be compared"),
}
