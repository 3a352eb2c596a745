"""The head of the sheet: who is screened, by code; which sheet is open; and why it cannot wait."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QStyleOptionComboBox, QWidget

from workbench.i18n import N_, ltr
from workbench.services.people import ROLES
from workbench.services.rows import PersonRow
from workbench.services.screenings import ScreeningRow
from workbench.terms import SCREENING_DECISIONS
from workbench.ui import theme
from workbench.ui.guide.snapshot import person_icon, role_words
from workbench.ui.parts.arrange import column, row
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choices import Combo, Segmented
from workbench.ui.parts.marks import RoundIcon
from workbench.ui.parts.mask import MaskedName
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import label
from workbench.ui.people.list import role_tone
from workbench.ui.screening.lines import comma
from workbench.ui.state import moment, tr

INDICATORS, SIDES, TRACK = "indicators", "sides", "track"
_ACCUSED = frozenset({"suspect", "accused", "smuggler", "person_of_interest"})


def accused_or_held(person: PersonRow) -> bool:
    """Whether somebody is under suspicion or not free: of them screening comes first."""
    held = any(claim.custody == "held" and claim.until is None for claim in person.claims)
    return held or bool(_ACCUSED & set(person.roles))


def said_of(person: PersonRow, unscreened: Collection[str]) -> str:
    """A person in the list: the code, the roles, and what must not be overlooked."""
    facts = [role_words(person)]
    if person.child:
        facts.append(tr(N_("possible child")))
    if person.deceased:
        facts.append(tr(N_("deceased")))
    elif person.alias in unscreened:
        facts.append(tr(N_("not screened yet")))
    return f"{ltr(person.alias)}  {comma().join(one for one in facts if one)}"


class _Pick(Combo):
    """Closed it shows the code alone; the roles stand beside it as chips."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = ltr(self.key)


class Head(QFrame):
    """Names stay hidden here: nobody needs them to ask."""

    def __init__(
        self, people: Sequence[PersonRow], unscreened: Collection[str], chosen: PersonRow, sheet: str,
        choose: Callable[[str], object], turn: Callable[[str], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self.setProperty("bar", "line")
        self.setObjectName("screened-person")
        pick = _Pick([(one.alias, said_of(one, unscreened)) for one in people])
        pick.setObjectName("person-pick")
        pick.setAccessibleName(tr(N_("Who is screened")))
        pick.setMinimumContentsLength(5)
        pick.view().setMinimumWidth(theme.px(330))
        pick.choose(chosen.alias)
        pick.activated.connect(lambda _: choose(pick.key))
        hidden = tr(N_("Person {code}, {role}, name hidden"), code=chosen.alias, role=role_words(chosen))
        first = row(pick, MaskedName(chosen.initials, hidden), gap=10)
        for role in chosen.roles[:2]:
            first.addWidget(Chip(tr(ROLES.get(role, role)), role_tone(role)))
        if chosen.child:
            first.addWidget(Chip(tr(N_("Possible child")), "child", "mdi6.human-child"))
        first.addStretch(1)
        calm = tr(N_("In a private room. It may be stopped at any time."))
        glyph, ink = person_icon(chosen)
        face = RoundIcon(glyph, theme.px(40), "childTint" if chosen.child else "accentTint",
                         ink if chosen.child else "accentText")  # fmt: skip
        who = row(face, gap=12)
        who.addLayout(column(first, label(calm, "label", "2", wrap=True), gap=3), 1)
        sheets = Segmented(
            [
                (INDICATORS, tr(N_("Victim indicators"))), (SIDES, tr(N_("Victim or offender"))),
                (TRACK, tr(N_("TIP or SOM"))),
            ],
            sheet, name="sheet", then=turn,
        )  # fmt: skip
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(16, 10, 14, 10)
        self._box.setSpacing(12)
        self._box.addLayout(who, 1)
        self._box.addWidget(sheets)
        self._least = theme.px(400) + sheets.sizeHint().width()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._least
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )


def warnings(person: PersonRow, unscreened: Collection[str], recorded: ScreeningRow | None) -> list[QWidget]:
    """What has to be said before anything is asked: that it is too late, that it comes first, that it goes on."""
    found: list[Notice] = []
    if person.deceased:
        found.append(
            Notice(tr(N_("{code} is recorded as deceased: nobody can be asked any more."), code=ltr(person.alias)),
                   tr(N_("What is known is recorded as findings.")), "neutral", closes=False)
        )  # fmt: skip
    elif person.alias in unscreened and accused_or_held(person):
        found.append(
            Notice(tr(N_("{code} is under suspicion or held and was never screened."), code=ltr(person.alias)),
                   tr(N_("Screening stands before arrest and deportation: whoever held a key may have been held too.")),
                   "warn", closes=False)
        )  # fmt: skip
    elif recorded is not None:
        words = tr(SCREENING_DECISIONS[recorded.decision])
        found.append(
            Notice(tr(N_("Screened {moment}: {decision}."), moment=moment(recorded.held_at), decision=words),
                   tr(N_("Its answers are taken over, so that nothing is asked twice.")), "info")
        )  # fmt: skip
    for one in found:
        one.setObjectName("first-of-all")
    return list(found)
