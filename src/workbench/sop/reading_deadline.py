"""Reading the deadlines of a step: from when, how long, on what basis, and how often they can be extended."""

import re
from collections.abc import Mapping

from workbench.i18n import ltr
from workbench.sop.flaws import Flaw
from workbench.sop.model import Deadline, Extension, Length, Unit
from workbench.sop.nodes import Items
from workbench.sop.section import Section

MARKS = ("S", "GK")
# What happens to a person and starts a time; ``order.KIND`` does too.
EVENTS = ("custody", "victim")
_KEYS = (
    "text", "from", "hours", "days", "months", "until", "warn_hours", "basis", "source", "place", "mark", "repeats",
    "bounds", "extension", "met", "ends",
)  # fmt: skip
_ENDS = (Unit.DAY_END, Unit.WORKING_DAY)


def event(start: str) -> str:
    """The event that a start names (``custody``, ``order.search``), without ``first.``; empty if it names none."""
    name = start.removeprefix("first.")
    return name if name in EVENTS or re.fullmatch(r"order\.[a-z][a-z0-9_]*", name) else ""


def deadlines(section: Section, key: str, mark: str, sources: Mapping[str, str]) -> tuple[Deadline, ...]:
    """The deadline of a step, or all of them where it has a list."""
    if isinstance(section.node.nodes.get("deadline"), Items):
        parts = list(section.sections("deadline"))
    else:
        alone = section.section("deadline")
        parts = [alone] if alone is not None else []
    return tuple(
        _deadline(one, f"{key}.deadline.{number}" if number else f"{key}.deadline", mark, sources)
        for number, one in enumerate(parts)
    )


def _deadline(one: Section, context: str, mark: str, sources: Mapping[str, str]) -> Deadline:
    one.only(*_KEYS)
    start, length, warn = one.word("from"), _length(one), one.number("warn_hours")
    if bool(start) != (length is not None) or (warn is not None and length is None):
        one.flaw(Flaw.DEADLINE_HALF, "from")
    elif warn is not None and length and length.unit is Unit.HOURS and warn > length.count > 0:
        one.flaw(Flaw.DEADLINE_HALF, "warn_hours")
    basis, source = one.word("basis", "practice", one_of=("law", "house", "practice")), one.word("source")
    if source and source not in sources:
        one.flaw(Flaw.NAME_UNKNOWN, "source", key=ltr("source"), value=ltr(source))
    elif not source and basis == "law":
        one.flaw(Flaw.LAW_WITHOUT_SOURCE, "basis")
    return Deadline(
        text=one.text("text", context=context), basis=basis, mark=one.word("mark", mark, one_of=MARKS), start=start,
        length=length, warn_hours=warn, source=source, place=one.place_text(), repeats=one.truth("repeats"),
        bounds=one.truth("bounds") or event(start).startswith("order."), extension=_extension(one),
        met=one.word("met"), ends=one.word("ends"),
    )  # fmt: skip


def _length(one: Section) -> Length | None:
    counted = {unit: one.number(unit) for unit in (Unit.HOURS, Unit.DAYS, Unit.MONTHS)}
    found = [Length(unit, count) for unit, count in counted.items() if count is not None]
    until = one.word("until", one_of=_ENDS)
    if until:
        found.append(Length(Unit(until)))
    if len(found) > 1:
        one.flaw(Flaw.DEADLINE_TWICE, "from")
    return found[0] if found else None


def _extension(one: Section) -> Extension | None:
    inner = one.section("extension")
    if inner is None:
        return None
    inner.only("hours", "times", "by")
    hours, times = inner.number("hours"), inner.number("times")
    if not hours or not times or times != int(times):
        inner.flaw(Flaw.KEY_MISSING, "hours", key=ltr("hours, times"))
        return None
    return Extension(hours, int(times), inner.word("by", "judge", one_of=("judge", "supervisor")))
