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
    Reason.EVENT_UNKNOWN: (
        N_("There is no event {event} on the timeline of this case."),
        N_("Look it up on the timeline, for instance {example}."),
    ),
    Reason.EVENT_WRONG: (
        N_("This cannot be put on the timeline: {problem}."),
        N_("Correct it and try again. What is not known may stay open."),
    ),
    Reason.EVENT_WHEN: (
        N_("It is not clear when this happened."),
        N_("Write the moment as far as it is known: {example}, a day, a month like {short}, or a year alone."),
    ),
    Reason.EVENT_THERE: (
        N_("This is on the timeline already, as {event}."),
        N_("Correct that event where something of it is wrong."),
    ),
    Reason.EVENT_WITHOUT_SOURCE: (
        N_("An event needs a source."),
        N_("Name the exhibit, the statement, the step, or who saw it; and the line or page."),
    ),
    Reason.EXAMINATION_UNKNOWN: (
        N_("There is no request {examination} to a laboratory or expert in this case."),
        N_("Ask for the examination first, or look it up, for instance {example}."),
    ),
    Reason.EXAMINATION_WRONG: (
        N_("This cannot be kept about a request to a laboratory or expert: {problem}."),
        N_("Correct it and try again."),
    ),
    Reason.EXAMINATION_INCOMPLETE: (
        N_("A request to a laboratory or expert lacks something: {problem}."),
        N_("Add it. What you typed was not lost."),
    ),
    Reason.EXAMINATION_TURN: (
        N_("The request {examination} is at «{now}»; «{wanted}» cannot follow that."),
        N_("What can follow: {can}."),
    ),
    Reason.SCENE_UNKNOWN: (
        N_("There is no scene {scene} in this case."),
        N_("Record the scene first, or look it up, for instance {example}."),
    ),
    Reason.SCENE_WRONG: (
        N_("This cannot be kept about a scene: {problem}."),
        N_("Correct it and try again. What is not known may stay open."),
    ),
    Reason.DOCUMENT_OF_EXAMINATION: (
        N_("A document of the kind {kind} is made for one request to a laboratory or expert."),
        N_("Say for which, for instance {example}."),
    ),
    Reason.DOCUMENT_OF_SCENE: (
        N_("A document of the kind {kind} is made for one scene."),
        N_("Say for which, for instance {example}."),
    ),
}
