"""The machine-readable zone of a paper, typed or pasted, as what it says about its holder."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, Language, alpha2, ltr
from workbench.identity.cards import paper_in
from workbench.identity.mrz import read_mrz
from workbench.identity.problems import Problem
from workbench.services.rows import NameRow, PaperRow

DOUBTFUL = "doubtful"
_FIELDS = {
    "document": N_("kind of paper"), "issuer": N_("issuer"), "names": N_("names"), "number": N_("number of the paper"),
    "nationality": N_("nationality"), "birth": N_("day of birth"), "sex": N_("sex"), "expiry": N_("last day"),
    "optional": N_("further data"), "composite": N_("the zone as a whole"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doubt:
    """A problem with the field it lies in, said in a language."""

    problem: Problem

    @property
    def field(self) -> str:
        """The key of the field."""
        return self.problem.field

    def __call__(self, language: Language) -> str:
        name = language.say(_FIELDS.get(self.problem.field, self.problem.field))
        said, hint = self.problem.say(language), self.problem.hint
        if hint:
            return language.say(N_("{field}: {problem} (perhaps {hint})"), field=name, problem=said, hint=ltr(hint))
        return language.say(N_("{field}: {problem}"), field=name, problem=said)


@dataclass(frozen=True, slots=True)
class Zone:
    """What a zone says. ``birth``: ISO day or year, empty if none; ``nationality``: ISO 3166, two letters if known."""

    paper: PaperRow
    name: NameRow
    sex: str
    birth: str
    nationality: str
    doubts: tuple[Doubt, ...]


def read_zone(text: str, today: date, *, held_by: str = "") -> Zone:
    """What the zone in a text says, doubts named; a paper in doubt is marked so. Raises ``Refusal`` if it is none."""
    mrz = read_mrz(text, today)
    kind, issuer, number = paper_in(mrz)
    paper = PaperRow(
        kind if kind in terms.PAPERS else "other", number, issuer, held_by, expires_on=_day(mrz.expiry),
        mrz="\n".join(mrz.lines), genuine=DOUBTFUL if mrz.problems else "",
    )  # fmt: skip
    name = NameRow("passport", as_written=" ".join(part for part in (mrz.given, mrz.surname) if part))
    return Zone(
        paper, name, mrz.sex, mrz.birth, alpha2(mrz.nationality), tuple(Doubt(one) for one in mrz.problems)
    )


def require_sound(zone: Zone) -> None:
    """Raise ``Refusal`` with every doubt of a zone named, if it has any."""
    if zone.doubts:
        raise Refusal(Reason.MRZ_DOUBTFUL, problem=zone.doubts)


def with_zone(names: Sequence[NameRow], zone: Zone) -> list[NameRow]:
    """The names with that of the zone beside them, if it says one that is not there yet."""
    known = {one.full.casefold() for one in names}
    return [*names, zone.name] if zone.name.full and zone.name.full.casefold() not in known else list(names)


def _day(text: str) -> str:
    return text if len(text) == len("2026-03-01") else ""
