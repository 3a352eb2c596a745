"""What can go wrong, said so that a person knows what happened and what to do now."""

from enum import StrEnum

from workbench.i18n import N_, Language


class Reason(StrEnum):
    """Why the program refuses; each has a sentence and a remedy in every language."""

    PASSPHRASE_WRONG = "passphrase_wrong"
    PASSPHRASE_SHORT = "passphrase_short"
    PASSPHRASE_LONG = "passphrase_long"
    PASSPHRASE_COMMON = "passphrase_common"
    TRY_LATER = "try_later"
    USER_NAME_WRONG = "user_name_wrong"
    USER_NAME_TAKEN = "user_name_taken"
    USER_ROLE_UNKNOWN = "user_role_unknown"
    USER_UNFINISHED = "user_unfinished"
    VAULT_MISSING = "vault_missing"
    VAULT_EXISTS = "vault_exists"
    VAULT_OPEN_ELSEWHERE = "vault_open_elsewhere"
    VAULT_NEWER = "vault_newer"
    VAULT_PLAINTEXT = "vault_plaintext"
    VAULT_DAMAGED = "vault_damaged"
    KEYS_DAMAGED = "keys_damaged"
    LOG_BROKEN = "log_broken"
    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"
    NOT_READABLE = "not_readable"
    NOT_ALLOWED = "not_allowed"
    CASE_UNKNOWN = "case_unknown"
    STEP_UNKNOWN = "step_unknown"
    STEP_WAITS = "step_waits"
    STEP_NOT_CALLED_FOR = "step_not_called_for"
    STEP_CANNOT_BE_WAIVED = "step_cannot_be_waived"
    STEP_RECORDED = "step_recorded"
    STEP_NOT_WAITING = "step_not_waiting"
    GATE_PROTECTS = "gate_protects"
    GATE_ORDINARY = "gate_ordinary"
    SECOND_PERSON_NEEDED = "second_person_needed"
    DEVIATION_UNKNOWN = "deviation_unknown"
    LATENESS_UNKNOWN = "lateness_unknown"
    ORDER_UNKNOWN = "order_unknown"
    ORDER_KIND_UNKNOWN = "order_kind_unknown"
    ORDER_DECIDED = "order_decided"
    ORDER_INCOMPLETE = "order_incomplete"
    ORDER_TERM_LONG = "order_term_long"
    EXCEPTION_UNKNOWN = "exception_unknown"
    DEADLINE_UNKNOWN = "deadline_unknown"
    DEADLINE_NOT_EXTENSIBLE = "deadline_not_extensible"
    DEADLINE_ENDED = "deadline_ended"
    EXTENSION_WRONG = "extension_wrong"
    MOMENT_WRONG = "moment_wrong"
    TRACK_SAME = "track_same"
    KEY_UNKNOWN = "key_unknown"
    PACK_UNTRUSTED = "pack_untrusted"
    EDITION_UNKNOWN = "edition_unknown"
    EDITION_SAME = "edition_same"
    EDITION_OTHER = "edition_other"
    FACTS_UNREADABLE = "facts_unreadable"
    NUMBER_TAKEN = "number_taken"
    PACK_UNKNOWN = "pack_unknown"
    PACK_MISSING = "pack_missing"
    PACK_WRONG = "pack_wrong"
    LAW_WRONG = "law_wrong"
    LAW_UNKNOWN = "law_unknown"
    LAW_DAY = "law_day"
    BUNDLE_UNREADABLE = "bundle_unreadable"
    BUNDLE_TOO_LARGE = "bundle_too_large"
    BUNDLE_FUTURE = "bundle_future"
    BUNDLE_SIGNATURE_WRONG = "bundle_signature_wrong"
    BUNDLE_ALTERED = "bundle_altered"
    SIGNING_KEY_WRONG = "signing_key_wrong"
    AUTHORITY_KEY_WRONG = "authority_key_wrong"
    AUTHORITY_NAME_WRONG = "authority_name_wrong"
    REASON_NEEDED = "reason_needed"
    ANSWERS_INCOMPLETE = "answers_incomplete"
    ANSWERS_WRONG = "answers_wrong"
    ANSWERS_UNREADABLE = "answers_unreadable"
    PERSON_UNKNOWN = "person_unknown"
    PERSON_WRONG = "person_wrong"
    EXHIBIT_UNKNOWN = "exhibit_unknown"
    EXHIBIT_WRONG = "exhibit_wrong"
    FILE_MISSING = "file_missing"
    FILE_NOT_A_FILE = "file_not_a_file"
    FILE_EMPTY = "file_empty"
    FILE_CHANGED = "file_changed"
    FILE_UNREADABLE = "file_unreadable"
    SEALED_FILE_BROKEN = "sealed_file_broken"
    TARGET_EXISTS = "target_exists"
    DOCUMENT_UNKNOWN = "document_unknown"
    DOCUMENT_OF_ORDER = "document_of_order"
    DOCUMENT_OF_CASE = "document_of_case"
    ORDER_NOT_ASKED = "order_not_asked"
    LANGUAGE_UNKNOWN = "language_unknown"
    NUMBER_PATTERN_WRONG = "number_pattern_wrong"
    TITLE_NEEDED = "title_needed"
    NUMBER_WRONG = "number_wrong"
    TEXT_LONG = "text_long"
    TEXT_HIDDEN = "text_hidden"
    PASSPHRASE_FILE = "passphrase_file"
    BACKUP_INSIDE = "backup_inside"
    SETTING_UNKNOWN = "setting_unknown"
    HOUSE_RULES_WRONG = "house_rules_wrong"
    NOT_A_HOUSE_RULE = "not_a_house_rule"
    STEP_NOT_IN_PACKS = "step_not_in_packs"
    OPTION_NEEDED = "option_needed"
    CANCELLED = "cancelled"
    GLYPH_MISSING = "glyph_missing"
    READ_BACK_FAILED = "read_back_failed"


