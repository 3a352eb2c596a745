"""The foot of the step card: one main button, the other ways out, and what is still missing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from workbench.i18n import N_
from workbench.sop import StepState
from workbench.ui.parts.arrange import row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.texts import Elided, Picture, label
from workbench.ui.state import speaking, tr


class Footer(QFrame):
    """Mark done is always pressable; beside it stands what is missing."""

    act = Signal(str)

    def __init__(
        self, state: StepState, *, waivable: bool, may_waive: bool, settled: bool, safety: bool = False,
        left: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("bar", "footer")
        line = row(gap=8, margins=(14, 8, 14, 8))
        if left:
            # Nobody asks this any more; what was recorded can only be read.
            line.addWidget(label(tr(N_("This step can only be read.")), "body", "2"))
        elif settled:
            line.addWidget(self._button("reopen", tr(N_("Reopen…")), "ph.arrow-counter-clockwise"))
        else:
            line.addWidget(self._button("finish", tr(N_("Mark done")), "ph.check", kind="primary"))
            line.addWidget(self._button("not_applicable", tr(N_("Not applicable…"))))
            if state is StepState.WAITING:
                line.addWidget(self._past(safety=safety))
            elif waivable and may_waive:
                line.addWidget(self._button("waive", tr(N_("Waive…")), "ph.shield-chevron"))
            elif waivable and state is not StepState.ASKED:
                line.addWidget(self._button("ask_waiver", tr(N_("Ask for override…")), "ph.shield-chevron"))
        self._mark = Picture("ph.info", "warnText", 16)
        self._words = Elided("", "body", "warn")
        self._words.setObjectName("missing")
        line.addStretch(1)
        line.addWidget(self._mark)
        line.addWidget(self._words)
        self._settled = settled
        self.setLayout(line)
        self.count(())

    def count(self, missing: Sequence[str]) -> None:
        """Say which required fields have no answer yet."""
        shown = bool(missing) and not self._settled
        self._mark.setVisible(shown)
        self._words.setVisible(shown)
        if len(missing) == 1:
            self._words.setText(tr(N_("One required field left: {field}"), field=missing[0]))
        elif missing:
            self._words.setText(
                speaking().say_many("{n} required field left", "{n} required fields left", len(missing))
            )

    def _past(self, *, safety: bool) -> QWidget:
        """The way past a shut gate: one that protects a person opens only to save a life."""
        if safety:
            return self._button("override", tr(N_("Life-safety override…")), "ph.shield-warning")
        return self._button("early", tr(N_("Out of order…")), "ph.shield-chevron")

    def _button(self, word: str, text: str, glyph: str = "", kind: str = "secondary") -> QWidget:
        return button(text, lambda: self.act.emit(word), kind=kind, glyph=glyph, name=word.replace("_", "-"))
