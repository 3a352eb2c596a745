"""The judge's orders of a step: what was asked for, what the judge decided, and the ways to go on."""

from collections.abc import Callable
from datetime import time
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr, plain
from workbench.services import documents
from workbench.services.rows import OrderRow
from workbench.sop import OrderState
from workbench.ui.guide.shown import Shown
from workbench.ui.parts.arrange import Flow, card, column, holder, row, upright
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Elided, Picture, code, heading, label
from workbench.ui.state import speaking, tr

PAPER = "order_request"
Act = Callable[[str], object]


def orders(shown: Shown, act: Act) -> QWidget:
    """Every order of the kinds that the step asks for, and what can be done; ``act`` is told word and order."""
    box = column(heading(tr(N_("Orders of the judge"))), gap=8)
    for one in shown.orders:
        box.addWidget(_order(one, shown, act))
    if not shown.orders:
        names = _comma().join(kind.label for kind in shown.kinds)
        box.addWidget(label(tr(N_("Not asked for yet: {orders}."), orders=names), "body", "2", wrap=True))
    ways = Flow(8)
    ways.addWidget(
        button(
            tr(N_("Ask the judge…")), lambda: act("order_ask"), kind="small", glyph="ph.scales", name="order-ask"
        )
    )
    if any(kind.exception for kind in shown.kinds):
        ways.addWidget(
            button(
                tr(N_("Legal exception…")),
                lambda: act("order_except"),
                kind="small",
                glyph="ph.shield-chevron",
                name="order-except",
            )
        )
    box.addWidget(holder(ways))
    made = holder(box)
    made.setObjectName("orders")
    return made


def standing(one: OrderRow, zone: str) -> tuple[str, str, str]:
    """Where an order stands, as words, tone and icon of a chip."""
    last, language = one.last, speaking()
    if one.state == OrderState.ASKED:
        return tr(N_("asked for")), "warn", "ph.hourglass"
    if one.state == OrderState.REFUSED:
        return tr(N_("refused")), "late", "ph.x-circle"
    if one.state == OrderState.WITHDRAWN:
        return tr(N_("withdrawn")), "neutral", "ph.minus-circle"
    if not one.in_force:
        return tr(N_("expired")), "neutral", "ph.clock"
    if one.state == OrderState.EXCEPTION:
        return tr(N_("legal exception")), "info", "ph.shield-chevron"
    if last.valid_until is None:
        return tr(N_("in force")), "ok", "ph.check"
    local = last.valid_until.astimezone(ZoneInfo(zone))
    # A paper that names a day means the whole of it; then the minutes say nothing.
    whole = local.time().replace(microsecond=0) == time(23, 59, 59)
    until = language.day(local.date()) if whole else language.moment(local, zone)
    return tr(N_("in force until {when}"), when=until), "ok", "ph.check"


def _order(one: OrderRow, shown: Shown, act: Act) -> QFrame:
    words, tone, glyph = standing(one, shown.row.zone)
    kind = shown.pack.orders[one.kind]
    first = row(Picture("ph.scales", "text2", 17), code(ltr(one.ref), "body", ""), gap=8)
    first.addWidget(Elided(kind.label, "card"), 1)
    if one.subject:
        first.addWidget(code(ltr(one.subject), "label"))
    spoken = _comma().join(part for part in (one.ref, kind.label, one.subject, words) if part)
    first.addWidget(Chip(words, tone, glyph, spoken=spoken))
    made = card(first, gap=4, margins=(12, 8, 10, 8), kind="group")
    made.setObjectName(f"order-{one.ref}")
    made.setAccessibleName(plain(spoken))
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    if facts := _facts(one, shown.row.zone):
        line = row(gap=8)
        for place, fact in enumerate(facts):
            if place:
                line.addWidget(upright(), 0, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(fact)
        line.addStretch(1)
        box.addLayout(line)
    for named, text in _texts(one):
        box.addWidget(label(tr(named, text=text), "label", "2", wrap=True))
    if one.state == OrderState.ASKED:
        box.addWidget(_ways(one, act))
    return made


def _facts(one: OrderRow, zone: str) -> list[QWidget]:
    """Court, number, day and scan, as far as they are known."""
    last = one.last
    facts: list[QWidget] = [Elided(isolate(last.court), "label", "2")] if last.court else []
    if last.number:
        facts.append(label(tr(N_("No. {number}"), number=ltr(last.number)), "label", "2"))
    facts.append(label(speaking().moment(last.at, zone), "label", "2"))
    if last.exhibit:
        facts.append(label(tr(N_("scan {exhibit}"), exhibit=ltr(last.exhibit)), "label", "2"))
    return facts


def _texts(one: OrderRow) -> list[tuple[str, str]]:
    """What is to be read of an order: place, what it allows or is to allow, and why."""
    last = one.last
    texts = [(N_("Place: {text}"), one.place)]
    if one.state == OrderState.GRANTED:
        texts.append((N_("It allows: {text}"), last.text))
    elif one.state == OrderState.REFUSED:
        texts.append((N_("Reason of the judge: {text}"), last.text))
    elif one.state == OrderState.EXCEPTION:
        texts.append((N_("Grounds: {text}"), last.text))
    else:
        texts += [(N_("To allow: {text}"), last.wants), (N_("Grounds: {text}"), last.text)]
    return [(named, text) for named, text in texts if text]


def _ways(one: OrderRow, act: Act) -> QWidget:
    """What can be done with an order that was asked for."""
    flow = Flow(8)
    flow.addWidget(
        button(
            tr(N_("Record the decision…")),
            partial(act, f"order_decide {one.ref}"),
            kind="small",
            glyph="ph.pen-nib",
            name=f"decide-{one.ref}",
        )
    )
    if PAPER in documents.kinds("order"):
        flow.addWidget(
            button(
                tr(N_("Request paper")),
                partial(act, f"order_paper {one.ref}"),
                kind="quiet",
                glyph="ph.file-text",
                name=f"paper-{one.ref}",
            )
        )
    return holder(flow)


def _comma() -> str:
    return "، " if speaking().rtl else ", "
