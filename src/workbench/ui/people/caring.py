"""What is done for a person from their card: a dialog for each, with what the person told already beside it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from workbench.services import care
from workbench.services.care import AnsweredRow, AppointmentRow, CareRow, ConsentRow, ReferralRow
from workbench.services.rows import PersonRow
from workbench.ui.dialogs.care.assessing import AssessNeeds, AssessRisks, WeighInterest
from workbench.ui.dialogs.care.consent import AskConsent, WithdrawConsent
from workbench.ui.dialogs.care.planning import (
    Appoint,
    GrantRecovery,
    PlanSafety,
    cancel_appointment,
    record_contact,
)
from workbench.ui.dialogs.care.referral import FollowReferral, MakeReferral
from workbench.ui.guide.snapshot import role_words
from workbench.ui.room import Room
from workbench.ui.state import speaking

Told = Mapping[str, AnsweredRow]


class Caring:
    """Opens the dialogs over a page; what they keep comes back to the page as everything does, by asking again.

    ``people`` gives the people of the case as they are shown now.
    """

    def __init__(self, page: QWidget, room: Room, people: Callable[[], Sequence[PersonRow]]) -> None:
        self._page, self._room, self._people = page, room, people

    def paper(self, kind: str, code: str) -> None:
        """Go to the papers, at one of a kind for a person or a referral."""
        self._room.memory.of("documents", self._room.memory.case_id)["kind"] = f"{kind} {code}"
        self._room.went.emit("documents")

    def consent(self, row: CareRow, purpose: str = "") -> None:
        """Ask for a consent."""
        person = self._person(row.alias)
        if person is not None:
            guardians = [pair for pair, one in self._pairs() if "guardian" in one.roles]
            self._told(row, lambda told: AskConsent(self._page, self._room, person, told, guardians, purpose=purpose))

    def withdraw(self, consent: ConsentRow) -> None:
        """Record that a consent was taken back."""
        WithdrawConsent(self._page, self._room, consent).open()

    def refer(self, row: CareRow, service: str = "") -> None:
        """Refer the person to a service."""
        self._told(row, lambda told: MakeReferral(self._page, self._room, row, told, service=service))

    def follow(self, referral: ReferralRow) -> None:
        """Record what became of a referral."""
        FollowReferral(self._page, self._room, referral).open()

    def assess_risks(self, row: CareRow) -> None:
        """Assess the dangers."""
        self._told(row, lambda told: AssessRisks(self._page, self._room, row, told))

    def assess_needs(self, row: CareRow) -> None:
        """Assess the needs."""
        self._told(row, lambda told: AssessNeeds(self._page, self._room, row, told))

    def weigh(self, row: CareRow) -> None:
        """Weigh what is best for a child."""
        WeighInterest(self._page, self._room, row).open()

    def plan(self, row: CareRow) -> None:
        """Make a safety plan."""
        PlanSafety(self._page, self._room, row, [pair for pair, _ in self._pairs()]).open()

    def recover(self, row: CareRow) -> None:
        """Give time to recover."""
        GrantRecovery(self._page, self._room, row).open()

    def contact(self, row: CareRow) -> None:
        """Record a contact within the time to recover."""
        record_contact(self._page, self._room, row.alias).open()

    def appoint(self, row: CareRow) -> None:
        """Make an appointment."""
        people = [pair for pair, one in self._pairs() if not one.deceased]
        Appoint(self._page, self._room, people, row.alias).open()

    def cancel(self, appointment: AppointmentRow) -> None:
        """Cancel an appointment."""
        cancel_appointment(self._page, self._room, appointment).open()

    def _told(self, row: CareRow, make: Callable[[Told], QDialog]) -> None:
        def then(found: Any) -> None:
            make(care.by_topic(found)).open()

        self._room.ask(
            self._page, care.answered_before, self._room.memory.case_id, row.alias, speaking().tag, then=then,
            failed=getattr(self._page, "refuse", None),
        )  # fmt: skip

    def _person(self, alias: str) -> PersonRow | None:
        return next((one for one in self._people() if alias in (one.alias, *one.also)), None)

    def _pairs(self) -> list[tuple[tuple[str, str], PersonRow]]:
        return [((one.alias, role_words(one)), one) for one in self._people()]
