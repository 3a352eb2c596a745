"""Whatever people write to each other comes back from an export of any telephone, message by message."""

import io
import string
from datetime import datetime, timedelta

import pytest
from chat_exports import VARIANTS, Said, Variant
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from workbench.evidence.intake import whatsapp_lines
from workbench.evidence.intake.gather import gather
from workbench.evidence.intake.items import Kind
from workbench.evidence.intake.source import source
from workbench.evidence.intake.whatsapp_words import bare, told

LETTERS = string.ascii_letters + string.digits + " .-_'()|+&،؛!؟«»" + "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤأإآ" + "پچژگڤڕڵۆێەکی" + "ሀለሐ" + "নমস" + "😂✈️🏔"
NAMES = st.one_of(
    st.text(LETTERS, min_size=1, max_size=25),
    st.sampled_from((
        "+964 769 000 4121", "+44 7700 900417", "سهام - مكتب الليلك", "کاک شوان", "Dr: Farhad 12:30", "Ali 10/05/2024, 17:40 - x",
        "[12] team", "🏔 Road 2024", "أم ريان", "007", "A", "~ Zana", "Agent Prossy (Jobs Abroad)", "\u202bأم علي\u202c",
    )),
)  # fmt: skip
WORDS = st.text(
    st.one_of(st.sampled_from(LETTERS + ':/,<>[]"\\\t'), st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))), max_size=60
)
TEXTS = st.lists(
    st.one_of(WORDS, st.sampled_from(("10/05 17:40 Ali: pay", "[17:40, 10/5/2024] Ali: hi", "Doctor: he said: go", "12:30 - no"))),
    min_size=1, max_size=4,
).map("\n".join)  # fmt: skip


def _read(data: bytes, name: str = "chat.txt"):
    return gather(source(io.BytesIO(data), name, len(data)))


@st.composite
def chats(draw) -> list[Said]:
    # A day after the twelfth comes first, so that no chat leaves open which number is the month.
    at = datetime(2024, 3, 25, 9, 30) + timedelta(minutes=draw(st.integers(0, 60 * 24 * 2)))
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
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_every_message_comes_back(variant: Variant, said: list[Said]) -> None:
    said = [one for one in said if _is_plain(one)]
    assume(said)
    reading = _read(variant.write(said).encode())
    back = [one for one in reading.items if one.kind is Kind.MESSAGE]
    assert reading.format == "whatsapp"
    assert [one.text for one in reading.items if one.kind is Kind.NOTICE] == [variant.system]
    shape = "%Y-%m-%dT%H:%M:%S" if variant.seconds else "%Y-%m-%dT%H:%M"
    # Of a name with a colon in it, only the whole file tells where it ends; that has tests of its own.
    assert [(one.at, one.text) for one in back if "sender_unclear" not in one.doubts] == [
        (f"{one.at:{shape}}", one.text) for one, read in zip(said, back, strict=True) if "sender_unclear" not in read.doubts
    ]
    assert [one.sender for one in back if "sender_unclear" not in one.doubts] == [
        bare(one.sender) for one, read in zip(said, back, strict=True) if "sender_unclear" not in read.doubts
    ]
    assert "day_month_unclear" not in {doubt for one in back for doubt in one.doubts}
