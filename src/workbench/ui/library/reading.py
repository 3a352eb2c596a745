"""The library as one reads in it: the editions, the chosen one as chart, table or booklet, and its steps in full."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTableView, QWidget

from workbench.i18n import N_, isolate
from workbench.security import Act
from workbench.services import library
from workbench.services.editions import EditionRow
from workbench.services.keys import KeyRow
from workbench.sop import Pack
from workbench.ui import theme
from workbench.ui.library import twin
from workbench.ui.library.beside import edition_text, legend
from workbench.ui.library.booklet import Booklet
from workbench.ui.library.chart import Chart
from workbench.ui.library.keys import key_list, trust_key
from workbench.ui.library.plan import Plan, plan
from workbench.ui.library.shelf import Shelf
from workbench.ui.library.step_text import step_text
from workbench.ui.parts.arrange import bar, card, column, empty_out, holder, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.texts import Elided, label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr

CHART, TABLE, BOOKLET = "chart", "table", "booklet"
Refuse = Callable[[Exception], object]


class Reading(QWidget):
    """``notes`` are the page's: the edition, the view, the step that is chosen and the one that is opened."""

    def __init__(self, room: Room, notes: dict[str, Any], move: Callable[[EditionRow], object], refuse: Refuse) -> None:
        super().__init__()
        self.setObjectName("reading")
        self._room, self._notes, self._move_to, self._refuse = room, notes, move, refuse
        self._editions: Sequence[EditionRow] = ()
        self._pack: Pack | None = None
        self._plan: Plan | None = None
        self._shown: Chart | QTableView | Booklet | None = None
        notes.setdefault("view", CHART)
        self._shelf = Shelf()
        self._shelf.chosen.connect(self._choose)
        self._keys = column(margins=(14, 0, 8, 8))
        self._start = holder(column(self._editions_card(), self._keys_card(), gap=8))
        self._start.setFixedWidth(theme.px(296))
        self._middle = column(gap=0)
        self._side = column(margins=(14, 12, 6, 12))
        self._aside = card(scroll(holder(self._side)), gap=0, margins=(1, 1, 1, 1))
        self._aside.setFixedWidth(theme.px(316))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._start)
        line.addWidget(card(self._views(), holder(self._middle), gap=0, margins=(1, 1, 1, 1)), 1)
        line.addWidget(self._aside)
        self._fit()

    def _editions_card(self) -> QFrame:
        head = row(label(tr(N_("Procedures")), "card"), None, margins=(14, 10, 12, 8))
        made = card(head, self._shelf, gap=0, margins=(1, 1, 1, 1))
        made.setMinimumHeight(theme.px(150))
        return made

    def _keys_card(self) -> QFrame:
        head = row(label(tr(N_("Keys of authorities")), "card"), None, gap=8, margins=(14, 8, 12, 4))
        if self._room.desk.may(Act.KEY_TRUST):
            words = tr(N_("Trust a key…"))
            trust: Callable[[], object] = lambda: trust_key(self, self._room, lambda _: None, self._refuse)  # noqa: E731
            head.addWidget(button(words, trust, kind="small", name="trust-key"))
        area = scroll(holder(self._keys))
        area.setObjectName("keys")
        made = card(head, area, gap=0, margins=(1, 1, 1, 1))
        made.setMaximumHeight(theme.px(220))
        return made

    def _views(self) -> QFrame:
        """How the edition is shown, and moving cases to it."""
        self._title = Elided("", "card")
        views = ((CHART, N_("Chart")), (TABLE, N_("Table")), (BOOKLET, N_("Booklet")))
        self._pick = Segmented(
            [(key, tr(words)) for key, words in views], str(self._notes["view"]), name="view", then=self.view
        )
        self._move = button(tr(N_("Move cases…")), self._move_cases, glyph="ph.swap", name="move-cases")
        self._move.setVisible(self._room.desk.may(Act.CASE_MOVE))
        line = row(gap=10, margins=(12, 8, 12, 8))
        line.addWidget(self._title, 1)
        line.addWidget(self._pick)
        line.addWidget(self._move)
        return bar("line", line)

    # what the page tells
    def fill(self, found: Sequence[EditionRow], known: Sequence[KeyRow]) -> None:
        """Show these editions and keys; what was chosen stays chosen."""
        self._editions = found
        self._notes["digest"] = self._shelf.fill(found, str(self._notes.get("digest", "")))
        empty_out(self._keys)
        self._keys.addWidget(key_list(known, self._room, self))
        if self._pack is None or self._pack.digest != self._notes["digest"]:
            self._read()
        elif not self._notes.get("opened"):
            self._draw_side()

    def keep(self) -> None:
        """Put away which step is chosen."""
        if step := self._step():
            self._notes["step"] = step

    def told(self, word: str) -> bool:
        """Do what a command says; whether it was one of these."""
        by = {"next_step": 1, "previous_step": -1}.get(word, 0)
        if word == "twin":
            self.view(TABLE if self._notes["view"] == CHART else CHART)
        elif by and isinstance(self._shown, Chart):
            self._shown.choose(self._shown.plan.next(self._shown.now, by))
        elif by and isinstance(self._shown, Booklet):
            self._shown.viewer.turn(by)
        elif word == "snapshot":
            self._open("" if self._notes.get("opened") else self._step())
        elif word == "filter":
            self._shelf.setFocus()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._notes.get("opened"):
            self._open("")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for three columns, an opened step takes the place of the list."""
        narrow, opened = self.width() < theme.px(1130), bool(self._notes.get("opened"))
        beside = self._notes["view"] != BOOKLET and (opened or not narrow)
        self._aside.setVisible(beside)
        self._start.setVisible(not (narrow and beside))

    # what is shown
    def _now(self) -> EditionRow | None:
        wanted = self._notes.get("digest")
        return next((one for one in self._editions if one.digest == wanted), None)

    def _choose(self, digest: str) -> None:
        self._notes.update(digest=digest, opened="", step="")
        self._read()

    def _read(self) -> None:
        """Ask for the procedure that is chosen, in the language of the window."""
        if digest := str(self._notes.get("digest", "")):
            tag = speaking().tag
            self._room.ask(self, library.opened, digest, tag, then=self._opened, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._refuse(error)

    def _opened(self, pack: Pack) -> None:
        if pack.digest == self._notes.get("digest"):
            self._pack, self._plan = pack, plan(pack)
            self._draw()

    def view(self, which: str) -> None:
        """Show the edition as chart, table or booklet; the step that is chosen stays chosen."""
        self.keep()
        had = self._shown is not None and self._shown.hasFocus()
        self._notes["view"] = which
        self._pick.choose(which)
        self._draw()
        if had and self._shown is not None:
            self._shown.setFocus()

    def _draw(self) -> None:
        edition = self._now()
        if self._pack is None or self._plan is None or edition is None:
            return
        empty_out(self._middle)
        self._title.setText(isolate(edition.title))
        step, view = str(self._notes.get("step") or ""), self._notes["view"]
        if view == CHART:
            self._shown = chart = Chart(edition.title, self._plan, step)
            chart.chosen.connect(self._walk)
            chart.opened.connect(self._open)
            self._middle.addWidget(bar("line", column(legend(), margins=(14, 6, 12, 6))))
        elif view == TABLE:
            self._shown = rows = twin.twin(self._pack, self._plan)
            twin.choose(rows, step)
            for signal in (rows.activated, rows.clicked):
                signal.connect(lambda _: self._open(twin.chosen(rows)))
        else:
            self._shown = Booklet(self._room, edition, self._notes)
        self._middle.addWidget(self._shown, 1)
        self._draw_side()
        self._fit()
        if isinstance(self._shown, Chart):
            self._shown.reveal()

    def _step(self) -> str:
        if isinstance(self._shown, Chart):
            return self._shown.now
        return twin.chosen(self._shown) if isinstance(self._shown, QTableView) else ""

    def _walk(self, step: str) -> None:
        self._notes["step"] = step
        if self._notes.get("opened"):
            self._open(step)

    def _open(self, step: str) -> None:
        """Show a step beside the chart; without one, the edition."""
        self._notes["opened"] = step
        self._draw_side()
        self._fit()
        if isinstance(self._shown, Chart):
            self._shown.reveal()

    def _draw_side(self) -> None:
        edition, step = self._now(), str(self._notes.get("opened") or "")
        if self._pack is None or self._plan is None or edition is None:
            return
        empty_out(self._side)
        if step in self._plan.nodes:
            back = button(tr(N_("About the edition")), lambda: self._open(""), kind="quiet", name="about-edition")
            self._side.addLayout(row(back, None))
            self._side.addWidget(step_text(self._pack, self._plan.nodes[step]))
        else:
            self._side.addWidget(edition_text(edition, self._pack))

    def _move_cases(self) -> None:
        if (edition := self._now()) is not None:
            self._move_to(edition)
