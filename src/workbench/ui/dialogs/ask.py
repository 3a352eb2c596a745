"""The frame of every dialog, and the one that asks for a reason."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.ui import theme
from workbench.ui.parts.arrange import Item, column, empty_out, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.notice import notice_of
from workbench.ui.parts.texts import Picture, label
from workbench.ui.state import tr


class Ask(QDialog):
    """Title, consequence, content, buttons. It stays open, with the reason shown, when it is refused."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        body: str,
        yes: str,
        *,
        glyph: str = "ph.question",
        no: str = "",
        token: str = "accentText",
        width: int = 400,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(title)
        self.setProperty("ground", "surface")
        self.setMinimumWidth(theme.px(width))
        head = row(Picture(glyph, token, 24), gap=10)
        head.addWidget(label(title, "screen", wrap=True), 1)
        self._notices = QVBoxLayout()
        self.inside = QVBoxLayout()
        self.inside.setSpacing(8)
        self.yes = button(yes, self.submit, kind="primary", name="dialog-yes")
        self.no = button(no or tr(N_("Cancel")), self.reject, name="dialog-no")
        items: list[Item] = [head, self._notices, self.inside, 4, row(self.yes, self.no, None, gap=8)]
        if body:
            items.insert(1, label(body, "body", "2", wrap=True))
        self.setLayout(column(*items, gap=8, margins=(20, 18, 20, 18)))
        self.on_submit: Callable[[], object] = self.accept

    def showEvent(self, event: QShowEvent) -> None:
        # A least width that was set by hand lets Qt forget what the words inside need.
        box = self.layout()
        if box is not None:
            self.setMinimumWidth(max(self.minimumWidth(), box.minimumSize().width()))
        super().showEvent(event)
        self._grow()

    def submit(self) -> None:
        """Do what the main button says; a second press while it is done is ignored."""
        empty_out(self._notices)
        self.on_submit()

    def wait(self, waiting: bool) -> None:
        """Show that it is being done."""
        self.yes.setEnabled(not waiting)

    def refuse(self, error: Exception, *, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say why it was refused, with a way on if there is one; what was typed stays."""
        self.wait(False)
        if self.focusWidget() is self.no:
            # While it was being done Qt passed the focus on; the next Enter must not throw all of it away.
            self.yes.setFocus()
        empty_out(self._notices)
        said = notice_of(error, action=action, act=act)
        self._notices.addWidget(said)
        # A widget that is not shown yet has no height to make room for.
        said.show()
        self._grow()

    def _grow(self, *, shrink: bool = False) -> None:
        """Make room for a notice: a dialog does not do it by itself. ``shrink`` takes away what nobody needs."""
        box = self.layout()
        if box is not None:
            box.activate()
            least = 0 if shrink else self.height()
            self.resize(self.width(), max(least, box.totalHeightForWidth(self.width())))

    def stretch(self, inside: QWidget, height: int) -> QScrollArea:
        """Put a long content into a scroll area of a given height."""
        area = scroll(inside)
        # With large letters on a low screen the buttons would otherwise stand under its edge.
        area.setMinimumHeight(min(height, self.screen().availableGeometry().height() // 2))
        self.inside.addWidget(area, 1)
        return area

    def see(self, area: QScrollArea, inside: QWidget) -> None:
        """Bring something that has just been shown inside a scroll area into sight."""
        QTimer.singleShot(0, inside, lambda: area.ensureWidgetVisible(inside, 0, theme.px(24)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        elif not enter:
            # Enter alone belongs to the field it is pressed in.
            super().keyPressEvent(event)


class AskReason(Ask):
    """A decision that needs a reason; ``then`` is handed the reason and the dialog."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        body: str,
        yes: str,
        *,
        question: str = "",
        then: Callable[[str, Ask], object],
        reasons: Sequence[str] = (),
        no: str = "",
        glyph: str = "ph.question",
    ) -> None:
        super().__init__(parent, title, body, yes, no=no, glyph=glyph)
        star = f' <span style="color:{theme.colour("dangerText").name()}">*</span>'
        self._then = then
        self._list: Combo | None = None
        if reasons:
            self._list = Combo([(one, one) for one in reasons], empty=tr(N_("Choose a reason…")))
            self._list.setObjectName("reason-list")
            self._list.setAccessibleName(tr(N_("Reason")))
            self.inside.addWidget(self._list)
        self.inside.addWidget(label((question or tr(N_("Reason"))) + star, "label", "2", rich=True))
        self.reason = QPlainTextEdit()
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(question or tr(N_("Reason")))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(theme.px(76))
        self.inside.addWidget(self.reason)
        self.on_submit = self._send
        (self._list or self.reason).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow(shrink=True)

    def _send(self) -> None:
        chosen = self._list.key if self._list else ""
        typed = self.reason.toPlainText().strip()
        reason = ": ".join(part for part in (chosen, typed) if part)
        if not reason:
            self.refuse(Refusal(Reason.REASON_NEEDED))
            self.reason.setFocus()
            return
        self.wait(True)
        self._then(reason, self)
