"""The files of the law to values: each instrument with its provisions, checked against each other."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from workbench.datafiles import Finding, Flaw, Section, opened, span
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.law.model import KINDS, MARKS, Instrument, Law, Origin, Provision, Question
from workbench.law.refusing import refusal
from workbench.law.texts import catalogue_name, check_texts, translated

SOURCE_LANGUAGE = "en"
_FILE = ("instruments", "questions")
_INSTRUMENT = (
    "title", "kind", "mark", "jurisdictions", "in_force_from", "in_force_until", "repealed_by", "draft", "gazette",
    "note", "instead", "part_of", "part_place", "provisions",
)  # fmt: skip
_PROVISION = ("place", "summary", "mark", "jurisdictions", "from", "until", "read_in")


def load(folder: Path) -> Law:
    """The law in a folder, in English. Raises ``Refusal`` with file and line if something is wrong with its files.

    The catalogues of the other languages are read when one of them is asked for.
    """
    reader = _Reader(folder)
    if reader.findings:
        raise refusal(reader.findings[0])
    return reader.law


def inspect(folder: Path) -> list[Finding]:
    """Everything that is wrong with the law in a folder, its texts in every language included."""
    reader = _Reader(folder)
    return reader.findings or check_texts(reader.law)


class _Reader:
    def __init__(self, folder: Path) -> None:
        self.findings: list[Finding] = []
        self._instruments: dict[str, Instrument] = {}
        self._provisions: list[Provision] = []
        self._questions: list[Question] = []
        self._named: list[tuple[Section, str, str]] = []
        self._places: Counter[str] = Counter()
        self._files = _read(folder)
        for name, data in self._files.items():
            top = opened(name, data, self.findings) if name.endswith(".yaml") else None
            if top is not None:
                self._file(top)
        for section, key, name in self._named:
            if name not in self._instruments:
                section.flaw(Flaw.NAME_UNKNOWN, key, value=ltr(name))
        if not self.findings:
            self._instruments = {key: self._whole(one) for key, one in self._instruments.items()}

    @property
    def law(self) -> Law:
        """What was read."""
        tags = tuple(sorted(name.split("/")[1] for name in self._files if name.endswith(".po")))
        origin = Origin(self._files, (*tags, SOURCE_LANGUAGE), translated)
        return Law(self._instruments, tuple(self._provisions), tuple(self._questions), SOURCE_LANGUAGE, origin)

    def _file(self, top: Section) -> None:
        top.only(*_FILE)
        listed = top.section("instruments")
        for key in listed.keys if listed else ():
            body = listed.section(key) if listed else None
            if body is None:
                continue
            if key in self._instruments and listed:
                listed.flaw(Flaw.KEY_TWICE, key, key=ltr(key))
            self._instruments[key] = one = self._instrument(key, body)
            self._provisions += [self._provision(one, part) for part in body.sections("provisions")]
        for part in top.sections("questions"):
            part.only("key", "text", "sources")
            key, text = part.text("key", required=True), part.text("text", required=True)
            self._questions.append(Question(key, text, self._names(part, "sources")))

    def _instrument(self, key: str, body: Section) -> Instrument:
        body.only(*_INSTRUMENT)
        one = Instrument(
            key=key, title=body.text("title", required=True), kind=body.one_of("kind", KINDS),
            mark=body.one_of("mark", MARKS), jurisdictions=body.words("jurisdictions"),
            since=body.day("in_force_from"), until=body.day("in_force_until"), draft=body.truth("draft"),
            repealed_by=self._name(body, "repealed_by"), gazette=body.text("gazette"), note=body.text("note"),
            instead=self._names(body, "instead"),
            part_of=self._name(body, "part_of"), part_place=body.text("part_place"),
        )  # fmt: skip
        _ordered(body, "in_force_until", one.since, one.until)
        if one.repealed_by and not one.until:
            body.flaw(Flaw.KEY_MISSING, "repealed_by", key=ltr("in_force_until"))
        return one

    def _provision(self, instrument: Instrument, body: Section) -> Provision:
        body.only(*_PROVISION)
        place = body.text("place")
        context = f"provision.{instrument.key}" + (f".{place}" if place else "")
        self._places[context] += 1
        one = Provision(
            instrument=instrument.key, place=place, summary=body.text("summary", required=True),
            mark=body.one_of("mark", MARKS), jurisdictions=body.words("jurisdictions") or instrument.jurisdictions,
            since=body.day("from"), until=body.day("until"), read_in=self._names(body, "read_in"),
            context=context + (f" ({count})" if (count := self._places[context]) > 1 else "") + ".summary",
        )  # fmt: skip
        _ordered(body, "until", one.since, one.until)
        return one

    def _whole(self, one: Instrument) -> Instrument:
        """A part holds where and when the whole does."""
        if not one.part_of:
            return one
        of = self._instruments[one.part_of]
        return replace(one, jurisdictions=of.jurisdictions, since=of.since, until=of.until, draft=of.draft)

    def _name(self, body: Section, key: str) -> str:
        name = body.text(key)
        if name:
            self._named.append((body, key, name))
        return name

    def _names(self, body: Section, key: str) -> tuple[str, ...]:
        names = body.words(key)
        self._named += [(body, key, name) for name in names]
        return names


def _ordered(body: Section, key: str, since: str, until: str) -> None:
    begun, ended = span(since), span(until)
    if begun and ended and ended[1] < begun[0]:
        body.flaw(Flaw.ENDS_FIRST, key, key=ltr(key))


def _read(folder: Path) -> dict[str, bytes]:
    """The files of the law, by their path inside the folder. Raises ``Refusal`` if there are none."""
    try:
        paths = [*sorted(folder.glob("*.yaml")), *sorted(folder.glob(catalogue_name("*")))]
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    except OSError:
        raise Refusal(Reason.NOT_READABLE, path=visible(str(folder))) from None
    if not any(name.endswith(".yaml") for name in files):
        raise Refusal(Reason.FILE_MISSING, file=visible(str(folder / "*.yaml")))
    return files
