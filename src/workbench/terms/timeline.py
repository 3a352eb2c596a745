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
EXAMINATIONS = {
    "document": N_("documents: genuine or altered"),
    "handwriting": N_("handwriting and signatures"),
    "biology": N_("biology and DNA"),
    "toxicology": N_("toxicology"),
    "injury": N_("forensic medicine: injuries and how old they are"),
    "age": N_("forensic medicine: estimate of an age"),
    "sexual": N_("forensic medicine: sexual violence"),
    "death": N_("forensic medicine: cause of death"),
    "digital": N_("digital devices and data"),
    "voice": N_("voices and recordings"),
    "ballistics": N_("weapons and ammunition"),
    "finance": N_("accounts and the way of money"),
    "other": N_("other"),
}
EXAMINATION_STATES = {
    "asked": N_("asked for"),
    "sent": N_("sent"),
    "result": N_("answered"),
    "returned": N_("things came back"),
    "withdrawn": N_("request withdrawn"),
}
# What the work of somebody who handles digital evidence must be (ISO/IEC 27037).
PROPERTIES = {
    "auditable": N_("others can follow what was done and why"),
    "repeatable": N_("done again in the same way, the result is the same"),
    "reproducible": N_("done in another way or place, the result is the same"),
    "justifiable": N_("it can be said why this was the best way"),
}
ACCREDITED = {
    "yes": N_("accredited for this kind of examination"),
    "no": N_("not accredited"),
    "unknown": N_("not known"),
}
# What an examination still lacks to stand before a court.
LACKING = {
    "oath": N_("the oath of an expert who is not official"),
    "custody": N_("the hand-over in the custody record"),
    "signature": N_("the signature of the expert"),
    "file": N_("the sealed file of the answer"),
    "tools": N_("tool and version"),
    "answers": N_("an answer to every question"),
    "properties": N_("what makes digital work open to checking"),
}
SCENES = {
    "place": N_("place"),
    "vehicle": N_("vehicle"),
    "person": N_("person"),
    "documents": N_("documents"),
    "media": N_("devices and media"),
}
VIEWS = {
    "overall": N_("overall"),
    "middle": N_("middle distance"),
    "close": N_("close"),
    "close_scale": N_("close, with scale"),
    "packed": N_("packed"),
    "seal": N_("seal"),
}
