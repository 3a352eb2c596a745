"""The card of a person: what is known, the roles with who, when and why."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services.people import ROLES
from workbench.services.rows import AuditRow, ClaimRow, PersonRow
from workbench.ui import theme
from workbench.ui.guide.snapshot import person_icon, role_words
from workbench.ui.parts.arrange import column, holder, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.marks import RoundIcon
from workbench.ui.parts.mask import MaskedName
from workbench.ui.parts.texts import Picture, code, heading, label
from workbench.ui.people.list import role_tone
from workbench.ui.state import moment, speaking, tr

Do = Callable[[PersonRow], object]
_SEX = {"female": N_("Female"), "male": N_("Male"), "unknown": N_("Not known")}
_PAPERS = {
    "passport": N_("Passport"),
    "national_card": N_("National card"),
    "residence": N_("Residence paper"),
    "other": N_("Other paper"),
}


class ShownFor(QWidget):
    """How long a name is still shown."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("shown-for")
        self._chip = Chip(words, "warn", "ph.eye")
        self.setLayout(row(self._chip))

    def say(self, words: str) -> None:
        """Show another time."""
        self._chip.say(words)


class _Head(QFrame):
    """Who it is, and what can be done; under each other where there is no room beside each other."""

    def __init__(self, who: QHBoxLayout, tools: QHBoxLayout) -> None:
        super().__init__()
        self.setProperty("bar", "line")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(18, 12, 14, 12)
        self._box.setSpacing(10)
        self._box.addLayout(who, 1)
        self._box.addLayout(tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(620)
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )


def person_card(
    person: PersonRow, left: int, *, show: Do, role: Do, reveals: Sequence[AuditRow] = ()
) -> QFrame:
    """The card; ``left`` seconds of showing the name, 0 while it is hidden; ``reveals``: when it was shown before."""
    made = QFrame()
    made.setProperty("card", "true")
    inside = column(
        _facts(person),
        6,
        heading(tr(N_("Roles in the case"))),
        _roles(person),
        6,
        heading(tr(N_("Log of shown names"))),
        _reveals(reveals),
        None,
        gap=10,
        margins=(18, 14, 18, 14),
    )
    made.setLayout(column(_head(person, left, show, role), scroll(holder(inside)), gap=0))
    return made


def _head(person: PersonRow, left: int, show: Do, role: Do) -> QWidget:
    glyph, token = person_icon(person)
    first = row(gap=10)
    if left and person.names:
        name = label(isolate(person.names[0].full), "step")
        name.setObjectName("shown-name")
        first.addWidget(name)
    else:
        hidden = tr(N_("Person {code}, {role}, name hidden"), code=person.alias, role=role_words(person))
        first.addWidget(MaskedName(person.initials, hidden, "step"))
    first.addWidget(code(ltr(person.alias)))
    for one in person.roles:
        first.addWidget(Chip(tr(ROLES.get(one, one)), role_tone(one)))
    if left:
        first.addWidget(ShownFor(tr(N_("Shown, {n} s left"), n=left)))
    first.addStretch(1)
    second = row(gap=8)
    if person.child:
        second.addWidget(Chip(tr(N_("Possible child")), "child", "mdi6.human-child"))
    if person.needs_interpreter:
        tongue = (
            speaking().language_name(person.languages[0])
            if person.languages
            else tr(N_("language not known"))
        )
        second.addWidget(Chip(tr(N_("Interpreter: {language}"), language=tongue), "neutral", "ph.translate"))
    second.addStretch(1)
    ask = button(
        tr(N_("Hide name")) if left else tr(N_("Show name…")),
        lambda: show(person),
        glyph="ph.eye-slash" if left else "ph.eye",
        name="show-name",
    )
    set_role = button(
        tr(N_("Set role…")), lambda: role(person), glyph="ph.identification-card", name="set-role"
    )
    who = row(
        RoundIcon(
            glyph,
            theme.px(54),
            "childTint" if person.child else "accentTint",
            token if person.child else "accentText",
        ),
        gap=14,
    )
    who.addLayout(column(first, second, gap=4), 1)
    return _Head(who, row(ask, set_role, None, gap=8))


