"""Small files that were made to do harm: each as bytes, with a name. All invented; none carries code that runs."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator

UP = "../../../../escaped.txt"
# Names with which a careless program would write outside its folder, and the warning that each is owed.
LEADING_OUT = {
    UP: "name_leads_out", "..\\..\\escaped.txt": "name_leads_out", "/etc/escaped": "name_leads_out",
    "C:\\Windows\\escaped.txt": "name_leads_out", "C:escaped.txt": "name_leads_out",
    "\\\\server\\share\\escaped.txt": "name_leads_out", "//server/share/escaped": "name_leads_out",
    "a/../../escaped.txt": "name_leads_out", "CON": "name_reserved", "aux.txt": "name_reserved",
    "folder/NUL.txt": "name_reserved", "COM1.log": "name_reserved", "trailing. ": "name_reserved",
    "dot.": "name_reserved", "picture\u202egpj.exe": "name_hides_signs", "line\nbreak.txt": "name_hides_signs",
    "stream.txt:hidden": "name_reserved", "x" * 300 + ".txt": "name_too_long",
}  # fmt: skip


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these members, under whatever names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            info = zipfile.ZipInfo("placeholder", (2025, 1, 2, 3, 4, 4))
            info.filename = name
            info.compress_type = method
            archive.writestr(info, content)
    return out.getvalue()


def with_nul_in_name() -> bytes:
    return zipped(("photo.jpgXexe", b"x")).replace(b"photo.jpgXexe", b"photo.jpg\0exe")


def with_link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def locked() -> bytes:
    """A zip that says of its only member that it is encrypted."""
    content = bytearray(zipped(("secret.txt", b"x" * 40)))
    content[6] |= 1
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def swelling(size: int = 64 * 1024 * 1024) -> bytes:
    return zipped(("zeros.bin", bytes(size)))


def overlapping(count: int = 200) -> bytes:
    """Many lines of contents, all of one and the same packed member."""
    one = zipped(("kernel", bytes(1024 * 1024)))
    start = one.rfind(b"PK\x01\x02")
    line = one[start : one.rfind(b"PK\x05\x06")]
    lines = b"".join(line.replace(b"kernel", b"ker%03d" % number) for number in range(count))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(lines), start, 0)
    return one[:start] + lines + end


def quoted_overlap(count: int = 30) -> bytes:
    """Each member's packed bytes quote the head of the next, down to one kernel that all share."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    kernel = packer.compress(bytes(200_000)) + packer.flush()
    sizes, datas = [200_000], [kernel]
    heads: list[tuple[bytes, bytes, int, int]] = []
    for number in reversed(range(count)):
        name = b"q%04d" % number
        head = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(datas[0]), sizes[0], 5, 0) + name
        heads.insert(0, (name, head, len(datas[0]), sizes[0]))
        quote = struct.pack("<BHH", 0, len(head), len(head) ^ 0xFFFF)
        datas.insert(0, quote + head + datas[0])
        sizes.insert(0, sizes[0] + len(head))
    body, lines, place = b"", b"", 0
    for name, head, packed, size in heads:
        place = len(body)
        body += head + struct.pack("<BHH", 0, len(head), len(head) ^ 0xFFFF)
        lines += struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, packed, size, 5, 0, 0, 0, 0, 0, place
        ) + name
    body += kernel
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(lines), len(body), 0)
    return body + lines + end


def nested(depth: int = 8) -> bytes:
    content = bytes(1024 * 1024)
    for level in range(depth):
        content = zipped((f"level{level}.zip", content))
    return content


def zip64_lies() -> Iterator[tuple[str, bytes]]:
    """Contents that claim absurd counts, sizes and places."""
    honest = zipped(("a.txt", b"hello"))
    end = honest.rfind(b"PK\x05\x06")
    contents = honest[:end]
    for name, (count, size, offset) in {
        "count": (2**64 - 1, 50, 40), "size": (1, 2**63, 40), "offset": (1, 50, 2**63), "all": (2**64 - 1,) * 3,
    }.items():
        record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
        locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
        tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
        yield f"zip64_{name}.zip", contents + record + locator + tail
    yield "end_only.zip", honest[end:]
    yield "size_lies.zip", honest[: end + 12] + struct.pack("<L", 0xFFFFFFF0) + honest[end + 16 :]


def many_members(count: int = 110_000) -> bytes:
    """A table of contents longer than anybody would read; the members themselves are not there."""
    line = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"x"
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(line) * count, 4, 0)
    return b"PK\x03\x04" + line * count + end


