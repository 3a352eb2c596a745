"""Reading a pack: its files become one model, and everything odd becomes a finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.i18n import ltr
from workbench.sop import ruling
from workbench.sop.files import PACK_FILE
from workbench.sop.flaws import Flaw
from workbench.sop.model import PackFact, Phase, Step
from workbench.sop.nodes import Entries, compose
from workbench.sop.reading_step import Names, read_step
from workbench.sop.section import A_MAPPING, Report, Section

STEP_LIMIT = 2000
_PACK_KEYS = (
    "format", "key", "version", "kind", "title", "note", "jurisdictions", "timezone", "source_language", "languages",
    "actors", "documents", "sources", "facts", "phases",
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
    phases: tuple[Phase, ...] = ()


def read(files: Mapping[str, bytes], report: Report) -> Draft:
    """The pack in these files; ``report`` gathers what is wrong with it."""
    draft = Draft()
    top = _open(PACK_FILE, files, report)
    if top is None:
        return draft
    _read_head(top, draft)
    draft.facts = _read_facts(top)
    draft.phases = _read_phases(top, files, draft)
    return draft


def _open(name: str, files: Mapping[str, bytes], report: Report) -> Section | None:
    if name not in files:
        report.add(Flaw.FILE_MISSING, (name, 1), name=ltr(name))
        return None
    node = compose(name, files[name], report.findings)
    if isinstance(node, Entries):
        return Section(name, node, report)
    if node is not None:
        report.add(Flaw.TYPE_WRONG, (name, node.line), key=ltr(name), wanted=A_MAPPING)
    return None


def _read_head(top: Section, draft: Draft) -> None:
    top.only(*_PACK_KEYS)
    if top.number("format") != 1:
        top.flaw(Flaw.NOT_ONE_OF, "format", key="format", value=ltr("format"), known="1")
    draft.key = top.name("key", r"[a-z0-9]+(-[a-z0-9]+)*", "iq-tip")
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


def _read_facts(top: Section) -> dict[str, PackFact]:
    facts: dict[str, PackFact] = {}
    listed = top.section("facts")
    for key in listed.node.nodes if listed else ():
        one = listed.section(key) if listed else None
        if one is None:
            continue
        one.only("label", "rule")
        rule = ruling.fact_rule(one, "rule")
        label = one.text("label", context=f"facts.{key}")
        if rule is not None:
            facts[key] = PackFact(key, label, rule)
        one.report.places[f"fact {key}"] = one.place
    return facts


def _read_phases(top: Section, files: Mapping[str, bytes], draft: Draft) -> tuple[Phase, ...]:
    phases: list[Phase] = []
    count = 0
    names = Names(draft.actors, draft.documents, draft.sources)
    for key in top.words("phases"):
        section = _open(f"phases/{key}.yaml", files, top.report)
        if section is None:
            continue
        phase = _read_phase(key, section, names)
        count += len(phase.steps)
        phases.append(phase)
        if count > STEP_LIMIT:
            top.flaw(Flaw.TOO_MANY_STEPS, "phases", limit=STEP_LIMIT)
            break
    if not phases:
        top.flaw(Flaw.KEY_MISSING, "phases", key="phases")
    return tuple(phases)


def _read_phase(key: str, section: Section, names: Names) -> Phase:
    section.only("key", "title", "sop_chapter", "steps")
    if section.word("key", required=True) != key:
        section.flaw(Flaw.NOT_ONE_OF, "key", key="key", value=ltr(section.word("key")), known=ltr(key))
    steps: list[Step] = []
    for one in section.sections("steps", required=True):
        steps.append(read_step(key, one, names))
    return Phase(
        key=key, title=section.text("title", context=f"{key}.title"),
        sop_chapter=section.text("sop_chapter", required=False, context=f"chapter {key}"), steps=tuple(steps),
    )  # fmt: skip
