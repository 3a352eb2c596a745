"""The file of the elements to values: what each offence needs, what aggravates it and what it carries."""

from collections.abc import Collection, Mapping

from workbench.datafiles import Flaw, Section, span
from workbench.i18n import ltr
from workbench.proof.findings import STRENGTHS
from workbench.proof.offences import (
    ALL_OF,
    ANY_OF,
    CHILD_RULES,
    TRACKS,
    ChargeRules,
    Circumstance,
    Clause,
    Concept,
    Element,
    Grade,
    Group,
    Offence,
)
from workbench.proof.sections import entries, known, mark, words_of

_WORDS = ("no_elements", "consent", "international", "child_no_means", "child_no_rule", "neutral")
_TOP = (
    *_WORDS, "grades", "concepts", "prompts", "aggravating", "participation", "safeguards", "offences",
)  # fmt: skip
_OFFENCE = (
    "title", "source", "place", "jurisdictions", "from", "until", "track", "mark", "international", "child", "groups",
    "aggravating", "penalties", "exclusions", "note",
)  # fmt: skip
_CLAUSE = ("key", "text", "mark", "source", "place", "note", "without", "aggravated")


def read_charges(body: Section) -> ChargeRules:
    """The offences, and what they share."""
    body.only(*_TOP)
    prompts = words_of(body, "prompts")
    concepts = {key: _concept(key, one, prompts) for key, one in entries(body, "concepts")}
    aggravating = {key: _circumstance(key, one) for key, one in entries(body, "aggravating")}
    return ChargeRules(
        **{key: body.text(key, required=True) for key in _WORDS},
        grades={key: _grade(key, one) for key, one in entries(body, "grades")},
        concepts=concepts, prompts=prompts, aggravating=aggravating,
        participation={key: _clause(one, key) for key, one in entries(body, "participation")},
        safeguards=tuple(_clause(one) for one in body.sections("safeguards")),
        offences={key: _offence(key, one, concepts, aggravating) for key, one in entries(body, "offences")},
    )  # fmt: skip


def _grade(key: str, body: Section) -> Grade:
    body.only("strength", "text")
    return Grade(key, body.one_of("strength", tuple(STRENGTHS)), body.text("text", required=True))


def _concept(key: str, body: Section, prompts: Mapping[str, object]) -> Concept:
    body.only("text", "ask", "prompts", "aliases")
    named = known(body, "prompts", [body.text("prompts", required=True)], prompts)[0]
    return Concept(
        key, body.text("text", required=True), body.text("ask", required=True), named, body.words("aliases")
    )  # fmt: skip


def _circumstance(key: str, body: Section) -> Circumstance:
    body.only("text", "mark")
    return Circumstance(key, body.text("text", required=True), mark(body))


def _clause(body: Section, key: str = "") -> Clause:
    body.only(*_CLAUSE)
    return Clause(
        key or body.text("key", required=True), body.text("text", required=True), mark(body), body.text("source"),
        body.text("place"), body.text("note"), body.text("without"), body.truth("aggravated"),
    )  # fmt: skip


def _offence(key: str, body: Section, concepts: Collection[str], aggravating: Collection[str]) -> Offence:
    body.only(*_OFFENCE)
    child, since, until = body.text("child"), body.day("from"), body.day("until")
    known(body, "child", [child] if child else (), CHILD_RULES)
    begun, ended = span(since), span(until)
    if begun and ended and ended[1] < begun[0]:
        body.flaw(Flaw.ENDS_FIRST, "until", key=ltr("until"))
    return Offence(
        key=key, title=body.text("title", required=True), source=body.text("source", required=True),
        place=body.text("place"), track=body.one_of("track", TRACKS), mark=mark(body),
        jurisdictions=body.words("jurisdictions"), since=since, until=until,
        groups=tuple(_group(one, concepts) for one in body.sections("groups")),
        aggravating=known(body, "aggravating", body.words("aggravating"), aggravating),
        penalties=tuple(_clause(one) for one in body.sections("penalties")),
        exclusions=tuple(_clause(one) for one in body.sections("exclusions")),
        international=body.truth("international"), child=child, note=body.text("note"),
    )  # fmt: skip


def _group(body: Section, concepts: Collection[str]) -> Group:
    body.only("key", "title", "needs", "elements")
    elements = []
    for one in body.words_or_sections("elements"):
        if isinstance(one, str):
            elements.append(Element(known(body, "elements", [one], concepts)[0], (one,)))
            continue
        one.only("key", "text", "concepts")
        key = known(one, "key", [one.text("key", required=True)], concepts)[0]
        named = known(one, "concepts", one.words("concepts"), concepts)
        elements.append(Element(key, named or (key,), one.text("text")))
    return Group(
        body.text("key", required=True), body.text("title", required=True), body.one_of("needs", (ANY_OF, ALL_OF)),
        tuple(elements),
    )  # fmt: skip
