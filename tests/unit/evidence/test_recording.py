"""Recordings: length, day and form are right, the time in a name stays a hint, and damage ends in a reading."""

import struct
import wave
from io import BytesIO

import pytest
from unit.evidence.media import exhibit, of, read, refused, warned

from workbench.evidence.intake.items import Item, Kind, Reading


def test_the_threat_on_the_telephone() -> None:
    reading = exhibit("BGD-2025-9041-D-001.3")
    (item,) = reading.items
    assert (reading.format, item.kind, item.at) == ("recording", Kind.RECORDING, "")
    assert item.detail["seconds"] == pytest.approx(8.432)
    assert item.detail["codecs"] == ["PCM"]
    # The day in a messenger's name is the day of sending: never the time of the recording.
    assert item.detail["name_at"] == "2025-01-10"


def test_the_video_of_the_loading() -> None:
    reading = exhibit("SUL-2025-9017-D-001.3")
    (item,) = reading.items
    assert reading.facts["creation_time_utc"] == "2025-02-06T18:52:00Z"
    assert (item.at, item.zone, item.doubts) == ("2025-02-06T18:52:00+00:00", "+00:00", ())
    assert 3 <= float(str(item.detail["seconds"])) <= 5
    assert item.detail["codecs"] == ["avc1", "mp4a"]
    assert item.detail["name_at"] == "2025-02-06"


def wav(frames: int = 8000, rate: int = 8000, width: int = 2) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(bytes(2 * width * frames))
    return out.getvalue()


def one(reading: Reading) -> Item:
    assert refused(reading) == ""
    return of(reading, Kind.RECORDING)[0]


@pytest.mark.parametrize(
    ("width", "rate", "frames"), [(1, 8000, 4000), (2, 44100, 44100), (3, 48000, 96000)]
)
def test_wav_made_here(width: int, rate: int, frames: int) -> None:
    detail = one(read(wav(frames, rate, width), "a.wav")).detail
    assert (detail["seconds"], detail["channels"], detail["bits"]) == (frames / rate, 2, width * 8)


def test_a_wav_whose_recorder_lost_power() -> None:
    data = wav(8000)
    reading = read(data[: len(data) // 2], "a.wav")
    assert one(reading).detail["seconds"] == pytest.approx(0.5, abs=0.01)
    assert "recording_cut_off" in warned(reading)
    unset = data[:40] + bytes(4) + data[44:]
    assert one(read(unset, "a.wav")).detail["seconds"] == pytest.approx(1, abs=0.01)


def test_the_day_of_a_wav_has_no_zone() -> None:
    bext = bytes(320) + b"2024-05-06" + b"07:08:09"
    data = wav()[:36] + b"bext" + struct.pack("<I", len(bext)) + bext + wav()[36:]
    item = one(read(data, "a.wav"))
    assert (item.at, item.doubts) == ("2024-05-06T07:08:09", ("zone_unknown",))


def box(kind: bytes, *content: bytes) -> bytes:
    data = b"".join(content)
    return struct.pack(">I", len(data) + 8) + kind + data


def mvhd(made: int, scale: int = 1000, length: int = 2500, *, wide: bool = False) -> bytes:
    if wide:
        return box(b"mvhd", b"\1\0\0\0", struct.pack(">QQIQ", made, made, scale, length), bytes(80))
    return box(b"mvhd", bytes(4), struct.pack(">IIII", made, made, scale, length), bytes(80))


AT = 3_800_000_000  # 2024-05-31T11:33:20Z, counted from 1904


def film(*content: bytes, brand: bytes = b"isom") -> bytes:
    return box(b"ftyp", brand, bytes(4)) + box(b"mdat", bytes(100)) + box(b"moov", *content)


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize(
    ("brand", "container"), [(b"isom", "MP4"), (b"3gp5", "3GP"), (b"qt  ", "MOV"), (b"M4A ", "M4A")]
)
def test_boxes_tell_time_and_length(wide: bool, brand: bytes, container: str) -> None:
    item = one(read(film(mvhd(AT, wide=wide), brand=brand), "a.mp4"))
    assert (item.at, item.detail["seconds"], item.detail["container"]) == (
        "2024-05-31T11:33:20+00:00",
        2.5,
        container,
    )
    assert ("zone_perhaps_local" in item.doubts) == (brand == b"qt  ")


def test_a_box_may_come_last_have_no_length_and_be_very_large() -> None:
    last = film(mvhd(AT))
    at = last.rindex(b"moov") - 4
    assert one(read(last[:at] + bytes(4) + last[at + 4 :], "a.mp4")).detail["seconds"] == 2.5
    large = b"\0\0\0\1mdat" + struct.pack(">Q", 16 + 50) + bytes(50)
    assert one(read(box(b"ftyp", b"isom", bytes(4)) + large + box(b"moov", mvhd(AT)), "a.mp4")).at


def test_no_time_and_impossible_time() -> None:
    assert one(read(film(mvhd(0)), "a.mp4")).at == ""
    assert "clock_doubtful" in one(read(film(mvhd(60)), "a.mp4")).doubts
    assert one(read(film(mvhd(2**64 - 1, wide=True)), "a.mp4")).at == ""


def test_the_place_that_a_telephone_writes() -> None:
    text = b"+36.2012-044.0101+412.5/"
    place = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(text), 0x15C7), text))
    reading = read(film(mvhd(AT), place), "a.mp4")
    (spot,) = of(reading, Kind.PLACE)
    assert (spot.detail, spot.at) == (
        {"lat": 36.2012, "lon": -44.0101, "altitude": 412.5},
        "2024-05-31T11:33:20+00:00",
    )
    bad = b"+96.2012-044.0101/"
    assert (
        of(
            read(film(box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(bad), 0), bad))), "a.mp4"),
            Kind.PLACE,
        )
        == []
    )


