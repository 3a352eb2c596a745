"""«May be the same as …»: who is already known and may be the person that is entered; nobody is named.

Put it under the names of a dialog and call ``look`` whenever something is typed; ``compare`` says which one to show.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.identity.births import Birth
from workbench.services.hits import Likeness
from workbench.services.people import likeness
from workbench.services.rows import NameRow, PaperRow
from workbench.ui.finding import told
from workbench.ui.parts.arrange import column, empty_out, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import code, label
from workbench.ui.room import Room
from workbench.ui.state import tr

PAUSE = 350
MOST = 3


class LikenessStrip(QWidget):
    """Empty and without height while nobody is alike."""

    compare = Signal(object)  # the likeness whose person is to be looked at

    def __init__(self, room: Room, case_id: str, alias: str = "") -> None:
        super().__init__()
        self.setObjectName("likeness")
        self._room, self._case, self._alias = room, case_id, alias
        self._asked: dict[str, Any] = {}
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self.hide()

    def look(
        self, names: Sequence[NameRow], papers: Sequence[PaperRow] = (), phones: Sequence[str] = (),
        birth: Birth | None = None, *, sex: str = "unknown", nationality: str = "",
    ) -> None:  # fmt: skip
        """Look, a moment after the last word was typed."""
        self._asked = {
            "names": tuple(names), "papers": tuple(papers), "phones": tuple(phones), "birth": birth, "sex": sex,
            "nationality": nationality,
        }  # fmt: skip
        self._pause.start()

    def know(self, found: Sequence[Likeness]) -> None:
        """Show the likeliest few; those that somebody already kept apart are not shown again."""
        empty_out(self._box)
        shown = [one for one in found if one.state != "apart"][:MOST]
        if shown:
            self._box.addWidget(label(tr(N_("May be the same as:")), "label", "warn"))
        for place, one in enumerate(shown):
            self._box.addWidget(self._row(one, place))
        self.setVisible(bool(shown))

    def note(self, words: str) -> None:
        """Say something below those who are alike."""
        self._box.addWidget(label(words, "label", "ok", wrap=True))

    def _ask(self) -> None:
        self._room.ask(
            self, likeness.may_be_same, self._case, **self._asked, alias=self._alias, then=self.know,
            failed=lambda _: None,
        )  # fmt: skip

    def _row(self, one: Likeness, place: int) -> QWidget:
        made = QWidget()
        roles = ", ".join(tr(terms.ROLES[role]) for role in one.roles if role in terms.ROLES)
        look = button(
            tr(N_("Compare…")), lambda: self.compare.emit(one), kind="quiet", name=f"compare-{place}"
        )
        first = row(code(ltr(f"{one.case_number} {one.alias}"), "body"), label(isolate(roles), "label", "2"), gap=8)
        if one.initials:
            first.insertWidget(1, label(isolate(" ".join(one.initials)), "label", "2"))
        if one.state == "same":
            first.addWidget(Chip(tr(N_("already said to be the same")), "ok"))
        first.addStretch(1)
        first.addWidget(look)
        why = told.reasons(one.reasons)
        against = tr(N_("Against it: {reasons}"), reasons=told.reasons(one.against)) if one.against else ""
        made.setLayout(column(first, label(why, "label", "2", wrap=True), gap=2))
        if against:
            made.layout().addWidget(label(against, "label", "late", wrap=True))  # type: ignore[union-attr]
        return made
