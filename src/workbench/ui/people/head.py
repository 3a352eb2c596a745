"""The head of a person's card: who by code, in which roles, what protects them now, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services.people import ROLES
from workbench.services.rows import PersonRow
from workbench.ui import theme
from workbench.ui.guide.snapshot import person_icon, role_words
from workbench.ui.parts.arrange import Flow, column, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.marks import RoundIcon
from workbench.ui.parts.mask import MaskedName
from workbench.ui.parts.texts import code, label
from workbench.ui.people.doing import Doing
from workbench.ui.people.list import role_tone
from workbench.ui.people.photo import Photo, decoded
from workbench.ui.state import moment, speaking, tr

SEALED = "sealed"


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


class Head(QFrame):
    """Who it is, and what can be done; under each other where there is no room beside each other."""

    def __init__(self, who: QHBoxLayout, tools: QHBoxLayout, marks: Flow) -> None:
        super().__init__()
        self.setProperty("bar", "line")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(10)
        self._box.addLayout(who, 1)
        self._box.addLayout(tools)
        self._box.setAlignment(tools, Qt.AlignmentFlag.AlignTop)
        whole = column(self._box, gap=10, margins=(18, 12, 14, 12))
        if marks.count():
            whole.addWidget(holder(marks))
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(560)
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )


def head(person: PersonRow, left: int, doing: Doing, *, danger: bool = False) -> Head:
    """``left`` seconds of showing, 0 while hidden; ``danger``: a standing assessment says that it is imminent."""
    marks = Flow(6)
    for chip in chips(person, danger=danger):
        marks.addWidget(chip)
    words = column(gap=6)
    if left:
        known = isolate(person.names[0].full) if person.names else tr(N_("Name not known"))
        name = label(known, "step", "" if person.names else "2", wrap=True)
        name.setObjectName("shown-name")
        words.addWidget(name)
    words.addWidget(holder(_line(person, left)))
    who = row(gap=14)
    who.addWidget(_face(person, left), 0, Qt.AlignmentFlag.AlignTop)
    who.addLayout(words, 1)
    who.setAlignment(words, Qt.AlignmentFlag.AlignTop)
    show = button(
        tr(N_("Hide name")) if left else tr(N_("Show name…")),
        lambda: doing.show(person),
        glyph="ph.eye-slash" if left else "ph.eye",
        name="show-name",
    )
    edit = button(tr(N_("Edit…")), lambda: doing.edit(person), glyph="ph.pencil-simple", name="edit-person")
    return Head(who, row(show, edit, gap=8), marks)


def chips(person: PersonRow, *, danger: bool) -> Sequence[Chip]:
    """What must be seen at once: the two alarms first, then what protects the person, then what they need."""
    found: list[Chip] = []
    if danger:
        found.append(Chip(tr(N_("Imminent danger")), "danger", "ph.warning-octagon-fill"))
    if person.child:
        found.append(Chip(tr(N_("Possible child")), "child", "mdi6.human-child"))
    if person.non_punishment is not None:
        found.append(Chip(tr(N_("Non-punishment: in force")), "warn", "ph.shield-check"))
    for holder_ in withheld_by(person):
        found.append(Chip(tr(N_("Papers kept by {code}"), code=ltr(holder_)), "warn", "ph.identification-card"))
    if person.more.protection == SEALED:
        found.append(Chip(tr(N_("Identity sealed")), "neutral", "ph.lock"))
    if person.needs_interpreter:
        tongue = speaking().language_name(person.languages[0]) if person.languages else tr(N_("language not known"))
        found.append(Chip(tr(N_("Interpreter: {language}"), language=tongue), "neutral", "ph.translate"))
    for claim in person.claims:
        if claim.custody == "held" and claim.until is None:
            words = tr(N_("held since {moment}"), moment=moment(claim.since))
            found.append(Chip(words, "outline", "ph.lock-key"))
    if person.deceased:
        found.append(Chip(tr(N_("Has died")), "neutral"))
    if person.also:
        found.append(Chip(tr(N_("Also recorded as {codes}"), codes=ltr(", ".join(person.also))), "neutral", "ph.link"))
    return found


def withheld_by(person: PersonRow) -> tuple[str, ...]:
    """The codes of those who keep papers of this person: an indicator of trafficking."""
    return tuple(dict.fromkeys(one.held_by for one in person.papers if one.held_by not in ("", "self", "unit")))


def _face(person: PersonRow, left: int) -> QWidget:
    if left and person.photo:
        image = decoded(person.photo)
        if not image.isNull():
            return Photo(image)
    glyph, token = person_icon(person)
    return RoundIcon(
        glyph,
        theme.px(54),
        "childTint" if person.child else "accentTint",
        token if person.child else "accentText",
    )


def _line(person: PersonRow, left: int) -> Flow:
    """The mask while the name is hidden, code and roles; several lines where they do not fit into one."""
    line = Flow(10)
    if not left:
        hidden = tr(N_("Person {code}, {role}, name hidden"), code=person.alias, role=role_words(person))
        line.addWidget(MaskedName(person.initials, hidden, "step"))
    line.addWidget(code(ltr(person.alias)))
    for one in dict.fromkeys(person.roles):
        line.addWidget(Chip(tr(ROLES.get(one, one)), role_tone(one)))
    if left:
        line.addWidget(ShownFor(tr(N_("Shown, {n} s left"), n=left)))
    return line
