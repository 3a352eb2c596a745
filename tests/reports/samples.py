"""A synthetic dossier in three languages: every person, number and place in it is made up."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from workbench.reports.dossier import (
    Answer,
    Case,
    Claim,
    Custody,
    Deadline,
    Deviation,
    Dossier,
    Edition,
    Exhibit,
    File,
    Kept,
    Matter,
    Missing,
    Order,
    OrderEntry,
    Paper,
    Person,
    Present,
    Seizure,
    Source,
    Step,
    Uncertain,
)  # fmt: skip
from workbench.reports.proving import (
    Charge,
    Comparison,
    Finding,
    Group,
    Owed,
    Penalty,
    Proof,
    Proving,
    Recorded,
    Sought,
    Weighed,
)

OPENED = datetime(2026, 11, 21, 5, 40, tzinfo=UTC)
MADE = datetime(2026, 11, 23, 17, 58, tzinfo=UTC)
CASE = "TIP-2026/0147"

WORDS = {
    "ar_IQ": {
        "title": "عمالة قسرية في معمل طابوق (قضية مصطنعة)",
        "authority": ("جهة مصطنعة للتدريب", "قسم مكافحة الاتجار بالبشر"),
        "station": "محطة الوادي التدريبية",
        "lead": "سرمد حسن جبار",
        "other": "هناء عبد الله الأعرجي",
        "victim": "لؤي ابن الضحية المصطنعة",
        "suspect": "كاظم الأمين اللامي",
        "basis": "أقواله الأولى، ولا يحمل وثيقة سفر؛ الجواز لدى صاحب العمل (وجد في المبرز E-003).",
        "decision": "قرار ضابط القضية بعد الفرز",
        "phase1": "التلقي والإخبار الأول",
        "phase2": "السلامة والاتصال الأول",
        "s1": "تسجيل الإخبار كما ورد", "s2": "تقدير الخطر الوشيك",
        "s3": "تأمين مترجم مستقل", "s4": "إشعار قاضي التحقيق",
        "q1": "كيف ورد الإخبار؟", "a1": "بالهاتف، الساعة ٠٨:٤٠",
        "q2": "ما قيل حرفياً؟",
        "a2": "«هناك رجال يعملون ليلاً ونهاراً في المعمل، ولا أحد منهم يملك جوازه». قال المتصل إن عددهم ١٢ أو ١٣ شخصاً، "
              "وإن أحدهم يُدعى Rafiq ورقم هاتفه \u2066+964 750 000 0147\u2069. لا إكراه ظاهراً أثناء الاتصال.",
        "q3": "هل هناك خطر وشيك؟", "a3": "نعم",
        "q4": "لغات الأشخاص", "a4": "البنغالية، الإنجليزية",
        "because": "لأن ضحية مفترضة لا تتكلم العربية",
        "ex1": "هاتف نقال أسود، نوع Samsung Galaxy A14، الرقم التسلسلي R58-000-147، شاشة مكسورة",
        "ex2": "دفتر ديون بغلاف أزرق، ٤٨ صفحة، كتابة يدوية بالعربية والبنغالية",
        "ex3": "جواز سفر بنغلاديشي رقم ZZ0000417",
        "place": "غرفة الإدارة، الدرج الثاني من المكتب", "cond": "سليم",
        "reason": "لم يكن هناك مترجم مستقل في تلك الليلة؛ استعين بمترجم هاتفي.",
        "law1": "قانون مكافحة الاتجار بالبشر رقم ٢٨ لسنة ٢٠١٢",
        "law2": "قانون أصول المحاكمات الجزائية رقم ٢٣ لسنة ١٩٧١",
        "entry": "طُرق الباب وفُتح طوعاً بعد إبراز الأمر؛ لم تُستعمل القوة.",
        "remarks": "قال شاغل المحل إن دفتر الديون لا يعود إليه.",
        "witness": "شاهد مصطنع أول", "order": "أمر رقم 512 في 21/11/2026، محكمة التحقيق",
        "search": "أمر التفتيش", "arrest": "أمر القبض", "court": "محكمة التحقيق المصطنعة",
        "exception": "الحالة التي يجيز فيها القانون الدخول بلا أمر",
        "wants": "دخول المعمل ومبيت العمال وضبط الجوازات ودفاتر الديون والهواتف.",
        "grounds": "أفاد المخبر أن ١٢ شخصاً محتجزون ليلاً وأن جوازاتهم لدى صاحب العمل. "
                   "يخشى إتلاف الدفاتر إذا علم بالتحقيق.",
        "allows": "تفتيش المعمل والمبيت مرة واحدة نهاراً بحضور المختار وشاهدين.",
        "refused": "لم يُبيَّن ما يكفي من الأدلة ضد هذا الشخص.",
        "rule": "خلال ٢٤ ساعة من القبض", "clock": "٢٤ ساعة، محسوبة من: القبض على شخص",
        "late": "تعطلت المركبة في الطريق إلى المحكمة.", "longer": "وافق قاضي التحقيق على التمديد.",
        "override": "كان الطفل ينزف ولم يكن ممكناً انتظار إكمال التقييم.", "agreed": "كان القرار صحيحاً.",
        "aside": "لا حسابات مصرفية للمشتبه به.", "m1": "قرار بشأن صفة كل ضحية مفترضة", "m2": "وسائل التواصل والإعلانات",
        "m3": "المال والتحويلات", "track": "ظهرت مؤشرات الاتجار عند الفرز.",
    },
    "ckb": {
        "title": "کاری زۆرەملێ لە کارگەی خشت (دۆسیەی دەستکرد)",
        "authority": ("لایەنی دەستکرد بۆ ڕاهێنان", "بەشی بەرەنگاربوونەوەی بازرگانیکردن بە مرۆڤ"),
        "station": "بنکەی ڕاهێنانی دۆڵ",
        "lead": "سەرمەد حەسەن",
        "other": "هەنا عەبدوڵڵا",
        "victim": "قوربانیی دەستکرد",
        "suspect": "کازم ئەمین",
        "basis": "یەکەم گوتەی خۆی، پاسپۆرتەکەی لای خاوەنکارە (لە بەڵگەی E-003 دۆزرایەوە).",
        "decision": "بڕیاری ئەفسەری دۆسیە دوای هەڵسەنگاندنی سەرەتایی",
        "phase1": "وەرگرتن و یەکەم هەواڵدان",
        "phase2": "سەلامەتی و یەکەم پەیوەندی",
        "s1": "تۆمارکردنی هەواڵدان وەک خۆی", "s2": "هەڵسەنگاندنی مەترسیی نزیک", "s3": "دابینکردنی وەرگێڕی سەربەخۆ",
        "s4": "ئاگادارکردنەوەی دادوەری لێکۆڵینەوە",
        "q1": "هەواڵدان چۆن هات؟", "a1": "بە تەلەفۆن، کاتژمێر ٠٨:٤٠",
        "q2": "چی گوترا؟",
        "a2": "«چەند پیاوێک شەو و ڕۆژ لە کارگەکە کار دەکەن و هیچیان پاسپۆرتی خۆیان لا نییە.» پەیوەندیکەر گوتی "
              "ژمارەیان ١٢ یان ١٣ کەسە، یەکێکیان ناوی Rafiq ە و ژمارەی \u2066+964 750 000 0147\u2069. "
              "سڵاوی کرد و تەلەفۆنەکە پچڕا.",
        "q3": "مەترسیی نزیک هەیە؟", "a3": "بەڵێ",
        "q4": "زمانی کەسەکان", "a4": "بەنگالی، ئینگلیزی",
        "because": "چونکە قوربانیی گریمانەکراو بە کوردی ناپەیڤێت",
        "ex1": "مۆبایلی ڕەش، جۆری Samsung Galaxy A14، ژمارەی زنجیرەیی R58-000-147، شاشەی شکاو",
        "ex2": "دەفتەری قەرز بە بەرگی شین، ٤٨ لاپەڕە، بە دەست نووسراوە",
        "ex3": "پاسپۆرتی بەنگلادیشی ژمارە ZZ0000417",
        "place": "ژووری بەڕێوەبەرایەتی، چەکمەجەی دووەمی مێزەکە", "cond": "ساغ",
        "reason": "ئەو شەوە وەرگێڕی سەربەخۆ نەبوو؛ وەرگێڕی تەلەفۆنی بەکارهات.",
        "law1": "یاسای بەرەنگاربوونەوەی بازرگانیکردن بە مرۆڤ ژمارە (28)ی ساڵی 2012",
        "law2": "یاسای بنەماکانی دادگاییە سزاییەکان ژمارە (23)ی ساڵی 1971",
        "entry": "لە دەرگا درا و دوای پیشاندانی فەرمان بە ویستی خۆیان کرایەوە؛ هێز بەکارنەهات.",
        "remarks": "دانیشتووی شوێنەکە گوتی دەفتەری قەرزەکە هی ئەو نییە.",
        "witness": "شایەتی دەستکردی یەکەم", "order": "فەرمانی ژمارە 512، 21/11/2026، دادگای لێکۆڵینەوە",
        "search": "فەرمانی پشکنین", "arrest": "فەرمانی دەستگیرکردن", "court": "دادگای لێکۆڵینەوەی دەستکرد",
        "exception": "ئەو حاڵەتەی یاسا ڕێگە دەدات بەبێ فەرمان بچنە ژوورەوە",
        "wants": "چوونە ناو کارگە و شوێنی خەوتنی کرێکاران و دەستبەسەرداگرتنی پاسپۆرت و دەفتەری قەرز و مۆبایلەکان.",
        "grounds": "هەواڵدەر گوتی ١٢ کەس شەوان دەستبەسەرن و پاسپۆرتەکانیان لای خاوەنکارە. "
                   "مەترسیی لەناوبردنی دەفتەرەکان هەیە.",
        "allows": "پشکنینی کارگە و شوێنی خەوتن یەک جار بە ڕۆژ، بە ئامادەبوونی موختار و دوو شایەت.",
        "refused": "بەڵگەی پێویست دژی ئەم کەسە نەخراوەتە ڕوو.",
        "rule": "لە ماوەی ٢٤ کاتژمێر لە دەستگیرکردنەوە", "clock": "٢٤ کاتژمێر، لە دەستگیرکردنی کەسێکەوە دەژمێردرێت",
        "late": "ئۆتۆمبێلەکە لە ڕێگەی دادگا تێکچوو.", "longer": "دادوەری لێکۆڵینەوە ڕازی بوو بە درێژکردنەوە.",
        "override": "منداڵەکە خوێنی لێ دەڕۆیشت و چاوەڕوانی نەدەکرا.", "agreed": "بڕیارەکە دروست بوو.",
        "aside": "گومانلێکراو هیچ هەژمارێکی بانکی نییە.", "m1": "بڕیار دەربارەی هەر قوربانییەکی گریمانەکراو",
        "m2": "تۆڕە کۆمەڵایەتییەکان و ڕیکلام", "m3": "پارە و حەواڵە",
        "track": "لە هەڵسەنگاندندا نیشانەکانی بازرگانی دەرکەوتن.",
    },
    "en": {
        "title": "Forced labour in a brick kiln (synthetic case)",
        "authority": ("Synthetic authority for training", "Anti-trafficking section"),
        "station": "Valley training station",
        "lead": "Sarmad Hassan Jabbar",
        "other": "Hanaa Abdullah",
        "victim": "Synthetic Victim One",
        "suspect": "Synthetic Suspect One",
        "basis": "First account; no travel document on the person, the passport was with the employer (exhibit E-003).",
        "decision": "case lead, after screening",
        "phase1": "Intake and first report",
        "phase2": "Safety and first contact",
        "s1": "Record the report as it came", "s2": "Judge imminent danger", "s3": "Find an independent interpreter",
        "s4": "Notify the investigating judge",
        "q1": "How did the report come?", "a1": "By telephone, 08:40",
        "q2": "What was said, word for word?",
        "a2": "“There are men who work day and night in the kiln, and none of them holds his own passport.” The caller "
              "spoke of 12 or 13 people, one of them called رفيق, telephone +964 750 000 0147. No duress was audible.",
        "q3": "Is someone in immediate danger?", "a3": "Yes",
        "q4": "Languages of the people", "a4": "Bengali, English",
        "because": "because a possible victim does not speak Arabic",
        "ex1": "Black mobile phone, Samsung Galaxy A14, serial R58-000-147, screen broken",
        "ex2": "Debt ledger with blue cover, 48 pages, handwritten in Arabic and Bengali",
        "ex3": "Bangladeshi passport no. ZZ0000417",
        "place": "Office, second drawer of the desk", "cond": "intact",
        "reason": "No independent interpreter was available that night; a telephone interpreter helped.",
        "law1": "Law No. 28 of 2012 to Combat Trafficking in Persons", "law2": "Criminal Procedure Code No. 23 of 1971",
        "entry": "Knocked; the door was opened voluntarily after the order was shown. No force was used.",
        "remarks": "The occupier says that the ledger is not his.",
        "witness": "Synthetic Witness One", "order": "Order no. 512 of 21/11/2026, investigating court",
        "search": "Search order", "arrest": "Arrest order", "court": "Synthetic investigating court",
        "exception": "Case in which the law allows entry without an order",
        "wants": "Enter the kiln and the sleeping quarters; seize passports, debt ledgers and telephones.",
        "grounds": "The caller says that 12 people are locked in at night and that the employer holds their passports. "
                   "The ledgers may be destroyed once the inquiry is known.",
        "allows": "Search of the kiln and the quarters, once, by day, before the mukhtar and two witnesses.",
        "refused": "Not enough is shown against this person.",
        "rule": "Within 24 hours of arrest", "clock": "24 hours, counted from: the arrest of a person",
        "late": "The car broke down on the way to the court.",
        "longer": "The investigating judge agreed to the extension.",
        "override": "The child was bleeding; the assessment could not be waited for.", "agreed": "It was right.",
        "aside": "The suspect has no bank account.", "m1": "A status decision for each presumed victim",
        "m2": "Social media and adverts", "m3": "Money and transfers",
        "track": "Screening showed signs of trafficking.",
    },
}  # fmt: skip


def sha(text: str) -> str:
    """A hash that looks like one of a file."""
    return hashlib.sha256(text.encode()).hexdigest()


def dossier(tag: str, kind: str = "case_report", *, repeat: int = 1, training: bool = True) -> Dossier:
    """The dossier in a language; ``repeat`` multiplies its steps and exhibits."""
    w = WORDS[tag]
    return Dossier(
        kind=kind, document_id=f"{CASE}-R-001", language=tag, made_at=MADE, zone="Asia/Baghdad", made_by=w["lead"],
        made_by_role="investigator", station=w["station"], jurisdiction="kurdistan" if tag == "ckb" else "federal",
        letterhead=w["authority"], training=training,
        case=Case(
            CASE, w["title"], "tip", OPENED, w["lead"], "iq-tip", "0.1", "open", "2026-11-21", editions(tag)
        ),
        people=people(tag), exhibits=tuple(e for n in range(repeat) for e in exhibits(tag, n)),
        steps=tuple(s for n in range(repeat) for s in steps(tag, n)),
        deviations=deviations(tag),
        sources=(
            Source(w["law1"], "arts 1, 5-7", "S"), Source(w["law2"], "arts 39-43, 58-65", "S"),
            Source(w["law2"], "arts 82-84", "GK"),
        ),
        log_size=412, log_head=sha("synthetic log"), seizure=seizure(tag), orders=orders(tag),
        deadlines=deadlines(tag), matters=matters(tag), missing=missing(tag),
        subject="O-03" if kind == "order_request" else "", proving=proving(tag),
    )  # fmt: skip


def proving(tag: str) -> Proving:
    """A pair with a child, a pair about a journey, charges and points of the compliance sheet."""
    w = WORDS[tag]
    law = Source(w["law1"], "1", "GK")
    strong = Finding(w["m2"], "for", "strong", "exhibit", f"{CASE}-B-002", w["place"], w["basis"], False)
    against = Finding(w["m2"], "against", "fair", "record", w["witness"], "", w["remarks"], True)
    shown = Weighed(w["m2"], "single_source", "", (strong, against))
    groups = (
        Group(w["phase1"], "any_of", True, "single_source", (shown, Weighed(w["m3"], "gap", "", ()))),
        Group(w["phase2"], "any_of", False, "gap", (Weighed(w["m1"], "gap", "", ()),)),
        Group(w["s1"], "all_of", True, "contradicted", (Weighed(w["s2"], "contradicted", "", (strong, against)),)),
    )
    more = (Weighed(w["s3"], "", "GK", (strong,)),)
    proof = Proof(
        "P-03", "P-01", w["search"], law, False, groups, more, more, more, (against,),
        (Sought(w["phase1"], (w["m2"], w["m3"]), "single_source", (w["ex1"], w["ex2"])),), (w["aside"],), w["allows"],
    )  # fmt: skip
    penalties = (Penalty(w["refused"], "5", "GK"), Penalty(w["exception"], "6", "S"))
    charges = (
        Charge(w["search"], law, True, "yes", False, groups, (w["s1"],), (w["s3"],), penalties, (w["aside"],)),
        Charge(w["arrest"], law, False, "unknown", True, (), (), (), (), (w["rule"],)),
    )
    owed = tuple(
        Owed(w["s3"], w["override"], kept, (law,), (Source(w["law2"], "2", "S"),), (Recorded("T05.1", w["s4"], kept),))
        for kept in ("kept", "not_kept", "not_recorded", "not_called_for")
    )
    comparison = Comparison("P-03", "P-01", "2025-03-18", "iq", charges)
    return Proving((proof, replace(proof, about="N-01", groups=groups[2:])), (comparison,), owed)


def editions(tag: str) -> tuple[Edition, ...]:
    w = WORDS[tag]
    return (
        Edition("opened", "som", OPENED, ("iq-som 0.1",), w["lead"]),
        Edition(
            "track", "tip", OPENED + timedelta(hours=4), ("iq-tip 0.1",), w["lead"], w["track"], "trusted", w["other"]
        ),
    )  # fmt: skip


def deviations(tag: str) -> tuple[Deviation, ...]:
    w = WORDS[tag]
    at, second = OPENED + timedelta(hours=3), OPENED + timedelta(hours=9)
    return (
        Deviation(
            "T02.3", w["s3"], "waived", at, w["other"], w["reason"], "", True, True, "approved", w["lead"], second,
            w["agreed"],
        ),
        Deviation("T02.1", w["s3"], "override", at + timedelta(hours=1), w["lead"], w["override"], "", True, True),
        Deviation("T02.4", w["s4"], "early", at + timedelta(hours=2), w["lead"], w["reason"], "", False, True),
        Deviation("T10.3", w["s4"], "late", at + timedelta(hours=30), w["lead"], w["late"], "P-03"),
        Deviation("T10.4", w["s4"], "late", at + timedelta(hours=31), w["lead"], "", "P-01"),
    )  # fmt: skip


def orders(tag: str) -> tuple[Order, ...]:
    w = WORDS[tag]
    at, day = OPENED + timedelta(hours=10), timedelta(days=1)
    law = Source(w["law2"], "arts 72-86", "GK")
    asked = OrderEntry("asked", at, w["lead"], w["grounds"], w["court"], w["wants"])
    granted = OrderEntry(
        "granted", at + timedelta(hours=2), w["lead"], w["allows"], w["court"], w["wants"], "512/2026",
        at + day, f"{CASE}-B-002",
    )  # fmt: skip
    refused = OrderEntry("refused", at + timedelta(hours=3), w["lead"], w["refused"], w["court"])
    return (
        Order("O-01", w["search"], "T07.2", w["s2"], False, (asked, granted), "", w["place"], w["exception"], law),
        Order("O-02", w["arrest"], "T10.1", w["s4"], False, (asked, refused), "P-04", basis=law),
        Order(
            "O-03", w["arrest"], "T10.1", w["s4"], False, (asked,), "P-03", w["place"], "",
            Source(w["law2"], "arts 92-93", "S"), 15,
        ),
        Order(
            "O-04", w["search"], "T07.2", w["s2"], True, (OrderEntry("exception", at + day, w["lead"], w["override"]),),
            exception=w["exception"], basis=law,
        ),
    )  # fmt: skip


def deadlines(tag: str) -> tuple[Deadline, ...]:
    w = WORDS[tag]
    at, hour = OPENED + timedelta(hours=6), timedelta(hours=1)
    law = Source(w["law2"], "art 123", "S")
    longer = Kept("extended", at + 20 * hour, w["other"], w["longer"], "77/2026", 24 * 60)
    met = Kept("met", at + 3 * hour, w["lead"], w["agreed"])
    return (
        Deadline(
            "T10.3", w["s4"], w["rule"], w["clock"], at, at + 24 * hour, "late", "law", law, "P-03", at + 27 * hour,
            w["late"],
        ),
        Deadline(
            "T10.3", w["s4"], w["rule"], w["clock"], at, at + 48 * hour, "met", "law", law, "P-01", at + 3 * hour, "",
            (longer, met),
        ),
        Deadline("T02.1", w["s3"], w["rule"], "", at, at + 90 * hour, "ahead", "house"),
        Deadline("T02.4", w["s4"], w["rule"], w["clock"], at, at + 9 * hour, "late", "practice"),
    )  # fmt: skip


def matters(tag: str) -> tuple[Matter, ...]:
    w = WORDS[tag]
    at = OPENED + timedelta(hours=8)
    return (
        Matter("readiness", w["m1"], "open", "T03.4", w["s2"]),
        Matter("coverage", w["m2"], "open", "T07.6", w["s1"]),
        Matter("coverage", w["m3"], "set_aside", "T09.1", w["s2"], w["aside"], w["lead"], at),
        Matter("coverage", w["s3"], "done", "T02.1", w["s3"]),
    )


def missing(tag: str) -> tuple[Missing, ...]:
    w = WORDS[tag]
    at = OPENED + timedelta(hours=15)
    return (
        Missing("matter", w["m1"], "T03.4", w["s2"]),
        Missing("deviation", w["s3"], "T02.1", w["s3"], "", "", at),
        Missing("unexplained", w["s4"], "T10.4", w["s4"], "P-01", "", at),
        Missing("overdue", w["rule"], "T02.4", w["s4"], "", "", at),
        Missing("order", w["arrest"], "T10.1", w["s4"], "P-03", "O-03"),
        Missing("exhibit", f"{CASE}-B-003", ref=f"{CASE}-B-003"),
    )


def people(tag: str) -> tuple[Person, ...]:
    w = WORDS[tag]
    claims = (
        Claim("witness", OPENED, OPENED + timedelta(hours=5), w["lead"], w["a3"], False),
        Claim("possible_victim", OPENED + timedelta(hours=5), None, w["decision"], w["basis"], True),
    )
    held = (Paper("passport", "ZZ0000417", "P-03"),)
    return (
        Person("P-01", w["victim"], "male", Uncertain("about", "2009"), "BGD", ("bn", "en"), claims, True, False, held),
        Person("P-02", "", "female", Uncertain("between", "1998", "2001"), "UGA", ("lg",), claims[1:], False, True),
        Person(
            "P-03", w["suspect"], "male", Uncertain("exact", "1979-03-14"), "IQ", ("ar", "ckb"),
            (Claim("suspect", OPENED + timedelta(hours=9), None, w["lead"], w["a3"], True),), False, False,
        ),
        Person(
            "P-04", w["other"], "female", Uncertain(), "", (),
            (Claim("reporter", OPENED, None, w["lead"], w["a1"], True),), False, False,
        ),
    )  # fmt: skip


def exhibits(tag: str, round_: int) -> tuple[Exhibit, ...]:
    w = WORDS[tag]
    seized = OPENED + timedelta(hours=6)
    return tuple(
        Exhibit(
            f"{CASE}-B-{round_ * 3 + n:03}", kind, w[key], seized, w["place"], w["lead"], w["other"], w["station"],
            f"M-00{n}47", w["cond"],
            (Custody("seized", seized, w["place"], "", w["lead"], "", "", f"M-00{n}47", w["cond"]),
             Custody("handed_over", seized + timedelta(hours=2), w["station"], w["lead"], w["other"], w["s1"])),
            (File(f"IMG_20261121_0{n}.jpg", 2_345_678 * n, sha(f"{tag}{round_}{n}"), seized + timedelta(hours=1)),),
        )
        for n, (kind, key) in enumerate((("device", "ex1"), ("document", "ex2"), ("document", "ex3")), 1)
    )  # fmt: skip


def steps(tag: str, round_: int) -> tuple[Step, ...]:
    w = WORDS[tag]
    at = OPENED + timedelta(hours=1, days=round_)
    answers = (Answer(w["q1"], w["a1"]), Answer(w["q2"], w["a2"]), Answer(w["q3"], w["a3"]))
    return (
        Step("T01.1", w["s1"], w["phase1"], "done", at, w["lead"], "", answers),
        Step("T01.2", w["s2"], w["phase1"], "done", at, w["lead"], "", answers[2:], (w["because"],)),
        Step(
            "T02.1",
            w["s3"],
            w["phase2"],
            "done",
            at,
            w["other"],
            w["override"],
            (Answer(w["q4"], w["a4"]),),
            (w["because"],),
            "iq-som 0.1",
            "override",
        ),
        Step("T02.3", w["s3"], w["phase2"], "waived", at, w["other"], w["reason"]),
        Step("T02.4", w["s4"], w["phase2"], "open"),
        Step("T03.1", w["s2"], w["phase2"], "waiting"),
    )


def seizure(tag: str) -> Seizure:
    w = WORDS[tag]
    return Seizure(
        order=w["order"], place=w["place"], started_at=OPENED + timedelta(hours=6), ended_at=None,
        team=(Present(w["lead"], "team_leader"), Present(w["other"], "team")),
        present=(Present(w["suspect"], "occupier"), Present(w["witness"], "witness")), entry=w["entry"],
        remarks=w["remarks"],
    )  # fmt: skip


def without_people(full: Dossier) -> Dossier:
    """The dossier of a case in which nothing is known yet."""
    return replace(
        full, people=(), exhibits=(), steps=(), deviations=(), sources=(), seizure=None, letterhead=(), orders=(),
        deadlines=(), matters=(), missing=(), subject="", proving=Proving(), screened=(),
        case=replace(full.case, law_on="", editions=()),
    )  # fmt: skip