def _facts(person: PersonRow) -> QGridLayout:
    """What is known, four beside each other; what is not known says so."""
    language, unknown = speaking(), tr(N_("Not known"))
    comma = "، " if language.rtl else ", "
    papers = comma.join(
        f"{tr(_PAPERS.get(paper.kind, paper.kind))} {ltr(paper.number)}".strip() for paper in person.papers
    )
    found = [
        (tr(N_("Sex")), tr(_SEX.get(person.sex, person.sex))),
        (tr(N_("Age")), age_words(person)),
        (tr(N_("Nationality")), language.country_name(person.nationality) if person.nationality else unknown),
        (tr(N_("Languages")), comma.join(language.language_name(one) for one in person.languages) or unknown),
        (tr(N_("Papers")), papers or tr(N_("None recorded"))),
        (
            tr(N_("Telephone")),
            comma.join(ltr(one) for one in person.phones) or tr(N_("Hidden or not recorded")),
        ),
    ]
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    for place, (words, value) in enumerate(found):
        grid.addLayout(
            column(label(words, "label", "2"), label(value, "body", wrap=True), gap=2), place // 3, place % 3
        )
        grid.setColumnStretch(place % 3, 1)
    if person.note:
        note = column(
            label(tr(N_("Note")), "label", "2"), label(isolate(person.note), "body", wrap=True), gap=2
        )
        grid.addLayout(note, (len(found) + 2) // 3, 0, 1, 3)
    return grid


def _reveals(found: Sequence[AuditRow]) -> QFrame:
    """Who had the name shown, when and why; newest first."""
    made = QFrame()
    made.setObjectName("reveals")
    box = column(gap=6)
    for entry in found:
        line = row(Picture("ph.eye", "text2", 16), gap=8)
        line.addWidget(label(moment(entry.at), "label", "2"))
        line.addWidget(label(isolate(entry.actor), "body"))
        line.addWidget(label(isolate(entry.reason), "body", "2", wrap=True), 1)
        box.addLayout(line)
    if not found:
        box.addWidget(label(tr(N_("The name was not shown to anybody yet.")), "label", "2"))
    made.setLayout(box)
    return made


def age_words(person: PersonRow) -> str:
    """The age in full years, with its doubt."""
    low, high = person.age_low, person.age_high
    if low is None and high is None:
        said = tr(N_("Not known"))
    elif low == high or high is None:
        said = speaking().number(low or 0)
    else:
        said = tr(N_("between {low} and {high}"), low=low or 0, high=high)
    return tr(N_("{age} (in doubt)"), age=said) if person.age_in_doubt else said


def _since(claim: ClaimRow) -> str:
    """Since when, and what became of the person then: the law counts from that moment."""
    at = moment(claim.since)
    if not claim.custody:
        return at
    return tr(N_("held since {moment}") if claim.custody == "held" else N_("released {moment}"), moment=at)


def _roles(person: PersonRow) -> QFrame:
    """Each claim with who, when and on what basis; ended ones stay, in grey."""
    made = QFrame()
    made.setProperty("card", "group")
    grid = QGridLayout(made)
    grid.setContentsMargins(12, 8, 12, 10)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(8)
    heads = (N_("Role"), N_("Who says so"), N_("Since"), N_("Basis"))
    for across, words in enumerate(heads):
        grid.addWidget(label(tr(words), "label", "2"), 0, across)
    for down, claim in enumerate(reversed(person.claims), 1):
        ended = claim.until is not None
        grid.addWidget(
            Chip(tr(ROLES.get(claim.role, claim.role)), "neutral" if ended else role_tone(claim.role)),
            down,
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        basis = claim.basis if not ended else f"{claim.basis} — " + tr(N_("ended"))
        cells: list[QLabel] = [
            label(isolate(claim.decided_by), "body"),
            label(_since(claim), "body", wrap=True),
            label(isolate(basis), "body", "2" if ended else "", wrap=True),
        ]
        for across, cell in enumerate(cells, 1):
            grid.addWidget(cell, down, across)
    grid.setColumnStretch(3, 1)
    return made
