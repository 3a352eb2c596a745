"""What the window decides without a widget: days as people write them, deadlines in words, settings from a file."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.i18n import TAGS, language, plain
from workbench.ui import qss
from workbench.ui.deadlines import said
from workbench.ui.forms.written import read_day, read_moment, write_day, write_moment
from workbench.ui.state import Setup, load, save, speak
from workbench.ui.tables import fold
from workbench.ui.tokens import COLOURS, TONES

ZONE = "Asia/Baghdad"
NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(TAGS), st.sampled_from(["locale", "latin"])
)
def test_a_day_is_read_back_as_it_was_written(on: date, tag: str, digits: str) -> None:
    assert read_day(write_day(on, language(tag, digits=digits))) == on


@given(st.integers(0, 60_000_000), st.sampled_from(TAGS))
def test_a_moment_is_read_back_as_it_was_written(minutes: int, tag: str) -> None:
    # Until 2007 Iraq put its clocks back in autumn: an hour was written twice and cannot be told apart.
    moment = datetime(2008, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert read_moment(write_moment(moment, ZONE, language(tag)), ZONE) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/2/2026",
        "1/3/26",
        "2026",
        "yesterday",
        "1/3/2026 25:00",
        "1/3/2026 9",
        "12:30",
        "1/13/2026 10:00",
    ],
)
def test_what_is_not_a_moment_is_none(text: str) -> None:
    assert read_moment(text, ZONE) is None


@pytest.mark.parametrize(
    "text", ["۲۳/۱۱/۲۰۲۶", "٢٣/١١/٢٠٢٦", "23.11.2026", "2026-11-23", "\u206823/11/2026\u2069"]
)
def test_every_set_of_digits_and_marks_of_direction_are_understood(text: str) -> None:
    assert read_day(text) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("left", "tone", "words"),
    [
        (timedelta(hours=7, minutes=42), "warn", "7:42 left"),
        (timedelta(hours=-1, minutes=35), "late", "0:25 late"),
        (timedelta(hours=20), "neutral", "tomorrow 17:00"),
        (timedelta(days=4), "neutral", "Friday 27/11"),
        (timedelta(days=20), "neutral", "13/12/2026"),
        (timedelta(days=-5), "late", "5 days late"),
    ],
)
def test_a_deadline_is_said_by_how_near_it_is(left: timedelta, tone: str, words: str) -> None:
    speak("en", zone=ZONE)
    found = said(NOW + left, NOW)
    speak("ar_IQ")
    assert (found.tone, plain(found.text)) == (tone, words)


def test_a_doubted_clock_gives_no_figure() -> None:
    speak("en")
    assert said(NOW, NOW, doubted=True).text == "check the clock"
    speak("ar_IQ")


def test_letters_that_people_mix_up_are_found() -> None:
    assert fold("قضیة ڕاپۆرت كتاب") == fold("قضية راپورت کتاب")


def test_settings_survive_a_damaged_file(tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    for content in (
        "",
        "[1]",
        "{",
        '{"language": "xx", "size": 7, "idle_minutes": "9", "folder": 3, "more": 1}',
    ):
        file.write_text(content, encoding="utf-8")
        assert load(file) == Setup()
    save(Setup(language="ckb", theme="dark", idle_minutes=15), file)
    assert load(file) == Setup(language="ckb", theme="dark", idle_minutes=15)


def test_a_folder_that_cannot_be_written_only_means_that_settings_are_forgotten(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    save(Setup(), tmp_path / "file" / "window.json")
    assert load(tmp_path / "file" / "window.json") == Setup()


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    first, second = sorted((light(one), light(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_every_text_stands_out_from_its_ground(dark: bool) -> None:
    pairs = [("text", "surface"), ("text2", "canvas"), ("text3", "surface"), ("onAccent", "accent")]
    pairs.append(("railText", "rail"))
    pairs += [(ink, ground) for ground, ink in TONES.values()]
    weak = {
        pair: round(ratio, 1)
        for pair in pairs
        if (ratio := contrast(COLOURS[pair[0]][dark], COLOURS[pair[1]][dark])) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_style_sheet_has_every_value_filled_in(scale: float) -> None:
    sheet = qss.sheet({role: pair[0] for role, pair in COLOURS.items()}, rtl=True, scale=scale)
    assert "{{" not in sheet
    assert "None" not in sheet


def test_a_code_keeps_its_letter_only_where_two_procedures_meet() -> None:
    from workbench.services import packs
    from workbench.ui.guide.lines import short

    assert short("T10.3", packs.shipped("iq-tip")[0]) == "10.3"
    assert {short(step, packs.shipped("iq-som")[0]) for step in ("T01.1", "S01.1")} == {"T01.1", "S01.1"}
