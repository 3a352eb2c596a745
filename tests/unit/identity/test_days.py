"""Days and births as people say them: three scripts, two calendars, nothing guessed, nothing impossible kept."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import Reason, Refusal, explain
from workbench.i18n import TAGS, language
from workbench.i18n.calendar import MONTHS
from workbench.identity import births, days
from workbench.identity.births import Birth
from workbench.identity.days import hijri_of, hijri_span, told, written_day

TODAY = date(2026, 11, 25)
HIJRI_DAYS = st.dates(date(1924, 8, 1), date(2077, 11, 16))


@pytest.mark.parametrize("text", [
    "31/12/2005", "31-12-2005", "31.12.2005", "31 12 2005", "2005-12-31", "2005/12/31", "٣١/١٢/٢٠٠٥", "۳۱/۱۲/۲۰۰۵",
    "31 December 2005", "31 dec 2005", "31 كانون الأول 2005", "31 كانون الاول ٢٠٠٥", "31ـی کانوونی یەکەمی 2005",
    "31 کانوونا ئێکێ 2005", "\u202b31/12/2005\u202c", "31st of December, 2005", "31/12/2005م",
])  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert written_day(text) == date(2005, 12, 31)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("month", range(12))
def test_every_month_that_the_program_writes_is_read(tag: str, month: int) -> None:
    assert written_day(f"15 {MONTHS[tag][month]} 2005") == date(2005, month + 1, 15)
    assert written_day(language(tag).day_long(date(2005, month + 1, 15))) == date(2005, month + 1, 15)


@pytest.mark.parametrize(("text", "kind", "low", "high"), [
    ("2005", "exact", "2005", ""), ("about 2005", "about", "2005", ""), ("حوالي ٢٠٠٥", "about", "2005", ""),
    ("نزیکەی 2005", "about", "2005", ""), ("~2005", "about", "2005", ""), ("before 1990", "before", "1990", ""),
    ("قبل 1990", "before", "1990", ""), ("after 1/2/2000", "after", "2000-02-01", ""),
    ("between 2003 and 2005", "between", "2003", "2005"), ("بين 2003 و2005", "between", "2003", "2005"),
    ("لە نێوان 2003 بۆ 2005", "between", "2003", "2005"), ("2003–2005", "between", "2003", "2005"),
    ("March 2005", "between", "2005-03-01", "2005-03-31"), ("آذار 2005", "between", "2005-03-01", "2005-03-31"),
    ("unknown", "unknown", "", ""), ("غير معروف", "unknown", "", ""), ("نەزانراو", "unknown", "", ""),
    ("", "unknown", "", ""),
    ("refused", "refused", "", ""), ("رفض الإجابة", "refused", "", ""),
])  # fmt: skip
def test_what_was_said_is_kept_as_it_was_meant(text: str, kind: str, low: str, high: str) -> None:
    found = told(text)
    assert (found.kind, found.low, found.high, found.told, found.calendar) == (
        kind,
        low,
        high,
        text,
        "gregorian",
    )


@pytest.mark.parametrize(("text", "low", "high"), [
    ("12/9/1425 هـ", "2004-10-26", ""), ("12 رمضان 1425", "2004-10-26", ""),
    ("١٢ رمضان ١٤٢٥ هـ", "2004-10-26", ""),
    ("12 Ramadan 1425 AH", "2004-10-26", ""), ("1425 هـ", "2004-02-21", "2005-02-09"),
    ("1425AH", "2004-02-21", "2005-02-09"),
    ("رمضان 1425", "2004-10-15", "2004-11-13"), ("between 1424 and 1425 AH", "2003-03-04", "2005-02-09"),
])  # fmt: skip
def test_a_hijri_date_becomes_the_gregorian_days_that_it_spans(text: str, low: str, high: str) -> None:
    found = told(text)
    assert (found.low, found.high, found.calendar, found.told) == (low, high, "hijri", text)


@given(HIJRI_DAYS)
def test_hijri_and_back_is_the_same_day(day: date) -> None:
    hijri = hijri_of(day)
    assert hijri_span(*map(int, hijri.split("-"))) == (day, day)
    assert written_day(hijri, "hijri") == day
    assert written_day("/".join(reversed(hijri.split("-"))) + " هـ") == day


@given(st.integers(*days.HIJRI_YEARS))
def test_hijri_years_follow_each_other_without_a_gap(year: int) -> None:
    first, last = hijri_span(year)
    assert 353 <= (last - first).days + 1 <= 356
    if year < days.HIJRI_YEARS[1]:
        assert hijri_span(year + 1)[0] == last + timedelta(days=1)


@pytest.mark.parametrize("text", [
    "31/2/2005", "29/2/2003", "31/4/2005", "1/13/2005", "0/1/2005", "1/1/05", "12 March", "20050102", "1 2 3 2005",
    "2005 5 2006", "9999", "1384", "1384 ش", "1425", "31 شعبان 1425 هـ", "1342 هـ", "1501 هـ", "yesterday",
    "؟؟؟", "1" * 201,
    "between 2005 and 2003", "2005 هـ",
])  # fmt: skip
def test_a_date_that_cannot_be_is_refused_with_its_reason(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        told(text)
    assert refused.value.reason is Reason.DAY_WRONG
    for tag in TAGS:
        sentence, remedy = explain(refused.value, language(tag))
        assert sentence
        assert remedy


def test_only_one_day_is_a_day() -> None:
    with pytest.raises(Refusal):
        written_day("March 2005")


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert kind_or_reason(text) in (*days.KINDS, Reason.DAY_WRONG)


def kind_or_reason(text: str) -> str:
    try:
        return told(text).kind
    except Refusal as refused:
        return refused.reason


@given(st.dates(date(1930, 1, 1), TODAY), st.sampled_from("/-. "))
def test_day_first_in_figures_is_read_back(day: date, between: str) -> None:
    assert told(f"{day.day}{between}{day.month}{between}{day.year}").low == day.isoformat()


@pytest.mark.parametrize(("born", "age"), [
    (Birth("exact", "2010-11-25"), (16, 16)), (Birth("exact", "2010-11-26"), (15, 15)),
    (Birth("exact", "2010"), (15, 16)),
    (Birth("about", "2010"), (13, 18)), (Birth("between", "2008", "2010-11-25"), (16, 18)), (Birth("unknown"),
    (None, None)),
    (Birth("refused"), (None, None)), (Birth("before", "1990"), (36, births.OLDEST)), (Birth("after", "2010"),
    (0, 15)),
])  # fmt: skip
def test_age_is_what_the_birth_allows(born: Birth, age: tuple[int | None, int | None]) -> None:
    assert births.age_between(born, TODAY) == age


@pytest.mark.parametrize(("kind", "low", "high"), [
    ("exact", "2027", ""), ("exact", "1890-01-01", ""), ("exact", "2003-02-29", ""), ("exact", "20050102", ""),
    ("exact", "", ""), ("between", "2005", "2003"), ("sometime", "2005", ""), ("about", "x", ""),
])  # fmt: skip
def test_a_birth_that_cannot_be_is_refused(kind: str, low: str, high: str) -> None:
    with pytest.raises(Refusal) as refused:
        births.birth(kind, low, high, TODAY)
    assert refused.value.reason is Reason.PERSON_WRONG


def test_births_that_are_stored_are_read_as_before() -> None:
    assert births.birth("exact", "٢٠٠٥-٠١-٠٢", "", TODAY) == Birth("exact", "2005-01-02")
    assert births.birth("between", "2003", "2005", TODAY) == Birth("between", "2003", "2005")
    assert births.birth("unknown", "x", "y", TODAY) == Birth("unknown")


@pytest.mark.parametrize(("kind", "low", "high", "found"), [
    ("exact", "1425", "", ("between", "2004-02-21", "2005-02-09")),
    ("exact", "1425-09-12", "", ("exact", "2004-10-26", "")),
    ("about", "1425", "", ("between", "2002-02-21", "2007-02-09")),
    ("before", "1425", "", ("before", "2004-02-21", "")),
    ("after", "1425", "", ("after", "2005-02-09", "")),
    ("between", "1424", "1425", ("between", "2003-03-04", "2005-02-09")),
])  # fmt: skip
def test_a_birth_in_the_hijri_calendar(kind: str, low: str, high: str, found: tuple[str, str, str]) -> None:
    born = births.birth(kind, low, high, TODAY, calendar="hijri")
    assert (born.kind, born.low, born.high, born.calendar) == (*found, "hijri")
    assert low in born.told


@given(st.integers(0, 100), st.integers(0, 10), st.dates(date(1990, 1, 1), TODAY))
def test_an_age_and_the_birth_behind_it_are_the_same(low: int, more: int, on: date) -> None:
    born = births.birth_of_age(low, low + more, on)
    assert births.age_between(born, on) == (low, low + more)
    assert born.high <= on.isoformat()


@pytest.mark.parametrize(("text", "age"), [
    ("14", (14, 14)), ("١٤", (14, 14)), ("about 14", (12, 16)), ("حوالي 14", (12, 16)), ("15-17", (15, 17)),
    ("between 15 and 17", (15, 17)), ("بين 15 و17", (15, 17)), ("about 1", (0, 3)),
])  # fmt: skip
def test_an_age_in_words(text: str, age: tuple[int, int]) -> None:
    born = births.birth_of_age_told(text, TODAY)
    assert births.age_between(born, TODAY) == age
    assert born.told == text


@pytest.mark.parametrize("text", ["", "old", "121", "17-15", "-3", "1.5", "between 15", "14 months"])
def test_what_is_no_age_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        births.birth_of_age_told(text, TODAY)
    assert refused.value.reason is Reason.PERSON_WRONG


@pytest.mark.parametrize(("day", "country", "custom"), [
    ("1990-07-01", "", True), ("1990-07-01", "IQ", True), (date(1990, 7, 1), "iq", True),
    ("1990-07-02", "IQ", False),
    ("1990", "IQ", False), ("", "IQ", False), ("1990-07-01", "SY", False),
])  # fmt: skip
def test_first_of_july_is_a_custom_of_registration(day: str | date, country: str, custom: bool) -> None:
    assert births.registration_custom(day, country) is custom
