"""Long work of the evidence page, one at a time: taking in, sealing, verifying, reading, exporting."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services import exhibits, exporting, intake, readings
from workbench.services.exporting import ExportRow
from workbench.services.intake import Duplicate, IntakeRow
from workbench.services.rows import ExhibitRow, SealedFileRow
from workbench.ui.dialogs.evidence.taking import not_taken
from workbench.ui.evidence.going import Going
from workbench.ui.exhibits.host import Host
from workbench.ui.jobs import Task
from workbench.ui.parts.arrange import column, holder
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import label
from workbench.ui.state import speaking, tr

_LISTED = 20
Step = Callable[[int, int], bool]


class Running:
    """What was finished stays when it is stopped; a second work is refused while the first one runs."""

    def __init__(self, page: Host) -> None:
        self._page = page
        self.task: Task | None = None
        self._words = ""
        self.going = self.build()

    def build(self) -> Going:
        """The line that shows how far it is, made anew with the page."""
        self.going = Going(self._page.room.desk.clock.monotonic, self.cancel, self.pause)
        if self.task is not None:
            self.going.begin(self._words)
            if self.task.held:
                self.going.hold(True)
        return self.going

    @property
    def busy(self) -> bool:
        return self.task is not None

    def start(
        self, words: str, fn: Callable[..., Any], *args: Any, then: Callable[[Any], object], acts: bool = True,
        **facts: Any,
    ) -> None:  # fmt: skip
        """Begin a work that tells how far it is; other work of the vault goes on in between."""
        if self.busy:
            words = N_("Something is still being done. Wait for its end, or cancel it.")
            self._page.tell(Notice(tr(words), tone="warn"))
            return
        self._page.quiet()
        self._words = words
        self.going.begin(words)

        def done(result: Any) -> None:
            self.end()
            then(result)

        run = self._page.room.act if acts else self._page.room.ask
        self.task = run(
            self._page, fn, *args, then=done, failed=self._failed, progress=self._moved, yields=True, **facts
        )

    def _moved(self, done: int, total: int) -> None:
        if self.task is not None and not self.task.held:
            self.going.moved(done, total)

    def pause(self) -> None:
        """Wait at the next step, or go on."""
        if self.task is not None:
            self.task.hold(not self.task.held)
            self.going.hold(self.task.held)

    def cancel(self) -> None:
        """End at the next step."""
        if self.task is not None:
            self.task.stop()

    def end(self) -> None:
        """It is over."""
        self.task = None
        self.going.end()

    def _failed(self, error: Exception) -> None:
        self.end()
        self._page.refuse(error)
        # What was done until then stays, and is shown.
        self._page.ask()

    def verify(self, only: Collection[str] | None = None) -> None:
        """Hold every sealed file of the case against its hash, or those of some exhibits."""
        self.start(
            tr(N_("Verifying…")), exhibits.verify_exhibits, self._page.room.memory.case_id, then=lambda _: None,
            only=only,
        )  # fmt: skip

    def take_in(self, number: str, paths: Sequence[Path], source: str, tool: str, ref: str) -> None:
        """Take in files and folders, or go on with what was cut off."""
        self.start(
            tr(N_("Taking in…")), _take_in, self._page.room.memory.case_id, number, tuple(paths), source, tool, ref,
            then=self._took,
        )  # fmt: skip

    def _took(self, row: IntakeRow) -> None:
        language = speaking()
        stopped = row.state == "cancelled"
        words = N_("{ref} was stopped: {count}, {size}.") if stopped else N_("{ref} is done: {count}, {size}.")
        count = language.say_many("{n} file was sealed", "{n} files were sealed", row.files)
        remedy = tr(N_("What is sealed stays. It can be gone on with at «Take in files».")) if stopped else ""
        if row.known and not stopped:
            remedy = language.say_many("{n} was there already", "{n} were there already", row.known)
        under: list[QWidget] = [not_taken(row.not_taken)] if row.not_taken else []
        if row.duplicates:
            under.append(_twice(row.duplicates))
        said = Notice(
            tr(words, ref=ltr(row.ref), count=count, size=language.size(row.size)), remedy,
            "warn" if stopped or row.not_taken else "ok", under=holder(column(*under, gap=6)) if under else None,
        )  # fmt: skip
        said.setObjectName("taken-in")
        self._page.tell(said)

    def read(
        self, file: SealedFileRow, options: Mapping[str, object] | None = None,
        then: Callable[[readings.ReadingRow], object] | None = None,
    ) -> None:  # fmt: skip
        """Read what a sealed file holds, in a child with limits."""
        self.start(
            tr(N_("Reading {file}"), file=isolate(file.original_name)), readings.read_file,
            self._page.room.memory.case_id, file.file_id, then=then or (lambda _: None), options=dict(options or {}),
        )  # fmt: skip

    def export(self, row: ExhibitRow, target: Path, reason: str) -> None:
        """Write the files of an exhibit in plain with what is needed to check them."""
        self.start(
            tr(N_("Exporting…")), exporting.export_exhibit, self._page.room.memory.case_id, row.number, target,
            then=self._exported, reason=reason,
        )  # fmt: skip

    def _exported(self, row: ExportRow) -> None:
        count = speaking().say_many("{n} file", "{n} files", row.files)
        words = N_("{number} was exported to {folder}: {count}.")
        remedy = N_("Tell the receiver by another way: record {hash}, key {key}.")
        said = Notice(
            tr(words, number=ltr(row.exhibit), folder=ltr(row.folder), count=count),
            tr(remedy, hash=ltr(row.sha256), key=ltr(row.key)), "ok",
        )  # fmt: skip
        said.setObjectName("exported")
        self._page.tell(said)


def _take_in(
    desk: Any, case: str, number: str, paths: Sequence[Path], source: str, tool: str, ref: str, *, progress: Step
) -> IntakeRow:
    ref = ref or intake.begin(desk, case, number, source=source, tool=tool).ref
    return intake.take(desk, case, ref, paths, lambda going: progress(going.done, going.total))


def _twice(found: Sequence[Duplicate]) -> QWidget:
    """The files whose bytes were sealed before, with where."""
    lines = column(gap=4)
    words = speaking().say_many("{n} file is in evidence already:", "{n} files are in evidence already:", len(found))
    lines.addWidget(label(words, "label"))
    for one in found[:_LISTED]:
        words = tr(
            N_("{name}: the same bytes as {other} of {exhibit} in {case}"), name=isolate(one.name),
            other=isolate(one.other), exhibit=ltr(one.exhibit), case=ltr(one.case),
        )  # fmt: skip
        lines.addWidget(label(words, "label", "2", wrap=True))
    if len(found) > _LISTED:
        lines.addWidget(label(speaking().say_many("and {n} more", "and {n} more", len(found) - _LISTED), "label", "2"))
    return holder(lines)
