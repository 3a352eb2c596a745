"""Refusals about the station: its vault and people, the disk, settings and words."""

from workbench.errors.reasons import Reason
from workbench.i18n import N_

# Reason: (what happened, what to do now)
STATION: dict[Reason, tuple[str, str]] = {
    Reason.PASSPHRASE_WRONG: (
        N_("The name or the passphrase is not right."),
        N_("Check the keyboard language and Caps Lock, then type it again."),
    ),
    Reason.PASSPHRASE_SHORT: (
        N_("The passphrase is too short: it needs at least {least} characters."),
        N_("Choose several unrelated words that you can remember."),
    ),
    Reason.PASSPHRASE_LONG: (
        N_("The passphrase is too long: at most {most} characters are accepted."),
        N_("Choose a shorter passphrase."),
    ),
    Reason.PASSPHRASE_COMMON: (
        N_("This passphrase is too easy to guess."),
        N_("Choose several unrelated words, not a saying, a name or a row of keys."),
    ),
    Reason.TRY_LATER: (
        N_("Too many wrong tries. The next one is possible in {wait}."),
        N_("Wait, then type the passphrase slowly. Nothing was lost."),
    ),
    Reason.USER_NAME_WRONG: (
        N_("A name that signs in is one line of at most {most} characters, none of them hidden."),
        N_("Type it by hand, as colleagues know it."),
    ),
    Reason.USER_NAME_TAKEN: (
        N_("Somebody called {name} is already known here, or the two names look the same."),
        N_("Write the name longer, or with the service number, so that the log tells the two apart."),
    ),
    Reason.USER_ROLE_UNKNOWN: (
        N_("There is no role {role}."),
        N_("Choose one of: {roles}."),
    ),
    Reason.USER_UNFINISHED: (
        N_("Adding {name} was never finished: the log does not know this way in."),
        N_("Ask whoever added you to sign in and to add you again."),
    ),
    Reason.VAULT_MISSING: (
        N_("There is no vault in the folder {folder}."),
        N_("Choose another folder, or create this station's vault."),
    ),
    Reason.VAULT_EXISTS: (
        N_("The folder {folder} already holds a vault or other files."),
        N_("Choose an empty folder. The existing vault was not touched."),
    ),
    Reason.VAULT_OPEN_ELSEWHERE: (
        N_("The vault is already open: {who}, since {since}."),
        N_("Go to the window that is open, or close it first."),
    ),
    Reason.VAULT_NEWER: (
        N_("The vault was written by a newer version of the program."),
        N_("Install the newer version on this computer. The vault was not touched."),
    ),
    Reason.VAULT_PLAINTEXT: (
        N_("The database file is not encrypted and was not opened."),
        N_("Somebody put another file in its place: keep it, tell the administrator, and restore a backup."),
    ),
    Reason.VAULT_DAMAGED: (
        N_("The database file is damaged or was cut short."),
        N_("Do not delete anything. Restore the latest backup into a new folder and tell the administrator."),
    ),
    Reason.KEYS_DAMAGED: (
        N_("The key file of the vault is damaged or was changed."),
        N_("Put back its earlier copy (vault.keys.before) or a backup, and tell the administrator."),
    ),
    Reason.LOG_BROKEN: (
        N_("The log does not fit: entry {seq} was changed, or entries are missing."),
        N_("Stop working in this vault, keep a copy of the folder, and tell the supervisor."),
    ),
    Reason.DISK_FULL: (
        N_("The disk is full. Nothing was saved from this step, and nothing already saved was lost."),
        N_("Free at least {needed}, then try again."),
    ),
    Reason.NOT_WRITABLE: (
        N_("{path} could not be written."),
        N_("Choose another place, or ask for the right to write there."),
    ),
    Reason.NOT_READABLE: (
        N_("{path} could not be read."),
        N_("Check that the disk is still plugged in, or ask for the right to read it."),
    ),
    Reason.NOT_ALLOWED: (
        N_("Your role does not include this: {act}."),
        N_("Ask a colleague whose role includes it: {roles}."),
    ),
    Reason.LANGUAGE_UNKNOWN: (
        N_("The program does not speak the language {tag}."),
        N_("Choose one of: {tags}."),
    ),
    Reason.NUMBER_PATTERN_WRONG: (
        N_("The pattern for case numbers cannot be used: {pattern}."),
        N_("Use {{kind}}, {{year}} and {{seq}}, for instance {example}."),
    ),
    Reason.TEXT_LONG: (
        N_("A text is too long: at most {most} characters are kept."),
        N_("Write it shorter, or attach it as a file."),
    ),
    Reason.TEXT_HIDDEN: (
        N_("A text holds a hidden control character."),
        N_("Type it again; what was copied from elsewhere can hide such characters."),
    ),
    Reason.PASSPHRASE_FILE: (
        N_("The passphrase file {file} cannot be read."),
        N_("Name a text file in UTF-8 whose first line is the passphrase."),
    ),
    Reason.BACKUP_INSIDE: (
        N_("A backup cannot lie inside the vault itself: {folder}."),
        N_("Choose a new folder on another disk."),
    ),
    Reason.OPTION_NEEDED: (
        N_("The command needs {option}."),
        N_("Add it to the command; «--help» shows how."),
    ),
    Reason.SETTING_UNKNOWN: (
        N_("There is no setting {setting}."),
        N_("Choose one from the list of settings."),
    ),
    Reason.HOUSE_RULES_WRONG: (
        N_("These hours cannot be set for a house rule."),
        N_("Write a whole number of hours, at least one and at most {most}."),
    ),
    Reason.NOT_A_HOUSE_RULE: (
        N_("The time of step {step} is not a house rule of the station; it cannot be changed here."),
        N_("Only times that the procedure marks as house rules are the station's own."),
    ),
    Reason.STEP_NOT_IN_PACKS: (
        N_("No procedure that is kept here has a step {step}."),
        N_("Look the step up in the guide or in the booklet of the procedure."),
    ),
    Reason.CANCELLED: (
        N_("The work was stopped before its end."),
        N_("Start it again when you are ready. Nothing half-done was kept."),
    ),
}
