"""The legal references that ship: whole, in every language, and never more certain than what was read."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from letters import faults

from workbench.i18n import TAGS
from workbench.law import Law, State, find, inspect
from workbench.law.places import places
from workbench.services import law as told
from workbench.services.packs import shipped, shipped_keys
from workbench.services.vaults import JURISDICTIONS
from workbench.shipped import resource
from workbench.sop import Pack

NOW = date(2025, 3, 18)
PACKS = shipped_keys()


@pytest.fixture(scope="module")
def law() -> Law:
    return told.shipped()


def pairs(pack: Pack) -> set[tuple[str, str]]:
    """Every source and place that the pack names: at a step, at a deadline, at an order."""
    steps = pack.steps.values()
    named = {(one.key, one.place) for step in steps for one in step.sources}
    named |= {(one.source, one.place) for step in steps for one in step.deadlines}
    named |= {(one.source, one.place) for one in pack.orders.values()}
    return {(key, place) for key, place in named if key}


def texts(law: Law) -> list[tuple[str, str]]:
    return [
        *((f"{key} title", one.title) for key, one in law.instruments.items()),
        *((f"{key} note", one.note) for key, one in law.instruments.items() if one.note),
        *((one.context, one.summary) for one in law.provisions),
        *((one.key, one.text) for one in law.questions),
    ]


def test_nothing_is_wrong_with_it() -> None:
    assert [f"{one.file}:{one.line}: {one.message}" for one in inspect(resource("law"))] == []


@pytest.mark.parametrize("key", PACKS)
def test_every_source_of_a_pack_is_known_under_the_same_name(law: Law, key: str) -> None:
    pack, _ = shipped(key)
    assert set(pack.sources) - set(law.instruments) == set()
    for tag in TAGS:
        titles, spoken = law.in_language(tag).instruments, pack.in_language(tag).sources
        differing = {one: (title, titles[one].title) for one, title in spoken.items() if titles[one].title != title}
        assert differing == {}


@pytest.mark.parametrize("key", PACKS)
def test_every_place_of_a_pack_says_something(law: Law, key: str) -> None:
    silent = [
        f"{source} {place}"
        for source, place in sorted(pairs(shipped(key)[0]))
        if not told.provisions(source, place, on=NOW, jurisdiction="", tag="en")[0].summary
    ]
    assert silent == []


@pytest.mark.parametrize("key", PACKS)
def test_every_part_of_a_place_has_its_own_provision_or_one_around_it(law: Law, key: str) -> None:
    lost = []
    for source, place in sorted(pairs(shipped(key)[0])):
        one = law.instruments[source]
        known = [places(part.place) for part in law.provisions if part.instrument == (one.part_of or source)]
        for wanted in places(place):
            numbers = list(wanted.numbers()) if wanted.ranged else [wanted]
            covered = all(
                any(len(spot) == 1 and (spot[0].covers(number) or number.covers(spot[0])) for spot in known)
                for number in numbers
            )
            lost += [] if covered else [f"{source} {place}: {wanted}"]
    assert lost == []


@pytest.mark.parametrize("key", PACKS)
def test_every_step_of_a_pack_can_be_told_everywhere_and_in_every_language(key: str) -> None:
    for step in shipped(key)[0].steps.values():
        for jurisdiction in JURISDICTIONS:
            rows = [told.of_step(step, on=NOW, jurisdiction=jurisdiction, tag=tag) for tag in TAGS]
            assert len({tuple((row.source, row.place, row.mark, row.state) for row in one) for one in rows}) == 1
            assert bool(rows[0]) == bool(step.sources or any(one.source for one in step.deadlines))


@pytest.mark.parametrize("key", PACKS)
def test_a_time_limit_of_the_law_is_as_certain_in_the_pack_as_here(key: str) -> None:
    differing = []
    for step in shipped(key)[0].steps.values():
        for one in step.deadlines:
            rows = told.provisions(one.source, one.place, on=NOW, jurisdiction="", tag="en") if one.source else ()
            if one.basis == "law" and one.mark not in {row.mark for row in rows}:
                differing.append(f"{step.key} {one.source} {one.place}: {one.mark}")
    assert differing == []


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "en"])
def test_every_text_exists_in_the_language_and_keeps_its_letters(law: Law, tag: str) -> None:
    said = dict(texts(law.in_language(tag)))
    assert said.keys() == dict(texts(law)).keys()
    assert {name: found for name, text in said.items() if (found := faults(tag, text))} == {}
    latin = [name for name, text in said.items() if not re.search("[\u0600-\u06ff]", text)]
    assert latin == []


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "en"])
def test_figures_are_the_same_in_every_language(law: Law, tag: str) -> None:
    """Twenty-four hours must not become forty-two on the way; words may stand for figures, not others."""
    english, said = dict(texts(law)), dict(texts(law.in_language(tag)))
    added = {
        name: sorted(extra)
        for name, text in said.items()
        if (extra := set(re.findall(r"\d+", text)) - set(re.findall(r"\d+", english[name].replace(",", ""))))
    }
    assert added == {}


@pytest.mark.parametrize("family", [("NotoSansArabicUI-Regular.ttf", "NotoSans-Regular.ttf"),
                                    ("NotoNaskhArabic-Regular.ttf", "NotoSans-Regular.ttf")])  # fmt: skip
def test_fonts_hold_every_letter(law: Law, family: tuple[str, ...]) -> None:
    held = {chr(code) for file in family for code in TTFont(Path(resource("fonts", file))).getBestCmap()}
    used = {c for tag in TAGS for _, text in texts(law.in_language(tag)) for c in text}
    assert {c for c in used if unicodedata.category(c)[0] != "C"} - held == set()


def test_a_place_of_ours_is_one_place(law: Law) -> None:
    assert [one.place for one in law.provisions if one.place and len(places(one.place)) != 1] == []


def test_jurisdictions_are_those_of_the_program(law: Law) -> None:
    named = {one for part in (*law.instruments.values(), *law.provisions) for one in part.jurisdictions}
    assert named == set(JURISDICTIONS)


def test_what_was_not_read_stays_to_be_verified(law: Law) -> None:
    """The articles of the trafficking law that nobody could read, and the number of the Region's law."""
    unread = ("art 5 first", "art 7", "art 8", "art 9", "art 10", "art 11", "art 11 tenth", "arts 12-14")
    for place in unread:
        assert {one.mark for one in find(law, "IQ-TIP-28-2012", place, NOW, "iq")} == {"GK"}
    assert {one.mark for one in find(law, "IQ-TIP-28-2012", "art 6", NOW, "iq")} == {"S"}
    assert law.instruments["KRI-6-2018"].mark == "GK"
    extension = find(law, "IQ-CONST-2005", "art 19(13)", NOW, "iq")
    assert [one.mark for one in extension] == ["S", "GK"]


