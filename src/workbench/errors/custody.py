"""Refusals about exhibits and their custody: details, entries, explanations and counts."""

from workbench.errors.reasons import Reason
from workbench.i18n import N_

# Reason: (what happened, what to do now)
CUSTODY: dict[Reason, tuple[str, str]] = {
    Reason.EVIDENCE_RULES_WRONG: (
        N_("The rules of exhibits and custody cannot be used: {file}, line {line}: {what}"),
        N_("{remedy} What was recorded stays as it is."),
    ),
    Reason.EXHIBIT_PATTERN_WRONG: (
        N_("The pattern {pattern} does not give every exhibit a number of its own."),
        N_("Use one like {example}."),
    ),
    Reason.EXHIBIT_VOID: (
        N_("The number {exhibit} was declared void."),
        N_("Use the number that the exhibit carries now; a void one is never used again."),
    ),
    Reason.EXHIBIT_DETAIL_UNKNOWN: (
        N_("Nothing is asked under the name {detail} here."),
        N_("Use one of: {known}."),
    ),
    Reason.EXHIBIT_DETAIL_WRONG: (
        N_("What was given for {detail} cannot be kept. {what}"),
        N_("Correct it and try again."),
    ),
    Reason.CUSTODY_KIND_UNKNOWN: (
        N_("There is no entry of custody called {kind}."),
        N_("Use one of: {kinds}."),
    ),
    Reason.CUSTODY_WRONG: (
        N_("This cannot be kept in a custody record: {problem}."),
        N_("Correct it and try again."),
    ),
    Reason.CUSTODY_ENTRY_UNKNOWN: (
        N_("The custody record of {exhibit} has no entry {entry} that could be corrected."),
        N_("Look the entry up in the custody record."),
    ),
    Reason.CUSTODY_CORRECTED: (
        N_("Entry {entry} was corrected already, by entry {later}."),
        N_("Correct entry {later}: it is the one that counts."),
    ),
    Reason.CUSTODY_FAULT_UNKNOWN: (
        N_("There is no fault {fault} in this custody record."),
        N_("Name one of those that it has: {known}."),
    ),
    Reason.CUSTODY_NOT_AWAITED: (
        N_("Nothing is on its way: the custody record of {exhibit} has no hand-over that waits for a receipt."),
        N_("Record the hand-over first, or record who has the exhibit as a new entry."),
    ),
    Reason.CUSTODY_REPEATED: (
        N_("Entry {entry} of {exhibit} says the same already: the same moment, from and to the same persons."),
        N_("Look at the custody record; if it was another hand-over, write its own time."),
    ),
    Reason.HAND_OVER_REFUSED: (
        N_("{exhibit} cannot be handed over, and nothing was recorded. {why}"),
        N_("Correct it, or leave this exhibit out, and send again."),
    ),
    Reason.SEAL_NOT_READ: (
        N_("The record of {exhibit} has a seal, and nothing was written of it."),
        N_("Write the seal as you read it, or say that no seal was seen."),
    ),
    Reason.DOCUMENT_OF_EXHIBIT: (
        N_("A document of the kind {kind} is made for one exhibit."),
        N_("Say for which, for instance {example}."),
    ),
    Reason.DOCUMENT_OF_HAND_OVER: (
        N_("A document of the kind {kind} is made for one hand-over."),
        N_("Say for which, for instance {example}."),
    ),
    Reason.HAND_OVER_UNKNOWN: (
        N_("There is no hand-over {code}."),
        N_("Name the exhibit and the entry of its custody record, for instance {example}."),
    ),
    Reason.LABEL_SIZE_WRONG: (
        N_("Labels of the size {size} cannot be printed on A4."),
        N_("Use one of {known}, or the width and height in millimetres from 25x15 up."),
    ),
    Reason.LABEL_SKIP_WRONG: (
        N_("{skip} labels cannot be left out on the first sheet."),
        N_("Leave out at most {most}."),
    ),
    Reason.LABELS_NOTHING: (
        N_("There is no exhibit to print a label for."),
        N_("Register an exhibit first, or name other ones."),
    ),
    Reason.STOCK_TAKE_UNKNOWN: (
        N_("There is no stock-take {ref}."),
        N_("Look it up in the list of stock-takes."),
    ),
}
