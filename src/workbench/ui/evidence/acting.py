"""What the buttons of the evidence page open, and the cards of the exhibit that is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from workbench.i18n import N_
from workbench.services.rows import SealedFileRow
from workbench.ui.dialogs.evidence.register import NewExhibit
from workbench.ui.evidence.files import Kept, file_line
from workbench.ui.evidence.knots import knots
from workbench.ui.evidence.side import custody_card, files_card, head
from workbench.ui.evidence.states import Shown
from workbench.ui.parts.choices import Segmented
from workbench.ui.state import speaking, tr

if TYPE_CHECKING:
    from workbench.ui.pages.evidence import EvidencePage


class Acting:
    """Hands of the page: it lives as long as the page does and keeps nothing of its own."""

    def __init__(self, page: "EvidencePage") -> None:
        self._page = page

    def cards(self, now: Shown) -> tuple[QFrame, QFrame]:
        """The card of the exhibit and the one of its custody or its files."""
        page = self._page
        acts = {
            "twin": lambda: page.told("twin"), "record": self.record, "correct": self.correct,
            "explain": self.explain, "receipt": self.receipt,
        }  # fmt: skip
        switch = self._switch(now)
        if switch is not None and page.notes.get("side") == "files":
            kept = [file_line(Kept(one), self.with_file) for one in now.exhibit.files]
            below = files_card(kept, switch)
        else:
            below = custody_card(
                knots(now.exhibit), len(now.exhibit.custody), acts, switch=switch, as_table=bool(page.notes.get("twin"))
            )  # fmt: skip
        return head(now, page.room.memory.case_number, [], []), below

    def _switch(self, now: Shown) -> Segmented | None:
        """Custody or files; without files there is nothing to choose."""
        if not now.exhibit.files:
            return None
        count = speaking().number(len(now.exhibit.files))
        choices = [("custody", tr(N_("Chain of custody"))), ("files", tr(N_("Files ({count})"), count=count))]

        def chosen(key: str) -> None:
            self._page.notes["side"] = key
            self._page.redraw()

        return Segmented(choices, str(self._page.notes.get("side", "custody")), name="side", then=chosen)

    def with_file(self, key: str, file: SealedFileRow) -> None:
        """Read, preview or export a file."""

    def register(self) -> None:
        NewExhibit(self._page, self._page.room).open()

    def hand_over(self) -> None: ...
    def labels(self) -> None: ...
    def take_in(self) -> None: ...
    def count(self) -> None: ...
    def record(self) -> None: ...
    def correct(self, seq: int) -> None: ...
    def explain(self) -> None: ...
    def receipt(self) -> None: ...
