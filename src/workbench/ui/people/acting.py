"""What is done from the card of a person: a dialog for each, asked with the page behind it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from workbench import terms
from workbench.i18n import N_, ltr
from workbench.services import people
from workbench.services.rows import PersonRow
from workbench.services.world import LinkRow
from workbench.ui.dialogs.alike import Alike
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.dialogs.link import AddLink, EndLink
from workbench.ui.dialogs.non_punishment import FlagNonPunishment, LiftNonPunishment
from workbench.ui.dialogs.role import EndRole, SetRole
from workbench.ui.guide.snapshot import role_words
from workbench.ui.people.file import PeopleFile
from workbench.ui.room import Room
from workbench.ui.state import tr

REVEAL_REASONS = (
    N_("Preparing a letter"),
    N_("Medical appointment"),
    N_("Contact with the person"),
    N_("Checking a paper"),
    N_("Order of the judge"),
)
_SEAL_REASONS = (N_("Threats against the person"), N_("Order of the judge"), N_("Wish of the person"))


class Acting:
    """Opens the dialogs; what they keep comes back to the page as everything does, by asking again."""

    def __init__(self, page: QWidget, room: Room, file: Callable[[], PeopleFile]) -> None:
        self._page, self._room, self._file = page, room, file

    def role(self, person: PersonRow) -> None:
        SetRole(self._page, self._room, person).open()

    def end(self, person: PersonRow) -> None:
        EndRole(self._page, self._room, person).open()

    def acts(self, person: PersonRow) -> None:
        FlagNonPunishment(self._page, self._room, person).open()

    def lift(self, person: PersonRow) -> None:
        LiftNonPunishment(self._page, self._room, person).open()

    def same(self, person: PersonRow) -> None:
        Alike(self._page, self._room, person, lambda: None).open()

    def link(self, person: PersonRow) -> None:
        file = self._file()
        others = [(one.alias, role_words(one)) for one in file.people]
        AddLink(self._page, self._room, person.alias, others, list(file.around.values())).open()

    def over(self, link: LinkRow) -> None:
        said = f"{ltr(link.a)} {tr(terms.LINKS.get(link.kind, link.kind))} {ltr(link.b)}"
        EndLink(self._page, self._room, link, said).open()

    def photo(self, person: PersonRow) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._page, tr(N_("Choose a photograph")), "", tr(N_("Photographs (*.jpg *.jpeg *.png)"))
        )
        if name:
            self._room.act(
                self._page, people.attach_photo, self._room.memory.case_id, person.alias, Path(name),
                failed=self._page.refuse,  # type: ignore[attr-defined]
            )  # fmt: skip

    def seal(self, person: PersonRow) -> None:
        sealed = person.more.protection == "sealed"
        do = people.unseal_identity if sealed else people.seal_identity

        def send(reason: str, dialog: Ask) -> None:
            self._room.act(
                dialog, do, self._room.memory.case_id, person.alias, reason=reason,
                then=lambda _: dialog.accept(), failed=dialog.refuse,
            )  # fmt: skip

        code = ltr(person.alias)
        AskReason(
            self._page,
            tr(N_("Take the seal off the identity of {code}?"), code=code) if sealed
            else tr(N_("Seal the identity of {code}?"), code=code),
            tr(N_("Whoever works on the case may be shown the name again, with a reason.")) if sealed
            else tr(N_("From now on only a supervisor is shown who this is. Nothing that was recorded changes.")),
            tr(N_("Take the seal off")) if sealed else tr(N_("Seal identity")),
            no=tr(N_("Leave it as it is")), then=send, reasons=[tr(one) for one in _SEAL_REASONS], glyph="ph.lock",
        ).open()  # fmt: skip

    def ask_name(self, person: PersonRow, shown_for: int, then: Callable[[Any], object]) -> None:
        """Ask why the name is to be shown, and hand on the person once it stands in the log."""

        def send(reason: str, dialog: Ask) -> None:
            def done(found: Any) -> None:
                dialog.accept()
                then(found)

            self._room.ask(
                dialog, people.reveal, self._room.memory.case_id, person.alias, reason, then=done, failed=dialog.refuse
            )

        AskReason(
            self._page,
            tr(N_("Show the name of {code}?"), code=ltr(person.alias)),
            tr(
                N_("It is shown for {n} seconds. Your name, the time and the reason are written to the log."),
                n=shown_for,
            ),
            tr(N_("Show name")),
            no=tr(N_("Keep hidden")),
            then=send,
            reasons=[tr(one) for one in REVEAL_REASONS],
            glyph="ph.eye",
        ).open()
