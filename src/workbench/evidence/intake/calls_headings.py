"""The headings over the columns of call records, in the words of operators; a new word is added to its role."""

import re
import unicodedata

from workbench.i18n import latin

# What a column can be. ``number`` is the other party where only one number stands in a row.
ROLES = (
    "when", "date", "time", "a", "b", "number", "type", "direction", "seconds", "minutes", "imei", "imsi", "cell",
    "cell_name", "lac", "lat", "lon", "seq", "end",
)  # fmt: skip
_WORDS: dict[str, str] = {
    "when": """date time|datetime|timestamp|date and time|call date time|start date time|event time stamp
        |call start|start timestamp|call datetime|التاريخ والوقت|تاريخ ووقت المكالمة|تاريخ ووقت الاتصال
        |وقت وتاريخ المكالمة|بەروار و کات|ڕێکەوت و کات""",
    "date": """date|call date|start date|event date|day|التاريخ|تاريخ المكالمة|تاريخ الاتصال|تاريخ الحدث|اليوم
        |بەروار|ڕێکەوت|ڕۆژ|بەرواری پەیوەندی""",
    "time": """time|call time|start time|event time|الوقت|وقت المكالمة|وقت الاتصال|وقت البدء|بداية المكالمة
        |الساعة|کات|کاتی پەیوەندی|کاتژمێر|کاژێر|سەعات""",
    "end": "end time|end date|stop time|وقت الانتهاء|وقت النهاية|کاتی کۆتایی",
    "a": """msisdn a|a msisdn|a number|number a|a party|party a|a party number|a no|calling number
        |calling party|calling|calling party number|calling msisdn|caller|caller number|caller id|from
        |from number|source|source number|originating number|originating party|orig number|target
        |target number|target msisdn|msisdn|subscriber|subscriber number|served msisdn|رقم المشترك
        |المشترك|الرقم المتصل|المتصل|رقم المتصل|الرقم الطالب|رقم الطالب|الطرف الاول|الرقم الطرف الاول
        |رقم الطرف الاول|رقم الهدف|الرقم المستهدف|الهدف|المرسل|رقم المرسل|الرقم أ|رقم صاحب الخط
        |الرقم الأصلي|من الرقم|ژمارەی پەیوەندیکەر|پەیوەندیکەر|ژمارەی بەشداربوو|بەشداربوو|لایەنی یەکەم
        |ژمارەی لایەنی یەکەم|ژمارەی ئامانج|نێرەر|ژمارەی داواکراو|لە ژمارەی""",
    "b": """msisdn b|b msisdn|b number|number b|b party|party b|b party number|b no|called number
        |called party|called|called party number|called msisdn|callee|dialled number|dialed number
        |dialled digits|destination|destination number|to|to number|other party|other party number
        |other number|counterpart|recipient|terminating number|receiver|الطرف الثاني|الرقم الطرف الثاني
        |رقم الطرف الثاني|الطرف الآخر|رقم الطرف الآخر|الرقم الآخر|الرقم المتصل به|المتصل به
        |رقم المتصل به|الرقم المقابل|المستلم|المستقبل|رقم المستلم|الرقم ب|إلى الرقم|الرقم المستقبل
        |ژمارەی پەیوەندی پێکراو|پەیوەندی پێکراو|لایەنی دووەم|ژمارەی لایەنی دووەم|لایەنی بەرامبەر
        |ژمارەی بەرامبەر|وەرگر|بۆ ژمارەی""",
    # Of the one whose records were asked for, or of the one who was called: what stands beside decides.
    "asked": "الرقم المطلوب|رقم المطلوب|المطلوب|الرقم المطلوب عنه|requested number",
    "number": """phone number|phone|number|mobile|contact number|telephone|رقم الهاتف|الهاتف|الرقم|ژمارەی تەلەفۆن
        |تەلەفۆن|مۆبایل""",
    "type": """call type|type|event type|service|service type|record type|usage type|usage|call event|cdr type
        |transaction type|نوع الخدمة|نوع المكالمة|نوع الاتصال|النوع|نوع الحركة|نوع السجل|الخدمة
        |جۆری پەیوەندی|جۆر|جۆری خزمەتگوزاری|خزمەتگوزاری""",
    "direction": """direction|call direction|in out|io|الاتجاه|اتجاه المكالمة|اتجاه|صادر وارد|ئاراستە|ئاڕاستە
        |چوو هاتوو""",
    "seconds": """duration|duration sec|duration secs|duration s|duration seconds|duration in seconds
        |call duration|call duration sec|call duration seconds|talk time|seconds|billed duration
        |conversation duration|المدة|المدة ثانية|المدة ثا|المدة بالثواني|المدة الزمنية|مدة المكالمة
        |مدة المكالمة ثانية|مدة المكالمة بالثواني|مدة الاتصال|الثواني|ماوە|ماوە چرکە|ماوەی پەیوەندی
        |ماوەی پەیوەندی چرکە|ماوە بە چرکە|چرکە""",
    "minutes": """duration min|duration mins|duration minutes|duration in minutes|المدة دقيقة|المدة بالدقائق
        |الدقائق|ماوە خولەک|ماوە بە خولەک""",
    "imei": """imei|imei number|imei a|a imei|device id|handset|رقم الجهاز|الجهاز|رقم الجهاز imei|ئایمی
        |ژمارەی ئامێر""",
    "imsi": """imsi|imsi number|imsi a|a imsi|sim|رقم الشريحة|الشريحة|رقم الشريحة imsi|ژمارەی سیم|سیمکارت""",
    "cell": """cell id|cell|ci|cgi|ecgi|cell code|first cell id|first cell|start cell|start cell id|a cell id
        |site id|site|tower|tower id|رمز الخلية|رقم الخلية|معرف الخلية|الخلية|البرج|رمز البرج|رقم البرج
        |معرف البرج|کۆدی تاوەر|تاوەر|ژمارەی تاوەر|خانە|کۆدی خانە|ناسنامەی خانە""",
    "cell_name": """cell name|site name|tower name|location|address|cell address|site address|cell location
        |first cell location|place|اسم الموقع|الموقع|موقع البرج|عنوان البرج|اسم البرج|اسم الخلية|العنوان
        |المكان|ناوی شوێن|شوێن|ناونیشان|ناوی تاوەر|ناوی خانە""",
    "lac": "lac|tac|lac id|location area|رمز المنطقة",
    "lat": "lat|latitude|y|خط العرض|دائرة العرض|هێڵی پانی|پانی",
    "lon": "lon|long|lng|longitude|x|خط الطول|هێڵی درێژی|درێژی",
    "seq": """seq|no|sn|s n|sl|sl no|serial|serial no|id|row|record no|index|ت|م|رقم التسلسل|التسلسل|تسلسل|ز|ژ
        |زنجیرە""",
}
_LETTERS = str.maketrans("أإآٱىئیيکكةەھڕڵۆێ", "اااايييي" + "ككهههرلوي")


