"""What can be kept about a person, and what cannot."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.services import texts
from workbench.services.rows import ContactRow, NameRow, PaperRow, Particulars

SEXES = tuple(terms.SEXES)
# A role is a claim that somebody makes, never a label.
ROLES = terms.ROLES
NAME_LIMIT = 300
UNKNOWN = "unknown"


def check(sex: str, names: Sequence[NameRow], nationality: str, languages: Sequence[str]) -> None:
    """Refuse what cannot be about anybody. Raises ``Refusal``."""
    if sex not in SEXES:
        raise wrong(N_("the sex is not one of those offered"))
    if any(name.kind not in terms.NAMES for name in names):
        raise wrong(N_("the kind of name is not one of those offered"))
    if any(len(name.full) > NAME_LIMIT for name in names):
        raise wrong(N_("a name is longer than 300 characters"))
    if any(unicodedata.category(one) in ("Cc", "Cs") for name in names for one in name.full):
        raise wrong(N_("a name holds a character that is not text"))
    if not all(one.isascii() and one.isalpha() and len(one) in (2, 3) for one in languages):
        raise wrong(N_("a language is not a language code"))
    _countries([nationality])


def check_particulars(more: Particulars, today: date) -> None:
    """Refuse particulars that cannot be. Raises ``Refusal``."""
    _countries(more.other_nationalities)
    for value, offered in (
        (more.pregnant, terms.YES_NO), (more.staff_wanted, terms.STAFF_WANTED), (more.protection, terms.PROTECTIONS),
        (more.birth_calendar, terms.CALENDARS),
    ):  # fmt: skip
        if value and value not in offered:
            raise wrong(N_("an answer is not one of those offered"))
    if more.died_on and more.died_on != UNKNOWN:
        try:
            died = date.fromisoformat(more.died_on)
        except ValueError:
            raise wrong(N_("the day of death is not possible")) from None
        if died > today:
            raise wrong(N_("the day of death lies in the future"))


def check_details(papers: Sequence[PaperRow], contacts: Sequence[ContactRow], today: date) -> None:
    """Refuse papers and contacts that cannot be. Raises ``Refusal``."""
    for paper in papers:
        if paper.kind not in terms.PAPERS or (paper.genuine and paper.genuine not in terms.GENUINE):
            raise wrong(N_("an answer is not one of those offered"))
        issued, expires = _day(paper.issued_on), _day(paper.expires_on)
        if issued and issued > today:
            raise wrong(N_("the paper was issued in the future"))
        if issued and expires and expires < issued:
            raise wrong(N_("the paper runs out before it was issued"))
    for one in contacts:
        if one.kind not in terms.CONTACTS or one.safe not in terms.YES_NO:
            raise wrong(N_("an answer is not one of those offered"))
        if not one.withheld and not any((one.text.strip(), one.country, one.governorate, one.district)):
            raise wrong(N_("a contact says nothing"))
    _countries([one.country for one in contacts])


def check_role(role: str, basis: str) -> None:
    """Refuse a role that is not offered, or that nobody says anything for. Raises ``Refusal``."""
    if role not in ROLES:
        raise wrong(N_("the role is not one of those offered"))
    if not texts.several_lines(basis):
        raise Refusal(Reason.REASON_NEEDED)


def wrong(problem: str) -> Refusal:
    """The refusal of something that cannot be kept about a person."""
    return Refusal(Reason.PERSON_WRONG, problem=problem)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise wrong(N_("a day on a paper is not possible")) from None


def _countries(codes: Iterable[str]) -> None:
    if not all(one.isascii() and one.isalpha() and len(one) in (2, 3) for one in codes if one):
        raise wrong(N_("the nationality is not a country code"))
