"""Refusals about a case: its steps, orders, deadlines, people, exhibits and papers."""

from workbench.errors.reasons import Reason
from workbench.i18n import N_

# Reason: (what happened, what to do now)
CASES: dict[Reason, tuple[str, str]] = {
    Reason.CASE_UNKNOWN: (
        N_("There is no case {case}."),
        N_("Look the number up in the list of cases."),
    ),
    Reason.STEP_UNKNOWN: (
        N_("This case has no step {step}."),
        N_("Look the step up in the guide of the case."),
    ),
    Reason.STEP_WAITS: (
        N_("Step {step} is not open yet: it waits for {waits_for}."),
        N_("Finish the steps it waits for first."),
    ),
    Reason.STEP_NOT_CALLED_FOR: (
        N_("Step {step} is not called for in this case."),
        N_("Its conditions do not hold now; it appears by itself when they do."),
    ),
    Reason.STEP_CANNOT_BE_WAIVED: (
        N_("Step {step} protects a person and cannot be waived."),
        N_("Do the step, or record why it does not apply."),
    ),
    Reason.STEP_RECORDED: (
        N_("Step {step} is already recorded."),
        N_("Reopen it, with a reason, to record it again; what was recorded stays in the history."),
    ),
    Reason.STEP_NOT_WAITING: (
        N_("Step {step} does not wait for anything."),
        N_("Finish it in the usual way."),
    ),
    Reason.GATE_PROTECTS: (
        N_("The gate of step {step} protects a person. It cannot be passed out of order."),
        N_("Do what it waits for: {waits_for}. Only to save a life can it be passed, and that is shown."),
    ),
    Reason.GATE_ORDINARY: (
        N_("The gate of step {step} does not protect a person; the life-safety override is not for it."),
        N_("Record the step out of order, with the reason."),
    ),
    Reason.SECOND_PERSON_NEEDED: (
        N_("A second person must look at this, not the one who did it."),
        N_("Ask another supervisor."),
    ),
    Reason.DEVIATION_UNKNOWN: (
        N_("There is no deviation {deviation} that waits for a second person."),
        N_("Look it up in the register of deviations."),
    ),
    Reason.LATENESS_UNKNOWN: (
        N_("Nothing was late under the name {deviation}."),
        N_("Look it up in the register of deviations."),
    ),
    Reason.ORDER_UNKNOWN: (
        N_("There is no order {order} in this case."),
        N_("Look it up in the list of orders, for instance {example}."),
    ),
    Reason.ORDER_KIND_UNKNOWN: (
        N_("Step {step} does not ask for an order of the kind {kind}."),
        N_("Choose one of: {kinds}."),
    ),
    Reason.ORDER_DECIDED: (
        N_("Order {order} is already decided."),
        N_("Ask for a new order, or record a correction there."),
    ),
    Reason.ORDER_INCOMPLETE: (
        N_("Something about the order is missing: {fields}."),
        N_("Fill it in as it stands on the judge's paper."),
    ),
    Reason.ORDER_TERM_LONG: (
        N_("One order of this kind may run {days} days at most; this one would run until {until}."),
        N_("Check the dates against the paper. If they are right, tell the judge before acting on it."),
    ),
    Reason.EXCEPTION_UNKNOWN: (
        N_("The procedure knows no case in which {kind} may be done without."),
        N_("Ask the judge for the order."),
    ),
    Reason.DEADLINE_UNKNOWN: (
        N_("Step {step} has no running deadline for {person}."),
        N_("Look the deadlines of the case up in the guide."),
    ),
    Reason.DEADLINE_NOT_EXTENSIBLE: (
        N_("The deadline of step {step} cannot be extended any more: {times} times is what the rule allows."),
        N_("Do the step now, and tell the judge if it is late."),
    ),
    Reason.DEADLINE_ENDED: (
        N_("The time of step {step} has already run out; it can no longer be extended."),
        N_("Do the step now and write why it is late."),
    ),
    Reason.EXTENSION_WRONG: (
        N_("One extension of the deadline of step {step} is at most this long: {length}."),
        N_("Write the hours that stand on the paper. If it grants more, ask the judge before relying on it."),
    ),
    Reason.MOMENT_WRONG: (
        N_("This time cannot be kept: {problem}."),
        N_("Check the day, the hour and the zone against the paper."),
    ),
    Reason.TRACK_SAME: (
        N_("The case already follows this track."),
        N_("Choose another track, or leave it as it is."),
    ),
    Reason.NUMBER_TAKEN: (
        N_("There is already a case {number}."),
        N_("Open that case, or give this one another number."),
    ),
    Reason.REASON_NEEDED: (
        N_("A reason is needed."),
        N_("Write in one sentence why; it is kept in the log and shown in the report."),
    ),
    Reason.ANSWERS_INCOMPLETE: (
        N_("Something required is missing: {fields}."),
        N_("Fill it in; «unknown» is an answer where it is offered."),
    ),
    Reason.ANSWERS_WRONG: (
        N_("This answer cannot be kept: {fields}."),
        N_("Correct it and try again. What you typed was not lost."),
    ),
    Reason.ANSWERS_UNREADABLE: (
        N_("The answers file {file} cannot be read: {problem}."),
        N_("Write one line per field: name, colon, value. Save the file as UTF-8."),
    ),
    Reason.PERSON_UNKNOWN: (
        N_("There is no person {person} in this case."),
        N_("Use the code from the list of people, for instance {example}."),
    ),
    Reason.PERSON_WRONG: (
        N_("This cannot be kept about a person: {problem}."),
        N_("Correct it and try again. Unknown may stay unknown."),
    ),
    Reason.PERSON_DECEASED: (
        N_("{person} is recorded as deceased and cannot be screened."),
        N_("Record what is known as findings, or correct the day of death if it is wrong."),
    ),
    Reason.FINDING_UNKNOWN: (
        N_("There is no finding {finding} that counts in this case."),
        N_("Look it up in the matrix; it may have been corrected or taken back."),
    ),
    Reason.FINDING_OF_ONESELF: (
        N_("{person} cannot be suspect and victim of the same finding."),
        N_("Choose the victim or the journey that it is about."),
    ),
    Reason.ENTITY_WRONG: (
        N_("This cannot be kept: {problem}."),
        N_("Correct it and try again. Unknown may stay unknown."),
    ),
    Reason.ENTITY_UNKNOWN: (
        N_("There is nothing called {ref} in this case."),
        N_("Use a code from the list of people, or from the list of organisations, places, vehicles and accounts."),
    ),
    Reason.LINK_WRONG: (
        N_("This link cannot be kept: {problem}."),
        N_("Correct it and try again. A day that is not known stays empty."),
    ),
    Reason.LINK_UNKNOWN: (
        N_("There is no link {link} that stands in this case."),
        N_("Use a number from the list of links, for instance {example}."),
    ),
    Reason.MRZ_WRONG: (
        N_("This is not the machine-readable zone of a paper: {problem}."),
        N_("Type the lines with angle brackets as they stand: three of 30 signs, or two of 36 or 44."),
    ),
    Reason.MRZ_DOUBTFUL: (
        N_("The machine-readable zone does not hold together. {problem}."),
        N_("Compare it with the paper, sign by sign. If the paper says so, keep it as doubtful."),
    ),
    Reason.DAY_WRONG: (
        N_("The date {value} cannot be read: {problem}."),
        N_("Write day, month and year, for instance {example}. A year alone or «unknown» is an answer too."),
    ),
    Reason.TABLE_UNREADABLE: (
        N_("The table {file} cannot be read: {problem}."),
        N_("Save it as CSV (UTF-8) or as Excel workbook (.xlsx), headings in the first row. Nothing was taken in."),
    ),
    Reason.TABLE_LARGE: (
        N_("The table {file} is too large: {problem}."),
        N_("Split it and take the parts in one after the other. Nothing was taken in."),
    ),
    Reason.PERSON_SEALED: (
        N_("The identity of one of the two is sealed; only a supervisor may compare them."),
        N_("Ask a supervisor to look at both, or leave them apart."),
    ),
    Reason.PEOPLE_WRONG: (
        N_("The table of people {file} was not taken in; line {line}: {problem}."),
        N_("Nothing was kept. Look at the preview, correct every line it names, and take the table in again."),
    ),
    Reason.EXHIBIT_UNKNOWN: (
        N_("There is no exhibit {exhibit} in this case."),
        N_("Use the number from the list of exhibits."),
    ),
    Reason.EXHIBIT_WRONG: (
        N_("This cannot be kept about an exhibit: {problem}."),
        N_("Correct it and try again."),
    ),
    Reason.NAMES_TABLE_UNREADABLE: (
        N_("The table of names {file} cannot be read: {problem}."),
        N_("Save it as a CSV file in UTF-8, with one pair of names on each line."),
    ),
    Reason.NAMES_COLUMNS_MISSING: (
        N_("The table of names {file} lacks columns: {columns}."),
        N_("Its first line must name the columns query, candidate and label; others may stand beside them."),
    ),
    Reason.NAMES_ROW_WRONG: (
        N_("Line {line} of the table of names {file} cannot be used: {problem}."),
        N_("Correct that line; nothing was counted."),
    ),
    Reason.FILE_MISSING: (
        N_("The file {file} is no longer there."),
        N_("Check that the stick or disk is still plugged in, then choose the file again."),
    ),
    Reason.FILE_NOT_A_FILE: (
        N_("{file} is not a file."),
        N_("Choose one file, not a folder or a device."),
    ),
    Reason.FILE_EMPTY: (
        N_("The file {file} is empty."),
        N_("Check the copy at its source; an empty file proves nothing and is not taken in."),
    ),
    Reason.FILE_CHANGED: (
        N_("The file {file} changed while it was read. Nothing was kept."),
        N_("Close the program that writes it, then take it in again."),
    ),
    Reason.FILE_UNREADABLE: (
        N_("The file {file} could not be read to its end."),
        N_("Try again, or copy the medium with a forensic tool. Nothing half-read was kept."),
    ),
    Reason.SEALED_FILE_BROKEN: (
        N_("The sealed file of exhibit {exhibit} is missing or no longer what was sealed."),
        N_("Do not use it. Restore it from a backup and tell the supervisor; the log shows when it was sealed."),
    ),
    Reason.TARGET_EXISTS: (
        N_("The file {file} already exists and was not replaced."),
        N_("Choose another name."),
    ),
    Reason.PROFILE_UNKNOWN: (
        N_("There is no profile {profile}."),
        N_("Choose one of: {profiles}."),
    ),
    Reason.NAME_IN_FILE_NAME: (
        N_("The name of the file would tell who {codes} is."),
        N_("Choose a name without names and numbers of people, for instance {example}."),
    ),
    Reason.PROTECTED_TOLD: (
        N_("The finished document would tell who {codes} is. It was not saved."),
        N_("Look for the name in what was written in the case and put the code there, or ask a supervisor."),
    ),
    Reason.DOCUMENT_UNKNOWN: (
        N_("There is no document of the kind {kind}."),
        N_("Choose one of: {kinds}."),
    ),
    Reason.DOCUMENT_OF_ORDER: (
        N_("A document of the kind {kind} is made for one order of the judge."),
        N_("Say for which, for instance {example}."),
    ),
    Reason.DOCUMENT_OF_PERSON: (
        N_("A document of the kind {kind} is made for one person, so that nobody reads about another in it."),
        N_("Say for whom, for instance {example}."),
    ),
    Reason.DOCUMENT_OF_CASE: (
        N_("A document of the kind {kind} is made for the whole case, not for {subject}."),
        N_("Leave {subject} out, or choose a document that is made for it."),
    ),
    Reason.ORDER_NOT_ASKED: (
        N_("The order {order} was never asked for: a legal exception was recorded in its place."),
        N_("Ask the judge for an order, then make the request for that one."),
    ),
    Reason.TITLE_NEEDED: (
        N_("The case needs a short title."),
        N_("Use a neutral description without names of people."),
    ),
    Reason.NUMBER_WRONG: (
        N_("The case number {number} cannot be used."),
        N_("Use Latin letters, figures and signs like - and /, at most {most} of them."),
    ),
    Reason.GLYPH_MISSING: (
        N_("The character {character} ({code}) cannot be printed: no court font has it. It stands in: {where}."),
        N_("Write it in words or in other letters there; nothing was left out and no document was made."),
    ),
    Reason.READ_BACK_FAILED: (
        N_("The finished document did not read back as it was written: {words}."),
        N_("Nothing was saved. Tell the administrator, with the document id; do not retype it elsewhere."),
    ),
}
