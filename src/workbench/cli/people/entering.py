"""What is told of a person on the command line: names, birth, papers, telephones, contacts, health."""

import argparse
from dataclasses import replace
from datetime import date
from typing import Any

from workbench import terms
from workbench.identity.births import Birth, birth, birth_told
from workbench.identity.places import DISTRICT, GOVERNORATE, find_place
from workbench.services import people
from workbench.services.people.zones import Zone, read_zone, require_sound, with_zone
from workbench.services.rows import ContactRow, NameRow, PaperRow, Particulars

NAMES = tuple(terms.NAMES)
_PARTS = ("ism", "father", "grandfather", "great_grandfather", "family", "as_written")


def options(parser: argparse.ArgumentParser) -> None:
    """Everything that can be told of a person; nothing is required, and what is not told stays unknown."""
    _to_name(parser)
    _to_birth(parser)
    parser.add_argument("--sex", choices=people.SEXES)
    parser.add_argument("--nationality", metavar="CODE", help="ISO 3166 code; XXA for stateless")
    parser.add_argument("--other-nationality", dest="others_of", action="append", metavar="CODE")
    parser.add_argument("--language", dest="languages", action="append", metavar="CODE")
    parser.add_argument("--dialect")
    parser.add_argument("--needs-interpreter", action="store_true", default=None)
    parser.add_argument(
        "--paper", dest="papers", action="append", type=_paper, metavar="KIND:NUMBER:ISSUER:HOLDER",
        help=f"{', '.join(terms.PAPERS)}; the holder is self, unit or a code; what is not known stays empty",
    )  # fmt: skip
    parser.add_argument("--mrz", metavar="LINES", help="the machine-readable zone of a paper, with its brackets")
    parser.add_argument("--mrz-held-by", default="", metavar="HOLDER")
    parser.add_argument(
        "--accept-problems", action="store_true", help="keep a paper whose zone does not hold together, as doubtful"
    )
    parser.add_argument("--phone", dest="phones", action="append", metavar="NUMBER")
    place = "COUNTRY:GOVERNORATE:DISTRICT:SAFE:TEXT"
    parser.add_argument("--address", dest="addresses", action="append", type=_address, metavar=place)
    parser.add_argument("--shelter", dest="shelters", action="append", type=_shelter, metavar=place)
    parser.add_argument(
        "--contact", dest="contacts", action="append", type=_contact, metavar="KIND:SAFE:TEXT",
        help=f"{', '.join(terms.CONTACTS)}; safe is {', '.join(terms.YES_NO)}",
    )  # fmt: skip
    parser.add_argument("--pregnant", choices=sorted(terms.YES_NO))
    parser.add_argument("--disability", dest="disabilities", action="append", metavar="TEXT")
    parser.add_argument("--health", metavar="TEXT", help="what care must know at once")
    parser.add_argument("--staff-wanted", choices=sorted(terms.STAFF_WANTED))
    parser.add_argument("--died-on", metavar="DAY|unknown")
    parser.add_argument("--protection", choices=sorted(terms.PROTECTIONS))
    parser.add_argument("--note")


def _to_name(parser: argparse.ArgumentParser) -> None:
    for part in _PARTS:
        parser.add_argument(f"--{part.replace('_', '-')}", default="")
    parser.add_argument("--mother", default="", metavar="NAME")
    parser.add_argument("--kunya", default="", metavar="NAME")
    parser.add_argument(
        "--also", dest="others", action="append", default=[], type=_name, metavar="KIND=NAME",
        help=f"another name as it is written: {', '.join(NAMES)}",
    )  # fmt: skip


