"""The elements of an offence: what speaks for and against each, source by source, and the charges side by side."""

from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from workbench.i18n import N_, ltr
from workbench.proof import ChargeRow
from workbench.services import elements, findings
from workbench.services.elements import ElementsRow
from workbench.services.findings import FindingRow
from workbench.ui import theme
from workbench.ui.dialogs.finding import LinkEvidence, take_back
from workbench.ui.elements.charges import side_by_side
from workbench.ui.elements.choosing import is_day, law_choice, offence_choice, pair_choice, title
from workbench.ui.elements.cycling import Cycling, Recorded
from workbench.ui.elements.grid import Grid
from workbench.ui.elements.marks import CYCLE, EMPTY, SPOKEN, Mark
from workbench.ui.elements.panel import Panel
from workbench.ui.page import Page
from workbench.ui.parts.arrange import Flow, bar, card, column, empty_out, holder, row
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.empty import empty
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr

Looked = tuple[ElementsRow, tuple[ChargeRow, ...]]
MATRIX, CHARGES = "matrix", "charges"


def _look(desk: Any, case: str, tag: str, chosen: dict[str, Any]) -> Looked:
    """The matrix of what is chosen, and the charges where those are shown."""
    found = elements.look(
        desk, case, tag, suspect=chosen.get("suspect", ""), about=chosen.get("about", ""),
        offence=chosen.get("offence", ""),
    )
    if chosen.get("view") != CHARGES or not found.suspect:
        return found, ()
    on = date.fromisoformat(chosen["on"]) if chosen.get("on") else None
    return found, findings.charges_of(
        desk, case, found.suspect, found.about, tag, on=on, charges=_charges(found, chosen),
        jurisdiction=chosen.get("place", ""),
    )  # fmt: skip


def _charges(found: ElementsRow, chosen: dict[str, Any]) -> list[str]:
    """The charges that stand side by side: those chosen, or those of the track."""
    track = findings.track_of(found.about)
    return list(chosen.get("charges") or [one.key for one in found.offences if one.track == track])


