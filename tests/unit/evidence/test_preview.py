"""Previews: pages drawn in the child within bounds, packed anew by the parent, and nothing that lies on a disk."""

import io
import struct
import time
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.evidence.media import TRAINING
from tests.unit.evidence.test_office import HOSTILE, docx, para, words
from tests.unit.evidence.test_pdf import LOOP, WORDS, page, raw
from workbench.evidence.intake import runner
from workbench.evidence.intake.preview import Preview
from workbench.evidence.intake.preview_wire import PageTaker, png
from workbench.evidence.intake.wire import LARGEST_FRAME, Lie, packed


def show(data: bytes, name: str, **how: int) -> Preview:
    return runner.preview(lambda offset, length: data[offset : offset + length], name, len(data), **how)  # type: ignore[arg-type]


def exhibit(number: str, **how: int) -> Preview:
    (path,) = TRAINING.glob(f"case-*/evidence/{number}_*")
    return show(path.read_bytes(), path.name, **how)


def seen(preview: Preview) -> Image.Image:
    picture = Image.open(io.BytesIO(preview.png), formats=["PNG"])
    picture.load()
    assert picture.size == (preview.width, preview.height)
    return picture


def why(preview: Preview) -> str:
    assert not preview.png
    assert not preview.text
    return preview.refused.key if preview.refused else ""


def test_of_a_document_without_words_that_is_said() -> None:
    assert why(show(docx(para()), "empty.docx")) == "no_preview"


@pytest.mark.parametrize("number", ["BGD-2025-9041-A-001", "BGD-2025-9041-C-001", "BGD-2025-9041-A-004"])
def test_a_picture_is_shown_within_what_is_asked_for(number: str) -> None:
    preview = exhibit(number, width=200, height=200)
    assert 199 <= max(seen(preview).size) <= 200
    assert (preview.page, preview.pages) == (1, 1)
    assert len(seen(preview).getcolors(1 << 16) or []) > 5


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_picture_stands_as_the_camera_was_held(turned: int) -> None:
    upright = Image.new("RGB", (60, 40), "blue")
    upright.paste("red", (0, 0, 20, 20))
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = upright.transpose(Image.Transpose(back[turned])) if turned > 1 else upright
    marks = Image.Exif()
    marks[0x0112] = turned
    out = io.BytesIO()
    stored.save(out, "JPEG", exif=marks, quality=95)
    picture = seen(show(out.getvalue(), "a.jpg"))
    assert picture.size == (60, 40)
    red, blue = picture.getpixel((5, 5)), picture.getpixel((50, 30))
    assert isinstance(red, tuple)
    assert red[0] > 200 > 60 > red[2]
    assert isinstance(blue, tuple)
    assert blue[2] > 200 > 60 > blue[0]


def test_pages_of_a_document_one_by_one() -> None:
    preview = exhibit("BGD-2025-9041-C-002", height=600)
    picture = seen(preview)
    assert 590 <= picture.height <= 600
    assert preview.format == "pdf"
    darkest, lightest = picture.convert("L").getextrema()
    assert darkest < 40
    assert lightest == 255
    two = io.BytesIO()
    Image.new("L", (10, 10), 0).save(two, "TIFF", save_all=True, append_images=[Image.new("L", (10, 10), 255)])
    assert [show(two.getvalue(), "a.tif", page=number).page for number in (0, 1, 2, 3)] == [1, 1, 2, 2]
    assert seen(show(two.getvalue(), "a.tif", page=2)).getpixel((5, 5)) == (255, 255, 255)


def test_letters_are_shown_as_letters() -> None:
    assert "حي الزيزفون" in exhibit("BGD-2025-9041-A-000").text
    body = para(words("one")) + para('<w:br w:type="page"/>', words("two"))
    second = show(docx(body), "a.docx", page=2)
    assert (second.text, second.page, second.pages) == ("two", 2, 2)
    ledger = exhibit("BGD-2025-9041-B-002")
    assert "3000000" in ledger.text.replace(",", "")
    assert ledger.format == "spreadsheet"


