"""Needs of a person on their card: how each stands and how it moved, and the referrals that answer them."""

from functools import partial

from PySide6.QtWidgets import QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services import care
from workbench.services.care import CareRow, NeedRow, ReferralRow
from workbench.ui.parts.arrange import Flow, column, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Picture, code, heading, label
from workbench.ui.people.caring import Caring
from workbench.ui.state import moment, speaking, tr

_GLYPHS = {
    "safety": "ph.shield-check", "housing": "ph.house-line", "basics": "ph.fork-knife", "health": "ph.first-aid",
    "mental_health": "ph.heart", "child_care": "ph.baby", "language": "ph.translate",
    "papers": "ph.identification-card", "residence": "ph.file-text", "legal": "ph.scales", "wages": "ph.money",
    "family": "ph.phone", "school_work": "ph.graduation-cap", "consulate": "ph.flag", "return": "ph.airplane-takeoff",
    "compensation": "ph.wallet", "asylum": "ph.hand-palm",
}  # fmt: skip
_TOKENS = {"met": "okMark", "partly": "warnText", "unmet": "dangerText"}
# What still lacks stands first.
_ORDER = ("unmet", "partly", "unknown", "met", "not_needed")


def needs(shown: CareRow, caring: Caring) -> QWidget:
    """The column: what lacks first, then the referrals, then the ways to assess and to refer."""
    box = column(heading(tr(N_("Needs"))), gap=6)
    newest = shown.newest(care.NEEDS)
    for one in sorted(newest.needs if newest else (), key=lambda one: _ORDER.index(one.state)):
        box.addWidget(_need(one, shown.needs_trend.get(one.key, "")))
    if newest is None:
        box.addWidget(label(tr(N_("The needs were not assessed yet.")), "label", "2", wrap=True))
    else:
        when = tr(N_("Assessed {at} by {name}"), at=moment(newest.held_at), name=isolate(newest.by))
        box.addWidget(label(when, "small", "3", wrap=True))
    for referral in shown.referrals:
        box.addWidget(_referral(referral, caring))
    box.addWidget(_ways(shown, caring))
    made = holder(box)
    made.setObjectName("needs")
    return made


def _need(one: NeedRow, move: str) -> QWidget:
    rules = care.offered(speaking().tag)
    title = rules.needs[one.key].title if one.key in rules.needs else one.key
    said = tr(terms.NEEDS[one.state])
    words = f"{isolate(title)} — {said}" + (f": {isolate(one.text)}" if one.text else "")
    line = row(Picture(_GLYPHS.get(one.key, "ph.circle"), _TOKENS.get(one.state, "text2"), 17), gap=8)
    line.addWidget(label(words, "body", wrap=True), 1)
    if move in ("better", "worse"):
        line.addWidget(Chip(tr(terms.MOVES[move]), "ok" if move == "better" else "late"))
    made = holder(line)
    made.setObjectName(f"need-row-{one.key}")
    return made


def _referral(one: ReferralRow, caring: Caring) -> QWidget:
    rules = care.offered(speaking().tag)
    service = rules.services[one.service].title if one.service in rules.services else one.service
    first = row(Picture("ph.path", "text2", 17), gap=8)
    first.addWidget(label(f"{isolate(service)} — {isolate(one.provider)}", "body", wrap=True), 1)
    first.addWidget(code(ltr(one.ref), "label"))
    chips = Flow(6)
    tone = "ok" if one.state in ("arrived", "followed_up") else "neutral"
    chips.addWidget(Chip(tr(terms.REFERRALS[one.state]), tone))
    if one.open and not one.covered:
        chips.addWidget(Chip(tr(N_("consent taken back")), "late", "ph.warning"))
    if one.open:
        follow = partial(caring.follow, one)
        chips.addWidget(button(tr(N_("What became of it…")), follow, kind="small", name=f"follow-{one.ref}"))
    slip = partial(caring.paper, "referral_slip", one.ref)
    chips.addWidget(button(tr(N_("Slip")), slip, kind="quiet", glyph="ph.file-text", name=f"slip-{one.ref}"))
    made = holder(column(first, holder(chips), gap=2))
    made.setObjectName(f"referral-{one.ref}")
    return made


def _ways(shown: CareRow, caring: Caring) -> QWidget:
    flow = Flow(6)
    if not shown.deceased:
        flow.addWidget(
            button(
                tr(N_("Assess needs…")), partial(caring.assess_needs, shown), kind="small", glyph="ph.handshake",
                name="assess-needs",
            )
        )  # fmt: skip
        flow.addWidget(
            button(tr(N_("Refer…")), partial(caring.refer, shown), kind="small", glyph="ph.path", name="refer")
        )
        if shown.child:
            flow.addWidget(
                button(
                    tr(N_("Best interest…")), partial(caring.weigh, shown), kind="small", glyph="mdi6.human-child",
                    name="weigh",
                )
            )  # fmt: skip
    paper = partial(caring.paper, "needs_assessment", shown.alias)
    flow.addWidget(button(tr(N_("Paper")), paper, kind="quiet", glyph="ph.file-text", name="needs-paper"))
    return holder(flow)
