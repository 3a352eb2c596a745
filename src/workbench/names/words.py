"""Words around names: articles, compounds, kunya, «son of», titles. Data, in the cleaned writing of each script."""

import re

ARTICLES = frozenset({"ال", "al", "el", "ul", "il", "ئەل"})
ASSIMILATED = {
    "as": "s", "ash": "s", "ar": "r", "an": "n", "ad": "d", "at": "t", "az": "z", "es": "s", "esh": "s", "er": "r",
    "en": "n", "ed": "d", "et": "t", "ez": "z", "us": "s", "ush": "s", "ur": "r", "un": "n", "ud": "d", "uz": "z",
    "adh": "d", "ath": "t",
}  # fmt: skip
"""Articles that took the sound of the letter after them (as-Samarrai), and that letter."""

ARABIC_ARTICLE = re.compile("^ال(?=..)")

SON_OF = frozenset(
    "بن ابن بنت ابنة ابنه ولد كوري كور كچي كچ كوڕي كرێ كچا كورێ bin ibn ben bint ibin wald weled wuld "
    "kuri kuré kurî kurê kure keça keca kiçî kichi zada".split()
)
TITLES = frozenset(
    "الشيخ شيخ شێخ السيد السيدة السيده سيد سەيد سەيەد الحاج الحاجة الحاجه حاج حاجي حەجي الدكتور دكتور "
    "دكتورة الاستاذ استاذ استاد مامۆستا مام كاك كاكە كاكه خاتوو خاتون المهندس مهندس المحامي العقيد العميد "
    "اللواء المقدم الرائد النقيب الملا ملا مەلا ملة sheikh shaikh shaykh sheik shekh şêx sx sayyid syed "
    "seyid seyyid seyîd haji hajji haj hajj hacî al-haj dr doctor eng prof mr mrs ms miss mam mulla "
    "mullah molla mela mala ustad mamosta kak kaka col gen capt".split()
)
TITLES_BEHIND = frozenset(
    "بك بگ بيك ئاغا اغا افندي خانم beg bek bey agha axa aga effendi khanim xanim".split()
)
SHORTENED = {"md": "muhammad", "mohd": "muhammad", "muhd": "muhammad", "mhd": "muhammad", "moh": "muhammad"}

FATHER_OF = frozenset(
    "ابو ابي ابا ئەبو ئەبوو ابوو ئابو ئهبو ئەبي abu abo abou aboo aboe abi ebu ebû ebo".split()
)
IRREGULAR = {
    "طه": "طاها", "يس": "ياسين", "رحمن": "رحمان", "اسحق": "اسحاق", "هرون": "هارون", "ابرهيم": "ابراهيم",
    "عثمن": "عثمان", "داوود": "داود", "اسمعيل": "اسماعيل", "سليمن": "سليمان", "الاه": "اله",
    "يحيي": "يحيى",
}  # fmt: skip
"""Arabic spellings that leave out a long vowel which every other script writes, or end in two ي for one and an ى."""
MOTHER_OF = frozenset(
    "ام ئوم ئوممي ئومي ئۆم um umm om omm oum ummu umi".split()
)
FATHER_OF_JOINED = re.compile("^(?:ابو|ئەبوو?|[ae]b(?:ou|u|o|û))(.{4,})$|^(?:ابو)(بكر|علي|زيد)$")

SERVANT = re.compile(
    "^(?:عبد|عەبد(?:ول|و|ل)?|ئەبد(?:ول|و|ل)?|عهبد(?:ول|و|ل)?|ئهبد(?:ول|و|ل)?|ئەڤد(?:ل)?"
    "|[ae][bv]d(?:[aeuio]|ou|oo)?(?:l|[rsndtz])?)$"
)
SERVANT_JOINED = re.compile(
    "^(?:عبد(?:ال)?(?P<arabic>.{3,})"
    "|[عئا]?[ەه][بڤ]د(?:[وي]?ل|و|لە)?(?P<kurdish>.{2,})"
    "|[ae][bv]d[aeuio]?(?P<god>l+a+h?)"
    "|[ae][bv]d(?:ou|oo|[aeuio])(?:l|(?=rr|ss|nn|dd|tt|zz))(?P<latin>.{2,})|[ae][bv]d(?P<bare>[shkrjx].{4,}))$"
)
NOT_SERVANTS = frozenset(
    "عبدون عبدان عبدول".split()
)

RELIGION = frozenset(
    "دين الدين ئەددين ئەدين ددين الددين din deen dîn dine uddin eddin aldin addin uldin eldin uddeen "
    "aldeen".split()
)
RELIGION_JOINED = re.compile(
    "^(?:(?P<arabic>.{2,}?)ا(?:ل|د)د?ين"
    "|(?P<kurdish>.{2,}?)(?:ئە|ئه|ە|ه|و|ول|ال|ودد?|ەد)?(?<=[ەهولد])دين"
    r"|(?P<latin>.{2,}?)'?(?:[aeou]'?[ld]?|i[ld]|'?ed)(?:din|deen|dîn|dine|dein))$"
)
NOT_RELIGION = re.compile("^(?:ab[aeiî]*din|.*abideen|ab[ie]deen|.*عابدين|.*عابەدين)$")

OF_GOD = frozenset(
    "الله اللە allah alla ullah ulla".split()
)
OF_GOD_JOINED = re.compile("^(?:(?P<arabic>.{2,})الله|(?P<kurdish>.{3,})ولل?ا|(?P<latin>.{3,}?)[au]llah?)$")

OWNER_OF = {"ذو": "ذول", "ذي": "ذول", "dhu": "dhul", "dhul": "dhul", "zu": "zul", "zul": "zul", "thul": "dhul"}
"""Heads of compounds like Dhu al-Fiqar, and how they sound before the name that follows."""

APART = frozenset("ishaq ishak eshaq azhar mazhar adham midhat medhat fathi fathy fathia fathiya fathallah".split())
"""Latin writings in which the h after s, z, d or t is a letter of its own."""

GIVEN_IN_I = frozenset(
    "علي هادي مهدي صبري فوزي رمزي شكري صبحي لطفي حمدي مجدي نوري زكي ناجي سامي رامي غازي رشدي وصفي خيري "
    "فهمي حلمي لؤي لوي قصي عدي حاجي شافعي رضي تقي نقي وهبي فخري بدري فتحي شوقي سعدي حسني صدقي عوني قدري "
    "عدلي راضي ماضي هاني مكي ولي عيسي موسي يحيي شادي هەژاري عەلي ئەلي مەهدي هادي سەبري فەوزي ڕەمزي رەمزي "
    "شوكري سوبحي لوتفي حەمدي نوري زەكي ناجي سامي رامي غازي ali eli elî hadi mahdi mehdi mehdî sabri sebrî "
    "fawzi fewzi ramzi remzi shukri şukrî subhi lutfi hamdi majdi nuri noori nouri zaki naji sami rami "
    "ghazi rushdi wasfi khairi fahmi hilmi luai luay loay qusai qusay uday udai haji hacî radhi radi taqi "
    "fakhri badri fathi shawqi saadi sadi husni sidqi awni qadri hani makki wali shadi yahya bushra mahdy "
    "aly hady sabry layli isri şadî hêdî hedi rozhi".split()
)  # fmt: skip
"""Given names that end like a nisba and are none."""
