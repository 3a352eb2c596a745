"""The lines of the sheet: a heading for each group with what counted in it, and the indicators under open ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.i18n import N_
from workbench.proof import Answer, IndicatorSet, Item, Screening, ScreeningRules, Value
from workbench.ui.screening.typed import CHILDREN, SMUGGLING, Typed
from workbench.ui.state import speaking, tr

HEAD, PART, ITEM = "head", "part", "item"
_GLYPHS = {
    "EC1": "ph.chat-circle-dots", "EC2": "ph.lock-key", "EC3": "ph.user-plus", "EC4": "ph.briefcase",
    "EC5": "ph.lock-key", "EC6": "ph.house", CHILDREN: "mdi6.human-child", SMUGGLING: "ph.path",
}  # fmt: skip
STRENGTHS = {"S": N_("strong"), "M": N_("medium"), "W": N_("supporting"), "": ""}
NOTHING = Answer(Value.NOT_ASKED)


@dataclass(frozen=True)
class Line:
    """One line. ``key``: of the group or the indicator. ``chip``: what counted, with its tone."""

    kind: str
    key: str
    text: str
    count: str = ""
    chip: str = ""
    tone: str = "neutral"
    glyph: str = ""
    opened: bool = False
    weight: str = ""
    answer: Answer = NOTHING
    help: str = ""
    mark: str = "S"


@dataclass(frozen=True)
class Group:
    """Indicators that are folded together: a dimension of the weighed set, or one of the other sets."""

    key: str
    title: str
    items: tuple[Item, ...]
    weighed: bool


def groups(typed: Typed, rules: ScreeningRules) -> list[Group]:
    """The groups that are asked: the weighed dimensions first, because the rule rests on them."""
    chosen = [one for one in rules.sets.values() if one.key in typed.sets]
    found = [group for one in chosen if one.weighed for group in _dimensions(one, typed, rules)]
    return found + [Group(one.key, one.title, one.items, False) for one in chosen if not one.weighed]


def _dimensions(one: IndicatorSet, typed: Typed, rules: ScreeningRules) -> Iterator[Group]:
    asked = [item for item in one.items if rules.weight(item, typed.profile)]
    for key in dict.fromkeys(item.dimension for item in asked):
        yield Group(key, rules.dimensions[key].title, tuple(i for i in asked if i.dimension == key), True)


def progress(found: Iterable[Group], typed: Typed) -> tuple[int, int]:
    """How many indicators were asked about, of how many."""
    keys = [item.key for group in found for item in group.items]
    return sum(typed.value(key) is not Value.NOT_ASKED for key in keys), len(keys)


def lines(
    found: Sequence[Group], typed: Typed, result: Screening, rules: ScreeningRules, opened: Iterable[str],
    only: frozenset[str] | None = None,
) -> list[Line]:  # fmt: skip
    """The lines that are shown; ``only``: the indicators to show, every group with one of them open."""
    opened, told = frozenset(opened), list[Line]()
    for group in found:
        items = [one for one in group.items if only is None or one.key in only]
        if only is not None and not items:
            continue
        open_ = only is not None or group.key in opened
        told.append(_head(group, typed, result, rules, open_))
        if open_:
            told += _inside(items, group, typed, rules)
    return told


def _head(group: Group, typed: Typed, result: Screening, rules: ScreeningRules, opened: bool) -> Line:
    done, total = progress([group], typed)
    chip, tone = _counted(group, typed, result, rules, done)
    count = tr(N_("{done} of {total}"), done=done, total=total)
    return Line(HEAD, group.key, group.title, count, chip, tone, _GLYPHS.get(group.key, "ph.list-dashes"), opened)


def _counted(
    group: Group, typed: Typed, result: Screening, rules: ScreeningRules, done: int
) -> tuple[str, str]:
    """What counted in a group, in words; amber where it is enough by the rule."""
    view = result.dimensions.get(group.key) if group.weighed else None
    if view is not None and view.positive:
        return rules.rules[view.rule].text, "warn"
    present = [item.key for item in group.items if typed.value(item.key) is Value.PRESENT]
    if not present:
        return (tr(N_("nothing present")) if done else tr(N_("no answer yet"))), "neutral"
    if view is not None:
        return comma().join(counts(view.strong, view.medium, view.weak)), "neutral"
    shifts = group.key == SMUGGLING and set(present) & set(result.shifts)
    if shifts:
        return tr(N_("signs of trafficking")), "warn"
    return _present(len(present)), "neutral"


def _present(n: int) -> str:
    return speaking().say_many("{n} indicator is present", "{n} indicators are present", n)


def counts(strong: int, medium: int, weak: int) -> list[str]:
    """How many of each strength, in words, without those of which there is none."""
    tongue = speaking()
    found = (
        (strong, tongue.say_many("{n} strong indicator", "{n} strong indicators", strong)),
        (medium, tongue.say_many("{n} medium indicator", "{n} medium indicators", medium)),
        (weak, tongue.say_many("{n} weak indicator", "{n} weak indicators", weak)),
    )
    return [words for n, words in found if n]


def _inside(items: Sequence[Item], group: Group, typed: Typed, rules: ScreeningRules) -> Iterator[Line]:
    part = ""
    for item in items if group.weighed else _by_dimension(items):
        if not group.weighed and item.dimension and item.dimension != part:
            part = item.dimension
            yield Line(PART, f"{group.key} {part}", rules.dimensions[part].title)
        weight = rules.weight(item, typed.profile) if group.weighed else ""
        answer = typed.answers.get(item.key, NOTHING)
        yield Line(ITEM, item.key, item.text, weight=weight, answer=answer, help=item.help, mark=item.mark)


def _by_dimension(items: Sequence[Item]) -> list[Item]:
    """By dimension, in the order in which the dimensions come first."""
    places = {key: place for place, key in enumerate(dict.fromkeys(item.dimension for item in items))}
    return sorted(items, key=lambda item: places[item.dimension])


def spoken(line: Line, answers: dict[str, str]) -> str:
    """A line as a screen reader says it."""
    if line.kind == HEAD:
        state = tr(N_("open")) if line.opened else tr(N_("folded"))
        return comma().join(part for part in (line.text, line.count, line.chip, state) if part)
    if line.kind == PART:
        return line.text
    strength = tr(STRENGTHS[line.weight]) if line.weight else ""
    refs = comma().join(line.answer.evidence)
    return comma().join(one for one in (line.text, strength, answers[line.answer.value], refs) if one)


def about(line: Line, rules: ScreeningRules, profile: str) -> str:
    """What helps to ask about an indicator: its help, for whom it weighs how much, and whether that is verified."""
    if line.kind != ITEM:
        return ""
    parts = [line.help] if line.help else []
    if line.weight:
        strength, title = tr(STRENGTHS[line.weight]), rules.profiles[profile].title
        parts.append(tr(N_("{strength} for the profile «{profile}»"), strength=strength, profile=title))
    else:
        parts.append(tr(N_("Not weighed by the rule: it guides the enquiry")))
    if line.mark != "S":
        parts.append(tr(N_("to be verified")))
    return ". ".join(one.rstrip(".") for one in parts) + "."


def comma() -> str:
    """What stands between short facts in one line."""
    return "، " if speaking().rtl else ", "
