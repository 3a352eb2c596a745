"""Facts: what is true of a case, computed from its people, exhibits and answers, each with what made it so."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from graphlib import TopologicalSorter

from workbench.i18n import N_, Language, alpha2
from workbench.sop.model import Pack
from workbench.sop.rules import Answered, FactHolds, Leaf, OrderGiven, Test, deciding, holds, leaves

VICTIM_ROLES = frozenset({"possible_victim", "victim"})
CONFIRMED_ROLES = frozenset({"victim"})
SUSPECT_ROLES = frozenset({"suspect", "accused"})
DEVICE_KINDS = frozenset({"device", "digital"})
ADULT = 18
# Nobody's nationality is foreign because it is not known (ICAO 9303: XXX and UNK stand for «unspecified»).
_NO_NATIONALITY = frozenset({"", "XXX", "UNK"})

Answers = Mapping[str, Mapping[str, object]]


class CauseKind(StrEnum):
    """What a cause points to: an alias, an exhibit number, an answer as ``STEP.field``, or the number of an order."""

    PERSON = "person"
    EXHIBIT = "exhibit"
    ANSWER = "answer"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that makes a fact hold."""

    kind: CauseKind
    ref: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Whether a fact holds, and because of what; a fact that does not hold has no causes."""

    key: str
    holds: bool
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonFact:
    """What the procedure needs to know of a person; ages are full years today, None if not known."""

    alias: str
    roles: tuple[str, ...] = ()
    age_low: int | None = None
    age_high: int | None = None
    age_in_doubt: bool = False
    nationality: str = ""
    languages: tuple[str, ...] = ()
    needs_interpreter: bool = False
    in_custody: bool = False
    documents_held_by_other: bool = False

    def has(self, roles: frozenset[str]) -> bool:
        """Whether one of these roles is claimed for the person now."""
        return not roles.isdisjoint(self.roles)

    @property
    def age_unknown(self) -> bool:
        return self.age_low is None and self.age_high is None

    @property
    def maybe_child(self) -> bool:
        """Whether the person is, or may be, under 18. A doubt counts for the child.

        LAW: Protocol against trafficking (UNTOC-TIP) art 3(d): a child is anyone under eighteen.
        """
        return self.age_in_doubt or (not self.age_unknown and (self.age_low or 0) < ADULT)

    @property
    def age_uncertain(self) -> bool:
        """Whether it cannot be said if the person is under 18."""
        high = self.age_high if self.age_high is not None else ADULT
        return self.age_in_doubt or self.age_unknown or ((self.age_low or 0) < ADULT <= high)


@dataclass(frozen=True, slots=True)
class ExhibitFact:
    """What the procedure needs to know of an exhibit."""

    number: str
    kind: str


class OrderState(StrEnum):
    """Where the asking for an order stands; an exception is what the law allows without one."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    EXCEPTION = "exception"
    WITHDRAWN = "withdrawn"


# What a step that waits for an order can go on with.
ALLOWING = frozenset({OrderState.GRANTED, OrderState.EXCEPTION})


@dataclass(frozen=True, slots=True)
class OrderFact:
    """What the procedure needs to know of a judge's order; ``subject`` is an alias, or empty."""

    ref: str
    kind: str
    step: str
    subject: str
    state: OrderState
    in_force: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that starts a time: ``custody`` or ``victim`` of a person, or ``order.KIND`` that was given.

    ``at`` and ``ended_at`` are UTC; ``until`` is the end that the order itself names.
    """

    kind: str
    subject: str
    at: datetime
    ended_at: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known of a case; ``answers`` are those that hold now, by step and field."""

    opened_at: datetime
    kind: str
    people: tuple[PersonFact, ...] = ()
    exhibits: tuple[ExhibitFact, ...] = ()
    answers: Answers = field(default_factory=dict)
    orders: tuple[OrderFact, ...] = ()
    events: tuple[Event, ...] = ()


_PEOPLE: dict[str, Callable[[PersonFact], bool]] = {
    "victim_known": lambda one: one.has(VICTIM_ROLES),
    "victim_confirmed": lambda one: one.has(CONFIRMED_ROLES),
    "victim_is_child": lambda one: one.has(VICTIM_ROLES) and one.maybe_child,
    "age_uncertain": lambda one: one.has(VICTIM_ROLES | SUSPECT_ROLES) and one.age_uncertain,
    "interpreter_needed": lambda one: one.needs_interpreter,
    "document_withheld": lambda one: one.has(VICTIM_ROLES) and one.documents_held_by_other,
    "suspect_known": lambda one: one.has(SUSPECT_ROLES),
    "suspect_in_custody": lambda one: one.has(SUSPECT_ROLES) and one.in_custody,
    "suspect_is_child": lambda one: one.has(SUSPECT_ROLES) and one.maybe_child,
}
_EXHIBITS: dict[str, Callable[[ExhibitFact], bool]] = {
    "exhibit_exists": lambda _: True,
    "device_seized": lambda one: one.kind in DEVICE_KINDS,
}

