"""The safety of a person beside their card: what threatens, what is done, who must not meet them, what comes next."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services import care
from workbench.services.care import AppointmentRow, CareRow, MeasureRow, SafetyPlanRow
from workbench.ui.forms.written import write_day
from workbench.ui.parts.arrange import Flow, card, column, holder, row, rule
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Picture, label
from workbench.ui.people.caring import Caring
from workbench.ui.state import moment, speaking, tr

_TONES = {"extreme": "danger", "high": "late", "medium": "warn", "low": "ok", "none": "ok"}


def safety_plan(shown: CareRow, caring: Caring) -> QFrame:
    """The card: danger first, then what is done, who is kept away, when it is looked at again."""
    made = card(label(tr(N_("Safety plan")), "card"), gap=6)
    made.setObjectName("safety-plan")
    box = made.layout()
    assert box is not None
    for widget in (*_plan(shown.plan), *_risk(shown), *_recovery(shown, caring), _ways(shown, caring)):
        box.addWidget(widget)
    ahead = [one for one in shown.appointments if one.state == "planned"]
    if ahead:
        box.addWidget(rule())
        box.addWidget(label(tr(N_("Appointments")), "card"))
    for one in ahead:
        box.addWidget(_appointment(one, caring))
    return made


def _line(glyph: str, token: str, words: str, tone: str = "") -> QWidget:
    line = row(Picture(glyph, token, 17), gap=8)
    line.addWidget(label(words, "body", tone, wrap=True), 1)
    return holder(line)


def _plan(plan: SafetyPlanRow | None) -> list[QWidget]:
    if plan is None:
        return [label(tr(N_("No safety plan is recorded yet.")), "label", "2", wrap=True)]
    found: list[QWidget] = []
    if plan.in_danger:
        found.append(Chip(tr(N_("Imminent danger")), "danger", "ph.warning-octagon-fill"))
    if plan.what_threatens:
        threat = ("ph.warning-octagon-fill", "danger") if plan.in_danger else ("ph.warning", "text2")
        found.append(_line(*threat, isolate(plan.what_threatens)))
    found += [_line("ph.shield-check", "okMark", _measure(one)) for one in plan.measures]
    if plan.no_contact:
        comma = "، " if speaking().rtl else ", "
        codes = comma.join(ltr(one) for one in plan.no_contact)
        found.append(_line("ph.prohibit", "dangerText", tr(N_("never with {codes}"), codes=codes)))
    if plan.safe_contact:
        found.append(_line("ph.phone", "text2", isolate(plan.safe_contact)))
    if plan.review_at is not None:
        again = tr(N_("Looked at again {at}"), at=moment(plan.review_at))
        found.append(_line("ph.clock", "warnText", again))
    agreed = tr(N_("{agreed}, {at}"), agreed=tr(terms.AGREED[plan.agreed]), at=moment(plan.at))
    found.append(label(agreed, "small", "3", wrap=True))
    return found


def _measure(one: MeasureRow) -> str:
    measures = care.offered(speaking().tag).measures
    title = measures[one.key].title if one.key in measures else one.key
    said = [part for part in (title, isolate(one.text) if one.text else "") if part]
    return " — ".join(said) + (f" ({isolate(one.who)})" if one.who else "")


def _risk(shown: CareRow) -> list[QWidget]:
    newest = shown.newest(care.RISK)
    if newest is None:
        return []
    level = care.offered(speaking().tag).levels[newest.level].title
    flow = Flow(6)
    flow.addWidget(Chip(tr(N_("Risk: {level}"), level=level), _TONES.get(newest.level, "neutral")))
    move = shown.risk_trend.get("overall", "")
    if move in ("better", "worse", "same"):
        flow.addWidget(Chip(tr(terms.MOVES[move]), "late" if move == "worse" else "neutral"))
    found: list[QWidget] = [holder(flow)]
    if newest.review_on:
        again = tr(N_("assessed again on {day}"), day=write_day(date.fromisoformat(newest.review_on), speaking()))
        found.append(label(again, "small", "3", wrap=True))
    return found


def _recovery(shown: CareRow, caring: Caring) -> list[QWidget]:
    time = shown.reflection
    if time is None or not time.runs:
        return []
    left = speaking().say_many("Time to recover: {n} day left", "Time to recover: {n} days left", time.days_left)
    line = row(Picture("ph.leaf", "okMark", 17), gap=8)
    line.addWidget(label(left, "body", wrap=True), 1)
    line.addWidget(
        button(tr(N_("Contact…")), partial(caring.contact, shown), kind="quiet", name="record-contact")
    )
    return [holder(line)]


def _ways(shown: CareRow, caring: Caring) -> QWidget:
    flow = Flow(6)
    if not shown.deceased:
        for words, act, glyph, name in (
            (N_("Plan…"), caring.plan, "ph.shield-check", "plan-safety"),
            (N_("Assess risks…"), caring.assess_risks, "ph.shield-warning", "assess-risks"),
            (N_("Time to recover…"), caring.recover, "ph.leaf", "recover"),
            (N_("Appointment…"), caring.appoint, "ph.calendar-plus", "appoint"),
        ):
            flow.addWidget(button(tr(words), partial(act, shown), kind="small", glyph=glyph, name=name))
    paper = partial(caring.paper, "risk_assessment", shown.alias)
    flow.addWidget(button(tr(N_("Paper")), paper, kind="quiet", glyph="ph.file-text", name="risk-paper"))
    return holder(flow)


def _appointment(one: AppointmentRow, caring: Caring) -> QWidget:
    comma = "، " if speaking().rtl else ", "
    who = comma.join(ltr(code) for code in one.people)
    first = row(Picture("ph.calendar-blank", "text2", 17), gap=8)
    words = tr(N_("{purpose}, {at}"), purpose=tr(terms.APPOINTMENTS.get(one.purpose, one.purpose)), at=moment(one.at))
    first.addWidget(label(words, "body", wrap=True), 1)
    first.addWidget(
        icon_button("ph.calendar-x", tr(N_("Cancel…")), partial(caring.cancel, one), name=f"cancel-{one.ref}", size=15)
    )
    lines = column(first, label(f"{isolate(one.place)}{comma}{who}", "label", "2", wrap=True), gap=0)
    if one.together:
        codes = comma.join(ltr(code) for code in one.together)
        if one.meant:
            said = tr(N_("{codes} meet, and it is meant: {reason}"), codes=codes, reason=isolate(one.reason))
            lines.addWidget(label(said, "label", "warn", wrap=True))
        else:
            lines.addWidget(label(tr(N_("{codes} must not meet: move it"), codes=codes), "label", "late", wrap=True))
    made = holder(lines)
    made.setObjectName(f"appointment-{one.ref}")
    return made
