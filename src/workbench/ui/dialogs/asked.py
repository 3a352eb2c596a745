"""A dialog of questions: what is wrong stands at its field, and what was typed stays while it is refused."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from workbench.fields import Field, check, clean
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.forms import Form, Known
from workbench.ui.parts.arrange import scroll
from workbench.ui.parts.notice import Notice

Answers = dict[str, object]


class AskForm(Ask):
    """``send`` is handed the answers as they are kept, once they are complete and can be read."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        body: str,
        yes: str,
        *,
        fields: Sequence[Field],
        known: Known,
        answers: Mapping[str, object],
        send: Callable[[Answers], object],
        before: Notice | None = None,
        glyph: str = "ph.question",
        width: int = 540,
    ) -> None:
        super().__init__(parent, title, body, yes, glyph=glyph, width=width)
        self._fields, self._known, self._hand_over = tuple(fields), known, send
        if before is not None:
            self.inside.addWidget(before)
        self.form = Form(fields, known, answers)
        self.form.setContentsMargins(2, 2, 10, 2)
        self._area = scroll(self.form)
        self.inside.addWidget(self._area, 1)
        # Questions come and go with the answers; the dialog follows once they have their places.
        self.form.changed.connect(lambda: QTimer.singleShot(0, self, self._fit))
        self.on_submit = self._send
        self.form.box(fields[0].key).input.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the questions need, as far as the screen has room; beyond that they scroll."""
        box = self.form.layout()
        if box is None:
            return
        most = self.screen().availableGeometry().height() - theme.px(260)
        wanted = box.totalHeightForWidth(max(1, self._area.viewport().width()))
        height = max(theme.px(80), min(wanted + 2, most))
        self._area.setMinimumHeight(height)
        self._area.setMaximumHeight(max(height, most))
        self._grow()

    def _send(self) -> None:
        answers = self.form.asked()
        problems = check(
            self._fields,
            answers,
            aliases={alias for alias, _ in self._known.people},
            exhibits={number for number, _ in self._known.exhibits},
            final=True,
            zone=self._known.zone,
        )
        self.form.show_problems(problems)
        self._fit()
        if problems:
            self.wait(False)
            self._area.ensureWidgetVisible(self.form.box(problems[0].field), 0, theme.px(20))
            return
        self.wait(True)
        self._hand_over(clean(self._fields, answers, zone=self._known.zone))