# What each built-in fact says, read after «because …».
BUILT_IN: dict[str, str] = {
    "victim_known": N_("someone is a presumed victim"),
    "victim_confirmed": N_("someone was found to be a victim"),
    "victim_is_child": N_("a presumed victim is, or may be, under 18"),
    "age_uncertain": N_("it is not certain whether someone is under 18"),
    "foreign_national": N_("someone in the case is a foreign national"),
    "interpreter_needed": N_("someone needs an interpreter"),
    "document_withheld": N_("a presumed victim's papers are held by someone else"),
    "suspect_known": N_("a suspect is known"),
    "suspect_in_custody": N_("a suspect is in custody"),
    "suspect_is_child": N_("a suspect is, or may be, under 18"),
    "exhibit_exists": N_("there is an exhibit"),
    "device_seized": N_("a digital device was seized"),
}


def facts(pack: Pack, picture: Picture, supposed: Mapping[str, bool] | None = None) -> dict[str, Fact]:
    """Every fact of the pack and every built-in one, by key, as it stands for this picture.

    What is ``supposed`` to hold, or not to, is taken so whatever the picture says, and the other facts follow.
    """
    found: dict[str, Fact] = {}
    supposed = supposed or {}
    for key, person_test in _PEOPLE.items():
        found[key] = _fact(key, CauseKind.PERSON, (one.alias for one in picture.people if person_test(one)))
    foreign = (one.alias for one in picture.people if _is_foreign(pack, one.nationality))
    found["foreign_national"] = _fact("foreign_national", CauseKind.PERSON, foreign)
    for key, exhibit_test in _EXHIBITS.items():
        found[key] = _fact(key, CauseKind.EXHIBIT, (one.number for one in picture.exhibits if exhibit_test(one)))

    def judge(leaf: Leaf) -> bool:
        if isinstance(leaf, Answered):
            # A fact that came with shared steps may ask for one that was not shared; its records stay silent.
            return leaf.step in pack.steps and _answered(leaf, picture.answers)
        if isinstance(leaf, OrderGiven):
            return given(leaf, picture.orders)
        return found[leaf.key].holds

    found |= {key: Fact(key, true) for key, true in supposed.items() if key in BUILT_IN}
    for key in _in_order(pack):
        if key in supposed:
            found[key] = Fact(key, supposed[key])
            continue
        rule = pack.facts[key].rule
        true = holds(rule, judge)
        behind = deciding(rule, judge) if true else ()
        causes = (cause for leaf in behind for cause in _causes(leaf, found, picture))
        found[key] = Fact(key, true, tuple(dict.fromkeys(causes)))
    return found


def _is_foreign(pack: Pack, nationality: str) -> bool:
    """Whether a nationality is of none of the countries the pack is made for (``iq-kr`` lies in ``iq``)."""
    home = {place.partition("-")[0].upper() for place in pack.jurisdictions}
    return nationality.upper() not in _NO_NATIONALITY and alpha2(nationality) not in home


def label(pack: Pack, key: str, language: Language) -> str:
    """What a fact says, read after «because …»; ``pack`` is already in the language."""
    kind = pack.orders.get(key.removeprefix("order.")) if key.startswith("order.") else None
    if kind is not None:
        return language.say(N_("there is an order of the judge: {order}"), order=kind.label)
    return pack.facts[key].label if key in pack.facts else language.say(BUILT_IN[key])


def _fact(key: str, kind: CauseKind, refs: Iterable[str]) -> Fact:
    causes = tuple(Cause(kind, ref) for ref in refs)
    return Fact(key, bool(causes), causes)


def _answered(leaf: Answered, answers: Answers) -> bool:
    answer = answers[leaf.step].get(leaf.field) if leaf.step in answers else None
    if leaf.test is Test.GIVEN:
        return answer not in (None, "", [])
    if leaf.test is Test.HAS:
        return isinstance(answer, list | tuple) and any(one in leaf.values for one in answer)
    return isinstance(answer, str) and answer in leaf.values


def given(leaf: OrderGiven, orders: Iterable[OrderFact]) -> bool:
    """Whether there is such an order, or the exception in its place."""
    return any(
        one.kind == leaf.key and one.state in ALLOWING and (one.in_force or not leaf.in_force) for one in orders
    )


def _causes(leaf: Leaf, found: Mapping[str, Fact], picture: Picture) -> tuple[Cause, ...]:
    if isinstance(leaf, Answered):
        return (Cause(CauseKind.ANSWER, leaf.key),)
    if isinstance(leaf, OrderGiven):
        return tuple(Cause(CauseKind.ORDER, one.ref) for one in picture.orders if given(leaf, (one,)))
    return found[leaf.key].causes


def _in_order(pack: Pack) -> Iterable[str]:
    """The facts of the pack, each after those it rests on."""
    graph = {
        key: [leaf.key for leaf in leaves(fact.rule) if isinstance(leaf, FactHolds) and leaf.key in pack.facts]
        for key, fact in pack.facts.items()
    }
    return TopologicalSorter(graph).static_order()
