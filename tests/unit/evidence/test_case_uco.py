"""CASE/UCO from forensic tools: an invented extraction with messages, calls, contacts, places, files and tools."""

import json
import time

from tests.unit.evidence.media import of, read, refused
from workbench.evidence.intake.items import Kind, Reading

KB = "http://example.org/kb/"
CONTEXT = {
    "kb": KB, "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-location": "https://ontology.unifiedcyberontology.org/uco/location/",
    "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip


def typed(value: str, kind: str = "dateTime") -> dict[str, str]:
    return {"@type": f"xsd:{kind}", "@value": value}


def thing(name: str, kind: str, **facets: dict[str, object]) -> dict[str, object]:
    return {
        "@id": f"kb:{name}", "@type": f"uco-observable:{kind}",
        "uco-core:hasFacet": [
            {"@id": f"kb:{name}-{facet}", "@type": facet.replace("__", ":").replace("_", "-")} | values
            for facet, values in facets.items()
        ],
    }  # fmt: skip


def ref(name: str) -> dict[str, str]:
    return {"@id": f"kb:{name}"}


def graph() -> list[dict[str, object]]:
    o = "uco-observable"
    return [
        thing("account-1", "ObservableObject",
              uco_observable__PhoneAccountFacet={f"{o}:phoneNumber": "+9647390004101"}),
        thing("account-2", "ObservableObject", uco_observable__PhoneAccountFacet={f"{o}:phoneNumber": "+9647390004110"},
              uco_observable__DigitalAccountFacet={f"{o}:displayName": "آراس"}),
        thing("message-1", "Message", uco_observable__MessageFacet={
            f"{o}:from": ref("account-1"), f"{o}:to": [ref("account-2")], f"{o}:messageText": "غداً الساعة ٨",
            f"{o}:sentTime": typed("2025-02-19T20:11:00+03:00"), f"{o}:application": ref("app-1"),
        }),
        thing("message-2", "Message", uco_observable__MessageFacet={
            f"{o}:from": ref("account-2"), f"{o}:to": ref("account-1"), f"{o}:messageText": "نعم",
            f"{o}:sentTime": "2025-02-19T20:12:30",
        }),
        thing("call-1", "ObservableObject", uco_observable__CallFacet={
            f"{o}:from": ref("account-1"), f"{o}:to": ref("account-2"), f"{o}:duration": typed("64", "integer"),
            f"{o}:startTime": typed("2025-02-20T03:40:21Z"), f"{o}:callType": "outgoing",
        }),
        thing("contact-1", "Contact", uco_observable__ContactFacet={
            f"{o}:displayName": "دكتور", f"{o}:contactPhone": {
                "@type": f"{o}:ContactPhoneFacet", f"{o}:contactPhoneNumber": ref("account-2")},
        }),
        thing("place-1", "ObservableObject", uco_location__LatLongCoordinatesFacet={
            "uco-location:latitude": typed("36.20318", "decimal"),
            "uco-location:longitude": typed("44.03955", "decimal"),
        }),
        thing("file-1", "File", uco_observable__FileFacet={
            f"{o}:fileName": "IMG_0001.jpg", f"{o}:filePath": "/DCIM/IMG_0001.jpg", f"{o}:sizeInBytes": 1234,
        }, uco_observable__ContentDataFacet={f"{o}:hash": {
            "@type": "uco-types:Hash", "uco-types:hashMethod": "SHA256", "uco-types:hashValue": "ab" * 32}}),
        thing("device-1", "MobileDevice", uco_observable__DeviceFacet={f"{o}:model": "FP 9", f"{o}:serialNumber": "S1"},
              uco_observable__MobileDeviceFacet={f"{o}:IMEI": "001010009041029"}),
        thing("app-1", "Application", uco_observable__ApplicationFacet={f"{o}:displayName": "Messenger X"}),
        {"@id": "kb:tool-1", "@type": "uco-tool:Tool", "uco-core:name": "Extractor", "uco-tool:version": "7.1"},
        {"@id": "kb:act-1", "@type": "case-investigation:InvestigativeAction", "uco-core:name": "acquired",
         "uco-action:performer": ref("nobody"), "uco-action:startTime": typed("2025-03-27T09:00:00+03:00"),
         "uco-action:instrument": ref("tool-1")},
    ]  # fmt: skip


def document(things: list[dict[str, object]], **more: object) -> bytes:
    return json.dumps({"@context": CONTEXT, **more, "@graph": things}, ensure_ascii=False).encode()


def told() -> Reading:
    return read(document(graph()), "extraction.jsonld")


def test_the_counts_are_those_of_the_graph() -> None:
    reading = told()
    assert reading.format == "case_uco"
    assert reading.refused is None
    assert reading.counts == {"messages": 2, "calls": 1, "contacts": 1, "places": 1, "records": 2, "files": 1}
    assert reading.facts["tools"] == ["Extractor 7.1"]


def test_a_message_names_its_people_its_moment_and_where_it_stands() -> None:
    first, second = of(told(), Kind.MESSAGE)
    assert (first.sender, first.to) == ("+9647390004101", ("آراس (+9647390004110)",))
    assert (first.at, first.zone, first.doubts) == ("2025-02-19T20:11:00+03:00", "+03:00", ())
    assert first.place == "id kb:message-1"
    assert first.text == "غداً الساعة ٨"
    assert first.detail["application"] == "Messenger X"
    assert second.doubts == ("zone_unknown",)
    assert second.zone == ""


def test_a_call_has_its_length_and_a_contact_its_numbers() -> None:
    (call,), (contact,) = of(told(), Kind.CALL), of(told(), Kind.CONTACT)
    assert call.at == "2025-02-20T03:40:21+00:00"
    assert call.detail["seconds"] == 64
    assert contact.detail["numbers"] == ["آراس (+9647390004110)"]
    assert contact.sender == "دكتور"


def test_a_place_a_file_with_its_hash_and_a_device() -> None:
    reading = told()
    (place,), (file,) = of(reading, Kind.PLACE), of(reading, Kind.FILE)
    assert (place.detail["lat"], place.detail["lon"]) == (36.20318, 44.03955)
    assert file.text == "/DCIM/IMG_0001.jpg"
    assert file.detail["hashes"] == {"SHA256": "ab" * 32}
    assert any(one.detail.get("IMEI") == "001010009041029" for one in of(reading, Kind.RECORD))


def test_prefixes_and_full_addresses_mean_the_same() -> None:
    text = document(graph()).decode()
    for prefix, address in CONTEXT.items():
        text = text.replace(f'"{prefix}:', f'"{address}')
    full = read(text.encode(), "full.json")
    assert full.counts == told().counts
    assert [one.sender for one in full.items] == [one.sender for one in told().items]


def test_a_graph_without_things_and_one_that_is_cut_off_are_refused() -> None:
    assert refused(read(document([]), "a.jsonld")) == "broken"
    assert refused(read(document(graph())[:-40], "a.jsonld")) == "broken"


def test_things_that_hold_themselves_and_deep_nests_end_quickly() -> None:
    circle: list[dict[str, object]] = [
        {"@id": "kb:a", "@type": "uco-observable:Message", "uco-core:hasFacet": ref("a"),
         "uco-observable:from": ref("b"), "uco-observable:messageText": "x"},
        {"@id": "kb:b", "@type": "uco-observable:Message", "uco-core:hasFacet": ref("a"),
         "uco-observable:from": ref("b")},
    ]  # fmt: skip
    nest: object = {}
    for _ in range(400):
        nest = {"@type": "uco-observable:Message", "uco-core:hasFacet": [nest]}
    started = time.monotonic()
    assert read(document(circle), "circle.jsonld").counts["messages"] == 2
    assert read(document([{"@id": "kb:n", "@type": "x:Y", "uco-core:object": nest}]), "n.jsonld").refused is None
    deep = b'{"@context":"https://ontology.unifiedcyberontology.org/","@graph":' + b"[" * 100_000
    assert refused(read(deep, "deep.jsonld")) == "broken"
    assert time.monotonic() - started < 5


def test_json_of_somebody_else_is_not_taken_for_it() -> None:
    assert read(b'{"messages": [{"id": 1, "text": "unifiedcyberontology"}]}', "result.json").format != "case_uco"
