"""What a new edition changes, and that moving a case to it loses nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from unit.sop.making import made, step

from workbench.shipped import resource
from workbench.sop import Migration, Pack, Picture, Record, diff, facts, load, migration, progress

START = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)
ASK = {"key": "seen", "kind": "text", "label": "Seen"}
OLD = made(step("A01.1", fields=[ASK]), step("A01.2"), step("A01.3"), step("A02.1"))
SHIPPED = {path.parent.name: load(path.parent) for path in sorted(resource("sop").glob("*/pack.yaml"))}


def edition(*steps: Mapping[str, Any], **head: Any) -> Pack:
    return made(*steps, version="2", **head)


def moved(old: Pack, new: Pack, *recorded: str, drafts: tuple[str, ...] = ()) -> Migration:
    records = [Record(key, "done", {}, "", START, "") for key in recorded]
    before, after = (facts(pack, Picture(START, "tip")) for pack in (old, new))
    return migration(
        old, new, progress(old, before, records), progress(new, after, records), before, after, records, drafts
    )


def test_the_same_edition_changes_nothing() -> None:
    assert not diff(OLD, OLD)
    assert not moved(OLD, OLD, "A01.1").changes


def test_new_changed_and_removed_steps_are_told_apart() -> None:
    other = {**ASK, "label": "What was seen"}
    new = edition(step("A01.1", fields=[other]), step("A01.3", gate=["A01.1"]), step("A02.1"), step("A02.2"))
    found = diff(OLD, new)
    assert (found.added, found.removed, found.moved) == (("A02.2",), ("A01.2",), ())
    assert dict(found.changed) == {"A01.1": ("questions",), "A01.3": ("gate",)}


def test_a_step_in_another_place_has_moved() -> None:
    new = edition(step("A01.1", fields=[ASK]), step("A01.3"), step("A01.2"), step("A02.1"))
    assert diff(OLD, new).moved == ("A01.2",)


def test_changed_words_of_one_language_are_told_with_that_language() -> None:
    pack = SHIPPED["iq-tip"]
    arabic = pack.in_language("ar_IQ")
    phase = arabic.phases[0]
    other = replace(phase.steps[0], title="عنوان آخر")
    said = replace(arabic, phases=(replace(phase, steps=(other, *phase.steps[1:])), *arabic.phases[1:]))
    spoken = {**{tag: pack.in_language(tag) for tag in pack.languages}, "ar_IQ": said}
    found = diff(pack, replace(pack, origin=replace(pack.origin, spoken=spoken)))
    assert dict(found.languages) == {phase.steps[0].key: ("ar_IQ",)}


def test_new_facts_and_orders_are_named() -> None:
    fact = {"seen": {"label": "something was seen", "rule": {"answer": "A01.1.seen", "given": True}}}
    steps = (step("A01.1", fields=[ASK]), step("A01.2", when="seen"), step("A01.3"), step("A02.1"))
    new = edition(*steps, facts=fact)
    assert dict(diff(OLD, new).names) == {"facts": ("+seen",)}
    assert dict(diff(new, OLD).names) == {"facts": ("-seen",)}


def test_what_was_recorded_stays_as_it_was_recorded() -> None:
    other = {**ASK, "key": "seen_at"}
    new = edition(step("A01.1", fields=[other]), step("A01.2"), step("A02.1"), step("A02.2"))
    found = moved(OLD, new, "A01.1", "A01.2", "A01.3", drafts=("A02.1",))
    assert (found.stays, found.stays_as_recorded, found.gone_recorded) == (("A01.2",), ("A01.1",), ("A01.3",))
    assert found.changes.appeared == ("A02.2",)
    assert found.drafts == ()
    assert moved(OLD, new, drafts=("A01.1", "A01.3")).drafts == ("A01.1", "A01.3")


packs = st.sampled_from([*SHIPPED.values(), OLD, edition(step("A01.2"), step("A03.1"))])


@given(st.data())
def test_any_case_can_be_moved_between_any_two_editions(data: st.DataObject) -> None:
    old, new = data.draw(packs), data.draw(packs)
    recorded = data.draw(st.lists(st.sampled_from(sorted(old.steps)), max_size=12, unique=True))
    begun = data.draw(st.lists(st.sampled_from(sorted(old.steps)), max_size=3))
    found = moved(old, new, *recorded, drafts=tuple(begun))
    told = [*found.stays, *found.stays_as_recorded, *found.gone_recorded]
    assert sorted(told) == sorted(recorded)
    assert set(found.gone_recorded) == set(recorded) - set(new.steps)
    assert not (old is new and (found.stays_as_recorded or found.changes))
