"""The law for a face: what a step rests on, in short, how it stands on the case's day, and whether it was read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, Language, language, ltr
from workbench.law import Instrument, Law, Provision, State, best, load, wider
from workbench.law.model import holds_in
from workbench.shipped import resource
from workbench.sop import Step

# What must stand wherever a summary is shown.
SUMMARY_ONLY = N_("A summary in the program's own words, not the text of the law.")
ELSEWHERE = "elsewhere"
STATES: dict[str, str] = {
    State.IN_FORCE: N_("in force on this day"),
    State.NOT_YET: N_("not yet in force on this day"),
    State.REPEALED: N_("no longer in force on this day"),
    State.DRAFT: N_("draft, not in force"),
    State.UNKNOWN: N_("not known whether it was in force on this day"),
    ELSEWHERE: N_("law of another jurisdiction, not known to hold here"),
}
# What a summary rests on may itself only be told by a study: then the text of the law was not read.
TOLD = N_("read in another source")
# Guides, standards and studies bind nobody; they are there or not yet.
_GUIDES: dict[str, str] = {
    **STATES,
    State.IN_FORCE: N_("not binding as law"),
    State.NOT_YET: N_("not binding as law, published after this day"),
    State.UNKNOWN: N_("not binding as law"),
}
_UNBINDING = ("standard", "study")


@dataclass(frozen=True, slots=True)
class LawRow:
    """What a source says at a place, in one language.

    ``asked`` is the place that the step names and ``place`` the one that ``summary`` is about; ``wider`` says that it
    covers more than was asked. ``mark`` is S or GK and ``marked`` its words: GK is always «to be verified». ``state``
    is a ``State`` or ``elsewhere`` and ``stands`` its words. ``summary`` is empty where the source does not hold then
    or there. ``read_in`` are the titles of what it was read in, if not in the source itself. Places, days and keys
    are data and read left to right.
    """

    source: str
    title: str
    kind: str
    asked: str
    place: str
    wider: bool
    summary: str
    note: str
    mark: str
    marked: str
    state: str
    stands: str
    jurisdictions: tuple[str, ...]
    since: str
    until: str
    gazette: str
    read_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A legal source in a list, in one language; ``marked`` and ``stands`` are the words of mark and state."""

    source: str
    title: str
    kind: str
    mark: str
    marked: str
    state: str
    stands: str
    jurisdictions: tuple[str, ...]
    since: str
    until: str
    gazette: str
    repealed_by: str
    note: str


@lru_cache(maxsize=1)
def shipped() -> Law:
    """The law that comes with the program. Raises ``Refusal`` if its files are wrong."""
    return load(resource("law"))


def sources(*, on: date, jurisdiction: str = "", tag: str) -> tuple[SourceRow, ...]:
    """Every legal source that holds in a jurisdiction (empty: all), as it stands on a day."""
    law, tongue = shipped().in_language(tag), language(tag)
    return tuple(
        _source_row(law, one, on, tongue) for one in law.instruments.values() if holds_in(one, jurisdiction)
    )


def provisions(source: str, place: str, *, on: date, jurisdiction: str, tag: str) -> tuple[LawRow, ...]:
    """What a source says at a place, as it stood on a day in a jurisdiction; at least one row.

    Where the source does not hold then or there, its row says so, has no summary, and what is to be looked at instead
    follows. Raises ``Refusal`` for a source that is not known.
    """
    law, tongue = shipped().in_language(tag), language(tag)
    one = _known(law, source)
    # That a draft is no law is worth saying everywhere.
    jurisdiction = "" if one.draft else jurisdiction
    if not holds_in(one, jurisdiction):
        rows = [_bare(law, one, place, on, ELSEWHERE, tongue)]
        for key in one.instead:
            if holds_in(law.instruments[key], jurisdiction):
                rows += provisions(key, "", on=on, jurisdiction=jurisdiction, tag=tag)
        return tuple(rows)
    found = best(law, source, place, on, jurisdiction)
    rows = [_row(law, one, place, part, on, tongue) for part in found]
    return tuple(rows) or (_bare(law, one, place, on, str(law.state(one, on)), tongue),)


def every_place(source: str, *, on: date, jurisdiction: str = "", tag: str) -> tuple[LawRow, ...]:
    """All that is known of a source, place by place, in a jurisdiction (empty: in any)."""
    law, tongue = shipped().in_language(tag), language(tag)
    one = _known(law, source)
    if one.part_of or not holds_in(one, jurisdiction):
        return provisions(source, "", on=on, jurisdiction=jurisdiction, tag=tag)
    there = [part for part in law.provisions if part.instrument == source and holds_in(part, jurisdiction)]
    rows = [_row(law, one, part.place, part, on, tongue) for part in there]
    return tuple(rows) or (_bare(law, one, "", on, str(law.state(one, on)), tongue),)


