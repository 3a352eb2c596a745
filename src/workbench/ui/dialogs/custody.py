"""Whether somebody is held, and since when: the moment from which the time before the judge is counted."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.i18n import N_
from workbench.ui.forms.calendar import MomentEdit
from workbench.ui.parts.arrange import column, holder
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.texts import label
from workbench.ui.state import tr
from workbench.ui.state.speech import zone

_SINCE = {
    "": N_("Since"),
    "held": N_("Held since, the actual time of the arrest"),
    "released": N_("Released at"),
}
_COUNTS = N_("The time limits of the law run from this moment, not from when it is written down.")


class Custody(QWidget):
    """Held or not, and the moment. ``first``: of a first role, where only an arrest needs its moment asked."""

    def __init__(self, now: datetime, *, first: bool) -> None:
        super().__init__()
        choices = [("", tr(N_("Not held"))), ("held", tr(N_("Held")))]
        if not first:
            choices.append(("released", tr(N_("Released"))))
        self._now, self._first, self._touched = now, first, False
        self.custody = Segmented(choices, "", name="custody", then=self._fit)
        self.since = MomentEdit(zone(), timed=True)
        self.since.editor.setObjectName("custody-since")
        self.since.put(now.isoformat())
        self._words = label("", "label", "2", wrap=True)
        self._words.setBuddy(self.since)
        self._hint = label(tr(_COUNTS), "small", "3", wrap=True)
        self._trouble = label("", "label", "late", wrap=True)
        self._trouble.setObjectName("custody-trouble")
        self._moment = holder(column(self._words, self.since, self._hint, self._trouble, gap=3))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(column(label(tr(N_("Custody")), "label", "2"), self.custody, gap=3))
        box.addWidget(self._moment)
        self.setFocusProxy(self.custody)
        self.since.changed.connect(self._typed)
        self._fit("")

    @property
    def key(self) -> str:
        """``held``, ``released``, or empty."""
        return self.custody.key

    def moment(self) -> datetime | None:
        """The moment, if it can be read and does not lie ahead; what is wrong is shown under it."""
        written = str(self.since.value())
        try:
            at = datetime.fromisoformat(written)
        except ValueError:
            at = None
        if at is not None and at.tzinfo is not None and at <= self._now:
            return at
        if not written:
            self.complain(tr(N_("Say when: the law counts from that moment.")))
        elif at is None or at.tzinfo is None:
            self.complain(tr(N_("A day and a time that exist are needed here.")))
        else:
            self.complain(tr(N_("This moment still lies ahead.")))
        self.since.setFocus()
        return None

    def complain(self, sentence: str) -> None:
        """Show what is wrong with the moment; an empty sentence takes it away."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        editor = self.since.editor
        editor.setProperty("state", "error" if sentence else "")
        editor.style().unpolish(editor)
        editor.style().polish(editor)

    def _fit(self, key: str) -> None:
        """A moment nobody thought about must not become the hour of an arrest: that one starts empty."""
        words = tr(_SINCE[key])
        self._words.setText(words)
        self.since.editor.setAccessibleName(words)
        self._hint.setVisible(bool(key))
        self.complain("")
        self._moment.setVisible(bool(key) or not self._first)
        if not self._touched:
            self.since.put("" if key else self._now.isoformat())

    def _typed(self) -> None:
        self._touched = True
        self.complain("")
