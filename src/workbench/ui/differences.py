"""What another edition or another track changes, as groups of steps with words; without Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.i18n import N_, TAGS, language, ltr
from workbench.sop import Changes, Migration, PackDiff
from workbench.ui.state import speaking, tr

Titles = Mapping[str, str]

# The parts of a step, as the comparison of editions names them.
PARTS = {
    "texts": N_("its texts"),
    "questions": N_("its questions"),
    "condition": N_("when it is called for"),
    "gate": N_("what it waits for"),
    "deadline": N_("its time limits"),
    "orders": N_("the orders that are asked for"),
    "people": N_("who does it"),
    "papers": N_("its papers"),
    "basis": N_("its sources"),
    "waiver": N_("whether it may be waived"),
}
_NAMES = {
    "facts": N_("Facts"),
    "orders": N_("Kinds of order"),
    "coverage": N_("What is to be examined"),
    "readiness": N_("What the file needs"),
    "sources": N_("Sources"),
    "documents": N_("Papers of the step"),
    "actors": N_("People who act"),
}
_SIGNS = {"+": N_("new: {name}"), "-": N_("gone: {name}"), "~": N_("changed: {name}")}


@dataclass(frozen=True)
class Line:
    """A line: what it is about by its code, in words, and a remark."""

    code: str
    words: str
    remark: str = ""


@dataclass(frozen=True)
class Group:
    """A heading with its lines. ``tone`` and ``glyph`` are those of the chip with their number."""

    key: str
    title: str
    lines: tuple[Line, ...]
    tone: str = "neutral"
    glyph: str = ""


def comma() -> str:
    """What stands between the parts of a list."""
    return "، " if speaking().rtl else ", "


def of_changes(found: Changes, titles: Titles) -> list[Group]:
    """What appears, falls away, stays recorded and opens in a case."""
    return _kept(
        [
            Group("appeared", tr(N_("Would be called for")), _steps(found.appeared, titles), "info", "ph.plus-circle"),
            Group(
                "fell_away", tr(N_("Would fall away")), _steps(found.fell_away, titles), "neutral", "ph.minus-circle"
            ),
            Group(
                "stays_recorded", tr(N_("No longer called for; what was recorded stays")),
                _steps(found.stays_recorded, titles), "neutral", "ph.archive-box",
            ),
            Group("opened", tr(N_("Could be done at once")), _steps(found.opened, titles), "ok", "ph.lock-key-open"),
        ]
    )  # fmt: skip


def of_migration(found: Migration, titles: Titles) -> list[Group]:
    """What moving a case does: to its drafts first, then to its steps, then to its records."""
    return _kept(
        [
            Group(
                "drafts", tr(N_("Drafts to look at: what was typed is kept, but it is now asked otherwise")),
                _steps(found.drafts, titles), "warn", "ph.pencil-line",
            ),
            *of_changes(found.changes, titles),
            Group(
                "as_recorded", tr(N_("Asked otherwise now; the record stays as it was made")),
                _steps(found.stays_as_recorded, titles), "neutral", "ph.archive-box",
            ),
            Group(
                "gone_recorded", tr(N_("No longer in the procedure; the record stays in the file")),
                _steps(found.gone_recorded, titles), "neutral", "ph.archive-box",
            ),
        ]
    )  # fmt: skip


def untouched(found: Migration) -> str:
    """How many records the move does not concern; empty if there are none."""
    if not found.stays:
        return ""
    return speaking().say_many(
        "{n} recorded step stays as it is.", "{n} recorded steps stay as they are.", len(found.stays)
    )


def of_diff(found: PackDiff, titles: Titles) -> list[Group]:
    """What an edition changes of the one before it, whatever the case."""
    changed = tuple(
        Line(key, titles.get(key, ""), tr(N_("changed: {parts}"), parts=comma().join(tr(PARTS[one]) for one in parts)))
        for key, parts in found.changed.items()
    )
    worded = tuple(
        Line(key, titles.get(key, ""), tr(N_("only the words: {languages}"), languages=_tongues(tags)))
        for key, tags in found.languages.items()
    )
    named = tuple(
        Line("", tr(_NAMES[part]), comma().join(tr(_SIGNS[sign[0]], name=ltr(sign[1:])) for sign in signs))
        for part, signs in found.names.items()
    )
    return _kept(
        [
            Group("added", tr(N_("New steps")), _steps(found.added, titles), "info", "ph.plus-circle"),
            Group("removed", tr(N_("Removed steps")), _steps(found.removed, titles), "warn", "ph.minus-circle"),
            Group("changed", tr(N_("Changed steps")), changed, "info", "ph.pencil-simple"),
            Group("moved", tr(N_("Steps in another place")), _steps(found.moved, titles), "neutral", "ph.swap"),
            Group("languages", tr(N_("Steps of which only words changed")), worded, "neutral", "ph.translate"),
            Group("names", tr(N_("Beside the steps")), named, "neutral", "ph.list-bullets"),
        ]
    )  # fmt: skip


def _tongues(tags: Iterable[str]) -> str:
    return comma().join(language(tag).native_name if tag in TAGS else ltr(tag) for tag in tags)


def _steps(keys: Iterable[str], titles: Titles) -> tuple[Line, ...]:
    return tuple(Line(key, titles.get(key, "")) for key in keys)


def _kept(found: list[Group]) -> list[Group]:
    return [one for one in found if one.lines]
