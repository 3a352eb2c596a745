"""The shipped rules of screening, proof, care and ethics: whole, in every language, and true to law and procedures."""

import time
from pathlib import Path

import pytest
from letters import faults

from workbench import law, sop
from workbench.datafiles import span
from workbench.proof import Rules, inspect, load
from workbench.proof.wording import reworded
from workbench.shipped import resource


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load(resource("proof"))


@pytest.fixture(scope="module")
def land() -> law.Law:
    return law.load(resource("law"))


def _texts(rules: Rules) -> dict[str, str]:
    found: dict[str, str] = {}

    def keep(context: str, text: str) -> str:
        if text:
            assert context not in found
            found[context] = text
        return text

    reworded(rules, keep)
    return found


def test_nothing_is_wrong_with_the_shipped_rules() -> None:
    assert [f"{one.file}:{one.line}: {one.message}" for one in inspect(resource("proof"))] == []


@pytest.mark.parametrize("tag", ["ar_IQ", "ckb"])
def test_every_text_is_said_in_every_language_with_its_own_letters(rules: Rules, tag: str) -> None:
    source, said = _texts(rules), _texts(rules.in_language(tag))
    assert set(said) == set(source)
    assert {key: wrong for key, text in said.items() if (wrong := faults(tag, text))} == {}
    assert {key for key in source if said[key] == source[key]} == set()
    assert {key: text for key, text in said.items() if not any("\u0600" <= sign <= "\u06ff" for sign in text)} == {}


def test_a_presumed_victim_is_never_called_a_suspect(rules: Rules) -> None:
    said = _texts(rules.in_language("ckb"))
    victims = {key: text for key, text in _texts(rules).items() if "victim" in text.lower() and "suspect" not in text}
    assert {key for key in victims if "گومانلێکراو" in said[key]} == set()


def test_the_editions_are_the_same_in_every_language(rules: Rules) -> None:
    for tag in ("ar_IQ", "ckb"):
        translated = rules.in_language(tag).screening.sets
        assert {key: one.digest for key, one in translated.items()} == {
            key: one.digest for key, one in rules.screening.sets.items()
        }


def test_sources_and_places_stand_in_the_law(rules: Rules, land: law.Law) -> None:
    charges, care = rules.charges, rules.care
    named = [(one.source, one.place) for one in charges.offences.values()]
    named += [(one.source, part.place) for one in charges.offences.values() for part in one.penalties]
    clauses = [*charges.participation.values(), *charges.safeguards]
    clauses += [part for one in charges.offences.values() for part in one.exclusions]
    named += [(one.source, one.place) for one in clauses]
    named += [(one.source, one.place) for part in (care.services, care.measures) for one in part.values() if one.source]
    named.append((care.reflection.source, care.reflection.place))
    points = rules.ethics.points.values()
    named += [(ref.source, ref.place) for one in points for ref in (*one.national, *one.international)]
    named += [(source, "") for one in rules.screening.sets.values() for source in one.sources]
    known = {(one.instrument, one.place) for one in land.provisions}
    assert [one for one in named if one[0] not in land.instruments or (one[1] and one not in known)] == []


def test_offences_hold_where_and_when_their_law_does(rules: Rules, land: law.Law) -> None:
    for one in rules.charges.offences.values():
        source = land.instruments[one.source]
        assert (one.key, one.jurisdictions, span(one.since)) == (one.key, source.jurisdictions, span(source.since))


def test_every_step_and_answer_that_ethics_names_is_in_the_procedures(rules: Rules) -> None:
    asked = {
        (pack, step.key, field.key): set(field.choices)
        for pack in ("iq-tip", "iq-som")
        for step in sop.load(resource("sop", pack)).steps.values()
        for field in step.fields
    }  # fmt: skip
    refs = [ref for point in rules.ethics.points.values() for ref in point.refs]
    assert [ref for ref in refs if (ref.pack, ref.step, ref.field_key) not in asked] == []
    for ref in refs:
        choices = asked[ref.pack, ref.step, ref.field_key]
        named = {*ref.good, *ref.bad} - {"any"}
        assert (ref.key, named - choices) == (ref.key, set())


def test_risks_and_questions_have_the_keys_of_the_procedure(rules: Rules) -> None:
    steps = sop.load(resource("sop", "iq-tip")).steps
    risk = {field.key for field in steps["T04.1"].fields}
    assert {one.field_key for one in rules.care.risks.values()} <= risk
    asked = {field.key: set(field.choices) for field in steps["T03.3"].fields}
    for one in rules.screening.questions.values():
        assert set(one.options) == asked[one.name]
    consents = {field.key for field in steps["T05.2"].fields}
    assert set(rules.care.consents) <= consents


def test_the_rules_are_read_in_no_time() -> None:
    best = min(_seconds(resource("proof")) for _ in range(3))
    assert best < 0.1


def _seconds(folder: Path) -> float:
    begun = time.perf_counter()
    load(folder)
    return time.perf_counter() - begun