def test_the_keys_of_an_iphone_tell_zone_and_device() -> None:
    told = {"com.apple.quicktime.make": "Apple", "com.apple.quicktime.creationdate": "2024-05-31T14:33:20+0300",
            "com.apple.quicktime.location.ISO6709": "+36.2+044.0/"}  # fmt: skip
    keys = box(
        b"keys", bytes(4), struct.pack(">I", len(told)), *(box(b"mdta", key.encode()) for key in told)
    )
    values = [
        box(struct.pack(">I", number), box(b"data", bytes(8), value.encode()))
        for number, value in enumerate(told.values(), 1)
    ]
    meta = box(b"meta", box(b"hdlr", bytes(25)), keys, box(b"ilst", *values))
    item = one(read(film(mvhd(AT), meta, brand=b"qt  "), "IMG_1.MOV"))
    assert (item.at, item.zone, item.doubts) == ("2024-05-31T14:33:20+03:00", "+03:00", ())
    assert (item.detail["creation_time_utc"], item.detail["make"]) == ("2024-05-31T11:33:20Z", "Apple")
    assert (item.detail["lat"], item.detail["lon"]) == (36.2, 44.0)


def test_forms_and_size_of_the_picture() -> None:
    tkhd = box(b"tkhd", bytes(76), struct.pack(">II", 1920 << 16, 1080 << 16))
    trak = box(
        b"trak",
        tkhd,
        box(b"mdia", box(b"minf", box(b"stbl", box(b"stsd", bytes(8), bytes(4), b"hvc1", bytes(20))))),
    )
    detail = one(read(film(mvhd(AT), trak), "a.mp4")).detail
    assert (detail["width"], detail["height"], detail["codecs"]) == (1920, 1080, ["hvc1"])


@pytest.mark.parametrize("data", [
    film(mvhd(AT))[:60], box(b"ftyp", b"isom", bytes(4)), film(mvhd(AT)).replace(b"moov", b"xxxx"),
    box(b"ftyp", b"isom") + b"\0\0\0\2moov", box(b"ftyp", b"isom") + struct.pack(">I", 2**32 - 1) + b"free",
    b"RIFF\0\0\0\0WAVE", b"RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff", b"#!AMR" + bytes(30),
    b"OggS" + bytes(40),
    b"fLaC" + bytes(40), b"\x1aE\xdf\xa3\x01" + bytes(30),
])  # fmt: skip
def test_damage_ends_in_a_reading(data: bytes) -> None:
    reading = read(data, "a.bin")
    assert refused(reading) in ("broken", "unknown")
    assert reading.items == ()


