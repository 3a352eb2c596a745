"""Whatever people write to each other comes back from an export of any telephone, message by message."""

import io
import json
import string
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from chat_exports import VARIANTS, Said, Variant
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.evidence_reading import read
from workbench.evidence.intake import whatsapp_lines
from workbench.evidence.intake.formats import FORMATS, Format
from workbench.evidence.intake.items import Kind
from workbench.evidence.intake.source import Notes, Unreadable, source
from workbench.evidence.intake.warnings import DOUBTS, REFUSED, WARNINGS
from workbench.evidence.intake.whatsapp_words import bare, told
from workbench.shipped import resource

LETTERS = (
    string.ascii_letters + string.digits + " .-_'()|+&،؛!؟«»" + "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤأإآ" + "پچژگڤڕڵۆێەکی"
    + "ሀለሐ" + "নমস" + "😂✈️🏔"
)  # fmt: skip
NAMES = st.one_of(
    st.text(LETTERS, min_size=1, max_size=25),
    st.sampled_from((
        "+964 769 000 4121", "+44 7700 900417", "سهام - مكتب الليلك", "کاک شوان", "Dr: Farhad 12:30",
        "Ali 10/05/2024, 17:40 - x", "[12] team", "🏔 Road 2024", "أم ريان", "007", "A", "~ Zana",
        "Agent Prossy (Jobs Abroad)", "\u202bأم علي\u202c",
    )),
)  # fmt: skip
WORDS = st.text(
    st.one_of(st.sampled_from(LETTERS + ':/,<>[]"\\\t'), st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))),
    max_size=60,
)
TEXTS = st.lists(
    st.one_of(
        WORDS,
        st.sampled_from(("10/05 17:40 Ali: pay", "[17:40, 10/5/2024] Ali: hi", "Doctor: he said: go", "12:30 - no")),
    ),
    min_size=1, max_size=4,
).map("\n".join)  # fmt: skip


@st.composite
def chats(draw) -> list[Said]:
    # A day after the twelfth comes first, so that no chat leaves open which number is the month.
    at = datetime.fromisoformat("2024-03-25T09:30") + timedelta(minutes=draw(st.integers(0, 60 * 24 * 2)))
    names = [draw(NAMES) for _ in range(draw(st.integers(1, 4)))]
    said = []
    for _ in range(draw(st.integers(1, 12))):
        said.append(Said(at, draw(st.sampled_from(names)), draw(TEXTS)))
        at += timedelta(seconds=draw(st.integers(0, 20_000)))
    return said


def _is_plain(one: Said) -> bool:
    """Words that no export would write itself, and a name of which it is said where it ends."""
    rest = f"{one.sender}: {one.text}"
    seen = told(one.text)
    lines = one.text.split("\n")
    return (
        bare(one.sender) != "" and one.sender == one.sender.strip() and ": " not in one.sender
        and whatsapp_lines.named(rest.split("\n")[0], frozenset()) is not None
        and seen.text == one.text and not (seen.file or seen.omitted or seen.deleted or seen.edited)
        and one.text[:1] not in "\u200e\u200f" and not one.text.endswith("\n")
        and not any(whatsapp_lines.start(line, 0) for line in lines[1:])
    )  # fmt: skip


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
@given(said=chats())
@settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_every_message_comes_back(variant: Variant, said: list[Said]) -> None:
    said = [one for one in said if _is_plain(one)]
    assume(said)
    reading = read(variant.write(said).encode())
    back = [one for one in reading.items if one.kind is Kind.MESSAGE]
    assert reading.format == "whatsapp"
    assert [one.text for one in reading.items if one.kind is Kind.NOTICE] == [variant.system]
    shape = "%Y-%m-%dT%H:%M:%S" if variant.seconds else "%Y-%m-%dT%H:%M"
    assert [one.at for one in back] == [f"{one.at:{shape}}" for one in said]
    # Of a name with a colon in it, only the whole file tells where it ends; that has tests of its own.
    sure = [(one, read) for one, read in zip(said, back, strict=True) if "sender_unclear" not in read.doubts]
    assert [(read.sender, read.text) for _one, read in sure] == [(bare(one.sender), one.text) for one, _read in sure]
    assert "day_month_unclear" not in {doubt for one in back for doubt in one.doubts}


