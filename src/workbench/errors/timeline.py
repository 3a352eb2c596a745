"""Refusals about what was read from files, about events, requests to experts, and scenes."""

from workbench.errors.reasons import Reason
from workbench.i18n import N_

# Reason: (what happened, what to do now)
TIMELINE: dict[Reason, tuple[str, str]] = {
    Reason.SEALED_FILE_UNKNOWN: (
        N_("There is no sealed file {file} in this case."),
        N_("Look it up in the list of exhibits."),
    ),
    Reason.FILE_NOT_READ: (
        N_("The file {file} has not been read yet."),
        N_("Read it first."),
    ),
    Reason.ZONE_UNKNOWN: (
        N_("The time zone {zone} is not known."),
        N_("Write it like {example}, or as the difference to universal time, like +03:00."),
    ),
    Reason.ITEM_UNKNOWN: (
        N_("Nothing was read that is called {item}."),
        N_("Look it up in the list of what was read; it may have been read anew since."),
    ),
}
