"""A sealed file read by whoever reads files: its bytes go out of the shelf, items come back."""

import io
from collections.abc import Mapping

from sqlalchemy import select

from workbench.evidence.intake.gather import gather
from workbench.evidence.intake.items import Reading
from workbench.evidence.intake.source import source
from workbench.evidence.shelf import Progress
from workbench.models import SealedFile
from workbench.services.exhibits import shelf_of
from workbench.store import Desk


def read(desk: Desk, file_id: str, options: Mapping[str, object], progress: Progress | None = None) -> Reading:
    """Read a sealed file with these options. Raises ``Broken`` where its bytes are no longer what was sealed."""
    with desk.reading() as session:
        file = session.execute(
            select(SealedFile.shelf_id, SealedFile.original_name, SealedFile.size).where(SealedFile.id == file_id)
        ).one()
    held = io.BytesIO(b"".join(shelf_of(desk).read(file.shelf_id)))
    return gather(source(held, file.original_name, file.size), options)
