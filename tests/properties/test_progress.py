"""Whatever the facts and the records are: every pack that loads has an end, and nothing recorded is lost."""

from datetime import UTC, datetime, timedelta

import yaml
from hypothesis import given
from hypothesis import strategies as st

from workbench.shipped import resource
from workbench.sop import (
    BUILT_IN,
    SETTLED,
    Due,
    ExhibitFact,
    Fact,
    OrderFact,
    OrderState,
    Pack,
    PersonFact,
    Picture,
    Record,
    due,
    facts,
    inspect_bytes,
    joined,
    load,
    load_bytes,
    progress,
)

START = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)
NAMES = ("suspect_known", "victim_is_child", "f0", "f1", "f2")
STATES = ("done", "not_applicable", "waived", "asked", "reopened")
KEYS = tuple(f"A01.{n}" for n in range(1, 8))
SHIPPED = {path.parent.name: load(path.parent) for path in resource("sop").glob("*/pack.yaml")}

conditions = st.recursive(
    st.sampled_from(NAMES),
    lambda inner: st.builds(lambda part: {"not": part}, inner)
    | st.dictionaries(st.sampled_from(["any", "all"]), st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=1),
    max_leaves=4,
)


@st.composite
def gates(draw: st.DrawFn, number: int) -> object:
    """A gate on earlier steps mostly, now and then on a fact or on any step at all."""
    leaves = [*KEYS[: max(1, number)], *KEYS[:number], *NAMES[:2]]
    words = draw(st.lists(st.sampled_from(leaves), min_size=1, max_size=3))
    return draw(st.sampled_from([words, {"any": words}, {"all": [{"any": words}, words[0]]}]))


@st.composite
def written(draw: st.DrawFn) -> dict[str, bytes]:
    """The files of a pack that may or may not hold together."""
    steps = []
    for number, key in enumerate(KEYS):
        step: dict[str, object] = {
            "key": key, "title": "T", "purpose": "P", "mark": "GK",
            "fields": [{"key": "q", "kind": "truth", "label": "Q"}],
        }  # fmt: skip
        if draw(st.booleans()):
            step["when"] = draw(conditions)
        if draw(st.booleans()):
            step["gate"] = draw(gates(number))
        steps.append(step)
    rules = {
        f"f{n}": {"label": "l", "rule": {"answer": f"{draw(st.sampled_from(KEYS))}.q", "is": ["yes"]}} for n in range(3)
    }
    head = {
        "format": 1, "key": "drawn", "version": "1", "kind": "tip", "title": "Synthetic", "timezone": "Asia/Baghdad",
        "source_language": "en", "languages": ["en"], "facts": rules, "phases": ["A01"],
    }  # fmt: skip
    phase = {"key": "A01", "title": "T", "steps": steps}
    return {"pack.yaml": yaml.safe_dump(head).encode(), "phases/A01.yaml": yaml.safe_dump(phase).encode()}


@st.composite
def sharing(draw: st.DrawFn) -> dict[str, bytes]:
    """The files of a pack that shares some steps of a drawn one, with one step of its own."""
    lent = {f"shared/drawn/{name}": data for name, data in draw(written()).items()}
    chosen = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1, max_size=4))
    steps: list[dict[str, object]] = [{"share": key} for key in chosen]
    for number, step in enumerate(steps):
        if draw(st.integers(0, 4)):
            step["gate"] = draw(st.lists(st.sampled_from(chosen[:number]), max_size=2)) if number else []
        if draw(st.booleans()):
            step["when"] = draw(conditions)
    own = {"key": "B01.1", "title": "T", "purpose": "P", "mark": "GK", "when": draw(conditions), "gate": chosen[:1]}
    head = {
        "format": 1, "key": "sharing", "version": "1", "kind": "som", "title": "Synthetic", "timezone": "Asia/Baghdad",
        "source_language": "en", "languages": ["en"], "shares": "drawn", "phases": ["B01"],
    }  # fmt: skip
    phase = {"key": "B01", "title": "T", "steps": [*steps, own]}
    return {"pack.yaml": yaml.safe_dump(head).encode(), "phases/B01.yaml": yaml.safe_dump(phase).encode(), **lent}


