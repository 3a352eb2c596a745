"""People by code: initials and bars, the roles as chips."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from workbench.i18n import N_, ltr
from workbench.services.people import ROLES
from workbench.services.rows import PersonRow
from workbench.sop import VICTIM_ROLES
from workbench.ui import theme
from workbench.ui.guide.snapshot import person_icon, role_words
from workbench.ui.icons import paint_icon
from workbench.ui.parts.chip import chip_size, paint_chip
from workbench.ui.parts.mask import paint_mask
from workbench.ui.state import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PERSON = Qt.ItemDataRole.UserRole
DANGER = Qt.ItemDataRole.UserRole + 1


def role_tone(role: str) -> str:
    """Victims are tinted, the others outlined: a role is a decision, not an alarm."""
    return "accent" if role in VICTIM_ROLES else "outline" if role in ("suspect", "accused") else "neutral"


class _People(QAbstractListModel):
    """Initials and roles only: the name is not in the model."""

    def __init__(self) -> None:
        super().__init__()
        self.people: list[PersonRow] = []
        self.in_danger: Collection[str] = ()

    def fill(self, found: Sequence[PersonRow], in_danger: Collection[str]) -> None:
        self.beginResetModel()
        self.people, self.in_danger = list(found), in_danger
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        person = self.people[index.row()]
        if role == PERSON:
            return person
        if role == Qt.ItemDataRole.DisplayRole:
            return person.alias
        if role == DANGER:
            return person.alias in self.in_danger
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = tr(N_("Person {code}, {role}, name hidden"), code=person.alias, role=role_words(person))
            return f"{tr(N_('Imminent danger'))}. {said}" if person.alias in self.in_danger else said
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, theme.px(58))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person: PersonRow = index.data(PERSON)
        rect, rtl = option.rect, option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, theme.colour("accentTint"))
            painter.fillRect(
                QRect(rect.right() - 2 if rtl else rect.left(), rect.top(), 3, rect.height()),
                theme.colour("accent"),
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("canvas"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        side = theme.px(20)
        gap, text = theme.px(14), theme.px(46)
        left = rect.right() - gap - side if rtl else rect.left() + gap
        glyph = ("ph.warning-octagon-fill", "danger") if index.data(DANGER) else person_icon(person)
        paint_icon(painter, QRect(left, rect.center().y() - side // 2, side, side), *glyph)
        inner = rect.adjusted(12, 6, -text, -6) if rtl else rect.adjusted(text, 6, -12, -6)
        self._words(painter, inner, person, rtl)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _words(self, painter: QPainter, inner: QRect, person: PersonRow, rtl: bool) -> None:
        half = inner.height() // 2
        mono = theme.font("body", mono=True)
        painter.setFont(mono)
        painter.setPen(theme.colour("text2"))
        width = painter.fontMetrics().horizontalAdvance(person.alias) + 10
        code = QRect(inner.right() - width + 1 if rtl else inner.left(), inner.top(), width, half)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            code,
            int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter),
            ltr(person.alias),
        )
        rest = QRect(inner.left() if rtl else inner.left() + width, inner.top(), inner.width() - width, half)
        paint_mask(painter, rest, person.initials, theme.font("body"), rtl=rtl)
        at, font = 0, theme.font("small", bold=True)
        for role in person.roles:
            text = tr(ROLES.get(role, role))
            size = chip_size(text, "", font)
            if at + size.width() > inner.width():
                break
            left = inner.right() - at - size.width() + 1 if rtl else inner.left() + at
            paint_chip(
                painter,
                QRect(left, inner.top() + half + 1, size.width(), size.height()),
                text,
                role_tone(role),
                font,
                rtl=rtl,
            )
            at += size.width() + 6


class PeopleList(QListView):
    """One stop for the Tab key; arrows move and choose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("people-list")
        self.setAccessibleName(tr(N_("People")))
        self._people = _People()
        self._people.setParent(self)
        self.setModel(self._people)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._moved)

    def fill(self, found: Sequence[PersonRow], chosen: str, in_danger: Collection[str] = ()) -> None:
        """Show these people, one of them chosen; who is in imminent danger carries its mark."""
        if list(found) == self._people.people and set(in_danger) == set(self._people.in_danger):
            self._stand(found, chosen)
            return
        self.selectionModel().blockSignals(True)
        self._people.fill(found, in_danger)
        self.selectionModel().blockSignals(False)
        self._stand(found, chosen)

    def _stand(self, found: Sequence[PersonRow], chosen: str) -> None:
        for place, person in enumerate(found):
            if person.alias == chosen and self.currentIndex().row() != place:
                self.setCurrentIndex(self._people.index(place))

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(int(PERSON)).alias)
