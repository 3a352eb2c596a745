"""An answer that cannot become record is named, with a sentence a person can act on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.fields import Field, Kind, Option, Problem, ProblemKind, check, clean
from workbench.i18n import TAGS, language

OPTIONS = (Option("home", "At home"), Option("road", "On a road"))
PEOPLE, EXHIBITS = {"P-01", "P-02"}, {"E-1"}


def field(kind: Kind, key: str = "a", **more: object) -> Field:
    options = OPTIONS if kind in (Kind.CHOICE, Kind.CHOICES) else ()
    return Field(key=key, kind=kind, label="A", options=options, **more)  # type: ignore[arg-type]


def problems(kind: Kind, value: object, *, final: bool = True) -> list[ProblemKind]:
    found = check([field(kind)], {"a": value}, aliases=PEOPLE, exhibits=EXHIBITS, final=final)
    assert all(problem.field == "a" for problem in found)
    return [problem.kind for problem in found]


WRONG = [
    (Kind.TEXT, 12, ProblemKind.NEEDS_TEXT),
    (Kind.TEXT, ["a"], ProblemKind.NEEDS_TEXT),
    (Kind.LINES, {"a": 1}, ProblemKind.NEEDS_TEXT),
    (Kind.TEXT, "a\x00b", ProblemKind.CONTROL_CHARACTER),
    (Kind.LINES, "a\x1bb", ProblemKind.CONTROL_CHARACTER),
    (Kind.TEXT, "\ud800", ProblemKind.CONTROL_CHARACTER),
    (Kind.LINES, "x" * 20_001, ProblemKind.TOO_LONG),
    (Kind.CODE, 12, ProblemKind.NEEDS_TEXT),
    (Kind.PHONE, 7701234567, ProblemKind.NEEDS_TEXT),
    (Kind.CHOICE, ["home"], ProblemKind.NEEDS_TEXT),
    (Kind.CHOICES, "home", ProblemKind.NEEDS_LIST),
    (Kind.CHOICES, [["home"]], ProblemKind.NEEDS_TEXT),
    (Kind.PERSONS, "P-01", ProblemKind.NEEDS_LIST),
    (Kind.EXHIBITS, {"E-1": 1}, ProblemKind.NEEDS_LIST),
    (Kind.NUMBER, True, ProblemKind.NEEDS_NUMBER),
    (Kind.NUMBER, float("nan"), ProblemKind.NEEDS_NUMBER),
    (Kind.NUMBER, float("inf"), ProblemKind.NEEDS_NUMBER),
    (Kind.NUMBER, [1], ProblemKind.NEEDS_TEXT),
    (Kind.DAY, 20250318, ProblemKind.NEEDS_TEXT),
]
UNFIT = [
    (Kind.CHOICE, "sea", ProblemKind.NOT_AN_OPTION),
    (Kind.CHOICES, ["home", "sea"], ProblemKind.NOT_AN_OPTION),
    (Kind.TRUTH, "perhaps", ProblemKind.NEEDS_TRUTH),
    (Kind.NUMBER, "three", ProblemKind.NEEDS_NUMBER),
    (Kind.NUMBER, "1,5", ProblemKind.NEEDS_NUMBER),
    (Kind.NUMBER, "1e5", ProblemKind.NEEDS_NUMBER),
    (Kind.DAY, "2025-02-30", ProblemKind.NEEDS_DAY),
    (Kind.DAY, "18/03/2025", ProblemKind.NEEDS_DAY),
    (Kind.DAY, "0001-01-01", ProblemKind.NEEDS_DAY),
    (Kind.MOMENT, "2025-03-18", ProblemKind.NEEDS_MOMENT),
    (Kind.MOMENT, "2025-03-18 25:00+03:00", ProblemKind.NEEDS_MOMENT),
    (Kind.MOMENT, "0001-01-01T00:00+14:00", ProblemKind.NEEDS_MOMENT),
    (Kind.MOMENT, "2025-03-18 19:40", ProblemKind.NEEDS_ZONE),
    (Kind.PHONE, "12", ProblemKind.NOT_A_PHONE),
    (Kind.PHONE, "0770-CALL-ME", ProblemKind.NOT_A_PHONE),
    (Kind.PERSON, "P-09", ProblemKind.NO_SUCH_PERSON),
    (Kind.PERSONS, ["P-01", "P-09"], ProblemKind.NO_SUCH_PERSON),
    (Kind.EXHIBIT, "E-9", ProblemKind.NO_SUCH_EXHIBIT),
    (Kind.EXHIBITS, ["E-9"], ProblemKind.NO_SUCH_EXHIBIT),
    (Kind.LANGUAGE, "arabic", ProblemKind.NOT_A_LANGUAGE),
    (Kind.COUNTRY, "Uganda", ProblemKind.NOT_A_COUNTRY),
    (Kind.COUNTRY, "QQQ", ProblemKind.NOT_A_COUNTRY),
]


@pytest.mark.parametrize(("kind", "value", "problem"), WRONG)
def test_what_cannot_be_stored_is_refused_even_in_a_draft(kind: Kind, value: object, problem: ProblemKind) -> None:
    assert problems(kind, value, final=False) == [problem]
    assert problems(kind, value) == [problem]


@pytest.mark.parametrize(("kind", "value", "problem"), UNFIT)
def test_what_is_half_typed_may_stay_a_draft_but_not_become_record(
    kind: Kind, value: object, problem: ProblemKind
) -> None:
    assert problems(kind, value, final=False) == []
    assert problems(kind, value) == [problem]


GOOD = [
    (Kind.TEXT, "words"), (Kind.LINES, "x" * 20_000), (Kind.CHOICE, "home"), (Kind.CHOICES, ["road"]),
    (Kind.TRUTH, "no"), (Kind.TRUTH, False), (Kind.NUMBER, 3), (Kind.NUMBER, "٣٫٥"), (Kind.DAY, "2024-02-29"),
    (Kind.MOMENT, "2025-03-18T19:40+03:00"), (Kind.CODE, "A-1"), (Kind.PHONE, "104"), (Kind.PERSON, "p-01"),
    (Kind.PERSONS, ["P-01", "P-02"]), (Kind.EXHIBIT, "E-1"), (Kind.EXHIBITS, ["E-1"]), (Kind.LANGUAGE, "bn"),
    (Kind.COUNTRY, "UG"),
]  # fmt: skip


def test_every_kind_has_a_good_answer_here() -> None:
    assert {kind for kind, _ in GOOD} == set(Kind)


@pytest.mark.parametrize(("kind", "value"), GOOD)
def test_a_good_answer_has_no_problem(kind: Kind, value: object) -> None:
    assert problems(kind, value) == []


def test_required_questions_need_an_answer_only_where_they_are_shown_and_final() -> None:
    asked = [
        field(Kind.TRUTH, "danger", required=True),
        field(Kind.TEXT, "who", required=True, when={"danger": ("yes",)}),
    ]

    def missing(answers: dict[str, object], *, final: bool = True) -> list[str]:
        found = check(asked, answers, aliases=(), exhibits=(), final=final)
        assert all(one.kind is ProblemKind.REQUIRED for one in found)
        return [one.field for one in found]

    assert missing({}) == ["danger"]
    assert missing({}, final=False) == []
    assert missing({"danger": "no"}) == []
    assert missing({"danger": "yes", "who": "  "}) == ["who"]
    # A file may say yes in YAML's own way; the question that hangs on it is asked all the same.
    assert missing({"danger": True}) == ["who"]


def test_a_hidden_answer_is_not_looked_at() -> None:
    asked = [field(Kind.TRUTH, "danger"), field(Kind.DAY, "on", when={"danger": ("yes",)})]
    assert check(asked, {"danger": "no", "on": "never"}, aliases=(), exhibits=(), final=True) == []


def test_an_unknown_field_is_named_first() -> None:
    found = check([field(Kind.NUMBER)], {"zzz": 1, "a": "x"}, aliases=(), exhibits=(), final=True)
    assert [(one.field, one.kind) for one in found] == [
        ("zzz", ProblemKind.UNKNOWN_FIELD),
        ("a", ProblemKind.NEEDS_NUMBER),
    ]


def test_a_zone_given_by_the_caller_completes_a_moment() -> None:
    found = check([field(Kind.MOMENT)], {"a": "2025-03-18 19:40"}, aliases=(), exhibits=(), final=True, zone="UTC")
    assert found == []


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_can_be_said(kind: ProblemKind, tag: str) -> None:
    facts = {"value": "X-1", "limit": 20_000, "example": "E-2"}
    said = Problem("a", kind, facts).say(language(tag))
    assert said.strip()
    assert "{" not in said


answers = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.datetimes() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)


@given(st.sampled_from(Kind), answers)
def test_whatever_comes_in_is_judged_not_tripped_over(kind: Kind, value: object) -> None:
    asked = [field(kind)]
    cleaned = clean(asked, {"a": value}, zone="Asia/Baghdad")
    found = check(asked, {"a": value}, aliases=PEOPLE, exhibits=EXHIBITS, final=True, zone="Asia/Baghdad")
    again = check(asked, cleaned, aliases=PEOPLE, exhibits=EXHIBITS, final=True)
    if not found:
        assert again == []
        assert clean(asked, cleaned) == cleaned


@pytest.mark.parametrize("code", ["prs", "kmr", "sdh", "ckb", "lg", "und"])
def test_a_language_that_people_speak_here_can_be_answered(code: str) -> None:
    asked = Field("spoken", Kind.LANGUAGE, "Language")
    assert check((asked,), {"spoken": code}, aliases=(), exhibits=(), final=True) == []


@pytest.mark.parametrize("code", ["prs", "kmr"])
def test_it_has_a_name_in_every_language_of_the_program(code: str) -> None:
    assert code not in {language(tag).language_name(code) for tag in TAGS}