def folded(heading: str) -> str:
    """A heading without what differs from one operator to the next: capitals, signs, articles, ways of writing."""
    text = latin(unicodedata.normalize("NFKC", heading[:120])).casefold().translate(_LETTERS)
    kept = "".join(one if one.isalnum() else " " for one in text if not unicodedata.combining(one) and one != "ـ")
    return "".join(word.removeprefix("ال") or word for word in kept.split())


_ROLE_OF = {
    folded(word): role for role, words in _WORDS.items() for word in words.replace("\n", " ").split("|") if word.strip()
}
# Where no whole heading is known: a piece of it that can mean one thing only.
_PIECES = tuple(
    (folded(piece), role)
    for piece, role in (
        ("imei", "imei"), ("imsi", "imsi"), ("latitude", "lat"), ("longitude", "lon"), ("datetime", "when"),
        ("timestamp", "when"), ("end", "end"), ("calling", "a"), ("called", "b"), ("dialled", "b"), ("dialed", "b"),
        ("a party", "a"), ("b party", "b"), ("الطرف الثاني", "b"), ("الطرف الأول", "a"), ("duration", "seconds"),
        ("مدة", "seconds"), ("ماوە", "seconds"), ("cell name", "cell_name"), ("site name", "cell_name"),
        ("cell id", "cell"), ("الخلية", "cell"), ("خط العرض", "lat"), ("خط الطول", "lon"), ("تاريخ", "date"),
        ("بەروار", "date"), ("call type", "type"),
    )
)  # fmt: skip


def role(heading: str) -> str:
    """The role that a heading names, or an empty text; ``asked`` where the columns beside must decide."""
    plain = folded(heading)
    if not plain:
        return ""
    if plain in _ROLE_OF:
        return _ROLE_OF[plain]
    return next((role for piece, role in _PIECES if piece in plain), "")


# Of the headings of ``a``, those that name the caller and not only the one whose records these are.
_CALLER = tuple(map(folded, (
    "calling", "caller", "from", "source", "orig", "a number", "number a", "a party", "party a", "a no", "msisdn a",
    "a msisdn", "متصل", "طالب", "مرسل", "الطرف الأول", "من الرقم", "الرقم أ", "پەیوەندیکەر", "نێرەر", "لایەنی یەکەم",
)))  # fmt: skip


def names_caller(heading: str) -> bool:
    """Whether a heading says that its number is the one who called."""
    plain = folded(heading)
    return any(word in plain for word in _CALLER)


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


_SERVICES = (
    ("data", _any("data", "gprs", "internet", "pdp", "بيانات", "انترنت", "إنترنت", "داتا", "ئینتەرنێت")),
    ("sms", _any("sms", "mms", "message", "text", "رسال", "رسائل", "مسج", "نامە", "پەیام", "کورتەنامە", "smo", "smt")),
    ("voice", _any("voice", "call", "moc", "mtc", "missed", "مكالم", "اتصال", "صوت", "فائت", "پەیوەندی", "دەنگ")),
)  # fmt: skip
_IN = _any(
    "incoming", "received", "terminat", "وارد", "مستلم", "مستقبل", "فائت", "missed", "هاتوو", "وەرگیراو", "لم يرد",
)  # fmt: skip
_OUT = _any(
    "outgoing", "dialed", "dialled", "originat", "sent", "صادر", "مرسل", "چوو", "نێردراو", "ڕۆشتوو", "دەرچوو",
)  # fmt: skip
_IN_WORDS = frozenset(("in", "mt", "mtc", "smt", "mtsms", "smsmt", "i", "rx", "2"))
_OUT_WORDS = frozenset(("out", "mo", "moc", "smo", "mosms", "smsmo", "o", "tx", "1"))


def service(word: str) -> str:
    """``voice``, ``sms`` or ``data`` by how a record names it, or an empty text."""
    plain = word.casefold()
    return next((name for name, pieces in _SERVICES if pieces.search(plain)), "")


def direction(word: str) -> str:
    """``in`` or ``out`` by how a record names it, or an empty text."""
    plain = word.casefold()
    words = set(re.split(r"[\W_]+", plain))
    if _IN.search(plain) or words & _IN_WORDS:
        return "in"
    return "out" if _OUT.search(plain) or words & _OUT_WORDS else ""
