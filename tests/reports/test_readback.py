"""The gate at the end: it stops lost and changed letters and lets readers' habits pass."""

import pytest

from workbench.reports.readback import missing

TEXT = "القضية TIP-2026/0147، المبرز E-003 في الساعة ١٣:٤٠، هاتف +964 750 000 0147"


@pytest.mark.parametrize(
    ("read", "lost"),
    [
        (TEXT.replace("0147،", "014،"), "0147"),
        (TEXT.replace("2026", "2062"), "2026"),
        (TEXT.replace("المبرز", "المبر"), "المبرز"),
        (TEXT.replace("القضية", "القضیة"), "القضية"),
        (TEXT.replace("١٣", "٣١"), "١٣"),
        ("", "TIP"),
    ],
)  # fmt: skip
def test_a_lost_or_changed_letter_is_named(read: str, lost: str) -> None:
    assert lost in missing([TEXT], [read])


@pytest.mark.parametrize(
    "read",
    [
        "القضية -2026/0147TIP ،المبرز -003E في الساعة ١٣:٤٠ ،هاتف 0147 000 750 964+",
        "القض ية TIP-2026/0147\r\nالمبرز E-003 فيالساعة ١٣:٤٠ هاتف\u202a+964 750 000 0147\u202c",
    ],
)
def test_signs_that_move_and_words_that_tear_are_let_pass(read: str) -> None:
    assert missing([TEXT], [read]) == []


def test_something_that_was_never_written_is_named() -> None:
    assert missing([TEXT], [TEXT, "غريب"]) == ["غريب"]
