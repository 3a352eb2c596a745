"""Adding a person: parts of the name, age with its doubt, nationality, languages, and the first role as a claim."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.i18n import N_
from workbench.services import people
from workbench.services.rows import NameRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.custody import Custody
from workbench.ui.forms.lists import country_choices, language_choices
from workbench.ui.forms.picks import PickInput
from workbench.ui.forms.written import plain_figures, read_day
from workbench.ui.parts.arrange import Flow, column, empty_out, holder
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Combo, Segmented, Tick
from workbench.ui.parts.texts import as_html, heading, label
from workbench.ui.room import Room
from workbench.ui.state import tr

NAME_PARTS = (
    ("ism", N_("Given name")),
    ("father", N_("Father's name")),
    ("grandfather", N_("Grandfather's name")),
    ("great_grandfather", N_("Great-grandfather's name")),
    ("family", N_("Family or tribe")),
)
SEXES = (("female", N_("Female")), ("male", N_("Male")), ("unknown", N_("Not known")))
BIRTHS = (
    ("unknown", N_("Not known")),
    ("exact", N_("On a day")),
    ("about", N_("About")),
    ("between", N_("Between")),
)


class Languages(QWidget):
    """Languages picked one after the other; each can be taken away again."""

    def __init__(self) -> None:
        super().__init__()
        self._names = dict(language_choices())
        self._chosen: list[str] = []
        self._pick = PickInput(language_choices(), searched=True)
        self._pick.setObjectName("person-languages")
        self._flow = Flow(6)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._pick)
        self._chips = holder(self._flow)
        box.addWidget(self._chips)
        self._chips.hide()
        self._pick.changed.connect(self._add)
        self.setFocusProxy(self._pick)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages picked."""
        return tuple(self._chosen)

    def add(self, code: str) -> None:
        """Pick a language."""
        if code in self._names and code not in self._chosen:
            self._chosen.append(code)
            self._draw()

    def _add(self) -> None:
        self.add(str(self._pick.value()))
        self._pick.put("")

    def _drop(self, code: str) -> None:
        self._chosen.remove(code)
        self._draw()

    def _draw(self) -> None:
        empty_out(self._flow)
        for code in self._chosen:
            self._flow.addWidget(
                button(
                    self._names[code],
                    partial(self._drop, code),
                    kind="chip",
                    glyph="ph.x",
                    tip=tr(N_("Take away")),
                )
            )
        self._chips.setVisible(bool(self._chosen))