def test_boxes_within_boxes_without_end() -> None:
    data = b""
    for _ in range(3000):
        data = box(b"moov", data)
    assert refused(read(box(b"ftyp", b"isom", bytes(4)) + data, "a.mp4")) == ""


def test_amr_and_aac_are_counted_frame_by_frame() -> None:
    detail = one(read(b"#!AMR\n" + (b"\x3c" + bytes(31)) * 100, "a.amr")).detail
    assert (detail["seconds"], detail["codecs"]) == (2.0, ["AMR-NB"])
    frame = bytes([0xFF, 0xF1, 4 << 2 | 0x40, 0x80, 20 >> 3, (20 & 7) << 5 | 0x1F, 0xFC]) + bytes(13)
    assert one(read(frame * 441, "a.aac")).detail["seconds"] == pytest.approx(441 * 1024 / 44100, abs=0.001)


def test_mp3_by_its_frames() -> None:
    frame = b"\xff\xfb\x90\x00" + bytes(413)  # 128 kbit/s, 44100 a second, 417 bytes
    detail = one(read(frame * 100, "a.mp3")).detail
    assert detail["container"] == "MP3"
    assert detail["seconds"] == pytest.approx(100 * 1152 / 44100, rel=0.02)


def test_opus_by_its_last_page() -> None:
    def page(data: bytes, granule: int, number: int, flags: int) -> bytes:
        return (
            b"OggS\0"
            + bytes([flags])
            + struct.pack("<qIIIB", granule, 7, number, 0, 1)
            + bytes([len(data)])
            + data
        )

    head = b"OpusHead\x01\x01" + struct.pack("<HIHB", 0, 48000, 0, 0)
    data = (
        page(head, 0, 0, 2)
        + page(b"OpusTags" + struct.pack("<I", 0) * 2, 0, 1, 0)
        + page(bytes(50), 48000 * 3, 2, 4)
    )
    detail = one(read(data, "PTT-20250110-WA0002.opus")).detail
    assert (detail["codecs"], detail["name_at"]) == (["Opus"], "2025-01-10")
    assert detail["seconds"] == pytest.approx(3, abs=0.01)


def test_avi_and_webm() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)

    avih = struct.pack("<10I", 40_000, 0, 0, 0, 250, 0, 1, 0, 640, 480) + bytes(16)
    headers = b"hdrl" + chunk(b"avih", avih) + chunk(b"IDIT", b"FRI MAY 31 06:33:20 2024\n")
    item = one(read(b"RIFF" + struct.pack("<I", 500) + b"AVI " + chunk(b"LIST", headers), "a.avi"))
    assert (item.detail["seconds"], item.at, item.doubts) == (
        10.0,
        "2024-05-31T06:33:20",
        ("zone_unknown",),
    )

    def element(kind: bytes, data: bytes) -> bytes:
        return kind + bytes([0x80 | len(data)]) + data

    info = element(b"\x2a\xd7\xb1", (1_000_000).to_bytes(3, "big")) + element(
        b"\x44\x89", struct.pack(">d", 4500.0)
    )
    info += element(b"\x44\x61", struct.pack(">q", 738_905_600 * 10**9))
    data = element(b"\x1aE\xdf\xa3", element(b"\x42\x82", b"webm")) + b"\x18\x53\x80\x67\x01" + b"\xff" * 7
    data += element(b"\x15\x49\xa9\x66", info) + element(b"\x1f\x43\xb6\x75", bytes(5))
    item = one(read(data, "a.webm"))
    assert (item.detail["seconds"], item.at, item.detail["container"]) == (
        4.5,
        "2024-06-01T03:33:20+00:00",
        "WebM",
    )
