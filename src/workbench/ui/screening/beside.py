"""The two sheets beside the indicators: victim or offender by ten tests, trafficking or smuggling by six questions."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.i18n import N_, plain
from workbench.proof import ScreeningRules, Value, track, weigh
from workbench.terms import KINDS_OF_CASE
from workbench.ui.parts.arrange import column, empty_out, holder, row, scroll
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.texts import Picture, label
from workbench.ui.screening.typed import Typed
from workbench.ui.state import speaking, tr

Said = Callable[[str, str], object]
_TRACKS = {
    "tip": KINDS_OF_CASE["tip"], "som": KINDS_OF_CASE["som"], "both": KINDS_OF_CASE["both"],
    "unclear": N_("Not decided by the answers"),
}  # fmt: skip


class Beside(QWidget):
    """A summary that follows each answer, over the questions."""

    def __init__(self, typed: Typed, rules: ScreeningRules, said: Said) -> None:
        super().__init__()
        self._typed, self._rules, self._said = typed, rules, said
        self._top = column(gap=4, margins=(16, 10, 16, 10))
        self._list = column(gap=0)
        top = QFrame()
        top.setProperty("bar", "line")
        top.setLayout(self._top)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(top)
        box.addWidget(scroll(holder(self._list)), 1)
        self.questions()
        self._list.addStretch(1)
        self.tell()

    def questions(self) -> None:
        """Put the questions in place."""
        raise NotImplementedError

    def summary(self) -> list[tuple[str, str, str]]:
        """What the answers say so far: icon, its colour, words; the first is the result."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say again what the answers say."""
        empty_out(self._top)
        for place, (glyph, ink, words) in enumerate(self.summary()):
            line = row(gap=8)
            line.addWidget(Picture(glyph, ink, 18), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(words, "card" if not place else "body", "" if not place else "2", wrap=True), 1)
            self._top.addLayout(line)

    def put(self, asked: str, sides: Sequence[tuple[str, str]], picks: Segmented, mark: str) -> None:
        """One question, what an answer means for either side, and the answers."""
        picks.setAccessibleName(plain(asked))
        beside = row(gap=16)
        for title, text in sides:
            words = (label(tr(title), "label", "3"), label(text, "body", "2", wrap=True), None)
            beside.addLayout(column(*words, gap=0), 1)
        doubt = (Chip(tr(N_("to be verified")), "warn", bold=False),) if mark != "S" else ()
        made = QFrame()
        made.setProperty("bar", "line")
        lines = (label(asked, "card", wrap=True), beside, row(picks, None, *doubt))
        made.setLayout(column(*lines, gap=6, margins=(16, 10, 16, 10)))
        self._list.addWidget(made)

    def answer(self, key: str, value: str) -> None:
        """Take an answer over and say what follows."""
        self._said(key, value)
        self.tell()


class Sides(Beside):
    """Each test with both sides in words; nobody is judged by one alone."""

    def questions(self) -> None:
        words = {
            Value.PRESENT: N_("Points to a victim"), Value.ABSENT: N_("Points to an offender"),
            Value.UNKNOWN: N_("Not known"), Value.NOT_ASKED: N_("Not asked"),
        }  # fmt: skip
        mixed = {**words, Value.PRESENT: N_("Both: victim and helper"), Value.ABSENT: N_("Not both")}
        for key, test in self._rules.role_tests.items():
            answers = [(value.value, tr(text)) for value, text in (mixed if test.mixed else words).items()]
            picks = Segmented(
                answers, self._typed.value(key).value, name=f"test-{key}", then=partial(self.answer, key)
            )
            sides = ((N_("Victim"), test.victim), (N_("Offender"), test.perpetrator))
            self.put(test.test, sides, picks, test.mark)

    def summary(self) -> list[tuple[str, str, str]]:
        found, tongue = weigh(self._typed.answers, self._rules), speaking()
        victim, other = len(found.victim), len(found.perpetrator)
        both = tr(
            N_("{victim}, {offender}, {open}."),
            victim=tongue.say_many("{n} test points to a victim", "{n} tests point to a victim", victim),
            offender=tongue.say_many("{n} to an offender", "{n} to an offender", other),
            open=tongue.say_many("{n} open", "{n} open", len(found.open)),
        )
        lines = [("ph.scales", "accentText", both)]
        if found.mixed:
            lines.append(("ph.warning", "warnMark", self._rules.mixed_role))
        alone = tr(N_("A test tells nothing alone. Nobody is put down as an offender by it."))
        return [*lines, ("ph.info", "text2", alone)]


class Questions(Beside):
    """The six questions with what each answer means for either track."""

    def questions(self) -> None:
        for key, one in self._rules.questions.items():
            picks = Segmented(
                list(one.options.items()), self._typed.track.get(key, ""), name=f"question-{key}", free=True,
                then=partial(self.answer, key),
            )  # fmt: skip
            self.put(one.ask, ((N_("Trafficking"), one.tip), (N_("Smuggling"), one.som)), picks, "S")

    def summary(self) -> list[tuple[str, str, str]]:
        found, left = track(self._typed.track, self._rules), len(self._rules.questions)
        lines = [("ph.path", "accentText", tr(_TRACKS[found.track])), ("ph.info", "text2", found.because.text)]
        lines += [("ph.warning", "warnMark", one.text) for one in found.doubts]
        if found.unanswered:
            words = speaking().say_many(
                "{n} of {total} questions has no answer yet.", "{n} of {total} questions have no answer yet.",
                len(found.unanswered), total=left,
            )  # fmt: skip
            lines.append(("ph.circle-dashed", "warnMark", words))
        return lines
