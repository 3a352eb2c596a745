"""Refusals about taking in files, and about what leaves again."""

from workbench.errors.reasons import Reason
from workbench.i18n import N_

# Reason: (what happened, what to do now)
INTAKE: dict[Reason, tuple[str, str]] = {
    Reason.INTAKE_UNKNOWN: (
        N_("This case has no taking-in {ref}."),
        N_("Look it up in the list of takings-in of the case."),
    ),
    Reason.INTAKE_EMPTY: (
        N_("There is nothing to take in at this place."),
        N_("Check that the stick or disk is plugged in and that you chose the right folder."),
    ),
    Reason.FILE_UNKNOWN: (
        N_("There is no sealed file {file} in this case."),
        N_("Choose it from the files of the exhibit."),
    ),
    Reason.EXHIBIT_WITHOUT_FILES: (
        N_("Exhibit {exhibit} has no sealed file that could be exported."),
        N_("Take its files in first, or hand the thing itself over and record that in its custody."),
    ),
    Reason.EXPORT_INSIDE: (
        N_("An export cannot lie inside the vault itself: {folder}."),
        N_("Choose a new folder on another disk or stick."),
    ),
}
