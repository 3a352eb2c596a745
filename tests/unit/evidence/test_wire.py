"""What a child may say to the program: everything else is a lie, found before it costs memory or time."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence.intake import wire
from workbench.evidence.intake.items import Item, Kind, Warned
from workbench.evidence.intake.wire import END, ITEMS, LARGEST_FRAME, TEXT, Lie
from workbench.evidence.intake.wire_items import Giver, Taker

HONEST = ["message", "line 1", "2025-01-01T10:00:00", "+03:00", "a", ["b"], "hello", ["zone_unknown"], {"n": 1}]


def taker(most: int = 10_000_000) -> Taker:
    return Taker(frozenset(("plain_text",)), most)


def with_part(place: int, value: object) -> list[object]:
    return [*HONEST[:place], value, *HONEST[place + 1 :]]


def passed(items: list[Item], most: int = 50_000_000) -> list[Item]:
    """The items after they went over the wire."""
    taken = taker(most)
    doing: dict[bytes, Callable[[bytes], None]] = {
        ITEMS: taken.take_items, TEXT: taken.take_text, END: taken.take_end,
    }  # fmt: skip

    def send(kind: bytes, payload: bytes) -> None:
        assert len(payload) <= LARGEST_FRAME
        taken.count(payload)
        doing[kind](payload)

    giver = Giver(send, most)
    for item in items:
        assert giver.give(item)
    giver.end({"lines": 3}, [Warned("cut_off", {"count": 3})], None)
    assert (taken.facts, taken.warnings, taken.ended) == ({"lines": 3}, [Warned("cut_off", {"count": 3})], True)
    return taken.items


def test_items_arrive_as_they_were_given() -> None:
    items = [
        Item(Kind.MESSAGE, f"line {n}", "2025-01-01T10:00:00", "+03:00", "هاوژین", ("ب",), "سڵاو 👋\u202e",
             ("zone_unknown",), {"reply": None, "nested": {"a": [1, 2.5, True]}})
        for n in range(2_000)
    ]  # fmt: skip
    assert passed(items) == items


def test_a_text_longer_than_a_frame_arrives_whole() -> None:
    items = [Item(Kind.PAGE, "page 1", text="ئ" * 3_000_000), Item(Kind.PAGE, "page 2", text="short")]
    assert passed(items) == items


@given(st.lists(st.text(st.characters(), max_size=40), min_size=4, max_size=4))
def test_whatever_letters_a_file_holds_arrive_or_are_made_whole(words: list[str]) -> None:
    place, sender, to, text = words
    [found] = passed([Item(Kind.MESSAGE, place, sender=sender, to=(to,), text=text, detail={"x": text})])
    assert not any("\ud800" <= one <= "\udfff" for one in f"{found.place}{found.sender}{found.to}{found.text}")
    whole = not any("\ud800" <= one <= "\udfff" for one in "".join(words))
    assert not whole or (found.place, found.sender, found.to, found.text) == (place, sender, (to,), text)


@pytest.mark.parametrize(
    "row",
    [
        with_part(0, "bomb"), with_part(0, 7), with_part(0, ["message"]), with_part(1, None), with_part(1, "x" * 3_000),
        with_part(2, 5), with_part(2, "9" * 100), with_part(3, {}), with_part(4, ["a"]), with_part(4, "x" * 30_000),
        with_part(5, "b"), with_part(5, [1]), with_part(5, ["b"] * 6_000), with_part(6, 1), with_part(6, []),
        with_part(7, "zone_unknown"), with_part(7, ["no such doubt"]), with_part(7, [[]]), with_part(8, []),
        with_part(8, {"n": 2**70}), with_part(8, {"a": [[[[[[[[[[[[[[1]]]]]]]]]]]]]]}), HONEST[:-1], [*HONEST, 1],
        "message", None, {},
    ],
)  # fmt: skip
def test_an_item_that_is_none_is_a_lie(row: object) -> None:
    taker().take_items(json.dumps([HONEST]).encode())
    with pytest.raises(Lie):
        taker().take_items(json.dumps([row]).encode())


@pytest.mark.parametrize(
    "payload",
    [
        b"", b"[", b"{}", b"[" * 100_000, b"\xff\xfe", b"[NaN]", b"[1e999]", b'[["message"',
        b"[" + b"9" * 10_000 + b"]", b'[["message","","","","",[],"\\ud800",[],{}]]',
    ],
)  # fmt: skip
def test_items_that_are_no_plain_json_are_a_lie(payload: bytes) -> None:
    with pytest.raises(Lie):
        taker().take_items(payload)


@pytest.mark.parametrize(
    "end",
    [
        [], [{}, []], [[], [], None], [{}, {}, None], [{}, [], "broken"], [{}, [["cut_off", {}]], None],
        [{}, [["no such warning", {}]], None], [{}, [], ["no such refusal", {}]],
        [{}, [["cut_off", {"count": True}]], None], [{}, [["cut_off", {"count": []}]], None],
        [{}, [["cut_off", {"count": "x" * 1_000}]], None],
        [{}, [["cut_off", {"count": 1}]] * 501, None], [{"n": 2**80}, [], None], [{}, [], []],
        [{}, [["cut_off", {"count": 2**70}]], None],
    ],
)  # fmt: skip
def test_an_end_that_could_not_be_told_to_a_person_is_a_lie(end: object) -> None:
    with pytest.raises(Lie):
        taker().take_end(json.dumps(end).encode())


def test_nothing_is_taken_after_the_end_nor_beyond_measure() -> None:
    taken = taker(1_000)
    taken.take_end(b"[{},[],null]")
    with pytest.raises(Lie):
        taken.count(b"")
    taken = taker(1_000)
    with pytest.raises(Lie):
        _over_and_over(taken.count, bytes(LARGEST_FRAME // 10))


def test_a_format_is_told_once_and_is_one_that_there_is() -> None:
    taken = taker()
    with pytest.raises(Lie):
        taken.take_format(b"no such format")
    taken.take_format(b"plain_text")
    with pytest.raises(Lie):
        taken.take_format(b"plain_text")


def test_long_text_in_pieces_without_end_is_a_lie() -> None:
    taken = taker()
    with pytest.raises(Lie):
        _over_and_over(taken.take_text, bytes(LARGEST_FRAME))


def _over_and_over(take: Callable[[bytes], None], payload: bytes) -> None:
    for _ in range(100):
        take(payload)


@pytest.mark.parametrize(
    ("offset", "length", "holds"),
    [(0, 1, True), (0, 100, True), (99, 1, True), (0, 101, False), (100, 1, False), (0, 0, False), (2**63, 1, False),
     (2**64 - 1, 2**32 - 1, False)],
)  # fmt: skip
def test_a_wish_stays_within_the_file(offset: int, length: int, *, holds: bool) -> None:
    payload = wire.wish(offset, length)
    if holds:
        assert wire.wished(payload, 100) == (offset, length)
    else:
        with pytest.raises(Lie):
            wire.wished(payload, 100)


def test_a_frame_is_refused_before_it_is_read() -> None:
    asked: list[int] = []

    def read(count: int) -> bytes:
        asked.append(count)
        return b"I\xff\xff\xff\xff"[:count]

    with pytest.raises(Lie):
        wire.receive(read)
    assert asked == [5]


def test_an_end_in_the_middle_of_a_frame_is_an_end() -> None:
    out = io.BytesIO()
    wire.send(out, b"I", b"[]")
    whole = out.getvalue()
    assert wire.receive(io.BytesIO(whole).read) == (b"I", b"[]")
    for cut in range(len(whole)):
        assert wire.receive(io.BytesIO(whole[:cut]).read) is None


def test_what_a_parser_gives_beyond_measure_is_cut_by_the_child() -> None:
    sent: list[bytes] = []
    giver = Giver(lambda kind, payload: sent.append(payload), 5_000)
    item = Item(Kind.MESSAGE, "line 1", text="x" * 100)
    given = sum(giver.give(item) for _ in range(200))
    assert 0 < given < 200
    wide: Any = Item(Kind.RECORD, "p" * 9_000, "t" * 900, "z" * 900, "s" * 90_000, ("t" * 90_000,) * 9_000, detail={
        str(n): "x" * 600 for n in range(2_000)
    })  # fmt: skip
    # Signs that the wire writes in six letters each.
    heavy = Item(Kind.PAGE, "page 1", text="\0" * 130_000, detail={"x": "\0" * 40_000})
    found, *others = passed([wide, heavy, wide, heavy])
    assert others == [heavy, found, heavy]
    assert found.detail["cut"] is True
    assert found.place.endswith("…")
