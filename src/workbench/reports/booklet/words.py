"""What every part of the booklet is written with: lists, rules in words, codes, and where they are explained."""

from collections.abc import Iterable, Mapping

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.sheet import Sheet, seen
from workbench.reports.typeset import Anchor, Block, Headed, Space, Span, Stack, Style, Text
from workbench.sop.model import Pack
from workbench.sop.places import place_text
from workbench.sop.rules import Rule
from workbench.sop.saying import listed, said

# Signs beside the code of a step, drawn in black: they must be read on any copier.
SAFETY, LAW, ORDER = "▲", "●", "◆"


def part(sheet: Sheet, key: str, title: str, *blocks: Block) -> list[Block]:
    """A part of the booklet with its heading, which contents and bookmarks point to."""
    heading = Stack(Anchor(key, title), sheet.text(seen(title), sheet.heading), Space(4), unbroken=True)
    first, *others = blocks or (Space(1),)
    return [Headed(heading, first, before=16), *others]


def words(sheet: Sheet, text: str, style: Style | None = None) -> Text:
    """A sentence of the program in which words of the procedure stand."""
    return sheet.text(seen(text), style)


def item(sheet: Sheet, sign: str, block: Block) -> Block:
    """One entry of a list: its sign or number on the reading side."""
    return sheet.bare((0.045, 0.955), (sheet.text(sign), block))


def rule_block(sheet: Sheet, pack: Pack, rule: Rule, style: Style | None = None) -> Block:
    """A rule in words, each of its parts on a line of its own."""
    lead, parts = listed(rule, pack, sheet.language)
    lines = [item(sheet, "•", words(sheet, said(one, pack, sheet.language), style)) for one in parts]
    return Stack(words(sheet, lead, style), *lines) if lines else words(sheet, lead, style)


def verified(sheet: Sheet, mark: str, style: Style | None = None) -> Text:
    """Whether the text of a source was read; what is still to be verified is set in bold."""
    plain = style or sheet.small
    return sheet.text(sheet.term(terms.MARKS, mark), plain.but(bold=True) if mark == "GK" else plain)


def marked(sheet: Sheet, text: str, mark: str) -> Text:
    """A basis in small letters with its mark behind it, bold where it is still to be verified."""
    gap = "   –   " if text else ""
    spans = [Span(f"{seen(text)}{gap}"), Span(sheet.term(terms.MARKS, mark), bold=mark == "GK")]
    return Text(spans, sheet.small, rtl=sheet.rtl)


def source_text(sheet: Sheet, pack: Pack, key: str, place: str) -> str:
    """A source and the place in it, as one text."""
    title = isolate(pack.sources.get(key, key))
    return joined(sheet, [title, isolate(place_text(place, sheet.language))] if place else [title])


def codes(keys: Iterable[str]) -> str:
    """Codes of steps, left to right, that may break between each other."""
    return "  ".join(ltr(key) for key in keys)


def joined(sheet: Sheet, texts: Iterable[str]) -> str:
    """Texts one after the other with the comma of the language."""
    return sheet.say(N_(", ")).join(texts)


def users(pack: Pack, part: str) -> Mapping[str, list[str]]:
    """Which steps use each name of the pack: ``sources``, ``documents`` or ``actors``."""
    used: dict[str, list[str]] = {}
    for step in pack.steps.values():
        for one in getattr(step, part):
            if step.key not in used.setdefault(one.key, []):
                used[one.key].append(step.key)
    return used
