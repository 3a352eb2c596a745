"""All cases of the station: a table with a filter."""

from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services import cases
from workbench.ui import theme, trust
from workbench.ui.deadlines import said
from workbench.ui.dialogs.case import NewCase
from workbench.ui.header import KINDS
from workbench.ui.page import Page
from workbench.ui.parts.arrange import card, column, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.empty import empty
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import day, speaking, tr
from workbench.ui.tables import ROW, Column, Rows, table, widen


class CasesPage(Page):
    """Open with Enter or a double click."""

    key = "cases"
    least = 760

    def titles(self) -> tuple[str, str]:
        return tr(N_("Cases")), tr(N_("All cases of this station"))

    def tools(self) -> list[QWidget]:
        return [button(tr(N_("New case")), self.new, kind="primary", glyph="ph.plus", name="new-case")]

    def build(self) -> None:
        self._columns = self._make_columns()
        self._rows = Rows(self._columns)
        self._view, self._sifted = table(self._rows, name="cases-table", says=tr(N_("Cases")))
        self._view.activated.connect(self._open)
        self._view.doubleClicked.connect(self._open)
        self._filter = QLineEdit(str(self.notes.get("filter", "")))
        self._filter.setPlaceholderText(tr(N_("Filter the cases")))
        self._filter.setAccessibleName(tr(N_("Filter the cases")))
        self._filter.setFixedWidth(theme.px(220))
        self._filter.textChanged.connect(self._sifted.want)
        self._sifted.want(self._filter.text())
        self._count = label("", "label", "2")
        opener = button(tr(N_("Open")), lambda: self._open(self._view.currentIndex()), name="open-case")
        self._none = empty(
            "ph.folder-open",
            tr(N_("No cases yet")),
            tr(N_("The first one is opened with the first report.")),
            tr(N_("New case")),
            self.new,
        )
        self.put(
            card(
                row(opener, self._count, None, self._filter, gap=10, margins=(12, 10, 12, 10)),
                column(self._none, margins=(12, 0, 12, 12)),
                self._view,
                gap=0,
                margins=(0, 0, 0, 0),
            )
        )

    def ask(self) -> None:
        self.room.ask(self, cases.list_cases, then=self._know, failed=self.refuse)

    def keep(self) -> None:
        self.notes["filter"] = self._filter.text()

    def told(self, word: str) -> None:
        if word == "filter":
            self._filter.setFocus()
        else:
            super().told(word)

    def new(self) -> None:
        NewCase(self, self.room, lambda case: self.window().open_case(case)).open()  # type: ignore[attr-defined]

    def primary(self) -> None:
        self._open(self._view.currentIndex())

    def _make_columns(self) -> list[Column]:
        def due(case: Any) -> tuple[str, str, str]:
            if not case.next_due_at:
                return "", "neutral", ""
            words = said(case.next_due_at, self.room.now(), doubted=self.room.doubted)
            return words.text, words.tone, words.glyph

        def alarm(case: Any) -> tuple[str, str, str]:
            if case.danger:
                return tr(N_("Imminent danger")), "danger", "ph.warning-octagon-fill"
            return (
                (tr(N_("Possible child")), "child", "mdi6.human-child") if case.child else ("", "neutral", "")
            )

        def share(case: Any) -> str:
            return tr(N_("{done} of {total}"), done=case.done, total=case.total)

        return [
            Column(tr(N_("Number")), lambda case: ltr(case.number), code=True),
            Column(tr(N_("Title")), lambda case: isolate(case.title), wide=True, strong=True),
            Column(tr(N_("Kind")), lambda case: tr(KINDS.get(case.kind, case.kind)), quiet=True),
            Column(tr(N_("Steps")), share, order=lambda case: case.done / max(1, case.total)),
            Column(
                tr(N_("Next deadline")),
                lambda case: "",
                chip=due,
                order=lambda case: case.next_due_at.timestamp() if case.next_due_at else float("inf"),
            ),
            Column(
                tr(N_("Alert")),
                lambda case: "",
                chip=alarm,
                order=lambda case: (not case.danger, not case.child),
            ),
            Column(
                tr(N_("Opened")),
                lambda case: day(case.opened_at.date()),
                quiet=True,
                order=lambda case: case.opened_at,
            ),
            Column(
                tr(N_("Procedure")), lambda case: "", chip=lambda case: trust.chip(case.trust, case.signer)
            ),
        ]

    def _know(self, found: list[Any]) -> None:
        self._rows.fill(found)
        self._none.setVisible(not found)
        self._view.setVisible(bool(found))
        widen(self._view, self._columns)
        self._count.setText(speaking().say_many("{n} case", "{n} cases", len(found)))
        if found and not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._sifted.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.window().open_case(index.data(int(ROW)))  # type: ignore[attr-defined]


def page(room: Room) -> CasesPage:
    """The page, for the registry."""
    return CasesPage(room)
