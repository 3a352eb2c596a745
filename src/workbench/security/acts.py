"""Acts: everything a person can do that leaves a trace, and the roles that may do it."""

from enum import StrEnum

from workbench.i18n import N_

INVESTIGATOR, SUPERVISOR, TRAINER, ADMINISTRATOR = "investigator", "supervisor", "trainer", "administrator"
ROLES = (INVESTIGATOR, SUPERVISOR, TRAINER, ADMINISTRATOR)
ROLE_LABELS = {
    INVESTIGATOR: N_("investigator"),
    SUPERVISOR: N_("supervisor"),
    TRAINER: N_("trainer"),
    ADMINISTRATOR: N_("administrator"),
}

ROLE_DUTIES = {
    INVESTIGATOR: N_("Works on cases: steps, people, exhibits, papers, requests to the judge."),
    SUPERVISOR: N_(
        "Works on cases, and looks as second person at what others left out, did early or passed. "
        "Adds people, receives procedures and changes the station's settings."
    ),
    TRAINER: N_("May do everything that the others may. Meant for courses with synthetic cases."),
    ADMINISTRATOR: N_(
        "Keeps the station: adds people, trusts keys and procedures, changes settings. Records nothing in cases."
    ),
}


class Act(StrEnum):
    """The name under which an act stands in the log."""

    VAULT_CREATE = "vault.create"
    VAULT_BACKUP = "vault.backup"
    SIGN_IN = "user.sign_in"
    SIGN_OUT = "user.sign_out"
    USER_ADD = "user.add"
    USER_UNDO = "user.undo"
    LOG_RESUMED = "log.resumed"
    SETTING_CHANGE = "setting.change"
    CASE_OPEN = "case.open"
    STEP_FINISH = "step.finish"
    STEP_NOT_APPLICABLE = "step.not_applicable"
    STEP_ASK_WAIVER = "step.ask_waiver"
    STEP_WAIVE = "step.waive"
    STEP_REOPEN = "step.reopen"
    STEP_EARLY = "step.early"
    STEP_OVERRIDE = "step.override"
    DEVIATION_APPROVE = "deviation.approve"
    DEVIATION_EXPLAIN = "deviation.explain"
    ORDER_ASK = "order.ask"
    ORDER_DECIDE = "order.decide"
    ORDER_EXCEPT = "order.except"
    DEADLINE_MEET = "deadline.meet"
    DEADLINE_EXTEND = "deadline.extend"
    CASE_TRACK = "case.track"
    CASE_MOVE = "case.move"
    PACK_RECEIVE = "pack.receive"
    PACK_TRUST = "pack.trust"
    KEY_TRUST = "key.trust"
    PERSON_ADD = "person.add"
    PERSON_CORRECT = "person.correct"
    PERSON_IMPORT = "person.import"
    PERSON_JOIN = "person.join"
    PERSON_PART = "person.part"
    PERSON_REVEAL = "person.reveal"
    PERSON_REVEAL_SEALED = "person.reveal_sealed"
    PERSON_SEAL = "person.seal"
    PERSON_UNSEAL = "person.unseal"
    PERSON_PHOTO = "person.photo"
    CLAIM_ROLE = "claim.role"
    CLAIM_END = "claim.end"
    NON_PUNISHMENT = "person.non_punishment"
    SCREENING_RECORD = "screening.record"
    FINDING_ADD = "finding.add"
    FINDING_WITHDRAW = "finding.withdraw"
    ENTITY_ADD = "entity.add"
    ENTITY_CORRECT = "entity.correct"
    LINK_ADD = "link.add"
    LINK_END = "link.end"
    LINK_WITHDRAW = "link.withdraw"
    CONSENT_RECORD = "consent.record"
    CONSENT_WITHDRAW = "consent.withdraw"
    REFERRAL_MAKE = "referral.make"
    REFERRAL_FOLLOW = "referral.follow"
    ASSESSMENT_RECORD = "assessment.record"
    SAFETY_PLAN = "safety.plan"
    SAFETY_DANGER_ENDED = "safety.danger_ended"
    REFLECTION_GRANT = "reflection.grant"
    REFLECTION_CONTACT = "reflection.contact"
    APPOINTMENT_MAKE = "appointment.make"
    APPOINTMENT_END = "appointment.end"
    EXHIBIT_ADD = "exhibit.add"
    FILE_SEAL = "file.seal"
    FILES_VERIFY = "files.verify"
    EXHIBIT_NOTE = "exhibit.note"
    CUSTODY_RECORD = "custody.record"
    CUSTODY_CORRECT = "custody.correct"
    CUSTODY_EXPLAIN = "custody.explain"
    STOCK_TAKE = "custody.stock_take"
    SCENE_RECORD = "scene.record"
    INTAKE_BEGIN = "intake.begin"
    INTAKE_END = "intake.end"
    FILE_DERIVE = "file.derive"
    FILE_READ = "file.read"
    FILE_SHOW = "file.show"
    EXHIBIT_EXPORT = "exhibit.export"
    EVENT_ADD = "event.add"
    EVENT_WITHDRAW = "event.withdraw"
    EXAMINATION_ASK = "examination.ask"
    EXAMINATION_FOLLOW = "examination.follow"
    INTERPRETER_RECORD = "interpreter.record"
    INTERVIEW_PLAN = "interview.plan"
    INTERVIEW_HOLD = "interview.hold"
    STATEMENT_TAKE = "statement.take"
    STATEMENT_NOTE = "statement.note"
    DOCUMENT_PREVIEW = "document.preview"
    DOCUMENT_MAKE = "document.make"
    DOCUMENT_NAME = "document.name"


