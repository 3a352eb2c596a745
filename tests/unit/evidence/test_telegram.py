"""Chats as Telegram Desktop exports them: messages with the zone told by two clocks, gaps, calls and contacts."""

import json

import pytest
from evidence_reading import of_kind, read, warned

from workbench.evidence.intake.items import Kind


def message(number: int, **more: object) -> dict[str, object]:
    return {
        "id": number, "type": "message", "date": "2024-03-25T10:00:00", "date_unixtime": "1711350000", "from": "Zana",
        "from_id": "user1", "text": "hello", **more,
    }  # fmt: skip


def chat(*messages: dict[str, object], kind: str = "personal_chat") -> str:
    return json.dumps({"name": "Karwan", "type": kind, "id": 7, "messages": list(messages)}, ensure_ascii=False)


def test_the_zone_is_the_difference_of_both_clocks() -> None:
    found = read(chat(message(1), message(2, date_unixtime=""), message(3, date="nonsense")), "result.json")
    assert [(one.at, one.zone, one.doubts) for one in found.items] == [
        ("2024-03-25T10:00:00+03:00", "+03:00", ()), ("2024-03-25T10:00:00", "", ("zone_unknown",)),
        ("2024-03-25T07:00:00+00:00", "+00:00", ()),
    ]  # fmt: skip
    assert [one.place for one in found.items] == ["id 1", "id 2", "id 3"]


def test_a_text_in_pieces_is_one_text() -> None:
    found = read(chat(message(1, text=["see ", {"type": "link", "text": "a.example"}, " at 9"])), "result.json")
    assert found.items[0].text == "see a.example at 9"


def test_edits_answers_and_what_was_passed_on_are_told() -> None:
    [one] = read(
        chat(message(
            1, edited="2024-03-25T11:00:00", edited_unixtime="1711353600", reply_to_message_id=9, forwarded_from="Boss",
        )), "result.json",
    ).items  # fmt: skip
    assert (one.detail["edited"], one.detail["reply_to"], one.detail["forwarded_from"]) == (
        "2024-03-25T11:00:00+03:00", 9, "Boss",
    )  # fmt: skip


def test_files_that_were_exported_and_files_that_were_not() -> None:
    found = read(chat(
        message(1, photo="photos/a.jpg", width=10),
        message(2, file="(File not included. Change data exporting settings to download.)"),
        message(3, media_type="voice_message", file="voice/b.ogg", duration_seconds=4),
    ), "result.json")  # fmt: skip
    assert (found.facts["media_attached"], found.facts["media_omitted"]) == (2, 1)
    assert found.items[1].detail["media_omitted"] is True
    assert found.items[2].detail["media"] == {
        "kind": "voice_message", "name": "voice/b.ogg", "member": "voice/b.ogg", "duration_seconds": 4,
    }  # fmt: skip


def test_a_place_that_was_sent_has_its_position() -> None:
    [one] = read(chat(message(1, location_information={"latitude": 36.19, "longitude": 44.01})), "result.json").items
    assert (one.detail["lat"], one.detail["lon"]) == (36.19, 44.01)


def test_calls_are_calls_and_other_lines_of_the_program_are_notices() -> None:
    service = {"type": "service", "actor": "Zana", "actor_id": "user1", "text": ""}
    found = read(chat(
        message(1, **service, action="phone_call", duration_seconds=125, discard_reason="hangup"),
        message(2, **service, action="pin_message", message_id=1),
    ), "result.json")  # fmt: skip
    [call] = of_kind(found, Kind.CALL)
    assert (call.sender, call.to, call.detail["seconds"]) == ("Zana", ("Karwan",), 125)
    assert call.at == "2024-03-25T10:00:00+03:00"
    assert found.counts == {"calls": 1, "notices": 1}


def test_numbers_that_are_missing_between_messages_are_told() -> None:
    found = read(chat(message(1), message(2), message(5), message(7)), "result.json")
    assert warned(found)["ids_missing"] == {"chat": "Karwan", "ids": "3-4, 6"}
    # Through an account with many chats the numbers run on; single leaps say nothing there.
    assert warned(read(chat(message(1), message(900), message(4000)), "result.json")) == {}


def test_a_whole_account_with_its_address_book() -> None:
    whole = {
        "about": "x", "personal_information": {"user_id": 1, "first_name": "Zana"},
        "contacts": {"about": "x", "list": [
            {"first_name": "Karwan", "last_name": "Driver", "phone_number": "00964 749 000 4140",
             "date": "2024-03-25T10:00:00", "date_unixtime": "1711350000"},
            {"first_name": "", "last_name": "", "phone_number": ""},
        ]},
        "chats": {"about": "x", "list": [
            {"name": "Karwan", "type": "personal_chat", "id": 7, "messages": [message(1)]},
            {"type": "saved_messages", "id": 8, "messages": [message(2)]},
        ]},
        "left_chats": {"about": "x", "list": [
            {"name": "Old", "type": "private_group", "id": 9, "messages": [message(3)]},
        ]},
    }  # fmt: skip
    found = read(json.dumps(whole), "result.json")
    assert (found.format, found.counts) == ("telegram", {"messages": 3, "contacts": 1})
    assert found.facts["chats"] == ["Karwan", "saved_messages", "Old"]
    [contact] = of_kind(found, Kind.CONTACT)
    assert contact.detail["numbers"] == [
        {"written": "00964 749 000 4140", "number": "+9647490004140", "kind": ""}
    ]
    assert contact.sender == "Karwan Driver"


def test_an_account_that_is_no_more_is_counted_and_named_by_its_id() -> None:
    found = read(chat({**message(1), "from": None}), "result.json")
    assert (found.senders, found.facts["deleted_accounts"]) == ({"user1": 1}, 1)


@pytest.mark.parametrize("cut", [0.3, 0.5, 0.8, 0.99])
def test_a_file_that_is_cut_off_gives_the_messages_before_and_says_so(cut: float) -> None:
    whole = chat(*(message(n) for n in range(1, 21))).encode()
    found = read(whole[: int(len(whole) * cut)], "result.json")
    assert found.refused is not None
    assert found.refused.key == "broken"
    assert 0 < found.counts["messages"] <= 20
    assert found.counts["messages"] >= int(20 * cut) - 2


@pytest.mark.parametrize("odd", [None, 7, [], {"id": "x", "type": 5, "date": [], "from": {}, "text": {"a": 1}}, "text"])
def test_messages_of_another_shape_are_no_end(odd: object) -> None:
    messages = [message(1), odd, message(2)]
    found = read(json.dumps({"name": "K", "type": "t", "id": 1, "messages": messages}), "result.json")
    assert found.refused is None
    assert [one.text for one in found.items if one.text] == ["hello", "hello"]


def test_half_letters_and_empty_bytes_are_replaced() -> None:
    found = read(chat(message(1)).replace("hello", "a\\ud800\\u0000b"), "result.json")
    assert found.items[0].text in ("a\ufffd\ufffdb", "a?\ufffdb")


@pytest.mark.parametrize("text", ['{"messages": []}', "[1]", '{"a": {"date_unixtime": 1}}', "{"])
def test_other_json_is_not_taken_for_a_chat(text: str) -> None:
    assert read(text, "x.json").format != "telegram"
