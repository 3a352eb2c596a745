"""Reading one step: its texts, its deadline, its questions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.fields import CHOOSING, Field, Kind, Option
from workbench.i18n import ltr
from workbench.sop import ruling
from workbench.sop.flaws import Flaw
from workbench.sop.model import Deadline, Named, Source, Step
from workbench.sop.section import Section

_STEP_KEYS = (
    "key", "title", "purpose", "todo", "dos", "donts", "script", "actors", "when", "gate", "deadline", "documents",
    "sources", "mark", "waiver", "fields",
)  # fmt: skip
_MARKS = ("S", "GK")


@dataclass(frozen=True)
class Names:
    """The names that steps may use, each with its text."""

    actors: Mapping[str, str]
    documents: Mapping[str, str]
    sources: Mapping[str, str]

    def under(self, other: "Names") -> "Names":
        """These names beneath others, which hold where both have one."""
        return Names(
            {**self.actors, **other.actors}, {**self.documents, **other.documents}, {**self.sources, **other.sources}
        )


def read_step(phase: str, section: Section, names: Names) -> Step:
    """The step in this section of a phase."""
    section.only(*_STEP_KEYS)
    key = section.name("key", re.escape(phase) + r"\.[0-9]+[a-z]?", f"{phase}.1")
    places = section.report.places
    if key:
        if key in places:
            section.flaw(Flaw.NAME_TAKEN, "key", value=ltr(key))
        places[key] = section.place
    for part in ("when", "gate", "deadline"):
        places[f"{part} {key}"] = section.line(part)
    mark = section.word("mark", "GK", one_of=_MARKS, required=True)
    return Step(
        key=key, title=section.text("title", context=f"{key}.title"),
        purpose=section.text("purpose", context=f"{key}.purpose"), todo=section.texts("todo", f"{key}.todo"),
        dos=section.texts("dos", f"{key}.dos"), donts=section.texts("donts", f"{key}.donts"),
        script=section.text("script", required=False, context=f"{key}.script"),
        actors=_named(section, "actors", names.actors), when=ruling.condition(section, "when", ruling.fact_leaf),
        gate=ruling.condition(section, "gate", ruling.gate_leaf), deadline=_deadline(section, key, mark, names),
        documents=_named(section, "documents", names.documents), sources=_sources(section, names), mark=mark,
        waiver=section.word("waiver", "supervisor", one_of=("supervisor", "none")), fields=_fields(section, key),
    )  # fmt: skip


def _named(section: Section, key: str, names: Mapping[str, str]) -> tuple[Named, ...]:
    return tuple(Named(word, _look_up(section, key, word, names)) for word in section.words(key))


def _look_up(section: Section, key: str, word: str, names: Mapping[str, str]) -> str:
    if word not in names:
        section.flaw(Flaw.NAME_UNKNOWN, key, key=ltr(key), value=ltr(word))
    return names.get(word, "")


def _sources(section: Section, names: Names) -> tuple[Source, ...]:
    sources = []
    for one in section.sections("sources"):
        one.only("key", "place")
        key = one.word("key", required=True)
        title = _look_up(one, "key", key, names.sources) if key else ""
        sources.append(Source(key, title, _place(one)))
    return tuple(sources)


def _place(section: Section) -> str:
    """Where in a source: «art 19(13)». It is data, not a text, and a bare number is as good."""
    node = section.node.nodes.get("place")
    return "" if node is None else str(getattr(node, "text", "")) or section.text("place")


def _deadline(section: Section, key: str, mark: str, names: Names) -> Deadline | None:
    one = section.section("deadline")
    if one is None:
        return None
    one.only("text", "from", "hours", "warn_hours", "basis", "source", "place", "mark")
    start, hours, warn = one.word("from"), one.number("hours"), one.number("warn_hours")
    if bool(start) != (hours is not None) or (warn is not None and (hours is None or warn > hours)):
        section.flaw(Flaw.DEADLINE_HALF, "deadline")
    basis, source = one.word("basis", "practice", one_of=("law", "house", "practice")), one.word("source")
    if source:
        _look_up(one, "source", source, names.sources)
    elif basis == "law":
        one.flaw(Flaw.LAW_WITHOUT_SOURCE, "basis")
    return Deadline(
        text=one.text("text", context=f"{key}.deadline"), basis=basis, mark=one.word("mark", mark, one_of=_MARKS),
        start=start, hours=hours, warn_hours=warn, source=source, place=_place(one),
    )  # fmt: skip


def _fields(section: Section, step: str) -> tuple[Field, ...]:
    fields: dict[str, Field] = {}
    for one in section.sections("fields"):
        field = _field(one, step, fields)
        if field.key in fields:
            one.flaw(Flaw.NAME_TAKEN, "key", value=ltr(field.key))
        fields[field.key] = field
    return tuple(fields.values())


def _field(one: Section, step: str, earlier: Mapping[str, Field]) -> Field:
    one.only("key", "kind", "label", "help", "required", "options", "when")
    key = one.name("key", r"[a-z][a-z0-9_]*", "received_at")
    kind = Kind(one.word("kind", "text", one_of=tuple(Kind), required=True))
    context = f"{step}.{key}"
    options = one.named("options", f"{context}.options")
    if kind in CHOOSING and not options:
        one.flaw(Flaw.OPTIONS_MISSING, "options", field=ltr(key))
    if kind not in CHOOSING and options:
        one.flaw(Flaw.OPTIONS_UNWANTED, "options", field=ltr(key), kind=ltr(kind.value))
    return Field(
        key=key, kind=kind, label=one.text("label", context=f"{context}.label"), required=one.truth("required"),
        help=one.text("help", required=False, context=f"{context}.help"),
        options=tuple(Option(name, label) for name, label in options.items()), when=_when(one, earlier),
    )  # fmt: skip


def _when(one: Section, earlier: Mapping[str, Field]) -> dict[str, tuple[str, ...]]:
    """The earlier answers under which a field is shown."""
    inner = one.section("when")
    when: dict[str, tuple[str, ...]] = {}
    for name in inner.node.nodes if inner else ():
        assert inner is not None
        asked, values = earlier.get(name), inner.words(name)
        if asked is None:
            inner.flaw(Flaw.FIELD_UNKNOWN, name, value=ltr(name))
        elif not asked.choices:
            known = ltr("choice, choices, truth")
            inner.flaw(Flaw.KIND_UNFIT, name, field=ltr(name), kind=ltr(asked.kind.value), known=known)
        else:
            known = ltr(", ".join(asked.choices))
            for value in values:
                if value not in asked.choices:
                    inner.flaw(Flaw.VALUE_UNKNOWN, name, field=ltr(name), value=ltr(value), known=known)
        when[name] = values
    return when