def sound(files: dict[str, bytes]) -> bool:
    return inspect_bytes(files) == []


sharers = sharing().filter(sound).map(load_bytes)
BOTH = [joined(SHIPPED["iq-tip"], SHIPPED["iq-som"]), joined(SHIPPED["iq-som"], SHIPPED["iq-tip"])]
packs = written().filter(sound).map(load_bytes) | sharers | st.sampled_from([*SHIPPED.values(), *BOTH])
people = st.lists(
    st.builds(
        PersonFact, alias=st.sampled_from(["P-01", "P-02"]), age_low=st.none() | st.integers(0, 90), age_high=st.none(),
        roles=st.lists(st.sampled_from(["possible_victim", "victim", "suspect", "witness"]), max_size=2).map(tuple),
        age_in_doubt=st.booleans(), nationality=st.sampled_from(["", "IRQ", "UGA"]), needs_interpreter=st.booleans(),
        in_custody=st.booleans(), documents_held_by_other=st.booleans(),
    ),
    max_size=3,
).map(tuple)  # fmt: skip
exhibits = st.lists(st.builds(ExhibitFact, st.just("E-1"), st.sampled_from(["device", "money"])), max_size=1).map(tuple)


def drawn_answers(draw: st.DrawFn, pack: Pack) -> dict[str, dict[str, object]]:
    """Answers to the questions that the facts of the pack rest on."""
    answers: dict[str, dict[str, object]] = {}
    for step in pack.steps.values():
        for field in step.fields:
            if field.choices and draw(st.integers(0, 3)) == 0:
                value = draw(st.sampled_from(field.choices))
                answers.setdefault(step.key, {})[field.key] = [value] if field.kind == "choices" else value
    return answers


def drawn_orders(draw: st.DrawFn, pack: Pack) -> tuple[OrderFact, ...]:
    """Some of the orders that the pack knows, granted or not."""
    kinds = draw(st.lists(st.sampled_from(sorted(pack.orders)), unique=True)) if pack.orders else []
    states = st.sampled_from([OrderState.GRANTED, OrderState.REFUSED, OrderState.EXCEPTION, OrderState.ASKED])
    return tuple(
        OrderFact(f"O-{n:02}", kind, "", "", draw(states), draw(st.booleans())) for n, kind in enumerate(kinds, 1)
    )


def drawn_facts(draw: st.DrawFn, pack: Pack, orders: tuple[OrderFact, ...] = ()) -> dict[str, Fact]:
    seen = Picture(START, "tip", draw(people), draw(exhibits), drawn_answers(draw, pack), orders=orders)
    return facts(pack, seen)


def drawn_records(draw: st.DrawFn, pack: Pack) -> list[Record]:
    entries = draw(st.lists(st.tuples(st.sampled_from(list(pack.steps)), st.sampled_from(STATES)), max_size=25))
    return [Record(step, state, {}, "", START + timedelta(minutes=n), "") for n, (step, state) in enumerate(entries)]


@given(st.data())
def test_every_pack_that_loads_has_an_end(data: st.DataObject) -> None:
    """Settling whatever is open, one after the other, settles every step that the case calls for.

    What only a judge's order would open is set aside: the judge may refuse.
    """
    pack = data.draw(packs)
    given_orders = drawn_orders(data.draw, pack)
    true, records = drawn_facts(data.draw, pack, given_orders), drawn_records(data.draw, pack)
    settling = data.draw(st.sampled_from(["done", "not_applicable", "waived"]))
    where = progress(pack, true, records, orders=given_orders)
    for _ in range(len(pack.steps)):
        called = [view for view in where.views.values() if view.applies]
        open_now = [(view.key, settling) for view in called if view.state in ("open", "draft", "asked")]
        shut = [view.key for view in called if view.state == "waiting" and view.waits_for_orders]
        open_now += [(key, "not_applicable") for key in shut]
        if not open_now:
            break
        records.append(Record(open_now[0][0], open_now[0][1], {}, "", START, ""))
        where = progress(pack, true, records, orders=given_orders)
    assert where.done == where.total
    assert where.current is None
    assert all(view.state in SETTLED for view in where.views.values() if view.applies)


