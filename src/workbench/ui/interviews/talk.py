"""One talk on the page: what is planned, what speaks against it, the prompts to hold it by, and how it was held."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.proof.interviewing import Duty
from workbench.services.interviews import InterviewRow, topic_text
from workbench.ui.heard import Looked
from workbench.ui.interviews.listing import TONES
from workbench.ui.parts.arrange import Flow, column, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.disclosure import Disclosure
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import code, heading, label
from workbench.ui.state import moment, number, speaking, tr

Acts = Mapping[str, Callable[[], object]]
SUSPECTED = frozenset({"suspect", "accused"})


def talk_card(one: InterviewRow, found: Looked, acts: Acts) -> QLayout:
    """Head, warnings, what can be done, plan, conduct, prompts."""
    head = row(code(ltr(one.ref), "card"), gap=8)
    who = f"{ltr(one.alias)} — {tr(terms.HEARD_AS[one.capacity])}"
    head.addWidget(label(who, "card", wrap=True), 1)
    if one.child:
        head.addWidget(Chip(tr(N_("child")), "warn"))
    head.addWidget(Chip(tr(terms.INTERVIEW_STATES[one.state]), TONES[one.state]))
    box = column(head, *_warnings(one), _ways(one, found, acts), *_running(one, found), gap=8)
    box.addWidget(_plan(one, found))
    if one.conduct is not None:
        box.addWidget(_held(one, found))
    elif one.reason:
        box.addWidget(label(tr(N_("Reason: {reason}"), reason=isolate(one.reason)), "body", wrap=True))
    for part in _prompts(one, found):
        box.addWidget(part)
    box.addStretch(1)
    return box


def _warnings(one: InterviewRow) -> list[QWidget]:
    tongue = speaking()
    parts: list[QWidget] = []
    for weight, tone in (("stop", "late"), ("look", "warn")):
        lines = [warned.say(tongue) for warned in one.warnings if warned.weight == weight]
        if lines:
            title = tr(N_("Not as it is")) if weight == "stop" else tr(N_("Look at it again"))
            made = Notice(title, "\n".join(lines), tone, closes=False)
            made.setObjectName(f"warned-{weight}")
            parts.append(made)
    return parts


def _ways(one: InterviewRow, found: Looked, acts: Acts) -> QWidget:
    flow = Flow(6)

    def way(words: str, act: str, glyph: str = "", kind: str = "small") -> None:
        flow.addWidget(button(tr(words), acts[act], kind=kind, glyph=glyph, name=f"talk-{act}"))

    if one.state == "planned":
        if not found.running.get("started"):
            way(N_("Begin now"), "begin", "ph.play")
        else:
            resting = _resting(found.running)
            way(N_("Go on") if resting else N_("Break"), "pause", "ph.play" if resting else "ph.pause")
        way(N_("Record how it was held…"), "hold", "ph.check")
        way(N_("Change the plan…"), "plan", "ph.pencil-simple")
        way(N_("Cancel it…"), "cancel")
    elif one.took_place:
        way(N_("Write the statement down"), "write", "ph.pencil-simple")
    flow.addWidget(button(tr(N_("Plan on paper")), acts["plan_paper"], kind="quiet", glyph="ph.file-text"))
    flow.addWidget(
        button(tr(N_("Record on paper")), acts["record_paper"], kind="quiet", glyph="ph.file-text")
    )
    if one.capacity in SUSPECTED:
        flow.addWidget(
            button(tr(N_("Notice of rights")), acts["rights_paper"], kind="quiet", glyph="ph.file-text")
        )
    return holder(flow)


def _resting(running: Mapping[str, Any]) -> bool:
    breaks = running.get("breaks") or []
    return bool(breaks) and len(breaks[-1]) == 1


def _running(one: InterviewRow, found: Looked) -> list[QWidget]:
    """A talk that is under way: since when, which breaks, and after how long the next one is due."""
    started = found.running.get("started")
    if one.state != "planned" or not started:
        return []
    limit = found.rules.limits["break_child" if one.child else "break_adult"]
    lines = [limit.text]
    if one.child:
        lines.append(found.rules.limits["most_child"].text)
    for pause in found.running.get("breaks") or []:
        ends = moment(datetime.fromisoformat(pause[1])) if len(pause) > 1 else tr(N_("goes on"))
        start = moment(datetime.fromisoformat(pause[0]))
        lines.append(tr(N_("Break: {start} to {end}"), start=isolate(start), end=isolate(ends)))
    begun = tr(N_("Under way since {at}"), at=isolate(moment(datetime.fromisoformat(str(started)))))
    made = Notice(begun, "\n".join(lines), "info", closes=False)
    made.setObjectName("running")
    return [made]


def _facts(pairs: Iterable[tuple[str, str]]) -> QWidget:
    box = column(gap=3)
    for words, value in pairs:
        if value:
            line = row(label(tr(words), "label", "2"), gap=8)
            line.addWidget(label(value, "body", wrap=True), 1)
            box.addLayout(line)
    return holder(box)


def _plan(one: InterviewRow, found: Looked) -> QWidget:
    plan, tag = one.plan, speaking().tag
    voice = found.voice(one.interpreter)
    box = column(heading(tr(N_("Plan"))), gap=4)
    box.addWidget(
        _facts(
            [
                (N_("Planned for"), moment(one.at) if one.at else ""),
                (N_("Length"), tr(N_("{minutes} minutes"), minutes=number(plan.minutes))),
                (N_("Place"), isolate(plan.place)), (N_("Interviewer"), isolate(plan.interviewer)),
                (N_("Language"), isolate(speaking().language_name(plan.language)) if plan.language else ""),
                (N_("Interpreter"), f"{isolate(voice.name)} ({ltr(voice.ref)})" if voice else ""),
                (N_("To be in the room"), _room(plan.beside)),
                (N_("Way here and back, risks and what is done about them"), isolate(plan.risks) if plan.risks else ""),
                (N_("Planned nevertheless, because"), isolate(plan.meant) if plan.meant else ""),
            ]
        )
    )  # fmt: skip
    box.addWidget(label(tr(N_("What is still open")), "label", "section"))
    for topic in plan.topics:
        said = topic_text(topic, tag)
        why = f" — {isolate(said.why)}" if said.why else ""
        box.addWidget(label(f"• {isolate(said.text)}{why}", "body", wrap=True))
        if said.prompts:
            looked = tr(N_("Elsewhere: {places}"), places=tr(N_(", ")).join(map(isolate, said.prompts)))
            box.addWidget(label(looked, "small", "2", wrap=True))
    return holder(box)


def _room(people: Iterable[Any]) -> str:
    comma = tr(N_(", "))
    return comma.join(f"{tr(terms.IN_THE_ROOM[one.role])}: {isolate(one.name)}" for one in people)


def _held(one: InterviewRow, found: Looked) -> QWidget:
    held = one.conduct
    assert held is not None
    rights = [found.rules.rights[key].text for key in held.rights if key in found.rules.rights]
    comma = tr(N_(", "))
    breaks = [
        isolate(
            tr(N_("{start} to {end}"), start=isolate(moment(pause.start)), end=isolate(moment(pause.end)))
        )
        for pause in held.breaks
    ]
    box = column(heading(tr(N_("How it was held"))), gap=4)
    box.addWidget(
        _facts(
            [
                (N_("From"), moment(held.started_at)), (N_("Until"), moment(held.ended_at)),
                (N_("Breaks"), comma.join(breaks)), (N_("In the room"), _room(held.room)),
                (N_("Spoke of their own will"), tr(terms.YES_NO[held.voluntary])),
                (N_("Anything promised"), tr(terms.YES_NO[held.promised])),
                (N_("Said back in own words"), isolate(held.said_back) if held.said_back else ""),
                (N_("Rights that were read"), comma.join(map(isolate, rights))),
                (N_("What the person answered to it"), isolate(held.acknowledged) if held.acknowledged else ""),
                (N_("Recording"), tr(terms.RECORDED[held.recorded])), (N_("Exhibit"), ltr(held.exhibit)),
                (N_("Seen, in neutral words"), isolate(held.observed) if held.observed else ""),
                (N_("Statements"), comma.join(map(ltr, one.statements))),
            ]
        )
    )  # fmt: skip
    return holder(box)


def _prompts(one: InterviewRow, found: Looked) -> list[QWidget]:
    """The phases of the talk, each to unfold; with a child its rules first, with a suspect the rights."""
    rules = found.rules
    parts: list[QWidget] = []
    if one.child:
        parts.append(
            _folded("child", tr(N_("With a child")), "mdi6.human-child", [("", rules.child.values())])
        )
    if one.capacity in SUSPECTED:
        parts.append(
            _folded("rights", tr(N_("Rights to be read")), "ph.scales", [("", rules.rights.values())])
        )
    for phase in rules.phases.values():
        groups = [
            ("", phase.duties.values()), (N_("Questions that help"), phase.ask.values()),
            (N_("Not like this"), phase.avoid.values()),
        ]  # fmt: skip
        parts.append(_folded(phase.key, phase.title, "ph.list-dashes", groups, phase.text))
    parts.append(_folded("stop", tr(N_("When to stop")), "ph.hand-palm", [("", rules.stop.values())]))
    return parts


def _folded(
    key: str, title: str, glyph: str, groups: Iterable[tuple[str, Iterable[Duty]]], hint: str = ""
) -> QWidget:
    made = Disclosure(title, glyph, hint, name=f"phase-{key}")
    for words, duties in groups:
        rows = list(duties)
        if words and rows:
            made.inside.addWidget(label(tr(words), "label", "section"))
        for duty in rows:
            unread = f" ({tr(terms.UNVERIFIED)})" if duty.mark == "GK" else ""
            made.inside.addWidget(label(f"• {isolate(duty.text)}{unread}", "body", wrap=True))
            if duty.why:
                made.inside.addWidget(label(isolate(duty.why), "small", "2", wrap=True))
    return made
