"""Ways and points: each is a place with its time, damage is counted, and no document draws in another."""

import zipfile
from io import BytesIO

import pytest
from unit.evidence.media import exhibit, read, refused

from workbench.evidence.intake.items import Kind

POINT = '<trkpt lat="{}" lon="{}"><ele>100</ele><time>{}</time></trkpt>'


def gpx(points: str, root: str = 'gpx xmlns="http://www.topografix.com/GPX/1/1"') -> bytes:
    end = root.split()[0]
    return f'<?xml version="1.0"?><{root}><trk><name>way</name><trkseg>{points}</trkseg></trk></{end}>'.encode()


def kml(body: str) -> bytes:
    return f'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>{body}</Document></kml>'.encode()


def test_the_way_of_the_white_car() -> None:
    reading = exhibit("BGD-2025-9041-C-003")
    assert (reading.format, reading.counts, reading.facts["points"]) == ("track", {"places": 37}, 37)
    assert reading.facts["first_utc"] == "2025-02-20T03:30:00Z"
    # It passes a checkpoint on the Kirkuk road at about 08:42 local time, which is 05:42 UTC.
    (point,) = [one for one in reading.items if one.at == "2025-02-20T05:42:00+00:00"]
    assert (point.detail["lat"], point.detail["lon"]) == (35.47, 44.39)
    assert "longest_stop_seconds" not in reading.facts


def test_the_way_on_the_phone_ends_in_the_night() -> None:
    facts = exhibit("SUL-2025-9017-D-002.2").facts
    assert (facts["points"], facts["last_utc"]) == (37, "2025-02-07T00:40:00Z")  # 03:40 in Iraq


def test_the_saved_points() -> None:
    reading = exhibit("SUL-2025-9017-D-002.3")
    assert (reading.facts["placemarks"], reading.facts["line_points"]) == (5, 7)
    farm = next(one for one in reading.items if one.text == "farm — P+N")
    assert (farm.kind, farm.detail["lat"], farm.detail["lon"]) == (Kind.PLACE, 35.4121, 45.221)


@pytest.mark.parametrize(
    "root", ["gpx", 'gpx xmlns="http://www.topografix.com/GPX/1/0"', 'g:gpx xmlns:g="urn:x"']
)
def test_any_namespace_will_do(root: str) -> None:
    mark = root.split()[0].rpartition(":")[0]
    points = POINT.format(33.3, 44.4, "2025-01-01T10:00:00Z")
    if mark:
        points = (
            points.replace("</", f"</{mark}:")
            .replace("<trk", f"<{mark}:trk")
            .replace("<e", f"<{mark}:e")
            .replace("<t", f"<{mark}:t")
        )
        points = points.replace(f"<{mark}:{mark}:", f"<{mark}:")
    reading = read(gpx(points, root), "a.gpx")
    assert reading.facts["points"] == 1
    assert reading.items[0].at == "2025-01-01T10:00:00+00:00"


def test_distance_and_the_longest_stop() -> None:
    times = ["10:00:00Z", "10:10:00Z", "11:40:00Z", "11:50:00Z"]
    lats = [36.0, 36.1, 36.1004, 36.2]
    points = "".join(POINT.format(lat, 44, f"2025-01-01T{at}") for lat, at in zip(lats, times, strict=True))
    facts = read(gpx(points), "a.gpx").facts
    assert facts["distance_km"] == pytest.approx(22.239, abs=0.01)
    assert (facts["longest_stop_seconds"], facts["longest_stop_at"]) == (5400, "2025-01-01T10:10:00+00:00")


def test_what_lies_between_two_stretches_is_not_driven() -> None:
    points = (
        POINT.format(36, 44, "2025-01-01T10:00:00Z")
        + "</trkseg><trkseg>"
        + POINT.format(37, 44, "2025-01-02T10:00:00Z")
    )
    facts = read(gpx(points), "a.gpx").facts
    assert facts["points"] == 2
    assert "distance_km" not in facts


@pytest.mark.parametrize("bad", ["91", "nan", "", "1e999", "x", "--1", "inf"])
def test_damaged_values_are_counted_and_skipped(bad: str) -> None:
    points = POINT.format(bad, 44, "2025-01-01T10:00:00Z") + POINT.format(36, 44, "never")
    reading = read(gpx(points), "a.gpx")
    assert (reading.facts["points"], reading.facts["damaged"]) == (1, 1)
    assert reading.facts["damaged_times"] == 1
    assert [one.at for one in reading.items] == [""]


def test_waypoints_and_routes() -> None:
    data = (
        b'<gpx><wpt lat="36" lon="44"><time>2025-01-01T12:00:00+03:00</time>'
        b'<name>\xd9\x86\xd9\x82\xd8\xb7\xd8\xa9</name>'
        b'<desc>house</desc></wpt><rte><name>r</name><rtept lat="36" lon="44"/><rtept lat="36" lon="45"/></rte></gpx>'
    )
    reading = read(data, "a.gpx")
    assert [one.place for one in reading.items] == ["waypoint 1", "route point 1", "route point 2"]
    assert reading.items[0].text == "نقطة — house"
    assert (reading.items[0].at, reading.items[0].zone) == ("2025-01-01T12:00:00+03:00", "+03:00")
    assert reading.facts["first_utc"] == "2025-01-01T09:00:00Z"


def test_kml_with_times_tracks_and_polygons() -> None:
    reading = read(kml(
        "<Folder><Placemark><name>shop</name><TimeStamp><when>2025-02-01</when></TimeStamp>"
        "<Point><coordinates> 44.1 , 36.2 </coordinates></Point></Placemark></Folder>"
        '<Placemark><name>t</name><gx:Track xmlns:gx="urn:x"><when>2025-02-01T00:00:00Z</when>'
        "<when>2025-02-01T00:10:00Z</when><gx:coord>44 36 1</gx:coord><gx:coord>44.1 36 1</gx:coord>"
        "</gx:Track></Placemark>"
        "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>1,1 2,2 x,y 1,1</coordinates></LinearRing>"
        "</outerBoundaryIs></Polygon></Placemark>"
    ), "a.kml")  # fmt: skip
    facts = reading.facts
    assert (facts["placemarks"], facts["points"], facts["line_points"], facts["damaged"]) == (1, 2, 3, 1)
    assert [one.at for one in reading.items[:3]] == [
        "2025-02-01",
        "2025-02-01T00:00:00+00:00",
        "2025-02-01T00:10:00+00:00",
    ]


def test_kmz_is_kml_in_an_archive() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "doc.kml", kml("<Placemark><Point><coordinates>44,36,0</coordinates></Point></Placemark>")
        )
        archive.writestr("files/icon.png", b"x")
    reading = read(out.getvalue(), "a.kmz")
    assert (reading.format, reading.facts["placemarks"]) == ("track", 1)


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
BOMB = f'<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY l0 "ha">{LAUGHS}]><gpx><name>&l9;</name></gpx>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx><name>&x;</name></gpx>'


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_entities_are_refused(text: str) -> None:
    reading = read(text.encode(), "a.gpx")
    assert (reading.format, refused(reading), reading.items) == ("track", "xml_entities", ())


def test_what_was_read_before_the_damage_is_kept() -> None:
    whole = gpx(POINT.format(36, 44, "2025-01-01T10:00:00Z") * 3)
    reading = read(whole[:-60], "a.gpx")
    assert (refused(reading), len(reading.items)) == ("broken", 2)
    assert refused(read(b"<gpx>" + b"<a>" * 5000, "a.gpx")) == "broken"
