"""The dialogs of the screening page: which sets are asked, what an answer rests on, and the signing of the decision."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.proof import Answer, ScreeningRules
from workbench.services.rows import PersonRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.forms.picks import TicksInput
from workbench.ui.guide.snapshot import role_words
from workbench.ui.parts.arrange import column, holder
from workbench.ui.parts.choices import TickLine
from workbench.ui.parts.texts import heading, label
from workbench.ui.screening.lines import NOTHING
from workbench.ui.screening.looked import Looked
from workbench.ui.screening.typed import Typed, must
from workbench.ui.state import tr

Choice = tuple[str, str]


class ChooseSets(Ask):
    """The lists that are asked from; what must be asked cannot be taken away."""

    def __init__(
        self, parent: QWidget, person: PersonRow, rules: ScreeningRules, now: Sequence[str],
        then: Callable[[list[str]], object],
    ) -> None:  # fmt: skip
        super().__init__(
            parent, tr(N_("What is asked about?")),
            tr(N_("Answers that were given stay, whatever is taken away here.")), tr(N_("Take over")),
            glyph="ph.list-plus", width=520,
        )  # fmt: skip
        self._ticks: dict[str, TickLine] = {}
        fixed, box = must(person, rules), column(gap=8)
        for key, one in rules.sets.items():
            words = one.title if one.mark == "S" else tr(N_("{title} (to be verified)"), title=one.title)
            tick = self._ticks[key] = TickLine(words)
            tick.setObjectName(f"set-{key}")
            tick.put(key in now)
            if key in fixed:
                tick.tick.setEnabled(False)
                tick.setToolTip(tr(N_("Always asked")))
            box.addWidget(tick)
            if one.note:
                box.addWidget(label(one.note, "small", "3", wrap=True))
        box.addStretch(1)
        self.stretch(holder(box), theme.px(330))
        self._then = then
        self.on_submit = self._send

    def _send(self) -> None:
        self._then([key for key, tick in self._ticks.items() if tick.on])
        self.accept()


class LinkEvidence(Ask):
    """What an answer rests on: exhibits, statements of people of the case by code, a note; and who observed it."""

    def __init__(
        self, parent: QWidget, text: str, answer: Answer, exhibits: Sequence[Choice], people: Sequence[Choice],
        then: Callable[[tuple[str, ...], str], object],
    ) -> None:  # fmt: skip
        title = tr(N_("What does this rest on?"))
        super().__init__(parent, title, text, tr(N_("Link")), glyph="ph.paperclip", width=520)
        known = {key for key, _ in (*exhibits, *people)}
        self._exhibits = TicksInput(exhibits, none=tr(N_("No exhibits in this case yet")))
        self._exhibits.put(list(answer.evidence))
        self._people = TicksInput(people)
        self._people.put(list(answer.evidence))
        note = QLineEdit("; ".join(one for one in answer.evidence if one not in known))
        observer = QLineEdit(answer.observer)
        note.setMaxLength(120)
        note.setObjectName("evidence-note")
        note.setAccessibleName(tr(N_("Own observation, in a few words")))
        observer.setObjectName("evidence-observer")
        observer.setAccessibleName(tr(N_("Who observed it")))
        inside = column(
            heading(tr(N_("Exhibits"))), self._exhibits, heading(tr(N_("Statement of"))), self._people,
            label(tr(N_("Own observation, in a few words")), "label", "2"), note,
            label(tr(N_("Who observed it")), "label", "2"), observer, None, gap=6, margins=(2, 2, 10, 2),
        )  # fmt: skip
        self.stretch(holder(inside), theme.px(360))
        self._note, self._observer, self._then = note, observer, then
        self.on_submit = self._send
        (self._exhibits if exhibits else note).setFocus()

    def _send(self) -> None:
        chosen = [*self._exhibits.value(), *self._people.value()]  # type: ignore[misc]
        note = self._note.text().strip()
        self._then((*chosen, *((note,) if note else ())), self._observer.text().strip())
        self.accept()


def ask_evidence(
    parent: QWidget, looked: Looked, typed: Typed, key: str, now: str, then: Callable[[], object]
) -> None:
    """Ask what the answer to an indicator rests on, and write it into what is typed."""

    def take(evidence: tuple[str, ...], observer: str) -> None:
        typed.link(key, evidence, observer, now)
        then()

    things = [(one.number, f"{ltr(one.number)}  {isolate(one.description)}") for one in looked.exhibits]
    by_code = [(one.alias, f"{ltr(one.alias)}  {role_words(one)}") for one in looked.people]
    answer = typed.answers.get(key, NOTHING)
    answer = replace(answer, observer=answer.observer or typed.asked_by)
    LinkEvidence(parent, looked.rules.items[key].text, answer, things, by_code, take).open()


class SignDecision(Ask):
    """The last look before the decision stands in the file; Enter leaves it unsigned."""

    def __init__(
        self, parent: QWidget, alias: str, decision: str, *, differs: str, victim: bool, then: Callable[[Ask], object]
    ) -> None:
        follows = tr(N_("It stands in the file with your name and cannot be changed; a later screening can differ."))
        if victim:
            follows = tr(N_("{code} is held to be a possible victim from now on."), code=ltr(alias)) + " " + follows
        super().__init__(
            parent, tr(N_("Record the decision on {code}?"), code=ltr(alias)), follows, tr(N_("Record and sign")),
            no=tr(N_("Back")), glyph="ph.pen-nib", width=460,
        )  # fmt: skip
        self.inside.addWidget(label(decision, "card", wrap=True))
        if differs:
            self.inside.addWidget(label(differs, "body", "info", wrap=True))
        self._then = then
        self.on_submit = self._send
        self.no.setFocus()

    def _send(self) -> None:
        self.wait(True)
        self._then(self)
