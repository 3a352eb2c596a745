"""Words for cases, steps, orders, deadlines and what stands behind a procedure."""

from workbench.i18n import N_

KINDS_OF_CASE = {
    "tip": N_("Trafficking in persons"),
    "som": N_("Smuggling of migrants"),
    "undetermined": N_("Not yet determined"),
    "both": N_("Trafficking and smuggling"),
}
STATES_OF_CASE = {"open": N_("open"), "closed": N_("closed")}
JURISDICTIONS = {
    "federal": N_("Federal jurisdiction"), "iq": N_("Federal jurisdiction"),
    "kurdistan": N_("Kurdistan Region"), "iq-kr": N_("Kurdistan Region"),
}  # fmt: skip
STEPS = {
    "done": N_("done"),
    "not_applicable": N_("not applicable"),
    "waived": N_("waived"),
    "asked": N_("waiver asked for"),
    "draft": N_("begun"),
    "open": N_("open"),
    "waiting": N_("waits for another step"),
    "late": N_("late"),
    "early": N_("done out of order"),
    "override": N_("safety gate passed to protect life"),
}
ORDERS = {
    "asked": N_("asked for"),
    "granted": N_("granted"),
    "refused": N_("refused"),
    "exception": N_("legal exception recorded"),
    "withdrawn": N_("withdrawn"),
}
DEADLINES = {
    "ahead": N_("runs"),
    "soon": N_("runs out soon"),
    "late": N_("ran out"),
    "met": N_("met"),
    "ended": N_("no longer runs"),
}
VERDICTS = {"approved": N_("agreed"), "refused": N_("did not agree")}
MATTERS = {
    "done": N_("done"),
    "open": N_("not yet"),
    "set_aside": N_("set aside with a reason"),
    "not_called_for": N_("not called for"),
}
# What a file can lack before it is handed over.
MISSING = {
    "matter": N_("Not in the file yet"),
    "deviation": N_("Waits for a second person"),
    "overdue": N_("Deadline ran out"),
    "unexplained": N_("Late without a reason"),
    "order": N_("Order not decided yet"),
    "exhibit": N_("Sealed file broken or missing"),
    "custody": N_("Gap or contradiction in custody, not explained"),
}
# Whose word stands behind an edition of a procedure.
TRUSTS = {
    "shipped": N_("came with the program, not signed by an authority"),
    "signed": N_("signed by {signer}"),
    "trusted": N_("not signed by a known authority; used on the word of {signer}"),
    "withdrawn": N_("signed with a key of {signer} that is no longer trusted"),
}
UNVERIFIED = N_("to be verified")
MARKS = {"S": N_("text read"), "GK": UNVERIFIED}
BASES = {
    "law": N_("set by law"),
    "house": N_("house rule, not law"),
    "practice": N_("good practice, not law"),
}
TRUTHS = {"yes": N_("yes"), "no": N_("no"), "unknown": N_("unknown")}
