"""The steps on paper, phase by phase: why, what to do and say, what to record, when, on what basis."""

from workbench import terms
from workbench.fields import CHOOSING, Field, Kind
from workbench.i18n import N_, isolate, ltr
from workbench.reports.booklet.basis import Notes, basis_blocks
from workbench.reports.booklet.charts import phase_chart
from workbench.reports.booklet.words import (
    SAFETY,
    item,
    joined,
    marked,
    rule_block,
    source_text,
    words,
)
from workbench.reports.sheet import Sheet, seen
from workbench.reports.typeset import Anchor, Block, Headed, Look, Space, Stack, Table
from workbench.sop.model import Deadline, Length, OrderKind, Pack, Phase, Step, Unit
from workbench.sop.saying import answer_said, clock_said, length_said, shown_when, together

_KINDS = {
    Kind.TEXT: N_("a line of text"),
    Kind.LINES: N_("text of any length"),
    Kind.CHOICE: N_("one of these"),
    Kind.CHOICES: N_("any of these"),
    Kind.TRUTH: N_("one of these"),
    Kind.NUMBER: N_("a number"),
    Kind.DAY: N_("a day"),
    Kind.MOMENT: N_("a day and a time"),
    Kind.CODE: N_("a code or document number"),
    Kind.PHONE: N_("a telephone number"),
    Kind.PERSON: N_("a person of the case"),
    Kind.PERSONS: N_("persons of the case"),
    Kind.EXHIBIT: N_("an exhibit of the case"),
    Kind.EXHIBITS: N_("exhibits of the case"),
    Kind.LANGUAGE: N_("a language"),
    Kind.COUNTRY: N_("a country"),
}
# A list of up to so many entries stays on one page.
_WHOLE = 5
_BOX = Look(label_tint=0.96, pad_x=9, pad_y=6)


def phase_blocks(sheet: Sheet, pack: Pack, phase: Phase, notes: Notes) -> list[Block]:
    """A phase: its title, its chart, its steps."""
    sheet.where = ltr(phase.key)
    title = f"{ltr(phase.key)}  {isolate(seen(phase.title))}"
    heading: list[Block] = [Anchor(phase.key, title), sheet.text(title, sheet.title.but(align="start"))]
    if phase.sop_chapter:
        chapter = sheet.say(N_("Chapter {chapter} of the official procedure"), chapter=ltr(phase.sop_chapter))
        heading.append(sheet.text(chapter, sheet.quiet))
    blocks: list[Block] = [Stack(*heading, unbroken=True), phase_chart(sheet, pack, phase)]
    for step in phase.steps:
        blocks += step_blocks(sheet, pack, step, notes)
    return blocks


def step_blocks(sheet: Sheet, pack: Pack, step: Step, notes: Notes) -> list[Block]:
    """Everything that the procedure says of one step."""
    sheet.where = ltr(step.key)
    title = f"{ltr(step.key)}  {isolate(seen(step.title))}"
    bar = Table(
        (0.13, 0.87), [], rtl=sheet.rtl, look=Look(grid=False, head_tint=0.88, pad_y=4),
        head=(sheet.text(ltr(step.key), sheet.strong), words(sheet, isolate(step.title), sheet.strong)),
    )  # fmt: skip
    heading = Stack(Anchor(step.key, title, 1), bar, Space(4), sheet.written(step.purpose), unbroken=True)
    return [
        Headed(heading, _facts(sheet, pack, step), before=20),
        *_list(sheet, N_("What to do"), step.todo, numbered=True),
        *_list(sheet, N_("Do"), step.dos),
        *_list(sheet, N_("Do not"), step.donts),
        *_script(sheet, step),
        *_fields(sheet, step),
        *basis_blocks(sheet, pack, step, notes),
    ]


def _facts(sheet: Sheet, pack: Pack, step: Step) -> Block:
    """Who, when, after what, until when, with whose order, on which papers."""
    always = sheet.text(sheet.say(N_("this step belongs to every case of this kind")))
    rows: list[tuple[str, Block | str]] = [
        (N_("Who"), words(sheet, joined(sheet, (isolate(one.name) for one in step.actors)))),
        (N_("When it applies"), always if step.when is None else rule_block(sheet, pack, step.when)),
        (N_("What it waits for"), _gate(sheet, pack, step)),
    ]
    if step.deadlines:
        rows.append((N_("Time limit"), Stack(*(deadline_block(sheet, pack, one) for one in step.deadlines))))
    if step.asks:
        orders = [pack.orders[key] for key in step.asks if key in pack.orders]
        rows.append((N_("Order of the judge"), Stack(*(order_block(sheet, pack, one) for one in orders))))
    if step.documents:
        papers = joined(sheet, (f"{isolate(one.name)} ({ltr(one.key)})" for one in step.documents))
        rows.append((N_("Documents"), words(sheet, papers)))
    if step.codes and step.codes != (step.key,):
        rows.append((N_("Stands for"), sheet.text(joined(sheet, (ltr(code) for code in step.codes)))))
    table = sheet.pairs(rows, share=0.2)
    table.unbroken = True
    return table


