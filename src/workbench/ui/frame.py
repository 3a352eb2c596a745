"""Everything that is shown while the vault is open: rail, header, alerts, pages, status."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.ui import theme, trust
from workbench.ui.actions import COMMANDS
from workbench.ui.finding import ways
from workbench.ui.header import AlertBand, Header, StatusLine
from workbench.ui.page import Page
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.marks import Stripes
from workbench.ui.rail import Rail
from workbench.ui.registry import place
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.setup import SIZES
from workbench.ui.state.speech import zone


class Frame(QWidget):
    """Destroyed whole at lock, so that nothing of a case stays in a widget."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._pages: dict[str, Page] = {}
        self.now = ""
        self._missing = 0
        self._saved = room.now()
        self.rail, self.header, self.band, self.status = Rail(), Header(), AlertBand(), StatusLine()
        self.stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for one in (self.header, self.band):
            right.addWidget(one)
        right.addWidget(self.stack, 1)
        right.addWidget(self.status)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        if room.station.training:
            box.addWidget(Stripes(5))
        box.addLayout(across, 1)
        self._connect()
        self.go("home")

    def _connect(self) -> None:
        room = self.room
        self.rail.chosen.connect(self.go)
        self.rail.lock.connect(self.lock)
        self.header.masking.connect(self.hide_identities)
        self.header.track.connect(self.change_track)
        self.header.run.connect(self._run)
        self.header.asked.connect(lambda text: ways.ask(self.header.box, room, text))
        self.header.sought.connect(lambda text: ways.seek(self, room, text))
        self.header.opened.connect(self.open_hit)
        self.band.danger.connect(self._to_danger)
        self.band.child.connect(lambda: self._follow("victim_is_child"))
        for signal, slot in (
            (room.spoke, self.retranslate),
            (room.dressed, self.retranslate),
            (room.acted, self._changed),
            (room.went, self.go),
        ):
            signal.connect(slot)
        room.said.connect(self._say_saved)
        for command in COMMANDS:
            for keys in command.keys:
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(lambda do=command.do: do(self))

    # going places
    def go(self, key: str) -> None:
        """Show a page; a page of a case only while one is open."""
        if place(key).case and self.room.case is None:
            key = "cases"
        if self.now in self._pages:
            self._pages[self.now].keep()
        if not place(key).case:
            self.room.case = None
            self.room.memory.case_id = ""
            for left in [one for one in self._pages if place(one).case]:
                self._drop(left)
        self.now = key
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = place(key).page(self.room)
            page.setObjectName(f"page-{key}")
            page.build()
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.ask()
        self._dress()

    def open_case(self, case: Any, step: str = "") -> None:
        """Enter a case at its guide, at a step if one is given."""
        self.room.case = case
        self.room.memory.case_id, self.room.memory.case_number = case.case_id, case.number
        if step:
            self.room.memory.of("guide", case.case_id)["step"] = step
        self._missing = 0
        self.go("guide")
        self._count()

    def open_hit(self, hit: Any) -> None:
        """Go to where something that was found stands."""
        ways.open_hit(self, self, self.room, hit)

    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self.now]

    def _drop(self, key: str) -> None:
        page = self._pages.pop(key)
        self.stack.removeWidget(page)
        page.deleteLater()

    def _to_danger(self) -> None:
        """To the safety plan of whoever is in danger, or to the step that saw the danger."""
        case = self.room.case
        if case and case.endangered:
            self.room.memory.of("people", case.case_id)["chosen"] = case.endangered[0]
            self.go("people")
        else:
            self._follow("imminent_danger")

    def _follow(self, fact: str) -> None:
        self.go("guide")
        self.tell(f"fact:{fact}")

    # what commands do
    def tell(self, word: str) -> None:
        """Hand a command to the page."""
        self.page().told(word)

    def _run(self, key: str) -> None:
        next(command for command in COMMANDS if command.key == key).do(self)

    def lock(self) -> None:
        """Lock now."""
        self.page().keep()
        self.room.locking.emit()

    def hide_identities(self) -> None:
        """Hide every name that is shown, and what a page says that nobody beside the person should read."""
        self.room.masked.emit()
        self.page().cover()

    def search(self) -> None:
        """Go to the command box."""
        if self.header.box:
            self.header.box.setFocus()

    def pane(self, step: int) -> None:
        """Go to the next pane: header, alerts, content, rail."""
        panes: list[QWidget] = [self.header, self.band, self.page(), self.rail]
        panes = [one for one in panes if one.isVisible()]
        focus = QApplication.focusWidget()
        here = next((i for i, one in enumerate(panes) if focus and one.isAncestorOf(focus)), -1)
        target = panes[(here + step) % len(panes)]
        inside = [
            one
            for one in target.findChildren(QWidget)
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
        ]
        (inside[0] if inside else target).setFocus(Qt.FocusReason.TabFocusReason)

    def text_size(self, step: int) -> None:
        """One size larger or smaller, or the usual one."""
        here = SIZES.index(self.room.setup.size)
        self.room.look(size=SIZES[max(0, min(len(SIZES) - 1, here + step))] if step else 100)

    def full_screen(self) -> None:
        """Fill the screen, or no longer."""
        window = self.window()
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def speak(self, tag: str) -> None:
        """Change the language from wherever one is."""
        self.room.speak(tag)

    def change_theme(self) -> None:
        """Light if it is dark, dark if it is light."""
        self.room.look(theme_name="light" if theme.dark() else "dark")

    def change_track(self) -> None:
        """Look at what another track would bring to the case, and change to it."""
        from workbench.ui.dialogs.track import ChangeTrack

        if self.room.case is not None:
            ChangeTrack(self, self.room).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fold(self.width() < theme.px(1240))

    # keeping up
    def retranslate(self) -> None:
        """Say everything again in the present language and look."""
        if self.room.desk is None:
            return
        for key, page in list(self._pages.items()):
            if key == self.now:
                page.rebuild()
            else:
                # Built again when it is next shown; what was typed there is kept in its notes.
                page.keep()
                self._drop(key)
        self._dress()

    def _changed(self) -> None:
        self._saved = self.room.now()
        if self.room.case is not None:
            self.room.ask(self, ways.case_of, self.room.case.case_id, then=self._know_case)
        self.page().ask()
        self._count()

    def _count(self) -> None:
        """Ask how much the file of the case lacks; it stands in the rail wherever one is."""
        if self.room.case is not None:
            # Why it could not be counted is said by the page that shows it.
            self.room.ask(
                self, _missing, self.room.case.case_id, then=self._know_missing, failed=lambda _: None
            )

    def _know_missing(self, found: tuple[str, int]) -> None:
        if self.room.case is not None and self.room.case.case_id == found[0]:
            self._missing = found[1]
            self.rail.count(self._badges())

    def _badges(self) -> dict[str, int]:
        found = {"readiness": self._missing}
        for one in self._pages.values():
            found |= one.badges()
        return found

    def _know_case(self, case: Any) -> None:
        if self.room.case is not None and self.room.case.case_id == case.case_id:
            self.room.case = case
            self._dress()

    def _say_saved(self, _words: str) -> None:
        if self.room.desk is None:
            return
        self._saved = self.room.now()
        self._status()

    def _dress(self) -> None:
        if self.room.desk is None:
            return
        room, page, case = self.room, self.page(), self.room.case
        commands = [(one.key, tr(one.label)) for one in COMMANDS if one.shown and (case or not one.case)]
        self.rail.build(self.now, in_case=case is not None, badges=self._badges())
        title, second = page.titles()
        self.header.build(
            commands, case=case, title=title or tr(place(self.now).label), second=second,
            training=room.station.training, tools=page.tools(),
        )  # fmt: skip
        self.band.build(case)
        self._status()
        name = ltr(case.number) if case else tr(place(self.now).label)
        title = tr(N_("Investigation workbench"))
        QTimer.singleShot(0, self, lambda: self.window().setWindowTitle(f"{name} — {title}"))

    def _status(self) -> None:
        room = self.room
        start = [
            ("ph.lock-key", tr(N_("Saved, encrypted {time}"), time=speaking().time(self._saved, zone()))),
            ("ph.wifi-slash", tr(N_("Works offline"))),
        ]
        end: list[tuple[str, str] | QWidget] = [
            ("ph.user", isolate(room.desk.actor.name)), ("ph.map-pin", isolate(room.station.name))
        ]  # fmt: skip
        if room.case is not None:
            case = room.case
            end.insert(0, ("", tr(N_("Procedure {pack}"), pack=ltr(f"{case.pack_key} {case.pack_version}"))))
            if found := trust.doubt(case.trust, case.signer):
                spoken = trust.sentence(case.trust, case.signer)
                made = Chip(*found, bold=False, spoken=f"{tr(N_('Procedure'))}: {spoken}")
                made.setObjectName("procedure-trust")
                end.insert(1, made)
        self.status.build(start, end)


def _missing(desk: Any, case_id: str) -> tuple[str, int]:
    from workbench.services import readiness

    return case_id, len(readiness.look(desk, case_id, speaking().tag).missing)
