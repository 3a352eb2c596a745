"""Editions: what a new edition of a procedure changes, and what moving a running case to it does and does not touch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from workbench.sop.changes import Changes, compare
from workbench.sop.facts import Fact
from workbench.sop.model import Pack, Step
from workbench.sop.progress import Progress, Record

# The parts of a step, as a person speaks of them, and the attributes behind each.
PARTS: Mapping[str, tuple[str, ...]] = {
    "texts": ("title", "purpose", "todo", "dos", "donts", "script"),
    "questions": ("fields",),
    "condition": ("when",),
    "gate": ("gate", "safety"),
    "deadline": ("deadlines",),
    "orders": ("asks",),
    "people": ("actors",),
    "papers": ("documents",),
    "basis": ("sources", "mark", "codes"),
    "waiver": ("waiver",),
}


@dataclass(frozen=True, slots=True)
class PackDiff:
    """What a new edition changes.

    ``added``, ``removed`` and ``moved`` are step keys (a moved step stands in another phase or place); ``changed``
    says which ``PARTS`` of a step differ, ``languages`` in which languages only the words do. ``names`` are the
    keys of facts, orders, coverage and readiness that were added, removed or changed, as ``+key``, ``-key``, ``~key``.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(bool(getattr(self, one.name)) for one in fields(self))


@dataclass(frozen=True, slots=True)
class Migration:
    """What moving a case to another edition would do; step keys in the order of their records.

    ``stays`` are recorded and the same; ``stays_as_recorded`` are recorded and now asked otherwise: what was
    recorded stays as it was, under the edition of its time. ``gone_recorded`` were recorded and no longer exist;
    their records stay in the file. ``drafts`` were begun and are now asked otherwise or gone: what was typed is
    kept, and must be looked at. ``changes`` is what appears, falls away and opens.
    """

    changes: Changes
    stays: tuple[str, ...]
    stays_as_recorded: tuple[str, ...]
    gone_recorded: tuple[str, ...]
    drafts: tuple[str, ...]


def diff(old: Pack, new: Pack) -> PackDiff:
    """What the second edition changes of the first, in its structure and in every language both have."""
    shared = [key for key in new.steps if key in old.steps]
    tags = [tag for tag in new.languages if tag in old.languages]
    spoken = {tag: (old.in_language(tag), new.in_language(tag)) for tag in tags}
    plain = new.source_language if new.source_language in spoken else next(iter(spoken), None)
    changed: dict[str, tuple[str, ...]] = {}
    languages: dict[str, tuple[str, ...]] = {}
    for key in shared:
        if plain is None:
            continue
        parts = changed_parts(spoken[plain][0].step(key), spoken[plain][1].step(key))
        if parts:
            changed[key] = parts
        else:
            words = tuple(tag for tag, (a, b) in spoken.items() if changed_parts(a.step(key), b.step(key)))
            if words:
                languages[key] = words
    return PackDiff(
        added=tuple(key for key in new.steps if key not in old.steps),
        removed=tuple(key for key in old.steps if key not in new.steps),
        moved=_moved(old, new, shared), changed=changed, languages=languages, names=_names(old, new),
    )  # fmt: skip


def changed_parts(old: Step, new: Step) -> tuple[str, ...]:
    """Which parts of a step differ between two editions, in the same language."""
    return tuple(
        part for part, names in PARTS.items() if any(getattr(old, name) != getattr(new, name) for name in names)
    )


def migration(
    old: Pack, new: Pack, before: Progress, after: Progress, facts_before: Mapping[str, Fact],
    facts_after: Mapping[str, Fact], records: Iterable[Record], drafts: Iterable[str] = (),
) -> Migration:  # fmt: skip
    """What moving a case from one edition to another would do to it.

    ``before`` and ``after`` are where the case stands under each, ``records`` its whole history. Any two packs
    have an answer; every recorded step stands in exactly one of ``stays``, ``stays_as_recorded``, ``gone_recorded``.
    """
    recorded = dict.fromkeys(record.step for record in records)
    stays: list[str] = []
    otherwise: list[str] = []
    gone: list[str] = []
    for key in recorded:
        if key not in new.steps:
            gone.append(key)
        elif key in old.steps and not _asked_otherwise(old.step(key), new.step(key)):
            stays.append(key)
        else:
            otherwise.append(key)
    begun = [
        key for key in drafts
        if key not in new.steps or (key in old.steps and _asked_otherwise(old.step(key), new.step(key)))
    ]  # fmt: skip
    changes = compare(before, after, facts_before, facts_after)
    return Migration(changes, tuple(stays), tuple(otherwise), tuple(gone), tuple(begun))


def _asked_otherwise(old: Step, new: Step) -> bool:
    return bool({"questions", "orders"} & set(changed_parts(old, new)))


def _moved(old: Pack, new: Pack, shared: list[str]) -> tuple[str, ...]:
    """The steps that stand in another phase, or in another order among those that both have."""
    before = [key for key in old.steps if key in new.steps]
    phases = {step.key: phase.key for phase in old.phases for step in phase.steps}
    now = {step.key: phase.key for phase in new.phases for step in phase.steps}
    place = {key: index for index, key in enumerate(before)}
    moved: list[str] = []
    furthest = -1
    for key in shared:
        if now[key] != phases[key] or place[key] < furthest:
            moved.append(key)
        furthest = max(furthest, place[key])
    return tuple(moved)


def _names(old: Pack, new: Pack) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for part in ("facts", "orders", "coverage", "readiness", "sources", "documents", "actors"):
        before, after = getattr(old, part), getattr(new, part)
        signs = [f"+{key}" for key in after if key not in before]
        signs += [f"-{key}" for key in before if key not in after]
        signs += [f"~{key}" for key in after if key in before and after[key] != before[key]]
        if signs:
            found[part] = tuple(signs)
    return found