def test_a_case_of_2010_does_not_see_the_law_of_2012(law: Law) -> None:
    then = date(2010, 5, 1)
    assert "IQ-TIP-28-2012" not in law.at(then, "iq").instruments
    assert find(law, "IQ-TIP-28-2012", "art 6", then, "iq") == ()
    assert find(law, "IQ-TIP-28-2012", "art 6", NOW, "iq")
    assert law.state(law.instruments["IQ-TIP-28-2012"], then) is State.NOT_YET


@pytest.mark.parametrize("key", ["IQ-DRAFT-2024", "IQ-TIP-DRAFT", "IQ-ARAB-TIP-BILL"])
def test_a_draft_is_never_in_force(law: Law, key: str) -> None:
    for year in (1990, 2012, 2024, 2100):
        on = date(year, 6, 1)
        assert law.state(law.instruments[key], on) is State.DRAFT
        assert key not in law.at(on, "").instruments
        assert find(law, key, "", on, "iq") == ()


def test_the_repealed_residence_law_gives_way_to_its_successor(law: Law) -> None:
    old, new = law.instruments["IQ-RES-118-1978"], law.instruments["IQ-RES-76-2017"]
    assert old.repealed_by == new.key
    assert [law.state(old, date(year, 6, 1)) for year in (2016, 2018)] == [State.IN_FORCE, State.REPEALED]
    assert [law.state(new, date(year, 6, 1)) for year in (2016, 2018)] == [State.NOT_YET, State.IN_FORCE]
    assert law.state(new, date(2017, 6, 1)) is State.UNKNOWN


def test_the_region_has_its_own_rules(law: Law) -> None:
    federal, region = (find(law, "IQ-CPC-23-1971", "art 61(c)", NOW, one) for one in ("iq", "iq-kr"))
    assert [one.mark for one in federal] == ["GK"]
    assert [(one.mark, one.jurisdictions) for one in region] == [("S", ("iq-kr",))]
    assert find(law, "IQ-CPC-23-1971", "art 136(b)", NOW, "iq")
    assert find(law, "IQ-CPC-23-1971", "art 136(b)", NOW, "iq-kr") == ()
    assert find(law, "IQ-TIP-28-2012", "art 6", NOW, "iq-kr") == ()
    assert find(law, "UNTOC-TIP", "art 3", NOW, "iq-kr")


def test_the_open_questions_are_kept(law: Law) -> None:
    assert len(law.questions) == 10
    assert told.open_questions("KRI-6-2018", tag="en")
