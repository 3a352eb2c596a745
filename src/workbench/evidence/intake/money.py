"""Amounts of money as people write them in Arabic, Kurdish and English: the number, the currency, the direction."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

# Words of headings and of amounts, folded by ``folded``.
_CURRENCIES = (
    ("USD", ("usd", "us$", "$", "dollar", "dollars", "دولار", "دۆلار", "دولر")),
    ("IQD", ("iqd", "dinar", "dinars", "دينار", "د.ع", "ع.د", "دع")),
    ("EUR", ("eur", "€", "euro", "يورو", "یۆرۆ")),
    ("GBP", ("gbp", "£", "باوند", "پاوند")),
    ("TRY", ("try", "₺", "ليرة", "لیرە", "lira")),
    ("IRR", ("irr", "ريال", "تومان", "تمن", "rial", "toman")),
)
_MONEY = (
    "amount", "debit", "credit", "price", "fee", "fees", "payment", "paid", "cost", "salary", "wage", "wages", "rent",
    "money", "income", "expense", "expenses", "deposit", "withdrawal", "value", "loan", "debt",
    "مبلغ", "دائن", "مدين", "سعر", "أجرة", "أجور", "مدفوع", "قبض", "صرف", "وارد", "صادر", "إيداع", "سحب", "راتب",
    "إيجار", "دين", "قرض", "ثمن", "كلفة", "عمولة", "نقد", "بڕ", "پارە", "کرێ", "نرخ", "مووچە", "قەرز", "داهات", "خەرجی",
)  # fmt: skip
_BALANCE = ("balance", "remaining", "rest", "رصيد", "باقي", "متبقي", "ماوە", "بالانس")
_DEBIT = ("debit", "out", "withdrawal", "expense", "expenses", "مدين", "صادر", "صرف", "سحب", "-", "خەرجی")
_CREDIT = ("credit", "in", "deposit", "income", "دائن", "وارد", "قبض", "ايداع", "+", "داهات")
_CURRENCY_COLUMN = ("currency", "ccy", "عملة", "دراو")
_ARTICLES = ("وال", "بال", "ال", "لل", "ب", "و")
_LETTERS = str.maketrans("أإآٱىئةیڵڕۆێؤەک", "ااااييهيلرويوهك")

# What is longer names no column and is no amount.
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Money:
    """A column of money: the currency and direction that its heading tells, empty where it tells none."""

    currency: str = ""
    direction: str = ""
    balance: bool = False


def folded(text: str) -> str:
    """Text with its spelling evened out, for comparing words: no marks, one form of each letter, plain digits."""
    plain = unicodedata.normalize("NFKC", text).lower()
    kept = (one for one in plain if unicodedata.category(one) not in ("Mn", "Cf") and one != "ـ")
    return western("".join(kept).translate(_LETTERS)).strip()


def western(text: str) -> str:
    """Text with Arabic and Persian digits written as 0 to 9."""
    return "".join(str(unicodedata.decimal(one)) if unicodedata.category(one) == "Nd" else one for one in text)


_FOLDED_CURRENCIES = tuple((code, tuple(folded(one) for one in words)) for code, words in _CURRENCIES)
_FOLDED = {
    name: frozenset(folded(one) for one in words)
    for name, words in (("money", _MONEY), ("balance", _BALANCE), ("debit", _DEBIT), ("credit", _CREDIT),
                        ("currency", _CURRENCY_COLUMN))
}  # fmt: skip


def words_of(heading: str) -> set[str]:
    """The words of a heading, each also without its article."""
    found = set(re.findall(r"[^\W\d_]+|[+\-]", folded(heading[:_LONGEST])))
    for word in tuple(found):
        for article in _ARTICLES:
            if word.startswith(article) and len(word) - len(article) >= 3:
                found.add(word[len(article) :])
    return found


def currency_of(text: str) -> str:
    """The currency that a heading, an amount or a number format names."""
    plain = folded(text[:_LONGEST])
    words = words_of(text)
    for code, signs in _FOLDED_CURRENCIES:
        for sign in signs:
            if sign in words or (not sign.isalpha() and sign in plain):
                return code
    return ""


def money_heading(heading: str) -> Money | None:
    """What kind of money a column holds by its heading, or None if it holds none."""
    words, currency = words_of(heading), currency_of(heading)
    if words & _FOLDED["balance"]:
        return Money(currency, balance=True)
    alone = folded(heading[:_LONGEST])
    direction = "debit" if words & (_FOLDED["debit"] - {"-", "out"}) or alone in ("-", "out") else ""
    direction = direction or (
        "credit" if words & (_FOLDED["credit"] - {"+", "in"}) or alone in ("+", "in") else ""
    )
    if direction or currency or words & _FOLDED["money"]:
        return Money(currency, direction)
    return None


def currency_heading(heading: str) -> bool:
    """Whether a column names the currency of its row."""
    return bool(words_of(heading) & _FOLDED["currency"])


def amount(text: str) -> tuple[Decimal, str] | None:
    """A number as a person writes it, with its currency: ``٣٬٠٠٠٬٠٠٠ د.ع``, ``4,500 $``, ``(300)``."""
    if len(text) > _LONGEST:
        return None
    plain = western(unicodedata.normalize("NFKC", text)).strip()
    currency = currency_of(plain)
    bare = re.sub(r"[^\d.,٫٬()\-−'’ \u00a0\u202f]+|(?<!\d)\.(?!\d)", " ", plain).strip(" .,")
    letters = re.sub(r"[\W\d_]", "", plain)
    if not bare or (letters and not currency) or set("/:;=%#@*&") & set(plain):
        return None
    negative = bare.startswith(("-", "−", "(")) or bare.endswith("-")
    bare = re.sub(r"[()\-−'’ \u00a0\u202f٬]", "", bare).replace("٫", ".")
    number = _separated(bare)
    if number is None:
        return None
    return (-number if negative else number), currency


def _separated(bare: str) -> Decimal | None:
    """Points and commas told apart: the last one parts the decimals unless exactly three digits follow it."""
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", bare):
        bare = bare.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(\.\d{3}){2,}(,\d+)?|\d{1,3}\.\d{3},\d+", bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", bare):
        bare = bare.replace(",", ".")
    if not re.fullmatch(r"\d{1,20}(\.\d{1,10})?", bare):
        return None
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None
