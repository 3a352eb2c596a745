"""Pictures: what the camera wrote about time, place and device. The picture itself is not unfolded here."""

import re
import struct
import warnings
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workbench.clock import SystemClock
from workbench.evidence.intake import exif, naming
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import Notes, Source, Unreadable

if TYPE_CHECKING:
    from PIL.Image import Image

# More than any camera makes; a file that claims more is there to fill the memory.
MOST_PIXELS = 250_000_000
_MOST_WEBP = 60_000_000
_SEGMENT = re.compile(rb"\xff[^\x00\xff]")
_MOST_SEGMENTS, _MOST_FILLING, _LOOKED_THROUGH = 100_000, 1 << 20, 4096
OPENED = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP", "HEIF", "MPO")
# What Pillow and libheif raise for bytes that are not what they say.
DAMAGE = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError, ZeroDivisionError, EOFError,
    AttributeError, RuntimeError, MemoryError, struct.error,
)  # fmt: skip
_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_EDITORS = (
    "photoshop", "lightroom", "gimp", "snapseed", "picsart", "picasa", "paint", "canva", "affinity", "pixlr",
    "polarr", "facetune", "meitu", "remini", "inshot", "photoscape", "vsco", "acdsee", "faststone", "irfanview",
)  # fmt: skip


def fits(source: Source) -> bool:
    """Whether the first bytes are those of a picture."""
    head = source.head
    if head.startswith(_STARTS) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return True
    if head[:2] == b"BM" and len(head) >= 26:
        return int.from_bytes(head[14:18], "little") in (12, 40, 52, 56, 64, 108, 124)
    return head[4:8] == b"ftyp" and (head[8:12] in _BRANDS or (head[8:12] == b"avif" and b"mif1" in head[:64]))


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """One photograph, and the place where it was taken if the file tells it."""
    picture = opened(source)
    try:
        yield from _items(picture, source, notes)
    finally:
        picture.close()


def opened(source: Source) -> "Image":
    """The picture with its head read and nothing unfolded; its size is within bounds."""
    from PIL import Image

    if source.head[4:8] == b"ftyp":
        import pi_heif

        pi_heif.register_heif_opener()
    width, height = _canvas(source.head)
    if width * height > _MOST_WEBP:
        raise Unreadable("too_many_pixels", width=width, height=height)
    if source.head.startswith(b"\xff\xd8"):
        _require_picture(source)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    source.file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(source.file, formats=OPENED)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unreadable("too_large") from error
    except DAMAGE as error:
        raise Unreadable("broken") from error
    if picture.width * picture.height > MOST_PIXELS:
        raise Unreadable("too_many_pixels", width=picture.width, height=picture.height)
    return picture


def _items(picture: "Image", source: Source, notes: Notes) -> Iterator[Item]:
    main, more, gps, small = _tables(picture, notes)
    told = exif.taken(main, more, gps, SystemClock().now())
    where = exif.position(gps)
    shown = naming.name_at(source.name)
    form = "HEIC" if picture.format == "HEIF" else "JPEG" if picture.format == "MPO" else str(picture.format)
    turned = picture.info.get("original_orientation")
    if isinstance(turned, int) and 1 <= turned <= 8:  # libheif has turned the picture already
        told.detail["orientation"] = turned
    width, height = picture.size
    if form == "TIFF" and exif.orientation(main) > 4:  # Pillow tells the size as it will be after turning
        width, height = height, width
    detail: dict[str, object] = {
        **{key: value for key, value in told.detail.items() if value},
        "format": form, "width": width, "height": height, "thumbnail": bool(small.get(513)),
    }  # fmt: skip
    if shown:
        detail["name_at"] = shown
    if where:
        detail |= {"lat": where.lat, "lon": where.lon} | _altitude(where)
    doubts = told.doubts + (("name_disagrees",) if _disagree(told.at, shown) else ())
    _tell(detail, notes)
    notes.fact("picture", form)
    yield Item(Kind.PHOTO, "picture", told.at, told.zone, text=told.text, doubts=doubts, detail=detail)
    if where:
        spot: dict[str, object] = {"lat": where.lat, "lon": where.lon} | _altitude(where)
        yield Item(Kind.PLACE, "picture", told.at, told.zone, doubts=doubts, detail=spot)


def _tables(picture: "Image", notes: Notes) -> tuple[Mapping[int, object], ...]:
    """The main table of tags, the camera's, the satellite receiver's and the small picture's."""
    from PIL import Image

    tables: list[Mapping[int, object]] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # The method of the class itself: the one of PNG unfolds the whole picture first.
            found = Image.Image.getexif(picture)
            tables.append(dict(found))
            tables += [dict(found.get_ifd(one)) for one in (exif.EXIF, exif.GPS, exif.THUMBNAIL)]
    except DAMAGE:
        notes.warn("exif_damaged")
    return (*tables, *({} for _ in range(4 - len(tables))))


def _altitude(where: exif.Position) -> dict[str, object]:
    return {} if where.altitude is None else {"altitude": round(where.altitude, 2)}


def _disagree(at: str, shown: str) -> bool:
    return "T" in shown and bool(at) and at[:10] != shown[:10]


def _tell(detail: Mapping[str, object], notes: Notes) -> None:
    software = str(detail.get("software", ""))
    if any(one in software.lower() for one in _EDITORS):
        notes.warn("picture_edited", software=software[:80])
    elif "saved_at" in detail:
        notes.warn("picture_saved_later")


def _require_picture(source: Source) -> None:
    """Refuse a JPEG whose picture does not begin: the library looks for it byte by byte, through gigabytes."""
    place, filling = 2, 0
    for _ in range(_MOST_SEGMENTS):
        source.file.seek(place)
        piece = source.file.read(_LOOKED_THROUGH)
        found = _SEGMENT.search(piece)
        filling += found.start() if found else len(piece)
        if filling > _MOST_FILLING:
            break
        if found is None:
            if len(piece) < _LOOKED_THROUGH:
                return
            place += len(piece) - 1
            continue
        mark, length = piece[found.start() + 1], piece[found.start() + 2 : found.start() + 4]
        if mark in (0xD9, 0xDA) or len(length) < 2:
            return
        # Some marks stand alone.
        place += found.start() + 2 + (0 if mark == 1 or 0xD0 <= mark <= 0xD8 else int.from_bytes(length, "big"))
    raise Unreadable("broken")


def _canvas(head: bytes) -> tuple[int, int]:
    """The size that a WebP claims: Pillow makes room for it at once."""
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP" or len(head) < 30:
        return 0, 0
    if head[12:16] == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
