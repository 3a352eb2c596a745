"""Pictures: what the camera wrote is read, what it cannot know is doubted, and no picture fills the memory."""

import struct
import tracemalloc
import zlib
from io import BytesIO

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational
from unit.evidence.media import exhibit, of, read, refused, warned

from workbench.evidence.intake.items import Item, Kind

# number, taken, offset, make, model, orientation, latitude, longitude
EXHIBITS = [
    ("BGD-2025-9041-A-001", "2025-03-18T21:12:04", "+03:00", "FictCam", "FC-100", 1, 33.30412, 44.34127),
    ("BGD-2025-9041-A-002", "2025-03-18T21:26:55", "+03:00", "FictCam", "FC-100", 6, 33.30416, 44.34124),
    ("BGD-2025-9041-A-003", "2025-03-18T21:31:40", "+03:00", "FictCam", "FC-100", 3, 33.30412, 44.34127),
    ("BGD-2025-9041-B-001", "2025-03-20T13:52:11", "", "FictCam", "FC-200 II", 1, None, None),
    ("BGD-2025-9041-B-005", "2023-01-01T00:14:37", "", "FictCam", "FC-200 II", 8, None, None),
    ("BGD-2025-9041-C-001", "2025-03-23T16:08:45", "+03:00", "FictPhone", "FP 9", 1, 36.20318, 44.03955),
    ("SUL-2025-9017-A-001", "2025-02-07T07:31:55", "+03:00", "FictCam", "FC-100", 1, 37.2104, 42.7412),
    ("SUL-2025-9017-A-002", "2025-02-07T07:44:20", "+03:00", "FictCam", "FC-100", 6, 37.2116, 42.7403),
    ("SUL-2025-9017-B-001", "2025-02-10T09:12:40", "", "FictCam", "FC-200 II", 3, None, None),
    ("SUL-2025-9017-C-001", "2025-02-15T16:22:10", "+03:00", "FictPhone", "FP 9", 1, 35.4121, 45.221),
    ("SUL-2025-9017-F-001", "2025-01-22T15:40:02", "+04:30", "FictPhone", "FP 6", 1, 35.5601, 45.4301),
]


@pytest.mark.parametrize("row", EXHIBITS, ids=[row[0] for row in EXHIBITS])
def test_every_exhibit_tells_what_its_camera_wrote(row: tuple[object, ...]) -> None:
    number, taken, offset, make, model, orientation, lat, lon = row
    reading = exhibit(str(number))
    (photo,) = of(reading, Kind.PHOTO)
    assert (reading.format, refused(reading)) == ("photo", "")
    assert (photo.at, photo.zone) == (f"{taken}{offset}", offset)
    assert [photo.detail[key] for key in ("make", "model", "orientation")] == [make, model, orientation]
    assert ("zone_unknown" in photo.doubts) == (offset == "")
    places = of(reading, Kind.PLACE)
    if lat is None:
        assert places == []
    else:
        (place,) = places
        assert (place.detail["lat"], place.detail["lon"]) == pytest.approx((lat, lon), abs=2e-6)
        assert place.at == photo.at


def test_the_clock_of_one_camera_is_doubted_and_of_no_other() -> None:
    doubted = [row[0] for row in EXHIBITS if "clock_doubtful" in of(exhibit(row[0]), Kind.PHOTO)[0].doubts]
    assert doubted == ["BGD-2025-9041-B-005"]


@pytest.mark.parametrize("number", [
    "BGD-2025-9041-A-004", "BGD-2025-9041-B-003", "SUL-2025-9017-A-004", "SUL-2025-9017-B-004",
])  # fmt: skip
def test_a_scan_without_camera_is_still_a_picture(number: str) -> None:
    (photo,) = exhibit(number).items
    assert (photo.kind, photo.at, photo.detail["format"]) == (Kind.PHOTO, "", "PNG")
    assert photo.doubts == ()


def made(form: str = "JPEG", *, main: dict[int, object] | None = None, more: dict[int, object] | None = None,
         gps: dict[int, object] | None = None, name: str = "a.jpg") -> tuple[Item, ...]:  # fmt: skip
    exif = Image.Exif()
    exif.update(main or {})
    exif.get_ifd(0x8769).update(more or {})
    exif.get_ifd(0x8825).update(gps or {})
    out = BytesIO()
    image = Image.new("RGB", (64, 48), "teal")
    image.save(out, form, exif=exif.tobytes())
    return read(out.getvalue(), name).items


