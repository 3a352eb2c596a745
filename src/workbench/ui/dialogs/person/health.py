"""What care must know of a person at once: disability, pregnancy, health alerts, who should speak with them, death."""

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from workbench import terms
from workbench.i18n import N_
from workbench.services.rows import Particulars
from workbench.ui.dialogs.labelled import labelled, line, lines
from workbench.ui.forms.calendar import MomentEdit
from workbench.ui.parts.arrange import column, row
from workbench.ui.parts.choices import Segmented, Tick
from workbench.ui.state import tr
from workbench.ui.state.speech import zone

UNKNOWN = "unknown"


class HealthBox(QWidget):
    """Nothing here is asked for its own sake: only what changes how the person is treated today."""

    def __init__(self) -> None:
        super().__init__()
        self._pregnant = Segmented(
            [(key, tr(words)) for key, words in terms.YES_NO.items()], free=True, name="pregnant"
        )
        self._staff = Segmented(
            [(key, tr(words)) for key, words in terms.STAFF_WANTED.items()], free=True, name="staff"
        )
        self._disabilities = line("person-disabilities")
        self._alerts = lines("person-alerts", 48)
        self._died = Tick(tr(N_("The person has died")))
        self._died_on = MomentEdit(zone(), timed=False)
        self._died_on.editor.setAccessibleName(tr(N_("Day of death, empty if not known")))
        self._died_on.setEnabled(False)
        self._died.toggled.connect(self._died_on.setEnabled)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.addLayout(labelled(tr(N_("Pregnant")), self._pregnant), 0, 0)
        grid.addLayout(labelled(tr(N_("Wants to be spoken with by")), self._staff), 0, 1)
        words = tr(N_("Disabilities or impairments, separated by commas"))
        grid.addLayout(labelled(words, self._disabilities), 1, 0, 1, 2)
        grid.addLayout(labelled(tr(N_("Health alerts: what must be known at once")), self._alerts), 2, 0, 1, 2)
        death: QHBoxLayout = row(self._died, gap=12)
        death.addWidget(self._died_on, 1)
        grid.addLayout(column(death), 3, 0, 1, 2)

    def put(self, more: Particulars) -> None:
        """Show what is known."""
        self._pregnant.choose(more.pregnant)
        self._staff.choose(more.staff_wanted)
        self._disabilities.setText("، ".join(more.disabilities))
        self._alerts.setPlainText(more.health_alerts)
        self._died.setChecked(bool(more.died_on))
        self._died_on.put("" if more.died_on == UNKNOWN else more.died_on)

    def value(self, more: Particulars) -> Particulars:
        """The particulars with what stands here now."""
        parted = self._disabilities.text().replace("،", ",").split(",")
        died = (str(self._died_on.value()) or UNKNOWN) if self._died.isChecked() else ""
        return replace(
            more, pregnant=self._pregnant.key, staff_wanted=self._staff.key, died_on=died,
            disabilities=tuple(one.strip() for one in parted if one.strip()),
            health_alerts=self._alerts.toPlainText().strip(),
        )  # fmt: skip
