"""Files of the rules that are wrong are refused, with the file, the line and what to do."""

import shutil
from pathlib import Path

import pytest

from workbench.datafiles import Flaw
from workbench.errors import Reason, Refusal, explain
from workbench.i18n import language, plain
from workbench.proof import inspect, load
from workbench.shipped import resource

# What is found, in which file, when what is put in place of what.
DEFECTS: list[tuple[Flaw, str, str, str]] = [
    (Flaw.NOT_ONE_OF, "indicators.yaml", "dimension: EC1,", "dimension: EC7,"),
    (Flaw.NOT_ONE_OF, "indicators.yaml", "weights: {adult_labour: S", "weights: {adult_labour: X"),
    (Flaw.NOT_ONE_OF, "indicators.yaml", "weights: {adult_labour: S", "weights: {adults: S"),
    (Flaw.NOT_ONE_OF, "indicators.yaml", "result: no_victim", "result: innocent"),
    (Flaw.NOT_ONE_OF, "indicators.yaml", "when: {Q2:", "when: {Q9:"),
    (Flaw.NOT_ONE_OF, "indicators.yaml", 'Q3: ["yes"]', "Q3: [maybe]"),
    (Flaw.TYPE_WRONG, "indicators.yaml", "R1: {strong: 2", "R1: {strong: two"),
    (Flaw.KEY_UNKNOWN, "indicators.yaml", "child_caveat:", "caveat:"),
    (Flaw.NOT_ONE_OF, "elements.yaml", "elements: [recruitment,", "elements: [recruiting,"),
    (Flaw.NOT_ONE_OF, "elements.yaml", "aggravating: [AG1,", "aggravating: [AG0,"),
    (Flaw.NOT_ONE_OF, "elements.yaml", "track: tip", "track: tap"),
    (Flaw.DAY_WRONG, "elements.yaml", 'from: "2012"', 'from: "in 2012"'),
    (Flaw.NOT_ONE_OF, "elements.yaml", "A: {strength: strong", "A: {strength: iron"),
    (Flaw.KEY_MISSING, "care.yaml", 'R1: {title: "Threat to life or of serious harm", ', "R1: {"),
    (Flaw.NOT_ONE_OF, "ethics.yaml", "mark: S}", "mark: X}"),
    (Flaw.KEY_UNKNOWN, "ethics.yaml", "{pack: iq-tip, step: T02.3,", "{pack: iq-tip, stepp: T02.3,"),
    (Flaw.KEY_MISSING, "ethics.yaml", "ethics:", "ethics2:"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped rules."""
    return Path(shutil.copytree(resource("proof"), tmp_path / "proof"))


@pytest.mark.parametrize(("flaw", "name", "what", "instead"), DEFECTS)
def test_a_defect_is_found_with_file_and_line(folder: Path, flaw: Flaw, name: str, what: str, instead: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert what in text
    (folder / name).write_text(text.replace(what, instead, 1), encoding="utf-8")
    line = text[: text.index(what)].count("\n") + 1
    found = inspect(folder)
    assert flaw in {one.flaw for one in found}
    assert {one.file for one in found} == {name}
    assert flaw is Flaw.KEY_MISSING or line in {one.line for one in found}
    with pytest.raises(Refusal) as refused:
        load(folder)
    assert refused.value.reason is Reason.PROOF_WRONG
    assert name in plain(explain(refused.value, language("en"))[0])


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "care.yaml").unlink()
    with pytest.raises(Refusal) as refused:
        load(folder)
    assert refused.value.reason is Reason.FILE_MISSING


def test_a_text_that_changed_is_stale_until_it_is_translated_anew(folder: Path) -> None:
    text = (folder / "care.yaml").read_text(encoding="utf-8")
    (folder / "care.yaml").write_text(text.replace('"Safe shelter"', '"A safe shelter"'), encoding="utf-8")
    assert {one.flaw for one in inspect(folder)} == {Flaw.TEXT_STALE}
    with pytest.raises(Refusal):
        load(folder).in_language("ckb")


def test_a_language_that_is_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(Refusal) as refused:
        load(folder).in_language("fr")
    assert refused.value.reason is Reason.LANGUAGE_UNKNOWN


def test_a_changed_list_is_another_edition_and_leaves_the_others_alone(folder: Path) -> None:
    before = {key: one.digest for key, one in load(folder).screening.sets.items()}
    text = (folder / "indicators.yaml").read_text(encoding="utf-8")
    changed = text.replace("Cannot refuse clients", "Refuses no client")
    (folder / "indicators.yaml").write_text(changed, encoding="utf-8")
    after = {key: one.digest for key, one in load(folder).screening.sets.items()}
    assert {key for key in before if before[key] != after[key]} == {"sexual"}
    (folder / "indicators.yaml").write_text(text.replace("R1: {strong: 2", "R1: {strong: 3"), encoding="utf-8")
    weighed = {key: one.digest for key, one in load(folder).screening.sets.items()}
    assert {key for key in before if before[key] != weighed[key]} == {"ilo_ec"}
