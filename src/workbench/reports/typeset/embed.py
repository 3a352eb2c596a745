"""Fonts into the file: a subset with one glyph per shape, and a ToUnicode entry per code."""

import hashlib
import io

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from pikepdf import Array, Dictionary, Name, Stream

from workbench.reports.typeset.fonts import FaceKey, face
from workbench.reports.typeset.layout import Cluster
from workbench.reports.typeset.writer import FontBook, font_name

_XY_VALUES = 0x0002  # the flag ARGS_ARE_XY_VALUES
# What shaping needs and a page of shaped text does not.
_UNUSED = frozenset({"GSUB", "GPOS", "GDEF", "DSIG", "STAT", "OS/2"})
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def font_resources(pdf: pikepdf.Pdf, book: FontBook) -> Dictionary:
    """The font dictionary that every page of the document shares."""
    fonts = {f"/{font_name(key)}": _type0(pdf, key, book.codes[key]) for key in sorted(book.codes)}
    return Dictionary(fonts)


def _type0(pdf: pikepdf.Pdf, key: FaceKey, codes: dict[Cluster, int]) -> pikepdf.Object:
    data, numbers, name = _subset(key, list(codes))
    tag = hashlib.sha256(data).digest()[:6]
    base = Name("/" + "".join(chr(65 + byte % 26) for byte in tag) + "+" + name)
    to_glyph = b"\0\0" + b"".join(number.to_bytes(2, "big") for number in numbers)
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=base, DW=0,
        CIDSystemInfo=Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        W=Array([1, Array([cluster.width for cluster in codes])]),
        CIDToGIDMap=pdf.make_indirect(Stream(pdf, to_glyph)),
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, key, base, data)),
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=base, Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode(codes))),
        )
    )  # fmt: skip


def _descriptor(pdf: pikepdf.Pdf, key: FaceKey, base: Name, data: bytes) -> Dictionary:
    own = face(key)
    file = Stream(pdf, data)
    file["/Length1"] = len(data)
    return Dictionary(
        Type=Name.FontDescriptor, FontName=base, Flags=4, FontBBox=Array([-1000, -1000, 3000, 1500]),
        ItalicAngle=0, Ascent=own.ascent, Descent=-own.descent, CapHeight=700,
        StemV=120 if key.bold else 80, FontFile2=pdf.make_indirect(file),
    )  # fmt: skip


def _to_unicode(codes: dict[Cluster, int]) -> bytes:
    """The CMap that gives each code its letters, in logical order."""
    rows = [
        f"<{code:04X}> <{cluster.text.encode('utf-16-be').hex().upper()}>" for cluster, code in codes.items()
    ]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (_CMAP_HEAD + body + _CMAP_TAIL).encode("ascii")


def _subset(key: FaceKey, clusters: list[Cluster]) -> tuple[bytes, list[int], str]:
    """The font file that is embedded, the glyph number of each cluster, and the font's PostScript name."""
    font = TTFont(io.BytesIO(face(key).data), recalcTimestamp=False)
    name = str(font["name"].getDebugName(6))
    names = font.getGlyphOrder()
    for table in _UNUSED & set(font.keys()):
        del font[table]  # before the subsetter reads them, which takes most of its time
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False, name_IDs=[1, 2, 4, 6]
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(gids={glyph for cluster in clusters for glyph, _, _ in cluster.glyphs})
    subsetter.subset(font)
    order = {glyph: number for number, glyph in enumerate(font.getGlyphOrder())}
    shapes: dict[tuple[object, int], int] = {}
    for cluster in clusters:
        shape = cluster.glyphs, cluster.width
        if shape not in shapes:
            shapes[shape] = (
                order[names[cluster.glyphs[0][0]]] if _plain(cluster) else _compose(font, cluster, names)
            )
    file = io.BytesIO()
    font.save(file)
    return file.getvalue(), [shapes[cluster.glyphs, cluster.width] for cluster in clusters], name


def _plain(cluster: Cluster) -> bool:
    """Whether the cluster is one glyph of the font as it is, with its own advance."""
    if len(cluster.glyphs) != 1:
        return False
    glyph, across, up = cluster.glyphs[0]
    return not across and not up and face(cluster.face).advances[glyph] == cluster.width


def _compose(font: TTFont, cluster: Cluster, names: list[str]) -> int:
    """Add one glyph made of the cluster's glyphs, each in its place; returns its number."""
    table, order = font["glyf"], font.getGlyphOrder()
    made = Glyph()
    if cluster.glyphs:
        made.numberOfContours, made.components = -1, []
    for glyph, across, up in cluster.glyphs:
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = names[glyph], across, up, _XY_VALUES
        made.components.append(part)
    name = f"shape{len(order)}"
    font.setGlyphOrder([*order, name])
    table.glyphs[name] = made
    table.glyphOrder = font.getGlyphOrder()
    made.recalcBounds(table)
    font["hmtx"][name] = (cluster.width, getattr(made, "xMin", 0))
    return len(order)
