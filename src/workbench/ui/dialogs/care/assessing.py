"""Assessments in dialogs: each danger by likelihood and impact, each need by how it stands, with what it was before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from workbench import terms
from workbench.fields import Field, Kind, check, clean
from workbench.i18n import N_, ltr
from workbench.services import care
from workbench.services.care import AnsweredRow, CareRow, CareRules, MeasureRow, Risk, RiskRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.care.keeping import at, keep, several, text
from workbench.ui.dialogs.care.told import Told, before, options
from workbench.ui.forms import Form, Known
from workbench.ui.parts.arrange import column, rule
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone

NONE = "none"
_LIKELY = (N_("1 unlikely"), N_("2 possible"), N_("3 likely"), N_("4 almost certain"))
_GRAVE = (N_("1 slight"), N_("2 moderate"), N_("3 grave"), N_("4 threatens life"))


_WIDTHS = (148, 148, 92)


def _heads() -> QGridLayout:
    """What stands in which column of the dangers."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 2)
    for place, words in enumerate((N_("Danger"), N_("Likelihood"), N_("Impact"), N_("Level"))):
        head = label(tr(words), "label", "2")
        if place:
            head.setFixedWidth(theme.px(_WIDTHS[place - 1]))
        grid.addWidget(head, 0, place)
    grid.setColumnStretch(0, 1)
    return grid


class _Danger(QWidget):
    """One danger: likelihood, impact, and the level that follows from both."""

    changed = Signal()

    def __init__(self, key: str, rules: CareRules, last: RiskRow | None, told: AnsweredRow | None) -> None:
        super().__init__()
        self._rules, matter = rules, rules.risks[key]
        self.likelihood = Combo(
            [(NONE, tr(N_("Looked at, nothing seen"))), *((str(n), tr(one)) for n, one in enumerate(_LIKELY, 1))],
            empty=tr(N_("Not known")),
        )  # fmt: skip
        self.impact = Combo([(str(n), tr(one)) for n, one in enumerate(_GRAVE, 1)], empty=tr(N_("Choose…")))
        for one, name, spoken in (
            (self.likelihood, "likelihood", tr(N_("Likelihood"))), (self.impact, "impact", tr(N_("Impact"))),
        ):  # fmt: skip
            one.setObjectName(f"{name}-{key}")
            one.setAccessibleName(f"{matter.title}, {spoken}")
        self._level = label("", "label", "2")
        if last is not None and last.score is not None:
            self.likelihood.choose(NONE if last.score == 0 else str(last.likelihood))
            self.impact.choose(str(last.impact) if last.impact else "")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        title = column(label(matter.title, "body", wrap=True), label(matter.examples, "small", "3", wrap=True), gap=0)
        if told is not None:
            title.addWidget(label(before(told), "small", "2", wrap=True))
        grid.addLayout(title, 0, 0)
        for place, widget in enumerate((self.likelihood, self.impact, self._level), 1):
            widget.setFixedWidth(theme.px(_WIDTHS[place - 1]))
            grid.addWidget(widget, 0, place)
        grid.setColumnStretch(0, 1)
        for combo in (self.likelihood, self.impact):
            combo.currentIndexChanged.connect(lambda _: self._moved())
        self._moved()

    def risk(self) -> Risk | None:
        """What is chosen; None while it is not known."""
        if self.likelihood.key == NONE:
            return Risk(none=True)
        if not self.likelihood.key or not self.impact.key:
            return None
        return Risk(int(self.likelihood.key), int(self.impact.key))

    def half(self) -> bool:
        """Whether the likelihood is said and the impact is not: that would count as not known."""
        return self.likelihood.key not in ("", NONE) and not self.impact.key

    def _moved(self) -> None:
        self.impact.setEnabled(self.likelihood.key not in ("", NONE))
        risk = self.risk()
        key = "unknown" if risk is None else self._rules.level(0 if risk.none else risk.likelihood * risk.impact).key
        self._level.setText(self._rules.levels[key].title)
        self.changed.emit()


class AssessRisks(Ask):
    """The twelve dangers; the whole is the highest of them, never the average."""

    def __init__(self, parent: QWidget, room: Room, row: CareRow, told: Told) -> None:
        rules = care.offered(speaking().tag)
        super().__init__(
            parent, tr(N_("Risks to {code}"), code=ltr(row.alias)), f"{rules.scale_note} {rules.unknown_note}",
            tr(N_("Record the assessment")), glyph="ph.shield-warning", width=800,
        )  # fmt: skip
        self._room, self._row, self._rules = room, row, rules
        newest = row.newest(care.RISK)
        last = {one.key: one for one in newest.risks} if newest else {}
        self.dangers = {key: _Danger(key, rules, last.get(key), told.get(f"risk.{key}")) for key in rules.risks}
        inside = column(_heads(), gap=0, margins=(0, 0, 10, 0))
        for one in self.dangers.values():
            inside.addWidget(one)
            inside.addWidget(rule())
            one.changed.connect(self._sum)
        self.form = _About(room, measures=True)
        inside.addWidget(self.form)
        holder = QWidget()
        holder.setLayout(inside)
        self.stretch(holder, theme.px(430))
        self.whole = label("", "card")
        self.whole.setObjectName("whole-risk")
        self.inside.addWidget(self.whole)
        self.on_submit = self._send
        self._sum()

    def _sum(self) -> None:
        known = [risk for one in self.dangers.values() if (risk := one.risk()) is not None]
        top = max((one.likelihood * one.impact for one in known), default=None)
        level = self._rules.level(top) if top is not None else self._rules.levels["unknown"]
        self.whole.setText(tr(N_("The whole: {level}. {text}"), level=level.title, text=level.text))

    def _send(self) -> None:
        for one in self.dangers.values():
            if one.half():
                self.wait(False)
                one.impact.setFocus()
                one.impact.showPopup()
                return
        said = self.form.kept()
        if said is None:
            self.wait(False)
            return
        self.wait(True)
        keep(
            self, self._room, care.record_risks, self._row.alias,
            risks={key: risk for key, one in self.dangers.items() if (risk := one.risk()) is not None},
            measures=[MeasureRow(key) for key in several(said, "measures")], **_more(said),
        )  # fmt: skip


