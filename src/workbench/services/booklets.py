"""Booklets: a whole procedure printed, from the program, a folder or a pack file. None of it needs a vault."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench import terms
from workbench.disk import is_free, replace
from workbench.errors import Reason, Refusal
from workbench.exchange import bundle
from workbench.i18n import N_, TAGS, Language, language, ltr, visible
from workbench.law import State
from workbench.services import law, packs
from workbench.services.authoring import authority_in
from workbench.services.law import LawRow
from workbench.services.vaults import World
from workbench.sop import Pack
from workbench.sop.files import PACK_KEY

if TYPE_CHECKING:
    from workbench.reports.booklet import Note

_GUIDES = ("standard", "study")


@dataclass(frozen=True, slots=True)
class BookletRow:
    """A booklet that was written: of which pack, how far it is believed, how long, and its hash."""

    key: str
    version: str
    digest: str
    language: str
    trust: str
    pages: int
    sha256: str


def make(
    named: str, tag: str, target: Path, *, key: Path | None = None, digits: str = "locale", world: World | None = None
) -> BookletRow:
    """Print a pack and write the booklet: a shipped one by its key, or one in a folder or a pack file.

    ``key`` is the public key of the authority that should have signed it. Raises ``Refusal`` if a file is there
    already, if the pack has not the language, and if the booklet does not read back as it was written.
    """
    if tag not in TAGS:
        raise Refusal(Reason.LANGUAGE_UNKNOWN, tag=ltr(tag), tags=ltr(", ".join(TAGS)))
    if not is_free(target):
        raise Refusal(Reason.TARGET_EXISTS, file=visible(target.name))
    tongue = language(tag, digits=digits)
    pack, trust = _found(named, key, tongue)
    pdf = printed(pack, tongue, trust=trust, made_at=(world or World()).clock.now())
    replace(target, pdf)
    from workbench.reports import pages

    return BookletRow(
        pack.key, pack.version, pack.digest, tag, trust, pages(pdf), hashlib.sha256(pdf).hexdigest()
    )


def printed(pack: Pack, tongue: Language, *, trust: str, made_at: datetime) -> bytes:
    """The booklet of a pack as a PDF. ``trust`` says in the language who signed it and whether that is believed."""
    # Typesetting is large: it is loaded when the first booklet is asked for, not when the program starts.
    from workbench.reports.booklet import make_booklet

    spoken = pack.in_language(tongue.tag)
    on = made_at.astimezone(ZoneInfo(pack.timezone)).date()
    return make_booklet(spoken, tongue, trust=trust, made_at=made_at, notes=_notes(pack, tongue, on))


def _found(named: str, key: Path | None, tongue: Language) -> tuple[Pack, str]:
    """The pack that a person names, and whose hand it is from."""
    path = Path(named)
    if named in packs.shipped_keys() or (re.fullmatch(PACK_KEY, named) and is_free(path)):
        return packs.shipped(named)[0], tongue.say(terms.TRUSTS["shipped"])
    received = bundle.receive(path)
    if received.state == "unsigned":
        return received.pack, tongue.say(N_("not signed"))
    authority = authority_in(key) if key is not None else None
    if authority is not None and authority.public == received.public_key:
        return received.pack, tongue.say(terms.TRUSTS["signed"], signer=authority.name)
    if authority is not None:
        other = N_("signed with another key than that of {authority}: {fingerprint}")
        return received.pack, tongue.say(other, authority=authority.name, fingerprint=ltr(received.fingerprint))
    words = N_("signed; compare the key with that of the authority: {fingerprint}")
    return received.pack, tongue.say(words, fingerprint=ltr(received.fingerprint))


def _notes(pack: Pack, tongue: Language, on: date) -> "dict[tuple[str, str], list[Note]]":
    """What is known of the sources that the steps name, as it stands on a day, in any jurisdiction of the pack."""
    from workbench.reports.booklet import basis_of

    known = law.shipped().instruments
    named = dict.fromkeys(pair for step in pack.steps.values() for pair in basis_of(step))
    return {
        (source, place): [
            _note(row, pack, tongue)
            for row in law.provisions(source, place, on=on, jurisdiction="", tag=tongue.tag)
        ]
        for source, place in named
        if source in known
    }


def _note(row: LawRow, pack: Pack, tongue: Language) -> "Note":
    from workbench.reports.booklet import Note

    everywhere = not row.jurisdictions or set(row.jurisdictions) >= set(pack.jurisdictions)
    where = dict.fromkeys(
        tongue.say(terms.JURISDICTIONS[key]) for key in row.jurisdictions if key in terms.JURISDICTIONS
    )
    plain = row.state == State.IN_FORCE and row.kind not in _GUIDES
    return Note(
        place=row.place, summary=row.summary, mark=row.mark,
        where="" if everywhere else tongue.say(N_(", ")).join(where), stands="" if plain else row.stands,
    )  # fmt: skip
