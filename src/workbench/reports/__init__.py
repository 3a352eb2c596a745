"""Documents for the court: a dossier goes in, a read-back PDF/A comes out."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.errors import Reason, Refusal
from workbench.i18n import Language
from workbench.reports import (
    case_report,
    charge_comparison,
    compliance_sheet,
    consent,
    custody_receipt,
    custody_record,
    deviation_register,
    exhibit_list,
    interpreter_record,
    interview_plan,
    interview_record,
    lab_request,
    needs_assessment,
    order_request,
    proof_matrix,
    readback,
    readiness,
    referral_slip,
    rights_notice,
    risk_assessment,
    scene_record,
    screening_form,
    seizure_record,
    statement,
    status_decision,
    stock_list,
    timeline,
)
from workbench.reports.dossier import Dossier
from workbench.reports.furniture import page_furniture
from workbench.reports.said import said
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import About, Block, finish, print_pages


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its title (English, a key of the catalogues), and how its story is told."""

    title: str
    story: Callable[[Sheet, Dossier], list[Block]]


KINDS: dict[str, Kind] = {
    "case_report": Kind(case_report.TITLE, case_report.story),
    "seizure_record": Kind(seizure_record.TITLE, seizure_record.story),
    "exhibit_list": Kind(exhibit_list.TITLE, exhibit_list.story),
    "stock_list": Kind(stock_list.TITLE, stock_list.story),
    "custody_record": Kind(custody_record.TITLE, custody_record.story),
    "custody_receipt": Kind(custody_receipt.TITLE, custody_receipt.story),
    "deviation_register": Kind(deviation_register.TITLE, deviation_register.story),
    "readiness": Kind(readiness.TITLE, readiness.story),
    "proof_matrix": Kind(proof_matrix.TITLE, proof_matrix.story),
    "charge_comparison": Kind(charge_comparison.TITLE, charge_comparison.story),
    "compliance_sheet": Kind(compliance_sheet.TITLE, compliance_sheet.story),
    "order_request": Kind(order_request.TITLE, order_request.story),
    "consent": Kind(consent.TITLE, consent.story),
    "risk_assessment": Kind(risk_assessment.TITLE, risk_assessment.story),
    "needs_assessment": Kind(needs_assessment.TITLE, needs_assessment.story),
    "referral_slip": Kind(referral_slip.TITLE, referral_slip.story),
    "screening_form": Kind(screening_form.TITLE, screening_form.story),
    "status_decision": Kind(status_decision.TITLE, status_decision.story),
    "timeline": Kind(timeline.TITLE, timeline.story),
    "lab_request": Kind(lab_request.TITLE, lab_request.story),
    "scene_record": Kind(scene_record.TITLE, scene_record.story),
    "interview_plan": Kind(interview_plan.TITLE, interview_plan.story),
    "interview_record": Kind(interview_record.TITLE, interview_record.story),
    "rights_notice": Kind(rights_notice.TITLE, rights_notice.story),
    "statement": Kind(statement.TITLE, statement.story),
    "interpreter_record": Kind(interpreter_record.TITLE, interpreter_record.story),
}


def make(dossier: Dossier, language: Language) -> bytes:
    """The document as PDF/A-2u. The same dossier and language give the same bytes.

    Raises ``Refusal`` for an unknown kind, for a character without a glyph, and when the finished file does
    not read back as it was written; no bytes leave then.
    """
    if dossier.kind not in KINDS:
        raise Refusal(Reason.DOCUMENT_UNKNOWN, kind=dossier.kind, kinds=", ".join(KINDS))
    kind = KINDS[dossier.kind]
    sheet = Sheet(language, dossier.zone)
    title = sheet.say(kind.title)
    printed = print_pages(kind.story(sheet, dossier), page_furniture(sheet, dossier, title))
    about = About(
        f"{title} {dossier.document_id}", dossier.document_id, language.tag, language.rtl, dossier.made_at
    )
    pdf = finish(printed, about)
    readback.check(pdf, printed.texts)
    return pdf


def pages(pdf: bytes) -> int:
    """How many pages a document has."""
    return len(readback.read(pdf))


__all__ = ["KINDS", "Dossier", "Kind", "make", "pages", "said"]
