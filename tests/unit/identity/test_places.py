"""Places, nationalities and languages: found by any of their names, and another country can stand beside the first."""

from pathlib import Path

import pytest

from workbench.errors import Reason, Refusal
from workbench.i18n import TAGS, language
from workbench.identity import places, shipped_data
from workbench.identity.nations import STATELESS, codes, find_nation, known, nation_name, same_nation
from workbench.identity.places import DISTRICT, GOVERNORATE, countries, find_place, place, read_country
from workbench.identity.tongues import find_tongue, tongues


@pytest.mark.parametrize("tag", TAGS)
def test_every_governorate_is_found_by_its_name_in_every_language(tag: str) -> None:
    every = places.places("IQ", GOVERNORATE)
    assert len(every) == 19
    assert [find_place(one.name(language(tag)), "IQ", GOVERNORATE) for one in every] == list(every)
    assert [one.key for one in every if not dict(one.names).get(tag)] == []


@pytest.mark.parametrize("tag", TAGS)
def test_every_district_is_found_inside_its_governorate(tag: str) -> None:
    for one in places.places("IQ", DISTRICT):
        assert find_place(one.name(language(tag)), "IQ", DISTRICT, one.within) == one


def test_places_hold_together() -> None:
    every = places.places("IQ")
    assert len({one.key for one in every}) == len(every)
    for one in every:
        above = place(one.within, "IQ")
        assert (above is None) == (one.level == GOVERNORATE)
        assert above is None or one.jurisdiction == above.jurisdiction
    # What is not from an official list says so.
    assert {one.mark for one in places.places("IQ", DISTRICT)} == {"GK"}


@pytest.mark.parametrize(("text", "key"), [
    ("سنجار", "IQ-NI.sinjar"), ("قضاء سنجار", "IQ-NI.sinjar"), ("شنگال", "IQ-NI.sinjar"), ("Dohuk", "IQ-DA"),
    ("محافظة نينوى", "IQ-NI"), ("انبار", "IQ-AN"), ("al-anbar", "IQ-AN"), ("بەغدا", "IQ-BG"), ("iq-ni", "IQ-NI"),
    ("باشماق", "crossing.bashmaq"), ("الديوانية", "IQ-QA"),
])  # fmt: skip
def test_a_place_is_found_however_it_is_written(text: str, key: str) -> None:
    found = find_place(text, "IQ")
    assert found is not None
    assert found.key == key


def test_no_place_is_guessed() -> None:
    assert find_place("Atlantis", "IQ") is None
    assert find_place("", "IQ") is None
    assert find_place("نينوى", "SY") is None


def test_jurisdiction_is_that_of_the_law() -> None:
    assert {one.jurisdiction for one in places.places("IQ")} == {"iq", "iq-kr"}
    region = {one.key for one in places.places("IQ", GOVERNORATE) if one.jurisdiction == "iq-kr"}
    assert region == {"IQ-AR", "IQ-DA", "IQ-SU", "HLB"}


OTHER = """
country: XX
names: {en: Nowhere}
registration_days: ["01-01"]
governorates:
  - {code: XX-A, names: {en: Alpha}, jurisdiction: xx, mark: GK, districts: [{key: one, mark: GK, names: {en: One}}]}
"""


def test_another_country_can_stand_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "places-xx.yaml").write_text(OTHER, encoding="utf-8")
    monkeypatch.setattr(shipped_data, "folder", lambda: tmp_path)
    countries.cache_clear()
    places._by_name.cache_clear()
    try:
        found = find_place("one", "xx")
        assert found is not None
        assert (found.key, found.within, found.name(language("ckb"))) == ("XX-A.one", "XX-A", "One")
        assert countries()["XX"].registration_days == ("01-01",)
    finally:
        countries.cache_clear()
        places._by_name.cache_clear()


@pytest.mark.parametrize("text", [
    "", "[]", "a: [", "country: XX\ngovernorates: 3", "country: XX\ngovernorates: [{code: A}]",
    OTHER.replace("GK", "sure"),
    "\x00", "country: XX\ncrossings: [{key: a, governorate: none, mark: GK, names: {en: A}}]", "[" * 5000,
])  # fmt: skip
def test_a_file_of_places_that_is_wrong_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "places-xx.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_country(path)
    assert refused.value.reason is Reason.FILE_UNREADABLE


@pytest.mark.parametrize(("text", "code"), [
    ("IQ", "IQ"), ("irq", "IRQ"), ("العراق", "IQ"), ("عراق", "IQ"), ("عێراق", "IQ"), ("Norway", "NO"),
    ("no", "NO"),
    ("stateless", STATELESS), ("عديم الجنسية", STATELESS), ("بێ ڕەگەزنامە", STATELESS), ("XXB", "XXB"), ("D", "DE"),
    ("Atlantis", ""), ("", ""), ("EU", ""), ("\u0130Q", ""),
])  # fmt: skip
def test_a_nationality_is_found_by_code_and_by_name(text: str, code: str) -> None:
    assert find_nation(text) == code


def test_codes_of_one_country_are_one() -> None:
    assert same_nation("IQ", "IRQ")
    assert same_nation("D", "DEU")
    assert same_nation("GBS", "GB")
    assert not same_nation("IQ", "IR")
    assert not same_nation("", "")
    assert not known("QQQ")


@pytest.mark.parametrize("tag", TAGS)
def test_every_code_of_the_standard_has_a_name_and_is_found_by_it(tag: str) -> None:
    for one in codes().values():
        name = nation_name(one.code, language(tag))
        assert name != one.code
        assert find_nation(name) == (one.country or one.code)


@pytest.mark.parametrize(("text", "code"), [
    ("ckb", "ckb"), ("العربية", "ar"), ("عربي", "ar"), ("بادینی", "kmr"), ("Badini", "kmr"),
    ("البنغالية", "bn"), ("Bengali", "bn"),
    ("tk-IQ", "tk-IQ"), ("تركمانية", "tk-IQ"), ("sign language", "sgn"), ("Klingonese", ""), ("", ""),
])  # fmt: skip
def test_a_language_is_found_by_code_and_by_name(text: str, code: str) -> None:
    assert find_tongue(text) == code


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_a_name_and_is_found_by_it(tag: str) -> None:
    assert {one.code: find_tongue(one.name(language(tag))) for one in tongues()} == {
        one.code: one.code for one in tongues()
    }
