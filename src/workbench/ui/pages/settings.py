"""Settings: how the window looks and speaks on this computer, and what holds for the whole station."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from workbench.i18n import N_, TAGS, language, ltr
from workbench.security import Act
from workbench.services import settings
from workbench.ui import theme
from workbench.ui.house_rules import HouseRules
from workbench.ui.page import Page
from workbench.ui.parts.arrange import Item, card, column, holder, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Combo, Segmented
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import heading, label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.setup import SIZES
from workbench.ui.station_people import StationPeople


def _read(desk: Any) -> dict[str, Any]:
    return {key: settings.get(desk, key) for key in ("number_pattern", "letterhead")}


def _write(desk: Any, pattern: str, letterhead: list[str]) -> None:
    now = _read(desk)
    if pattern != now["number_pattern"]:
        settings.put(desk, "number_pattern", pattern)
    if letterhead != list(now["letterhead"]):
        settings.put(desk, "letterhead", letterhead)


class SettingsPage(Page):
    """The window's settings are made at once; those of the station are an act and need a press on Save."""

    key = "settings"
    least = 420

    def titles(self) -> tuple[str, str]:
        return tr(N_("Settings")), tr(N_("How this window looks and speaks on this computer"))

    def build(self) -> None:
        looks = card(
            *self._language(), 12, *self._look(), 12, *self._lock(), None, gap=6, margins=(20, 16, 20, 16)
        )
        looks.setMaximumWidth(theme.px(560))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(looks, 1)
        line.addWidget(self._station(), 1)
        self._people, self._rules = StationPeople(self.room), HouseRules(self.room)
        cards = holder(column(line, self._people, self._rules, None, gap=12))
        cards.setMaximumWidth(2 * theme.px(560) + 12)
        self.put(scroll(holder(row(cards))))

    def ask(self) -> None:
        self.room.ask(self, _read, then=self._know, failed=self.refuse)
        self._people.ask()
        self._rules.ask()

    def _language(self) -> list[Item]:
        setup, room = self.room.setup, self.room
        tongues = Segmented(
            [(tag, language(tag).native_name) for tag in TAGS],
            setup.language,
            name="language",
            then=lambda tag: room.speak(tag),
        )
        digits = Segmented(
            [("locale", tr(N_("By language"))), ("latin", ltr("0–9"))],
            setup.digits,
            name="digits",
            then=lambda key: room.speak(digits=key),
        )
        return [
            heading(tr(N_("Language and digits"))),
            *_line(tr(N_("Language")), tongues),
            *_line(tr(N_("Digits")), digits),
        ]

    def _look(self) -> list[Item]:
        setup, room = self.room.setup, self.room
        themes = Segmented(
            [("light", tr(N_("Light"))), ("dark", tr(N_("Dark")))],
            setup.theme,
            name="theme",
            then=lambda key: room.look(theme_name=key),
        )
        sizes = Segmented(
            [(str(size), speaking().percent(size / 100)) for size in SIZES],
            str(setup.size),
            name="size",
            then=lambda key: room.look(size=int(key)),
        )
        return [
            heading(tr(N_("Look"))),
            *_line(tr(N_("Theme")), themes),
            *_line(tr(N_("Size of text")), sizes),
        ]

    def _lock(self) -> list[Item]:
        minutes = Combo(
            [(str(n), speaking().say_many("{n} minute", "{n} minutes", n)) for n in (1, 2, 3, 5, 10, 15)]
        )
        minutes.setObjectName("idle-minutes")
        minutes.choose(str(self.room.setup.idle_minutes))
        minutes.activated.connect(lambda _: self._idle(int(minutes.key)))
        return [heading(tr(N_("Lock"))), *_line(tr(N_("Lock by itself after")), minutes)]

    def _station(self) -> QWidget:
        """What holds for everybody at the station; only to be changed by those whose role includes it."""
        may = self.room.desk.may(Act.SETTING_CHANGE)
        self._pattern, self._letterhead, self._filled = QLineEdit(), QPlainTextEdit(), ("", "")
        self._pattern.setObjectName("number-pattern")
        self._pattern.setFont(theme.font("body", mono=True))
        self._letterhead.setObjectName("letterhead")
        self._letterhead.setTabChangesFocus(True)
        self._letterhead.setFixedHeight(theme.px(90))
        self._pattern.setReadOnly(not may)
        self._letterhead.setReadOnly(not may)
        save = button(tr(N_("Save")), self.primary, kind="primary", name="save-station")
        save.setVisible(may)
        hint = tr(N_("For instance {example}"), example=ltr("{kind}-{year}/{seq:04}"))
        if not may:
            hint = tr(N_("Only a supervisor or an administrator changes these."))
        made = card(
            heading(tr(N_("Station"))),
            *_line(tr(N_("Pattern of case numbers")), self._pattern),
            label(hint, "small", "3", wrap=True),
            *_line(tr(N_("Letterhead, one line each")), self._letterhead),
            8,
            row(save, None),
            None,
            gap=6,
            margins=(20, 16, 20, 16),
        )
        made.setMaximumWidth(theme.px(560))
        return made

    def primary(self) -> None:
        self.quiet()
        lines = [line.strip() for line in self._letterhead.toPlainText().splitlines() if line.strip()]
        self.room.act(self, _write, self._pattern.text().strip(), lines, then=self._saved, failed=self.refuse)

    def _saved(self, _done: object) -> None:
        self._notices.addWidget(Notice(tr(N_("Saved")), tone="ok"))

    def _know(self, found: dict[str, Any]) -> None:
        stands = str(found["number_pattern"]), "\n".join(found["letterhead"])
        if self._filled == (self._pattern.text(), self._letterhead.toPlainText()):
            # Anything else was typed and is not saved yet: another change on this page must not take it away.
            self._pattern.setText(stands[0])
            self._letterhead.setPlainText(stands[1])
        self._filled = stands

    def _idle(self, minutes: int) -> None:
        self.room.setup.idle_minutes = minutes
        self.room.keep_setup()
        self.room.waited.emit(minutes)


def _line(text: str, editor: QWidget) -> tuple[QWidget, QWidget]:
    editor.setAccessibleName(text)
    return label(text, "label", "2"), editor


def page(room: Room) -> SettingsPage:
    """The page, for the registry."""
    return SettingsPage(room)
