"""Refusals about interviews, interpreters and statements."""

from workbench.errors.reasons import Reason
from workbench.i18n import N_

# Reason: (what happened, what to do now)
INTERVIEWS: dict[Reason, tuple[str, str]] = {
    Reason.INTERVIEW_WRONG: (
        N_("This cannot be kept about an interview or a statement: {problem}."),
        N_("Correct it and try again. What you typed was not lost."),
    ),
    Reason.INTERVIEW_INCOMPLETE: (
        N_("Something that an interview or a statement must say is missing: {problem}."),
        N_("Add it. What you typed was not lost."),
    ),
    Reason.INTERVIEW_UNKNOWN: (
        N_("There is no interview {interview} in this case."),
        N_("Plan it first, or look it up among the interviews, for instance {example}."),
    ),
    Reason.INTERVIEW_OVER: (
        N_("The interview {interview} was held, broken off or cancelled already; that stands."),
        N_("Plan another one only if it is really needed: nobody should have to tell it twice."),
    ),
    Reason.INTERVIEW_NOT_HELD: (
        N_("The interview {interview} is not recorded as held yet."),
        N_("Record first when it was held and who was in the room, then the statement."),
    ),
    Reason.INTERPRETER_UNKNOWN: (
        N_("There is no interpreter {interpreter} in this case."),
        N_("Record the interpreter first, with languages and oath, or look the number up, for instance {example}."),
    ),
    Reason.RECORDING_MISSING: (
        N_("No file is sealed under the exhibit {exhibit}."),
        N_("Seal the recording there first, then name the exhibit here."),
    ),
    Reason.STATEMENT_UNKNOWN: (
        N_("There is no statement {statement} in this case."),
        N_("Take it down first, or look it up among the statements, for instance {example}."),
    ),
    Reason.STATEMENT_LINE_UNKNOWN: (
        N_("The statement {statement} has no such line: {line}. Its last line is {most}."),
        N_("Look the line up in the statement and name it by its number, for instance «{example}»."),
    ),
    Reason.STATEMENT_EMPTY: (
        N_("Nothing that somebody said stands in it."),
        N_("Write at least one answer or one line of a free account."),
    ),
    Reason.STATEMENT_SIGNED: (
        N_("The speaker has signed the statement {statement}, or refused to: it is closed."),
        N_("If something is to be added or put right, take a further statement and say so in it."),
    ),
    Reason.STATEMENT_NOT_READ_BACK: (
        N_("The statement {statement} was not read back to the speaker yet."),
        N_("Read it back in the person's own language, correct it with them, and then have it signed."),
    ),
    Reason.OATH_OF_SUSPECT: (
        N_("Whoever is heard under suspicion is not put on oath."),
        N_("Record it without oath."),
    ),
    Reason.OATH_OF_CHILD: (
        N_("{person} has not completed {age} years and is heard without oath."),
        N_("Record that the child was heard for information, without oath."),
    ),
    Reason.INTERVIEW_NOT_SUSPECTED: (
        N_("In the interview {interview} nobody is heard under suspicion."),
        N_("The notice of rights is for a suspect or accused. Everybody else is told why they are asked."),
    ),
    Reason.DOCUMENT_OF_INTERVIEW: (
        N_("A document of the kind {kind} is made for one interview."),
        N_("Say for which interview, for instance {example}."),
    ),
    Reason.DOCUMENT_OF_STATEMENT: (
        N_("A document of the kind {kind} is made of one statement."),
        N_("Say of which statement, for instance {example}."),
    ),
    Reason.DOCUMENT_OF_INTERPRETER: (
        N_("A document of the kind {kind} is made for one interpreter."),
        N_("Say for which interpreter, for instance {example}."),
    ),
}
