"""Places: governorates, districts and crossings of a country, as data that another country can stand beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workbench.errors import Reason, Refusal
from workbench.i18n import Language, visible
from workbench.identity import shipped_data
from workbench.identity.letters import folded

GOVERNORATE, DISTRICT, CROSSING = "governorate", "district", "crossing"


@dataclass(frozen=True, slots=True)
class Place:
    """A place: ``key`` is unique in its country (IQ-NI, IQ-NI.sinjar, crossing.bashmaq), ``within`` the key above it.

    ``jurisdiction`` is that of the law (iq, iq-kr); ``point`` latitude and longitude in degrees, rough, or None;
    ``mark`` S (source read) or GK (to be verified).
    """

    key: str
    level: str
    country: str
    names: tuple[tuple[str, str], ...]
    jurisdiction: str
    mark: str
    within: str = ""
    also: tuple[str, ...] = ()
    point: tuple[float, float] | None = None
    to: str = ""
    note: str = ""

    def name(self, tongue: Language) -> str:
        """The name in a language, or the Arabic one where that language has none here."""
        return shipped_data.name(dict(self.names), tongue.tag)


@dataclass(frozen=True, slots=True)
class Country:
    """What the data say of one country; ``registration_days`` (MM-DD) are written where the day was not known."""

    code: str
    registration_days: tuple[str, ...]
    levels: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    places: tuple[Place, ...]


def read_country(path: Path) -> Country:
    """The country in a file of places. Raises ``Refusal`` if the file does not hold together."""
    body = shipped_data.read(path)
    try:
        return _country(body)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Refusal(Reason.FILE_UNREADABLE, file=visible(path.name)) from None


@cache
def countries() -> dict[str, Country]:
    """Every country that data are shipped for, by its code."""
    files = sorted(shipped_data.folder().glob("places*.yaml"))
    return {one.code: one for one in map(read_country, files)}


def places(country: str, level: str = "", within: str = "") -> tuple[Place, ...]:
    """The places of a country in the order of the data, of one level or inside one place if asked for."""
    of = countries().get(country.upper())
    every = of.places if of else ()
    return tuple(one for one in every if level in ("", one.level) and within in ("", one.within))


def place(key: str, country: str) -> Place | None:
    """The place of a key."""
    return next((one for one in places(country) if one.key == key), None)


def find_place(text: str, country: str, level: str = "", within: str = "") -> Place | None:
    """The place that a key or a name in any of our languages means, «al-» and capitals aside; None if none or several.

    Governorates go before their districts of the same name.
    """
    found = _by_name(country.upper()).get(_bare(text), ())
    fitting = [one for one in found if level in ("", one.level) and within in ("", one.within)]
    for one_level in (GOVERNORATE, DISTRICT, CROSSING):
        of = [one for one in fitting if one.level == one_level]
        if of:
            return of[0] if len(of) == 1 else None
    return None


def _bare(text: str) -> str:
    plain = folded(text).replace("-", " ").replace("_", " ").replace("'", "").replace("’", "")
    for word in ("قضاء ", "محافظه ", "قهزای ", "پاریزگای ", "ناحیه "):
        plain = plain.removeprefix(word)
    return "".join(plain.removeprefix("al ").removeprefix("ال").split())


@cache
def _by_name(country: str) -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for one in places(country):
        tail = one.key.rpartition(".")[2]
        for name in {_bare(name) for name in (one.key, tail, *dict(one.names).values(), *one.also)}:
            found[name] = (*found.get(name, ()), one)
    return found


def _country(body: Mapping[str, Any]) -> Country:
    code = body["country"]
    found: list[Place] = []
    for one in body.get("governorates", ()):
        found.append(_place(one, one["code"], GOVERNORATE, code, one["jurisdiction"]))
        for part in one.get("districts", ()):
            key = f"{one['code']}.{part['key']}"
            found.append(_place(part, key, DISTRICT, code, one["jurisdiction"], one["code"]))
    jurisdictions = {one.key: one.jurisdiction for one in found}
    for one in body.get("crossings", ()):
        within = one["governorate"]
        found.append(_place(one, f"crossing.{one['key']}", CROSSING, code, jurisdictions[within], within))
    levels = tuple((level, tuple(names.items())) for level, names in body.get("levels", {}).items())
    return Country(code, tuple(body.get("registration_days", ())), levels, tuple(found))


def _place(
    one: Mapping[str, Any], key: str, level: str, country: str, jurisdiction: str, within: str = ""
) -> Place:
    if one["mark"] not in shipped_data.MARKS:
        raise ValueError
    point = one.get("point")
    return Place(
        key, level, country, tuple(one["names"].items()), jurisdiction, one["mark"], within, tuple(one.get("also", ())),
        (float(point[0]), float(point[1])) if point else None, one.get("to", ""), one.get("note", ""),
    )  # fmt: skip