class NewPerson(Ask):
    """Everything may stay unknown except the role and what it rests on."""

    def __init__(self, parent: QWidget, room: Room) -> None:
        super().__init__(
            parent,
            tr(N_("Add person")),
            tr(N_("Names are stored hidden. What is not known stays empty; a role is what somebody claims.")),
            tr(N_("Add person")),
            glyph="ph.user-plus",
            width=680,
        )
        self._room = room
        self._names = {key: QLineEdit() for key, _ in NAME_PARTS}
        self._written = QLineEdit()
        self._sex = Segmented([(key, tr(words)) for key, words in SEXES], "unknown", name="sex")
        self._birth = Segmented(
            [(key, tr(words)) for key, words in BIRTHS], "unknown", name="birth", then=self._fit_birth
        )
        self._low, self._high = QLineEdit(), QLineEdit()
        self._doubt = Tick(tr(N_("It is in doubt whether the person is under 18")))
        self._nation = PickInput(country_choices(), searched=True)
        self._languages = Languages()
        self._interpreter = Tick(tr(N_("Needs an interpreter")))
        self._role = Combo([(key, tr(words)) for key, words in people.ROLES.items()], empty=tr(N_("Choose…")))
        self._role.setObjectName("person-role")
        self._by = QLineEdit(room.desk.actor.name)
        self._custody = Custody(room.now(), first=True)
        self._basis = QPlainTextEdit()
        self._basis.setObjectName("person-basis")
        self._basis.setTabChangesFocus(True)
        self._basis.setFixedHeight(theme.px(56))
        self._phone = QLineEdit()
        self._area = self.stretch(holder(self._layout()), theme.px(420))
        self.on_submit = self._send
        self._fit_birth("unknown")
        self._names["ism"].setFocus()

    def _layout(self) -> QVBoxLayout:
        for key, editor in self._names.items():
            editor.setObjectName(f"person-{key}")
        names = QGridLayout()
        names.setHorizontalSpacing(12)
        fields: list[tuple[str, QWidget]] = [(tr(words), self._names[key]) for key, words in NAME_PARTS]
        fields.append((tr(N_("Or as it was written")), self._written))
        for place, (words, one) in enumerate(fields):
            names.addLayout(labelled(words, one), place // 3, place % 3)
        birth = QHBoxLayout()
        birth.setSpacing(12)
        self._low_box, self._high_box = (
            holder(labelled(tr(N_("Day or year")), self._low)),
            holder(labelled(tr(N_("and")), self._high)),
        )
        self._low.setObjectName("person-birth")
        birth.addLayout(labelled(tr(N_("Born")), self._birth))
        birth.addWidget(self._low_box)
        birth.addWidget(self._high_box)
        birth.addStretch(1)
        more = QGridLayout()
        more.setHorizontalSpacing(12)
        for place, (words, one) in enumerate(
            (
                (tr(N_("Sex")), self._sex),
                (tr(N_("Nationality")), self._nation),
                (tr(N_("Telephone")), self._phone),
            )
        ):
            more.addLayout(labelled(words, one), 0, place)
        more.addLayout(labelled(tr(N_("Languages")), self._languages), 1, 0, 1, 2)
        more.addWidget(self._interpreter, 1, 2)
        role = QGridLayout()
        role.setHorizontalSpacing(12)
        role.addLayout(labelled(tr(N_("Role in the case")), self._role, required=True), 0, 0)
        role.addLayout(labelled(tr(N_("Who says so")), self._by), 0, 1)
        role.addWidget(self._custody, 1, 0, 1, 2)
        role.addLayout(labelled(tr(N_("On what basis")), self._basis, required=True), 2, 0, 1, 2)
        return column(
            heading(tr(N_("Name"))),
            names,
            4,
            heading(tr(N_("Age"))),
            birth,
            self._doubt,
            4,
            heading(tr(N_("Person"))),
            more,
            4,
            heading(tr(N_("Role as a claim"))),
            role,
            None,
            gap=6,
            margins=(2, 0, 8, 0),
        )

    def _fit_birth(self, kind: str) -> None:
        self._low_box.setVisible(kind != "unknown")
        self._high_box.setVisible(kind == "between")

    def _send(self) -> None:
        parts = {key: editor.text().strip() for key, editor in self._names.items()}
        written = self._written.text().strip()
        names = [NameRow("record", as_written=written, **parts)] if written or any(parts.values()) else []
        phone = plain_figures(self._phone.text())
        since = self._custody.moment() if self._custody.key else None
        if self._custody.key and since is None:
            self._area.ensureWidgetVisible(self._custody, 0, theme.px(40))
            return
        self.wait(True)
        self._room.act(
            self,
            people.add_person,
            self._room.memory.case_id,
            names=names,
            sex=self._sex.key or "unknown",
            birth_kind=self._birth.key or "unknown",
            birth_low=_when(self._low.text()),
            birth_high=_when(self._high.text()) if self._birth.key == "between" else "",
            age_in_doubt=self._doubt.isChecked(),
            nationality=str(self._nation.value()),
            languages=self._languages.codes,
            needs_interpreter=self._interpreter.isChecked(),
            role=self._role.key,
            basis=self._basis.toPlainText().strip(),
            decided_by=self._by.text().strip(),
            phones=(phone,) if phone else (),
            custody=self._custody.key,
            since=since,
            then=self._done,
            failed=self.refuse,
        )

    def _done(self, person: Any) -> None:
        self._room.memory.of("people", self._room.memory.case_id)["chosen"] = person.alias
        self.accept()


def labelled(text: str, editor: QWidget, *, required: bool = False) -> QVBoxLayout:
    """An editor with its label above it; a red star says that an answer is required."""
    words = label(f"{as_html(text)}{theme.star()}" if required else text, "label", "2", rich=required)
    words.setBuddy(editor)
    target = getattr(editor, "editor", editor)
    target.setAccessibleName(text)
    return column(words, editor, gap=3)


def _when(text: str) -> str:
    """A day or a year as it is stored."""
    on = read_day(text)
    return on.isoformat() if on else plain_figures(text)
