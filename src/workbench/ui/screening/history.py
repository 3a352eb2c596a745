"""The screenings of a person that were recorded, newest first, and what changed since the first."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from workbench.i18n import N_, isolate
from workbench.proof import Changed, ScreeningChange, ScreeningRules
from workbench.services.screenings import ScreeningRow
from workbench.terms import INDICATOR_ANSWERS, SCREENING_DECISIONS, TEST_ANSWERS
from workbench.ui.parts.arrange import Flow, card, column, holder, row, rule
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import label
from workbench.ui.state import day, moment, tr

_TONES = {"victim": "accent", "not_shown": "neutral", "postponed": "warn"}
_SHORT = {
    "victim": N_("Presumed victim"), "not_shown": N_("Not shown at present"), "postponed": N_("Put off"),
}  # fmt: skip
PAPERS = {"screening_form": N_("Record of a screening"), "status_decision": N_("Decision on the status")}
_MOST = 12


def history(
    found: Sequence[ScreeningRow], change: ScreeningChange | None, rules: ScreeningRules,
    paper: Callable[[str], object],
) -> QFrame:  # fmt: skip
    """Each with its decision, its reason and who took it; the papers; then the comparison."""
    made = card(label(tr(N_("Screenings of this person ({n})"), n=len(found)), "card"), gap=8, margins=(16, 12, 16, 12))
    made.setObjectName("screening-history")
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    for one in reversed(found):
        box.addLayout(_one(one, rules))
        box.addWidget(rule())
    ways = Flow(8)
    for kind, words in PAPERS.items():
        act, name = partial(paper, kind), f"paper-{kind}"
        ways.addWidget(button(tr(words), act, kind="small", glyph="ph.file-text", name=name))
    box.addWidget(holder(ways))
    if change is not None:
        box.addLayout(_change(found[0], change, rules))
    return made


def _one(row_: ScreeningRow, rules: ScreeningRules) -> QVBoxLayout:
    chip = Chip(tr(_SHORT[row_.decision]), _TONES[row_.decision], spoken=tr(SCREENING_DECISIONS[row_.decision]))
    first = row(label(moment(row_.held_at), "label", "2"), None, chip)
    advised = rules.results.get(str(row_.result.get("rule_result")))
    said = tr(N_("The rule advised: {result}"), result=advised.title if advised else "")
    box = column(first, label(said, "label", "2", wrap=True), gap=2)
    if row_.differs:
        box.addLayout(row(Chip(tr(N_("differs from the rule")), "info", "ph.info", bold=False), None))
    box.addWidget(label(isolate(row_.reason), "body", wrap=True))
    who = tr(N_("Recorded by {name}"), name=row_.recorded_by)
    if row_.ask_again_on:
        again = tr(N_("ask again on {day}"), day=day(date.fromisoformat(row_.ask_again_on)))
        who = f"{who} — {again}"
    box.addWidget(label(who, "label", "2", wrap=True))
    return box


def _change(first: ScreeningRow, change: ScreeningChange, rules: ScreeningRules) -> QVBoxLayout:
    title = tr(N_("What changed since the first, {moment}"), moment=moment(first.held_at))
    box = column(label(title, "card", "section", wrap=True), gap=4)
    if change.nothing:
        box.addWidget(label(tr(N_("Nothing: every answer is the same.")), "body", "2", wrap=True))
        return box
    if change.rules:
        box.addWidget(label(tr(N_("The lists themselves were changed in between.")), "label", "warn", wrap=True))
    if change.result is not None:
        titles = {key: one.title for key, one in rules.results.items()}
        box.addWidget(label(_said(tr(N_("Result of the rule")), change.result, titles), "body", wrap=True))
    states = {"positive": tr(N_("enough by the rule")), "negative": tr(N_("not enough")), "": ""}
    for one in change.dimensions:
        box.addWidget(label(_said(rules.dimensions[one.key].title, one, states), "body", wrap=True))
    answers = {key: tr(words) for key, words in INDICATOR_ANSWERS.items()}
    sides = {key: tr(words) for key, words in TEST_ANSWERS.items()}
    texts = {key: item.text for key, item in rules.items.items()} | {
        key: test.test for key, test in rules.role_tests.items()
    }
    for one in change.answers[:_MOST]:
        words = sides if one.key in rules.role_tests else answers
        box.addWidget(label(_said(texts[one.key], one, words), "label", "2", wrap=True))
    if len(change.answers) > _MOST:
        more = tr(N_("and {n} more answers"), n=len(change.answers) - _MOST)
        box.addWidget(label(more, "label", "2"))
    return box


def _said(what: str, one: Changed, words: dict[str, str]) -> str:
    before, after = words.get(one.before, one.before), words.get(one.after, one.after)
    return tr(N_("{what}: {before}, now {after}"), what=what, before=before, after=after)
