"""A day, or a day and a time: typed in either set of digits, or picked from a calendar."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from workbench.i18n import N_
from workbench.ui import theme
from workbench.ui.forms.written import read_day, read_moment, write_day, write_moment
from workbench.ui.icons import icon
from workbench.ui.state import speaking, tr


class MomentEdit(QWidget):
    """What cannot be read as a day or time is kept as it was typed, so that nothing is lost while typing."""

    changed = Signal()
    wide = False

    def __init__(self, zone: str, *, timed: bool) -> None:
        super().__init__()
        self._zone, self._timed = zone, timed
        self.editor = QLineEdit()
        self.editor.setPlaceholderText(tr(N_("Choose date and time")) if timed else tr(N_("Choose date")))
        self._button = QToolButton(self.editor)
        self._button.setIcon(icon("ph.calendar-blank", "text2"))
        self._button.setIconSize(QSize(theme.px(17), theme.px(17)))
        self._button.setAccessibleName(tr(N_("Calendar")))
        self._button.setToolTip(tr(N_("Calendar")))
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        room = theme.px(24)
        self.editor.setTextMargins(room if theme.rtl() else 0, 0, 0 if theme.rtl() else room, 0)
        inner = QHBoxLayout(self.editor)
        inner.setContentsMargins(2, 0, 2, 0)
        inner.addStretch(1)
        inner.addWidget(self._button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.editor)
        self.setFocusProxy(self.editor)
        self.editor.textEdited.connect(lambda _: self.changed.emit())
        self.editor.editingFinished.connect(self._tidy)
        self._button.clicked.connect(self._pick)

    def value(self) -> object:
        text = self.editor.text().strip()
        if not text:
            return ""
        if self._timed:
            at = read_moment(text, self._zone)
            return at.isoformat(timespec="minutes") if at else text
        on = read_day(text)
        return on.isoformat() if on else text

    def put(self, value: object) -> None:
        self.editor.setText(self._shown(str(value or "")))

    def _shown(self, stored: str) -> str:
        """What is stored as it is written in the window's language."""
        try:
            if self._timed:
                at = datetime.fromisoformat(stored)
                return write_moment(at, self._zone, speaking()) if at.tzinfo else stored
            return write_day(date.fromisoformat(stored), speaking())
        except ValueError:
            return stored

    def _tidy(self) -> None:
        """Write what was typed the way it is written elsewhere, once the field is left."""
        self.editor.setText(self._shown(str(self.value())))

    def _pick(self) -> None:
        popup = _CalendarPopup(self)
        popup.picked.connect(self._picked)
        popup.show_under(self.editor)

    def _picked(self, on: date) -> None:
        if self._timed:
            before = read_moment(self.editor.text(), self._zone)
            clock = before.timetz() if before else time()
            at = datetime.combine(on, clock.replace(tzinfo=None), tzinfo=ZoneInfo(self._zone))
            self.editor.setText(write_moment(at, self._zone, speaking()))
        else:
            self.editor.setText(write_day(on, speaking()))
        self.editor.setFocus()
        self.changed.emit()


class _CalendarPopup(QWidget):
    """A calendar that begins its week on Saturday, as it is usual in Iraq."""

    picked = Signal(object)

    def __init__(self, parent: MomentEdit) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calendar = QCalendarWidget()
        self._calendar.setLocale(QLocale(speaking().tag))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Saturday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        on = read_day(parent.editor.text().split(" ")[0])
        if on:
            self._calendar.setSelectedDate(QDate(on.year, on.month, on.day))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._calendar)
        self._calendar.clicked.connect(self._took)
        self._calendar.activated.connect(self._took)

    def show_under(self, field: QLineEdit) -> None:
        """Show below a field, at the start of its line."""
        self.adjustSize()
        corner = field.mapToGlobal(QPoint(0, field.height()))
        if theme.rtl():
            corner.setX(corner.x() + field.width() - self.width())
        self.move(corner)
        self.show()
        self._calendar.setFocus()

    def _took(self, on: QDate) -> None:
        self.picked.emit(date(on.year(), on.month(), on.day()))
        self.close()
