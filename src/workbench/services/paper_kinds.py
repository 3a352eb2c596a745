"""The kinds of papers there are, what each is made of, and the letters of its numbers."""

from dataclasses import dataclass

from workbench.services.subjects import (
    CASE,
    EXAMINATION,
    EXHIBIT,
    HAND_OVER,
    INTERPRETER,
    INTERVIEW,
    ORDER,
    PERSON,
    QUESTIONING,
    REFERRAL,
    SCENE,
    STATEMENT,
)


@dataclass(frozen=True)
class PaperKind:
    """A kind of document: its English title, the letters of its numbers, and what it is made of (``subjects``)."""

    title: str
    letters: str
    of: str = CASE


# The reports' own table would load the whole typesetting for a list of a few names.
KINDS = {
    "case_report": PaperKind("Case report", "R"),
    "seizure_record": PaperKind("Seizure record", "S"),
    "exhibit_list": PaperKind("List of exhibits", "E"),
    "stock_list": PaperKind("List for the count of a store", "ST"),
    "custody_record": PaperKind("Custody record", "CR", EXHIBIT),
    "custody_receipt": PaperKind("Receipt of an exhibit", "RC", HAND_OVER),
    "deviation_register": PaperKind("Register of deviations", "D"),
    "readiness": PaperKind("Readiness for hand-over", "H"),
    "proof_matrix": PaperKind("Matrix of proof", "PM"),
    "charge_comparison": PaperKind("Charges side by side", "PC"),
    "compliance_sheet": PaperKind("Compliance sheet", "PE"),
    "timeline": PaperKind("Timeline", "T"),
    # Its number begins with that of the order, which says already what it is.
    "order_request": PaperKind("Request for an order of the judge", "", ORDER),
    "consent": PaperKind("What you agree to, and what not", "C", PERSON),
    "risk_assessment": PaperKind("Assessment of risks and safety plan", "K", PERSON),
    "needs_assessment": PaperKind("Assessment of needs", "N", PERSON),
    "referral_slip": PaperKind("Referral", "", REFERRAL),
    "screening_form": PaperKind("Record of a screening", "SC", PERSON),
    "status_decision": PaperKind("Decision on the status of a person", "SD", PERSON),
    "lab_request": PaperKind("Request to a laboratory or expert", "", EXAMINATION),
    "scene_record": PaperKind("Scene record", "SCN", SCENE),
    "interview_plan": PaperKind("Plan of an interview", "P", INTERVIEW),
    "interview_record": PaperKind("Record of an interview", "", INTERVIEW),
    "rights_notice": PaperKind("Notice of rights", "RN", QUESTIONING),
    "statement": PaperKind("Statement", "", STATEMENT),
    "interpreter_record": PaperKind("Interpreter: oath and undertaking", "", INTERPRETER),
}
# Sheets of labels are no paper of the court: they have no letterhead and are made by a function of their own.
LABELS = "labels"
LETTERS = {LABELS: "L"}
# What states the hash of a sealed file leaves only when every file is whole; the others can say which is not.
STATE_HASHES = frozenset({"case_report", "seizure_record", "scene_record", "lab_request"})