TAKEN, OFFSET, VERSION = 36867, 36881, 36864
NORTH_EAST = {1: "N", 2: (36.0, 30.0, 0.0), 3: "E", 4: (44.0, 15.0, 36.0)}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_time_zone_place_and_turn_are_read_from_each_format(form: str, orientation: int) -> None:
    photo, place = made(
        form, main={271: "Maker", 272: "M 1", 274: orientation},
        more={TAKEN: "2024:12:31 23:59:59", OFFSET: "-04:00"}, gps=NORTH_EAST,
    )  # fmt: skip
    assert (photo.at, photo.zone) == ("2024-12-31T23:59:59-04:00", "-04:00")
    assert photo.detail["orientation"] == orientation
    assert (photo.detail["width"], photo.detail["height"], photo.detail["format"]) == (64, 48, form)
    assert (place.detail["lat"], place.detail["lon"]) == pytest.approx((36.5, 44.26))


@pytest.mark.parametrize(
    ("north", "east", "lat", "lon"), [("S", "W", -1, -1), ("S", "E", -1, 1), ("N", "W", 1, -1)]
)
def test_the_other_halves_of_the_earth(north: str, east: str, lat: int, lon: int) -> None:
    place = made(gps={**NORTH_EAST, 1: north, 3: east, 5: b"\x01", 6: IFDRational(12, 1)})[1]
    assert (place.detail["lat"], place.detail["lon"]) == pytest.approx((36.5 * lat, 44.26 * lon))
    assert place.detail["altitude"] == -12


@pytest.mark.parametrize("gps", [
    {1: "N", 2: (99.0, 0.0, 0.0), 3: "E", 4: (44.0, 0.0, 0.0)}, {1: "N", 2: (36.0, 30.0, 0.0)},
    {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)},
    {1: "N", 2: (IFDRational(36, 0), IFDRational(0, 0), IFDRational(0, 0)), 3: "E", 4: (44.0, 0.0, 0.0)},
])  # fmt: skip
def test_an_impossible_place_is_left_out_and_the_picture_kept(gps: dict[int, object]) -> None:
    assert [one.kind for one in made(more={TAKEN: "2024:05:05 05:05:05"}, gps=gps)] == [Kind.PHOTO]


UTC_0900 = {7: (9.0, 0.0, 0.0), 29: "2024:05:05"}


