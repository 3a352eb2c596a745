"""Rows about people: claims, names, papers, contacts, and the person with all of them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A role somebody is said to have: by whom, since when, on what basis."""

    claim_id: str
    role: str
    since: datetime
    until: datetime | None
    decided_by: str
    basis: str
    recorded_at: datetime
    custody: str = ""  # "" | held | released
    evidence: tuple[str, ...] = ()  # exhibits, statements, steps
    status: str = ""  # "" | alleged | presumed | decided
    decided_at: datetime | None = None
    ended_why: str = ""  # where no other role took its place


@dataclass(frozen=True, slots=True)
class HeldActRow:
    """An act that could be held against somebody: a key of ``terms.HELD_ACTS`` and words of its own."""

    act: str
    text: str


@dataclass(frozen=True, slots=True)
class NonPunishmentRow:
    """Acts that must not be held against a person, how they are tied to the exploitation, and what points elsewhere."""

    acts: tuple[HeldActRow, ...]
    link: str
    against: str
    evidence: tuple[str, ...]
    decided_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is known of a person beside sex, birth, nationality and languages; empty where nothing was said."""

    birth_told: str = ""  # as the person said it
    birth_calendar: str = ""  # gregorian | hijri
    other_nationalities: tuple[str, ...] = ()
    dialect: str = ""
    pregnant: str = ""  # yes | no | unknown
    disabilities: tuple[str, ...] = ()
    health_alerts: str = ""
    staff_wanted: str = ""  # female | male | any
    died_on: str = ""  # ISO day or «unknown» if the person died
    protection: str = ""  # "" masked | sealed


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name as it was given. ``kind``: record, passport, alias, kunya, mother, former."""

    kind: str
    ism: str = ""
    father: str = ""
    grandfather: str = ""
    great_grandfather: str = ""
    family: str = ""
    as_written: str = ""

    @property
    def full(self) -> str:
        """The name in one line: as it was written, or its parts in order."""
        parts = (self.ism, self.father, self.grandfather, self.great_grandfather, self.family)
        return self.as_written or " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """An identity or travel paper and who holds it."""

    kind: str  # a key of terms.PAPERS
    number: str
    issuer: str
    held_by: str  # "" unknown | self | an alias | unit
    issued_on: str = ""
    expires_on: str = ""
    mrz: str = ""
    genuine: str = ""  # "" | genuine | doubtful | forged
    exhibit: str = ""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Where or how a person is reached; ``withheld`` where its words are not shown."""

    kind: str  # address | email | account | through
    country: str
    governorate: str
    district: str
    text: str
    safe: str  # yes | no | unknown: whether the person can be reached there without danger
    shelter: bool = False
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a case. Names are hidden by every list until somebody asks with a reason."""

    person_id: str
    alias: str  # P-01
    sex: str  # female | male | unknown
    birth_kind: str  # exact | about | between | unknown
    birth_low: str  # ISO day or year, "" if unknown
    birth_high: str
    age_low: int | None
    age_high: int | None
    age_in_doubt: bool
    child: bool
    nationality: str  # ISO 3166, "" unknown, "XXA" stateless
    languages: tuple[str, ...]
    needs_interpreter: bool
    initials: tuple[str, ...]
    claims: tuple[ClaimRow, ...]
    names: tuple[NameRow, ...] = ()  # empty unless asked for with a reason
    papers: tuple[PaperRow, ...] = ()
    phones: tuple[str, ...] = ()
    note: str = ""
    more: Particulars = Particulars()
    contacts: tuple[ContactRow, ...] = ()
    non_punishment: NonPunishmentRow | None = None
    also: tuple[str, ...] = ()  # codes that were found to be the same person
    has_photo: bool = False
    photo: bytes = b""  # JPEG or PNG as it came, only where the name is shown; empty too if its file is broken

    @property
    def deceased(self) -> bool:
        """Whether the person is known to have died."""
        return bool(self.more.died_on)

    @property
    def roles(self) -> tuple[str, ...]:
        """The keys of the roles claimed at present."""
        return tuple(claim.role for claim in self.claims if claim.until is None)
