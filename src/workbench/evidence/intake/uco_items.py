"""Items from a CASE/UCO graph. Names are those of UCO 1.x, and of its forerunners where they differ."""

from collections.abc import Callable, Iterator
from datetime import datetime

from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import Notes
from workbench.evidence.intake.uco_graph import Graph, Thing, get, listed, local, plain, text, types

_MOST_TOOLS, _MOST_PEOPLE = 50, 1000
_NUMBERS = ("phoneNumber", "accountIdentifier", "addressValue", "value", "displayName", "accountLogin", "contactName")
_WAYS = ("contactPhone", "contactEmail", "contactMessaging")
_ABOUT_DEVICES = (
    "manufacturer", "model", "serialNumber", "IMEI", "IMSI", "ICCID", "MSISDN", "deviceType", "ESN",
    "bluetoothDeviceName", "storageCapacityInBytes", "version", "SIMType", "carrier",
)  # fmt: skip


def items(graph: Graph, notes: Notes) -> Iterator[Item]:
    """What the graph tells, in its order. Things that are only part of others are not told again."""
    untold = 0
    for number, thing in enumerate(graph.things, 1):
        place = f"id {thing['@id']}" if isinstance(thing.get("@id"), str) else f"thing {number}"
        facets = graph.facets(thing)
        kinds = {*types(thing), *facets}
        maker = next((make for known, make in _MAKERS if known & kinds and (facets or not _is_facet(thing))), None)
        found = maker(graph, thing, {**facets, "": thing}) if maker else None
        if found:
            yield _placed(found, place)
        elif facets:
            untold += 1
    if untold:
        # They are in the file and counted by their kinds; a chart of their own is not made of them.
        notes.fact("things_without_items", untold)


def tools(graph: Graph) -> list[str]:
    """The tools that the file names, with their versions."""
    found = [
        " ".join(filter(None, (text(one, "name"), text(one, "version")))) for one in graph.things
        if {"Tool", "AnalyticTool", "ConfiguredTool"} & set(types(one))
    ]  # fmt: skip
    return [one for one in dict.fromkeys(found) if one][:_MOST_TOOLS]


def _is_facet(thing: Thing) -> bool:
    return any(one.endswith("Facet") for one in types(thing))


def _placed(item: Item, place: str) -> Item:
    return Item(
        item.kind, place, item.at, item.zone, item.sender, item.to, item.text, item.doubts, item.detail,
    )  # fmt: skip


Facets = dict[str, Thing]


def _first(facets: Facets, *names: str) -> object:
    """The value under a name, in whichever facet it stands; what the facets tell comes before the thing itself."""
    for name in names:
        for facet in facets.values():
            if (found := get(facet, name)) is not None:
                return found
    return None


def _at(facets: Facets, *names: str) -> tuple[str, str, tuple[str, ...]]:
    """The moment, its zone and what is doubtful of it."""
    told = plain(_first(facets, *names))
    if not told:
        return "", "", ()
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return "", "", ("date_unclear",)
    if moment.tzinfo is None:
        return moment.isoformat(), "", ("zone_unknown",)
    shown = moment.isoformat()
    return shown, shown[-6:], ()


def _who(graph: Graph, reference: object) -> str:
    """The number or name of an account that is referred to."""
    thing = graph.thing(reference)
    if not thing:
        return reference if isinstance(reference, str) else ""
    # One account is named by every message of it, and may hold as many facets as its writer likes.
    if id(thing) not in graph.called:
        graph.called[id(thing)] = _called(graph, thing)
    return graph.called[id(thing)]


def _called(graph: Graph, thing: Thing) -> str:
    facets = {**graph.facets(thing), "": thing}
    number = plain(_first(facets, *_NUMBERS))
    name = plain(_first(facets, "displayName", "name"))
    if number and name and name != number:
        return f"{name} ({number})"
    return number or name or local(plain(thing.get("@id")))


def _people(graph: Graph, references: object) -> tuple[str, ...]:
    return tuple(filter(None, (_who(graph, one) for one in listed(references)[:_MOST_PEOPLE])))


def _kept(facets: Facets, *names: str) -> dict[str, object]:
    return {name: found[:2000] for name in names if (found := plain(_first(facets, name)))}


def _message(graph: Graph, thing: Thing, facets: Facets) -> Item | None:
    at, zone, doubts = _at(facets, "sentTime", "receivedTime", "observableCreatedTime", "modifiedTime")
    words = [plain(_first(facets, "subject")), plain(_first(facets, "messageText", "body", "messageBody"))]
    files = [_file_name(graph, one) for one in listed(_first(facets, "attachment", "attachments"))]
    detail = _kept(facets, "application", "messageType", "messageID", "isRead", "allocationStatus", "priority")
    detail |= {"application": _who(graph, _first(facets, "application"))} if _first(facets, "application") else {}
    detail |= {"files": [one for one in files if one]} if any(files) else {}
    to = [*listed(_first(facets, "to")), *listed(_first(facets, "cc")), *listed(_first(facets, "bcc"))]
    return Item(
        Kind.MESSAGE, "", at, zone, _who(graph, _first(facets, "from")), _people(graph, to),
        "\n".join(filter(None, words)), doubts, detail,
    )  # fmt: skip


