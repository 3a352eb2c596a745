"""What was recorded elsewhere stands in the form as it was, and what is put in place of another answer is alone."""

import pytest
from pytestqt.qtbot import QtBot

from workbench.fields import Field, Kind, Option
from workbench.ui.forms import Form, Known

YES_NO = (Option("granted", "Granted"), Option("refused", "Refused"))
FIELDS = (
    Field("state", Kind.COUNTRY, "Country"), Field("spoken", Kind.LANGUAGE, "Language"),
    Field("person", Kind.PERSON, "Person"), Field("verdict", Kind.CHOICE, "Verdict", options=YES_NO),
)  # fmt: skip


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(FIELDS, Known(people=[("P-01", "victim")]), {"state": "UGA", "spoken": "rw", "person": "P-09"})
    qtbot.addWidget(made)
    return made


def test_an_answer_that_is_on_no_list_is_not_lost(form: Form) -> None:
    assert form.answers() == {"state": "UG", "spoken": "rw", "person": "P-09"}


def test_a_country_that_has_no_two_letters_is_kept(form: Form) -> None:
    form.box("state").input.put("XXA")
    assert form.answers()["state"] == "XXA"


def test_an_answer_put_in_place_of_another_stands_alone_and_can_be_taken_away(form: Form) -> None:
    verdict = form.box("verdict").input
    verdict.put("granted")
    verdict.put("refused")
    assert form.answers()["verdict"] == "refused"
    verdict.put(None)
    assert "verdict" not in form.answers()