def _gate(sheet: Sheet, pack: Pack, step: Step) -> Block:
    nothing = sheet.text(sheet.say(N_("nothing: it is open from the start")))
    blocks: list[Block] = [nothing if step.gate is None else rule_block(sheet, pack, step.gate)]
    if step.safety:
        hard = sheet.say(N_("Safety gate: only the override for danger to life opens it earlier."))
        blocks.append(sheet.text(f"{SAFETY} {hard}", sheet.label))
    if not step.waivable:
        blocks.append(sheet.text(sheet.say(N_("This step protects a person and cannot be waived.")), sheet.label))
    return Stack(*blocks)


def deadline_block(sheet: Sheet, pack: Pack, deadline: Deadline) -> Block:
    """A time limit: what it says, from when it runs, who sets it, and whether that was verified."""
    lines: list[Block] = [sheet.written(deadline.text, sheet.strong)]
    clock = clock_said(deadline, pack, sheet.language)
    if clock:
        lines.append(words(sheet, clock, sheet.small))
    basis = [sheet.term(terms.BASES, deadline.basis)]
    if deadline.source:
        basis.append(source_text(sheet, pack, deadline.source, deadline.place))
    return Stack(*lines, marked(sheet, joined(sheet, basis), deadline.mark), Space(3))


def order_block(sheet: Sheet, pack: Pack, kind: OrderKind) -> Block:
    """A kind of order: how long it may last, when the law does without, on what basis."""
    lines: list[Block] = [words(sheet, isolate(kind.label), sheet.strong)]
    if kind.days is not None:
        length = together(length_said(Length(Unit.DAYS, kind.days), sheet.language), sheet.language)
        lines.append(sheet.text(sheet.say(N_("longest term: {length}"), length=length), sheet.small))
    if kind.exception:
        words_ = sheet.say(N_("without an order only: {exception}"), exception=isolate(kind.exception))
        lines.append(words(sheet, words_, sheet.small))
    if kind.document:
        paper = f"{isolate(pack.documents.get(kind.document, ''))} ({ltr(kind.document)})"
        lines.append(words(sheet, paper, sheet.small))
    source = source_text(sheet, pack, kind.source, kind.place) if kind.source else ""
    return Stack(*lines, marked(sheet, source, kind.mark), Space(3))


def _list(sheet: Sheet, title: str, texts: tuple[str, ...], *, numbered: bool = False) -> list[Block]:
    """A headed list of short sentences, numbered where the order counts."""
    if not texts:
        return []
    signs = (sheet.language.number(n) for n in range(1, len(texts) + 1)) if numbered else iter("•" * len(texts))
    items = [item(sheet, sign, sheet.written(text)) for sign, text in zip(signs, texts, strict=True)]
    # Neither the first nor the last entry of a list stands alone on a page.
    ends = (2, len(items) - 2) if len(items) > _WHOLE else (len(items), len(items))
    first, last = Stack(*items[: ends[0]], unbroken=True), Stack(*items[ends[1] :], unbroken=True)
    between = items[ends[0] : ends[1]]
    heading = sheet.text(sheet.say(title), sheet.subheading)
    return [Headed(heading, first, before=9), *between, *([last] if last.blocks else [])]


def _script(sheet: Sheet, step: Step) -> list[Block]:
    """Words that can be said as they stand, in a box."""
    if not step.script:
        return []
    box = Table((1,), [(sheet.written(f"«{step.script}»"),)], rtl=sheet.rtl, look=_BOX, before=2)
    return [Headed(sheet.text(sheet.say(N_("Words to say")), sheet.subheading), box, before=9)]


def _fields(sheet: Sheet, step: Step) -> list[Block]:
    """What is recorded: each question with the answers it takes."""
    if not step.fields:
        return []
    rows = [_field(sheet, field, step) for field in step.fields]
    table = sheet.table((0.5, 0.36, 0.14), [N_("What to record"), N_("Answer"), N_("Required")], rows, before=3)
    return [Headed(sheet.text(sheet.say(N_("What to record")), sheet.subheading), table, before=9)]


def _field(sheet: Sheet, field: Field, step: Step) -> list[Block]:
    question: list[Block] = [words(sheet, isolate(field.label))]
    if field.help:
        question.append(words(sheet, isolate(field.help), sheet.quiet))
    earlier = shown_when(field, step.fields, sheet.language)
    if earlier:
        only = sheet.say(N_("only if {answer}"), answer=together(earlier, sheet.language))
        question.append(words(sheet, only, sheet.quiet))
    answer: list[Block] = [sheet.text(sheet.say(_KINDS[field.kind]), sheet.quiet)]
    if field.choices:
        sign = "□" if field.kind is Kind.CHOICES else "○"
        options = (f"{sign}\u00a0{answer_said(field, key, sheet.language)}" for key in field.choices)
        if field.kind in CHOOSING:
            answer += [words(sheet, option, sheet.small) for option in options]
        else:
            answer.append(words(sheet, "   ".join(options), sheet.small))
    required = sheet.text(sheet.say(N_("required")), sheet.label) if field.required else Stack()
    return [Stack(*question), Stack(*answer), required]