@given(st.data())
def test_no_change_of_facts_loses_a_record(data: st.DataObject) -> None:
    pack = data.draw(packs)
    records = drawn_records(data.draw, pack)
    before = progress(pack, drawn_facts(data.draw, pack), records)
    after = progress(pack, drawn_facts(data.draw, pack), records)
    recorded = {record.step for record in records}
    for key in recorded:
        assert after.views[key].state != "absent"
        if before.views[key].state in SETTLED:
            assert after.views[key].state == before.views[key].state
    absent = {key for key, view in after.views.items() if view.state == "absent"}
    assert absent.isdisjoint(recorded)


@given(st.data())
def test_progress_says_the_same_twice_and_agrees_with_itself(data: st.DataObject) -> None:
    pack = data.draw(packs)
    true, records = drawn_facts(data.draw, pack), drawn_records(data.draw, pack)
    drafts = data.draw(st.sets(st.sampled_from(list(pack.steps)), max_size=3))
    where = progress(pack, true, records, drafts)
    assert where == progress(pack, dict(reversed(true.items())), tuple(records), sorted(drafts))
    assert list(where.views) == list(pack.steps)
    assert 0 <= where.done <= where.total <= len(pack.steps)
    for view in where.views.values():
        waits = view.waits_for or view.waits_for_facts or view.waits_for_orders
        assert bool(waits) == (view.state == "waiting") or view.state == "asked"
        assert view.no_longer_called_for == (not view.applies and view.state != "absent")
    if where.current is not None:
        assert where.views[where.current].state in ("open", "draft")
        assert where.views[where.current].applies


@given(st.data())
def test_every_fact_that_holds_names_its_cause_or_rests_on_an_absence(data: st.DataObject) -> None:
    pack = data.draw(packs)
    true = drawn_facts(data.draw, pack)
    assert true.keys() == BUILT_IN.keys() | pack.facts.keys()
    for fact in true.values():
        assert fact.holds or not fact.causes
        if fact.key in BUILT_IN:
            assert bool(fact.causes) == fact.holds


@given(st.data())
def test_a_change_of_track_keeps_the_records_of_shared_steps_and_hears_no_others(data: st.DataObject) -> None:
    pack = data.draw(sharers)
    elsewhere = {key: {"q": data.draw(st.sampled_from(["yes", "no"]))} for key in KEYS}
    here = {key: answers for key, answers in elsewhere.items() if key in pack.steps}
    true = facts(pack, Picture(START, "som", answers=elsewhere))
    assert true == facts(pack, Picture(START, "som", answers=here))
    entries = data.draw(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(STATES)), max_size=12))
    records = [Record(step, state, {}, "", START, "") for step, state in entries]
    where = progress(pack, true, records)
    assert where == progress(pack, true, [record for record in records if record.step in pack.steps])
    newest = {record.step: record.state for record in records if record.step in pack.steps}
    assert {key for key, state in newest.items() if state in SETTLED} == {
        key for key, view in where.views.items() if view.state in SETTLED
    }


@given(st.data())
def test_time_only_moves_a_deadline_towards_its_end(data: st.DataObject) -> None:
    pack = data.draw(st.sampled_from(list(SHIPPED.values())))
    records = drawn_records(data.draw, pack)
    earlier = START + timedelta(hours=data.draw(st.integers(0, 500)))
    later = earlier + timedelta(hours=data.draw(st.integers(0, 500)))
    order = {"ahead": 0, "soon": 1, "late": 2}

    def at(now: datetime) -> dict[tuple[str, int, str], Due]:
        return {(one.step, one.index, one.subject): one for one in due(pack, START, records, now)}

    before, after = at(earlier), at(later)
    assert before.keys() == after.keys()
    for step, one in before.items():
        assert after[step].due_at == one.due_at
        assert after[step].settled_at == one.settled_at
        if one.settled_at is None:
            assert order[after[step].state] >= order[one.state]
        else:
            assert after[step] == one
