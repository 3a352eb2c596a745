"""Copies made from sealed files: previews, transcripts, translations, sealed too and tied to their original."""

from pathlib import Path

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.models import Exhibit, SealedFile
from workbench.security import Act
from workbench.services import texts
from workbench.services.exhibits import file_row
from workbench.services.finding import case_id_of
from workbench.services.rows import SealedFileRow
from workbench.services.sealing import let_go, shelf_of
from workbench.store import Desk

DERIVATIONS = terms.DERIVATIONS


def derive(
    desk: Desk, case: str, of_file: str, content: Path | bytes, *, derivation: str, tool: str, by: str = "",
    name: str = "",
) -> SealedFileRow:  # fmt: skip
    """Seal a copy made from a sealed file; ``of_file`` is its id, ``by`` who made the copy, if not who is signed in.

    Bytes need a ``name``. Raises ``Refusal`` for a file that is not of the case or an unknown kind of copy.
    """
    desk.require(Act.FILE_DERIVE)
    if derivation not in DERIVATIONS:
        raise Refusal(Reason.NOT_IN_RULES, value=ltr(visible(derivation)), known=ltr(", ".join(DERIVATIONS)))
    tool, by, name = texts.one_line(tool, 200), texts.one_line(by, 200), texts.one_line(name, 200)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        original = session.get(SealedFile, of_file)
        exhibit = session.get(Exhibit, original.exhibit_id) if original else None
    if original is None or exhibit is None or exhibit.case_id != case_id:
        raise Refusal(Reason.FILE_UNKNOWN, file=ltr(visible(of_file)))
    shelf = shelf_of(desk)
    sealed = shelf.take_in(content) if isinstance(content, Path) else shelf.keep(content, name or derivation)
    row = desk.stamp(
        SealedFile(
            exhibit_id=exhibit.id, shelf_id=sealed.shelf_id, sha256=sealed.sha256, size=sealed.size,
            original_name=sealed.original_name, modified_at=sealed.modified_at, tool=tool,
            derived_from_id=original.id, derivation=derivation, detail={"by": by} if by else None,
        )
    )  # fmt: skip
    subject = f"{exhibit.number} {derivation} {sealed.sha256} of {original.sha256}"
    try:
        with desk.act(Act.FILE_DERIVE, case_id, subject=subject) as session:
            session.add(row)
    except BaseException:
        let_go(desk, sealed)
        raise
    return file_row(row)