class ElementsPage(Page):
    """The space bar sets a strength; it is recorded when the hand rests, and can be undone for a while."""

    key = "elements"
    least = 700

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._found: ElementsRow | None = None
        self._rows: tuple[ChargeRow, ...] = ()
        self._folded = True
        self._cycling: Cycling | None = None

    def build(self) -> None:
        self.notes.setdefault("view", MATRIX)
        self._head = column(gap=8, margins=(14, 10, 12, 10))
        self._middle = column(gap=0)
        self._foot = column(gap=0)
        left = card(bar("line", self._head), gap=0, margins=(1, 1, 1, 1))
        left.layout().addLayout(self._middle, 1)  # type: ignore[union-attr]
        left.layout().addWidget(bar("footer", self._foot))  # type: ignore[union-attr]
        self._panel = Panel(link=self._link, edit=self._edit, withdraw=lambda one: take_back(self, self.room, one))
        self._panel.setFixedWidth(theme.px(324))
        self._grid = Grid(cycle=self._cycle, open_it=self._open, left=self._record)
        self._grid.moved.connect(self._moved)
        self._cycling = Cycling(self.room, self._grid, self._grid.rows, self.refuse)
        self._cycling.done.connect(self._recorded)
        self._cycling.over.connect(lambda: self._draw_foot())
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(left, 1)
        line.addWidget(self._panel)
        self.put(holder(line))
        self._draw()

    def ask(self) -> None:
        self.room.ask(
            self, _look, self.room.memory.case_id, speaking().tag, dict(self.notes), then=self._know, failed=self.refuse
        )

    def keep(self) -> None:
        self._record()

    def new(self) -> None:
        self._link()

    def told(self, word: str) -> None:
        if word == "snapshot":
            self._folded = not self._folded
            self._fit()
        else:
            super().told(word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room beside the matrix, the panel is folded away until it is asked for."""
        if self._cycling is not None:
            narrow = self.width() < theme.px(1040)
            shown = self._found is not None and bool(self._found.suspect) and self.notes["view"] == MATRIX
            self._panel.setVisible(shown and not (narrow and self._folded))
            self._details.setVisible(narrow and shown)

    def _know(self, found: Looked) -> None:
        self._found, self._rows = found
        self._draw()

    # what is shown
    def _draw(self) -> None:
        self._draw_head()
        matrix = self.notes["view"] == MATRIX
        self._middle.removeWidget(self._grid)
        self._grid.setParent(self)
        self._grid.hide()
        empty_out(self._middle)
        found = self._found
        if found is not None and found.suspect and matrix:
            self._middle.addWidget(self._grid, 1)
            self._grid.fill(found, self.room.memory.case_number, *self._chosen())
            self._grid.show()
            self._panel.show_line(found, self._grid.now())
        elif found is not None and found.suspect:
            words = {key: said for _, key, said in found.names}
            self._middle.addWidget(side_by_side(self._rows, lambda key: words.get(key, key)), 1)
        elif found is not None:
            none = empty(
                "ph.table", tr(N_("No suspect with a victim or a journey yet")),
                tr(N_("The matrix begins when a suspect and a victim, or a journey, are recorded.")),
                tr(N_("Go to the people")), lambda: self.room.went.emit("people"),
            )  # fmt: skip
            self._middle.addLayout(column(none, None, margins=(14, 14, 14, 14)), 1)
        else:
            self._middle.addStretch(1)
        self._draw_foot()
        self._fit()

    def _draw_head(self) -> None:
        empty_out(self._head)
        found = self._found
        self._details = icon_button(
            "ph.columns", tr(N_("Show or hide the element")), lambda: self.told("snapshot"), name="details"
        )
        segment = Segmented(
            [(MATRIX, tr(N_("Matrix"))), (CHARGES, tr(N_("Compare charges")))], str(self.notes["view"]),
            name="elements-view", then=lambda view: self._pick("view", view),
        )  # fmt: skip
        top = row(gap=8)
        top.addWidget(title(found), 1)
        top.addWidget(segment)
        paper = "proof_matrix" if self.notes["view"] == MATRIX else "charge_comparison"
        export = button(tr(N_("As a paper")), lambda: self._paper(paper), glyph="ph.export", name="elements-paper")
        top.addWidget(export)
        top.addWidget(self._details)
        self._head.addLayout(top)
        if found is None or not found.suspect:
            return
        under = Flow(8)
        under.addWidget(pair_choice(found, self._pick))
        if self.notes["view"] == CHARGES:
            on, place = str(self.notes.get("on", "")), str(self.notes.get("place", ""))
            for one in law_choice(found, _charges(found, self.notes), on, place, self._pick):
                under.addWidget(one)
        else:
            under.addWidget(offence_choice(found, self._pick))
        self._head.addWidget(holder(under))

    def _draw_foot(self) -> None:
        """What the marks mean and what the keys do; for a while after a record, the way to undo it."""
        empty_out(self._foot)
        last = self._cycling.last if self._cycling is not None else None
        if self.notes["view"] != MATRIX:
            self._foot.addLayout(row(label(tr(N_("The program shows what is there; the judge decides.")), "label", "2"),
                                     None, margins=(14, 8, 14, 8)))  # fmt: skip
            return
        if last is not None:
            self._foot.addLayout(self._undoing(last))
            return
        line = Flow(14)
        for mark in (*CYCLE[:4], EMPTY):
            line.addWidget(holder(row(Mark(mark), label(tr(SPOKEN[mark]), "label", "2"), gap=6)))
        keys = tr(N_("{space}: change the strength. {enter}: open the link."), space=ltr("Space"), enter=ltr("Enter"))
        line.addWidget(label(keys, "label", "2"))
        self._foot.addLayout(row(holder(line), margins=(14, 6, 14, 6)))

    def _undoing(self, last: Recorded) -> QHBoxLayout:
        new = last.new
        mark = "against" if new.side == "against" else new.strength
        said = tr(N_("Recorded: {source}, {strength}."), source=ltr(new.source), strength=tr(SPOKEN[mark]))
        assert self._cycling is not None
        undo = button(tr(N_("Undo")), self._cycling.undo, kind="small", glyph="ph.arrow-u-up-left", name="undo")
        return row(label(said, "label"), undo, None, margins=(14, 4, 14, 4))

    # what is chosen
    def _chosen(self) -> tuple[tuple[str, str], int]:
        part, key = self.notes.get("line", ("", ""))
        return (part, key), int(self.notes.get("column", 1))

    def _moved(self) -> None:
        self._record()
        line, index = self._grid.now(), self._grid.view.currentIndex()
        if self._found is None or line is None:
            return
        before = self.notes.get("line")
        self.notes["line"], self.notes["column"] = line.key, index.column()
        if before != line.key:
            self._panel.show_line(self._found, line)

    def _pick(self, what: str, value: object) -> None:
        self._record()
        if what == "pair":
            self.notes["suspect"], self.notes["about"] = str(value).split(" ", 1)
            for left in ("offence", "charges", "line"):
                self.notes.pop(left, None)
        elif what == "on":
            if not is_day(str(value)) or self.notes.get("on", "") == value:
                return
            self.notes["on"] = value
        else:
            self.notes[what] = value
        self.quiet()
        self.ask()

    # what is done
    def _cycle(self, index: QModelIndex) -> None:
        assert self._cycling is not None
        if self._found is None or not self._cycling.turn(self._found, index):
            self._open(index)

    def _record(self) -> None:
        if self._cycling is not None:
            self._cycling.record()

    def _recorded(self, _recorded: Recorded) -> None:
        self._draw_foot()

    def _open(self, index: QModelIndex) -> None:
        """Enter: what is linked in this cell, or a new link of this element to this source."""
        self._record()
        found = self._grid.rows.found(index.row(), index.column())
        if len(found) == 1:
            self._edit(found[0])
        elif not found:
            self._link()
        else:
            # Several findings stand in the panel, each with its own way to correct it.
            self._folded = False
            self._fit()
            self._panel.setFocus()
            self._panel.focusNextChild()

    def _link(self) -> None:
        if self._found is None or not self._found.suspect:
            return
        line, index = self._grid.now(), self._grid.view.currentIndex()
        source = self._grid.rows.source(index.column()) if index.isValid() else None
        element = line.line.key if line is not None and line.line is not None else ""
        LinkEvidence(self, self.room, self._found, element=element, source=source).open()

    def _edit(self, one: FindingRow) -> None:
        if self._found is not None:
            LinkEvidence(self, self.room, self._found, old=one).open()

    def _paper(self, kind: str) -> None:
        self.room.memory.of("documents", self.room.memory.case_id)["kind"] = kind
        self.room.went.emit("documents")


def page(room: Room) -> ElementsPage:
    """The page, for the registry."""
    return ElementsPage(room)
