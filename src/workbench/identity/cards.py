"""Numbers of identity and travel papers: their shapes as data, one form for comparing, doubts instead of refusals."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from workbench.i18n import N_, Language, latin
from workbench.identity import shipped_data
from workbench.identity.letters import compact, folded
from workbench.identity.mrz import Mrz
from workbench.identity.nations import same_nation
from workbench.identity.problems import Problem

ANY = "*"
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape that a number may have: of which country and kind of paper, and which number of it (``part``)."""

    country: str
    kind: str
    part: str
    pattern: str
    example: str
    mark: str


@cache
def shapes() -> tuple[Shape, ...]:
    """Every shape that is known."""
    return tuple(Shape(**one) for one in shipped_data.data("papers.yaml")["shapes"])


def kinds() -> tuple[str, ...]:
    """The kinds of paper, the frequent ones first."""
    return tuple(shipped_data.data("papers.yaml")["kinds"])


def kind_name(kind: str, tongue: Language) -> str:
    """The name of a kind of paper in a language; the kind itself if it is not known."""
    return shipped_data.name(shipped_data.data("papers.yaml")["kinds"].get(kind, {}), tongue.tag) or kind


def find_kind(text: str) -> str:
    """The kind of paper that a key or a name in one of our languages means; empty if none."""
    named = folded(text)
    listed = shipped_data.data("papers.yaml")["kinds"]
    fits = (kind for kind, names in listed.items() if named in {folded(one) for one in (kind, *names.values())})
    return next(fits, "")


def canonical(number: str) -> str:
    """The number for comparing two papers: digits 0-9, capitals, one shape per letter, nothing between them."""
    return compact(number)


def check_number(kind: str, country: str, number: str) -> tuple[Problem, ...]:
    """What is doubtful about the number of a paper of a country (ISO 3166, two or three letters; empty if unknown).

    Only shape and length are checked: for none of these papers is a check digit of the bare number published.
    """
    if not number.strip():
        return (Problem("number", N_("there is no number")),)
    if len(number) > LONGEST:
        return (Problem("number", N_("the number is longer than {most} characters"), {"most": LONGEST}),)
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in number):
        return (Problem("number", N_("the number holds a hidden character")),)
    if not any(c.isdigit() for c in latin(number)):
        return (Problem("number", N_("there is no digit in the number")),)
    fitting = _shapes(kind, country)
    plain = canonical(number)
    if not fitting or any(re.fullmatch(one.pattern, plain) for one in fitting):
        return ()
    return (Problem("number", N_("such papers usually have a number like {example}"), {"example": fitting[0].example}),)


def part_of(kind: str, country: str, number: str) -> str:
    """Which number of the paper this is by its shape: ``number``, ``access number``; empty if no shape fits.

    Two papers are compared only by numbers of one part.
    """
    plain = canonical(number)
    return next((one.part for one in _shapes(kind, country) if re.fullmatch(one.pattern, plain)), "")


def paper_in(mrz: Mrz) -> tuple[str, str, str]:
    """Kind, issuer and number of the paper that a machine-readable zone stands on.

    The Iraqi national card has its 12 digits in the optional data of the first line, where others have their number.
    """
    for zone in shipped_data.data("papers.yaml")["zones"]:
        if mrz.document.startswith(zone["document"]) and zone["issuer"] in (ANY, mrz.issuer):
            kind = zone["kind"]
            optional = mrz.optional[0].split(" ")[0] if mrz.optional else ""
            inside = zone["number"] == "optional" and part_of(kind, mrz.issuer, optional) == "number"
            return kind, mrz.issuer, optional if inside else mrz.number
    return "other", mrz.issuer, mrz.number


def _shapes(kind: str, country: str) -> list[Shape]:
    """The shapes of this country's papers of a kind; those of any country if it has none of its own."""
    of_kind = [one for one in shapes() if one.kind == kind]
    own = [one for one in of_kind if same_nation(one.country, country)]
    return own or [one for one in of_kind if one.country == ANY]
