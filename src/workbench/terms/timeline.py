"""Words for events in time, and for what is doubtful of them."""

from workbench.i18n import N_

EVENTS = {
    "message": N_("message"),
    "call": N_("call"),
    "place": N_("position"),
    "payment": N_("payment"),
    "photo": N_("photograph"),
    "recording": N_("sound or film"),
    "journey": N_("journey"),
    "meeting": N_("meeting"),
    "incident": N_("incident"),
    "measure": N_("measure of the authorities"),
    "other": N_("other"),
}
# What somebody has to do with an event.
PARTS = {
    "from": N_("from"),
    "to": N_("to"),
    "present": N_("present"),
    "about": N_("about"),
}
# What is doubtful of an event, beside what the reader of a file doubted.
EVENT_DOUBTS = {
    "about": N_("about this time"),
    "between": N_("at some time between the two"),
    "zone_assumed": N_("the time zone was assumed"),
    "zone_unknown": N_("the file does not say in which time zone"),
    "clock_doubtful": N_("the clock of the device may have been wrong"),
    "clock_corrected": N_("corrected by the known error of the clock"),
    "day_month_unclear": N_("day and month could be the other way round"),
    "hearsay": N_("only heard from others"),
    "who_unsure": N_("who it was is not certain"),
    "place_unsure": N_("where it was is not certain"),
    "translated": N_("known only in translation"),
    "contradicted": N_("another source says otherwise"),
}
