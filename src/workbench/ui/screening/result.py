"""What the rule says now: what counted, what could change it, and on request how it was counted, in words."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from workbench.i18n import N_, ltr, plain
from workbench.proof import Screening, ScreeningRules, explain
from workbench.ui.parts.arrange import Flow, column, empty_out, holder, row, rule
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.notice import announce
from workbench.ui.parts.texts import Elided, Picture, label
from workbench.ui.screening.lines import comma, counts
from workbench.ui.state import speaking, tr

Fact = tuple[str, str, str, str]  # icon, its colour, what is said, what it rests on


class _Mark(Picture):
    def put(self, name: str, token: str) -> None:
        self._name, self._token = name, token
        self.update()


class _Fact(QWidget):
    """One thing that counted, or could: the words, and under them the indicators, cut where the line ends."""

    def __init__(self) -> None:
        super().__init__()
        self._mark, self._under = _Mark("ph.circle", "text2", 18), Elided("", "label", "2")
        self._said = label("", "card", wrap=True)
        line = row(gap=10)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(self._said, self._under, gap=0), 1)
        self.setLayout(line)

    def put(self, glyph: str, ink: str, said: str, under: str) -> None:
        """Say something else."""
        self._mark.put(glyph, ink)
        if plain(said) != self._said.accessibleName():
            self._said.setText(said)
        if under != self._under.text():
            self._under.setText(under)
        self._under.setVisible(bool(under))


class Result(QFrame):
    """Rewritten with each answer. ``track`` is called when the signs ask for the trafficking track."""

    def __init__(self, rules: ScreeningRules, track: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setObjectName("result")
        self._rules = rules
        self._said, self._open = "", False
        live = Chip(tr(N_("updates with each answer")), "info", "ph.info", bold=False)
        head = Flow(8)
        head.addWidget(label(tr(N_("Result of the rule now")), "label", "2"))
        head.addWidget(live)
        self.title = label("", "screen", wrap=True)
        self.title.setObjectName("rule-result")
        self._lines = column(gap=6)
        self._facts: list[_Fact] = []
        self._text = label("", "label", "2", wrap=True)
        self._way = button(tr(N_("Change track…")), track, kind="small", glyph="ph.swap", name="open-track")
        self._way.hide()
        self._rule = label("", "label", "2", wrap=True)
        self._how = button("", self._fold, kind="quiet", name="how-counted")
        self._counted = QFrame()
        self._words = column(gap=6)
        self._counted.setLayout(self._words)
        self._counted.setObjectName("counted")
        self._counted.hide()
        how = row(self._how, None)
        body = (
            holder(head), self.title, self._text, self._lines, row(self._way, None), rule(), self._rule, how,
            self._counted,
        )  # fmt: skip
        self.setLayout(column(*body, gap=6, margins=(16, 12, 16, 8)))
        self._name_fold()

    def tell(self, found: Screening, *, smuggling: bool = False) -> None:
        """Say what the rule says of these answers; ``smuggling``: the case does not follow the trafficking track."""
        outcome = self._rules.results[found.rule_result]
        if outcome.title != self._said:
            self.title.setText(outcome.title)
            self._text.setText(outcome.text)
            if self._said:
                announce(self, f"{tr(N_('Result of the rule now'))}: {outcome.title}")
            self._said = outcome.title
        self._show([*self._counts(found), *self._beside(found, smuggling)])
        self._way.setVisible(bool(found.shifts) and smuggling)
        met = [self._rules.rules[one.rule].text for one in found.dimensions.values() if one.rule]
        rules = comma().join(dict.fromkeys(met)) or tr(N_("not met in any dimension"))
        self._rule.setText(tr(N_("Published rule: {rule}."), rule=rules))
        self._explain(found)

    def _show(self, found: Sequence[Fact]) -> None:
        """Lines are rewritten, not made anew: an answer must not be felt."""
        while len(self._facts) < len(found):
            self._facts.append(_Fact())
            self._lines.addWidget(self._facts[-1])
        for place, line in enumerate(self._facts):
            line.setVisible(place < len(found))
            if place < len(found):
                line.put(*found[place])

    def _counts(self, found: Screening) -> Iterator[Fact]:
        """What counted in each dimension that is enough; while none is, what is present at all."""
        enough = [one for one in found.dimensions.values() if one.positive]
        items = self._rules.items
        for one in enough or [one for one in found.dimensions.values() if one.present]:
            said = tr(
                N_("{counts} in «{dimension}»"), counts=comma().join(counts(one.strong, one.medium, one.weak)),
                dimension=self._rules.dimensions[one.key].title,
            )  # fmt: skip
            names = comma().join(items[key].text for key in one.present)
            yield ("ph.plus-circle", "accentText", said, names) if one.positive else ("ph.circle", "text3", said, names)

    def _beside(self, found: Screening, smuggling: bool) -> Iterator[Fact]:
        n, items = len(found.could_change), self._rules.items
        if n:
            said = speaking().say_many("It could change: {n} open answer", "It could change: {n} open answers", n)
            yield "ph.circle-dashed", "warnMark", said, comma().join(items[key].text for key in found.could_change)
        else:
            yield "ph.check-circle", "okMark", tr(N_("No open answer can change this result.")), ""
        if found.shifts and smuggling:
            yield (
                "ph.warning", "warnMark", tr(N_("Signs that smuggling has become trafficking")),
                comma().join(items[key].text for key in found.shifts),
            )  # fmt: skip
        if not found.verified:
            profile = self._rules.profiles[found.profile]
            yield "ph.warning", "warnMark", tr(N_("The weights of this profile are to be verified.")), profile.note

    def _explain(self, found: Screening) -> None:
        self._found = found
        if self._open:
            empty_out(self._words)
            said = N_("List of ILO and European Commission, 2009; edition {version}, {digest}.")
            edition = tr(said, version=ltr(self._rules.weighed.version), digest=ltr(self._rules.weighed.digest[:12]))
            for one in (*(one.say(speaking()) for one in explain(found, self._rules)), edition):
                self._words.addWidget(label(one, "label", "2", wrap=True))

    def _fold(self) -> None:
        self._open = not self._open
        self._explain(self._found)
        self._counted.setVisible(self._open)
        self._name_fold()

    def _name_fold(self) -> None:
        words = tr(N_("Hide how it was counted")) if self._open else tr(N_("How was this counted?"))
        self._how.setText(words)
        self._how.setAccessibleName(words)

