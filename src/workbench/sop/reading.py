"""Reading a pack: its files become one model, and everything odd becomes a finding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.i18n import ltr
from workbench.sop import ruling
from workbench.sop.files import PACK_FILE, PACK_KEY
from workbench.sop.flaws import Flaw
from workbench.sop.model import Matter, OrderKind, PackFact, Phase, Step, Week
from workbench.sop.reading_head import order_kinds, week
from workbench.sop.reading_step import Names, read_step
from workbench.sop.section import Report, Section, opened
from workbench.sop.sharing import Lender, lender

STEP_LIMIT = 2000
_PACK_KEYS = (
    "format", "key", "version", "kind", "title", "note", "jurisdictions", "timezone", "source_language", "languages",
    "actors", "documents", "sources", "orders", "facts", "coverage", "readiness", "week", "phases",
    "shares",
)  # fmt: skip


@dataclass
class Draft:
    """A pack as far as it could be read, in its source language."""

    key: str = ""
    version: str = ""
    kind: str = ""
    title: str = ""
    note: str = ""
    jurisdictions: tuple[str, ...] = ()
    timezone: str = "UTC"
    source_language: str = "en"
    languages: tuple[str, ...] = ()
    actors: dict[str, str] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    facts: dict[str, PackFact] = field(default_factory=dict)
    orders: dict[str, OrderKind] = field(default_factory=dict)
    coverage: dict[str, Matter] = field(default_factory=dict)
    readiness: dict[str, Matter] = field(default_factory=dict)
    week: Week = field(default_factory=Week)
    phases: tuple[Phase, ...] = ()
    shares: str = ""
    borrowed: frozenset[str] = frozenset()


def read(files: Mapping[str, bytes], report: Report) -> Draft:
    """The pack in these files; ``report`` gathers what is wrong with it."""
    draft = Draft()
    top = opened(PACK_FILE, files, report)
    if top is None:
        return draft
    _read_head(top, draft)
    draft.facts = ruling.pack_facts(top)
    draft.orders, draft.week = order_kinds(top), week(top)
    draft.coverage, draft.readiness = ruling.matters(top, "coverage"), ruling.matters(top, "readiness")
    other = lender(top, files)
    if other is None and "shares" in top.node.nodes:
        return draft  # every name that would have come with it would be missed as well
    draft.phases = _read_phases(top, files, draft, other)
    if other is not None:
        _borrow(draft, other, report)
    return draft


def _borrow(draft: Draft, other: Lender, report: Report) -> None:
    """Take over what came with the shared steps; what the pack itself says of a name or a fact holds."""
    draft.shares, draft.phases = other.key, other.fitted(draft.phases, report)
    borrowed = set(other.taken)
    used = _used(draft.phases)
    for key, order in other.orders.items():
        if key not in draft.orders and key in used["orders"]:
            draft.orders[key] = order
            borrowed.add(f"orders.{key}")
    used["documents"].update(one.document for one in draft.orders.values())
    used["sources"].update(one.source for one in draft.orders.values())
    for kind, names in (("actors", draft.actors), ("documents", draft.documents), ("sources", draft.sources)):
        lent: Mapping[str, str] = getattr(other.names, kind)
        for key in (key for key in lent if key not in names and key in used[kind]):
            names[key] = lent[key]
            borrowed.add(f"{kind}.{key}")
    for key, fact in other.facts.items():
        if key not in draft.facts:
            draft.facts[key] = fact
            report.places[f"fact {key}"] = other.report.at(f"fact {key}")
            borrowed.add(f"facts.{key}")
    draft.borrowed = frozenset(borrowed)


def _used(phases: Iterable[Phase]) -> dict[str, set[str]]:
    """The names that steps use, by what they name."""
    used: dict[str, set[str]] = {"actors": set(), "documents": set(), "sources": set(), "orders": set()}
    for step in (step for phase in phases for step in phase.steps):
        used["actors"].update(one.key for one in step.actors)
        used["documents"].update(one.key for one in step.documents)
        used["sources"].update(one.key for one in step.sources)
        used["sources"].update(one.source for one in step.deadlines)
        used["orders"].update(step.asks)
    return used


def _read_head(top: Section, draft: Draft) -> None:
    top.only(*_PACK_KEYS)
    if top.number("format") != 1:
        top.flaw(Flaw.NOT_ONE_OF, "format", key="format", value=ltr("format"), known="1")
    draft.key = top.name("key", PACK_KEY, "iq-tip")
    draft.version = top.text("version")
    draft.kind = top.word("kind", one_of=("tip", "som"), required=True)
    draft.title, draft.note = top.text("title"), top.text("note", required=False)
    draft.jurisdictions = top.words("jurisdictions")
    draft.source_language = top.name("source_language", r"[a-z]{2,3}(_[A-Z]{2})?", "en")
    draft.languages = top.words("languages")
    if draft.source_language not in draft.languages:
        top.flaw(
            Flaw.NOT_ONE_OF, "languages", key="source_language", value=ltr(draft.source_language),
            known=ltr(", ".join(draft.languages)),
        )  # fmt: skip
    draft.timezone = _zone(top)
    draft.actors, draft.documents, draft.sources = (top.named(key, key) for key in ("actors", "documents", "sources"))


def _zone(top: Section) -> str:
    name = top.word("timezone", required=True)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        top.flaw(Flaw.SHAPE_WRONG, "timezone", key="timezone", value=ltr(name), example=ltr("Asia/Baghdad"))
        return "UTC"
    return name


def _read_phases(top: Section, files: Mapping[str, bytes], draft: Draft, other: Lender | None) -> tuple[Phase, ...]:
    phases: list[Phase] = []
    count = 0
    names = Names(
        draft.actors, draft.documents, draft.sources, {key: one.label for key, one in draft.orders.items()}
    )
    names = other.names.under(names) if other else names
    for key in top.words("phases"):
        section = opened(f"phases/{key}.yaml", files, top.report)
        if section is None:
            continue
        phase = _read_phase(key, section, names, other)
        count += len(phase.steps)
        phases.append(phase)
        if count > STEP_LIMIT:
            top.flaw(Flaw.TOO_MANY_STEPS, "phases", limit=STEP_LIMIT)
            break
    if not phases:
        top.flaw(Flaw.KEY_MISSING, "phases", key="phases")
    return tuple(phases)


def _read_phase(key: str, section: Section, names: Names, other: Lender | None) -> Phase:
    section.only("key", "title", "sop_chapter", "steps")
    if section.word("key", required=True) != key:
        section.flaw(Flaw.NOT_ONE_OF, "key", key="key", value=ltr(section.word("key")), known=ltr(key))
    steps: list[Step] = []
    for one in section.sections("steps", required=True):
        step = _read_step(key, one, names, other)
        if step is not None:
            steps.append(step)
    return Phase(
        key=key, title=section.text("title", context=f"{key}.title"),
        sop_chapter=section.text("sop_chapter", required=False, context=f"chapter {key}"), steps=tuple(steps),
    )  # fmt: skip


def _read_step(phase: str, one: Section, names: Names, other: Lender | None) -> Step | None:
    """A step that is written here, or one that is shared."""
    if "share" not in one.node.nodes:
        step = read_step(phase, one, names)
        if other is not None and phase in other.phases:
            # Records go by the key of their step: under these keys they are records of the other pack's steps.
            one.flaw(Flaw.NAME_TAKEN, "key", value=ltr(step.key))
        return step
    if other is not None:
        return other.step(one, names)
    one.report.add(Flaw.KEY_MISSING, (PACK_FILE, 1), key=ltr("shares"))
    return None
