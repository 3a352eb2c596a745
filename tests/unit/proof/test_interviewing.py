"""The pure part of interviewing: what warns, lines out of plain text, and two statements beside each other."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.i18n import TAGS, language
from workbench.proof.interviewing import (
    Situation,
    Spoken,
    Voice,
    compare_statements,
    inspect_interviews,
    lines_of,
    load_interviews,
    warnings,
)
from workbench.proof.interviewing.warned import longest_stretch
from workbench.shipped import resource

RULES = load_interviews(resource("evidence"))
NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
GOOD = Situation(
    "witness", started_at=NINE, ended_at=NINE + timedelta(minutes=40), held=True, voluntary="yes", promised="no",
    private="yes", fit="yes",
)  # fmt: skip


def _keys(of: Situation) -> set[str]:
    return {one.key for one in warnings(of, RULES)}


def test_a_good_talk_warns_of_nothing() -> None:
    assert _keys(GOOD) == set()


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ({"child": True, "trained": "yes"}, {"child_alone"}),
        ({"child": True, "trained": "yes", "room": ("guardian",)}, {"no_break"}),
        ({"child": True, "room": ("social_worker",), "earlier": ("IV-01",), "trained": "yes"}, {"child_again"}),
        ({"child": True, "room": ("guardian",)}, {"child_untrained"}),
        ({"capacity": "suspect"}, {"rights_missing", "lawyer_absent"}),
        ({"capacity": "accused", "rights_read": True, "room": ("lawyer",)}, {"rights_open"}),
        ({"capacity": "suspect", "victim_side": True}, {"victim_suspected"}),
        ({"started_at": NINE.replace(hour=21, minute=40), "ended_at": NINE.replace(hour=22, minute=20)}, {"night"}),
        ({"started_at": NINE.replace(hour=5), "ended_at": NINE.replace(hour=5, minute=40)}, {"night"}),
        ({"language": "bn", "own_languages": ("lg",)}, {"interpreter_missing"}),
        ({"wished_sex": "female", "officer_sex": "male"}, {"officer_sex"}),
        ({"recorded": "video"}, {"unrecorded"}),
        ({"apart": ("P-02",)}, {"no_contact"}),
        ({"voluntary": "unknown"}, {"not_voluntary"}),
        ({"promised": "yes"}, {"promised"}),
    ],
)
def test_each_lack_is_named(changed: dict[str, object], wanted: set[str]) -> None:
    found = warnings(replace(GOOD, **changed), RULES)  # type: ignore[arg-type]
    assert wanted <= {one.key for one in found}
    for tag in TAGS:
        assert all("{" not in one.say(language(tag)) for one in found)


def test_an_interpreter_that_is_in_order_warns_of_nothing() -> None:
    voice = Voice("X", ("bn",), NINE - timedelta(minutes=5), understood="yes", sex="female")
    good = replace(GOOD, voice=voice, language="bn", own_languages=("bn",), wished_sex="female")
    assert _keys(good) == set()
    for changed, wanted in (
        ({"sworn_at": NINE + timedelta(minutes=1)}, "interpreter_unsworn"), ({"sworn_at": None}, "interpreter_unsworn"),
        ({"ties": ("embassy",)}, "interpreter_tie"), ({"other_side": ("IV-02",)}, "interpreter_both"),
        ({"languages": ("hi",)}, "interpreter_language"), ({"understood": "no"}, "interpreter_dialect"),
        ({"open_doubts": 1}, "interpreter_doubted"), ({"sex": "male"}, "interpreter_sex"),
    ):  # fmt: skip
        assert _keys(replace(good, voice=replace(voice, **changed))) == {wanted}  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.integers(0, 120), st.integers(0, 30)), max_size=6))
def test_the_longest_stretch_is_never_longer_with_one_more_break(pauses: list[tuple[int, int]]) -> None:
    end = NINE + timedelta(minutes=120)
    breaks = [(NINE + timedelta(minutes=a), NINE + timedelta(minutes=a + b)) for a, b in pauses]
    whole = longest_stretch(NINE, end, breaks)
    assert 0 <= whole <= 120
    assert longest_stretch(NINE, end, [*breaks, (NINE + timedelta(minutes=60), NINE + timedelta(minutes=70))]) <= whole


def test_the_shipped_rules_are_whole_and_say_themselves_in_every_language(tmp_path: Path) -> None:
    assert [f"{one.file}:{one.line}: {one.message}" for one in inspect_interviews(resource("evidence"))] == []
    for tag in ("ar_IQ", "ckb"):
        said = RULES.in_language(tag)
        assert said.phases["account"].ask["open"].text != RULES.phases["account"].ask["open"].text
        assert set(said.rights) == set(RULES.rights)
    assert all(one.why for phase in RULES.phases.values() for one in phase.avoid.values())


def test_lines_of_an_arabic_record() -> None:
    read = lines_of("محضر\nالرقم: ١\n\nس: احكي\nج: كنت هناك\nثم رجعت\nس١: ومتى؟\nج١: أمس\n\nتُليت: فأقرها.\n")
    assert read.head == "محضر\nالرقم: ١"
    assert read.lines == (("q", "احكي"), ("a", "كنت هناك\nثم رجعت"), ("q", "ومتى؟"), ("a", "أمس"))
    assert (read.tail, read.language) == ("تُليت: فأقرها.", "ar")


def test_lines_of_a_sorani_record_and_of_a_free_account() -> None:
    assert lines_of("پ: چی؟\nو: نازانم\n").lines == (("q", "چی؟"), ("a", "نازانم"))
    assert lines_of("First part\ngoes on\n\nSecond").lines == (("n", "First part\ngoes on"), ("n", "Second"))
    assert lines_of(" \n\n").lines == ()


@given(st.text(max_size=300))
def test_any_text_gives_lines_without_losing_a_word(text: str) -> None:
    read = lines_of(text)
    kept = "".join([read.head, *(words for _, words in read.lines), read.tail])
    wanted = "".join(text.removeprefix("\ufeff").split())
    if not read.language:
        assert "".join(kept.split()) == wanted


def _compared(a: str, b: str) -> list[str]:
    return [one.label for one in compare_statements([Spoken("1", a)], [Spoken("1", b)])]


def test_side_by_side_in_neutral_words() -> None:
    assert _compared("أغلق ئاراس الباب بالقفل", "أغلق ئاراس الباب بالقفل.") == ["same"]
    assert _compared("دفعت للوكيل 4000 دولار", "دفعت للوكيل ٤٢٠٠ دولار") == ["differs"]
    assert _compared("دفعت للوكيل 4000 دولار", "دفعت للوكيل ٤٠٠٠ دولار") == ["same"]
    assert _compared("كان هناك كلب", "نزل المطر طويلا") == ["only_here", "only_here"]


words = st.lists(st.sampled_from("gate locked 2024 keys Aras night bread passport car white 417".split()), max_size=8)


@given(st.lists(words, max_size=5), st.lists(words, max_size=5))
def test_every_sentence_stands_once_on_its_side(left: list[list[str]], right: list[list[str]]) -> None:
    a = [Spoken(str(n), " ".join(one)) for n, one in enumerate(left)]
    b = [Spoken(str(n), " ".join(one)) for n, one in enumerate(right)]
    rows = compare_statements(a, b)
    assert [one.left for one in rows if one.left] == [one for one in a if one.text]
    assert sorted(one.right.line for one in rows if one.right) == sorted(one.line for one in b if one.text)
    assert {one.label for one in rows} <= {"same", "differs", "only_here"}
    assert all((one.left is None or one.right is None) == (one.label == "only_here") for one in rows)
