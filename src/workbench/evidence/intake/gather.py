"""One file read to its end: the items, counted, with who sent how many and the first and last moment."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.evidence.intake import looks, numbers
from workbench.evidence.intake.formats import FORMATS, Format
from workbench.evidence.intake.items import COUNTED, Item, Kind, Reading, Warned
from workbench.evidence.intake.source import Notes, Source, Unreadable

MOST = 1_000_000


def gather(source: Source, options: Mapping[str, object] | None = None) -> Reading:
    """Read a file; never raises for what the file holds. ``options["format"]`` takes the choice from us."""
    course = begin(source, options)
    items = tuple(course.items())
    return summed(course.key, items, course.notes.facts, course.notes.warnings, course.refused)


def summed(
    key: str, items: Iterable[Item], facts: Mapping[str, object], warnings: Iterable[Warned], refused: Warned | None
) -> Reading:
    """The reading that these items make. Pure."""
    items = tuple(items)
    moments = [one.at for one in items if one.at]
    counts = Counter(COUNTED[one.kind] for one in items)
    return Reading(
        key,
        items=items,
        counts={word: counts[word] for word in COUNTED.values() if counts[word]},
        senders=dict(Counter(one.sender for one in items if one.sender and one.kind is Kind.MESSAGE)),
        first=min(moments, default=""),
        last=max(moments, default=""),
        facts=facts,
        warnings=tuple(warnings),
        refused=refused,
    )


@dataclass
class Course:
    """A file on its way through a parser: what was noted so far, and how it ended once ``items`` ran out."""

    source: Source
    format: Format | None
    notes: Notes = field(default_factory=Notes)
    refused: Warned | None = None

    @property
    def key(self) -> str:
        return self.format.key if self.format else ""

    def items(self) -> Iterator[Item]:
        """The items, for as long as the parser can go on."""
        if self.format is None:
            return
        count = 0
        try:
            self.source.file.seek(0)
            for count, item in enumerate(self.format.read(self.source, self.notes), 1):
                yield item
                if count >= MOST:
                    self.notes.warn("cut_off", count=MOST)
                    return
            if not count and not self.notes.warnings:
                self.notes.warn("nothing_read")
        except Unreadable as error:
            self.refused = error.told
        except MemoryError:
            self.refused = Warned("took_too_much")
        except PermissionError:
            # A parser has one file, and that it may read: what is denied here is what the walls deny.
            self.refused = Warned("forbidden")
        except Exception:
            # Parsers and the libraries under them raise whatever they like over hostile bytes.
            self.refused = Warned("broken")


def begin(source: Source, options: Mapping[str, object] | None = None) -> Course:
    """Choose the format and look at the file as a whole, before anything is parsed."""
    notes = Notes(options or {})
    numbers.read_in(str(notes.options.get("region") or "").upper())
    chosen = next((one for one in FORMATS if one.key == notes.options.get("format")), None)
    course = Course(source, chosen or _fitting(source), notes)
    try:
        looks.warn(source, notes)
        if course.format is None:
            course.refused = looks.refusal(source)
    except Exception:
        course.refused = course.refused or Warned("unknown")
    return course


def _fitting(source: Source) -> Format | None:
    for one in FORMATS:
        try:
            source.file.seek(0)
            if one.fits(source):
                return one
        except Exception:
            # It did not even bear being looked at: then it is not of this format.
            continue
    return None