class AssessNeeds(Ask):
    """Every heading with how it stands; a heading that nobody spoke about is left out, not guessed."""

    def __init__(self, parent: QWidget, room: Room, row: CareRow, told: Told) -> None:
        rules = care.offered(speaking().tag)
        super().__init__(
            parent, tr(N_("Needs of {code}"), code=ltr(row.alias)),
            tr(N_("Ask what the person wants first. What was answered before stands beside each question.")),
            tr(N_("Record the assessment")), glyph="ph.handshake", width=680,
        )  # fmt: skip
        self._room, self._row = room, row
        newest = row.newest(care.NEEDS)
        last = {one.key: one for one in newest.needs} if newest else {}
        self.states: dict[str, Combo] = {}
        self.words: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setVerticalSpacing(8)
        for place, (key, matter) in enumerate(rules.needs.items()):
            title = column(label(matter.title, "body", wrap=True), gap=0)
            if f"need.{key}" in told:
                title.addWidget(label(before(told[f"need.{key}"]), "small", "2", wrap=True))
            state = Combo([(one, tr(said)) for one, said in terms.NEEDS.items()], empty=tr(N_("Not asked")))
            state.setObjectName(f"need-{key}")
            state.setAccessibleName(matter.title)
            note = QLineEdit(last[key].text if key in last else "")
            note.setAccessibleName(tr(N_("{need}: in words"), need=matter.title))
            state.choose(last[key].state if key in last else "")
            self.states[key], self.words[key] = state, note
            grid.addLayout(title, place, 0)
            grid.addWidget(state, place, 1)
            grid.addWidget(note, place, 2)
        for across, share in ((0, 3), (1, 2), (2, 3)):
            grid.setColumnStretch(across, share)
        self.form = _About(room, measures=False)
        holder = QWidget()
        holder.setLayout(column(grid, self.form, gap=10))
        self.stretch(holder, theme.px(430))
        self.on_submit = self._send

    def _send(self) -> None:
        said = self.form.kept()
        if said is None:
            self.wait(False)
            return
        needs = {key: (one.key, self.words[key].text().strip()) for key, one in self.states.items() if one.key}
        self.wait(True)
        keep(self, self._room, care.record_needs, self._row.alias, needs=needs, **_more(said))


class WeighInterest(AskForm):
    """Before something is decided about a child: what the child says comes before what others say for them."""

    def __init__(self, parent: QWidget, room: Room, row: CareRow) -> None:
        self._room, self._row = room, row
        needed = ("decision", "child_says", "decided")
        super().__init__(
            parent, tr(N_("Best interest of {code}"), code=ltr(row.alias)),
            tr(N_("Weighed before an interview, a placement or a return. The child is heard first.")),
            tr(N_("Record")),
            fields=[
                *(Field(key, Kind.LINES, tr(said), required=key in needed) for key, said in terms.INTEREST.items()),
                Field("review_on", Kind.DAY, tr(N_("Looked at again on"))),
            ],
            known=Known(zone=zone()), answers={}, send=self._keep, glyph="mdi6.human-child",
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        answers = {key: text(said, key) for key in terms.INTEREST if text(said, key)}
        keep(
            self, self._room, care.record_best_interest, self._row.alias, answers=answers,
            review_on=text(said, "review_on"),
        )  # fmt: skip


class _About(Form):
    """What every assessment says beside its answers: when, why now, what is done, when it is looked at again."""

    def __init__(self, room: Room, *, measures: bool) -> None:
        rules = care.offered(speaking().tag)
        fields = [
            Field("held_at", Kind.MOMENT, tr(N_("Assessed at")), required=True),
            Field("trigger", Kind.CHOICE, tr(N_("Why now")), options=options(rules.triggers)),
            Field("review_on", Kind.DAY, tr(N_("Looked at again on")), required=measures),
            Field("note", Kind.LINES, tr(N_("Note"))),
        ]
        if measures:
            fields.insert(3, Field("measures", Kind.CHOICES, tr(N_("What is done")), options=options(rules.measures)))
        super().__init__(fields, Known(zone=zone()), {"held_at": room.now().isoformat()})

    def kept(self) -> Answers | None:
        """The answers as they are kept; None, with what is wrong shown, if they cannot be."""
        said = self.asked()
        problems = check(self._fields, said, aliases=set(), exhibits=set(), final=True, zone=zone())
        self.show_problems(problems)
        return None if problems else clean(self._fields, said, zone=zone())


def _more(said: Answers) -> dict[str, object]:
    return {
        "trigger": text(said, "trigger"), "review_on": text(said, "review_on"), "note": text(said, "note"),
        "held_at": at(said, "held_at"),
    }  # fmt: skip

