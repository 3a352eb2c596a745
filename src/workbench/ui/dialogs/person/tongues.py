"""Languages picked one after the other; each can be taken away again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.i18n import N_
from workbench.ui.forms.lists import language_choices
from workbench.ui.forms.picks import PickInput
from workbench.ui.parts.arrange import Flow, empty_out, holder
from workbench.ui.parts.buttons import button
from workbench.ui.state import speaking, tr


class Languages(QWidget):
    """The languages a person speaks, the best one first."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen: list[str] = []
        self._pick = PickInput(language_choices(), searched=True)
        self._pick.setObjectName("person-languages")
        self._flow = Flow(6)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._pick)
        self._chips = holder(self._flow)
        box.addWidget(self._chips)
        self._chips.hide()
        self._pick.changed.connect(self._add)
        self.setFocusProxy(self._pick)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages picked."""
        return tuple(self._chosen)

    def put(self, codes: Sequence[str]) -> None:
        """Show these languages; one that is not on the list stays too."""
        self._chosen = list(dict.fromkeys(codes))
        self._draw()

    def add(self, code: str) -> None:
        """Pick a language."""
        if code in dict(language_choices()) and code not in self._chosen:
            self._chosen.append(code)
            self._draw()

    def _add(self) -> None:
        self.add(str(self._pick.value()))
        self._pick.put("")

    def _drop(self, code: str) -> None:
        self._chosen.remove(code)
        self._draw()

    def _draw(self) -> None:
        empty_out(self._flow)
        for code in self._chosen:
            self._flow.addWidget(
                button(
                    speaking().language_name(code), partial(self._drop, code), kind="chip", glyph="ph.x",
                    tip=tr(N_("Take away")),
                )
            )  # fmt: skip
        self._chips.setVisible(bool(self._chosen))
