"""The rules of interviewing as one value, in one language at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workbench.datafiles import Texts
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.proof.texts import refusal
from workbench.proof.wording import APART, TEXT, reworded

SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure that the rules name: minutes, years or an hour of the day."""

    key: str
    figure: int
    text: str = field(metadata=TEXT)
    source: str
    place: str
    mark: str


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that is done, asked or not asked; ``why`` says it where it is not."""

    key: str
    text: str = field(metadata=TEXT)
    why: str = field(metadata=TEXT)
    source: str
    place: str
    mark: str


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the talk: what is owed in it, which questions help and which harm."""

    key: str
    title: str = field(metadata=TEXT)
    text: str = field(metadata=TEXT)
    duties: Mapping[str, Duty]
    ask: Mapping[str, Duty]
    avoid: Mapping[str, Duty]


@dataclass(frozen=True)
class InterviewRules:
    """Everything the rules say of interviews. ``files`` are those it was read from, its catalogues among them."""

    limits: Mapping[str, Limit]
    phases: Mapping[str, Phase]
    child: Mapping[str, Duty]
    rights: Mapping[str, Duty]
    interpreter: Mapping[str, Duty]
    stop: Mapping[str, Duty]
    language: str = field(metadata=APART)
    files: Mapping[str, bytes] = field(repr=False, compare=False, metadata=APART)

    def figure(self, key: str) -> int:
        """The figure of a limit."""
        return self.limits[key].figure

    def in_language(self, tag: str) -> "InterviewRules":
        """The same rules in another of their languages. Raises ``Refusal`` if they have not every text in it."""
        if tag == SOURCE_LANGUAGE:
            return self
        if catalogue_name(tag) not in self.files:
            known = (SOURCE_LANGUAGE, *sorted(name.split("/")[1] for name in self.files if name.endswith(".po")))
            raise Refusal(Reason.LANGUAGE_UNKNOWN, tag=ltr(tag), tags=ltr(", ".join(known)))
        read = Texts(self.files, catalogue_name(tag))
        said = replace(reworded(self, read.say), language=tag)
        if read.findings:
            raise refusal(read.findings[0])
        return said


def catalogue_name(tag: str) -> str:
    """Where the texts of a language lie inside the folder of the rules."""
    return f"texts/{tag}/interviews.po"
