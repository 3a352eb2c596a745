"""Which column of a table of calls means what: chosen once with the first rows in sight, found again next time."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.i18n import N_, isolate
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.parts.arrange import holder
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.texts import Elided, label
from workbench.ui.state import tr

_SHOWN = 3


class ChooseColumns(Ask):
    """``roles`` are keys with their words; ``needed`` those without which nothing can be read."""

    def __init__(
        self, parent: QWidget, columns: Sequence[str], sample: Sequence[Sequence[str]], *,
        roles: Sequence[tuple[str, str]], needed: Sequence[str], before: Mapping[str, object],
        send: Callable[[dict[str, object], Ask], object],
    ) -> None:  # fmt: skip
        super().__init__(
            parent,
            tr(N_("What do the columns mean?")),
            tr(N_("Say for each column what it holds. The choice is remembered for tables with the same heading.")),
            tr(N_("Read")),
            glyph="ph.table",
            width=680,
        )
        self._roles, self._needed, self._send_it = dict(roles), tuple(needed), send
        self._columns = [str(one) for one in columns]
        self._picks: list[Combo] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, words in enumerate((tr(N_("Column")), tr(N_("First rows")), tr(N_("Holds")))):
            grid.addWidget(label(words, "label", "2"), 0, place)
        chosen = {str(column): role for role, column in before.items()}
        for place, name in enumerate(self._columns):
            pick = Combo(roles, empty=tr(N_("Leave out")))
            pick.choose(str(chosen.get(name, "")))
            pick.setObjectName(f"column-{place}")
            pick.setAccessibleName(tr(N_("What the column «{name}» holds"), name=isolate(name)))
            self._picks.append(pick)
            cells = [line[place] for line in sample[:_SHOWN] if place < len(line)]
            grid.addWidget(Elided(isolate(name), "body", bold=True), place + 1, 0)
            grid.addWidget(Elided(" | ".join(isolate(one) for one in cells), "label", "2"), place + 1, 1)
            grid.addWidget(pick, place + 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme.px(140))
        self.stretch(holder(grid), theme.px(300))
        self._trouble = label("", "label", "late", wrap=True)
        self._trouble.setObjectName("columns-trouble")
        self._trouble.hide()
        self.inside.addWidget(self._trouble)
        self.on_submit = self._finish
        if self._picks:
            self._picks[0].setFocus()

    def chosen(self) -> dict[str, object]:
        """The column of each role."""
        return {pick.key: name for pick, name in zip(self._picks, self._columns, strict=True) if pick.key}

    def _finish(self) -> None:
        keys = [pick.key for pick in self._picks if pick.key]
        twice = next((key for key in keys if keys.count(key) > 1), "")
        missing = next((key for key in self._needed if key not in keys), "")
        if twice or missing:
            words = N_("Two columns hold «{role}»; choose one.") if twice else N_("No column holds «{role}» yet.")
            self._trouble.setText(tr(words, role=self._roles[twice or missing]))
            self._trouble.show()
            self._grow()
            return
        self.wait(True)
        self._send_it(self.chosen(), self)
