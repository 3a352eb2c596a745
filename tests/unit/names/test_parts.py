"""Parts: compounds are made whole, articles, titles and «son of» fall away, kunyas stand beside the name."""

import pytest

from workbench.names import Form, Kind, parts


def texts(name: str) -> list[str]:
    return [part.text for part in parts(name).parts]


@pytest.mark.parametrize("name", [
    "عبد الستار رشيد", "عبدالستار رشيد", "Abd al-Sattar Rashid", "Abdel Sattar Rashid", "Abdulsattar Rashid",
    "Abd-ul-Sattar Rashid", "عەبدولسەتار ڕەشید", "ئەبدولسەتار رەشید", "Ebdulsetar Reşîd", "Abdussattar Rashid",
])  # fmt: skip
def test_a_servant_compound_is_one_part_however_it_is_joined(name: str) -> None:
    first, second = parts(name).parts
    assert first.form is Form.SERVANT
    assert first.sounds[0].strip("ş")[:1] == "s"
    assert second.form is Form.PLAIN


@pytest.mark.parametrize("name", [
    "بهاء الدين", "بهاءالدين", "Bahauddin", "Baha al-Din", "Bahaaddin", "Baha Uddin", "بەهائەدین", "بههائهدین",
    "Behaedîn",
])  # fmt: skip
def test_a_compound_of_religion_is_one_part_however_it_is_joined(name: str) -> None:
    (only,) = parts(name).parts
    assert only.form is Form.RELIGION


@pytest.mark.parametrize("name", ["عابدين", "Abidin", "Abdin", "ليلى", "Layla", "عبود", "Abdi", "Gulala", "الياس"])
def test_names_that_only_look_like_compounds_are_none(name: str) -> None:
    (only,) = parts(name).parts
    assert only.form is Form.PLAIN


@pytest.mark.parametrize(("name", "left"), [
    ("الشيخ طارق بن رشيد العزاوي", ["طارق", "رشيد", "العزاوي"]),
    ("د. طارق رشيد", ["طارق", "رشيد"]),
    ("Haji Tariq ibn Rashid", ["Tariq", "Rashid"]),
    ("مام ڕەشید", ["ڕەشید"]),
    ("طارق رشيد آغا", ["طارق", "رشيد"]),
    ("Tariq RASHID al-Basri", ["Tariq", "RASHID", "Basri"]),
])  # fmt: skip
def test_titles_and_son_of_fall_away_and_the_rest_is_as_written(name: str, left: list[str]) -> None:
    assert texts(name) == left


def test_initials_are_kept_as_such_and_a_doctor_is_no_initial_among_them() -> None:
    assert [part.kind for part in parts("د. ش. العزاوي").parts] == [Kind.INITIAL, Kind.INITIAL, Kind.NISBA]
    assert [part.kind for part in parts("Sh. T. al-Basri").parts] == [Kind.INITIAL, Kind.INITIAL, Kind.NISBA]


def test_a_kunya_stands_beside_the_name_wherever_it_is_written() -> None:
    for name in ("أبو دلشاد بختيار لؤي", "بختيار لؤي (أبو دلشاد)", "بختيار لؤي «ابو دلشاد»"):
        read = parts(name)
        assert [part.text for part in read.parts] == ["بختيار", "لؤي"]
        assert [(part.kind, part.text) for part in read.kunyas] == [(Kind.FATHER_OF, "دلشاد")]
    assert parts("أم دلشاد").kunyas[0].kind is Kind.MOTHER_OF


def test_a_family_name_before_a_comma_or_with_its_article_first_goes_to_the_end() -> None:
    for name in ("AL-BASRI, BAKHTIAR AYOUB", "البصري، بختيار أيوب", "al-Basri Bakhtiar Ayoub"):
        read = parts(name)
        assert read.turned
        assert read.parts[-1].kind is Kind.NISBA


def test_a_bracket_that_is_never_closed_loses_nothing() -> None:
    assert texts("بختيار (لؤي البصري") == ["بختيار", "لؤي", "البصري"]


def test_nothing_of_a_name_is_nothing() -> None:
    for text in ("", "   ", "123", "٠٧٧٠", "😀", "\u202e\u202c", "(((", "،", "-'."):
        assert parts(text).parts == parts(text).kunyas == ()