_ALL = frozenset(ROLES)
_CASE = frozenset({INVESTIGATOR, SUPERVISOR, TRAINER})
_SECOND = frozenset({SUPERVISOR, TRAINER})
_STATION = frozenset({SUPERVISOR, ADMINISTRATOR})
_KEYS = frozenset({ADMINISTRATOR, TRAINER})

ALLOWED: dict[Act, frozenset[str]] = {
    Act.VAULT_CREATE: _ALL,
    Act.VAULT_BACKUP: _ALL,
    Act.SIGN_IN: _ALL,
    Act.SIGN_OUT: _ALL,
    Act.USER_ADD: _STATION | {TRAINER},
    # What was cut short is put right by whoever signs in next.
    Act.USER_UNDO: _ALL,
    Act.LOG_RESUMED: _ALL,
    Act.SETTING_CHANGE: _STATION | {TRAINER},
    Act.CASE_OPEN: _CASE,
    Act.STEP_FINISH: _CASE,
    Act.STEP_NOT_APPLICABLE: _CASE,
    Act.STEP_ASK_WAIVER: _CASE,
    # A second person answers for leaving a step out.
    Act.STEP_WAIVE: _SECOND,
    Act.STEP_REOPEN: _CASE,
    Act.STEP_EARLY: _CASE,
    # Whoever stands beside somebody in danger must be able to act; a second person looks at it afterwards.
    Act.STEP_OVERRIDE: _CASE,
    Act.DEVIATION_APPROVE: _SECOND,
    Act.DEVIATION_EXPLAIN: _CASE,
    Act.ORDER_ASK: _CASE,
    Act.ORDER_DECIDE: _CASE,
    Act.ORDER_EXCEPT: _CASE,
    Act.DEADLINE_MEET: _CASE,
    Act.DEADLINE_EXTEND: _CASE,
    Act.CASE_TRACK: _CASE,
    Act.CASE_MOVE: _SECOND,
    Act.PACK_RECEIVE: _STATION | {TRAINER},
    # What no authority has signed is used on one person's word, and that person is named wherever it shows.
    Act.PACK_TRUST: _KEYS,
    Act.KEY_TRUST: _KEYS,
    Act.PERSON_ADD: _CASE,
    Act.PERSON_CORRECT: _CASE,
    Act.PERSON_IMPORT: _CASE,
    Act.PERSON_JOIN: _CASE,
    Act.PERSON_PART: _CASE,
    Act.PERSON_REVEAL: _CASE,
    Act.PERSON_REVEAL_SEALED: _SECOND,
    # Anybody at work on a case may hide more; only those who may see it may open it to the others again.
    Act.PERSON_SEAL: _CASE,
    Act.PERSON_UNSEAL: _SECOND,
    Act.PERSON_PHOTO: _CASE,
    Act.CLAIM_ROLE: _CASE,
    Act.CLAIM_END: _CASE,
    Act.NON_PUNISHMENT: _CASE,
    Act.SCREENING_RECORD: _CASE,
    Act.FINDING_ADD: _CASE,
    Act.FINDING_WITHDRAW: _CASE,
    Act.ENTITY_ADD: _CASE,
    Act.ENTITY_CORRECT: _CASE,
    Act.LINK_ADD: _CASE,
    Act.LINK_END: _CASE,
    Act.LINK_WITHDRAW: _CASE,
    Act.CONSENT_RECORD: _CASE,
    Act.CONSENT_WITHDRAW: _CASE,
    Act.REFERRAL_MAKE: _CASE,
    Act.REFERRAL_FOLLOW: _CASE,
    Act.ASSESSMENT_RECORD: _CASE,
    Act.SAFETY_PLAN: _CASE,
    # Nobody takes an alarm off alone that the person themself did not call ended.
    Act.SAFETY_DANGER_ENDED: _SECOND,
    Act.REFLECTION_GRANT: _CASE,
    Act.REFLECTION_CONTACT: _CASE,
    Act.APPOINTMENT_MAKE: _CASE,
    Act.APPOINTMENT_END: _CASE,
    Act.EXHIBIT_ADD: _CASE,
    Act.FILE_SEAL: _CASE,
    Act.FILES_VERIFY: _ALL,
    Act.EXHIBIT_NOTE: _CASE,
    Act.CUSTODY_RECORD: _CASE,
    Act.CUSTODY_CORRECT: _CASE,
    Act.CUSTODY_EXPLAIN: _CASE,
    Act.STOCK_TAKE: _CASE,
    Act.SCENE_RECORD: _CASE,
    Act.INTAKE_BEGIN: _CASE,
    Act.INTAKE_END: _CASE,
    Act.FILE_DERIVE: _CASE,
    Act.FILE_READ: _CASE,
    Act.FILE_SHOW: _CASE,
    Act.EXHIBIT_EXPORT: _CASE,
    Act.EVENT_ADD: _CASE,
    Act.EVENT_WITHDRAW: _CASE,
    Act.EXAMINATION_ASK: _CASE,
    Act.EXAMINATION_FOLLOW: _CASE,
    Act.INTERPRETER_RECORD: _CASE,
    Act.INTERVIEW_PLAN: _CASE,
    Act.INTERVIEW_HOLD: _CASE,
    Act.STATEMENT_TAKE: _CASE,
    Act.STATEMENT_NOTE: _CASE,
    Act.DOCUMENT_PREVIEW: _CASE,
    Act.DOCUMENT_MAKE: _CASE,
    Act.DOCUMENT_NAME: _SECOND,
}

# Whoever comes first to a station must be able to add the others.
FIRST_ROLES = tuple(role for role in ROLES if role in ALLOWED[Act.USER_ADD])


def may(role: str, act: Act) -> bool:
    """Whether somebody of this role may do the act."""
    return role in ALLOWED[act]
