"""Settings of the window: language, digits, theme, size of text, when it locks by itself."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.i18n import N_, TAGS, language, ltr
from workbench.ui.page import Page
from workbench.ui.parts.arrange import card, column, holder, scroll
from workbench.ui.parts.choices import Combo, Segmented
from workbench.ui.parts.texts import heading, label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.setup import SIZES


class SettingsPage(Page):
    """Every change is made at once; nothing has to be confirmed."""

    key = "settings"
    least = 420

    def titles(self) -> tuple[str, str]:
        return tr(N_("Settings")), tr(N_("How this window looks and speaks on this computer"))

    def build(self) -> None:
        setup, room = self.room.setup, self.room
        minutes = Combo(
            [(str(n), speaking().say_many("{n} minute", "{n} minutes", n)) for n in (1, 2, 3, 5, 10, 15)]
        )
        minutes.setObjectName("idle-minutes")
        minutes.choose(str(setup.idle_minutes))
        minutes.activated.connect(lambda _: self._idle(int(minutes.key)))
        looks = card(
            heading(tr(N_("Language and digits"))),
            *_line(
                tr(N_("Language")),
                Segmented(
                    [(tag, language(tag).native_name) for tag in TAGS],
                    setup.language,
                    name="language",
                    then=lambda tag: room.speak(tag),
                ),
            ),
            *_line(
                tr(N_("Digits")),
                Segmented(
                    [("locale", tr(N_("By language"))), ("latin", ltr("0–9"))],
                    setup.digits,
                    name="digits",
                    then=lambda key: room.speak(digits=key),
                ),
            ),
            12,
            heading(tr(N_("Look"))),
            *_line(
                tr(N_("Theme")),
                Segmented(
                    [("light", tr(N_("Light"))), ("dark", tr(N_("Dark")))],
                    setup.theme,
                    name="theme",
                    then=lambda key: room.look(theme_name=key),
                ),
            ),
            *_line(
                tr(N_("Size of text")),
                Segmented(
                    [(str(size), speaking().percent(size / 100)) for size in SIZES],
                    str(setup.size),
                    name="size",
                    then=lambda key: room.look(size=int(key)),
                ),
            ),
            12,
            heading(tr(N_("Lock"))),
            *_line(tr(N_("Lock by itself after")), minutes),
            None,
            gap=6,
            margins=(20, 16, 20, 16),
        )
        looks.setMaximumWidth(560)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(looks, 1)
        line.addStretch(1)
        self.put(scroll(holder(column(line))))

    def _idle(self, minutes: int) -> None:
        self.room.setup.idle_minutes = minutes
        self.room.keep_setup()


def _line(text: str, editor: QWidget) -> tuple[QWidget, QWidget]:
    editor.setAccessibleName(text)
    return label(text, "label", "2"), editor


def page(room: Room) -> SettingsPage:
    """The page, for the registry."""
    return SettingsPage(room)
