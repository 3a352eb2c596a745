"""The faults of a custody record: each by itself and none elsewhere, corrected, explained, and in the known records."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.evidence.chains import INJECTIONS, RULES, SIGNED, START, add, later, lawful, seized
from workbench.evidence import custody_words
from workbench.evidence.chain import Entry, live
from workbench.evidence.custody import FAULTS, Fault, faults, holding, slip
from workbench.i18n import TAGS, language, plain

UNDER = {"seal_before": "100", "seal_after": "100"}


def found(entries: list[Entry], hours: float = 1, **more: datetime) -> tuple[Fault, ...]:
    return faults(entries, now=later(entries, hours), rules=RULES, **more)


def keys(entries: list[Entry], hours: float = 1, **more: datetime) -> list[str]:
    return [one.key for one in found(entries, hours, **more)]


# Five synthetic records whose faults were planted: entries as (kind, time, by, to, seal before, after, number, amount).
A, B = "2025-03-%sT%s+03:00", "2025-02-%sT%s+03:00"
KNOWN = {
    "a-d002": (
        [
            ("seized", A % (26, "05:25"), "airport officer", "Capt. Saif", "", "55140", 1, ""),
            ("moved", A % (26, "06:10"), "Capt. Saif", "unit store", "55140", "55140", 2, ""),
            ("opened", A % (27, "09:00"), "digital examiner", "", "55140", "55141", 3, ""),
        ],
        [],
    ),
    "a-b002": (
        [
            ("seized", A % (20, "14:20"), "", "Lt. Zainab", "", "55120", 1, ""),
            ("handed_over", A % (20, "16:00"), "Lt. Zainab", "unit store", "55210", "55210", 2, ""),
        ],
        [("seal_mismatch", {"was": "55120", "read": "55210", "slip": "transposed"})],
    ),
    "a-d003": (
        [
            ("received", A % (18, "23:10"), "A-P01", "Lt. Zainab", "", "55105", 1, ""),
            ("examined", A % (19, "15:40"), "digital examiner", "", "55105", "55106", 3, ""),
        ],
        [
            ("number_gap", {"missing": (2,), "number": 3}),
            ("untracked", {"holder": "Lt. Zainab", "by": "digital examiner", "minutes": 16 * 60 + 30}),
        ],
    ),
    "b-b006": (
        [
            ("seized", B % (10, "10:40"), "", "", "", "66205", 1, "4,200 USD/42"),
            ("handed_over", B % (10, "14:00"), "", "", "66205", "66230", 2, "4,100 USD/41"),
        ],
        [("measure_changed", {"count": ("42", "41"), "amount": ("4,200 USD", "4,100 USD"), "intact": True})],
    ),
    "b-d002": (
        [
            ("seized", B % ("07", "11:25"), "", "", "", "66190", 1, ""),
            ("examined", B % ("07", "10:50"), "", "", "66190", "", 2, ""),
        ],
        [("time_order", {"kind": "examined", "earlier": "seized"})],
    ),
}


def written(rows: list[tuple[str, str, str, str, str, str, int, str]]) -> list[Entry]:
    made = []
    for seq, (kind, at, by, to, before, after, number, amount) in enumerate(rows, start=1):
        measures = dict(zip(("amount", "count"), amount.split("/"), strict=True)) if amount else {}
        made.append(
            Entry(
                seq, kind, datetime.fromisoformat(at), by, to, seal_before=before, seal_after=after,
                written_no=number, measures=measures,
            )
        )  # fmt: skip
    return made


@pytest.mark.parametrize("name", KNOWN)
def test_the_planted_faults_of_the_known_records_are_found_and_no_others(name: str) -> None:
    rows, expected = KNOWN[name]
    entries = written(rows)
    says = found(entries)
    assert [one.key for one in says] == [key for key, _ in expected]
    for one, (_, facts) in zip(says, expected, strict=True):
        assert {key: one.facts[key] for key in facts} == facts
        assert (one.seq, one.other_seq) == (2, 1)


@given(lawful())
def test_a_lawful_record_has_no_fault(entries: list[Entry]) -> None:
    assert found(entries) == ()


@pytest.mark.parametrize("key", FAULTS)
@given(entries=lawful(), data=st.data())
@settings(max_examples=25)
def test_one_fault_put_into_a_lawful_record_is_found_and_nothing_else(
    key: str, entries: list[Entry], data: st.DataObject
) -> None:
    broken, wait = INJECTIONS[key](entries, data.draw(st.integers(1, len(entries) - 1)))
    says = faults(broken, now=max(entries[-1].at, broken[-1].at if key != "future" else START) + wait, rules=RULES)
    assert [one.key for one in says] == [key]


@given(lawful(), st.randoms())
def test_the_order_in_which_entries_are_handed_in_does_not_matter(entries: list[Entry], chance: object) -> None:
    mixed = list(entries)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert live(mixed) == live(entries)


def test_a_number_is_read_in_any_digits_and_spacing_and_a_slip_of_the_pen_is_named() -> None:
    same = add(seized(seal_after="AB 55-120"), "moved", from_whom="Zainab", to_whom="store", seal_before="ab٥٥١٢٠")
    assert keys(same) == []
    assert [slip("55120", other) for other in ("55210", "55121", "55102", "25150", "5512", "55120")] == [
        "transposed", "one_digit", "transposed", "", "", "",
    ]  # fmt: skip


def test_a_seal_that_nobody_broke_is_a_mismatch_even_where_only_the_new_number_was_written() -> None:
    assert keys(add(seized(), "moved", from_whom="Zainab", to_whom="store", seal_after="200")) == ["seal_mismatch"]
    assert keys(add(seized(), "resealed", from_whom="Zainab", seal_after="200")) == []
    unsealed = add(seized(seal_after=""), "moved", from_whom="Zainab", to_whom="store", seal_before="77")
    assert keys(unsealed) == [], "where no seal was recorded before there is nothing to compare"


def test_what_was_opened_must_carry_a_new_seal() -> None:
    opened = add(seized(), "opened", from_whom="Zainab", seal_before="100")
    assert keys(opened) == ["unsealed"]
    assert found(opened)[0].other_seq == 0
    assert keys(add(opened, "examined", from_whom="Zainab")) == ["unsealed"], "once, however long it stays open"
    moved = add(opened, "moved", from_whom="Zainab", to_whom="store")
    assert [(one.key, one.seq, one.other_seq) for one in found(moved)] == [("unsealed", 2, 3)]
    assert keys(add(opened, "stored", from_whom="Zainab", to_whom="store", seal_after="101")) == []
    assert keys(add(opened, "returned", from_whom="Zainab", to_whom="owner", order="O-1")) == []
    lent = add(add(seized(), "lent", from_whom="Zainab", to_whom="Karim", **UNDER), "opened", from_whom="Karim")
    back = add(lent, "returned", from_whom="Karim", to_whom="Zainab")
    assert [(one.key, one.seq, one.other_seq) for one in found(back)] == [("unsealed", 3, 4)], "it only came back"
    assert keys(add(seized(), "opened", from_whom="Zainab", **UNDER)) == ["unsealed"], "the old seal is no new one"
    assert keys(add(seized(seal_after=""), "examined", from_whom="Zainab")) == [], "it was under no seal"


def test_time_without_a_holder_is_counted() -> None:
    at = later(seized(), 16.5)
    away = add(seized(), "examined", from_whom="Dr. Karim", seal_before="100", seal_after="101", at=at)
    assert [(one.key, one.facts["minutes"]) for one in found(away)] == [("untracked", 990)]
    assert keys(add(seized(), "examined", to_whom="Karim", seal_before="100", seal_after="101")) == ["untracked"]
    after = add(away, "handed_over", from_whom="Karim", to_whom="Saif", seal_before="101")
    assert keys(after) == ["untracked"], "one gap is one fault"
    nameless = add(seized(), "examined", seal_before="100", seal_after="101")
    assert keys(nameless) == [], "where no name was written there is none to compare"


def test_what_was_sent_and_not_signed_for_has_no_holder_until_it_is_received() -> None:
    sent = add(seized(), "handed_over", from_whom="Zainab", to_whom="Saif", awaiting=True, signed_from="yes")
    assert keys(sent, 47) == []
    assert keys(sent, 49) == ["no_receipt"]
    assert holding(sent, rules=RULES).awaiting
    got = add(sent, "received", to_whom="Capt. Saif", signed_to="yes")
    assert keys(got, 999) == []
    assert holding(got, rules=RULES).holder == "Capt. Saif"
    nameless = add(sent, "received")
    assert keys(nameless) == []
    assert holding(nameless, rules=RULES).holder == "Saif"
    late = add(sent, "received", to_whom="Saif", at=later(sent, 50))
    assert [(one.key, one.seq, one.other_seq) for one in found(late)] == [("no_receipt", 2, 3)]
    assert keys(add(sent, "received", to_whom="Rebin")) == ["two_holders"]
    unreceived = add(sent, "opened", from_whom="Saif", seal_before="100", seal_after="101")
    assert keys(unreceived) == ["untracked"]
    assert holding(unreceived, rules=RULES).holder == "Saif"
    assert keys(add(sent, "moved", from_whom="Saif", to_whom="store")) == ["untracked"]


def test_only_who_holds_it_can_give_it_out() -> None:
    given_out = add(seized(), "handed_over", from_whom="Rebin", to_whom="Saif", **SIGNED)
    assert [(one.key, one.facts["by"]) for one in found(given_out)] == [("not_holder", "Rebin")]
    assert keys(add(seized(), "moved", to_whom="unit store")) == []
    stored = add(seized(), "stored", from_whom="Zainab", to_whom="unit store")
    assert keys(add(stored, "handed_over", from_whom="the keeper", to_whom="Saif")) == []
    assert keys(add(stored, "moved", from_whom="Central depot", to_whom="Saif")) == ["not_holder"]
    assert keys(add(seized(""), "handed_over", from_whom="Rebin", to_whom="Saif")) == []


def test_the_same_person_is_told_by_badge_or_by_name_without_rank() -> None:
    badge = seized(to_badge="17-4")
    assert keys(add(badge, "handed_over", from_whom="Z. Ali", from_badge="174", to_whom="Saif")) == []
    assert keys(add(badge, "handed_over", from_whom="Zainab", from_badge="175", to_whom="Saif")) == ["not_holder"]
    assert keys(add(seized("النقيب سيف علي"), "handed_over", from_whom="سيف", to_whom="Zainab")) == []
    assert keys(add(seized("captain"), "handed_over", from_whom="Captain", to_whom="Zainab")) == []


def test_two_cannot_have_received_one_thing() -> None:
    assert keys(add(seized(), "received", to_whom="Saif")) == ["two_holders"]
    assert keys(add(seized(), "received", from_whom="Zainab", to_whom="Saif")) == []
    assert keys(add(seized(), "received", to_whom="Lieutenant Zainab")) == []
    assert keys(add(seized(), "received")) == []
    stored = add(seized(), "stored", from_whom="Zainab", to_whom="unit store")
    assert keys(add(stored, "received", to_whom="Saif")) == ["two_holders"]
    picked_up = [Entry(1, "found", START, to_whom="Huda"), Entry(2, "seized", START, to_whom="Zainab")]
    assert keys(picked_up) == [], "one finds it and another seizes it"


def test_a_change_of_count_weight_or_amount_is_found_unless_the_package_was_opened() -> None:
    def then(kind: str, measures: dict[str, str], first: dict[str, str], **facts: str) -> list[str]:
        record = seized(measures=first)
        return keys(add(record, kind, from_whom="Zainab", to_whom="store", measures=measures, **facts))

    assert then("moved", {"count": "٤٢"}, {"count": "42"}) == []
    assert then("moved", {"count": "41"}, {"count": "42"}) == ["measure_changed"]
    assert then("moved", {"amount": "4100 USD"}, {"amount": "4,200 USD"}) == ["measure_changed"]
    assert then("moved", {"amount": "4200 IQD"}, {"amount": "4200 USD"}) == ["measure_changed"]
    assert then("moved", {"amount": "4200"}, {"amount": "4200 USD"}) == []
    assert then("moved", {"weight": "0.5 kg"}, {"weight": "500 g"}) == []
    assert then("moved", {"weight": "500.9 g"}, {"weight": "500 g"}) == [], "two scales differ by a little"
    assert then("moved", {"weight": "480"}, {"weight": "500"}) == ["measure_changed"]
    assert then("moved", {"count": "a box"}, {"count": "a bag"}) == ["measure_changed"]
    assert then("moved", {"count": " "}, {"count": "42"}) == []
    opened = {"seal_before": "100", "seal_after": "101"}
    assert then("examined", {"weight": "400 g"}, {"weight": "500 g"}, **opened) == []
    plain_change = add(seized(seal_after=""), "moved", from_whom="Zainab", measures={"count": "1"})
    assert found(plain_change)[0].facts["intact"] is False


def test_what_was_lent_comes_back_without_an_order_and_what_is_returned_needs_one() -> None:
    lent = add(seized(), "lent", from_whom="Zainab", to_whom="Dr. Karim")
    back = add(lent, "returned", from_whom="Karim", to_whom="Zainab")
    assert keys(back) == []
    assert not holding(back, rules=RULES).ended
    over = add(back, "returned", from_whom="Zainab", to_whom="owner")
    assert keys(over) == ["no_order"]
    assert holding(over, rules=RULES).ended
    sent = add(seized(), "lent", from_whom="Zainab", to_whom="Karim", awaiting=True)
    again = add(add(lent, "handed_over", from_whom="Karim", to_whom="Zainab"), "returned", from_whom="Zainab")
    assert keys(again) == ["no_order"], "it had come back before it was given away"
    assert keys(add(lent, "destroyed", from_whom="Karim")) == ["no_order"]
    awaited = add(sent, "received", to_whom="Karim")
    assert keys(add(awaited, "returned", from_whom="Karim", to_whom="Zainab")) == []


def test_both_sides_sign_or_it_is_said_who_refused() -> None:
    def signed(**how: object) -> list[str]:
        return keys(add(seized(), "handed_over", from_whom="Zainab", to_whom="Saif", **how))

    assert signed() == [], "a record without signatures says nothing of them"
    assert signed(signed_from="yes", signed_to="refused") == []
    assert signed(signed_from="yes") == ["unsigned"]
    assert signed(signed_to="yes") == ["unsigned"]
    both = found(add(seized(), "handed_over", from_whom="Zainab", to_whom="Saif", signed_from="no", signed_to="no"))
    assert both[0].facts["sides"] == ("from", "to")
    unsigned = add(seized(), "received", to_whom="Zainab", signed_to="no")
    assert keys(unsigned) == ["unsigned"]


def test_a_count_of_the_store_ends_what_was_due() -> None:
    stored = add(seized(), "stored", from_whom="Zainab", to_whom="unit store")
    year = 24 * 365
    assert keys(stored, year) == ["stock_due"]
    assert keys(stored, year, counted_at=later(stored, year - 24)) == []
    assert keys(seized(), year) == [], "what a person holds is not counted with a store"
    ended = add(stored, "returned", from_whom="keeper", to_whom="owner", order="O-1")
    assert keys(ended, year) == []
    assert faults([], now=START, rules=RULES) == ()


def test_a_correction_stands_in_the_place_of_what_it_corrects() -> None:
    wrong = add(seized(), "handed_over", from_whom="Zainab", to_whom="unit store", seal_before="010")
    wrong = add(wrong, "handed_over", from_whom="the keeper", to_whom="Saif", seal_before="010")
    assert keys(wrong) == ["seal_mismatch"]
    first = add(wrong, "handed_over", from_whom="Zainab", to_whom="unit store", corrects=2, written_no=None)
    first[-1] = replace(first[-1], seal_before="100", seal_after="010", at=wrong[1].at)
    assert keys(first) == []
    assert [one.seq for one in live(first)] == [1, 4, 3]
    assert live(first)[1].written_no == 2, "it keeps the number on paper of what it corrects"
    again = add(first, "handed_over", corrects=4, from_whom="Rebin", to_whom="unit store", at=wrong[1].at)
    assert [(one.key, one.seq) for one in found(again) if one.key == "not_holder"] == [("not_holder", 5)]
    void = add(wrong, "handed_over", corrects=2, void=True, written_no=None)
    assert [one.key for one in found(void)] == ["seal_mismatch", "not_holder"]
    assert holding(void, rules=RULES).holder == "Saif"


def test_an_explanation_marks_its_fault_and_takes_nothing_away() -> None:
    record = add(seized(), "moved", from_whom="Rebin", to_whom="store", seal_before="010")
    explained = add(record, "explained", explains=("seal_mismatch", 2), written_no=None)
    assert {one.key: one.explained for one in found(explained)} == {"seal_mismatch": 3, "not_holder": 0}
    assert keys(add(record, "explained", written_no=None)) == ["seal_mismatch", "not_holder"]
    assert not holding(explained, rules=RULES).awaiting


def test_a_clock_that_runs_a_little_ahead_is_no_journey_through_time() -> None:
    record = seized()
    assert faults(record, now=START - timedelta(minutes=4), rules=RULES) == ()
    assert [one.key for one in faults(record, now=START - timedelta(hours=1), rules=RULES)] == ["future"]


def test_work_that_the_record_puts_before_the_last_entry_counts_no_time() -> None:
    record = add(seized(), "copied", from_whom="a stranger", at=START - timedelta(hours=1))
    says = {one.key: one.facts for one in found(record)}
    assert says["untracked"]["minutes"] == 0
    assert "time_order" in says


@pytest.mark.parametrize("tag", TAGS)
def test_every_fault_is_said_in_every_language(tag: str) -> None:
    spoken = language(tag)
    said = set()
    for key in FAULTS:
        entries = add(seized(), "handed_over", from_whom="Lt. Zainab", to_whom="Capt. Saif")
        broken, wait = INJECTIONS[key](entries, 1)
        (one,) = faults(broken, now=broken[-1].at + wait if key != "future" else entries[-1].at + wait, rules=RULES)
        sentence = plain(custody_words.sentence(one, spoken, "Asia/Baghdad"))
        assert ("{" not in sentence and spoken.in_digits(str(one.seq)) in sentence) or key == "stock_due", sentence
        said |= {custody_words.title(one, spoken), sentence}
    assert len(said) == 2 * len(FAULTS)
    if tag == "en":
        gone = Fault("untracked", 3, 2, {"holder": "A", "by": "B", "minutes": 990})
        assert plain(custody_words.sentence(gone, spoken, "UTC")).endswith("for 16 hours 30 minutes.")
        zero = replace(gone, facts={**gone.facts, "minutes": 0})
        assert plain(custody_words.sentence(zero, spoken, "UTC")).endswith("for 0 minutes.")


def test_the_words_cover_every_fault() -> None:
    assert set(custody_words.TITLES) == set(FAULTS) == set(INJECTIONS)