def basis(pairs: Iterable[tuple[str, str]], *, on: date, jurisdiction: str, tag: str) -> tuple[LawRow, ...]:
    """What several sources say at their places, in this order and each once; a source not known here has no row.

    A pack may name a source that this program knows nothing of; the pack's own title of it still stands.
    """
    found: dict[LawRow, None] = {}
    for source, place in dict.fromkeys(pairs):
        if source in shipped().instruments:
            found |= dict.fromkeys(provisions(source, place, on=on, jurisdiction=jurisdiction, tag=tag))
    return tuple(found)


def of_step(step: Step, *, on: date, jurisdiction: str, tag: str) -> tuple[LawRow, ...]:
    """The law that a step rests on: that of its deadlines first, then its other sources."""
    limits = [(one.source, one.place) for one in step.deadlines if one.source]
    return basis(
        [*limits, *((one.key, one.place) for one in step.sources)], on=on, jurisdiction=jurisdiction, tag=tag
    )


def title_of(source: str, tag: str) -> str:
    """The title of a source in a language; its key where this program knows nothing of it."""
    one = shipped().in_language(tag).instruments.get(source)
    return one.title if one is not None else source


def open_questions(source: str = "", *, tag: str) -> tuple[str, ...]:
    """The questions that the authority has still to answer, all of them or those about one source."""
    law = shipped().in_language(tag)
    return tuple(one.text for one in law.questions if not source or source in one.sources)


def _known(law: Law, source: str) -> Instrument:
    if source not in law.instruments:
        raise Refusal(Reason.LAW_UNKNOWN, source=ltr(source))
    return law.instruments[source]


def _row(law: Law, one: Instrument, asked: str, part: Provision, on: date, tongue: Language) -> LawRow:
    state, asked = str(law.state(part, on)), asked or one.part_place
    whole = law.instruments[part.instrument]
    # A law that came later is not to be applied; a guide that came later can still be read.
    hidden = state == State.NOT_YET and one.kind not in _UNBINDING
    return LawRow(
        source=one.key, title=one.title, kind=one.kind, asked=asked, place=part.place,
        wider=wider(part.place, asked), summary="" if hidden else part.summary,
        note=one.note, mark=part.mark, marked=_marked(part, tongue), state=state,
        stands=_stands(one, state, tongue), jurisdictions=part.jurisdictions, since=part.since or whole.since,
        until=part.until or whole.until, gazette=whole.gazette,
        read_in=tuple(law.instruments[key].title for key in part.read_in),
    )  # fmt: skip


def _bare(law: Law, one: Instrument, place: str, on: date, state: str, tongue: Language) -> LawRow:
    """A row that names the place and says nothing of it; its mark is the most careful of what is known of the place."""
    known = [part.mark for part in best(law, one.key, place, on, "")] or [one.mark if not place else "GK"]
    mark = "GK" if "GK" in known else "S"
    return LawRow(
        source=one.key, title=one.title, kind=one.kind, asked=place, place=place, wider=False, summary="",
        note=one.note, mark=mark, marked=tongue.say(terms.MARKS[mark]), state=state,
        stands=_stands(one, state, tongue), jurisdictions=one.jurisdictions, since=one.since, until=one.until,
        gazette=one.gazette, read_in=(),
    )  # fmt: skip


def _source_row(law: Law, one: Instrument, on: date, tongue: Language) -> SourceRow:
    state = str(law.state(one, on))
    later = law.instruments.get(one.repealed_by)
    return SourceRow(
        source=one.key, title=one.title, kind=one.kind, mark=one.mark, marked=tongue.say(terms.MARKS[one.mark]),
        state=state, stands=_stands(one, state, tongue), jurisdictions=one.jurisdictions, since=one.since,
        until=one.until, gazette=one.gazette, repealed_by=later.title if later else "", note=one.note,
    )  # fmt: skip


def _marked(part: Provision, tongue: Language) -> str:
    return tongue.say(TOLD if part.mark == "S" and part.read_in else terms.MARKS[part.mark])


def _stands(one: Instrument, state: str, tongue: Language) -> str:
    words = _GUIDES if one.kind in _UNBINDING else STATES
    return tongue.say(words[state])
