"""Words for exhibits, custody, what was read from files, events, examinations and interviews."""

from workbench.i18n import N_

EXHIBITS = {
    "physical": N_("object"),
    "document": N_("paper"),
    "device": N_("device"),
    "digital": N_("digital file"),
    "photo": N_("photograph"),
    "money": N_("money"),
    "drug": N_("substance"),
    "biological": N_("sample"),
    "weapon": N_("weapon"),
    "vehicle": N_("vehicle"),
    "other": N_("other"),
}
CUSTODY = {
    "found": N_("found"),
    "seized": N_("seized"),
    "received": N_("received"),
    "packaged": N_("packed"),
    "sealed": N_("sealed"),
    "moved": N_("moved"),
    "handed_over": N_("handed over"),
    "stored": N_("stored"),
    "opened": N_("opened"),
    "examined": N_("examined"),
    "copied": N_("copied"),
    "resealed": N_("sealed again"),
    "lent": N_("lent"),
    "returned": N_("returned"),
    "destroyed": N_("destroyed"),
    "explained": N_("explained"),
}
INTAKES = {
    "begun": N_("begun, not ended"),
    "ended": N_("ended"),
    "cancelled": N_("stopped, can go on"),
}
# Why something was not taken in.
NOT_TAKEN = {
    "link": N_("a link to another place; links are not followed"),
    "special": N_("not a file but a device or a pipe"),
    "unreadable": N_("could not be read"),
    "missing": N_("no longer there; the stick may have been pulled out"),
    "changed": N_("changed while it was read"),
    "disk_full": N_("no room for it on this disk"),
}
# How a copy was made from a sealed file.
DERIVATIONS = {
    "preview": N_("preview"),
    "transcript": N_("transcript"),
    "translation": N_("translation"),
    "working_copy": N_("working copy"),
    "image": N_("image of a device"),
}
