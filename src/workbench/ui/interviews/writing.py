"""Writing a statement down: question, answer, question, by the keyboard alone; a draft until it is recorded."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services.interviews import InterviewRow, Said
from workbench.ui import theme
from workbench.ui.parts.arrange import column, empty_out, holder, row, rule
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.texts import code, heading, label
from workbench.ui.state import number, tr

SAVE_AFTER = 800  # milliseconds without a stroke
_NEXT = {"q": "a", "a": "q", "n": "n"}


class Writing(QWidget):
    """The lines so far, and the one that is being typed; Ctrl+Enter puts it to the others."""

    changed = Signal()

    def __init__(
        self,
        talk: InterviewRow,
        typed: Mapping[str, Any],
        record: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self._lines: list[dict[str, str]] = [dict(one) for one in typed.get("lines") or []]
        now = dict(typed.get("now") or {})
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self.changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        head = row(
            heading(tr(N_("Statement of {code}"), code=ltr(talk.alias))), None, code(ltr(talk.ref), "label")
        )
        box.addLayout(head)
        hint = tr(
            N_(
                "Write the words as they were spoken, in the language spoken; nothing is shortened or put better."
            )
        )
        box.addWidget(label(hint, "label", "2", wrap=True))
        self._list = column(gap=6)
        box.addLayout(self._list)
        box.addWidget(rule())
        box.addLayout(self._entry(now))
        box.addLayout(
            row(
                button(tr(N_("Add the line")), self.add, kind="primary", glyph="ph.plus", name="add-line"),
                button(tr(N_("Record the statement…")), record, glyph="ph.check", name="record-statement"),
                button(tr(N_("Set it aside")), leave, kind="quiet", name="leave-writing"), None,
            )
        )  # fmt: skip
        box.addStretch(1)
        self._draw()

    def _entry(self, now: Mapping[str, str]) -> QVBoxLayout:
        self._kind = Segmented(
            [(key, tr(words)) for key, words in terms.SAID_BY.items()],
            now.get("kind") or self._due(),
            name="said",
        )
        self._at = QLineEdit(now.get("at", ""))
        self._at.setObjectName("said-at")
        self._at.setPlaceholderText(tr(N_("Time of the recording, as 4:05")))
        self._at.setAccessibleName(tr(N_("Time of the recording, as 4:05")))
        self._at.setFixedWidth(theme.px(190))
        self._text = _lines(now.get("text", ""), "said-text", tr(N_("In the language spoken")), 66)
        self._other = _lines(now.get("translation", ""), "said-translation", tr(N_("Translation")), 52)
        for one in (self._text.textChanged, self._other.textChanged, self._at.textChanged):
            one.connect(lambda *_: self._timer.start())
        return column(
            row(self._kind, None, self._at), label(tr(N_("In the language spoken")), "label", "2"), self._text,
            label(tr(N_("Translation")), "label", "2"), self._other, gap=4,
        )  # fmt: skip

    @property
    def plain(self) -> dict[str, Any]:
        """What is typed so far, as the draft keeps it."""
        return {"lines": [dict(one) for one in self._lines], "now": self._now()}

    @property
    def said(self) -> list[Said]:
        """Every line, the one being typed among them."""
        rows = [*self._lines, self._now()]
        return [
            Said(one["kind"], one["text"], one["translation"], one["at"])
            for one in rows
            if one["text"].strip()
        ]

    @property
    def form(self) -> str:
        """Free account, if no question or answer stands in it."""
        return "narrative" if all(one.kind == "n" for one in self.said) else "qa"

    def add(self) -> None:
        """Put the line to the others; after a question an answer is due, and the other way round."""
        now = self._now()
        if not now["text"].strip():
            self._text.setFocus()
            return
        self._lines.append(now)
        for one in (self._text, self._other):
            one.clear()
        self._at.clear()
        self._kind.choose(_NEXT[now["kind"]])
        self._draw()
        self._text.setFocus()
        self.keep()

    def keep(self) -> None:
        """Let the draft be saved now."""
        self._timer.stop()
        self.changed.emit()

    def focus(self) -> None:
        """Go to where the next line is typed."""
        self._text.setFocus()

    def _due(self) -> str:
        return _NEXT[self._lines[-1]["kind"]] if self._lines else "q"

    def _now(self) -> dict[str, str]:
        return {
            "kind": self._kind.key or "q", "text": self._text.toPlainText(),
            "translation": self._other.toPlainText(), "at": self._at.text(),
        }  # fmt: skip

    def _draw(self) -> None:
        empty_out(self._list)
        for place, one in enumerate(self._lines):
            self._list.addWidget(self._line(place, one))

    def _line(self, place: int, one: Mapping[str, str]) -> QWidget:
        kind = one["kind"]
        words = column(label(tr(terms.SAID_BY[kind]), "small", "2"), gap=1)
        words.addWidget(label(isolate(one["text"]), "body", wrap=True))
        if one["translation"]:
            words.addWidget(label(isolate(one["translation"]), "label", "2", wrap=True))
        line = row(label(number(place + 1), "label", "2"), gap=10)
        line.addLayout(words, 1)
        again = tr(N_("Change this line"))
        line.addWidget(
            icon_button(
                "ph.pencil-simple", again, lambda: self._again(place), name=f"change-line-{place + 1}"
            )
        )
        return holder(line)

    def _again(self, place: int) -> None:
        """Take a line back to where it is typed; what stood there goes into its place."""
        now, back = self._now(), self._lines[place]
        if now["text"].strip():
            self._lines[place] = now
        else:
            del self._lines[place]
        self._kind.choose(back["kind"])
        self._text.setPlainText(back["text"])
        self._other.setPlainText(back["translation"])
        self._at.setText(back["at"])
        self._draw()
        self._text.setFocus()
        self.keep()


def _lines(text: str, name: str, says: str, height: int) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(says)
    made.setTabChangesFocus(True)
    made.setFixedHeight(theme.px(height))
    return made
