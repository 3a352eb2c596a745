"""Files of kinds that are read, made to hurt their readers: each as bytes, with a name. All invented."""

import io
import struct
import wave
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable

from faults.hostile_files import zipped

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KINDS = "http://schemas.openxmlformats.org/package/2006/content-types"


def workbook(sheet: str, shared: str = "") -> bytes:
    """A workbook of one sheet, with this inside."""
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    kinds = (
        f'<Types xmlns="{_KINDS}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{main}.sharedStrings+xml"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    return zipped(
        ("[Content_Types].xml", kinds.encode()),
        ("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
                        'Target="xl/workbook.xml"/></Relationships>'.encode()),
        ("xl/workbook.xml", f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
                            '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'.encode()),
        ("xl/_rels/workbook.xml.rels", links.encode()),
        ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{_SHEET}">{sheet}</worksheet>'.encode()),
        ("xl/sharedStrings.xml", f'<sst xmlns="{_SHEET}">{shared}</sst>'.encode()),
    )  # fmt: skip


def word(body: str) -> bytes:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        ("[Content_Types].xml", f'<Types xmlns="{_KINDS}"><Override PartName="/word/document.xml" '
                                f'ContentType="{main}"/></Types>'.encode()),
        ("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
                        'Target="word/document.xml"/></Relationships>'.encode()),
        ("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'.encode()),
    )  # fmt: skip


def open_sheet(rows: int, columns: int) -> bytes:
    """A sheet whose one cell says that it is repeated so many times."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
        f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">'
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell '
        f'table:number-columns-repeated="{columns}"><text:p>1</text:p></table:table-cell></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.encode()),
        method=zipfile.ZIP_STORED,
    )


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its root."""
    out, places = b"%PDF-1.7\n", []
    for number, inside in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out),
    )  # fmt: skip


def _page(content: bytes, how: bytes, box: bytes = b"0 0 600 800") -> bytes:
    stream = b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), how, content)
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R>>" % box, stream,
    )  # fmt: skip


def _chunk(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">L", len(inside)) + kind + inside + struct.pack(">L", zlib.crc32(kind + inside))


def picture_with(*chunks: bytes) -> bytes:
    head = struct.pack(">LLBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + b"".join(chunks) + _chunk(
        b"IDAT", zlib.compress(b"\0\0")
    ) + _chunk(b"IEND", b"")  # fmt: skip


def _boxes(depth: int) -> bytes:
    inside = b""
    for _ in range(depth):
        inside = struct.pack(">L4s", len(inside) + 8, b"moov") + inside
    return struct.pack(">L4s4sL", 16, b"ftyp", b"isom", 0) + inside


def _wave(claimed: int) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(1600))
    content = bytearray(out.getvalue())
    content[40:44] = struct.pack("<L", claimed)
    return bytes(content)


def _track(points: str) -> bytes:
    return f'<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">{points}</gpx>'.encode()


def _letter(headers: bytes, body: bytes = b"x") -> bytes:
    return b"From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n" + headers + b"\r\n" + body


_CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Synthetic\r\n"
_ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'