def png(width: int, height: int) -> bytes:
    """A picture whose head promises so many points, and that holds next to none."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = struct.pack(">LLBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(64))) + chunk(b"IEND", b"")


def pixel_floods() -> dict[str, bytes]:
    gif = b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0, 0, 0) + b"," + struct.pack("<HHHHB", 0, 0, 65535, 65535, 0)
    entries = [(256, 4, 1_000_000), (257, 4, 1_000_000), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8),
               (277, 3, 1), (278, 4, 1_000_000), (279, 4, 4_000_000_000)]  # fmt: skip
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + b"".join(
        struct.pack("<HHLL", tag, kind, 1, value) for tag, kind, value in entries
    ) + bytes(4)  # fmt: skip
    loop = b"II*\0\x08\0\0\0" + struct.pack("<H", 1) + struct.pack("<HHLL", 256, 4, 1, 1) + struct.pack("<L", 8)
    webp = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff"
    return {
        "flood.png": png(2**31 - 1, 2**31 - 1), "wide.png": png(60_000, 60_000),
        "flood.gif": gif + b"\x02\x02\x4c\x01\0;", "flood.tif": tiff, "loop.tif": loop, "flood.webp": webp,
    }  # fmt: skip


def xml_traps(wrapped: str = "gpx") -> dict[str, bytes]:
    """Entities that grow without end, reach for other files, or repeat one long text many times."""
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(10)
    )
    long = "a" * 50_000
    bodies = {
        "laughs": f"<!DOCTYPE x [{laughs}]>", "outside": '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
        "network": '<!DOCTYPE x [<!ENTITY l9 SYSTEM "http://192.0.2.1/x">]>',
        "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
        "quadratic": f'<!DOCTYPE x [<!ENTITY l9 "{long}">]>',
    }  # fmt: skip
    times = {"quadratic": 3_000}
    return {
        f"{key}.{wrapped}": (
            f'<?xml version="1.0"?>{body}<{wrapped} version="1.1" xmlns="http://www.topografix.com/GPX/1/1">'
            f"<wpt lat='33.3' lon='44.4'><name>{'&l9;' * times.get(key, 1)}</name></wpt></{wrapped}>"
        ).encode()
        for key, body in bodies.items()
    }


def deep_json(depth: int = 200_000) -> bytes:
    return b'{"name":"x","type":"personal_chat","id":1,"messages":' + b"[" * depth + b"]" * depth + b"}"


def deep_mail(depth: int = 3_000) -> bytes:
    parts = [b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n"]
    for level in range(depth):
        bound = b"b%d" % level
        parts.append(b'Content-Type: multipart/mixed; boundary="' + bound + b'"\r\n\r\n--' + bound + b"\r\n")
    return b"".join(parts) + b"Content-Type: text/plain\r\n\r\nend\r\n"


def wide_table(columns: int = 100_000) -> bytes:
    head = ",".join(f"c{number}" for number in range(columns))
    return (head + "\n" + ",".join("1" for _ in range(columns)) + "\n").encode()


def whole_set() -> dict[str, bytes]:
    """All of them, by name."""
    jpeg = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9"
    return {
        "slip.zip": zipped(*((name, b"x") for name in LEADING_OUT)), "nul.zip": with_nul_in_name(),
        "link.zip": with_link(), "locked.zip": locked(), "swelling.zip": swelling(), "overlapping.zip": overlapping(),
        "quoted.zip": quoted_overlap(), "nested.zip": nested(), "many.zip": many_members(), **dict(zip64_lies()),
        **pixel_floods(), **xml_traps(), **xml_traps("kml"),
        "laughs.xlsx": zipped(
            ("[Content_Types].xml", xml_traps()["laughs.gpx"]), ("xl/workbook.xml", xml_traps()["laughs.gpx"])
        ),
        "laughs.docx": zipped(
            ("[Content_Types].xml", xml_traps()["laughs.gpx"]), ("word/document.xml", xml_traps()["laughs.gpx"])
        ),
        "deep.json": deep_json(), "half.json": b'{"messages": [',
        "numbers.json": b'{"messages":' + b"9" * 50_000 + b"}",
        "deep.eml": deep_mail(), "wide.csv": wide_table(), "nuls.csv": b"a,b\n1,\0\0\0\n" * 50,
        "nuls.txt": b"text\0text" * 20, "empty.pdf": b"%PDF-1.7\n", "short.jpg": b"\xff\xd8\xff",
        "half.heic": b"\0\0\0\x18ftypheic",
        "loop.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF",
        "both.jpg": jpeg + zipped(("inside.txt", b"hidden")),
        "both.pdf": b"%PDF-1.4\n%%EOF\n" + zipped(("inside.txt", b"x")),
        "tail.png": png(1, 1) + b"appended", "liar.jpg": b"MZ" + bytes(200), "liar.txt": png(1, 1),
        "run.sh": b"#!/bin/sh\ntrue\n",
        "x.vcf": b"BEGIN:VCARD\nVERSION:3.0\nN:" + b"a" * 500_000 + b"\nEND:VCARD\n",
        "vcards.vcf": b"BEGIN:VCARD\n" * 20_000,
        "chat.txt": b"[01/01/2025, 10:00:00] a: " + b"\xe2\x80\xae" * 50_000 + b"\n",
        "deep.kml": b"<kml>" + b"<Folder>" * 50_000,
        "x.case.json": json.dumps({"@context": {}, "@graph": [{"@id": "x"}] * 1000}).encode(),
    }  # fmt: skip
