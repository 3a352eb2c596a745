"""Refusals about the care for people: consent, referral, plan, time to recover, and who must never meet."""

from workbench.errors.reasons import Reason
from workbench.i18n import N_

# Reason: (what happened, what to do now)
CARE: dict[Reason, tuple[str, str]] = {
    Reason.CARE_WRONG: (
        N_("This cannot be kept about the care for a person: {problem}."),
        N_("Correct it and try again. Unknown may stay unknown."),
    ),
    Reason.CARE_INCOMPLETE: (
        N_("Something that protects the person is missing: {problem}."),
        N_("Ask the person for it, in a language they understand. What you typed was not lost."),
    ),
    Reason.CARE_OF_DECEASED: (
        N_("{person} has died. Nothing more can be agreed with them or planned for them."),
        N_("Look at what was recorded. If the death is an error, correct the person first."),
    ),
    Reason.CONSENT_UNKNOWN: (
        N_("There is no consent {consent} in this case."),
        N_("Look it up among the consents of the person, for instance {example}."),
    ),
    Reason.CONSENT_ENDED: (
        N_("The consent {consent} does not stand: it was refused or withdrawn already."),
        N_("Nothing may be done on it. If the person agrees anew, ask anew and record that."),
    ),
    Reason.CONSENT_THERE: (
        N_("{person} was asked this already: {consent} stands for the same purpose and recipient."),
        N_("Do not ask again. If the person changes their mind, record it there as withdrawn."),
    ),
    Reason.CONSENT_OF_CHILD: (
        N_("{person} is, or may be, a child: a child needs a guardian's consent and their own agreement."),
        N_("Name the guardian by code and write whether the child agrees; or record the basis in law instead."),
    ),
    Reason.GUARDIAN_WRONG: (
        N_("{guardian} cannot agree for {person}: not recorded as guardian, or said to have a part in the offence."),
        N_("Record the role of guardian first, or ask the juvenile court for another guardian."),
    ),
    Reason.REFERRAL_UNKNOWN: (
        N_("There is no referral {referral} in this case."),
        N_("Make the referral first, or look it up, for instance {example}."),
    ),
    Reason.REFERRAL_WITHOUT_CONSENT: (
        N_("{person} has not agreed to be referred to {recipient}, or took it back."),
        N_("Ask the person, naming this recipient; or write on which basis in law it is done without."),
    ),
    Reason.REFERRAL_TURN: (
        N_("The referral {referral} is at «{now}»; «{wanted}» cannot follow that."),
        N_("What can follow: {can}."),
    ),
    Reason.REFLECTION_RUNS: (
        N_("{person} has time to recover and think until {until}."),
        N_("Wait, or write why it cannot wait and that the person wants it; care itself is never to wait."),
    ),
    Reason.APPOINTMENT_UNKNOWN: (
        N_("There is no appointment {appointment} in this case that is still ahead."),
        N_("Look it up in the list of appointments, for instance {example}."),
    ),
    Reason.NO_CONTACT: (
        N_("These must never meet: {codes}."),
        N_("Make two appointments, with other hours, doors, rooms and interpreters. If it is meant, write why."),
    ),
    Reason.NO_CONTACT_NEAR: (
        N_("These would meet on the way, at the same place within {minutes} minutes: {codes} (see {appointment})."),
        N_("Choose another hour or place. If it is meant, write why."),
    ),
    Reason.DOCUMENT_OF_REFERRAL: (
        N_("A document of the kind {kind} is made for one referral."),
        N_("Say for which, for instance {example}."),
    ),
}