def test_half_a_photograph_is_shown_and_said() -> None:
    (path,) = TRAINING.glob("case-*/evidence/BGD-2025-9041-A-001_*")
    data = path.read_bytes()
    preview = show(data[: len(data) // 2], path.name)
    assert seen(preview).size
    assert [one.key for one in preview.warnings] == ["picture_cut_off"]


def test_depths_of_colour_and_what_is_clear() -> None:
    deep, clear = io.BytesIO(), io.BytesIO()
    grey = Image.new("I;16", (4, 4), 0)
    grey.putpixel((0, 0), 4000)
    grey.save(deep, "TIFF")
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(clear, "PNG")
    assert seen(show(deep.getvalue(), "a.tif")).getpixel((0, 0)) == (255, 255, 255)
    assert seen(show(clear.getvalue(), "a.png")).getpixel((1, 1)) == (255, 255, 255)


FLOOD = b"\x89PNG\r\n\x1a\n" + b"".join(
    struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
    for kind, data in ((b"IHDR", struct.pack(">LLBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)), (b"IEND", b""))
)
WIDE = raw(*page(b"")).replace(b"[0 0 300 400]", b"[0 0 9e9 1]  ")
HARMFUL: Mapping[str, bytes] = {
    "flood.png": FLOOD, "loop.pdf": LOOP, "cut.pdf": WORDS[:150], "empty.pdf": b"",
    "voice.wav": b"RIFF\x24\0\0\0WAVEfmt ",
    "odd.bin": bytes(range(1, 9)) * 100, **{name: data for name, (data, _) in HOSTILE.items() if name != "cut.rtf"},
}  # fmt: skip


@pytest.mark.parametrize("name", HARMFUL)
def test_hostile_files_are_refused_quickly(name: str) -> None:
    started = time.monotonic()
    assert why(show(HARMFUL[name], name))
    assert time.monotonic() - started < 15


def test_a_page_of_absurd_size_stays_within_bounds() -> None:
    preview = show(WIDE, "wide.pdf", width=3000, height=3000)
    assert preview.refused or (preview.width <= 3000 and preview.height <= 3000)


def test_nothing_is_written_by_a_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMPDIR", "TEMP", "TMP", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert exhibit("BGD-2025-9041-A-001").png
    assert show(WORDS, "a.pdf").png
    assert list(tmp_path.rglob("*")) == []


def taken(points: bytes, **facts: object) -> PageTaker:
    taker = PageTaker(frozenset({"photo"}), 10**9)
    taker.take_pixels(points)
    taker.take_end(packed([{"page": 1, "pages": 1, "width": 2, "height": 1} | facts, [], None]))
    return taker


def test_the_parent_packs_what_it_counted() -> None:
    preview = taken(b"\xff\0\0\0\xff\0").preview()
    assert [seen(preview).getpixel((x, 0)) for x in (0, 1)] == [(255, 0, 0), (0, 255, 0)]
    assert png(b"\1\2\3", 1, 1).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "facts",
    [
        {"width": 3}, {"height": 2**40}, {"width": -1}, {"width": True}, {"page": 2}, {"page": 0}, {"pages": "1"},
        {"height": 0},
    ],
)
def test_a_child_that_lies_about_its_points_is_not_believed(facts: dict[str, object]) -> None:
    with pytest.raises(Lie):
        taken(bytes(6), **facts)


def test_a_child_that_gives_points_without_end_is_not_believed() -> None:
    taker, piece = PageTaker(frozenset(), 10**9), bytes(LARGEST_FRAME)
    for _ in range(11):
        taker.take_pixels(piece)
    with pytest.raises(Lie):
        taker.take_pixels(piece)
    with pytest.raises(Lie):
        taker.take_items(b"[]")
