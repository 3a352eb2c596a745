"""What was read from a file as a list: when, who, what, and where it stands in the original."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services import readings
from workbench.services.readings import ItemPage, ItemRow
from workbench.services.rows import SealedFileRow
from workbench.ui import theme
from workbench.ui.evidence.lazy import LazyRows
from workbench.ui.icons import icon_dir
from workbench.ui.parts.arrange import card, empty_out, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Elided, label
from workbench.ui.room import Room
from workbench.ui.state import moment, speaking, tr
from workbench.ui.tables import CellDelegate, Column

_PAUSE = 250  # milliseconds of quiet before the filter asks
KINDS = {
    "message": N_("message"),
    "notice": N_("notice of the program"),
    "call": N_("call"),
    "contact": N_("contact"),
    "place": N_("place"),
    "payment": N_("payment"),
    "photo": N_("photograph"),
    "recording": N_("recording"),
    "page": N_("page"),
    "record": N_("record"),
    "file": N_("file inside"),
}


class ReadingPane(QWidget):
    """``back`` leaves it; ``promote`` is handed an item that shall stand on the timeline of the case."""

    def __init__(
        self, room: Room, file: SealedFileRow, *, back: Callable[[], object], promote: Callable[[ItemRow], object],
        failed: Callable[[Exception], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self._room, self._file, self._failed, self._promote = room, file, failed, promote
        arrow = icon_dir("arrow", not theme.rtl())
        head = row(button(tr(N_("Back")), back, glyph=arrow, name="reading-back"), gap=10)
        head.addWidget(Elided(isolate(file.original_name), "card"), 1)
        self._filter = QLineEdit()
        self._filter.setObjectName("reading-filter")
        self._filter.setPlaceholderText(tr(N_("Filter what was read")))
        self._filter.setAccessibleName(tr(N_("Filter what was read")))
        self._filter.setFixedWidth(theme.px(220))
        head.addWidget(self._filter)
        self._sum = label("", "label", "2")
        self._sum.setObjectName("reading-sum")
        self._columns = _columns()
        self.rows = LazyRows(self._columns, self._fetch)
        self.view = self._table()
        self._detail = QVBoxLayout()
        self._detail.setSpacing(6)
        self._below = scroll(_plain(self._detail))
        self._below.setFixedHeight(theme.px(170))
        main = card(head, self._sum, self.view, self._below, gap=8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(main)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self.rows.again)
        self._filter.textChanged.connect(lambda _: self._wait.start())
        self.rows.modelReset.connect(self._counted)
        self.rows.dataChanged.connect(lambda *_: self._came())
        self._back = back
        self.rows.again()
        self.view.setFocus()

    def _table(self) -> QTableView:
        view = QTableView(self)
        self.rows.setParent(view)
        view.setModel(self.rows)
        view.setObjectName("reading-table")
        view.setAccessibleName(tr(N_("What was read")))
        view.setItemDelegate(CellDelegate(self._columns, view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.verticalHeader().hide()
        # All rows are as high as each other: otherwise a table asks for every one of them to know where it is.
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(theme.px(34))
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        for place, (one, width) in enumerate(zip(self._columns, (150, 150, 0, 130), strict=True)):
            if one.wide:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                view.setColumnWidth(place, theme.px(width))
        view.selectionModel().currentRowChanged.connect(self._chosen)
        return view

    def _fetch(self, offset: int, limit: int, then: Callable[[Sequence[Any], int], None]) -> None:
        def came(page: ItemPage) -> None:
            then(page.rows, page.total)

        self._room.ask(
            self, readings.items, self._room.memory.case_id, self._file.file_id, text=self._filter.text().strip(),
            offset=offset, limit=limit, then=came, failed=self._failed,
        )  # fmt: skip

    def _counted(self) -> None:
        self._sum.setText(speaking().say_many("{n} entry", "{n} entries", self.rows.total))
        if not self.view.currentIndex().isValid() and self.rows.total:
            self.view.setCurrentIndex(self.rows.index(0, 0))

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        empty_out(self._detail)
        found = self.rows.row(index.row()) if index.isValid() else None
        if not isinstance(found, ItemRow):
            return
        comma = "، " if speaking().rtl else ", "
        head = row(Chip(tr(KINDS.get(found.kind, found.kind)), "neutral"), gap=8)
        if found.who:
            head.addWidget(Chip(ltr(found.who), "accent", "ph.user"))
        who = [isolate(found.sender) if found.sender else "", comma.join(isolate(one) for one in found.to)]
        head.addWidget(Elided(" — ".join(one for one in who if one), "label", "2"), 1)
        if found.event:
            head.addWidget(Chip(tr(N_("on the timeline: {ref}"), ref=ltr(found.event)), "ok", "ph.check"))
        else:
            words = tr(N_("Put on the timeline…"))
            head.addWidget(
                button(words, partial(self._promote, found), kind="small", glyph="ph.clock", name="promote-item")
            )
        self._detail.addLayout(head)
        if found.text:
            self._detail.addWidget(label(isolate(found.text), "body", wrap=True))
        place = tr(N_("In the original: {place}"), place=ltr(found.place))
        self._detail.addWidget(label(place, "label", "2", wrap=True))
        for doubt in found.doubts_said(speaking()):
            self._detail.addWidget(Chip(doubt, "warn", "ph.warning"))
        self._detail.addStretch(1)

    def _came(self) -> None:
        """A page came; if it holds the row that is chosen, that is shown now."""
        if self._detail.isEmpty():
            self._chosen(self.view.currentIndex(), QModelIndex())

    def again(self) -> None:
        """Ask anew: something was put on the timeline."""
        self.rows.again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)


def _plain(layout: QVBoxLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made


def _columns() -> list[Column]:
    return [
        Column(tr(N_("Time")), when),
        Column(tr(N_("From")), lambda one: _who(one) if one else "…"),
        Column(tr(N_("Text")), lambda one: isolate(" ".join(one.text.split())) if one else "", wide=True),
        Column(tr(N_("In the original")), lambda one: ltr(one.place) if one else "", quiet=True),
    ]


def when(one: ItemRow | None) -> str:
    """The time of an item in the zone of the station, as exactly as the file tells it."""
    if one is None:
        return "…"
    if one.moment is not None and one.exact in ("minute", "second"):
        return moment(one.moment)
    return ltr(one.at) if one.at else "—"


def _who(one: ItemRow) -> str:
    """The code of a person of the case goes before a name or number in the file."""
    return ltr(one.who) if one.who else isolate(one.sender) or "—"
