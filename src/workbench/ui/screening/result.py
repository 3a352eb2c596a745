"""What the rule says now: what counted, what could change it, and on request how it was counted, in words."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from workbench.i18n import N_
from workbench.proof import DimensionView, Screening, ScreeningRules, explain
from workbench.ui.parts.arrange import column, empty_out, row, rule
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.notice import announce
from workbench.ui.parts.texts import Picture, label
from workbench.ui.screening.lines import comma, counts
from workbench.ui.state import speaking, tr

# So many names of indicators stand beside a count; the rest is in the sheet.
_MOST = 3


class Result(QFrame):
    """Rewritten with each answer. ``track`` is called when the signs ask for the trafficking track."""

    def __init__(self, rules: ScreeningRules, track: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setObjectName("result")
        self._rules, self._track = rules, track
        self._said, self._open = "", False
        live = Chip(tr(N_("updates with each answer")), "info", "ph.info", bold=False)
        head = row(label(tr(N_("Result of the rule now")), "label", "2"), None, live)
        self.title = label("", "screen", wrap=True)
        self.title.setObjectName("rule-result")
        self._lines = column(gap=6)
        self._rule = label("", "label", "2", wrap=True)
        self._how = button("", self._fold, kind="quiet", name="how-counted")
        self._counted = QFrame()
        self._words = column(gap=6)
        self._counted.setLayout(self._words)
        self._counted.setObjectName("counted")
        self._counted.hide()
        body = column(head, self.title, self._lines, rule(), self._rule, row(self._how, None), self._counted, gap=6,
                      margins=(16, 12, 16, 8))  # fmt: skip
        self.setLayout(body)
        self._name_fold()

    def tell(self, found: Screening, *, smuggling: bool = False) -> None:
        """Say what the rule says of these answers; ``smuggling``: the case does not follow the trafficking track."""
        outcome = self._rules.results[found.rule_result]
        if outcome.title != self._said:
            self.title.setText(outcome.title)
            if self._said:
                announce(self, f"{tr(N_('Result of the rule now'))}: {outcome.title}")
            self._said = outcome.title
        empty_out(self._lines)
        self._lines.addWidget(label(outcome.text, "body", "2", wrap=True))
        for one in sorted(found.dimensions.values(), key=lambda view: not view.positive):
            if one.present:
                self._dimension(one)
        self._open_answers(found)
        if found.shifts:
            self._shift(smuggling)
        if not found.verified:
            self._line("ph.warning", "warnMark", tr(N_("The weights of this profile are to be verified.")))
        met = [self._rules.rules[one.rule].text for one in found.dimensions.values() if one.rule]
        named = tr(N_("Published rule: {rule}."), rule=comma().join(dict.fromkeys(met))) if met else ""
        source = tr(N_("Operational indicators of ILO and European Commission, 2009, edition {version} of the list."),
                    version=self._rules.weighed.version)  # fmt: skip
        self._rule.setText(f"{named} {source}".strip())
        self._explain(found)

    def _dimension(self, one: DimensionView) -> None:
        """What counted in a dimension; one that is not enough yet stands lighter."""
        title = self._rules.dimensions[one.key].title
        said = tr(N_("{counts} in «{dimension}»"), counts=comma().join(counts(one.strong, one.medium, one.weak)),
                  dimension=title)  # fmt: skip
        items = self._rules.items
        names = comma().join(items[key].text for key in one.present[:_MOST])
        more = len(one.present) - _MOST
        if more > 0:
            names = tr(N_("{items} and {n} more"), items=names, n=more)
        glyph, ink = ("ph.plus-circle", "accentText") if one.positive else ("ph.circle", "text3")
        self._line(glyph, ink, said, names, strong=one.positive)

    def _open_answers(self, found: Screening) -> None:
        if not found.could_change:
            self._line("ph.check-circle", "okMark", tr(N_("No open answer can change this result.")))
            return
        n = len(found.could_change)
        said = speaking().say_many(
            "It could change: {n} open answer.", "It could change: {n} open answers.", n
        )
        items = self._rules.items
        names = comma().join(items[key].text for key in found.could_change[:2])
        more = n - 2
        under = tr(N_("among them: {items}"), items=names) if more > 0 else names
        self._line("ph.circle-dashed", "warnMark", said, under, strong=True)

    def _shift(self, smuggling: bool) -> None:
        words = tr(N_("There are signs that smuggling has become trafficking: open the trafficking track."))
        self._line("ph.warning", "warnMark", words, strong=True)
        if smuggling:
            way = button(tr(N_("Change track…")), self._track, kind="small", glyph="ph.swap", name="open-track")
            self._lines.addLayout(row(way, None))

    def _line(self, glyph: str, ink: str, said: str, under: str = "", *, strong: bool = False) -> None:
        line = row(gap=10)
        line.addWidget(Picture(glyph, ink, 18), 0, Qt.AlignmentFlag.AlignTop)
        words: QVBoxLayout = column(label(said, "card" if strong else "body", "" if strong else "2", wrap=True), gap=0)
        if under:
            words.addWidget(label(under, "label", "2", wrap=True))
        line.addLayout(words, 1)
        self._lines.addLayout(line)

    def _explain(self, found: Screening) -> None:
        self._found = found
        if self._open:
            empty_out(self._words)
            for one in explain(found, self._rules):
                self._words.addWidget(label(one.say(speaking()), "label", "2", wrap=True))

    def _fold(self) -> None:
        self._open = not self._open
        self._explain(self._found)
        self._counted.setVisible(self._open)
        self._name_fold()

    def _name_fold(self) -> None:
        words = tr(N_("Hide how it was counted")) if self._open else tr(N_("How was this counted?"))
        self._how.setText(words)
        self._how.setAccessibleName(words)

