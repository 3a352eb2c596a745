"""Words for interviews, interpreters and statements."""

from workbench.i18n import N_

HEARD_AS = {
    "victim": N_("possible victim"),
    "witness": N_("witness"),
    "suspect": N_("suspect"),
    "accused": N_("accused"),
    "reporter": N_("person who reported"),
    "expert": N_("expert"),
}
INTERVIEW_STATES = {
    "planned": N_("planned"),
    "held": N_("took place"),
    "broken_off": N_("broken off"),
    "cancelled": N_("cancelled"),
}
# Who is in the room, beside the person heard.
IN_THE_ROOM = {
    "interviewer": N_("interviewer"),
    "second": N_("second officer"),
    "writer": N_("writer of the record"),
    "interpreter": N_("interpreter"),
    "guardian": N_("guardian"),
    "social_worker": N_("social worker"),
    "lawyer": N_("lawyer"),
    "doctor": N_("doctor"),
    "trusted": N_("somebody the person trusts"),
    "prosecutor": N_("public prosecutor"),
    "judge": N_("investigating judge"),
    "other": N_("somebody else"),
}
TIES = {
    "party": N_("a party to the case"),
    "relative": N_("a relative of somebody in the case"),
    "embassy": N_("the embassy or consulate"),
    "community": N_("the same community, tribe or village"),
    "employer": N_("an employer, agent or labour company in the case"),
    "other_side": N_("already interprets for the other side"),
    "other": N_("another tie"),
}
RECORDED = {
    "none": N_("not recorded"),
    "audio": N_("recorded in sound"),
    "video": N_("recorded in picture and sound"),
    "refused": N_("the person did not want a recording"),
}
FORMS_OF_STATEMENT = {"qa": N_("questions and answers"), "narrative": N_("free account")}
SAID_BY = {"q": N_("Question"), "a": N_("Answer"), "n": N_("Told freely")}
OATHS = {"sworn": N_("on oath"), "affirmed": N_("by affirmation"), "none": N_("without oath")}
NO_OATH = {
    "under_age": N_("fifteen years not completed: heard for information"),
    "accused": N_("a suspect or accused is not heard on oath"),
    "victim": N_("heard as the person harmed, for information"),
    "unwilling": N_("does not wish to swear"),
    "unable": N_("not able to swear"),
    "other": N_("another reason, written in the record"),
}
BEFORE = {"police": N_("taken down by the police"), "judge": N_("taken down before the investigating judge")}
SIGNERS = {
    "speaker": N_("who made the statement"),
    "interpreter": N_("interpreter"),
    "writer": N_("writer of the record"),
    "guardian": N_("guardian"),
    "social_worker": N_("social worker"),
    "lawyer": N_("lawyer"),
    "judge": N_("investigating judge"),
}
SIGNED = {"signature": N_("signed"), "thumbprint": N_("thumbprint"), "refused": N_("refused to sign")}
STATEMENT_STATES = {
    "taken": N_("taken down"),
    "read_back": N_("read back"),
    "signed": N_("signed"),
    "refused": N_("not signed: refused"),
}
ALIKE = {"same": N_("said in both"), "differs": N_("said differently"), "only_here": N_("only here")}
