"""A sealed file read in a child of its own: pieces of it go out of the shelf as they are asked for, items come back."""

from collections.abc import Mapping

from sqlalchemy import select

from workbench.errors import Broken, Reason
from workbench.evidence import Damaged, Progress
from workbench.evidence.intake import runner
from workbench.evidence.intake.items import Reading
from workbench.evidence.intake.sandbox import Limits
from workbench.i18n import ltr
from workbench.models import Exhibit, SealedFile
from workbench.services.sealing import shelf_of
from workbench.store import Desk


def read(desk: Desk, file_id: str, options: Mapping[str, object], progress: Progress | None = None) -> Reading:
    """Read a sealed file with these options. Raises ``Broken`` where its bytes are no longer what was sealed."""
    with desk.reading() as session:
        file = session.execute(
            select(SealedFile.shelf_id, SealedFile.original_name, SealedFile.size, Exhibit.number)
            .join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
            .where(SealedFile.id == file_id)
        ).one()
    try:
        with shelf_of(desk).opened(file.shelf_id) as opening:
            return runner.read(
                opening.fetch, file.original_name, file.size, options, Limits.of(file.size), progress
            )
    except (Damaged, OSError):
        raise Broken(Reason.SEALED_FILE_BROKEN, exhibit=ltr(file.number)) from None
