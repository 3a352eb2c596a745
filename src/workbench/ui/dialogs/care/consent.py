"""Consent in dialogs: asked for one purpose and one recipient, and taken back without having to say why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench import terms
from workbench.fields import Field, Kind
from workbench.i18n import N_, ltr
from workbench.services import care
from workbench.services.care import ConsentRow
from workbench.services.rows import PersonRow
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.care.keeping import WIDE, at, keep, text
from workbench.ui.dialogs.care.told import Told, beside, notice, options, words
from workbench.ui.forms import Known
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone

_ASKED = {"state": ("given", "limited")}
_ANSWERED = {"state": ("given", "limited", "refused")}


class AskConsent(AskForm):
    """One purpose, one recipient. ``guardians`` are those who may agree for a child, by code."""

    def __init__(
        self, parent: QWidget, room: Room, person: PersonRow, told: Told, guardians: Sequence[tuple[str, str]] = (),
        *, purpose: str = "",
    ) -> None:  # fmt: skip
        self._room, self._person = room, person
        rules = care.offered(speaking().tag)
        tongue = person.languages[0] if person.languages else ""
        super().__init__(
            parent,
            tr(N_("Consent of {code}"), code=ltr(person.alias)),
            tr(N_("Ask for one thing and one recipient at a time. Help does not depend on the answer.")),
            tr(N_("Record the answer")),
            fields=_fields(person, told),
            known=Known(people=guardians, zone=zone()),
            answers={
                "purpose": purpose, "language": tongue, "read_by": room.desk.actor.name, "at": room.now().isoformat()
            },
            send=self._keep,
            before=notice(told, [f"consent.{key}" for key in rules.consents]),
            glyph="ph.handshake", width=WIDE,
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        how = care.Explained(
            text(said, "explained"), text(said, "language"), text(said, "read_by"), text(said, "interpreter"),
            text(said, "understood") or "unknown", text(said, "witness"), text(said, "text_version"),
        )  # fmt: skip
        keep(
            self, self._room, care.record_consent, self._person.alias, purpose=text(said, "purpose"),
            recipient=text(said, "recipient"), state=text(said, "state"), how=how, at=at(said, "at"),
            place=text(said, "place"), limits=text(said, "limits"), given_by=text(said, "given_by") or care.SELF,
            assent=text(said, "assent"), reason=text(said, "reason"),
        )  # fmt: skip


class WithdrawConsent(AskForm):
    """The person need not give a reason; what it means from now on is said."""

    def __init__(self, parent: QWidget, room: Room, consent: ConsentRow) -> None:
        self._room, self._consent = room, consent
        rules = care.offered(speaking().tag)
        purpose = rules.consents[consent.purpose].title if consent.purpose in rules.consents else consent.purpose
        super().__init__(
            parent,
            tr(N_("Take back {consent}"), consent=ltr(consent.ref)),
            tr(N_("{purpose}, recipient: {recipient}. What was agreed stays in the history."), purpose=purpose,
               recipient=consent.recipient),
            tr(N_("Record as taken back")),
            fields=[
                Field("at", Kind.MOMENT, tr(N_("Taken back at")), required=True),
                Field("effect", Kind.LINES, tr(N_("What is no longer done from now on")), required=True,
                      help=tr(N_("Also what happens with what was passed on already."))),
                Field("reason", Kind.LINES, tr(N_("Reason, if the person gives one"))),
            ],
            known=Known(zone=zone()),
            answers={"at": room.now().isoformat()},
            send=self._keep,
            glyph="ph.arrow-u-up-left",
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        keep(
            self, self._room, care.withdraw_consent, self._consent.ref, effect=text(said, "effect"),
            reason=text(said, "reason"), at=at(said, "at"),
        )  # fmt: skip


def _fields(person: PersonRow, told: Told) -> list[Field]:
    rules = care.offered(speaking().tag)
    fields = [
        Field("purpose", Kind.CHOICE, tr(N_("What for")), required=True, options=options(rules.consents)),
        Field("recipient", Kind.TEXT, tr(N_("Who gets to know, or acts")), required=True),
        Field("state", Kind.CHOICE, tr(N_("Answer")), required=True, options=words(terms.CONSENTS, care.ASKED)),
        Field("limits", Kind.LINES, tr(N_("Limits")), required=True, when={"state": ("limited",)}),
        Field("reason", Kind.LINES, tr(N_("Basis in law")), required=True, when={"state": ("legal_basis",)},
              help=rules.no_consent),
        beside(
            Field("language", Kind.LANGUAGE, tr(N_("Explained in")), required=True, when=_ANSWERED), told, "language"
        ),
        Field("interpreter", Kind.TEXT, tr(N_("Interpreter")), when=_ANSWERED,
              required=person.needs_interpreter and not person.languages),
        Field("explained", Kind.LINES, tr(N_("How it was explained")), required=True, when=_ASKED),
        Field("read_by", Kind.TEXT, tr(N_("Read by")), required=True, when=_ASKED),
        Field("understood", Kind.TRUTH, tr(N_("Said back in own words")), required=True, when=_ASKED),
    ]  # fmt: skip
    if person.child:
        fields += [
            Field("given_by", Kind.PERSON, tr(N_("Guardian who agrees")), required=True, when=_ASKED),
            Field("assent", Kind.CHOICE, tr(N_("The child agrees")), required=True, when=_ASKED,
                  options=words(terms.YES_NO, ("yes", "no"))),
        ]  # fmt: skip
    return [
        *fields,
        Field("witness", Kind.TEXT, tr(N_("Witness")), when=_ANSWERED),
        Field("text_version", Kind.CODE, tr(N_("Number of the paper that was read")), when=_ASKED),
        Field("place", Kind.TEXT, tr(N_("Place"))),
        Field("at", Kind.MOMENT, tr(N_("Answered at")), required=True),
    ]
