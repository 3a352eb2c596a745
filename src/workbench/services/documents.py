"""Documents: previewed, made, and remembered with the hash of what left."""

import hashlib
from collections.abc import Collection
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.disk import is_free, replace
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, TAGS, language, ltr, visible
from workbench.models import AuditEntry, Case, Issued
from workbench.security import Act
from workbench.services import texts
from workbench.services.cases import members
from workbench.services.finding import case_id_of, case_of
from workbench.services.paper_kinds import KINDS, LABELS, LETTERS, STATE_HASHES
from workbench.services.people import people_rows
from workbench.services.protecting import PROFILES, PROTECTED, Guarded, guarded, told
from workbench.services.rows import IssuedRow
from workbench.services.subjects import CASE, SUBJECTS
from workbench.services.subjects import require as require_subject
from workbench.services.verifying import require_whole
from workbench.store import Desk

# Acts that change nothing a paper says: after them it is as good as before.
_HARMLESS = frozenset(
    {
        Act.DOCUMENT_PREVIEW, Act.DOCUMENT_MAKE, Act.DOCUMENT_NAME, Act.SIGN_IN, Act.SIGN_OUT, Act.FILES_VERIFY,
        Act.PERSON_REVEAL, Act.PERSON_REVEAL_SEALED, Act.VAULT_BACKUP,
    }
)  # fmt: skip


def kinds(of: str = CASE) -> tuple[str, ...]:
    """The kinds of documents that are made of a whole case, or of one order, person or the like in it."""
    return tuple(key for key, kind in KINDS.items() if kind.of == of)


def every_kind() -> tuple[str, ...]:
    """All kinds of documents, whatever they are made of."""
    return tuple(KINDS)


def made_of(kind: str) -> str:
    """What a kind is made of: the case, or one of the things in ``subjects.SUBJECTS``."""
    return KINDS[_kind(kind)].of


def subjects(desk: Desk, case: str, of: str) -> tuple[str, ...]:
    """The codes of those things in a case that documents can be made of, for instance its orders."""
    with desk.reading() as session:
        return tuple(SUBJECTS[of].all(session, case_id_of(session, case)))


def title(kind: str, tag: str) -> str:
    """The title of a kind in a language."""
    return language(tag).say(N_("Labels of exhibits") if kind == LABELS else KINDS[_kind(kind)].title)


def preview(
    desk: Desk, case: str, kind: str, tag: str, *, digits: str = "locale", subject: str = "",
    profile: str = PROTECTED, reason: str = "",
) -> bytes:  # fmt: skip
    """The document as it would leave now. Nothing is issued: its number says that it is a draft."""
    _known(kind, tag)
    _may_name(desk, profile, reason)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        require_subject(session, case_id, kind, made_of(kind), subject)
    _log_names(desk, case_id, profile, f"{kind} {subject} {tag}", reason)
    with desk.act(Act.DOCUMENT_PREVIEW, case_id, subject=f"{kind} {subject} {tag}".replace("  ", " ")):
        pass
    return _made(desk, case_id, kind, tag, digits, "DRAFT", subject, profile)[0]


def make(
    desk: Desk, case: str, kind: str, tag: str, target: Path, *, digits: str = "locale", subject: str = "",
    profile: str = PROTECTED, reason: str = "",
) -> IssuedRow:  # fmt: skip
    """Make a document and write it where the person says. It is in the log before it is on the disk.

    ``subject`` is the code of what it is made of, where that is not the whole case. Under the ``protected`` profile
    nothing in it tells who a protected person is; ``full`` names everybody, is a supervisor's to make and needs a
    reason. Raises ``Refusal`` if a file is there already, if its name or the paper would tell a protected name, and
    if the document does not read back as it was written; ``Broken`` if a sealed file of the case whose hash it
    states is no longer what was sealed.
    """
    _known(kind, tag)
    _may_name(desk, profile, reason)
    desk.require(Act.DOCUMENT_MAKE)
    if not is_free(target):
        raise Refusal(Reason.TARGET_EXISTS, file=visible(target.name))
    with desk.reading() as session:
        found = case_of(session, case)
        case_id = found.id
        require_subject(session, case_id, kind, made_of(kind), subject)
        document_id = _next_id(session, found, kind, subject)
    if codes := told([target.name], _secret(desk, case_id)):
        raise Refusal(Reason.NAME_IN_FILE_NAME, codes=ltr(", ".join(codes)), example=ltr(f"{document_id}.pdf"))
    if kind in STATE_HASHES:
        require_whole(desk, case_id)
    pdf, dossier_sha256, pages = _made(desk, case_id, kind, tag, digits, document_id, subject, profile)
    _log_names(desk, case_id, profile, document_id, reason)
    return _issue(desk, case_id, kind, tag, target, document_id, (pdf, dossier_sha256, pages))


def make_labels(
    desk: Desk, case: str, tag: str, target: Path, *, size: str = "70x37", skip: int = 0,
    exhibits: Collection[str] = (), digits: str = "locale",
) -> IssuedRow:  # fmt: skip
    """Labels of a case's exhibits on A4 sheets, for all or the ones that are named; void numbers get none.

    ``size`` in millimetres is that of a label; the first ``skip`` places of the first sheet are used up already.
    """
    from workbench.services.holdings import label_sheets

    if tag not in TAGS:
        raise Refusal(Reason.LANGUAGE_UNKNOWN, tag=ltr(tag), tags=ltr(", ".join(TAGS)))
    desk.require(Act.DOCUMENT_MAKE)
    if not is_free(target):
        raise Refusal(Reason.TARGET_EXISTS, file=visible(target.name))
    with desk.reading() as session:
        found = case_of(session, case)
        case_id, document_id = found.id, _next_id(session, found, LABELS, "")
    secret = _secret(desk, case_id)
    if codes := told([target.name], secret):
        raise Refusal(Reason.NAME_IN_FILE_NAME, codes=ltr(", ".join(codes)), example=ltr(f"{document_id}.pdf"))
    pdf, sha256, pages, texts_of_file = label_sheets(
        desk, case_id, language(tag, digits=digits), size=size, skip=skip, only=exhibits, about=document_id,
        secret=secret,
    )  # fmt: skip
    if codes := told(texts_of_file, secret):
        raise Refusal(Reason.PROTECTED_TOLD, codes=ltr(", ".join(codes)))
    return _issue(desk, case_id, LABELS, tag, target, document_id, (pdf, sha256, pages))


