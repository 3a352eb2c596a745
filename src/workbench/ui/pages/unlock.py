"""Sign in: who, and the passphrase. It shows no case data and no counts."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate
from workbench.ui import opening, theme
from workbench.ui.door import Door
from workbench.ui.icons import paint_icon
from workbench.ui.parts.arrange import column, empty_out, holder, row, rule, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.marks import Stripes, paint_initial
from workbench.ui.parts.passphrase import Passphrase
from workbench.ui.parts.texts import Picture, label
from workbench.ui.room import Room
from workbench.ui.state import tr

ROLE_NAMES = {
    "investigator": N_("investigator"),
    "supervisor": N_("supervisor"),
    "trainer": N_("trainer"),
    "administrator": N_("administrator"),
}


class _Tile(QAbstractButton):
    """A choice with a title and a second line: a user, or real cases against training."""

    def __init__(
        self, title: str, second: str, *, glyph: str = "", letter: str = "", striped: bool = False
    ) -> None:
        super().__init__()
        self._title, self._second, self._glyph, self._letter = title, second, glyph, letter
        self.setCheckable(True)
        self.setAccessibleName(f"{title}, {second}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if striped:
            box = QVBoxLayout(self)
            box.setContentsMargins(1, 1, 1, 0)
            box.addWidget(Stripes(5))
            box.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(200, theme.px(58 if self._glyph else 52))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        on, tile = self.isChecked(), bool(self._glyph)
        edge = "focus" if self.hasFocus() else "accent" if on else "border2" if tile else "surface"
        painter.setPen(QPen(theme.colour(edge), 2 if on or self.hasFocus() else 1))
        painter.setBrush(theme.colour("accentTint" if on else "canvas" if self.underMouse() else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)

        def spot(across: int, side: int) -> QRect:
            left = self.width() - across - side if mirrored else across
            return QRect(left, (self.height() - side) // 2, side, side)

        side = theme.px(22 if tile else 36)
        if tile:
            paint_icon(painter, spot(16, side), self._glyph, "accentText" if on else "text2")
        else:
            paint_initial(painter, spot(12, side), self._letter, strong=on)
        if on:
            paint_icon(painter, spot(self.width() - 34, 18), "ph.check-circle-fill", "accent")
        start = side + (30 if tile else 24)
        words = (
            self.rect().adjusted(40, 6, -start, -6) if mirrored else self.rect().adjusted(start, 6, -40, -6)
        )
        half = words.height() // 2
        for style, token, text, top in (
            ("card", "text", self._title, 0),
            ("label", "text2", self._second, half),
        ):
            painter.setFont(theme.font(style))
            painter.setPen(theme.colour(token))
            line = QRect(words.left(), words.top() + top, words.width(), half)
            painter.drawText(
                line,
                int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width()),
            )


class UnlockPage(Door):
    """Users on one side, passphrase on the other; training stands beside, in its stripes."""

    key = "unlock"

    def __init__(self, room: Room) -> None:
        self._users: list[Any] = []
        self._typed = ""
        self._user = ""
        self._training = False
        super().__init__(room)
        room.jobs.ask(self, opening.who, room.folder, then=self._know, failed=self.refuse)

    def _stores(self) -> QHBoxLayout:
        """Real cases, or training in its stripes."""
        self._real = _Tile(tr(N_("Real cases")), tr(N_("Encrypted on this computer")), glyph="ph.folder-open")
        self._train = _Tile(
            tr(N_("Training")),
            tr(N_("Synthetic data, a key of its own")),
            glyph="ph.graduation-cap",
            striped=True,
        )
        self._real.setObjectName("choose-real")
        self._train.setObjectName("choose-training")
        both = QButtonGroup(self)
        for place, one in enumerate((self._real, self._train)):
            both.addButton(one, place)
        (self._train if self._training else self._real).setChecked(True)
        both.idClicked.connect(self._choose_store)
        stores_line = row(gap=12)
        stores_line.addWidget(self._real, 1)
        stores_line.addWidget(self._train, 1)
        return stores_line

    def card(self) -> QWidget:
        stores = self._stores()
        self._list = column(gap=4)
        people = column(label(tr(N_("User")), "label", "2"), gap=4)
        area = scroll(holder(self._list))
        area.setMinimumHeight(theme.px(180))
        people.addWidget(area, 1)
        self._pass = Passphrase("passphrase", tr(N_("Passphrase")), large=True)
        self._pass.entered.connect(self.primary)
        self._pass.put(self._typed)
        self._go = button(
            tr(N_("Unlock")), self.primary, kind="primary", glyph="ph.lock-key-open", name="unlock"
        )
        self._go.setProperty("size", "large")
        self._doing = label("", "label", "2", wrap=True)
        secret = column(
            label(tr(N_("Passphrase")), "label", "2"), self._pass, 8, self._go, self._doing, None, gap=4
        )
        self._both = QWidget()
        line = QHBoxLayout(self._both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addLayout(people, 1)
        line.addLayout(secret, 1)
        hint = row(Picture("ph.info", "text2", 15), gap=8)
        hint.addWidget(
            label(
                tr(N_("No data is shown before unlocking. After each wrong try the wait grows longer.")),
                "label",
                "2",
                wrap=True,
            ),
            1,
        )
        self._show_users()
        return holder(
            column(
                self.title(
                    tr(N_("Open the workbench")),
                    tr(N_("Choose the workspace and your name, then type the passphrase.")),
                ),
                8,
                stores,
                6,
                self._both,
                8,
                rule(),
                hint,
                gap=6,
            )
        )

    def keep(self) -> None:
        self._typed = self._pass.text

    def primary(self) -> None:
        if not self._go.isEnabled():
            return
        self.quiet()
        self._go.setEnabled(False)
        jobs, room = self.room.jobs, self.room
        if self._training:
            self._doing.setText(tr(N_("Preparing the training case…")))
            folder = opening.training_folder()
            jobs.ask(
                self,
                opening.train,
                folder,
                room.setup.language,
                room.world,
                then=self._opened,
                failed=self._failed,
            )
            return
        QTimer.singleShot(400, self, self._say_busy)
        jobs.ask(
            self,
            opening.sign_in,
            room.folder,
            self._user,
            self._pass.take(),
            room.world,
            then=self._opened,
            failed=self._failed,
        )

    def _say_busy(self) -> None:
        if not self._go.isEnabled():
            self._doing.setText(tr(N_("Unlocking…")))

    def _opened(self, opened: opening.Opened) -> None:
        self.room.unlocked.emit(opened)

    def _failed(self, error: Exception) -> None:
        self._go.setEnabled(True)
        self._doing.setText("")
        self.refuse(error)
        self._pass.setFocus()

    def _know(self, found: tuple[Any, list[Any]]) -> None:
        station, self._users = found
        self._user = self._user or (self._users[0].name if self._users else "")
        self.station_name = station.name if station else ""
        focused = self._pass.line.hasFocus() or not self._typed
        self.rebuild()
        if focused:
            self._pass.setFocus()

    def _show_users(self) -> None:
        empty_out(self._list)
        group = QButtonGroup(self)
        for place, user in enumerate(self._users):
            tile = _Tile(isolate(user.name), tr(ROLE_NAMES.get(user.role, user.role)), letter=user.name[:1])
            tile.setObjectName(f"user-{place}")
            tile.setChecked(user.name == self._user)
            group.addButton(tile, place)
            self._list.addWidget(tile)
        group.idClicked.connect(self._choose_user)
        self._list.addStretch(1)
        self._fit()

    def _choose_user(self, place: int) -> None:
        self._user = self._users[place].name
        self._pass.setFocus()

    def _choose_store(self, place: int) -> None:
        self._training = place == 1
        self._fit()

    def _fit(self) -> None:
        """Training needs neither a name nor a passphrase."""
        self._pass.setEnabled(not self._training)
        self._go.setText(tr(N_("Start training")) if self._training else tr(N_("Unlock")))


def page(room: Room) -> UnlockPage:
    """The page, for the registry."""
    return UnlockPage(room)
