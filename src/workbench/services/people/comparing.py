"""Two descriptions held against each other: names however written, papers, telephones, birth, sex, nationality."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.i18n import N_
from workbench.identity.births import Birth, registration_custom
from workbench.identity.nations import same_nation
from workbench.services import likening
from workbench.services.hits import Likeness, Why
from workbench.services.rows import NameRow, PaperRow
from workbench.store import index

MOTHER = "mother"
_PAPER_SAME = Why(N_("a paper with the same number"))
_PHONE_SAME = Why(N_("the same telephone number"))
_BORN_SAME_DAY = Why(N_("born on the same day"))
_BORN_OTHERWISE = Why(N_("the birth dates do not fit"))
_OTHER_SEX = Why(N_("the sex does not fit"))
_OTHER_NATION = Why(N_("another nationality"))
_OFMOTHER = Why(N_("the mother's name is alike"))


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of somebody, as far as it can tell whether two are one."""

    names: tuple[NameRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    phones: tuple[str, ...] = ()
    birth: Birth = Birth("unknown")  # noqa: RUF009 -- frozen
    sex: str = "unknown"
    nationality: str = ""


def compared(one: Described, other: Described) -> Likeness:
    """How alike two are, with what speaks for one person and what against; a hint, never a finding."""
    reasons: tuple[Why, ...] = ()
    score = 0
    likened = [likening.hidden_names(a.full, b.full) for a in own_names(one.names) for b in own_names(other.names)]
    if likened and (best := max(likened, key=lambda each: each.score)).score >= likening.STRICTNESS["loose"]:
        score, reasons = best.score, best.reasons
    if paper_numbers(one.papers) & paper_numbers(other.papers):
        score, reasons = max(score, 97), (_PAPER_SAME, *reasons)
    if call_numbers(one.phones) & call_numbers(other.phones):
        score, reasons = max(score + 5, 80), (*reasons, _PHONE_SAME)
    if not score:
        return Likeness("", "", "", 0, ())
    score, more = _further(one, other, score)
    against = _against(one, other)
    return Likeness("", "", "", max(0, min(100, score) - 12 * len(against)), (*reasons, *more), against)


def own_names(names: Iterable[NameRow]) -> list[NameRow]:
    """The names of a person, without that of the mother."""
    return [name for name in names if name.kind != MOTHER and name.full]


def paper_numbers(papers: Iterable[PaperRow]) -> set[str]:
    """The numbers of papers in the form in which they are compared."""
    return {index.number(paper.number) for paper in papers if index.number(paper.number)}


def call_numbers(phones: Iterable[str]) -> set[str]:
    """The telephones without the code of a country, so that both ways of writing one are one."""
    return {index.phone(one)[-1] for one in phones if index.phone(one)}


def _further(one: Described, other: Described, score: int) -> tuple[int, list[Why]]:
    """What adds to a likeness and would be none by itself: a day of birth, the mother's name."""
    reasons = []
    same_day = one.birth.kind == other.birth.kind == "exact" and one.birth.low == other.birth.low
    # A day that registrars write where they do not know it says no more than its year.
    if same_day and len(one.birth.low) == 10 and not registration_custom(one.birth.low):
        score, reasons = score + 8, [_BORN_SAME_DAY]
    mothers = ([name.full for name in who.names if name.kind == MOTHER and name.full] for who in (one, other))
    ours, theirs = mothers
    if any(likening.hidden_names(a, b).score >= likening.STRICTNESS["usual"] for a in ours for b in theirs):
        score, reasons = score + 6, [*reasons, _OFMOTHER]
    return score, reasons


def _against(one: Described, other: Described) -> tuple[Why, ...]:
    found = []
    if {one.sex, other.sex} == {"female", "male"}:
        found.append(_OTHER_SEX)
    if not _may_be_as_old(one.birth, other.birth):
        found.append(_BORN_OTHERWISE)
    if one.nationality and other.nationality and not same_nation(one.nationality, other.nationality):
        found.append(_OTHER_NATION)
    return tuple(found)


def _may_be_as_old(one: Birth, other: Birth) -> bool:
    """Whether two births can be one. A year more or less is no contradiction: many are known only by their year."""
    years = [_years(one), _years(other)]
    if None in years:
        return True
    (low, high), (other_low, other_high) = (span for span in years if span)
    return low - 1 <= other_high and other_low - 1 <= high


def _years(born: Birth) -> tuple[int, int] | None:
    if born.kind not in ("exact", "about", "between") or not born.low:
        return None
    slack = 2 if born.kind == "about" else 0
    return int(born.low[:4]) - slack, int((born.high or born.low)[:4]) + slack
