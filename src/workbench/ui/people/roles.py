"""The roles of a person as claims: each with who, when and on what; ended ones stay, in grey, with their end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services.people import ROLES
from workbench.services.rows import ClaimRow, PersonRow
from workbench.ui.parts.arrange import column, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Picture, heading, label
from workbench.ui.people.doing import Doing
from workbench.ui.people.facts import comma
from workbench.ui.people.list import role_tone
from workbench.ui.state import moment, tr

_HEADS = (N_("Role"), N_("Who decided"), N_("When"), N_("Basis"))


def roles(person: PersonRow, doing: Doing) -> QLayout:
    """The table with what can be done about it."""
    set_role = button(
        tr(N_("Set role…")), lambda: doing.role(person), kind="small", glyph="ph.identification-card", name="set-role"
    )
    end = button(tr(N_("End role…")), lambda: doing.end(person), kind="small", name="end-role-open")
    end.setEnabled(any(claim.until is None for claim in person.claims))
    return column(row(heading(tr(N_("Roles in the case"))), None, set_role, end, gap=8), _table(person), gap=8)


def _table(person: PersonRow) -> QFrame:
    made = QFrame()
    made.setObjectName("roles")
    made.setProperty("card", "group")
    grid = QGridLayout(made)
    grid.setContentsMargins(12, 8, 12, 10)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(10)
    for across, words in enumerate(_HEADS):
        grid.addWidget(label(tr(words), "label", "2"), 0, across)
    for down, claim in enumerate(reversed(person.claims), 1):
        for across, cell in enumerate(_cells(claim)):
            if isinstance(cell, QWidget):
                grid.addWidget(cell, down, across, Qt.AlignmentFlag.AlignTop)
            else:
                grid.addLayout(cell, down, across)
    for across, stretch in enumerate((0, 3, 3, 5)):
        grid.setColumnStretch(across, stretch)
    return made


def _cells(claim: ClaimRow) -> tuple[QWidget | QLayout, ...]:
    ended = claim.until is not None
    words = tr(ROLES.get(claim.role, claim.role))
    spoken = tr(N_("{role}, ended"), role=words) if ended else words
    tone = "2" if ended else ""
    under = [tr(terms.CLAIM_STATES[claim.status])] if claim.status in terms.CLAIM_STATES else []
    if claim.evidence:
        under.append(comma().join(ltr(one) for one in claim.evidence))
    if claim.ended_why:
        under.append(tr(N_("ended: {why}"), why=isolate(claim.ended_why)))
    return (
        Chip(words, "neutral" if ended else role_tone(claim.role), spoken=spoken, bold=not ended),
        _cell(isolate(claim.decided_by), tone),
        _cell(_since(claim), tone, *_later(claim)),
        _cell(isolate(claim.basis), tone, *under),
    )


def _cell(words: str, tone: str, *under: str) -> QLayout:
    made = column(label(words, "body", tone, wrap=True), gap=1)
    for one in under:
        made.addWidget(label(one, "label", "2", wrap=True))
    made.addStretch(1)
    return made


def _since(claim: ClaimRow) -> str:
    """Since when, and what became of the person then: the law counts from that moment."""
    at = moment(claim.since)
    if not claim.custody:
        return at
    return tr(N_("held since {moment}") if claim.custody == "held" else N_("released {moment}"), moment=at)


def _later(claim: ClaimRow) -> list[str]:
    found = []
    if claim.decided_at is not None and claim.decided_at != claim.since:
        found.append(tr(N_("decided {moment}"), moment=moment(claim.decided_at)))
    if claim.until is not None:
        found.append(tr(N_("until {moment}"), moment=moment(claim.until)))
    return found


def held_acts(person: PersonRow, doing: Doing) -> QLayout:
    """The acts that must not be held against the person, both sides of them; or how to record them."""
    flag = person.non_punishment
    change = button(
        tr(N_("Change…")) if flag else tr(N_("Record acts…")), lambda: doing.acts(person), kind="small",
        glyph="ph.shield-check", name="record-acts",
    )  # fmt: skip
    line = row(heading(tr(N_("Acts that must not be held against the person"))), None, change, gap=8)
    if flag is None:
        return column(line, label(tr(N_("None recorded.")), "label", "2"), gap=4)
    line.addWidget(button(tr(N_("Lift…")), lambda: doing.lift(person), kind="small", name="lift-acts"))
    box = column(gap=5)
    for one in flag.acts:
        words = tr(terms.HELD_ACTS.get(one.act, one.act)) + (f": {isolate(one.text)}" if one.text else "")
        item = row(Picture("ph.shield-check", "warnMark", 16), gap=8)
        item.addWidget(label(words, "body", wrap=True), 1)
        box.addLayout(item)
    said = [(N_("Came of being exploited so: {words}"), flag.link), (N_("Points the other way: {words}"), flag.against)]
    for sentence, words in said:
        if words:
            box.addWidget(label(tr(sentence, words=isolate(words)), "body", "2", wrap=True))
    by = tr(N_("{name}, {moment}"), name=isolate(flag.decided_by), moment=moment(flag.at))
    evidence = comma().join(ltr(one) for one in flag.evidence)
    box.addWidget(label(f"{by}{comma()}{evidence}" if evidence else by, "label", "2", wrap=True))
    made = QFrame()
    made.setProperty("card", "group")
    made.setObjectName("held-acts")
    box.setContentsMargins(12, 8, 12, 10)
    made.setLayout(box)
    return column(line, made, gap=8)
