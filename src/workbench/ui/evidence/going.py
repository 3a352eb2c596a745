"""How far long work is: how much of how much, how fast, how long yet, and the ways to pause and to stop it."""

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar, QWidget

from workbench.i18n import N_
from workbench.ui.parts.arrange import row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.texts import label
from workbench.ui.state import speaking, tr

_SETTLE = 1.5  # seconds before a rate means anything


def pace(done: int, total: int, seconds: float) -> tuple[int, int]:
    """Bytes in a second, and the seconds that are left; 0 for what cannot be told yet."""
    if seconds < _SETTLE or done <= 0:
        return 0, 0
    rate = done / seconds
    return round(rate), max(0, round((total - done) / rate)) if total > done else 0


def left_in_words(seconds: int) -> str:
    """About how long yet: nobody needs seconds of an hour."""
    language = speaking()
    if seconds < 60:
        return tr(N_("less than a minute left"))
    if seconds < 3600:
        return language.say_many("about {n} minute left", "about {n} minutes left", round(seconds / 60))
    return language.say_many("about {n} hour left", "about {n} hours left", round(seconds / 3600))


class Going(QWidget):
    """Hidden until work begins. ``pause`` may be missing where the work cannot be held."""

    def __init__(
        self,
        clock: Callable[[], float],
        cancel: Callable[[], object],
        pause: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._clock = clock
        self._words = self._verb = ""
        self._before, self._since, self._at, self._waits = 0, 0.0, 0, 0.0
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._said = label("", "label", "2", wrap=True)
        self._said.setObjectName("work-said")
        line = row(gap=10, margins=(12, 0, 12, 10))
        line.addWidget(self._said, 2)
        line.addWidget(self._bar, 1)
        self.pause = button(tr(N_("Pause")), pause, kind="small", glyph="ph.pause", name="pause-work")
        self.pause.setVisible(pause is not None)
        line.addWidget(self.pause)
        line.addWidget(button(tr(N_("Cancel")), cancel, kind="small", name="cancel-work"))
        self.setLayout(line)
        self.hide()

    def begin(self, verb: str) -> None:
        """Show that it begins."""
        self._verb, self._since, self._at, self._before = verb, self._clock(), 0, 0
        self._words = ""
        self.pause.setText(tr(N_("Pause")))
        self._said.setText(verb)
        self._bar.setMaximum(0)
        self._bar.setAccessibleName(verb)
        self.show()

    def hold(self, on: bool) -> None:
        """Show that it waits, or that it goes on; the time it waited is no slowness of the source."""
        if on:
            self._waits = self._clock()
        else:
            self._since += self._clock() - self._waits
        self.pause.setText(tr(N_("Go on")) if on else tr(N_("Pause")))
        waits = tr(N_("{what} waits."), what=self._words or self._verb)
        self._said.setText(waits if on else self._words or self._verb)

    def moved(self, done: int, total: int) -> None:
        """Show how far it is; the rate is that of this run, not of what was there before."""
        language = speaking()
        if self._at == 0:
            self._before, self._since = done, self._clock()
        self._at = done
        rate, left = pace(done - self._before, total - self._before, self._clock() - self._since)
        self._bar.setMaximum(1000)
        self._bar.setValue(round(1000 * done / total) if total else 0)
        parts = [
            self._verb,
            tr(N_("{done} of {total}"), done=language.size(done), total=language.size(total)),
        ]
        if rate:
            parts += [tr(N_("{size} in a second"), size=language.size(rate)), left_in_words(left)]
        self._words = ("، " if language.rtl else ", ").join(parts)
        self._said.setText(self._words)

    def end(self) -> None:
        """It is over."""
        self.hide()