# Reason: (what happened, what to do now)
_WORDS: dict[Reason, tuple[str, str]] = {
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
    Reason.NUMBER_TAKEN: (
        N_("There is already a case {number}."),
        N_("Open that case, or give this one another number."),
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
    Reason.LAW_UNKNOWN: (
        N_("There is no legal source {source}."),
        N_("Choose one that «workbench law list» shows."),
    ),
    Reason.LAW_DAY: (
        N_("{value} is not a day."),
        N_("Write the day like {day}."),
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
    Reason.EXHIBIT_UNKNOWN: (
        N_("There is no exhibit {exhibit} in this case."),
        N_("Use the number from the list of exhibits."),
    ),
    Reason.EXHIBIT_WRONG: (
        N_("This cannot be kept about an exhibit: {problem}."),
        N_("Correct it and try again."),
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
    Reason.DOCUMENT_UNKNOWN: (
        N_("There is no document of the kind {kind}."),
        N_("Choose one of: {kinds}."),
    ),
    Reason.DOCUMENT_OF_ORDER: (
        N_("A document of the kind {kind} is made for one order of the judge."),
        N_("Say for which, for instance {example}."),
    ),
    Reason.DOCUMENT_OF_CASE: (
        N_("A document of the kind {kind} is made for the whole case, not for the order {order}."),
        N_("Leave the order out, or make the request for it."),
    ),
    Reason.ORDER_NOT_ASKED: (
        N_("The order {order} was never asked for: a legal exception was recorded in its place."),
        N_("Ask the judge for an order, then make the request for that one."),
    ),
    Reason.LANGUAGE_UNKNOWN: (
        N_("The program does not speak the language {tag}."),
        N_("Choose one of: {tags}."),
    ),
    Reason.NUMBER_PATTERN_WRONG: (
        N_("The pattern for case numbers cannot be used: {pattern}."),
        N_("Use {{kind}}, {{year}} and {{seq}}, for instance {example}."),
    ),
    Reason.TITLE_NEEDED: (
        N_("The case needs a short title."),
        N_("Use a neutral description without names of people."),
    ),
    Reason.NUMBER_WRONG: (
        N_("The case number {number} cannot be used."),
        N_("Use Latin letters, figures and signs like - and /, at most {most} of them."),
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
    Reason.GLYPH_MISSING: (
        N_("The character {character} ({code}) cannot be printed: no court font has it. It stands in: {where}."),
        N_("Write it in words or in other letters there; nothing was left out and no document was made."),
    ),
    Reason.READ_BACK_FAILED: (
        N_("The finished document did not read back as it was written: {words}."),
        N_("Nothing was saved. Tell the administrator, with the document id; do not retype it elsewhere."),
    ),
}


class WorkbenchError(Exception):
    """Something that is told to a person; ``facts`` fill its sentence, ``exit_code`` ends a command."""

    exit_code = 4

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.facts = facts


class Refusal(WorkbenchError):
    """The person must act; nothing was changed."""

    exit_code = 1


class Broken(WorkbenchError):
    """Integrity is broken: what is stored is not what was stored."""

    exit_code = 3


class Fault(Exception):
    """We must act. Carries a code for the log and never case content."""

    exit_code = 4

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def explain(error: WorkbenchError, language: Language) -> tuple[str, str]:
    """What happened and what to do now, in a language, with the facts in place."""
    sentence, remedy = _WORDS[error.reason]
    facts = {key: _fact(key, value, language) for key, value in error.facts.items()}
    return language.say(sentence, **facts), language.say(remedy, **facts)


def _fact(key: str, value: object, language: Language) -> object:
    """A fact as it goes into the sentence: what is itself one of our texts is said in the language too."""
    if isinstance(value, tuple | list):
        return language.say(N_(", ")).join(str(_fact(key, part, language)) for part in value)
    if callable(value):
        return value(language)
    return language.say(value) if key in _OUR_WORDS and isinstance(value, str) else value


_OUR_WORDS = frozenset({"problem", "act", "roles"})