def _to_birth(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--born", default="", metavar="DAY|YEAR")
    parser.add_argument("--born-about", default="", metavar="YEAR")
    parser.add_argument("--born-between", nargs=2, default=(), metavar=("LOW", "HIGH"))
    parser.add_argument("--born-said", default="", metavar="WORDS", help="as it was said, also Hijri")
    parser.add_argument("--calendar", choices=sorted(terms.CALENDARS), default="")
    parser.add_argument("--age-in-doubt", action="store_true", default=None)


def told(args: argparse.Namespace, today: date, before: Particulars | None = None) -> dict[str, Any]:
    """What was told, by the names that the service gives it; what was not told is left out.

    Raises ``Refusal`` for a birth that cannot be, or a zone in doubt that nobody accepts.
    """
    zone = _zone(args, today)
    born = _born(args, today)
    if zone is not None and born is None and zone.birth:
        born = Birth("exact", zone.birth)
    found: dict[str, Any] = {
        "sex": args.sex or (zone.sex if zone and zone.sex != "unknown" else None),
        "nationality": args.nationality or (zone.nationality if zone else None), "languages": args.languages,
        "needs_interpreter": args.needs_interpreter, "age_in_doubt": args.age_in_doubt, "phones": args.phones,
        "names": _names(args, zone), "papers": [*(args.papers or ()), *([zone.paper] if zone else ())] or None,
        "contacts": [*(args.addresses or ()), *(args.shelters or ()), *(args.contacts or ())] or None,
        "note": args.note, "more": _particulars(args, born, before or Particulars()),
    }  # fmt: skip
    if born is not None:
        found |= {"birth_kind": born.kind, "birth_low": born.low, "birth_high": born.high}
    return {key: value for key, value in found.items() if value is not None}


def _zone(args: argparse.Namespace, today: date) -> Zone | None:
    if not args.mrz:
        return None
    zone = read_zone(args.mrz, today, held_by=args.mrz_held_by)
    if not args.accept_problems:
        require_sound(zone)
    return zone


def _names(args: argparse.Namespace, zone: Zone | None) -> list[NameRow] | None:
    first = NameRow("record", **{part: getattr(args, part) for part in _PARTS})
    further = [NameRow(kind, as_written=name) for kind in ("mother", "kunya") if (name := getattr(args, kind))]
    names = [*([first] if first.full else []), *further, *args.others]
    return (with_zone(names, zone) if zone else names) or None


def _born(args: argparse.Namespace, today: date) -> Birth | None:
    if args.born_said:
        return birth_told(args.born_said, today, args.calendar)
    kind, low, high = "exact", args.born, ""
    if args.born_between:
        kind, (low, high) = "between", args.born_between
    elif args.born_about:
        kind, low = "about", args.born_about
    return birth(kind, low, high, today, calendar=args.calendar or "gregorian") if low else None


def _particulars(args: argparse.Namespace, born: Birth | None, before: Particulars) -> Particulars:
    changed: dict[str, Any] = {
        "other_nationalities": args.others_of and tuple(args.others_of), "dialect": args.dialect,
        "pregnant": args.pregnant, "disabilities": args.disabilities and tuple(args.disabilities),
        "health_alerts": args.health, "staff_wanted": args.staff_wanted, "died_on": args.died_on,
        "protection": args.protection,
    }  # fmt: skip
    if born is not None:
        changed |= {"birth_told": born.told, "birth_calendar": born.calendar if born.told else ""}
    return replace(before, **{key: value for key, value in changed.items() if value is not None})


def _name(text: str) -> NameRow:
    kind, _, written = text.partition("=")
    if kind not in NAMES or not written.strip():
        raise argparse.ArgumentTypeError(f"KIND=NAME with a kind of {', '.join(NAMES)}")
    return NameRow(kind, as_written=written.strip())


def _paper(text: str) -> PaperRow:
    parts = [part.strip() for part in text.split(":")]
    if len(parts) != 4 or parts[0] not in terms.PAPERS:
        raise argparse.ArgumentTypeError(f"KIND:NUMBER:ISSUER:HOLDER with a kind of {', '.join(terms.PAPERS)}")
    return PaperRow(*parts)


def _contact(text: str) -> ContactRow:
    kind, safe, words = ([*text.split(":", 2), "", ""])[:3]
    if kind not in terms.CONTACTS or safe not in terms.YES_NO:
        raise argparse.ArgumentTypeError(f"KIND:SAFE:TEXT with a kind of {', '.join(terms.CONTACTS)}")
    return ContactRow(kind, "", "", "", words.strip(), safe)


def _address(text: str) -> ContactRow:
    parts = [part.strip() for part in text.split(":", 4)]
    if len(parts) != 5 or parts[3] not in terms.YES_NO:
        raise argparse.ArgumentTypeError("COUNTRY:GOVERNORATE:DISTRICT:SAFE:TEXT, what is not known stays empty")
    country, governorate, district, safe, words = parts
    above = find_place(governorate, country, GOVERNORATE) if governorate else None
    below = find_place(district, country, DISTRICT, above.key if above else "") if district else None
    return ContactRow(
        "address", country.upper(), above.key if above else governorate, below.key if below else district, words, safe
    )


def _shelter(text: str) -> ContactRow:
    return replace(_address(text), shelter=True)
