"""Which column of a table of calls means what: chosen once with the first rows in sight, found again next time."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.i18n import N_, isolate
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled
from workbench.ui.parts.arrange import holder
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.texts import Elided, label
from workbench.ui.state import tr

_SHOWN = 3
ROLES = {
    "when": N_("day and time"), "date": N_("day"), "time": N_("time of day"), "a": N_("number that calls"),
    "b": N_("number that is called"), "number": N_("number of the other party"),
    "type": N_("call, text message or data"),
    "direction": N_("incoming or outgoing"), "seconds": N_("length in seconds"), "minutes": N_("length in minutes"),
    "end": N_("end"), "imei": N_("IMEI of the device"), "imsi": N_("IMSI of the card"), "cell": N_("code of the cell"),
    "cell_name": N_("name of the cell"), "lac": N_("area of the cell"), "lat": N_("latitude"), "lon": N_("longitude"),
    "seq": N_("number of the row"),
}  # fmt: skip
DAYS = {"day_month": N_("the day"), "month_day": N_("the month")}


class ChooseColumns(Ask):
    """``roles`` are keys with their words; ``needed`` those without which nothing can be read."""

    def __init__(
        self, parent: QWidget, columns: Sequence[str], sample: Sequence[Sequence[str]], *,
        before: Mapping[str, object], send: Callable[[dict[str, object], Ask], object],
    ) -> None:  # fmt: skip
        super().__init__(
            parent,
            tr(N_("What do the columns mean?")),
            tr(N_("Say for each column what it holds. The choice is remembered for tables with the same heading.")),
            tr(N_("Read")),
            glyph="ph.table",
            width=680,
        )
        self._send_it = send
        roles = [(key, tr(words)) for key, words in ROLES.items()]
        self._columns = [str(one) for one in columns]
        self._picks: list[Combo] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, words in enumerate((tr(N_("Column")), tr(N_("First rows")), tr(N_("Holds")))):
            grid.addWidget(label(words, "label", "2"), 0, place)
        for place, name in enumerate(self._columns):
            pick = Combo(roles, empty=tr(N_("Leave out")))
            pick.choose(str(before.get(str(place), "")))
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
        self._days = Combo([(key, tr(words)) for key, words in DAYS.items()], empty=tr(N_("as the rows show")))
        self._days.setObjectName("columns-days")
        self.inside.addLayout(labelled(tr(N_("Which comes first in a date")), self._days))
        self._trouble = label("", "label", "late", wrap=True)
        self._trouble.setObjectName("columns-trouble")
        self._trouble.hide()
        self.inside.addWidget(self._trouble)
        self.on_submit = self._finish
        if self._picks:
            self._picks[0].setFocus()

    def chosen(self) -> dict[str, object]:
        """The mapping as the reader takes it."""
        picked: dict[str, object] = {
            "columns": {str(place): pick.key for place, pick in enumerate(self._picks) if pick.key}
        }
        return picked | ({"date_order": self._days.key} if self._days.key else {})

    def _finish(self) -> None:
        keys = [pick.key for pick in self._picks if pick.key]
        twice = next((key for key in keys if keys.count(key) > 1), "")
        words = ""
        if twice:
            words = tr(N_("Two columns hold «{role}»; choose one."), role=tr(ROLES[twice]))
        elif not {"when", "date"} & set(keys):
            words = tr(N_("No column holds the day yet."))
        elif not {"a", "b", "number"} & set(keys):
            words = tr(N_("No column holds a telephone number yet."))
        if words:
            self._trouble.setText(words)
            self._trouble.show()
            self._grow()
            return
        self.wait(True)
        self._send_it(self.chosen(), self)


def ask_columns(
    parent: QWidget, facts: Mapping[str, object], send: Callable[[dict[str, object], Ask], object]
) -> None:
    """Ask it for a file that was read and whose columns nobody knows; ``facts`` are those of that reading."""
    columns, sample, known = facts.get("columns"), facts.get("sample"), facts.get("recognised")
    ChooseColumns(
        parent, [str(one) for one in columns] if isinstance(columns, list | tuple) else [],
        [[str(cell) for cell in line] for line in sample] if isinstance(sample, list | tuple) else [],
        before=known if isinstance(known, Mapping) else {}, send=send,
    ).open()  # fmt: skip
