"""Taking in: a source begun once, its files sealed one by one, each kept whatever happens to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench import __version__
from workbench.errors import Reason, Refusal
from workbench.i18n import plain
from workbench.models import Case, Exhibit, Intake, SealedFile
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_of, exhibit_of
from workbench.services.intake import listing
from workbench.services.intake.planning import NotTaken, Plan, Planned, plan
from workbench.services.intake.rows import BEGUN, CANCELLED, ENDED, Going, IntakeRow, Progress
from workbench.services.sealing import Origin, record, require_sealing, shelf_of
from workbench.store import Desk

TOOL = f"Workbench {__version__}"
# One file of these fails; the rest goes on.
_OF_ONE_FILE = {
    Reason.FILE_MISSING: "missing",
    Reason.FILE_NOT_A_FILE: "special",
    Reason.FILE_CHANGED: "changed",
    Reason.FILE_UNREADABLE: "unreadable",
    Reason.DISK_FULL: "disk_full",
}


def require(desk: Desk, paths: Sequence[Path]) -> Plan:
    """The plan for these paths. Raises ``Refusal`` if there is nothing to take in, or no room for all of it."""
    require_sealing(desk)
    return _required(desk, paths, {})


def begin(desk: Desk, case: str, exhibit: str, *, source: str = "", tool: str = "") -> IntakeRow:
    """Begin to take in what a source holds, as files of an exhibit. What a power cut left half-written is swept away.

    ``source`` says in a person's words what is read (make, serial number, read-only or not), ``tool`` with what.
    """
    require_sealing(desk)
    source, tool = texts.one_line(source), texts.one_line(tool, 200) or TOOL
    with desk.reading() as session:
        found = case_of(session, case)
        number = exhibit_of(session, found.id, exhibit).number
    shelf_of(desk).sweep()
    with desk.act(Act.INTAKE_BEGIN, found.id, subject=number) as session:
        ref = f"IN-{_count(session, found.id) + 1:02}"
        session.add(_entry(desk, found.id, ref, number, BEGUN, source, tool, {}))
    return listing.show_intake(desk, found.number, ref)


def take(desk: Desk, case: str, ref: str, paths: Sequence[Path], progress: Progress | None = None) -> IntakeRow:
    """Take in the files under these paths; again for the same ref it goes on with what is not there yet.

    What cannot be taken in is listed with its reason, and the rest goes on. Raises ``Refusal`` if the vault itself
    cannot be written any more; what was sealed until then stays.
    """
    require_sealing(desk)
    with desk.reading() as session:
        found = case_of(session, case)
        begun = listing.newest(session, found.id, ref)
        exhibit = exhibit_of(session, found.id, begun.exhibit)
        there = _there(session, found, ref)
    shelf_of(desk).sweep()
    planned = _required(desk, paths, there)
    run = _Run(desk, exhibit, begun, planned, there, progress)
    state = ENDED if run.all() else CANCELLED
    detail = {"known": run.known, "not_taken": [[one.name, one.reason, one.note] for one in run.left]}
    with desk.act(Act.INTAKE_END, found.id, subject=f"{ref} {state}") as session:
        session.add(_entry(desk, found.id, ref, begun.exhibit, state, begun.source, begun.tool, detail))
    return listing.show_intake(desk, found.number, ref)


@dataclass
class _Run:
    """One run through a plan."""

    desk: Desk
    exhibit: Exhibit
    begun: Intake
    plan: Plan
    there: dict[str, SealedFile]
    progress: Progress | None
    known: int = 0
    done: int = 0
    waited: float = 0.0
    left: list[NotTaken] = field(default_factory=list)

    def all(self) -> bool:
        """Take every file in; whether nobody stopped it."""
        self.left += self.plan.left
        self.started = self.desk.clock.monotonic()
        for number, file in enumerate(self.plan.files):
            tell = self._teller(number, file)
            try:
                if not tell(0, file.size):
                    return False
                self._one(file, tell)
            except Refusal as refusal:
                if refusal.reason is Reason.CANCELLED:
                    return False
                raise
            self.done += file.size
        return True

    def _one(self, file: Planned, tell: Callable[[int, int], bool]) -> None:
        before = self.there.get(file.name)
        if _is_there(before, file):
            self.known += 1
            return
        shelf = shelf_of(self.desk)
        try:
            sealed = shelf.take_in(file.path, tell, empty=True, follow=False)
        except Refusal as refusal:
            if refusal.reason not in _OF_ONE_FILE:
                raise
            note = plain(str(refusal.facts.get("needed", "")))
            self.left.append(NotTaken(file.name, _OF_ONE_FILE[refusal.reason], note))
            return
        if before is not None and before.sha256 == sealed.sha256:
            # Only its time looks different, as on a stick that keeps local time: the same file is not kept twice.
            shelf.discard(sealed.shelf_id)
            self.known += 1
            return
        origin = Origin(self.begun.ref, file.name, self.begun.source, self.begun.tool)
        self.there[file.name] = record(self.desk, self.exhibit, sealed, origin)

    def _teller(self, number: int, file: Planned) -> Callable[[int, int], bool]:
        clock = self.desk.clock

        def tell(done: int, _size: int) -> bool:
            if self.progress is None:
                return True
            at = clock.monotonic()
            spent = at - self.started - self.waited
            read = self.done + done
            going = Going(
                read, self.plan.size, number, len(self.plan.files), read / spent if spent > 0 else 0.0, file.name
            )
            goes_on = self.progress(going)
            # A pause is no slowness of the stick.
            self.waited += clock.monotonic() - at
            return goes_on

        return tell


def _required(desk: Desk, paths: Sequence[Path], there: dict[str, SealedFile]) -> Plan:
    planned = plan(paths, leave_out=desk.folder)
    if not planned.files and not planned.left:
        raise Refusal(Reason.INTAKE_EMPTY)
    # Of all together: half of a stick, taken in for an hour until the disk is full, helps nobody.
    missing = sum(file.size for file in planned.files if not _is_there(there.get(file.name), file))
    if missing:
        shelf_of(desk).require_bytes(missing)
    return planned


def _entry(
    desk: Desk, case_id: str, ref: str, exhibit: str, state: str, source: str, tool: str, detail: dict[str, object]
) -> Intake:
    return desk.stamp(
        Intake(
            case_id=case_id, ref=ref, exhibit=exhibit, state=state, source=source, tool=tool,
            at=desk.clock.now(), detail=detail,
        )
    )  # fmt: skip


def _count(session: Session, case_id: str) -> int:
    counted = select(func.count(Intake.ref.distinct())).where(Intake.case_id == case_id)
    return session.scalar(counted) or 0


def _there(session: Session, case: Case, ref: str) -> dict[str, SealedFile]:
    """What this taking-in sealed already, by place."""
    rows = session.scalars(
        select(SealedFile)
        .join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
        .where(Exhibit.case_id == case.id, SealedFile.intake_ref == ref)
        .order_by(SealedFile.created_at, SealedFile.id)
    )
    return {str(row.path): row for row in rows}


def _is_there(before: SealedFile | None, file: Planned) -> bool:
    """Whether a file is, by place, size and time, one that was sealed."""
    if before is None or before.modified_at is None:
        return False
    return (before.size, before.modified_at) == (file.size, file.modified_at)
