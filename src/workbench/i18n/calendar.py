"""Month and week-day names as they are used in Iraq, where CLDR differs or has variants."""

# Source: CLDR ar_IQ and ckb, corrected by the names that ministries and newspapers of the country print.
MONTHS: dict[str, tuple[str, ...]] = {
    "ar_IQ": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
        "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ),
    "ckb": (
        "کانوونی دووەم", "شوبات", "ئازار", "نیسان", "ئایار", "حوزەیران",
        "تەمووز", "ئاب", "ئەیلوول", "تشرینی یەکەم", "تشرینی دووەم", "کانوونی یەکەم",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip

# Monday first, as ``date.weekday()`` counts.
WEEKDAYS: dict[str, tuple[str, ...]] = {
    "ar_IQ": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "ckb": ("دووشەممە", "سێشەممە", "چوارشەممە", "پێنجشەممە", "هەینی", "شەممە", "یەکشەممە"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

LONG_DAY = {"ar_IQ": "{day} {month} {year}", "ckb": "{day}ـی {month}ی {year}", "en": "{day} {month} {year}"}
