"""Assessments side by side: one row for each danger or need, one column for each time, and how it moved."""

from collections.abc import Sequence
from datetime import date

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.cared import Assessment, Care, Mark, Measure
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Blank, Block, Stack, Table

# As many as stand beside each other on a page: the first, and the newest after it.
_COLUMNS = 4
_TOPIC = 0.34


def side_by_side(sheet: Sheet, care: Care, held: Sequence[Assessment], topic: str) -> Block:
    """The table; where nothing was assessed yet its cells are to be filled in by hand."""
    shown = [*held[:1], *held[1:][-(_COLUMNS - 1) :]]
    count = len(shown) or 2
    head = [sheet.text(sheet.say(topic), sheet.label)]
    head += [sheet.text(_day(sheet, one), sheet.label) for one in shown]
    head += [sheet.text(sheet.say(N_("Day:")), sheet.label)] * (count - len(shown))
    head.append(sheet.text(sheet.say(N_("First to last")), sheet.label))
    moves = {one.key: one.move for one in care.trends}
    columns = [{mark.key: mark for mark in one.marks} for one in shown]
    rows = [
        [_topic(sheet, title, examples), *(_cell(sheet, marks.get(key)) for marks in columns),
         *[Blank(1, sheet.small.leading + 4)] * (count - len(shown)), _move(sheet, moves.get(key))]
        for key, title, examples in ((one.key, one.title, one.examples) for one in care.topics)
    ]  # fmt: skip
    if shown and any(one.overall for one in shown):
        whole = [sheet.text(isolate(one.overall), sheet.label) for one in shown]
        highest = sheet.text(sheet.say(N_("The whole: the highest of them")), sheet.label)
        rows.append([highest, *whole, _move(sheet, moves.get("overall"))])
    rest = (1 - _TOPIC) / (count + 1)
    return Table((_TOPIC, *[rest] * (count + 1)), rows, rtl=sheet.rtl, head=head)


def details(sheet: Sheet, held: Sequence[Assessment]) -> list[Block]:
    """Of each assessment: when, by whom, why then, what was agreed, and when it is looked at again."""
    blocks: list[Block] = []
    for one in held:
        facts = [sheet.say(N_("by {name}"), name=isolate(one.by))]
        if one.trigger:
            facts.append(sheet.say(N_("because of: {reason}"), reason=isolate(one.trigger)))
        if one.review_on:
            facts.append(sheet.say(N_("again on {day}"), day=isolate(day(sheet, one.review_on))))
        when = sheet.text(_day(sheet, one), sheet.label)
        said = sheet.text(sheet.comma.join(map(isolate, facts)), sheet.small)
        blocks.append(Stack(when, said, before=6, unbroken=True))
        if one.note.strip():
            blocks.append(sheet.written(one.note, sheet.small))
        if one.measures:
            blocks.append(measures(sheet, one.measures))
    return blocks or [sheet.text(sheet.say(N_("Nothing was assessed yet.")))]


def measures(sheet: Sheet, found: Sequence[Measure]) -> Block:
    """What is done, by whom, until when."""
    rows = [
        [
            Stack(
                *([sheet.text(isolate(one.what), sheet.label)] if one.what else []),
                *([sheet.written(one.text, sheet.small)] if one.text.strip() else []),
            ),
            sheet.value(one.who), sheet.value(isolate(day(sheet, one.until)) if one.until else ""),
        ]
        for one in found
    ]  # fmt: skip
    return sheet.table((0.5, 0.3, 0.2), [N_("What is done"), N_("Who"), N_("Until")], rows)


def day(sheet: Sheet, iso: str) -> str:
    """An ISO day in the way of the language."""
    return sheet.language.day(date.fromisoformat(iso))


def _day(sheet: Sheet, one: Assessment) -> str:
    return sheet.moment(one.held_at)


def _topic(sheet: Sheet, title: str, examples: str) -> Block:
    lines: list[Block] = [sheet.text(isolate(title), sheet.small)]
    if examples:
        lines.append(sheet.text(isolate(examples), sheet.quiet.but(size=sheet.number.size)))
    return Stack(*lines)


def _cell(sheet: Sheet, mark: Mark | None) -> Block:
    """The level in words first; then the two figures, each with its name so that nobody turns them round."""
    if mark is None:
        return sheet.text(sheet.say(N_("not looked at")), sheet.quiet)
    lines: list[Block] = [sheet.text(isolate(mark.word), sheet.label)]
    if mark.likelihood:
        figures = sheet.say(
            N_("likelihood {likelihood}, impact {impact}"), likelihood=mark.likelihood, impact=mark.impact
        )
        lines.append(sheet.text(figures, sheet.quiet.but(size=sheet.number.size)))
    if mark.text.strip():
        lines.append(sheet.written(mark.text, sheet.small))
    return Stack(*lines)


def _move(sheet: Sheet, move: str | None) -> Block:
    if not move:
        return sheet.text(ltr("–"), sheet.quiet)
    return sheet.text(sheet.term(terms.MOVES, move), sheet.label if move == "worse" else sheet.small)

