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
