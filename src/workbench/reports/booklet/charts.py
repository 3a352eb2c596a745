"""The procedure as a chart: phases with the gates between them, and the steps of each phase with theirs."""

from collections.abc import Iterable, Mapping

from workbench.i18n import N_, isolate, ltr, plain
from workbench.reports.booklet.front import anchor_of, title_of
from workbench.reports.booklet.words import LAW, ORDER, SAFETY, joined, part, words
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Box, Chart, Link, Look, Span, Stack, Style, Table, Text
from workbench.sop.model import Pack, Phase, Step
from workbench.sop.rules import AllOf, AnyOf, Rule, StepSettled, leaves
from workbench.sop.saying import bare, listed, said, together

_BARE = Look(grid=False, pad_x=0, pad_y=0)
# A longer condition would make a text of the chart; it stands with the step.
_SHORT = 130


def overview(sheet: Sheet, pack: Pack) -> list[Block]:
    """The whole procedure on a page: its phases, their steps, and which phase waits for which."""
    boxes = [Box(_phase_box(sheet, pack, phase)) for phase in pack.phases]
    chart = Chart(boxes, _between(pack), rtl=sheet.rtl)
    return part(sheet, anchor_of("chart"), title_of(sheet, "chart"), _legend(sheet), chart)


def phase_chart(sheet: Sheet, pack: Pack, phase: Phase) -> Chart:
    """The steps of a phase as boxes, with lines from each to those that wait for it."""
    places = {step.key: place for place, step in enumerate(phase.steps)}
    boxes = [Box(_step_box(sheet, pack, step, places), step.when is not None, step.safety) for step in phase.steps]
    links = [
        Link(places[key], places[step.key], dashed)
        for step in phase.steps
        for key, dashed in _waits(step.gate).items()
        if key in places and key != step.key
    ]
    return Chart(boxes, links, rtl=sheet.rtl, before=6)


def _legend(sheet: Sheet) -> Block:
    """What the signs and lines of the charts mean, above the first of them."""
    signs = ((SAFETY, N_("Safety gate")), (LAW, N_("Legal time limit")), (ORDER, N_("Order of the judge")))
    spans = [Span(text) for sign, what in signs for text in (sign, f"  {sheet.say(what)}        ")]
    lines = N_(
        "Arrows lead to what waits. A broken arrow: one of several such is enough. A box with a broken edge: only "
        "under a condition."
    )
    small = sheet.small
    return Stack(
        Text(spans, small.but(bold=True), rtl=sheet.rtl), sheet.text(sheet.say(lines), small), before=2
    )


def _phase_box(sheet: Sheet, pack: Pack, phase: Phase) -> Block:
    """Code and title of a phase beside the codes of its steps and what they wait for outside it."""
    own = {step.key for step in phase.steps}
    waits = {key for step in phase.steps for key in _waits(step.gate)}
    outside = [key for key in pack.steps if key in waits - own]
    title = Text(
        [Span(ltr(phase.key)), Span("  "), Span(isolate(phase.title))], _tight(sheet, bold=True), rtl=sheet.rtl,
        where=ltr(phase.key),
    )  # fmt: skip
    small = _tight(sheet)
    # A piece of its own for each gap: after a sign, a space of the sign's wide face would tear the row apart.
    spans = [Span(text) for step in phase.steps for text in (_signed(step), "   ")]
    steps = Stack(Text(spans[:-1], small, rtl=sheet.rtl, where=ltr(phase.key)))
    if outside:
        after = sheet.say(N_("after {steps}"), steps=_some(sheet, outside))
        steps = Stack(*steps.blocks, sheet.text(after, sheet.quiet.but(size=small.size, leading=small.leading)))
    return Table((0.34, 0.02, 0.64), [(title, Stack(), steps)], rtl=sheet.rtl, look=_BARE, before=0)


def _step_box(sheet: Sheet, pack: Pack, step: Step, places: Mapping[str, int]) -> Block:
    """Code, title and signs of a step, its condition, and what it waits for outside the phase."""
    lines: list[Block] = [words(sheet, isolate(step.title), sheet.small.but(bold=True))]
    quiet = sheet.quiet.but(size=sheet.small.size - 0.5, leading=sheet.small.leading - 1)
    if step.when is not None:
        lines.append(words(sheet, _condition(sheet, pack, step.when), quiet))
    outside = [key for key in _waits(step.gate) if key not in places]
    if outside:
        lines.append(sheet.text(sheet.say(N_("after {steps}"), steps=_some(sheet, outside)), quiet))
    row = (sheet.text(_signed(step), sheet.small), Stack(*lines))
    return Table((0.16, 0.84), [row], rtl=sheet.rtl, look=_BARE, before=0)


def _condition(sheet: Sheet, pack: Pack, when: Rule) -> str:
    """When a step is called for; of many conditions only how many there are."""
    text, parts = said(when, pack, sheet.language), listed(when, pack, sheet.language)[1]
    if len(plain(text)) > _SHORT and parts:
        one = isinstance(bare(when), AnyOf)
        text = sheet.say(N_("one of {n} conditions holds") if one else N_("{n} conditions hold"), n=len(parts))
    return sheet.say(N_("only if: {condition}"), condition=together(text, sheet.language))


def _signed(step: Step) -> str:
    """The code of a step with the signs that stand for what is special about it."""
    signs = SAFETY if step.safety else ""
    signs += LAW if any(one.basis == "law" for one in step.deadlines) else ""
    signs += ORDER if step.asks else ""
    return ltr(f"{step.key}{signs}")


def _some(sheet: Sheet, keys: Iterable[str]) -> str:
    return together(joined(sheet, (ltr(key) for key in keys)), sheet.language)


def _waits(gate: Rule | None) -> dict[str, bool]:
    """The steps that a gate names; true where one of several ways through the gate is enough."""
    if isinstance(gate, AnyOf) and len(gate.parts) > 1:
        return {leaf.key: True for leaf in leaves(gate) if isinstance(leaf, StepSettled)}
    if isinstance(gate, AnyOf | AllOf):
        return {key: loose for part in gate.parts for key, loose in _waits(part).items()}
    return {leaf.key: False for leaf in leaves(gate) if isinstance(leaf, StepSettled)}


def _between(pack: Pack) -> list[Link]:
    """Which phase waits for which, by their places; what follows from other lines is left out."""
    places = {step.key: place for place, phase in enumerate(pack.phases) for step in phase.steps}
    waits: dict[int, set[int]] = {place: set() for place in range(len(pack.phases))}
    for step in pack.steps.values():
        for key in _waits(step.gate):
            if key in places and places[key] != places[step.key]:
                waits[places[step.key]].add(places[key])
    return [
        Link(start, end)
        for end, starts in waits.items()
        for start in sorted(starts)
        if not any(start in _before(waits, other) for other in starts - {start})
    ]


def _before(waits: Mapping[int, set[int]], place: int) -> set[int]:
    """Every place that must come before this one."""
    seen: set[int] = set()
    waiting = list(waits[place])
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += waits[one]
    return seen


def _tight(sheet: Sheet, *, bold: bool = False) -> Style:
    return sheet.small.but(bold=bold, size=sheet.small.size - 0.3, leading=sheet.small.leading - 0.8)
