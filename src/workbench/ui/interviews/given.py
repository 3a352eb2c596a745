"""One statement on the page: every line with its corrections beside it, the reading back, the signatures."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services.interviews import LineRow, StatementRow
from workbench.ui import theme
from workbench.ui.heard import Looked
from workbench.ui.interviews.listing import TONES
from workbench.ui.parts.arrange import Flow, column, holder, row, rule
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.texts import code, heading, label
from workbench.ui.state import moment, number, speaking, tr

Acts = Mapping[str, Callable[[], object]]
_ACCEPTED = {
    "yes": N_("accepted as it is"), "corrected": N_("accepted with the corrections"), "no": N_("not accepted"),
}  # fmt: skip


def statement_card(
    one: StatementRow, found: Looked, acts: Acts, correct: Callable[[LineRow], object],
    compare: Callable[[str], object],
) -> QLayout:  # fmt: skip
    """Head, what can be done, lines, reading back, signatures."""
    closed = one.state in ("signed", "refused")
    head = row(code(ltr(one.ref), "card"), gap=8)
    who = f"{ltr(one.alias)} — {tr(terms.HEARD_AS[one.capacity])}"
    head.addWidget(label(who, "card", wrap=True), 1)
    head.addWidget(Chip(tr(terms.STATEMENT_STATES[one.state]), TONES[one.state]))
    box = column(
        head, label(_under(one), "label", "2", wrap=True), _ways(one, found, acts, closed, compare), gap=8
    )
    for line in one.lines:
        box.addWidget(_line(one, line, None if closed else correct))
    box.addWidget(rule())
    box.addWidget(heading(tr(N_("Reading back"))))
    for back in one.read_backs:
        languages = tr(N_(", ")).join(isolate(speaking().language_name(tag)) for tag in back.languages)
        words = tr(N_("{at}, by {name}, in {languages}: {answer}"), at=moment(back.at), name=isolate(back.by),
                   languages=languages, answer=tr(_ACCEPTED[back.accepted]))  # fmt: skip
        box.addWidget(label(words, "body", wrap=True))
        if back.note:
            box.addWidget(label(isolate(back.note), "label", "2", wrap=True))
    if not one.read_backs:
        box.addWidget(label(tr(N_("It was not read back yet.")), "label", "warn", wrap=True))
    box.addWidget(heading(tr(N_("Signatures"))))
    for signed in one.signatures:
        words = tr(N_("{role}, {who}: {how}, {at}"), role=tr(terms.SIGNERS[signed.role]), who=isolate(signed.who),
                   how=tr(terms.SIGNED[signed.how]), at=moment(signed.at))  # fmt: skip
        box.addWidget(label(words, "body", wrap=True))
        if signed.reason:
            box.addWidget(
                label(tr(N_("Reason given: {reason}"), reason=isolate(signed.reason)), "label", wrap=True)
            )
    if one.recording is not None:
        sealed = tr(N_("Recording: {file}, exhibit {exhibit}"), file=isolate(one.recording.name),
                    exhibit=ltr(one.recording.exhibit))  # fmt: skip
        box.addWidget(label(sealed, "body", wrap=True))
        box.addWidget(code(ltr(one.recording.sha256), "small"))
    box.addStretch(1)
    return box


def _under(one: StatementRow) -> str:
    spoken = isolate(speaking().language_name(one.language))
    sworn = one.head.get("oath") or "none"
    oath = tr(terms.OATHS[sworn])
    reason = one.head.get("no_oath")
    if reason:
        oath = tr(N_("{oath}: {why}"), oath=oath, why=tr(terms.NO_OATH[reason]))
    when = tr(
        N_("{start} to {end}"), start=isolate(moment(one.started_at)), end=isolate(moment(one.ended_at))
    )
    return tr(N_("{when}; spoken in {language}; {oath}"), when=when, language=spoken, oath=oath)


def _ways(
    one: StatementRow, found: Looked, acts: Acts, closed: bool, compare: Callable[[str], object]
) -> QWidget:
    flow = Flow(6)
    if not closed:
        flow.addWidget(button(tr(N_("Read back…")), acts["read_back"], kind="small", glyph="ph.speaker-high",
                              name="statement-read-back"))  # fmt: skip
    flow.addWidget(button(tr(N_("Sign or refuse…")), acts["sign"], kind="small", glyph="ph.pen-nib",
                          name="statement-sign"))  # fmt: skip
    if one.recording is None and found.recordings:
        flow.addWidget(button(tr(N_("Recording…")), acts["seal"], kind="small", glyph="ph.microphone",
                              name="statement-seal"))  # fmt: skip
    flow.addWidget(button(tr(N_("As a paper")), acts["paper"], kind="quiet", glyph="ph.file-text",
                          name="statement-paper"))  # fmt: skip
    flow.addWidget(button(tr(N_("Cite a line in the matrix")), acts["cite"], kind="quiet", glyph="ph.link",
                          name="statement-cite"))  # fmt: skip
    others = [
        (other.ref, f"{ltr(other.ref)} {ltr(other.alias)}")
        for other in found.statements
        if other.ref != one.ref
    ]
    if others:
        beside = Combo(others, empty=tr(N_("Put beside…")))
        beside.setObjectName("compare-with")
        beside.setMinimumWidth(theme.px(210))
        beside.setAccessibleName(tr(N_("Put beside…")))
        beside.activated.connect(lambda _: compare(beside.key) if beside.key else None)
        flow.addWidget(beside)
    return holder(flow)


def _line(one: StatementRow, line: LineRow, correct: Callable[[LineRow], object] | None) -> QWidget:
    """The words as first taken, translation beside them, corrections under both; nothing is overwritten."""
    left = column(label(tr(terms.SAID_BY[line.kind]), "small", "2"), gap=2)
    left.addWidget(label(isolate(line.text), "body", "3" if line.corrections else "", wrap=True))
    right = column(label(ltr(line.at) if line.at else "", "small", "2"), gap=2)
    if line.translation:
        right.addWidget(label(isolate(line.translation), "body", "3" if line.corrections else "", wrap=True))
    for put in line.corrections:
        who = (
            N_("asked for: {who}; signed beside it")
            if put.signed
            else N_("asked for: {who}; not signed beside it")
        )
        left.addWidget(label(tr(N_("Corrected:")), "label", "warn"))
        left.addWidget(label(isolate(put.text), "body", wrap=True))
        left.addWidget(label(tr(who, who=tr(terms.SIGNERS[put.by])), "small", "2", wrap=True))
        if put.translation and put.translation != line.translation:
            right.addWidget(label(tr(N_("Corrected:")), "label", "warn"))
            right.addWidget(label(isolate(put.translation), "body", wrap=True))
    right.addStretch(1)
    across = row(label(number(line.no), "label", "2"), gap=12)
    across.addLayout(left, 1)
    if one.translated_to:
        across.addLayout(right, 1)
    if correct is not None:
        across.addWidget(
            button(tr(N_("Correct…")), lambda: correct(line), kind="small", name=f"correct-line-{line.no}")
        )
    made = holder(column(rule(), across, gap=6))
    made.setObjectName(f"line-{line.no}")
    return made
