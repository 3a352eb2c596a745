"""Sound in frames: AMR and AAC are counted here, MP3, OGG, FLAC and WMA are left to TinyTag."""

import struct

from workbench.evidence.intake.heard import Heard
from workbench.evidence.intake.source import Source, Unreadable

_NARROW = (13, 14, 16, 18, 20, 21, 27, 32, 6, 6, 6, 6, 1, 1, 1, 1)
_WIDE = (18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 6, 1, 1, 1, 1, 1)
_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350)
_MOST_BYTES = 200_000_000
_DAMAGE = (
    OSError, ValueError, TypeError, KeyError, IndexError, struct.error, OverflowError, ZeroDivisionError, EOFError,
)  # fmt: skip


def is_mpeg(head: bytes) -> bool:
    """Whether two frames of MPEG sound follow each other: one alone could be chance."""
    first = _mpeg_frame(head)
    return bool(first) and bool(_mpeg_frame(head[first:]))


def _mpeg_frame(head: bytes) -> int:
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return 0
    version, layer, bits, rate = head[1] >> 3 & 3, head[1] >> 1 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or layer != 1 or bits in (0, 15) or rate == 3:
        return 0
    first = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
    second = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    kilobits = (first if version == 3 else second)[bits]
    samples = (44100, 48000, 32000)[rate] >> {3: 0, 2: 1, 0: 2}[version]
    return (144 if version == 3 else 72) * kilobits * 1000 // samples + (head[2] >> 1 & 1)


def amr(source: Source) -> Heard:
    """Twenty milliseconds a frame."""
    wide = source.head.startswith(b"#!AMR-WB\n")
    if not wide and not source.head.startswith(b"#!AMR\n"):
        raise Unreadable("broken")
    sizes, data = (_WIDE if wide else _NARROW), _whole(source)
    at, frames = (9 if wide else 6), 0
    while at < len(data):
        at += sizes[data[at] >> 3 & 15]
        frames += 1
    found = Heard("AMR", frames / 50, codecs=["AMR-WB" if wide else "AMR-NB"])
    found.cut_off = at > len(data)
    return found


def adts(source: Source) -> Heard:
    """AAC without a container: 1024 samples a frame."""
    data, at, frames, rate = _whole(source), 0, 0, 0
    while at + 7 <= len(data) and data[at] == 0xFF and data[at + 1] & 0xF6 == 0xF0:
        index = data[at + 2] >> 2 & 15
        rate = rate or (_RATES[index] if index < len(_RATES) else 0)
        length = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
        if length < 7:
            break
        at += length
        frames += 1
    if not frames or not rate:
        raise Unreadable("broken")
    return Heard("AAC", frames * 1024 / rate, codecs=["AAC"], cut_off=at > len(data))


def tagged(source: Source) -> Heard:
    """What TinyTag makes of it."""
    from tinytag import TinyTag, TinyTagException

    source.file.seek(0)
    try:
        tag = TinyTag.get(file_obj=source.file)
    except TinyTagException as error:
        raise Unreadable("broken") from error
    except _DAMAGE as error:
        raise Unreadable("broken") from error
    head = source.head
    container = ("MP3" if head.startswith((b"ID3", b"\xff")) else "FLAC" if head.startswith(b"fLaC")
                 else "OGG" if head.startswith(b"OggS") else "WMA")  # fmt: skip
    codec = "Opus" if b"OpusHead" in head[:200] else "Vorbis" if b"\x01vorbis" in head[:200] else container
    found = Heard(container, tag.duration or 0.0, codecs=[codec])
    if not found.seconds and codec == "OGG":
        raise Unreadable("broken")
    if not 0 <= found.seconds < 10**8:
        found.seconds = 0.0
    found.text = " — ".join(one.strip() for one in (tag.title, tag.comment) if one)[:2000]
    found.more = {key: value for key, value in (
        ("artist", tag.artist), ("channels", tag.channels), ("samples_a_second", tag.samplerate),
    ) if value}  # fmt: skip
    return found


def _whole(source: Source) -> bytes:
    if source.size > _MOST_BYTES:
        raise Unreadable("too_large")
    source.file.seek(0)
    return source.file.read(_MOST_BYTES)
