"""The register of deviations: where the case left the procedure, why, and whether a second person agreed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.security import Act
from workbench.security.acts import ROLE_LABELS
from workbench.services.rows import DeviationRow
from workbench.terms import STEPS, VERDICTS
from workbench.ui import theme
from workbench.ui.parts.arrange import bar, column, empty_out, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import code, label
from workbench.ui.room import Room
from workbench.ui.state import moment, speaking, tr
from workbench.ui.tables import ROW, Chipped, Column, Rows, table, widen

OVERRIDE, LATE = "override", "late"
_GLYPHS = {
    "not_applicable": ("neutral", "ph.minus-circle"),
    "waived": ("neutral", "ph.hand"),
    "early": ("warn", "ph.skip-forward"),
    "late": ("warn", "ph.clock-afternoon"),
    "override": ("late", "ph.shield-warning"),
}


def in_order(found: Sequence[DeviationRow]) -> list[DeviationRow]:
    """Gates that were passed to protect life first, then what waits for a second person, then by time."""
    return sorted(found, key=lambda one: (one.kind != OVERRIDE, not one.awaiting, one.at))


def kind_chip(one: DeviationRow) -> Chipped:
    """How the case left the procedure."""
    tone, glyph = _GLYPHS[one.kind]
    return tr(STEPS[one.kind]), tone, glyph


def second_chip(one: DeviationRow) -> Chipped:
    """What the second person said, or that somebody is waited for."""
    if one.awaiting:
        return tr(N_("waits for a second person")), "warn", "ph.hourglass"
    if one.verdict:
        agreed = one.verdict == "approved"
        words = f"{tr(VERDICTS[one.verdict])}: {isolate(one.second_by)}"
        return words, "ok" if agreed else "late", "ph.check-circle" if agreed else "ph.x-circle"
    if not one.standing:
        return tr(N_("reopened since")), "neutral", "ph.arrow-u-up-left"
    if one.kind == LATE and not one.reason:
        return tr(N_("no reason yet")), "warn", "ph.chat-text"
    return "", "neutral", ""


def why_not(one: DeviationRow, desk: Any) -> str:
    """Why the person signed in cannot look at it as the second one; empty if that is possible."""
    if not one.awaiting:
        if one.verdict:
            return tr(N_("A second person has looked at it."))
        if not one.standing:
            return tr(N_("The step was reopened, so nobody needs to look at it any more."))
        return tr(N_("No second person needs to look at it."))
    if not desk.may(Act.DEVIATION_APPROVE):
        role = tr(ROLE_LABELS[desk.role])
        return tr(N_("A supervisor has to look at it; you are signed in as {role}."), role=role)
    if one.by == desk.actor.name:
        return tr(N_("You recorded it yourself: another supervisor has to look at it."))
    return ""


class Register(QFrame):
    """A table, and under it the chosen line in full with what can be done about it."""

    def __init__(self, room: Room, act: Callable[[str, DeviationRow], object], chosen: str) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._room, self._act, self.chosen = room, act, chosen
        self._found: list[DeviationRow] = []
        self._columns = _columns()
        self._rows = Rows(self._columns)
        self.view, self._sifted = table(self._rows, name="deviations-table", says=tr(N_("Register of deviations")))
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        self._count = label("", "label", "2")
        self._none = label(tr(N_("The case has not left the procedure so far.")), "body", "2", wrap=True)
        self._none.setContentsMargins(14, 0, 14, 12)
        self._strip = QVBoxLayout()
        self._strip.setContentsMargins(14, 8, 12, 8)
        self._foot = bar("footer", self._strip)
        head = row(label(tr(N_("Register of deviations")), "card"), self._count, None, gap=10, margins=(14, 10, 12, 8))
        self.setLayout(column(head, self._none, self.view, self._foot, gap=0, margins=(1, 1, 1, 1)))
        self.fill([])

    def fill(self, found: Sequence[DeviationRow]) -> None:
        """Show these lines; the one that was chosen stays chosen."""
        chosen, self._found = self.chosen, in_order(found)
        self._rows.fill(self._found)
        widen(self.view, self._columns, least=54, most=270)
        self._count.setText(
            speaking().say_many("{n} deviation", "{n} deviations", len(found)) if found else ""
        )
        self._none.setVisible(not found)
        self.view.setVisible(bool(found))
        self._foot.setVisible(bool(found))
        self.setFixedHeight(theme.px(290) if found else self.sizeHint().height())
        self.show_line(chosen)

    def show_line(self, ref: str) -> None:
        """Choose the line of a reference, or the first."""
        refs = [self._sifted.index(place, 0).data(ROW).ref for place in range(self._sifted.rowCount())]
        if refs:
            self.view.setCurrentIndex(self._sifted.index(refs.index(ref) if ref in refs else 0, 0))
        self._draw()

    def line(self, ref: str) -> DeviationRow | None:
        """The line of a reference."""
        return next((one for one in self._found if one.ref == ref), None)

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen = index.data(int(ROW)).ref
            self._draw()

    def _draw(self) -> None:
        empty_out(self._strip)
        one = self.line(self.chosen)
        if one is None:
            return
        refused = why_not(one, self._room.desk)
        line = row(gap=12)
        line.addWidget(_words(one, refused), 1)
        tools = row(gap=8)
        if not refused:
            review = tr(N_("Review…"))
            tools.addWidget(button(review, lambda: self._act("review", one), name="review", glyph="ph.users"))
        if one.kind == LATE:
            words = tr(N_("Say why…")) if not one.reason else tr(N_("Say more…"))
            tools.addWidget(button(words, lambda: self._act("explain", one), name="explain", glyph="ph.chat-text"))
        step = tr(N_("Go to {step}"), step=ltr(one.step))
        tools.addWidget(button(step, lambda: self._act("step", one), name="deviation-step"))
        line.addWidget(holder(tools), 0, Qt.AlignmentFlag.AlignTop)
        self._strip.addLayout(line)


def _words(one: DeviationRow, refused: str) -> QWidget:
    """The chosen line in full."""
    head = row(code(ltr(one.step), "label"), gap=8)
    head.addWidget(label(isolate(one.title), "card", wrap=True), 1)
    box = column(head, gap=2)
    text, tone, glyph = kind_chip(one)
    if one.kind == OVERRIDE:
        box.addWidget(Chip(text, tone, glyph))
    reason = isolate(one.reason) if one.reason else tr(N_("No reason was given yet."))
    box.addWidget(label(tr(N_("Reason: {reason}"), reason=reason), "body", wrap=True))
    if one.second_reason:
        second = tr(
            N_("Second person, {name}: {reason}"), name=one.second_by, reason=isolate(one.second_reason)
        )
        box.addWidget(label(second, "label", "2", wrap=True))
    if refused:
        said = label(refused, "label", "2", wrap=True)
        said.setObjectName("why-not")
        box.addWidget(said)
    return holder(box)


def _columns() -> list[Column]:
    return [
        Column(tr(N_("How")), lambda one: "", chip=kind_chip),
        Column(tr(N_("Step")), lambda one: ltr(one.step), code=True),
        Column(tr(N_("Person")), lambda one: ltr(one.subject) if one.subject else "—", code=True),
        Column(tr(N_("When")), lambda one: moment(one.at), order=lambda one: one.at),
        Column(tr(N_("Who")), lambda one: isolate(one.by) if one.by else "—"),
        Column(
            tr(N_("Reason")), lambda one: " ".join(one.reason.split()) if one.reason else "—", wide=True, quiet=True
        ),
        Column(tr(N_("Second person")), lambda one: "", chip=second_chip),
    ]  # fmt: skip
