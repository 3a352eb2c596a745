"""What the page of the timeline asks of the services, and the columns in which it shows the answers."""

from typing import Any

from workbench import terms
from workbench.i18n import N_, ltr
from workbench.services import events, exhibits, readings
from workbench.services.event_rows import EventRow
from workbench.services.readings import ReadingRow
from workbench.ui.state import tr
from workbench.ui.tables import Column
from workbench.ui.timeline import said


def known(desk: Any, case: str) -> tuple[list[EventRow], list[ReadingRow], int]:
    """The events, the readings, and how many sealed files nobody has read."""
    rows = readings.list_readings(desk, case)
    done = {one.file_id for one in rows}
    files = [file.file_id for one in exhibits.list_exhibits(desk, case) for file in one.files]
    return events.timeline(desk, case), rows, len(set(files) - done)


def read_all(desk: Any, case: str, *, progress: Any = None) -> int:
    """Read every sealed file that was not read yet, one after the other; how many."""
    done = {one.file_id for one in readings.list_readings(desk, case)}
    files = [file for one in exhibits.list_exhibits(desk, case) for file in one.files if file.file_id not in done]
    for n, file in enumerate(files):

        def going(_done: int, _of: int, n: int = n) -> bool:
            return bool(progress(n, len(files))) if progress else True

        readings.read_file(desk, case, file.file_id, progress=going)
    return len(files)


def event_columns() -> list[Column]:
    """The columns of events."""
    return [
        Column(tr(N_("When")), said.when, order=lambda one: (one.first, one.last)),
        Column(tr(N_("Kind")), lambda one: tr(terms.EVENTS.get(one.kind, one.kind)), quiet=True),
        Column(tr(N_("What happened")), lambda one: said.short(one.text), wide=True),
        Column(tr(N_("Who")), said.who),
        Column(tr(N_("Source")), lambda one: ltr(one.source), code=True),
        Column(tr(N_("Doubtful")), lambda one: "", chip=lambda one: said.doubtful(len(one.doubts))),
    ]


def item_columns() -> list[Column]:
    """The columns of what was read."""
    return [
        Column(tr(N_("When")), said.when, order=lambda one: one.at),
        Column(tr(N_("Kind")), lambda one: tr(said.KINDS.get(one.kind, one.kind)), quiet=True),
        Column(tr(N_("Sender")), said.sender),
        Column(tr(N_("Text")), lambda one: said.short(one.text[:300]), wide=True),
        Column(tr(N_("Source")), lambda one: ltr(one.exhibit), code=True),
        Column(tr(N_("Timeline")), lambda one: ltr(one.event), code=True),
    ]
