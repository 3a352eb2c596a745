"""The file of the indicators to values: sets, weights, rules, combinations, questions and tests."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace

from workbench.datafiles import Section
from workbench.proof.indicators import (
    WEIGHTS,
    Combination,
    Dimension,
    IndicatorSet,
    Item,
    Outcome,
    Profile,
    Question,
    RoleTest,
    Rule,
    ScreeningRules,
    When,
)
from workbench.proof.sections import entries, known, mark, texts_of, words_of

_WORDS = ("vulnerability", "combination_caveat", "child_rule", "child_caveat", "mixed_role")
_TOP = (
    "principles", *_WORDS, "profiles", "rules", "combinations", "results", "dimensions", "sets", "questions", "tracks",
    "doubts", "role_tests",
)  # fmt: skip
_TRACKS = ("tip", "som", "both", "unclear")


def read_screening(body: Section) -> ScreeningRules:
    """The rules of screening."""
    body.only(*_TOP)
    profiles = {key: _profile(key, one) for key, one in entries(body, "profiles")}
    rules = {key: _rule(key, one) for key, one in entries(body, "rules")}
    results = {key: _result(key, one) for key, one in entries(body, "results")}
    dimensions = {key: _dimension(key, one) for key, one in entries(body, "dimensions")}
    combinations = tuple(_combination(one, results) for one in body.sections("combinations"))
    sets = {key: _set(key, one, dimensions, profiles) for key, one in entries(body, "sets")}
    questions = {key: _question(key, one) for key, one in entries(body, "questions")}
    # A kept screening names the digest, so what weighs the indicators belongs to it too.
    weighing = [
        *map(asdict, rules.values()), *map(asdict, combinations), *map(asdict, profiles.values()),
    ]  # fmt: skip
    said = {key: body.text(key, required=True) for key in _WORDS}
    return ScreeningRules(
        **said, principles=body.words("principles"), profiles=profiles, rules=rules, combinations=combinations,
        results=results, dimensions=dimensions,
        sets={key: replace(one, digest=_digest(one, dimensions, weighing)) for key, one in sets.items()},
        questions=questions, tracks=tuple(_when(one, questions, track=True) for one in body.sections("tracks")),
        doubts=tuple(_when(one, questions, track=False) for one in body.sections("doubts")),
        role_tests={key: _role_test(key, one) for key, one in entries(body, "role_tests")},
    )  # fmt: skip


def _digest(one: IndicatorSet, dimensions: Mapping[str, Dimension], weighing: list[dict[str, object]]) -> str:
    used = [asdict(dimensions[key]) for key in sorted({item.dimension for item in one.items} & set(dimensions))]
    content = [asdict(one), used, weighing if one.weighed else []]
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _profile(key: str, body: Section) -> Profile:
    body.only("title", "child", "for_child", "weights_of", "mark", "note")
    return Profile(
        key, body.text("title", required=True), body.truth("child"), body.text("for_child"), body.text("weights_of"),
        mark(body), body.text("note"),
    )  # fmt: skip


def _rule(key: str, body: Section) -> Rule:
    body.only("strong", "medium", "weak", "mark", "text")
    counts = (body.whole("strong"), body.whole("medium"), body.whole("weak"))
    return Rule(key, *counts, text=body.text("text", required=True), mark=mark(body))


def _combination(body: Section, results: Mapping[str, Outcome]) -> Combination:
    parts = ("recruitment_means", "exploitation", "destination_coercion")
    body.only("result", "child", "mark", *parts)
    result = known(body, "result", [body.text("result", required=True)], results)[0]
    recruitment, exploitation, coercion = (body.truth(part) if part in body.keys else None for part in parts)
    return Combination(result, body.truth("child"), recruitment, exploitation, coercion, mark(body))


def _result(key: str, body: Section) -> Outcome:
    body.only("title", "text")
    return Outcome(key, body.text("title", required=True), body.text("text", required=True))


def _dimension(key: str, body: Section) -> Dimension:
    body.only("title", "name", "element", "phase")
    title = body.text("title", required=True)
    return Dimension(key, title, body.text("name"), body.text("element"), body.text("phase"))


def _set(key: str, body: Section, dimensions: Mapping[str, Dimension], profiles: Mapping[str, Profile]) -> IndicatorSet:
    body.only("title", "version", "mark", "sources", "note", "items")
    marked = mark(body)
    return IndicatorSet(
        key, body.text("title", required=True), body.text("version", required=True), marked, body.words("sources"),
        body.text("note"), tuple(_item(one, marked, dimensions, profiles) for one in body.sections("items")),
    )  # fmt: skip


def _item(
    body: Section, marked: str, dimensions: Mapping[str, Dimension], profiles: Mapping[str, Profile]
) -> Item:
    body.only("key", "text", "mark", "dimension", "weights", "name", "help", "ilo_11")
    dimension, weights = body.text("dimension"), texts_of(body, "weights")
    known(body, "dimension", [dimension] if dimension else (), dimensions)
    known(body, "weights", weights, profiles)
    known(body, "weights", weights.values(), WEIGHTS)
    return Item(
        body.text("key", required=True), body.text("text", required=True), mark(body, marked), dimension, weights,
        body.text("name"), body.text("help"), body.words("ilo_11"),
    )  # fmt: skip


def _question(key: str, body: Section) -> Question:
    body.only("name", "ask", "tip", "som", "options")
    ask, tip, som = (body.text(part, required=True) for part in ("ask", "tip", "som"))
    return Question(key, body.text("name", required=True), ask, tip, som, texts_of(body, "options"))


def _when(body: Section, questions: Mapping[str, Question], *, track: bool) -> When:
    body.only("key", "when", "text", *(("track", "mark") if track else ()))
    when = words_of(body, "when")
    known(body, "when", when, questions)
    for question, answers in when.items():
        known(body, "when", answers, questions[question].options if question in questions else answers)
    return When(
        body.text("key", required=True), when, body.text("text", required=True),
        body.one_of("track", _TRACKS) if track else "", mark(body) if track else "GK",
    )  # fmt: skip


def _role_test(key: str, body: Section) -> RoleTest:
    body.only("test", "victim", "perpetrator", "mixed", "mark")
    test, victim, other = (body.text(part, required=True) for part in ("test", "victim", "perpetrator"))
    return RoleTest(key, test, victim, other, body.truth("mixed"), mark(body))