ENDS = ("\n", "\r\n", "\r", "\r\r\n")


@given(said=chats(), ends=st.lists(st.sampled_from(ENDS), min_size=1, max_size=8), variant=st.sampled_from(VARIANTS))
def test_ends_of_lines_in_any_mixture_change_nothing(said: list[Said], ends: list[str], variant: Variant) -> None:
    said = [one for one in said if _is_plain(one)]
    assume(said)
    # Beside an empty line two ends of one sign cannot be told from one end of two signs.
    lines = [line for line in variant.write(said).replace("\r\n", "\n").split("\n") if line]
    mixed = "".join(line + ends[place % len(ends)] for place, line in enumerate(lines))
    plain, other = read("\n".join(lines).encode()), read(mixed.encode())
    assert (other.format, other.items, other.counts) == (plain.format, plain.items, plain.counts)


@given(said=chats(), cut=st.integers(1, 4000), variant=st.sampled_from(VARIANTS))
def test_a_chat_that_is_cut_off_gives_what_stands_before_the_cut(said: list[Said], cut: int, variant: Variant) -> None:
    data = variant.write(said).encode()
    whole, part = read(data), read(data[:cut], "chat.txt")
    # The order of day and month, and names with colons, are told by all lines together.
    if part.format == "whatsapp" and part.facts["date_order"] == whole.facts["date_order"]:
        assert part.refused is None
        before, after = part.items[:-1], whole.items[: len(part.items) - 1]
        assert [(one.place, one.at) for one in before] == [(one.place, one.at) for one in after]


KIT = [
    path for case in ("case-a", "case-b") for path in sorted(resource("training", case, "evidence").iterdir())
    if path.suffix in (".zip", ".txt", ".json", ".csv", ".vcf", ".eml") and path.stat().st_size < 60_000
]  # fmt: skip
READERS = [one for one in FORMATS if one.key in ("whatsapp", "telegram", "vcard", "mail", "calls")]
BAD = st.one_of(st.binary(max_size=6), st.sampled_from((b"\xff\xfe", b"\r", b"\0", b'"', b"[{")))
SPOILT = st.tuples(st.floats(0, 1), BAD)


def _told_by(chosen: Format, data: bytes) -> None:
    """Read as the child does, but without the net that catches what a parser must not raise."""
    content = io.BytesIO(data)
    file = source(content, "x", len(data))
    notes = Notes()
    chosen.fits(file)
    content.seek(0)
    refused: set[str] = set()
    items = []
    try:
        items += chosen.read(file, notes)
    except Unreadable as error:
        refused.add(error.told.key)
    assert refused <= REFUSED.keys()
    assert {doubt for one in items for doubt in one.doubts} <= DOUBTS.keys()
    assert {one.key for one in notes.warnings} <= WARNINGS.keys()
    assert not any("\0" in f"{one.text}{one.sender}{one.place}" for one in items)
    json.dumps([(one.at, one.text, one.detail) for one in items] + [notes.facts], ensure_ascii=False).encode()
    assert content.getvalue() == data


@pytest.mark.parametrize("chosen", READERS, ids=lambda one: one.key)
@given(data=st.binary(max_size=400))
def test_whatever_bytes_come_they_are_read_or_refused(chosen: Format, data: bytes) -> None:
    _told_by(chosen, data)


@pytest.mark.parametrize("chosen", READERS, ids=lambda one: one.key)
@given(path=st.sampled_from(KIT), cut=st.floats(0, 1), spoilt=st.lists(SPOILT, max_size=4))
def test_real_files_that_are_spoilt_or_cut_are_read_or_refused(
    chosen: Format, path: Path, cut: float, spoilt: list[tuple[float, bytes]]
) -> None:
    data = bytearray(path.read_bytes())
    for place, bad in spoilt:
        at = int(place * len(data))
        data[at : at + len(bad)] = bad
    _told_by(chosen, bytes(data[: int(cut * len(data))]))
