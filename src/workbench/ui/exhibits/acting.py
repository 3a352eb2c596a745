"""What the buttons of the evidence page open, and the cards of the exhibit that is chosen."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFrame

from workbench.i18n import N_, ltr
from workbench.services import custody, exhibits, intake
from workbench.services.custody import StockTakeRow
from workbench.services.intake import IntakeRow
from workbench.services.rows import ExhibitRow, FaultRow, IssuedRow
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.evidence.counting import StockTake
from workbench.ui.dialogs.evidence.handing import ConfirmReceipt, HandOver
from workbench.ui.dialogs.evidence.mending import CorrectEntry, Explain, RecordEntry
from workbench.ui.dialogs.evidence.printing import PrintLabels, PrintPaper
from workbench.ui.dialogs.evidence.register import NewExhibit
from workbench.ui.dialogs.evidence.taking import TakeIn
from workbench.ui.evidence.files import file_line
from workbench.ui.evidence.knots import comma, knots
from workbench.ui.evidence.side import custody_card, files_card, head
from workbench.ui.evidence.states import Shown
from workbench.ui.exhibits.host import Host
from workbench.ui.exhibits.inside import Inside
from workbench.ui.exhibits.running import Running
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.notice import Notice
from workbench.ui.state import moment, speaking, tr
from workbench.ui.state.speech import zone


class Acting:
    """Hands of the page: it lives as long as the page does and keeps nothing of its own."""

    def __init__(self, page: Host, running: Running) -> None:
        self._page, self._running = page, running
        self.inside = Inside(page, running)

    def cards(self, now: Shown) -> tuple[QFrame, QFrame]:
        """The card of the exhibit and the one of its custody or its files."""
        page, exhibit = self._page, now.exhibit
        acts: dict[str, Any] = {
            "twin": lambda: page.told("twin"), "record": self.record, "correct": self.correct,
            "explain": self.explain, "receipt": self.receipt, "print": self.print_paper,
        }  # fmt: skip
        switch = self._switch(now)
        if switch is not None and page.notes.get("side") == "files":
            below = files_card([file_line(self.inside.kept(one), self.inside.do) for one in exhibit.files], switch)
        else:
            below = custody_card(
                knots(exhibit, _said), exhibit, acts, switch=switch, as_table=bool(page.notes.get("twin"))
            )  # fmt: skip
        labels = {one.key: one.label for one in exhibits.fields_of(exhibit.kind, speaking().tag)}
        needed = [labels.get(key, key) for key in exhibit.still_needed]
        _, checked = page.checked.get(exhibit.number, ("", None))
        return head(now, page.room.memory.case_number, _copies(now, checked), needed), below

    def _switch(self, now: Shown) -> Segmented | None:
        """Custody or files; without files there is nothing to choose."""
        if not now.exhibit.files:
            return None
        count = speaking().number(len(now.exhibit.files))
        choices = [("custody", tr(N_("Chain"))), ("files", tr(N_("Files ({count})"), count=count))]

        def chosen(key: str) -> None:
            self._page.notes["side"] = key
            self._page.redraw()

        return Segmented(choices, str(self._page.notes.get("side", "custody")), name="side", then=chosen)

    def _now(self) -> ExhibitRow | None:
        shown = self._page.list.now()
        return shown.exhibit if shown else None

    def _meant(self) -> list[ExhibitRow]:
        """What is ticked, or chosen, without void numbers."""
        return [one.exhibit for one in self._page.list.meant() if not one.exhibit.void]

    def _nothing(self) -> None:
        self._page.tell(Notice(tr(N_("Choose an exhibit first.")), tone="warn"))

    def register(self) -> None:
        NewExhibit(self._page, self._page.room, self._page.found).open()

    def hand_over(self) -> None:
        rows = [one for one in self._meant() if not one.ended]
        if rows:
            HandOver(self._page, self._page.room, rows).open()
        else:
            self._nothing()

    def labels(self) -> None:
        if rows := self._meant():
            PrintLabels(self._page, self._page.room, rows, self._saved).open()
        else:
            self._nothing()

    def print_paper(self) -> None:
        if row := self._now():
            PrintPaper(self._page, self._page.room, row, self._saved).open()

    def _saved(self, made: IssuedRow, target: Path) -> None:
        said = Notice(
            tr(N_("Saved: {file}"), file=ltr(target.name)),
            tr(N_("Document {id}, {n} pages."), id=ltr(made.document_id), n=made.pages), "ok",
        )  # fmt: skip
        said.setObjectName("saved")
        self._page.tell(said)

    def take_in(self) -> None:
        """Ask first whether one was cut off: it can be gone on with."""
        page = self._page
        if any(not one.void for one in page.found):
            page.room.ask(page, intake.list_intakes, page.room.memory.case_id, then=self._take_in, failed=page.refuse)
        else:
            page.tell(Notice(tr(N_("Register the exhibit first that the files belong to.")), tone="warn"))

    def _take_in(self, found: list[IntakeRow]) -> None:
        page, now = self._page, self._now()
        cut_off = [one for one in found if one.state != "ended" and not self._running.busy]
        TakeIn(
            page, page.room, page.found, now.number if now else "", begin=self._running.take_in, cut_off=cut_off
        ).open()

    def count(self) -> None:
        page = self._page
        begun = page.room.now()

        def send(store: str, labels: list[str], remark: str, dialog: Ask) -> None:
            def counted(row: StockTakeRow) -> None:
                dialog.accept()
                self._counted(row)

            page.room.act(
                dialog, custody.stock_take, store, labels, started_at=begun, case=page.room.memory.case_id, note=remark,
                then=counted, failed=dialog.refuse,
            )  # fmt: skip

        StockTake(page, page.room.memory.case_number, page.found, send=send).open()

    def _counted(self, row: StockTakeRow) -> None:
        language = speaking()
        found, due = language.number(len(row.found)), language.number(len(row.expected))
        parts = [tr(N_("{n} of {total} found"), n=found, total=due)]
        for words, codes in (
            (N_("missing: {codes}"), row.missing), (N_("found though elsewhere by the record: {codes}"),
            [label for label, _ in row.elsewhere]), (N_("unknown: {codes}"), row.unknown),
            (N_("void numbers found: {codes}"), row.void),
        ):  # fmt: skip
            if codes:
                parts.append(tr(words, codes=comma().join(map(ltr, codes))))
        said = Notice(
            tr(N_("Stock-take {ref} is recorded."), ref=ltr(row.ref)), ("؛ " if language.rtl else "; ").join(parts),
            "ok" if row.whole else "warn",
        )  # fmt: skip
        said.setObjectName("counted")
        self._page.tell(said)

    def record(self) -> None:
        if row := self._now():
            RecordEntry(self._page, self._page.room, row).open()

    def correct(self, seq: int) -> None:
        row = self._now()
        entry = next((one for one in row.custody if one.seq == seq), None) if row else None
        if row and entry:
            CorrectEntry(self._page, self._page.room, row, entry).open()

    def explain(self) -> None:
        row = self._now()
        if row and row.unexplained:
            Explain(self._page, self._page.room, row, row.unexplained).open()

    def receipt(self) -> None:
        row = self._now()
        if row and row.awaiting:
            ConfirmReceipt(self._page, self._page.room, row).open()


def _said(fault: FaultRow) -> tuple[str, str]:
    return custody.said(fault, speaking().tag, zone())


def _copies(now: Shown, checked: datetime | None) -> list[tuple[str, str, str]]:
    """How many files it has, and what the last check of them found."""
    exhibit = now.exhibit
    if now.state == "broken":
        words = N_("A sealed file is missing or altered. Nothing of it may be used before it is cleared up.")
        return [(tr(words), "late", "ph.x-circle")]
    if not exhibit.files:
        return []
    count = speaking().say_many("{n} file sealed", "{n} files sealed", len(exhibit.files))
    if checked is None:
        return [(tr(N_("{count}, not checked yet"), count=count), "2", "ph.shield")]
    return [(tr(N_("{count}, verified {moment}"), count=count, moment=moment(checked)), "ok", "ph.shield-check")]
