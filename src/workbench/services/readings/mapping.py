"""Which column of a table means what: chosen once by a person, found again when the same heading comes."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import Reading
from workbench.names import fold
from workbench.security.canonical import digest
from workbench.store import Desk


def header_of(columns: Iterable[object]) -> str:
    """What a heading row is told by: its words in their order, however their letters are typed."""
    return digest([" ".join(fold(str(one)).split()) for one in columns])


def mapping_for(desk: Desk, columns: Iterable[object]) -> dict[str, object] | None:
    """The mapping that was last read with for such a heading row, in whatever case; None if there was none."""
    with desk.reading() as session:
        return mapping_of(session, header_of(columns))


def mapping_of(session: Session, header: str) -> dict[str, object] | None:
    """The mapping of the newest reading of a file with this heading row that a person mapped and that went well."""
    rows = session.execute(
        select(Reading.options, Reading.facts)
        .where(Reading.facts["header"].as_string() == header)
        .order_by(Reading.created_at.desc(), Reading.id.desc())
    )
    for options, facts in rows:
        chosen = options.get("mapping")
        if isinstance(chosen, Mapping) and not facts.get("refused"):
            return dict(chosen)
    return None
