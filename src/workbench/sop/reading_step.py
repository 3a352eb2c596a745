"""Reading one step: its texts, its deadline, its questions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.fields import CHOOSING, Field, Kind, Option
from workbench.i18n import ltr
from workbench.sop import ruling
from workbench.sop.flaws import Flaw
from workbench.sop.model import Named, Source, Step
from workbench.sop.reading_deadline import MARKS, deadlines
from workbench.sop.section import Section

_STEP_KEYS = (
    "key", "title", "purpose", "todo", "dos", "donts", "script", "actors", "when", "gate", "deadline", "documents",
    "sources", "mark", "waiver", "fields", "asks", "safety", "codes",
)  # fmt: skip


@dataclass(frozen=True)
class Names:
    """The names that steps may use, each with its text."""

    actors: Mapping[str, str]
    documents: Mapping[str, str]
    sources: Mapping[str, str]
    orders: Mapping[str, str]

    def under(self, other: "Names") -> "Names":
        """These names beneath others, which hold where both have one."""
        return Names(
            {**self.actors, **other.actors}, {**self.documents, **other.documents},
            {**self.sources, **other.sources}, {**self.orders, **other.orders},
        )  # fmt: skip


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
    mark = section.word("mark", "GK", one_of=MARKS, required=True)
    limits = deadlines(section, key, mark, names.sources)
    return Step(
        key=key, title=section.text("title", context=f"{key}.title"),
        purpose=section.text("purpose", context=f"{key}.purpose"), todo=section.texts("todo", f"{key}.todo"),
        dos=section.texts("dos", f"{key}.dos"), donts=section.texts("donts", f"{key}.donts"),
        script=section.text("script", required=False, context=f"{key}.script"),
        actors=_named(section, "actors", names.actors), when=ruling.condition(section, "when", ruling.fact_leaf),
        gate=ruling.condition(section, "gate", ruling.gate_leaf), deadlines=limits,
        documents=_named(section, "documents", names.documents), sources=_sources(section, names), mark=mark,
        waiver=section.word("waiver", "supervisor", one_of=("supervisor", "none")), fields=_fields(section, key),
        asks=_asks(section, names), safety=section.truth("safety"), codes=codes(section) or ((key,) if key else ()),
    )  # fmt: skip


def codes(section: Section) -> tuple[str, ...]:
    """The codes of the official procedure that a step, or a share of one, is said to stand for."""
    return section.words("codes")


def _asks(section: Section, names: Names) -> tuple[str, ...]:
    kinds = section.words("asks")
    for kind in kinds:
        _look_up(section, "asks", kind, names.orders)
    return kinds


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
        sources.append(Source(key, title, one.place_text()))
    return tuple(sources)


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
