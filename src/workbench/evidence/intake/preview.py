"""What a file looks like: drawn in the child as points, or told as text; never a file, never more than asked for."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.evidence.intake import pdf, photo
from workbench.evidence.intake.gather import Course
from workbench.evidence.intake.items import Item, Kind, Warned
from workbench.evidence.intake.source import Notes, Source, Unreadable

if TYPE_CHECKING:
    from PIL.Image import Image

# No screen shows more, and so many points fit through the pipe in a moment.
MOST_SIDE, MOST_POINTS = 3000, 4_000_000
MOST_LETTERS = 200_000
_MOST_FRAMES = 500
_LINES = 200
# What has neither letters nor a look of its own.
_SILENT = frozenset(("recording",))


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture (PNG) or text of one page, or why there is none. ``pages`` counts pages, slides or single pictures.

    ``format`` is a key of ``formats.FORMATS``. Both ``png`` and ``text`` are empty where ``refused`` says why.
    """

    format: str
    png: bytes = b""
    text: str = ""
    page: int = 1
    pages: int = 1
    width: int = 0
    height: int = 0
    warnings: tuple[Warned, ...] = ()
    refused: Warned | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which page, and within how many points."""

    page: int = 1
    width: int = 1400
    height: int = 2000

    def within(self, width: float, height: float) -> float:
        """By how much to make smaller or larger so that it fits, never beyond what may be drawn."""
        if not (width > 0 and height > 0):
            raise Unreadable("broken")
        scale = min(min(self.width, MOST_SIDE) / width, min(self.height, MOST_SIDE) / height)
        return min(scale, math.sqrt(MOST_POINTS / (width * height)))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as the child gives it: points, three bytes each, row after row, or text."""

    page: int
    pages: int
    width: int = 0
    height: int = 0
    points: bytes = b""
    text: str = ""


def draw(course: Course, wanted: Wanted) -> Drawn:
    """One page of a file. Raises ``Unreadable`` where there is nothing to show."""
    drawer = _DRAWERS.get(course.key)
    if drawer:
        return drawer(course.source, wanted, course.notes)
    if not course.key or course.key in _SILENT:
        raise Unreadable(course.refused.key if course.refused else "no_preview")
    pages = list(_pages(course))
    if course.refused and not any(pages):
        raise Unreadable(course.refused.key, **course.refused.facts)
    if not any(map(str.strip, pages)):
        raise Unreadable("no_preview")
    page = _page(wanted.page, len(pages))
    return Drawn(page, len(pages), text=pages[page - 1][:MOST_LETTERS])


def _page(wanted: int, pages: int) -> int:
    return min(max(wanted, 1), max(pages, 1))


def _pages(course: Course) -> Iterator[str]:
    """The text of a file page by page; where it has no pages, so many of its items at a time."""
    lines: list[str] = []
    for item in course.items():
        if item.kind is Kind.PAGE:
            yield item.text
        elif line := _line(item):
            lines.append(line)
        if len(lines) >= _LINES:
            yield "\n".join(lines)
            lines = []
    if lines:
        yield "\n".join(lines)


def _line(item: Item) -> str:
    told = (item.at, item.sender, item.text)
    if item.kind is Kind.PLACE and {"lat", "lon"} <= item.detail.keys():
        told = (item.at, f"{item.detail['lat']}, {item.detail['lon']}", item.text)
    return "  ".join(one for one in told if one)


def _photo(source: Source, wanted: Wanted, notes: Notes) -> Drawn:
    from PIL import ImageFile, ImageOps

    picture = photo.opened(source)
    try:
        pages = _frames(picture)
        page = _page(wanted.page, pages)
        if page > 1:
            picture.seek(page - 1)
        scale = min(wanted.within(*picture.size), 1.0)
        # JPEG can be read smaller at once.
        picture.draft("RGB", (max(1, int(picture.width * scale)), max(1, int(picture.height * scale))))
        try:
            picture.load()
        except OSError:
            # Half a photograph is half an exhibit: the rest of it stays grey.
            ImageFile.LOAD_TRUNCATED_IMAGES = True
            notes.warn("picture_cut_off")
            picture.load()
        shown = _flat(picture)
        shown.thumbnail(_fitting(shown.size, wanted), reducing_gap=2.0)
        shown = ImageOps.exif_transpose(_with_turn(shown, picture))
        return Drawn(page, pages, shown.width, shown.height, shown.tobytes())
    except photo.DAMAGE as error:
        if isinstance(error, MemoryError):
            raise
        raise Unreadable("broken") from error
    finally:
        picture.close()


def _frames(picture: "Image") -> int:
    try:
        return min(int(getattr(picture, "n_frames", 1)), _MOST_FRAMES)
    except photo.DAMAGE:
        return 1


def _fitting(size: tuple[int, int], wanted: Wanted) -> tuple[int, int]:
    scale = min(wanted.within(*size), 1.0)
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))


def _flat(picture: "Image") -> "Image":
    """The picture in three colours, on white where it is clear, and of eight bits where it has more."""
    from PIL import Image

    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        low, high = picture.getextrema()
        span = (float(high) - float(low)) or 1.0  # type: ignore[arg-type]
        picture = picture.convert("F").point(lambda value: (value - float(low)) * (255.0 / span)).convert("L")  # type: ignore[arg-type]
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = Image.new("RGBA", clear.size, (255, 255, 255, 255))
        return Image.alpha_composite(ground, clear).convert("RGB")
    return picture.convert("RGB")


def _with_turn(shown: "Image", picture: "Image") -> "Image":
    """The small picture with the mark of how the camera was held, which making it small lost."""
    from PIL import Image

    from workbench.evidence.intake import exif

    try:
        # libheif has turned its pictures already, and Pillow those of TIFF.
        turned = 1 if picture.format in ("HEIF", "TIFF") else exif.orientation(dict(Image.Image.getexif(picture)))
    except photo.DAMAGE:
        turned = 1
    marks = Image.Exif()
    marks[0x0112] = turned
    shown.info["exif"] = marks.tobytes()
    return shown


def _pdf(source: Source, wanted: Wanted, notes: Notes) -> Drawn:
    from pypdfium2 import PdfiumError

    document, _data = pdf.opened(source)
    try:
        pages = len(document)
        page = _page(wanted.page, pages)
        sheet = document[page - 1]
        # Sides are rounded up to whole points; so many stay free for that.
        scale = wanted.within(*sheet.get_size()) * 0.998
        drawn = sheet.render(scale=scale, rev_byteorder=True, may_draw_forms=False, no_smoothtext=False)
        picture = drawn.to_pil().convert("RGB")
    except (PdfiumError, ValueError) as error:
        raise Unreadable("broken") from error
    finally:
        document.close()
    return Drawn(page, pages, picture.width, picture.height, picture.tobytes())


_DRAWERS: dict[str, Callable[[Source, Wanted, Notes], Drawn]] = {"photo": _photo, "pdf": _pdf}
