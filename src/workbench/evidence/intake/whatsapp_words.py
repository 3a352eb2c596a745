"""Words that exports of WhatsApp put among those of people, where their place alone does not tell them apart.

Each table is open: a language that is missing is read by structure (signs of direction, angle brackets, file names).
"""

import re
from dataclasses import dataclass

MARKS = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff"
_STRIP = {ord(one): None for one in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009"), " ")
# Half of the day, as locales write it, without dots and spaces and in small letters.
BEFORE_NOON = frozenset((
    "am", "a", "ص", "صباحا", "قظ", "قبلازظهر", "پن", "بن", "پێشنیوەڕۆ", "öö", "vorm", "πμ", "ip", "dop",
    "午前", "오전", "上午", "ጥዋት", "قبلدوپہر", "غم", "gn", "sa", "पूर्वाह्न",
))  # fmt: skip
AFTER_NOON = frozenset((
    "pm", "p", "م", "مساء", "مساءا", "بظ", "بعدازظهر", "دن", "پاشنیوەڕۆ", "دوانیوەڕۆ", "ös", "nachm", "μμ", "mp", "odp",
    "午後", "오후", "下午", "ከሰዓት", "بعددوپہر", "غو", "gd", "ch", "अपराह्न",
))  # fmt: skip
_EDITED = re.compile(
    r"edited|تعديل|تعدیل|bearbeitet|modifi|düzenlen|editad|ویرایش|دەستکاری|guherand|изменено|bewerkt|diedit",
    re.IGNORECASE,
)
_OMITTED = re.compile(
    r"omitted|استبعاد|استُبعد|لم يتم إدراج|تضمين|weggelassen|ausgeschlossen|absent|omis|omes|dahil edil|eklenmedi"
    r"|حذف شد|بدون رسانه|ضمیمه نشد|پیوست نشد|لابر|دانەنرا|не включ|без медиа|weggelaten|null|esclus|media tidak",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"attached|مرفق|angehängt|joint|ekli|eklendi|ekte|adjunto|adjunt|allegat|پیوست|ضمیمه|هاوپێچ|anexad|bijgevoegd"
    r"|прикреп|terlampir", re.IGNORECASE,
)  # fmt: skip
_DELETED = frozenset((
    "this message was deleted", "you deleted this message", "message deleted",
    "تم حذف هذه الرسالة", "حذفت هذه الرسالة", "لقد حذفت هذه الرسالة", "قمت بحذف هذه الرسالة", "تم مسح هذه الرسالة",
    "diese nachricht wurde gelöscht", "du hast diese nachricht gelöscht", "nachricht gelöscht",
    "ce message a été supprimé", "vous avez supprimé ce message", "ce message a été effacé",
    "bu mesaj silindi", "bu mesajı sildiniz", "bu mesaj silinmiş",
    "این پیام حذف شد", "این پیام حذف شده است", "این پیام پاک شد", "شما این پیام را حذف کردید", "پیام حذف شد",
    "ئەم نامەیە سڕایەوە", "ئەم پەیامە سڕایەوە", "ئەم نامەیە سڕاوەتەوە", "ئەم پەیامە سڕاوەتەوە",
    "تۆ ئەم نامەیەت سڕییەوە", "تۆ ئەم پەیامەت سڕییەوە",
    "ev peyam hat jêbirin", "ev peyam hate jêbirin", "te ev peyam jê bir",
    "se eliminó este mensaje", "eliminaste este mensaje", "questo messaggio è stato eliminato",
    "это сообщение удалено", "вы удалили данное сообщение", "dit bericht is verwijderd",
))  # fmt: skip
_DELETED_BY = re.compile(r"this message was deleted by admin|حذف المشرف|von admin|par l.admin", re.IGNORECASE)
# Only to tell a line of the program from words of a person where both have a name in front.
_PROGRAM = re.compile(
    r"end-to-end|encrypt|مشفر|تشفير|verschlüssel|chiffr|şifrele|رمزنگاری|رمزگذاری|security code|كود الأمان|رمز الأمان"
    r"|sicherheitsnummer|code de sécurité|güvenlik kodu|disappearing|الرسائل المؤقتة|ذاتية الاختفاء|selbstlöschend"
    r"|created (this )?group|created this community|\badded\b|\bremoved\b|\bjoined\b|\bleft\b(?=\W*$)"
    r"|changed (the|this|their)|now an admin|no longer|phone number|group's (icon|description|settings)"
    r"|pinned a message|is a contact|business account"
    r"|أنشأ|أضاف|أزال|غادر|انضم|غيّر|تم تغيير|تغيير|مشرف|رقم الهاتف"
    r"|erstellt|hinzugefügt|entfernt|verlassen|beigetreten|geändert"
    r"|a créé|a ajouté|a retiré|est parti|a quitté|a rejoint|a changé"
    r"|oluşturdu|ekledi|çıkardı|ayrıldı|katıldı|değiştirdi"
    r"|ایجاد کرد|اضافه کرد|حذف کرد|ترک کرد|پیوست|تغییر داد|دروست ?کرد|زیاد ?کرد|دەرچوو|گۆڕی",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"^(missed |silenced )?(voice|video|group) call|^(location|live location|poll|contact card)\b"
    r"|^(الموقع|موقع|استطلاع|مكالمة)|^(Standort|Umfrage|Sondage|Konum|Anket|Position|Localisation)\b|https?://",
    re.IGNORECASE,
)
_NAME = r"[^\n<>:/\\|?*\"]{1,200}\.[A-Za-z0-9]{1,5}"
_ANDROID_FILE = re.compile(rf"([{MARKS}]?)({_NAME}) \(([^()\n]{{3,40}})\)\Z")
_USUAL_FILE = re.compile(r"[A-Z]{3}-\d{8}-WA\d{4,}\.\w+\Z")
_IOS_FILE = re.compile(rf"<([^<>:\n]{{2,30}})[ \u00a0]?: ?({_NAME})>\Z")
_ANGLES = re.compile(r"<([^<>\n]{3,60})>\Z")
_POSITION = re.compile(r"[?&]q=(-?\d{1,3}\.\d{1,12}),(-?\d{1,3}\.\d{1,12})")


@dataclass(slots=True)
class Told:
    """What a message says once the words of the export are taken out of it."""

    text: str
    file: str = ""
    omitted: bool = False
    deleted: bool = False
    edited: bool = False
    position: tuple[float, float] | None = None


def bare(text: str) -> str:
    """A name without signs of direction, each space an ordinary one."""
    if not text.isascii():
        text = text.translate(_STRIP).translate(_SPACES)
    return " ".join(text.split())


def half_of_day(word: str) -> bool | None:
    """Whether a word says before noon (False) or after noon (True); None if it says neither."""
    plain = word.translate(_STRIP).translate(_SPACES).casefold()
    for one in " .\u200c\u06d4":
        plain = plain.replace(one, "")
    plain = plain.translate({0x64B: None, 0x6C1: 0x647, 0x64A: 0x6CC})
    return True if plain in _AFTER else False if plain in _BEFORE else None


def _halves(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.translate({0x6C1: 0x647, 0x64A: 0x6CC}) for word in words)


_AFTER, _BEFORE = _halves(AFTER_NOON), _halves(BEFORE_NOON)


def told(text: str) -> Told:
    """What a message says. Pure; most messages hold neither brackets nor signs of direction and are left at once."""
    found = Told(text)
    if text.endswith(">"):
        _edited(found)
        _ios_file(found)
    if "(" in text:
        _android_file(found)
    if found.file or "\n" in found.text:
        pass
    elif found.text.endswith(">") and (angles := _ANGLES.fullmatch(found.text.strip("\u200e\u200f"))):
        found.omitted = _OMITTED.search(angles[1]) is not None or " " in angles[1]
    elif found.text[:1] in ("\u200e", "\u200f"):
        found.omitted = is_omitted(found.text)
    if len(found.text) < 120 and not found.omitted and not found.file:
        found.deleted = _is_deleted(found.text)
    if "q=" in text and (place := _POSITION.search(text)):
        latitude, longitude = float(place[1]), float(place[2])
        found.position = (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
    if found.text[:1] in ("\u200e", "\u200f"):
        found.text = found.text.lstrip("\u200e\u200f")
    return found


def is_omitted(text: str) -> bool:
    """Whether a line of an iPhone stands for a picture or a sound that was left out."""
    words = bare(text)
    return len(words) <= 60 and len(words.split()) <= 5 and _OMITTED.search(words) is not None


def by_program(text: str) -> bool:
    """Whether a line with a name in front reads like one that the program wrote."""
    return _PROGRAM.search(text[:300]) is not None


def sent_by_hand(text: str) -> bool:
    """Whether a line that starts with a sign of direction is what a person sent: a place, a poll, a call."""
    return _SENT.search(bare(text[:200])) is not None


def certainly_from_export(text: str) -> bool:
    """Whether a text as a whole is the export's own, so that what stands before it is a whole name."""
    seen = told(text)
    return (seen.omitted or seen.deleted or bool(seen.file)) and (text[:1] in "\u200e\u200f<" or seen.deleted)


def _edited(found: Told) -> None:
    start = found.text.rfind("<")
    inside = found.text[start + 1 : -1]
    if start < 0 or len(inside) > 60 or ":" in inside or not _EDITED.search(inside):
        return
    found.edited = True
    found.text = found.text[:start].rstrip("\u200e\u200f \n")


def _ios_file(found: Told) -> None:
    start = found.text.rfind("<")
    if start >= 0 and (file := _IOS_FILE.match(found.text, start)):
        found.file = bare(file[2])
        found.text = found.text[:start].strip("\u200e\u200f \n") or found.text


def _android_file(found: Told) -> None:
    first, _, caption = found.text.partition("\n")
    if len(first) > 260 or not (file := _ANDROID_FILE.match(first.rstrip())):
        return
    if file[1] or _USUAL_FILE.match(file[2]) or _ATTACHED.search(file[3]):
        found.file = bare(file[2])
        found.text = caption or found.text


def _is_deleted(text: str) -> bool:
    plain = bare(text).rstrip(".").casefold()
    return plain in _DELETED or _DELETED_BY.match(plain) is not None
