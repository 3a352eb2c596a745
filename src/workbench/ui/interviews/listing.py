"""The list beside the page: talks, statements and interpreters of the case, each with how it stands."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services.interviews import InterpreterRow, InterviewRow, StatementRow
from workbench.ui.heard import Looked
from workbench.ui.parts.arrange import column, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Elided, label
from workbench.ui.state import moment, tr

Choose = Callable[[str], object]
TONES = {
    "planned": "info", "held": "ok", "broken_off": "warn", "cancelled": "neutral", "taken": "warn", "read_back": "info",
    "signed": "ok", "refused": "late",
}  # fmt: skip


def listing(found: Looked, chosen: str, choose: Choose) -> QWidget:
    """The three groups under each other."""
    box = column(gap=2, margins=(8, 4, 8, 8))
    box.addWidget(label(tr(N_("Interviews")), "label", "section"))
    for talk in found.talks:
        box.addWidget(_talk(talk, chosen, choose))
    if not found.talks:
        box.addWidget(label(tr(N_("None is planned yet.")), "label", "2", wrap=True))
    box.addSpacing(8)
    box.addWidget(label(tr(N_("Statements")), "label", "section"))
    for statement in found.statements:
        box.addWidget(_statement(statement, chosen, choose))
    if not found.statements:
        box.addWidget(label(tr(N_("None was taken down yet.")), "label", "2", wrap=True))
    box.addSpacing(8)
    box.addWidget(label(tr(N_("Interpreters")), "label", "section"))
    for voice in found.voices:
        box.addWidget(_voice(voice, chosen, choose))
    if not found.voices:
        box.addWidget(label(tr(N_("None is recorded yet.")), "label", "2", wrap=True))
    box.addStretch(1)
    return holder(box)


def _talk(one: InterviewRow, chosen: str, choose: Choose) -> QWidget:
    who = tr(N_(", ")).join((ltr(one.alias), tr(terms.HEARD_AS[one.capacity])))
    stops = sum(warned.weight == "stop" for warned in one.warnings)
    chips = [Chip(tr(terms.INTERVIEW_STATES[one.state]), TONES[one.state])]
    if stops:
        chips.append(Chip(tr(N_("look first")), "late", "ph.warning"))
    return _entry(one.ref, who, moment(one.at) if one.at else "", chips, chosen, choose)


def _statement(one: StatementRow, chosen: str, choose: Choose) -> QWidget:
    who = tr(N_(", ")).join((ltr(one.alias), tr(terms.HEARD_AS[one.capacity])))
    chips = [Chip(tr(terms.STATEMENT_STATES[one.state]), TONES[one.state])]
    return _entry(one.ref, who, moment(one.started_at), chips, chosen, choose)


def _voice(one: InterpreterRow, chosen: str, choose: Choose) -> QWidget:
    chips = [Chip(tr(N_("on oath")), "ok") if one.oath_at else Chip(tr(N_("not on oath yet")), "warn")]
    if one.ties:
        chips.append(Chip(tr(N_("has a tie")), "late", "ph.warning"))
    if any(not doubt.done for doubt in one.doubts):
        chips.append(Chip(tr(N_("doubted")), "late", "ph.warning"))
    return _entry(one.ref, isolate(one.name), "", chips, chosen, choose)


def _entry(ref: str, who: str, under: str, chips: list[Chip], chosen: str, choose: Choose) -> QWidget:
    press = button(ltr(ref), lambda: choose(ref), kind="chip", name=f"choose-{ref}")
    press.setCheckable(True)
    press.setChecked(ref == chosen)
    press.setAccessibleName(f"{ref} {who}")
    first = row(press, gap=8)
    first.addWidget(Elided(who, "label"), 1)
    second = row(*chips, gap=4)
    if under:
        second.addWidget(Elided(under, "small", "2"), 1)
    else:
        second.addStretch(1)
    return holder(column(first, second, gap=2, margins=(0, 4, 0, 4)))
