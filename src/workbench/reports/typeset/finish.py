"""The archive form: fonts, metadata, colour and language, and nothing that names a person or a computer."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Stream, String

from workbench.reports.typeset.embed import font_resources
from workbench.reports.typeset.pages import Printed
from workbench.reports.typeset.profile import srgb

PRODUCER = "Workbench"
_NAMES = {"ar_IQ": "ar-IQ", "ckb": "ckb-IQ", "en": "en"}


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line in the reader's side bar: a title, the page (from 1) it leads to; level 1 lies under level 0."""

    title: str
    page: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself: no author, no path, no computer."""

    title: str
    document_id: str
    language: str
    rtl: bool
    made_at: datetime
    bookmarks: tuple[Bookmark, ...] = ()


def finish(printed: Printed, about: About) -> bytes:
    """The printed pages as PDF/A-2u. The same pages give the same bytes."""
    with pikepdf.open(BytesIO(printed.raw)) as pdf:
        fonts = pdf.make_indirect(font_resources(pdf, printed.book))
        for page in pdf.pages:
            page.obj.Resources = Dictionary(Font=fonts)
            for key in ("/Trans", "/Group", "/Rotate"):
                if key in page.obj:
                    del page.obj[key]
        _catalogue(pdf, about)
        _metadata(pdf, about)
        _bookmarks(pdf, about.bookmarks)
        out = BytesIO()
        pdf.save(
            out, deterministic_id=True, min_version="1.7", compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )  # fmt: skip
    return out.getvalue()


def _catalogue(pdf: pikepdf.Pdf, about: About) -> None:
    for key in ("/Outlines", "/PageMode", "/OpenAction"):
        if key in pdf.Root:
            del pdf.Root[key]
    pdf.Root.Lang = String(_NAMES[about.language])
    direction = Name("/R2L") if about.rtl else Name("/L2R")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, Direction=direction)
    profile = Stream(pdf, srgb(), N=3, Alternate=Name.DeviceRGB)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent, S=Name("/GTS_PDFA1"), OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB IEC61966-2.1"), DestOutputProfile=pdf.make_indirect(profile),
            )
        ]
    )  # fmt: skip


def _bookmarks(pdf: pikepdf.Pdf, bookmarks: tuple[Bookmark, ...]) -> None:
    """The side bar, if the paper has one: readers open it by themselves then."""
    if not bookmarks:
        return
    with pdf.open_outline() as outline:
        for one in bookmarks:
            item = OutlineItem(one.title, one.page - 1)
            under = outline.root[-1].children if one.level and outline.root else outline.root
            under.append(item)
            item.is_closed = True
    pdf.Root.PageMode = Name.UseOutlines


def _metadata(pdf: pikepdf.Pdf, about: About) -> None:
    # The old information dictionary would have to agree with the new metadata: one place is enough.
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    moment = about.made_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["dc:title"] = about.title
        meta["dc:identifier"] = about.document_id
        meta["dc:language"] = {_NAMES[about.language]}
        meta["dc:format"] = "application/pdf"
        meta["pdf:Producer"] = PRODUCER
        meta["xmp:CreatorTool"] = PRODUCER
        meta["xmp:CreateDate"] = meta["xmp:ModifyDate"] = meta["xmp:MetadataDate"] = moment
        meta["pdfaid:part"] = "2"
        meta["pdfaid:conformance"] = "U"