def _call(graph: Graph, thing: Thing, facets: Facets) -> Item | None:
    at, zone, doubts = _at(facets, "startTime", "observableCreatedTime", "endTime")
    detail = _kept(facets, "callType", "endTime", "allocationStatus")
    detail |= {"application": _who(graph, _first(facets, "application"))} if _first(facets, "application") else {}
    seconds = plain(_first(facets, "duration", "callDuration"))
    if seconds.isascii() and seconds.replace(".", "", 1).isdigit():
        detail["seconds"] = float(seconds[:15]) if "." in seconds else int(seconds[:15])
    to = [*listed(_first(facets, "to")), *listed(_first(facets, "participant"))]
    return Item(
        Kind.CALL, "", at, zone, _who(graph, _first(facets, "from")), _people(graph, to),
        str(detail.get("callType", "")), doubts, detail,
    )  # fmt: skip


def _contact(graph: Graph, thing: Thing, facets: Facets) -> Item | None:
    parts = [plain(_first(facets, name)) for name in ("firstName", "middleName", "lastName", "givenName", "familyName")]
    name = plain(_first(facets, "displayName", "contactName", "name")) or " ".join(filter(None, parts))
    ways = [way for name in _WAYS for way in listed(_first(facets, name))]
    numbers = [number for way in ways if (number := _contacted(graph, way))]
    numbers += [one for one in _people(graph, _first(facets, "contactAccount", "phoneNumber")) if one not in numbers]
    detail: dict[str, object] = {"name": name, "numbers": numbers, **_kept(facets, "contactNote", "contactGroup")}
    return Item(Kind.CONTACT, "", sender=name, text=" ".join([name, *numbers]).strip(), detail=detail)


def _contacted(graph: Graph, reference: object) -> str:
    """The number behind a telephone or an address of a contact, which may be an account of its own."""
    thing = graph.thing(reference)
    facets = {**graph.facets(thing), "": thing}
    account = _first(facets, "contactPhoneNumber", "emailAddress", "contactMessagingPlatform")
    return _who(graph, account if account is not None else reference)


def _place(graph: Graph, thing: Thing, facets: Facets) -> Item | None:
    at, zone, doubts = _at(facets, "startTime", "observableCreatedTime", "createdTime")
    try:
        lat, lon = float(plain(_first(facets, "latitude"))), float(plain(_first(facets, "longitude")))
    except ValueError:
        return None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    detail: dict[str, object] = {"lat": lat, "lon": lon, **_kept(facets, "altitude", "locationType")}
    name = plain(_first(facets, "name", "description", "street", "addressType"))
    return Item(Kind.PLACE, "", at, zone, text=name, doubts=doubts, detail=detail)


def _file(graph: Graph, thing: Thing, facets: Facets) -> Item | None:
    name = plain(_first(facets, "filePath")) or plain(_first(facets, "fileName", "name"))
    hashes = {
        plain(get(one, "hashMethod")) or "hash": plain(get(one, "hashValue"))
        for one in graph.all(_first(facets, "hash", "hashes"))
    }  # fmt: skip
    detail: dict[str, object] = {
        **_kept(facets, "mimeType", "observableCreatedTime", "modifiedTime", "accessedTime", "allocationStatus"),
        **({"hashes": hashes} if any(hashes.values()) else {}),
    }
    size = plain(_first(facets, "sizeInBytes"))
    if size.isascii() and size.isdigit():
        detail["size"] = int(size[:18])
    return Item(Kind.FILE, "", text=name, detail=detail) if name or hashes else None


def _file_name(graph: Graph, reference: object) -> str:
    thing = graph.thing(reference)
    return plain(_first({**graph.facets(thing), "": thing}, "fileName", "filePath", "name"))


def _device(graph: Graph, thing: Thing, facets: Facets) -> Item | None:
    detail = _kept(facets, *_ABOUT_DEVICES)
    maker = _first(facets, "manufacturer")
    if maker is not None:
        detail["manufacturer"] = _who(graph, maker)
    return Item(Kind.RECORD, "", text=" ".join(map(str, detail.values())), detail={"device": True, **detail})


def _act(graph: Graph, thing: Thing, facets: Facets) -> Item | None:
    at, zone, doubts = _at(facets, "startTime", "endTime", "createdTime")
    detail = _kept(facets, "endTime", "exhibitNumber", "description", "rootExhibitNumber")
    detail |= {
        name: list(found) for name in ("instrument", "location", "object", "result")
        if (found := _people(graph, _first(facets, name))[:100])
    }  # fmt: skip
    words = [plain(_first(facets, name)) for name in ("name", "description", "exhibitNumber")]
    by = _who(graph, _first(facets, "performer")) if _first(facets, "performer") is not None else ""
    return Item(Kind.RECORD, "", at, zone, by, text=" · ".join(filter(None, words)), doubts=doubts, detail=detail)


Maker = Callable[[Graph, Thing, Facets], Item | None]
# The first that holds: an e-mail is a message and has a file too.
_MAKERS: tuple[tuple[set[str], Maker], ...] = (
    ({"MessageFacet", "EmailMessageFacet", "SMSMessageFacet", "Message", "SMSMessage", "EmailMessage"}, _message),
    ({"CallFacet", "PhoneCallFacet", "PhoneCall", "Call"}, _call),
    ({"ContactFacet", "Contact"}, _contact),
    ({"LatLongCoordinatesFacet", "LatLongCoordinates"}, _place),
    ({"MobileDeviceFacet", "DeviceFacet", "SIMCardFacet", "MobileDevice", "SIMCard", "MobilePhone"}, _device),
    ({"FileFacet", "File", "Image", "ContentDataFacet"}, _file),
    ({"InvestigativeAction", "ProvenanceRecord", "Authorization"}, _act),
)
