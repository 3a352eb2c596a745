"""Refusals about procedures and the law: packs, editions, signatures, references."""

from workbench.errors.reasons import Reason
from workbench.i18n import N_

# Reason: (what happened, what to do now)
PROCEDURES: dict[Reason, tuple[str, str]] = {
    Reason.KEY_UNKNOWN: (
        N_("The key {fingerprint} was never trusted here."),
        N_("Look it up in the list of keys."),
    ),
    Reason.PACK_UNTRUSTED: (
        N_("The procedure in {file} was not signed by a key that is trusted here ({fingerprint})."),
        N_("Compare the fingerprint with the authority; an administrator can trust the key, or this file alone."),
    ),
    Reason.EDITION_UNKNOWN: (
        N_("No edition {edition} is kept here."),
        N_("Receive it first, or take its identifier from the list of procedures."),
    ),
    Reason.EDITION_SAME: (
        N_("The case already follows this edition."),
        N_("Nothing needs to be done."),
    ),
    Reason.EDITION_OTHER: (
        N_("The case {case} does not follow the procedure {pack}."),
        N_("Change the track of the case first, if that is what was found."),
    ),
    Reason.FACTS_UNREADABLE: (
        N_("The facts file {file} cannot be used: {problem}."),
        N_("Correct it there, and save it as UTF-8."),
    ),
    Reason.PACK_UNKNOWN: (
        N_("There is no procedure pack {pack}."),
        N_("Choose one of: {packs}."),
    ),
    Reason.PACK_MISSING: (
        N_("There is no procedure pack in the folder {folder}, or it cannot be read."),
        N_("Choose the folder that holds pack.yaml."),
    ),
    Reason.PACK_WRONG: (
        N_("The procedure pack cannot be used: {file}, line {line}: {what}"),
        N_("{remedy} Until then the cases that are open keep the pack they have."),
    ),
    Reason.LAW_WRONG: (
        N_("The legal references cannot be used: {file}, line {line}: {what}"),
        N_("{remedy} Until then the sources are shown as the procedure names them."),
    ),
    Reason.PROOF_WRONG: (
        N_("The rules of screening, proof and care cannot be used: {file}, line {line}: {what}"),
        N_("{remedy} Until then nothing is screened or weighed; what was recorded stays as it is."),
    ),
    Reason.NOT_IN_RULES: (
        N_("{value} is not in the rules of screening, proof and care."),
        N_("Use one of: {known}."),
    ),
    Reason.LAW_UNKNOWN: (
        N_("There is no legal source {source}."),
        N_("Choose one that «workbench law list» shows."),
    ),
    Reason.LAW_DAY: (
        N_("{value} is not a day."),
        N_("Write the day like {day}."),
    ),
    Reason.LAW_DAY_AHEAD: (
        N_("{day} is still to come: nobody knows its law."),
        N_("Give the day of the act, or leave it out."),
    ),
    Reason.BUNDLE_UNREADABLE: (
        N_("The pack file {file} cannot be read: {problem}."),
        N_("Copy it again from where it came, or ask the authority for a new copy. Nothing was taken from it."),
    ),
    Reason.BUNDLE_TOO_LARGE: (
        N_("{file} is larger than a pack may be: {problem}."),
        N_("Ask the authority whether this is the right file. Nothing was taken from it."),
    ),
    Reason.BUNDLE_FUTURE: (
        N_("The pack file {file} was made for a newer version of the program."),
        N_("Install the newer version, then try again. The packs that are here were not touched."),
    ),
    Reason.BUNDLE_SIGNATURE_WRONG: (
        N_("The pack file {file} is not what its signature was given for."),
        N_("Do not use it. Keep it, tell the administrator, and ask the authority for a new copy."),
    ),
    Reason.BUNDLE_ALTERED: (
        N_("The pack file {file} was altered after it was signed: {parts}."),
        N_("Do not use it. Keep it, tell the administrator, and ask the authority for a new copy."),
    ),
    Reason.SIGNING_KEY_WRONG: (
        N_("{file} does not open: it is no signing key under a passphrase, or the passphrase is not right."),
        N_("Check the file and the passphrase. A key that is lost is replaced by a new one, never by a copy."),
    ),
    Reason.AUTHORITY_KEY_WRONG: (
        N_("{file} is no public key of an authority, or it was changed."),
        N_("Ask the authority for the file again, and compare the fingerprint with them by phone or on paper."),
    ),
    Reason.AUTHORITY_NAME_WRONG: (
        N_("The authority needs a name on one line, of at most {most} characters."),
        N_("Write the name as it stands on its papers, without hidden characters."),
    ),
}