# Made when asked for, for some are large.
SET: dict[str, Callable[[], bytes]] = {
    "swelling_chat.zip": lambda: zipped(("_chat.txt", b"[01/01/2025, 10:00:00] a: " + b"x" * 40_000_000)),
    "slip_chat.zip": lambda: zipped(
        ("../../_chat.txt", b"[01/01/2025, 10:00:00] a: hello\n[01/01/2025, 10:01:00] b: hello\n"), ("/etc/x.jpg", b"x")
    ),
    "swelling.xlsx": lambda: workbook("<sheetData>" + " " * 60_000_000 + "</sheetData>"),
    "far_corner.xlsx": lambda: workbook(
        f'<dimension ref="A1:XFD1048576"/><sheetData>{_ROW}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        "</sheetData>"
    ),
    "no_such_corner.xlsx": lambda: workbook(
        '<sheetData><row r="999999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row></sheetData>'
    ),
    "no_such_string.xlsx": lambda: workbook(
        '<sheetData><row r="1"><c r="A1" t="s"><v>99999999999</v></c><c r="B1" t="s"><v>-7</v></c></row></sheetData>'
    ),
    "deep_string.xlsx": lambda: workbook(f"<sheetData>{_ROW}</sheetData>", "<si>" * 20_000),
    "many_cells.xlsx": lambda: workbook(
        "<sheetData>" + "".join(
            f'<row r="{row}">' + f'<c t="inlineStr"><is><t>{row}</t></is></c>' * 1_000 + "</row>"
            for row in range(1, 60)
        ) + "</sheetData>"
    ),
    "repeated.ods": lambda: open_sheet(1_048_576, 16_384), "repeated_more.ods": lambda: open_sheet(10**30, -1),
    "deep.docx": lambda: word("<w:tbl><w:tr><w:tc>" * 20_000), "swelling.docx": lambda: word(" " * 60_000_000),
    "deep.rtf": lambda: b"{\\rtf1" + b"{\\b " * 200_000, "long.rtf": lambda: b"{\\rtf1 \\u" + b"9" * 500_000 + b"}",
    "binary.rtf": lambda: b"{\\rtf1 \\bin2000000000 x}",
    "swelling.pdf": lambda: _page(
        zlib.compress(zlib.compress(bytes(100_000_000), 9), 9), b"/Filter[/FlateDecode/FlateDecode]"
    ),
    "endless.pdf": lambda: _page(b"BT /F1 12 Tf (x) Tj ET q " * 100_000, b"", b"-1e30 0 1e30 1e38"),
    "deep.pdf": lambda: pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"[" * 100_000),
    "tree.pdf": lambda: pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        *(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 3) for number in range(5_000)),
    ),
    "text.png": lambda: picture_with(_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(200_000_000), 9))),
    "profile.png": lambda: picture_with(_chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(100_000_000), 9))),
    "pieces.png": lambda: picture_with(*[_chunk(b"tEXt", b"Comment\0x")] * 60_000),
    "exif.png": lambda: picture_with(_chunk(
        b"eXIf", b"II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0" + bytes(4)
    )),
    "moments.jpg": lambda: b"\xff\xd8" + b"".join(
        b"\xff\xe1\xff\xff"
        + (b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01\x0f\0\x02\xff\xff\xff\xff\0\0\0\0" * 5_459)[:65_533]
        for _ in range(20)
    ) + b"\xff\xd9",
    "frames.gif": lambda: b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff"
    + b",\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0" * 50_000 + b";",
    "deep.mp4": lambda: _boxes(20_000), "endless.mp4": lambda: _boxes(1) + struct.pack(">L4sQ", 1, b"moov", 2**64 - 1),
    "table.mp4": lambda: _boxes(0) + struct.pack(
        ">L4sL4sL4sL4sL4sLL", 48, b"moov", 40, b"trak", 32, b"mdia", 24, b"minf", 16, b"stts", 0, 2**32 - 1
    ),
    "long.wav": lambda: _wave(2**32 - 1), "none.wav": lambda: _wave(0),
    "tag.mp3": lambda: b"ID3\x03\0\0\x7f\x7f\x7f\x7fTIT2\x7f\xff\xff\xff\0\0\0" + bytes(2_000),
    "frames.mp3": lambda: b"ID3\x03\0\0\x00\x10\x00\x00" + b"TIT2\0\0\0\x01\0\0\0" * 20_000,
    "deep.mkv": lambda: b"\x1aE\xdf\xa3\x80" + b"\x18S\x80g\x01\xff\xff\xff\xff\xff\xff\xff" * 20_000,
    "pages.ogg": lambda: (b"OggS\0\x02" + bytes(20) + b"\xff" + b"\xff" * 255) * 500,
    "photo.vcf": lambda: (_CARD + "PHOTO;ENCODING=b:" + "A" * 20_000_000 + "\r\nEND:VCARD\r\n").encode(),
    "folded.vcf": lambda: (_CARD + "NOTE:x" + "\r\n x" * 200_000 + "\r\nEND:VCARD\r\n").encode(),
    "numbers.vcf": lambda: (_CARD + "TEL:+9" + "9" * 200_000 + "\r\nTEL:0\r\n" * 20_000 + "END:VCARD\r\n").encode(),
    "quoted.vcf": lambda: (_CARD + "N;ENCODING=QUOTED-PRINTABLE;CHARSET=nosuch:" + "=E2=" * 50_000 + "\r\nEND:VCARD\r\n"
                           ).encode(),
    "headers.eml": lambda: _letter(b"Received: x\r\n" * 100_000),
    "words.eml": lambda: _letter(b"Subject: " + b"=?utf-8?q?" * 20_000 + b"\r\nSubject: =?nosuch?b?////?=\r\n"),
    "people.eml": lambda: _letter(b"Cc: " + b"a@example.org, " * 50_000 + b"\r\nBcc: " + b"(" * 50_000 + b"\r\n"),
    "letters.eml": lambda: _letter(b"Content-Type: text/plain; charset=\"\0nosuch\"\r\n", b"\xff\xfe" * 10_000),
    "within.eml": lambda: b"".join(_letter(b"Content-Type: message/rfc822\r\n", b"") for _ in range(2_000)) + b"end",
    "parts.eml": lambda: _letter(
        b"Content-Type: multipart/mixed; boundary=b\r\n",
        b"".join(
            b'--b\r\nContent-Disposition: attachment; filename="../../%d.exe"\r\n'
            b"Content-Transfer-Encoding: base64\r\n\r\n%s\r\n" % (number, b64encode(bytes(30)))
            for number in range(5_000)
        ),
    ),
    "unclosed.csv": lambda: b'a,b,c\n1,2,"' + b"x,y\n" * 4_000_000,
    "one_line.csv": lambda: b"a,b\n" + b"1," * 10_000_000,
    "quotes.csv": lambda: b"a,b\n" + b'"",' * 1_000_000 + b"\n",
    "numbers.csv": lambda: b"date,from,to,seconds\n" + (b"9" * 5_000 + b",") * 200 + b"\n",
    "mixed.csv": lambda: "رقم,وقت\n".encode() + "مرحبا,1\n".encode("windows-1256") + b"\xff\xfe\0\x01\n" * 500,
    "nan.json": lambda: b'{"name":"x","type":"personal_chat","id":1,"messages":[{"id":NaN,"type":"message",'
    b'"date_unixtime":"1e999","from":{"a":[]},"text":[1,null,{"text":"\\ud800"}]},{"id":' + b"9" * 5_000 + b"}]}",
    "twice.json": lambda: b'{"messages":1,"name":"x","type":"personal_chat","id":1,"messages":['
    + b'{"id":1,"type":"message","date":"2025-01-01T00:00:00","from":"a","text":"x"},' * 20_000 + b"0]}",
    "nowhere.gpx": lambda: _track(
        "<wpt lat='NaN' lon='1e999'><time>99999-99-99T99:99:99Z</time><ele>-1e999</ele></wpt><wpt lat='' lon='x'/>"
    ),
    "points.gpx": lambda: _track("<trk><trkseg>" + "<trkpt lat='33.3' lon='44.4'/>" * 30_000 + "</trkseg></trk>"),
    "attributes.gpx": lambda: _track("<wpt lat='1' lon='2' " + " ".join(f"a{n}='x'" for n in range(100_000)) + "/>"),
    "slip.kmz": lambda: zipped(("../../doc.kml", b"<kml/>"), ("doc.kml", b"<kml>" + b" " * 40_000_000 + b"</kml>")),
    "dates.txt": lambda: b"[" + b"1/" * 100_000 + b"] a: x\n",
    "colons.txt": lambda: b"01/01/2025, 10:00 - " + b"a:" * 200_000,
    "moments.txt": lambda:
    b"01/01/2025, 10:00 - a: x\n99/99/9999, 99:99 - a: x\n0/0/0, 0:0 - \xe2\x80\x8f: x\n" * 5_000,
    "wide.txt": lambda: "نص".encode("utf-16") * 100_000, "wide_half.txt": lambda: "text".encode("utf-16") + b"\0",
    "empty_lines.txt": lambda: b"\n" * 5_000_000, "one_line.txt": lambda: b"x" * 30_000_000,
}  # fmt: skip
