"""Telephone numbers as they stand in files: of whichever country the station is in, however they are written."""

from collections.abc import Iterator

import pytest

from tests.evidence_reading import read
from workbench.evidence.intake import numbers

AT_HOME = {
    "IQ": ("7901112222", "+9647901112222"), "AF": ("701112222", "+93701112222"), "PK": ("3011112222", "+923011112222"),
    "UZ": ("901112222", "+998901112222"), "KZ": ("7011112222", "+77011112222"),
}  # fmt: skip
CALLS = "Qa,Qb,Qc,Qd\n" + "".join(
    f"x{n},2024-03-{n:02} 10:00:00,0701112222,079933344{n % 2 + 1}\n" for n in range(13, 25)
)


@pytest.fixture(autouse=True)
def at_home_nowhere() -> Iterator[None]:
    yield
    numbers.read_in("")


@pytest.mark.parametrize("region", AT_HOME)
def test_a_number_at_home_is_one_however_it_is_written(region: str) -> None:
    national, whole = AT_HOME[region]
    numbers.read_in(region)
    mark = whole.removesuffix(national).removeprefix("+")
    for written in (national, whole, f"00{mark}{national}", f"{national[:3]} {national[3:]}"):
        assert numbers.number(written) == whole
    assert numbers.is_number(national)


def test_without_a_country_only_whole_numbers_are_put_in_one_form() -> None:
    numbers.read_in("")
    assert numbers.number("0790 111 2222") == "07901112222"
    assert numbers.number("00964 790 111 2222") == "+9647901112222"
    assert not numbers.is_number("07901112222")


def test_the_same_spelling_is_another_number_in_another_country() -> None:
    for region in ("IQ", "TR"):
        card = read("BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL:0532 111 2222\nEND:VCARD\n", "a.vcf", {"region": region})
        found = str(card.items[0].detail["numbers"])
        assert ("+905321112222" in found) is (region == "TR")


def test_the_columns_of_numbers_are_found_by_the_numbers_of_the_country() -> None:
    for region, counts in (("AF", {"calls": 12}), ("IQ", {})):
        assert read(CALLS, "cdr.csv", {"region": region, "format": "calls"}).counts == counts
