"""Chats exported from WhatsApp: who said what and when, what is doubtful, and what the program itself wrote."""

import hashlib

import pytest
from chat_exports import ARABIC, LRM, NNBSP, RLM
from evidence_reading import of_kind, read, warned
from faults import hostile_files

from workbench.evidence.intake.items import Kind

HELLO = "25/03/2024, 09:30 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"


def android(*lines: str) -> str:
    return HELLO + "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("12:05 am", "00:05"), ("12:05 pm", "12:05"), ("1:05 PM", "13:05"), ("11:59 AM", "11:59"),
        (f"12:05{NNBSP}ص".translate(ARABIC), "00:05"), ("1:05 م", "13:05"), ("12:05 م", "12:05"),
        ("1:05 د.ن", "13:05"), ("1:05 پ.ن", "01:05"), ("9:05 ب.ن", "09:05"),
        ("9:05 ب.ظ.", "21:05"), ("9:05 ق.ظ.", "09:05"),
    ],
)  # fmt: skip
def test_the_halves_of_a_day_in_every_language(written: str, told: str) -> None:
    [one] = of_kind(read(f"25/03/2024, {written} - Zana: x\n"), Kind.MESSAGE)
    assert (one.at, one.doubts) == (f"2024-03-25T{told}", ("zone_unknown",))


def test_a_word_for_half_of_the_day_that_is_not_known_is_doubted() -> None:
    [one] = of_kind(read("25/03/2024, 1:05 zz - Zana: x\n"), Kind.MESSAGE)
    assert "half_of_day_unclear" in one.doubts


def test_day_and_month_that_could_be_either_are_doubted_only_where_it_matters() -> None:
    found = read("02/03/2024, 10:00 - A: x\n03/03/2024, 10:00 - A: y\n04/03/2024, 10:00 - A: z\n")
    assert found.facts["date_order"] == "unclear"
    assert ["day_month_unclear" in one.doubts for one in found.items] == [True, False, True]
    # One day beyond the twelfth settles it for all.
    assert read("02/03/2024, 10:00 - A: x\n13/03/2024, 10:00 - A: y\n").facts["date_order"] == "day_month"
    assert read("3/2/24, 10:00 - A: x\n3/13/24, 10:00 - A: y\n").facts["date_order"] == "month_day"
    # A chat runs forward: read the other way round this one would not.
    back = "".join(f"{day:02}/{month:02}/2024, 10:00 - A: x\n" for month in (1, 2, 3) for day in (1, 5, 9, 12))
    assert read(back).facts["date_order"] == "day_month"


def test_the_name_of_a_picture_settles_day_and_month() -> None:
    found = read("02/03/2024, 10:00 - A: IMG-20240302-WA0001.jpg (file attached)\n04/03/2024, 10:00 - A: y\n")
    assert found.facts["date_order"] == "day_month"


def test_a_message_before_an_earlier_one_is_kept_in_its_place_and_doubted() -> None:
    found = read("25/03/2024, 10:00 - A: x\n24/03/2024, 10:00 - A: y\n26/03/2024, 10:00 - A: z\n")
    assert [one.text for one in found.items] == ["x", "y", "z"]
    assert ["earlier_than_before" in one.doubts for one in found.items] == [False, True, False]
    assert (found.first, found.last) == ("2024-03-24T10:00", "2024-03-26T10:00")


def test_the_zone_that_a_person_chose_takes_the_doubt_away() -> None:
    found = read(android("25/03/2024, 09:31 - A: x"), options={"zone": "Asia/Baghdad"})
    assert {(one.zone, one.doubts) for one in found.items} == {("Asia/Baghdad", ())}


def test_lines_that_look_like_messages_of_another_export_stay_in_the_message() -> None:
    found = read(android(
        "25/03/2024, 09:31 - Zana: he wrote to me:", "[3/24/24, 10:15:00 PM] Karwan: bring the passports",
        "25/03/2024, 09:40 - Zana: that was all",
    ))  # fmt: skip
    assert found.senders == {"Zana": 2}
    assert of_kind(found, Kind.MESSAGE)[0].text == "he wrote to me:\n[3/24/24, 10:15:00 PM] Karwan: bring the passports"
    assert warned(found)["starts_pasted"] == {"count": 1}