def _issue(
    desk: Desk, case_id: str, kind: str, tag: str, target: Path, document_id: str, made: tuple[bytes, str, int]
) -> IssuedRow:
    """The paper recorded and written, both or neither."""
    pdf, dossier_sha256, pages = made
    with desk.act(Act.DOCUMENT_MAKE, case_id, subject=f"{document_id} {kind} {tag}") as session:
        issued = desk.stamp(
            Issued(
                case_id=case_id, document_id=document_id, kind=kind, language=tag, dossier_sha256=dossier_sha256,
                file_sha256=hashlib.sha256(pdf).hexdigest(), pages=pages, log_size=desk.head.size,
                log_head=desk.head.digest,
            )
        )  # fmt: skip
        session.add(issued)
        session.flush()
        # Written inside the act: if the disk refuses, nothing counts as issued.
        replace(target, pdf)
    return next(row for row in list_issued(desk, case_id) if row.document_id == document_id)


def list_issued(desk: Desk, case: str) -> list[IssuedRow]:
    """The papers issued of a case, newest first; ``stale`` if the case changed since."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        names = members(session)
        changed = session.scalar(
            select(func.max(AuditEntry.seq)).where(
                AuditEntry.case_id == case_id, AuditEntry.act.not_in([act.value for act in _HARMLESS])
            )
        )
        rows = session.scalars(
            select(Issued)
            .where(Issued.case_id == case_id)
            .order_by(Issued.created_at.desc(), Issued.id.desc())
        )
        return [
            IssuedRow(
                row.id, row.document_id, row.kind, row.language, row.created_at, names.get(row.created_by, ""),
                row.file_sha256, row.dossier_sha256, row.pages, (changed or 0) > row.log_size,
            )
            for row in rows
        ]  # fmt: skip


def _next_id(session: Session, case: Case, kind: str, subject: str) -> str:
    """The number of the next document: of its kind in the case, or of what it is made of."""
    # Some authorities number exhibits with the case's number in front; it is not said twice.
    whole = "" if subject.startswith(f"{case.number}-") else case.number
    stem = "-".join(part for part in (whole, subject, LETTERS.get(kind) or KINDS[kind].letters) if part) + "-"
    wanted = select(func.count()).select_from(Issued).where(Issued.case_id == case.id, Issued.kind == kind)
    if subject:
        wanted = wanted.where(Issued.document_id.startswith(stem, autoescape=True))
    return f"{stem}{(session.scalar(wanted) or 0) + 1:03}"


def _may_name(desk: Desk, profile: str, reason: str) -> None:
    """Refuse a profile that there is not, and the full one to whom it is not for or who does not say why."""
    if profile not in PROFILES:
        raise Refusal(Reason.PROFILE_UNKNOWN, profile=ltr(profile), profiles=ltr(", ".join(PROFILES)))
    if profile != PROTECTED:
        desk.require(Act.DOCUMENT_NAME)
        if not texts.several_lines(reason):
            raise Refusal(Reason.REASON_NEEDED)


def _log_names(desk: Desk, case_id: str, profile: str, subject: str, reason: str) -> None:
    """What shows hidden names is in the log before anybody sees it."""
    if profile != PROTECTED:
        with desk.act(Act.DOCUMENT_NAME, case_id, subject=subject, reason=texts.several_lines(reason)):
            pass


def _made(
    desk: Desk, case_id: str, kind: str, tag: str, digits: str, document_id: str, subject: str, profile: str
) -> tuple[bytes, str, int]:
    # Typesetting is large: it is loaded when the first document is asked for, not when the program starts.
    from workbench import reports
    from workbench.reports.dossier import digest
    from workbench.services.dossiers import gather

    of = made_of(kind)
    dossier = gather(
        desk, case_id, kind, tag, digits=digits, document_id=document_id, of=of, subject=subject, profile=profile
    )
    pdf = reports.make(dossier, language(tag, digits=digits))
    if profile == PROTECTED:
        _require_untold(desk, case_id, reports.said(pdf))
    return pdf, digest(dossier), reports.pages(pdf)


def _require_untold(desk: Desk, case_id: str, texts_of_file: list[str]) -> None:
    """Hold the finished file against every protected name and number once more, its unseen parts too."""
    if codes := told(texts_of_file, _secret(desk, case_id)):
        raise Refusal(Reason.PROTECTED_TOLD, codes=ltr(", ".join(codes)))


def _secret(desk: Desk, case_id: str) -> Guarded:
    with desk.reading() as session:
        return guarded(people_rows(session, case_id, desk.clock.now().date(), named=True, shelters=True))


def _known(kind: str, tag: str) -> None:
    _kind(kind)
    if tag not in TAGS:
        raise Refusal(Reason.LANGUAGE_UNKNOWN, tag=ltr(tag), tags=ltr(", ".join(TAGS)))


def _kind(kind: str) -> str:
    if kind not in KINDS:
        raise Refusal(Reason.DOCUMENT_UNKNOWN, kind=ltr(kind), kinds=ltr(", ".join(KINDS)))
    return kind
