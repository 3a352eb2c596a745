"""Opening a case at the window under the law of the day of the act."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import Person
from tests.ui.guided import field, guide, put, words
from workbench.clock import FixedClock


@pytest.fixture
def asked(person: Person) -> Person:
    person.press("new-case")
    person.write("case-title", "Synthetic case")
    return person


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def test_the_law_is_that_of_today_where_no_day_is_typed(asked: Person, clock: FixedClock) -> None:
    assert "The law of that day is shown; otherwise that of today." in words(dialog())
    asked.press("dialog-yes")
    assert guide(asked).law_on == clock.now().date()


@pytest.mark.parametrize("typed", ["1/5/2010", "٠١/٠٥/٢٠١٠", "2010-05-01"])
def test_the_day_of_the_act_becomes_the_day_whose_law_holds(asked: Person, typed: str) -> None:
    asked.write("field-law_on", typed)
    asked.press("dialog-yes")
    assert guide(asked).law_on == date(2010, 5, 1)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("31/2/2010", "A day that exists is needed here"), ("1/1/2030", "This day still lies ahead.")],
)
def test_a_day_that_cannot_be_is_said_under_it_and_opens_nothing(asked: Person, typed: str, said: str) -> None:
    asked.write("field-law_on", typed)
    asked.press("dialog-yes")
    assert said in words(dialog())
    assert asked.room.case is None
    put(asked, "law_on", "")
    assert said not in words(field(asked, "law_on"))
    asked.press("dialog-yes")
    assert asked.room.case is not None
