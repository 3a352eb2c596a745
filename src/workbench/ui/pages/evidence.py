"""The exhibits of a case: a table, and the one that is chosen with its label, files and custody."""

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from workbench.i18n import N_
from workbench.services import exhibits, readings, verifying
from workbench.services.readings import ReadingRow
from workbench.services.rows import ExhibitRow
from workbench.services.verifying import CheckRow
from workbench.ui import theme
from workbench.ui.evidence.beside import Beside
from workbench.ui.evidence.list import ExhibitList
from workbench.ui.evidence.preview import PreviewPane
from workbench.ui.evidence.states import Shown, counted
from workbench.ui.evidence.sums import Sums
from workbench.ui.evidence.telling import shown_of
from workbench.ui.exhibits.acting import Acting
from workbench.ui.exhibits.host import Checked, Host
from workbench.ui.exhibits.running import Running
from workbench.ui.parts.arrange import Flow, card, column, empty_out, holder, row
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.empty import empty
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr

_NARROW = 1040


class EvidencePage(Host):
    """Long work shows how far it is and can be stopped; what was finished stays."""

    key = "evidence"
    least = 560

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._rows: list[Shown] = []
        self.running = Running(self)
        self.acting = Acting(self, self.running)

    def build(self) -> None:
        self.list = ExhibitList(self._chosen, self._ticked)
        self._filter = QLineEdit(str(self.notes.get("filter", "")))
        self._filter.setPlaceholderText(tr(N_("Filter the exhibits")))
        self._filter.setAccessibleName(tr(N_("Filter the exhibits")))
        self._filter.setObjectName("exhibits-filter")
        self._filter.setFixedWidth(theme.px(170))
        self._filter.textChanged.connect(self.list.sifted.want)
        self.list.sifted.want(self._filter.text())
        self.list.sifted.only(str(self.notes.get("state", "")))
        self._sums = Sums(self._only)
        self.running.build()
        nothing = empty(
            "ph.archive-box",
            tr(N_("No exhibits yet")),
            tr(N_("The first one is registered at the seizure.")),
            tr(N_("Register exhibit")),
            self.new,
        )
        self._empty = holder(column(nothing, margins=(12, 0, 12, 12)))
        main = card(
            self._tools(),
            column(self._sums, margins=(12, 0, 12, 8)),
            self.running.going,
            self._empty,
            self.list.view,
            gap=0,
            margins=(0, 0, 0, 0),
        )
        self._side = column(gap=8)
        self._aside = holder(self._side)
        self.stack = QStackedWidget()
        self.stack.addWidget(main)
        self._beside = Beside(self.stack, self._aside, width=352, narrow=_NARROW)
        self.put(self._beside)
        self._fit()
        self._show()

    def _tools(self) -> Any:
        self._details = icon_button(
            "ph.columns", tr(N_("Show or hide the details")), self._fold, name="details"
        )
        flow = Flow(8)
        for words, act, kind, glyph, name in (
            (tr(N_("Register exhibit")), self.new, "primary", "ph.plus", "register-exhibit"),
            (tr(N_("Hand over…")), self.acting.hand_over, "secondary", "ph.arrows-left-right", "hand-over"),
            (tr(N_("Verify all")), self.verify, "secondary", "ph.shield-check", "verify-all"),
            (tr(N_("Labels…")), self.acting.labels, "secondary", "ph.printer", "print-labels"),
            (tr(N_("Take in files…")), self.acting.take_in, "secondary", "ph.paperclip", "take-in"),
            (tr(N_("Stock-take…")), self.acting.count, "secondary", "ph.barcode", "stock-take"),
        ):
            made = button(words, act, kind=kind, glyph=glyph, name=name)
            flow.addWidget(made)
            if name == "verify-all":
                self._verify = made
        tools = holder(flow)
        line = row(gap=8, margins=(12, 10, 12, 8))
        line.addWidget(tools, 1)
        line.addLayout(row(self._filter, self._details, gap=8))
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room beside the table, the details are folded away until they are asked for."""
        if hasattr(self, "_beside"):
            self._details.setVisible(self._beside.narrow)

    def _fold(self) -> None:
        self._beside.draw(not self._beside.drawn)

    def ask(self) -> None:
        self.room.ask(
            self, _looked_up, self.room.memory.case_id, speaking().tag, then=self._know, failed=self.refuse
        )

    def keep(self) -> None:
        self.notes["filter"] = self._filter.text()
        self.notes["ticked"] = set(self.list.rows.chosen)

    def told(self, word: str) -> None:
        if word == "filter":
            self._filter.setFocus()
        elif word == "attach":
            self.acting.take_in()
        elif word == "snapshot":
            self._fold()
        elif word == "twin":
            self.notes["twin"] = not self.notes.get("twin", False)
            self._draw_side()
        else:
            super().told(word)

    def new(self) -> None:
        self.acting.register()

    def primary(self) -> None:
        self.new()

    def badges(self) -> dict[str, int]:
        late = sum(one.state in ("broken", "gap") for one in self._rows)
        return {"evidence": late} if late else {}

    def _know(self, found: tuple[list[ExhibitRow], list[ReadingRow], dict[str, Checked]]) -> None:
        self.found, read, self.checked = found
        self.read = {one.file_id: one for one in read}
        self._show()

    def _show(self) -> None:
        self._rows = shown_of(self.found, {key: one[0] for key, one in self.checked.items()})
        self.list.rows.chosen |= self.notes.pop("ticked", set())
        self.list.fill(self._rows, str(self.notes.get("chosen", "")))
        self._empty.setVisible(not self.found)
        self._sums.setVisible(bool(self.found))
        self.list.view.setVisible(bool(self.found))
        self._draw_sums()
        self._draw_side()

    def _draw_sums(self) -> None:
        self._verify.setText(tr(N_("Verify chosen") if self.list.rows.chosen else N_("Verify all")))
        counts = counted(self._rows)
        now = str(self.notes.get("state", ""))
        if now and now not in counts:
            self._only("")
            now = ""
        self._sums.show_counts(len(self._rows), counts, now, len(self.list.rows.chosen))

    def _only(self, state: str) -> None:
        self.notes["state"] = state
        self.list.sifted.only(state)
        if not self.list.view.currentIndex().isValid():
            self.list.stand_on("")

    def _ticked(self) -> None:
        self._draw_sums()

    def _chosen(self, number: str) -> None:
        if number != self.notes.get("chosen"):
            self.notes["chosen"] = number
            self._draw_side()

    def _draw_side(self) -> None:
        empty_out(self._side)
        now = self.list.now()
        if now is None:
            self._side.addStretch(1)
            return
        top, below = self.acting.cards(now)
        self._side.addWidget(top)
        self._side.addWidget(below, 1)

    def redraw(self) -> None:
        """Draw the card of the chosen exhibit again."""
        self._draw_side()

    def verify(self) -> None:
        """Check the files of the exhibits that are ticked, or of all."""
        self.running.verify(frozenset(self.list.rows.chosen) or None)

    def cover(self) -> None:
        for pane in self.stack.findChildren(PreviewPane):
            pane.cover()


def _looked_up(desk: Any, case: str, tag: str) -> tuple[list[ExhibitRow], list[ReadingRow], dict[str, Checked]]:
    """The exhibits, what was read of their files, and what the last checks of their files found, with the oldest."""
    exhibits.exhibit_kinds(tag)
    files: dict[str, list[CheckRow]] = {}
    for one in verifying.checks(desk, case):
        files.setdefault(one.exhibit, []).append(one)
    checked: dict[str, Checked] = {}
    for number, found in files.items():
        times = [one.checked_at for one in found if one.checked_at]
        every = min(times) if len(times) == len(found) else None
        state = "broken" if not all(one.whole for one in found) else "verified" if every else "sealed"
        checked[number] = (state, every)
    return exhibits.list_exhibits(desk, case), readings.list_readings(desk, case), checked


def page(room: Room) -> QWidget:
    """The page, for the registry."""
    return EvidencePage(room)
