"""Nothing a person reads is left untranslated: the program's catalogues, the procedures' catalogues, the fonts."""

import unicodedata
from pathlib import Path

import catalogues
import pytest
from babel import Locale
from babel.messages.catalog import Message
from fontTools.ttLib import TTFont
from letters import faults
from PySide6.QtCore import QLocale, Qt

from workbench.i18n import TAGS, language

# What is drawn with what: on the screen, on paper. Each pair must hold every letter of every catalogue.
FAMILIES = {
    "screen": ("NotoSansArabicUI-Regular.ttf", "NotoSans-Regular.ttf"),
    "screen, bold": ("NotoSansArabicUI-Bold.ttf", "NotoSans-Bold.ttf"),
    "paper": ("NotoNaskhArabic-Regular.ttf", "NotoSans-Regular.ttf"),
    "paper, bold": ("NotoNaskhArabic-Bold.ttf", "NotoSans-Bold.ttf"),
}


def test_languages_of_the_catalogues_are_those_of_the_program() -> None:
    assert set(catalogues.PLURALS) == set(TAGS)


def test_catalogues_are_complete() -> None:
    assert catalogues.check() == []


@pytest.mark.parametrize("tag", TAGS)
def test_direction_is_known_and_the_same_everywhere(tag: str) -> None:
    region = tag if "_" in tag else f"{tag}_IQ" if tag == "ckb" else tag
    qt = QLocale(region).textDirection() == Qt.LayoutDirection.RightToLeft
    babel = Locale.parse(region).text_direction == "rtl"
    assert qt == babel == language(tag).rtl == (tag != "en")


def test_qt_knows_each_language_by_its_tag() -> None:
    known = [QLocale(tag).language() for tag in TAGS]
    assert known == [QLocale.Language.Arabic, QLocale.Language.CentralKurdish, QLocale.Language.English]


@pytest.mark.parametrize("family", FAMILIES)
def test_fonts_hold_every_letter_of_every_catalogue(family: str, root: Path) -> None:
    fonts = [TTFont(root / "resources" / "fonts" / file) for file in FAMILIES[family]]
    held = {chr(code) for font in fonts for code in font.getBestCmap()}
    lacking = {}
    for path in [*root.glob("translations/**/*.po"), *root.glob("resources/sop/**/*.po")]:
        strings = [text for message in catalogues.read(path) if message.id for text in _strings(message)]
        if missing := {c for text in strings for c in text if unicodedata.category(c)[0] != "C"} - held:
            lacking[path.relative_to(root).as_posix()] = sorted(map(ascii, missing))
    assert lacking == {}


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


@pytest.mark.parametrize(("tag", "text"), [
    ("ar_IQ", "کتاب"), ("ar_IQ", "نعم, لا"), ("ar_IQ", "مايو"), ("ar_IQ", "كتـاب"), ("ar_IQ", "انتظر..."),
    ("ckb", "رووداو"), ("ckb", "ڕاپۆرتي"), ("ckb", "مرۆڤ ھەیە"), ("ckb", "بەفرانبار"), ("ckb", "«رێکەوت»"),
    ("ckb", "۱۲"), ("ckb", "نە\u200cبوو"),
])  # fmt: skip
def test_letter_rules_catch(tag: str, text: str) -> None:
    assert faults(tag, text)


@pytest.mark.parametrize(("tag", "text"), [
    ("ar_IQ", "هل تريد الحفظ؟ نعم، أو لا؛ كما تشاء."), ("ar_IQ", "PDFـات"),
    ("ckb", "ڕێکەوتی {day}ـی {month}، کاتژمێر"), ("ckb", "دیاریکراو، بڕیار؟"), ("en", "Anything, really; yes?"),
])  # fmt: skip
def test_letter_rules_let_pass(tag: str, text: str) -> None:
    assert faults(tag, text) == []


@pytest.mark.parametrize(("message", "fault"), [
    (Message("Save {name}", "حفظ"), "placeholders"),
    (Message("Save", ""), "not translated"),
    (Message("Save", "حفظ", flags={"fuzzy"}), "fuzzy"),
    (Message(("{n} case", "{n} cases"), ("أ", "ب")), "plural forms"),
    (Message("<b>Save</b>", "حفظ"), "markup"),
    (Message("Save ", "حفظ"), "white space"),
    (Message("Save", "\u2068حفظ"), "isolate"),
])  # fmt: skip
def test_a_faulty_text_is_found(message: Message, fault: str) -> None:
    assert any(fault in found for found in catalogues.text_faults(message, "ar_IQ"))


def test_a_counted_text_may_leave_the_number_out() -> None:
    forms = ("لا قضايا", "قضية واحدة", "قضيتان", "{n} قضايا", "{n} قضية", "{n} قضية")
    assert list(catalogues.text_faults(Message(("{n} case", "{n} cases"), forms), "ar_IQ")) == []
