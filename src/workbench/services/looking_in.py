"""Looking into a sealed file: one page of it, drawn or told in the child; the log has each look."""

from dataclasses import dataclass

from sqlalchemy import select

from workbench.errors import Broken, Reason, Refusal
from workbench.evidence import Damaged
from workbench.evidence.intake import runner
from workbench.evidence.intake.items import Warned
from workbench.evidence.intake.sandbox import Limits
from workbench.i18n import ltr, visible
from workbench.models import Exhibit, SealedFile
from workbench.security import Act
from workbench.services.finding import case_id_of
from workbench.services.people.keeping import region_of
from workbench.services.readings import ToldRow
from workbench.services.readings.keeping import newest_readings
from workbench.services.sealing import opened
from workbench.store import Desk


@dataclass(frozen=True, slots=True)
class LookRow:
    """A page as it looks: a picture or text, or ``refused`` with why there is neither."""

    file_id: str
    name: str
    page: int
    pages: int
    png: bytes = b""
    text: str = ""
    warnings: tuple[ToldRow, ...] = ()
    refused: ToldRow | None = None


def look(desk: Desk, case: str, file_id: str, page: int = 1) -> LookRow:
    """One page of a sealed file. Nothing is written in plain; no other program opens it.

    Raises ``Refusal`` for a file that is not of the case, ``Broken`` where it is no longer what was sealed.
    """
    desk.require(Act.FILE_SHOW)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        found = session.execute(
            select(SealedFile.original_name, SealedFile.size, SealedFile.sha256, Exhibit.number)
            .join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
            .where(Exhibit.case_id == case_id, SealedFile.id == file_id)
        ).first()
        reading = newest_readings(session, case_id).get(file_id)
    if found is None:
        raise Refusal(Reason.SEALED_FILE_UNKNOWN, file=ltr(visible(file_id[:80])))
    with desk.act(Act.FILE_SHOW, case_id, subject=f"{found.number} {found.sha256} {page}"):
        pass
    # What was chosen for reading it, such as the meaning of columns, holds here too.
    options = reading.options if reading else {"region": region_of(desk)}
    try:
        with opened(desk, file_id) as opening:
            seen = runner.preview(
                opening.fetch, found.original_name, found.size, page=page, options=options,
                limits=Limits.of(found.size),
            )  # fmt: skip
    except (Damaged, OSError):
        raise Broken(Reason.SEALED_FILE_BROKEN, exhibit=ltr(found.number)) from None
    return LookRow(
        file_id, visible(found.original_name), seen.page, seen.pages, seen.png, seen.text,
        tuple(map(_told, seen.warnings)), _told(seen.refused) if seen.refused else None,
    )  # fmt: skip


def _told(one: Warned) -> ToldRow:
    return ToldRow(one.key, one.facts)
