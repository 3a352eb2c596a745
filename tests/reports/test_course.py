"""Orders, deadlines, deviations and readiness on paper: what stands there, what is marked, what is left to a hand."""

from dataclasses import replace
from datetime import timedelta

import pytest

from workbench import reports
from workbench.i18n import TAGS, language
from workbench.reports import readback
from workbench.reports.dossier import Dossier

from .samples import MADE, WORDS, deviations, dossier, orders


def said(one: Dossier) -> str:
    """The words of the paper in English, in one line."""
    return " ".join(" ".join(readback.read(reports.make(one, language(one.language)))).split())


def paper(kind: str) -> str:
    return said(dossier("en", kind))


def test_what_was_done_to_protect_life_comes_first_in_the_register_and_is_marked() -> None:
    text = paper("deviation_register")
    first, second = text.index("Safety gates passed to protect life"), text.index("Other deviations")
    assert first < text.index("A life was at stake: the gate was passed") < text.index("T02.1") < second
    assert second < text.index("T02.3")


def test_a_register_without_an_override_does_not_speak_of_one() -> None:
    without = tuple(one for one in deviations("en") if one.kind != "override")
    text = said(replace(dossier("en", "deviation_register"), deviations=without))
    assert "A life was at stake" not in text
    assert "Deviations in all 4" in text


def test_the_register_says_who_agreed_and_for_what_it_still_waits() -> None:
    text = paper("deviation_register")
    assert "waits for one: 1" in text
    assert "waits for a second person" in text
    assert "agreed Sarmad Hassan Jabbar 21/11/2026 17:40 It was right." in text
    assert "no longer stands: the step was reopened" in text
    assert "no reason was given" in text


def test_a_refused_deviation_is_counted() -> None:
    refused = tuple(replace(one, second="refused") for one in deviations("en") if one.second)
    text = said(replace(dossier("en", "deviation_register"), deviations=refused))
    assert "did not agree: 1" in text


def test_readiness_says_how_many_things_are_missing_and_where_each_is_mended() -> None:
    text = paper("readiness")
    assert "6 things are missing before hand-over." in text
    for words in ("Late without a reason", "Order not decided yet", "Deadline ran out", "O-03"):
        assert words in text
    assert "T03.4 Judge imminent danger" in text
    assert "Restore the file from a backup" in text


def test_readiness_of_a_whole_file_says_so() -> None:
    whole = replace(dossier("en", "readiness"), missing=(), matters=(), orders=())
    text = said(whole)
    assert "Nothing is missing before hand-over" in text
    assert "What is missing" not in text
    assert len(readback.read(reports.make(whole, language("en")))) == 1


@pytest.mark.parametrize("tag", TAGS)
def test_a_short_list_of_what_is_missing_stays_on_one_page(tag: str) -> None:
    full = dossier(tag, "readiness")
    short = replace(full, orders=(), matters=full.matters[:2], missing=full.missing[:5])
    assert len(readback.read(reports.make(short, language(tag)))) == 1


def test_what_was_set_aside_stands_with_its_reason() -> None:
    text = paper("readiness")
    assert text.index("Set aside, with the reason") < text.index("The suspect has no bank account.")


def test_a_request_names_the_person_by_code_only() -> None:
    text = paper("order_request")
    assert "P-03 suspect" in text
    assert "Synthetic Suspect" not in text
    assert "15 days" in text


def test_a_request_tells_only_what_the_file_held_when_it_was_asked() -> None:
    full = dossier("en", "order_request")
    early = MADE - timedelta(days=30)
    entries = tuple(replace(one, at=early) for one in full.orders[2].entries)
    text = said(replace(full, orders=(*full.orders[:2], replace(full.orders[2], entries=entries), full.orders[3])))
    part = text[text.index("What the file held") : text.index("Signatures")]
    assert "recorded: 0" in part
    assert not [word for word in ("P-01", "B-001", "O-01") if word in part]
    part = paper("order_request")
    assert not [word for word in ("P-01 ", "B-001", "O-01 ") if word not in part]


def test_an_order_that_a_newer_one_replaced_is_not_told_as_over() -> None:
    full = dossier("en", "readiness")
    assert "Orders whose term is over" in said(full)
    newer = replace(full.orders[0], ref="O-05", in_force=True)
    assert "Orders whose term is over" not in said(replace(full, orders=(*full.orders, newer)))


def test_a_request_leaves_the_decision_to_the_judges_hand() -> None:
    assert "Granted or refused" in paper("order_request")


def test_a_request_for_a_decided_order_says_what_was_decided() -> None:
    text = said(replace(dossier("en", "order_request"), subject="O-01"))
    assert "Recorded: granted, 21/11/2026 20:40" in text
    assert "512/2026" in text
    assert "Granted or refused" not in text


def test_a_source_that_nobody_read_is_marked_in_the_request() -> None:
    text = said(replace(dossier("en", "order_request"), subject="O-02"))
    assert "arts 72-86 to be verified" in text


def test_the_report_tells_orders_with_their_grounds_and_decisions() -> None:
    text = paper("case_report")
    part = text[text.index("Orders of the judge") : text.index("Deadlines")]
    for words in ("Not enough is shown", "no longer in force", "legal exception recorded", "not decided yet"):
        assert words in part
    assert WORDS["en"]["grounds"].split(".")[0] in part


def test_the_report_tells_deadlines_with_basis_extension_and_clock() -> None:
    text = paper("case_report")
    part = text[text.index("Deadlines") : text.index("Deviations from the procedure")]
    assert "Days and times are those of Asia/Baghdad" in part
    assert "extended by 24 hours on 22/11/2026 10:40" in part
    for words in ("set by law", "house rule, not law", "77/2026", "22/11/2026 14:40", "ran out"):
        assert words in part


def test_the_report_says_which_editions_and_tracks_the_case_followed() -> None:
    text = paper("case_report")
    assert text.index("iq-som 0.1") < text.index("Screening showed signs of trafficking.")
    assert "not signed by a known authority; used on the word of Hanaa Abdullah" in text
    assert "Recorded under the edition iq-som 0.1" in text


def test_a_case_that_never_changed_has_no_table_of_editions() -> None:
    full = dossier("en")
    one = replace(full, case=replace(full.case, editions=full.case.editions[:1]))
    text = said(one)
    assert "Procedures that the case followed" not in text
    assert "came with the program, not signed by an authority" in text


def test_every_order_of_the_sample_is_in_the_report() -> None:
    text = paper("case_report")
    assert [one.ref for one in orders("en") if one.ref not in text] == []