@pytest.mark.parametrize(("more", "gps", "doubted"), [
    ({TAKEN: "2024:05:05 12:00:00", OFFSET: "+03:00"}, UTC_0900, False),
    ({TAKEN: "2024:05:05 13:00:00", OFFSET: "+03:00"}, UTC_0900, True),  # an hour apart from the satellites
    ({TAKEN: "2024:05:05 13:00:00"}, UTC_0900, False),  # some zone of the Earth
    ({TAKEN: "2024:05:07 13:00:00"}, UTC_0900, True),  # no zone of the Earth
    ({TAKEN: "2024:01:01 00:10:00"}, {}, True),
    ({TAKEN: "2024:01:01 00:10:00", OFFSET: "+03:00"}, {}, False),
    ({TAKEN: "2000:01:01 15:10:00"}, {}, True),
    ({TAKEN: "1970:01:01 03:00:00"}, {}, True),
    ({TAKEN: "2031:01:05 15:10:00", VERSION: b"0232"}, {}, True),
    ({TAKEN: "2012:06:05 15:10:00", VERSION: b"0231"}, {}, True),  # that standard is of 2016
    ({TAKEN: "2017:06:05 15:10:00", VERSION: b"0231"}, {}, False),
])  # fmt: skip
def test_the_clock_is_doubted_where_it_contradicts_something(
    more: dict[int, object], gps: dict[int, object], doubted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import UTC, datetime

    from workbench.clock import FixedClock
    from workbench.evidence.intake import photo

    monkeypatch.setattr(photo, "SystemClock", lambda: FixedClock(datetime(2025, 6, 1, tzinfo=UTC)))
    found = made(more=more, gps=gps)[0]
    assert ("clock_doubtful" in found.doubts) == doubted


@pytest.mark.parametrize(
    "text", ["0000:00:00 00:00:00", "2024:13:01 00:00:00", "    ", "yesterday", "2024:02:30 10:00:00"]
)
def test_a_time_that_is_none_stays_empty(text: str) -> None:
    assert made(more={TAKEN: text})[0].at == ""


def test_only_the_time_of_saving_is_doubted() -> None:
    photo = made(main={306: "2024:05:05 10:00:00"})[0]
    assert photo.at == "2024-05-05T10:00:00"
    assert "time_of_saving" in photo.doubts


def test_a_name_that_tells_another_day_is_said_and_never_the_time() -> None:
    photo = made(more={TAKEN: "2024:05:05 10:00:00", OFFSET: "+03:00"}, name="IMG_20250318_211204.jpg")[0]
    assert photo.at.startswith("2024-05-05T10:00:00")
    assert photo.detail["name_at"] == "2025-03-18T21:12:04"
    assert photo.doubts == ("name_disagrees",)
    assert made(name="IMG-20250110-WA0002.jpg")[0].detail["name_at"] == "2025-01-10"
    assert made(name="IMG-20250110-WA0002.jpg")[0].at == ""


def test_an_edited_picture_is_told() -> None:
    out = BytesIO()
    exif = Image.Exif()
    exif[305] = "Adobe Photoshop 25.0"
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif.tobytes())
    assert warned(read(out.getvalue(), "a.jpg")) == {"picture_edited"}


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def floods() -> dict[str, bytes]:
    side = 60_000
    head = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    png = (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(bytes(1000)))
        + _chunk(b"IEND", b"")
    )
    bmp = struct.pack("<2sIHHI", b"BM", 1000, 0, 0, 54) + struct.pack(
        "<IiiHHIIiiII", 40, side, side, 1, 24, 0, 0, 0, 0, 0, 0
    )
    tags = [
        (256, 4, side),
        (257, 4, side),
        (258, 3, 8),
        (259, 3, 1),
        (262, 3, 1),
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, side),
        (279, 4, 9),
    ]
    tiff = b"II*\x00" + struct.pack("<I", 8) + struct.pack("<H", len(tags))
    tiff += b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags) + bytes(64)
    gif = (
        b"GIF89a"
        + struct.pack("<HHBBB", side, side, 0, 0, 0)
        + b",\0\0\0\0"
        + struct.pack("<HHB", side, side, 0)
        + bytes(40)
    )
    webp = (
        b"RIFF"
        + struct.pack("<I", 100)
        + b"WEBPVP8X"
        + struct.pack("<I", 10)
        + bytes(4)
        + b"\xff\x3f\0\xff\x3f\0"
        + bytes(60)
    )
    return {"png": png, "bmp": bmp, "tif": tiff, "gif": gif, "webp": webp}


@pytest.mark.parametrize("ending", ["png", "bmp", "tif", "gif", "webp"])
def test_a_flood_of_pixels_is_refused_without_room_being_made_for_it(ending: str) -> None:
    data = floods()[ending]
    read(data, f"a.{ending}")  # libraries are loaded once
    tracemalloc.start()
    reading = read(data, f"a.{ending}")
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (reading.format, reading.items) == ("photo", ())
    assert refused(reading) in ("too_many_pixels", "too_large")
    assert peak < 5_000_000


@pytest.mark.parametrize("ending", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP"])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.8])
def test_a_cut_off_picture_ends_in_a_reading(ending: str, share: float) -> None:
    out = BytesIO()
    Image.effect_noise((80, 80), 40).save(out, ending)
    whole = out.getvalue()
    reading = read(whole[: int(len(whole) * share)], f"a.{ending}")
    assert reading.format in ("photo", "")
    assert refused(reading) in ("", "broken", "unknown")


def test_a_heic_with_a_damaged_middle_ends_in_a_reading() -> None:
    from unit.evidence.media import TRAINING

    data = bytearray(next(TRAINING.glob("case-a/evidence/*.HEIC")).read_bytes())
    data[60:400] = bytes(340)
    assert refused(read(bytes(data), "a.heic")) == "broken"
