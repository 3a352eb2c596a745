"""Referrals in dialogs: made with the least that is told, then followed until they are over."""

from PySide6.QtWidgets import QWidget

from workbench import terms
from workbench.fields import Field, Kind, Option
from workbench.i18n import N_, ltr
from workbench.services import care
from workbench.services.care import CareRow, ReferralRow
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.care.keeping import WIDE, at, keep, text
from workbench.ui.dialogs.care.told import Told, notice, options, words
from workbench.ui.forms import Known
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone

_BASIS = N_("Only where there is no consent: the law or the order that it rests on.")
_SHARED = N_("Everything they are told, and no more: code, what is needed, language. No name, no story.")
_SAID = ("declined", "followed_up", "closed")


class MakeReferral(AskForm):
    """It rests on a consent for this very recipient, which is chosen here or found by itself."""

    def __init__(self, parent: QWidget, room: Room, row: CareRow, told: Told, *, service: str = "") -> None:
        self._room, self._row = room, row
        rules = care.offered(speaking().tag)
        standing = [one for one in row.consents if one.stands and one.purpose in ("referral", "sharing", "medical")]
        rests = tuple(Option(one.ref, f"{ltr(one.ref)}  {one.recipient}") for one in standing)
        fields = [
            Field("service", Kind.CHOICE, tr(N_("What is asked for")), required=True, options=options(rules.services)),
            Field("provider", Kind.TEXT, tr(N_("Who is asked to help")), required=True),
            Field("focal_point", Kind.TEXT, tr(N_("Contact there"))),
            Field("urgency", Kind.CHOICE, tr(N_("How soon")), required=True, options=words(terms.URGENCIES)),
            Field("shared", Kind.LINES, tr(N_("What they are told")), required=True, help=tr(_SHARED)),
            *([Field("consent", Kind.CHOICE, tr(N_("Rests on the consent")), options=rests)] if rests else []),
            Field("basis", Kind.LINES, tr(N_("Basis in law")), help=tr(_BASIS)),
            Field("transport", Kind.TEXT, tr(N_("Transport and escort"))),
            Field("follow_up_on", Kind.DAY, tr(N_("We ask again on"))),
            Field("at", Kind.MOMENT, tr(N_("Referred at")), required=True),
        ]
        super().__init__(
            parent,
            tr(N_("Refer {code}"), code=ltr(row.alias)),
            tr(N_("One person, one service, one slip.")),
            tr(N_("Record the referral")),
            fields=fields,
            known=Known(zone=zone()),
            answers={
                "service": service, "urgency": "days", "at": room.now().isoformat(),
                "provider": standing[-1].recipient if standing else "",
                "consent": standing[-1].ref if standing else "",
            },
            send=self._keep,
            before=notice(told, ["language", "health", "staff_wanted"]),
            glyph="ph.path", width=WIDE,
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        keep(
            self, self._room, care.make_referral, self._row.alias, service=text(said, "service"),
            provider=text(said, "provider"), shared=text(said, "shared"), urgency=text(said, "urgency"),
            consent_ref=text(said, "consent"), basis=text(said, "basis"), focal_point=text(said, "focal_point"),
            transport=text(said, "transport"), follow_up_on=text(said, "follow_up_on"), at=at(said, "at"),
        )  # fmt: skip


class FollowReferral(AskForm):
    """What became of it: only what can follow is offered."""

    def __init__(self, parent: QWidget, room: Room, referral: ReferralRow) -> None:
        self._room, self._referral = room, referral
        can = care.NEXT[referral.state]
        super().__init__(
            parent,
            tr(N_("Referral {referral}"), referral=ltr(referral.ref)),
            tr(N_("{provider}: {state}."), provider=referral.provider, state=tr(terms.REFERRALS[referral.state])),
            tr(N_("Record")),
            fields=[
                Field("state", Kind.CHOICE, tr(N_("What happened")), required=True,
                      options=words(terms.REFERRALS, can)),
                Field("at", Kind.MOMENT, tr(N_("When")), required=True),
                Field("note", Kind.LINES, tr(N_("How it stands with the person")), required=True,
                      when={"state": _SAID}),
                Field("follow_up_on", Kind.DAY, tr(N_("We ask again on"))),
            ],
            known=Known(zone=zone()),
            answers={"at": room.now().isoformat(), "state": can[0] if len(can) == 1 else ""},
            send=self._keep,
            glyph="ph.path", width=WIDE,
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        keep(
            self, self._room, care.follow_referral, self._referral.ref, state=text(said, "state"),
            note=text(said, "note"), follow_up_on=text(said, "follow_up_on"), at=at(said, "at"),
        )  # fmt: skip
