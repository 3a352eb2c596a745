"""Kinds of exhibit as data: the questions that each needs, what is looked over as it is typed, and its flags."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.datafiles import Finding, Flaw, Section, Texts
from workbench.errors import Reason, Refusal
from workbench.evidence.reading import read_part, refusal
from workbench.fields import CHOOSING, Field, Kind, Option
from workbench.i18n import ltr

FLAGS = ("digital", "money", "substance", "biological", "firearm")
CHECKS = ("imei", "iccid", "imsi", "notes", "gross")
SOURCE_LANGUAGE = "en"
_Say = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class ExhibitKind:
    """One kind: its questions in order, those of every kind after its own; ``checks`` by field key."""

    key: str
    flags: tuple[str, ...]
    fields: tuple[Field, ...]
    checks: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class ExhibitKinds:
    """All kinds in one language; ``common`` are the keys of the questions that every kind has."""

    kinds: Mapping[str, ExhibitKind]
    common: tuple[str, ...]
    language: str
    folder: Path

    def in_language(self, tag: str) -> "ExhibitKinds":
        """The same kinds with every text in another language. Raises ``Refusal`` if a text is missing in it."""
        said, findings = self._said(tag)
        if findings:
            raise refusal(findings[0])
        return said

    def inspect(self, tag: str) -> list[Finding]:
        """A finding for every text that is missing, stale or left over in a language."""
        texts = self._texts(tag)
        self._reworded(texts.say, tag)
        return [*texts.findings, *texts.unused()]

    def _said(self, tag: str) -> tuple["ExhibitKinds", list[Finding]]:
        if tag == SOURCE_LANGUAGE:
            return self, []
        texts = self._texts(tag)
        return self._reworded(texts.say, tag), texts.findings

    def _texts(self, tag: str) -> Texts:
        name = f"texts/{tag}/exhibits.po"
        try:
            return Texts({name: (self.folder / name).read_bytes()}, name)
        except OSError:
            raise Refusal(Reason.LANGUAGE_UNKNOWN, tag=ltr(tag), tags=ltr(SOURCE_LANGUAGE)) from None

    def _reworded(self, say: _Say, tag: str) -> "ExhibitKinds":
        kinds = {}
        for key, kind in self.kinds.items():
            fields = (
                _spoken(one, say, f"common.{one.key}" if one.key in self.common else f"{key}.{one.key}")
                for one in kind.fields
            )
            kinds[key] = replace(kind, fields=tuple(fields))
        return replace(self, kinds=kinds, language=tag)


def load(folder: Path) -> ExhibitKinds:
    """The kinds in a folder, in English. Raises ``Refusal`` with file and line if something is wrong with the file."""
    kinds, common = read_part(folder / "exhibits.yaml", "exhibits", _read)
    return ExhibitKinds(kinds, common, SOURCE_LANGUAGE, folder)


def texts_of(kinds: ExhibitKinds) -> dict[str, str]:
    """Every text by its context, as a catalogue of another language must have it."""
    found: dict[str, str] = {}

    def note(context: str, text: str) -> str:
        found[context] = text
        return text

    kinds._reworded(note, kinds.language)
    return {context: text for context, text in found.items() if text}


def _spoken(one: Field, say: _Say, context: str) -> Field:
    options = tuple(Option(each.key, say(f"{context}.options.{each.key}", each.label)) for each in one.options)
    return replace(
        one, label=say(f"{context}.label", one.label), help=say(f"{context}.help", one.help), options=options
    )


def _read(body: Section) -> tuple[dict[str, ExhibitKind], tuple[str, ...]]:
    body.only("common", "kinds")
    common, _ = _fields(body, "common")
    listed = body.section("kinds")
    kinds = {}
    for key in listed.keys if listed else ():
        one = listed.section(key) if listed else None
        if one is not None:
            one.only("flags", "fields")
            fields, checks = _fields(one, "fields")
            kinds[key] = ExhibitKind(key, _known(one, "flags", FLAGS), (*fields, *common), checks)
    return kinds, tuple(one.key for one in common)


def _known(body: Section, key: str, among: tuple[str, ...]) -> tuple[str, ...]:
    found = body.words(key)
    for one in found:
        if one not in among:
            body.flaw(Flaw.NOT_ONE_OF, key, key=ltr(key), value=ltr(one), known=ltr(", ".join(among)))
    return found


def _fields(body: Section, key: str) -> tuple[tuple[Field, ...], dict[str, str]]:
    fields, checks = [], {}
    for one in body.sections(key):
        made = _field(one)
        fields.append(made)
        if one.text("check"):
            checks[made.key] = one.one_of("check", CHECKS)
    return tuple(fields), checks


def _field(one: Section) -> Field:
    one.only("key", "kind", "label", "help", "required", "options", "when", "check")
    kind = one.one_of("kind", tuple(Kind))
    options = tuple(_options(one))
    if (kind in CHOOSING) != bool(options):
        one.flaw(Flaw.KEY_MISSING, "options", key=ltr("options"))
    when = one.section("when")
    return Field(
        key=one.text("key", required=True), kind=Kind(kind) if kind in tuple(Kind) else Kind.TEXT,
        label=one.text("label", required=True), required=one.truth("required"), help=one.text("help"), options=options,
        when={key: when.words(key) for key in when.keys} if when else {},
    )  # fmt: skip


def _options(one: Section) -> Iterator[Option]:
    listed = one.section("options")
    for key in listed.keys if listed else ():
        yield Option(key, listed.text(key, required=True) if listed else "")
