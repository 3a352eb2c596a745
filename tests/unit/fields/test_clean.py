"""Answers as they are typed become answers as they are stored."""

from datetime import date, datetime, timedelta, timezone

import pytest

from workbench.fields import Field, Kind, Option, clean, given, shown

PLACES = (Option("home", "At home"), Option("road", "On a road"), Option("7", "Seven"))
BAGHDAD = timezone(timedelta(hours=3))


def field(kind: Kind, key: str = "a", **more: object) -> Field:
    options = PLACES if kind in (Kind.CHOICE, Kind.CHOICES) else ()
    return Field(key=key, kind=kind, label="A", options=options, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        (Kind.TEXT, "  two\n words\t", "two words"),
        (Kind.TEXT, "a\u202eb\u2066c\u2069", "abc"),
        (Kind.TEXT, "می\u200cخوازم", "می\u200cخوازم"),
        (Kind.TEXT, "e\u0301", "\u00e9"),
        (Kind.LINES, "\r\n one  \r two\n\n", " one\n two"),
        (Kind.CODE, "٢٣/أ\u200f ۴", "23/أ 4"),
        (Kind.PHONE, "٠٧٧٠ (123) 45-67", "07701234567"),
        (Kind.PHONE, "00964 770 123 4567", "+9647701234567"),
        (Kind.NUMBER, "۱۲", 12),
        (Kind.NUMBER, "-3", -3),
        (Kind.NUMBER, "\u22123", -3),
        (Kind.NUMBER, "1٬234٫50", "1234.50"),
        (Kind.NUMBER, 7, 7),
        (Kind.NUMBER, 1.5, "1.5"),
        (Kind.DAY, "٢٠٢٥-٠٣-١٨", "2025-03-18"),
        (Kind.DAY, date(2025, 3, 18), "2025-03-18"),
        (Kind.MOMENT, "2025-03-18T19:40+03:00", "2025-03-18T19:40+03:00"),
        (Kind.MOMENT, "٢٠٢٥-٠٣-١٨ ١٩:٤٠", "2025-03-18T19:40+03:00"),
        (Kind.MOMENT, "2025-03-18T16:40:05Z", "2025-03-18T16:40:05+00:00"),
        (Kind.MOMENT, datetime(2025, 3, 18, 19, 40, tzinfo=BAGHDAD), "2025-03-18T19:40+03:00"),
        (Kind.TRUTH, True, "yes"),
        (Kind.TRUTH, False, "no"),
        (Kind.TRUTH, "unknown", "unknown"),
        (Kind.CHOICE, 7, "7"),
        (Kind.CHOICES, ["road", "home", "road"], ["home", "road"]),
        (Kind.CHOICES, ("road",), ["road"]),
        (Kind.PERSON, "p-٠١", "P-01"),
        (Kind.PERSONS, ["p-02", "P-01", "P-02"], ["P-02", "P-01"]),
        (Kind.EXHIBIT, " e-1 ", "E-1"),
        (Kind.EXHIBITS, ["e-1"], ["E-1"]),
        (Kind.LANGUAGE, "LG", "lg"),
        (Kind.LANGUAGE, "kmr", "kmr"),
        (Kind.COUNTRY, "uga", "UGA"),
        (Kind.COUNTRY, "xxa", "XXA"),
        (Kind.COUNTRY, "bd", "BD"),
    ],
)
def test_what_is_typed_is_stored_in_one_form(kind: Kind, typed: object, stored: object) -> None:
    asked = [field(kind)]
    once = clean(asked, {"a": typed}, zone="Asia/Baghdad")
    assert once == {"a": stored}
    assert clean(asked, once) == once


@pytest.mark.parametrize("nothing", [None, "", "  \n", [], ()])
def test_no_answer_leaves_no_trace(nothing: object) -> None:
    assert not given(nothing)
    assert clean([field(Kind.TEXT)], {"a": nothing}) == {}


def test_what_cannot_be_read_is_kept_for_the_person_to_correct() -> None:
    asked = [field(Kind.DAY), field(Kind.NUMBER, "b")]
    assert clean(asked, {"a": "2025-0", "b": "three", "zzz": "?"}) == {"a": "2025-0", "b": "three", "zzz": "?"}


def test_a_hidden_question_takes_its_answer_along() -> None:
    asked = [
        field(Kind.TRUTH, "danger"),
        field(Kind.TEXT, "who", when={"danger": ("yes", "unknown")}),
        field(Kind.TEXT, "hurt", when={"danger": ("yes",), "who": ("P-01",)}),
        field(Kind.TEXT, "doctor", when={"hurt": ("badly",)}),
    ]
    full = {"danger": "yes", "who": "P-01", "hurt": "badly", "doctor": "called"}
    assert clean(asked, full) == full
    assert clean(asked, {**full, "danger": "unknown"}) == {"danger": "unknown", "who": "P-01"}
    assert clean(asked, {**full, "danger": "no"}) == {"danger": "no"}


def test_a_list_of_choices_shows_what_hangs_on_one_of_them() -> None:
    asked = [field(Kind.CHOICES, "where"), field(Kind.TEXT, "street", when={"where": ("road",)})]
    assert [one.key for one in shown(asked, {"where": ["home", "road"]})] == ["where", "street"]
    assert [one.key for one in shown(asked, {"where": ["home"]})] == ["where"]
    assert [one.key for one in shown(asked, {})] == ["where"]


def test_what_a_question_offers() -> None:
    assert field(Kind.TRUTH).choices == ("yes", "no", "unknown")
    assert field(Kind.CHOICE).choices == ("home", "road", "7")
    assert field(Kind.TEXT).choices == ()
