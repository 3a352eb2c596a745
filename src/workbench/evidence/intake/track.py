"""Ways and points of satellite receivers and maps: GPX, KML and KMZ, each point a place."""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from xml.etree.ElementTree import Element

from workbench.evidence.intake import zipped
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.markup import attribute, child_text, looks_like, pieces, tail
from workbench.evidence.intake.source import Notes, Source, Unreadable
from workbench.evidence.intake.waypoints import Spot, Way, altitude, coordinates, degrees, moment

_MOST_BYTES = 200_000_000
_MOST_POINTS = 500_000


def fits(source: Source) -> bool:
    """Whether it is GPX or KML, or an archive whose document is KML."""
    if looks_like(source.head, "gpx") or looks_like(source.head, "kml"):
        return True
    return _kml_in(zipped.names(source)) != ""


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """Every point in its order; how far, how long and where it stood still are facts."""
    if source.size > _MOST_BYTES:
        raise Unreadable("too_large")
    source.file.seek(0)
    file: BinaryIO = source.file
    kml = looks_like(source.head, "kml")
    if source.head[:2] == b"PK":
        parts = zipped.Parts(source)
        file, kml = parts.stream(_kml_in(frozenset(parts.sizes)), _MOST_BYTES), True
    way = Way()
    found = _kml(file, way, notes) if kml else _gpx(file, way, notes)
    try:
        for number, item in enumerate(found, 1):
            if number > _MOST_POINTS:
                notes.warn("cut_off", count=_MOST_POINTS)
                break
            yield item
    finally:
        for key, value in way.facts().items():
            notes.fact(key, value)


def _kml_in(names: frozenset[str]) -> str:
    if "[Content_Types].xml" in names or "mimetype" in names:
        return ""
    # The convention is doc.kml at the root; any KML there will do.
    found = sorted(one for one in names if one.lower().endswith(".kml"))
    return "doc.kml" if "doc.kml" in found else found[0] if found else ""


def _gpx(file: BinaryIO, way: Way, notes: Notes) -> Iterator[Item]:
    words = {"trkpt": "points", "rtept": "route_points", "wpt": "waypoints"}
    names = {"trk": "", "rte": ""}
    inside: list[str] = []
    for began, element in pieces(file, starts=True):
        kind = tail(element)
        if began:
            inside.append(kind)
            if kind in ("trkseg", "rte"):
                way.lift()
            if kind in names:
                names[kind] = ""
            continue
        inside.pop()
        if kind == "name" and inside and inside[-1] in names:
            names[inside[-1]] = (element.text or "").strip()
        if kind not in words:
            continue
        item, told = _gpx_point(element, kind, names, way, words[kind]), child_text(element, "time")
        element.clear()
        if item is None:
            notes.count("damaged")
            continue
        if not item.at and told:
            notes.count("damaged_times")
        yield item


def _gpx_point(element: Element, kind: str, names: dict[str, str], way: Way, word: str) -> Item | None:
    lat, lon = degrees(attribute(element, "lat"), 90), degrees(attribute(element, "lon"), 180)
    if lat is None or lon is None:
        return None
    spot = Spot(lat, lon, moment(child_text(element, "time")), altitude(child_text(element, "ele")))
    number = way.count(word)
    way.add(spot, line=kind != "wpt")
    told = [child_text(element, one) for one in ("name", "desc", "cmt")]
    place = {"trkpt": "point", "rtept": "route point", "wpt": "waypoint"}[kind]
    item = _item(spot, f"{place} {number}", " — ".join(dict.fromkeys(one for one in told if one)))
    track = names["trk"] if kind == "trkpt" else names["rte"] if kind == "rtept" else ""
    return replace(item, detail={**item.detail, "track": track}) if track else item


def _kml(file: BinaryIO, way: Way, notes: Notes) -> Iterator[Item]:
    for _began, element in pieces(file):
        if tail(element) == "Placemark":
            yield from _placemark(element, way, notes)
            element.clear()


def _placemark(mark: Element, way: Way, notes: Notes) -> Iterator[Item]:
    name, about = child_text(mark, "name"), child_text(mark, "description")
    text = " — ".join(one for one in (name, about) if one)
    at, until = _times(mark)
    for shape in mark.iter():
        kind = tail(shape)
        if kind == "Point":
            found = coordinates(child_text(shape, "coordinates"), notes)
            for spot in found[:1]:
                spot = replace(spot, at=at)
                way.add(spot, line=False)
                item = _item(spot, f"placemark {way.count('placemarks')}", text)
                yield replace(item, detail={**item.detail, "until": until}) if until else item
        elif kind in ("LineString", "LinearRing"):
            way.lift()
            for spot in coordinates(child_text(shape, "coordinates"), notes):
                way.add(spot, line=True)
                item = _item(spot, f"line point {way.count('line_points')}", "")
                yield replace(item, detail={**item.detail, "track": name})
        elif kind == "Track":
            yield from _kml_track(shape, name, way, notes)


def _kml_track(shape: Element, name: str, way: Way, notes: Notes) -> Iterator[Item]:
    way.lift()
    whens = [moment((one.text or "").strip()) for one in shape if tail(one) == "when"]
    coords = [(one.text or "").replace(",", " ").split() for one in shape if tail(one) == "coord"]
    for number, parts in enumerate(coords):
        lat = degrees(parts[1], 90) if len(parts) > 1 else None
        lon = degrees(parts[0], 180) if parts else None
        if lat is None or lon is None:
            notes.count("damaged")
            continue
        height = altitude(parts[2]) if len(parts) > 2 else None
        spot = Spot(lat, lon, whens[number] if number < len(whens) else "", height)
        way.add(spot, line=True)
        item = _item(spot, f"point {way.count('points')}", "")
        yield replace(item, detail={**item.detail, "track": name}) if name else item


def _times(mark: Element) -> tuple[str, str]:
    for one in mark:
        if tail(one) == "TimeStamp":
            return moment(child_text(one, "when")), ""
        if tail(one) == "TimeSpan":
            return moment(child_text(one, "begin")), moment(child_text(one, "end"))
    return "", ""


def _item(spot: Spot, place: str, text: str) -> Item:
    detail: dict[str, object] = {"lat": spot.lat, "lon": spot.lon}
    if spot.altitude is not None:
        detail["altitude"] = spot.altitude
    zone = spot.at[19:] if "T" in spot.at else ""
    doubts = ("zone_unknown",) if "T" in spot.at and not zone else ()
    return Item(Kind.PLACE, place, spot.at, zone, text=text, doubts=doubts, detail=detail)
