"""Said where an order about somebody is asked for: that the person was never screened. It does not stand in the way."""

from workbench.i18n import N_, ltr
from workbench.services import screened
from workbench.ui.dialogs.asked import AskForm
from workbench.ui.parts.notice import Notice
from workbench.ui.room import Room
from workbench.ui.state import tr

SUBJECT = "subject"


class Unscreened:
    """Follows the person that a dialog is about. Screening stands before arrest and deportation."""

    def __init__(self, dialog: AskForm, room: Room) -> None:
        self._dialog, self._codes = dialog, frozenset[str]()
        self._shown: Notice | None = None
        self._said = ""
        room.ask(
            dialog, screened.unscreened_codes, room.memory.case_id, then=self._know,
            # Without the answer the order can be asked for all the same; the page of screening says what is wrong.
            failed=lambda _: None,
        )  # fmt: skip
        dialog.form.changed.connect(self._follow)

    def _know(self, codes: frozenset[str]) -> None:
        self._codes = codes
        self._follow()

    def _follow(self) -> None:
        code = str(self._dialog.form.answers().get(SUBJECT) or "")
        wanted = code if code in self._codes else ""
        if wanted == self._said:
            return
        self._said = wanted
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        if wanted:
            self._shown = Notice(
                tr(N_("{code} has not been screened yet."), code=ltr(wanted)),
                tr(N_("Screening stands before arrest and deportation: whoever is accused may be a victim too.")),
                "warn", closes=False,
            )  # fmt: skip
            self._shown.setObjectName("unscreened")
            self._dialog.inside.insertWidget(0, self._shown)
            self._shown.show()