def test_several_lines_are_one_message_and_places_are_lines_of_the_file() -> None:
    found = read(android("25/03/2024, 09:31 - Zana: one", "", "three", "25/03/2024, 09:32 - Zana: next"))
    messages = of_kind(found, Kind.MESSAGE)
    assert [(one.place, one.text) for one in messages] == [("line 2", "one\n\nthree"), ("line 5", "next")]
    assert found.facts["multiline"] == 1


def test_what_stands_above_the_first_message_is_kept() -> None:
    found = read("Printed by the unit\n\n25/03/2024, 09:31 - Zana: x\n26/03/2024, 09:31 - Zana: y\n")
    first = found.items[0]
    assert (first.kind, first.place, first.text) == (Kind.RECORD, "line 1", "Printed by the unit")


@pytest.mark.parametrize(
    "text",
    [
        "<Media omitted>", "<تم استبعاد الوسائط>", "<Medien ausgeschlossen>", "<Médias omis>", "<Medya dahil edilmedi>",
        f"{LRM}image omitted", f"{LRM}audio omitted", f"{LRM}لم يتم إدراج الصورة",
    ],
)  # fmt: skip
def test_media_that_was_left_out(text: str) -> None:
    [one] = of_kind(read(f"25/03/2024, 09:31 - Zana: {text}\n"), Kind.MESSAGE)
    assert one.detail.get("media_omitted") is True


def test_brackets_that_a_person_wrote_are_no_media() -> None:
    for text in ("<3", "a < b > c", "<x>", "see <https://a.example/b>", "I omitted it"):
        [one] = of_kind(read(f"25/03/2024, 09:31 - Zana: {text}\n"), Kind.MESSAGE)
        assert ("media_omitted" in one.detail, one.text) == (False, text)


def test_attached_files_are_named_and_looked_for_in_the_zip() -> None:
    chat = android(
        f"25/03/2024, 09:31 - Zana: {LRM}IMG-20240325-WA0001.jpg (file attached)", "the house",
        f"25/03/2024, 09:32 - Zana: {LRM}PTT-20240325-WA0002.opus (الملف مرفق)",
    )  # fmt: skip
    content = hostile_files.zipped(
        ("WhatsApp Chat with Zana.txt", chat.encode()), ("IMG-20240325-WA0001.jpg", b"picture")
    )
    found = read(content, "WhatsApp Chat with Zana.zip")
    first, second = of_kind(found, Kind.MESSAGE)
    assert (first.text, first.place) == ("the house", "WhatsApp Chat with Zana.txt line 2")
    assert first.detail["media"] == {
        "name": "IMG-20240325-WA0001.jpg", "present": True, "member": "IMG-20240325-WA0001.jpg", "size": 7,
        "sha256": hashlib.sha256(b"picture").hexdigest(),
    }  # fmt: skip
    assert second.detail["media"] == {"name": "PTT-20240325-WA0002.opus", "present": False}
    assert (found.facts["media_files_in_zip"], found.facts["media_missing"]) == (1, 1)
    assert [one.text for one in of_kind(found, Kind.FILE)] == ["IMG-20240325-WA0001.jpg"]


def test_a_zip_whose_chat_is_cut_off_is_not_read_as_if_it_were_whole() -> None:
    content = hostile_files.zipped(("_chat.txt", android("25/03/2024, 09:31 - Zana: x").encode() * 50))
    found = read(content[: len(content) // 2], "chat.zip")
    assert found.refused is not None
    assert of_kind(found, Kind.MESSAGE) == []


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("25/03/2024, 09:31 - Zana added Karwan", ""), ("25/03/2024, 09:31 - Zana left", ""),
        ("25/03/2024, 09:31 - Zana: Karwan left", "Zana"),
        ("25/03/2024, 09:31 - +964 769 000 4121: hi", "+964 769 000 4121"),
        ("25/03/2024, 09:31 - أضاف زانا كاروان", ""),
        ('25/03/2024, 09:31 - Zana created group "Work: Erbil"', ""),
    ],
)  # fmt: skip
def test_what_the_program_wrote_is_no_message_of_a_person(line: str, person: str) -> None:
    last = read(android("25/03/2024, 09:30 - Zana: hello", "25/03/2024, 09:30 - Zana: hello", line)).items[-1]
    assert (last.kind, last.sender) == ((Kind.MESSAGE, person) if person else (Kind.NOTICE, ""))


