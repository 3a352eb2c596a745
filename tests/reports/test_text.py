"""Mixed text: what is laid out is what is drawn and what two readers give back."""

import unicodedata
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout

from workbench.errors import Reason, Refusal
from workbench.i18n import isolate, ltr
from workbench.reports import readback
from workbench.reports.typeset import Stack, Text
from workbench.reports.typeset.embed import font_resources
from workbench.reports.typeset.fonts import FaceKey, qt_font
from workbench.reports.typeset.layout import Span, Style, lay
from workbench.reports.typeset.pages import print_pages

from .readers import poppler

AR = (
    f"بتاريخ {isolate('٢١/١١/٢٠٢٦')} ورد إخبار إلى مركز الشرطة عن تشغيل أشخاص قسراً. رقم القضية: {ltr('TIP-2026/0147')} "
    f"والهاتف {ltr('+964 750 000 0147')}، وعُثر على جواز سفر ({isolate('Grace Nalinda')}). لا إله إلا الأمان، الاتجار "
    "بالأشخاص لله محمد اللاجئ، كِتابٌ مُبينٌ «قاضي التحقيق»؛ هل سُلّمت؟ نعم ٪٥٠ آلاف الآلام إنّ الأختام سليمة."
)
CKB = (
    f"لە ڕێکەوتی {isolate('٢١/١١/٢٠٢٦')} هەواڵدانێک گەیشتە بنکەی پۆلیس، ژمارەی دۆسیە: {ltr('TIP-2026/0147')}. قوربانیی "
    "گریمانەکراو، کۆنووسی دەستبەسەرداگرتن، لێکۆڵەر و دادوەری لێکۆڵینەوە، ڤیزا، گەڕان، پێشمەرگە، "
    "ژوورەوە؛ 16ـی ئەیلوول، سڵاو لا ڵا؟"
)
EN = f"The report (21/11/2026) named case TIP-2026/0147 and officer {isolate('سرمد حسن')}; "
EN += "affiliation, office, fire, flow."
STYLES = {"ar": Style("court"), "ckb": Style("court"), "en": Style("latin")}
TEXTS = {"ar": AR, "ckb": CKB, "en": EN}


def printed(*blocks: Text) -> bytes:
    """The blocks as a file that readers open."""
    pages = print_pages(list(blocks), lambda number, total: (Stack(), Stack()))
    with pikepdf.open(BytesIO(pages.raw)) as pdf:
        fonts = font_resources(pdf, pages.book)
        for page in pdf.pages:
            page.obj.Resources = pikepdf.Dictionary(Font=fonts)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("tag", TEXTS)
def test_pdfium_reads_every_word_back(tag: str) -> None:
    pdf = printed(Text(TEXTS[tag], STYLES[tag], rtl=tag != "en"))
    assert readback.missing([TEXTS[tag]], readback.read(pdf)) == []


@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "ﷲ ﻻ ﷺ",
        "محـــمد می‌خواهم",
        "½ ² №",
        unicodedata.normalize("NFD", "أإآؤئ café Việt"),
        "Дмитрий",
        "١" * 200,
    ],
)
def test_unusual_forms_of_letters_do_not_raise_a_false_alarm(text: str, rtl: bool) -> None:
    pdf = printed(Text(text, Style("court" if rtl else "latin"), rtl=rtl))
    assert readback.missing([text], readback.read(pdf)) == []


@pytest.mark.parametrize("tag", TEXTS)
def test_poppler_reads_every_word_back(tag: str, tmp_path: Path) -> None:
    pdf = printed(Text(TEXTS[tag], STYLES[tag], rtl=tag != "en"))
    assert readback.missing([TEXTS[tag]], [poppler(pdf, tmp_path)]) == []


def test_letters_that_share_a_glyph_stay_themselves(tmp_path: Path) -> None:
    text = "علي عەلی يد ید مكتب مەکتەب"
    read = poppler(printed(Text(text, Style(), rtl=True)), tmp_path)
    for word in text.split():
        assert word in read


def test_lam_alef_is_drawn_and_read_in_its_order(tmp_path: Path) -> None:
    text = "الأمان لا إلا سڵاو الآن"
    assert text in poppler(printed(Text(text, Style(), rtl=True)), tmp_path)


@pytest.mark.parametrize(
    ("name", "text"), [("naskh", "لا إله كِتابٌ سُلّمت ڵا قوربانیی گەڕان"), ("sans", "Āffiliation 0147")]
)
def test_the_page_looks_as_qt_draws_it(name: str, text: str) -> None:
    style = Style(chain="court" if name == "naskh" else "latin", size=40, leading=60)
    rtl = name == "naskh"
    scale = 2.0
    page = pypdfium2.PdfDocument(printed(Text([Span(text)], style, rtl=rtl)))[0]
    ours = sum(page.render(scale=scale).to_pil().convert("L").histogram()[:128])
    assert ours == pytest.approx(_ink_by_qt(text, FaceKey(name, False), style.size * scale), rel=0.06)


def _ink_by_qt(text: str, key: FaceKey, pixels: float) -> int:
    """How many dark pixels Qt itself leaves for the text."""
    image = QImage(1400, 300, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    layout = QTextLayout(text, qt_font(key, round(pixels)))
    layout.beginLayout()
    layout.createLine().setLineWidth(1300)
    layout.endLayout()
    painter = QPainter(image)
    layout.draw(painter, QPointF(20, 20))
    painter.end()
    return sum(byte < 128 for byte in bytes(image.constBits()))


@pytest.mark.parametrize("character", ["𒀀", "中", "😀", "\u0007"])
def test_a_character_without_a_glyph_is_refused_by_name_and_place(character: str) -> None:
    with pytest.raises(Refusal) as refusal:
        lay((Span(f"نص {character}"),), Style(), 300, True, where="الوصف")
    assert refusal.value.reason is Reason.GLYPH_MISSING
    assert refusal.value.facts == {
        "character": character,
        "code": f"U+{ord(character):04X}",
        "where": "الوصف",
    }


LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإئؤپچژگکیێۆەڕڵڤ٠١٢٣٤٥٦٧٨٩0123456789abcXYZ/-()،؛؟.:«» \n"


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(LETTERS, min_size=1, max_size=80),
    rtl=st.booleans(),
    width=st.sampled_from([30.0, 90.0, 400.0]),
)
def test_any_text_keeps_all_its_letters_within_its_column(text: str, rtl: bool, width: float) -> None:
    lines = lay((Span(text),), Style(size=10), width, rtl)
    drawn = "".join(placed.cluster.text for line in lines for placed in line.placed)
    assert sorted("".join(drawn.split())) == sorted("".join(text.split()))
    assert all(line.right - line.left <= width * 100 + 1 for line in lines if len(line.placed) > 1)