def test_lines_of_an_iphone_that_bear_the_name_of_the_chat_are_no_message() -> None:
    found = read(
        f"[25/03/2024, 09:30:00] Walnut road: {LRM}Messages and calls are end-to-end encrypted.\r\n"
        f"[25/03/2024, 09:30:05] Zana: hello\r\n{LRM}[25/03/2024, 09:30:09] Zana: {LRM}image omitted\r\n"
        f"{LRM}[25/03/2024, 09:31:09] Zana: {LRM}<attached: 00000012-PHOTO-2024-03-25-09-31-09.jpg>\r\n",
        "_chat.txt",
    )
    assert (found.counts, found.senders) == ({"messages": 3, "notices": 1}, {"Zana": 3})
    assert (found.facts["media_omitted"], found.facts["media_attached"]) == (1, 1)


def test_a_name_with_a_colon_is_taken_whole_where_the_file_says_so_and_doubted_where_it_only_seems_so() -> None:
    chat = android("25/03/2024, 09:31 - Dr: Farhad: come", "25/03/2024, 09:32 - Dr: Farhad: <Media omitted>")
    assert read(chat, "WhatsApp Chat with Dr: Farhad.txt").senders == {"Dr: Farhad": 2}
    likely = android("25/03/2024, 09:31 - Dr: Farhad: come", "25/03/2024, 09:32 - Dr: Farhad: go")
    assert {one.doubts[-1] for one in of_kind(read(likely), Kind.MESSAGE)} == {"sender_unclear"}


def test_deleted_and_edited_messages_are_told() -> None:
    found = read(android(
        "25/03/2024, 09:31 - Zana: This message was deleted", "25/03/2024, 09:32 - Zana: تم حذف هذه الرسالة",
        "25/03/2024, 09:33 - Zana: at nine <This message was edited>",
    ))  # fmt: skip
    assert (found.facts["deleted"], found.facts["edited"]) == (2, 1)
    assert of_kind(found, Kind.MESSAGE)[2].text == "at nine"


def test_a_place_that_was_sent_has_its_position() -> None:
    sent = "25/03/2024, 09:31 - Zana: location: https://maps.google.com/?q={},44.01\n"
    [one] = of_kind(read(sent.format("36.19")), Kind.MESSAGE)
    assert (one.detail["lat"], one.detail["lon"]) == (36.19, 44.01)
    [wrong] = of_kind(read(sent.format("136.19")), Kind.MESSAGE)
    assert "lat" not in wrong.detail


def test_signs_of_direction_around_names_do_not_make_two_people_of_one() -> None:
    found = read(android(f"25/03/2024, 09:31 - {RLM}أم علي{RLM}: x", "25/03/2024, 09:32 - أم علي: y"))
    assert found.senders == {"أم علي": 2}


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-25 09:30:11 - INFO: started\n2024-03-25 09:30:12 - INFO: x\n", "25/03/2024 is the day\n",
        "Zana: hello\nKarwan: hi\n", "1;25/03/2024;09:30;0769\n2;25/03/2024;09:31;0769\n", "",
    ],
)  # fmt: skip
def test_other_texts_are_not_taken_for_chats(text: str) -> None:
    assert read(text).format != "whatsapp"


def test_one_empty_byte_does_not_hide_a_chat() -> None:
    lines = [f"25/03/2024, 09:31 - Zana: message {n}" for n in range(20)]
    found = read(android(*lines, "25/03/2024, 09:32 - Zana: a\0b"))
    assert found.counts["messages"] == 21
    assert found.items[-1].text == "a\ufffdb"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_a_chat_that_another_program_saved_anew(encoding: str) -> None:
    text = "".join(f"25/03/2024, 09:{n:02} - سهام: وصلت البنت إلى الدار {n}\n" for n in range(30))
    found = read(text.encode(encoding))
    assert found.senders == {"سهام": 30}
    assert ("encoding_guessed" in warned(found)) == (encoding in ("utf-16-le", "cp1256"))
