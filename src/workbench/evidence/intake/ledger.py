"""A sheet read as a ledger: which row is the heading, which columns hold days and money, and what they add up to."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice

from workbench.evidence.intake.cells import Cell, Sheet, column_letters, plain
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.money import (
    Money,
    amount,
    currency_heading,
    currency_of,
    folded,
    money_heading,
    words_of,
)
from workbench.evidence.intake.written_dates import day_first, looks_written, written

# Whoever makes a table by hand names what its columns are among the first of them.
_LOOKED_AT, _LOOKED_ACROSS = 30, 1000
_DAY_WORDS = {folded(one) for one in (
    "date", "day", "تاريخ", "يوم", "بەروار", "ڕێکەوت", "رێکەوت", "رۆژ", "ڕۆژ", "when", "زمان",
)}  # fmt: skip
_NAME_WORDS = {folded(one) for one in ("name", "person", "client", "customer", "اسم", "شخص", "زبون", "ناو", "کەس")}
_FROM_WORDS = {folded(one) for one in ("from", "sender", "payer", "مرسل", "محول", "نێرەر", "دافع")}
_TO_WORDS = {folded(one) for one in ("to", "receiver", "beneficiary", "payee", "مستلم", "مستفيد", "وەرگر")}
_TOTAL_WORDS = {folded(one) for one in (
    "total", "sum", "totals", "subtotal", "grand total", "المجموع", "مجموع", "الإجمالي", "إجمالي", "المجموع الكلي",
    "الاجمالي", "الجمع", "کۆ", "کۆی گشتی", "سەرجەم", "کۆی",
)}  # fmt: skip


@dataclass
class Ledger:
    """One sheet; ``named`` says whether its name is part of every place."""

    sheet: Sheet
    named: bool
    count: int = 0
    dates_as_text: int = 0
    stated: dict[str, int | float] = field(default_factory=dict)
    _sums: dict[int, Decimal] = field(default_factory=dict)
    _ins: dict[int, Decimal] = field(default_factory=dict)
    _by_currency: dict[int, dict[str, Decimal]] = field(default_factory=dict)
    _wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        rows = self.sheet.rows
        self.heading_row = _heading_row(rows)
        # A heading above the cells; a letter where there is none.
        self.headings = {column: cell.text for column, cell in rows.get(self.heading_row, {}).items()}
        named = dict(islice(self.headings.items(), _LOOKED_ACROSS))
        words = {column: words_of(text) for column, text in named.items()}
        self.money = {column: found for column, text in named.items() if (found := money_heading(text))}
        self.day = next((one for one, found in words.items() if found & _DAY_WORDS), 0) or self._day_by_content()
        self.money.pop(self.day, None)
        self.currencies = [one for one, text in named.items() if currency_heading(text)]
        for column in self.currencies:
            self.money.pop(column, None)
        self.names = [one for one, found in words.items() if found & _NAME_WORDS]
        self.senders = [one for one, found in words.items() if found & _FROM_WORDS]
        self.receivers = [one for one, found in words.items() if found & _TO_WORDS]
        used = {column for row in rows.values() for column in row} if self.sheet.hidden_columns else set()
        self._hidden_columns = frozenset(filter(self.sheet.hides_column, used))
        self._merged = self.sheet.merged_in(self.day)
        self.day_first = day_first(cell.text for row in rows.values() if (cell := row.get(self.day)))

    def items(self) -> Iterator[Item]:
        """Every row in its order, then the remarks on cells."""
        for number in sorted(self.sheet.rows):
            yield self._item(number, self.sheet.rows[number])
        for place, text in self.sheet.remarks:
            yield Item(Kind.RECORD, self._place(f"cell {place} remark"), text=text, detail=self._hidden(0, ()))

    def sums(self) -> dict[str, int | float]:
        """What every column of money adds up to, without the rows that are sums themselves.

        Where a column holds several currencies each is added up on its own: dinars and dollars make no sum.
        """
        told: dict[str, int | float] = {}
        for column, value in self._sums.items():
            if len(kinds := self._by_currency.get(column, {})) > 1:
                told |= {f"{self._heading(column)} ({kind or '?'})": plain(one) for kind, one in kinds.items()}
                continue
            told[self._heading(column)] = plain(value)
            if self._ins[column] != value:
                told[f"{self._heading(column)} (+)"] = plain(self._ins[column])
                told[f"{self._heading(column)} (-)"] = plain(value - self._ins[column])
        return told

    def without_currency(self) -> list[str]:
        """Columns that were added up although the file does not tell the currency of some of their rows."""
        return [self._heading(column) for column, kinds in self._by_currency.items() if "" in kinds]

    def wrong_totals(self) -> list[str]:
        """Columns whose written total is not what their rows add up to."""
        return self._wrong

    def _item(self, number: int, cells: dict[int, Cell]) -> Item:
        place = self._place(f"row {number}")
        text = self._text(number, cells)
        detail = self._hidden(number, cells)
        if computed := [self._heading(one) for one, cell in cells.items() if cell.computed]:
            detail["computed"] = computed
        if formulas := {self._heading(one): f"={cell.formula}" for one, cell in cells.items() if cell.formula}:
            detail["formulas"] = formulas
        if number <= self.heading_row:
            return Item(Kind.RECORD, place, text=text, detail={**detail, "heading": True})
        if self._is_total(cells):
            self._state(cells)
            return Item(Kind.RECORD, place, text=text, detail={**detail, "total": True})
        self.count += 1
        found = self._amounts(cells)
        at, zone_unknown, more = self._at(number, cells)
        detail |= more
        if found:
            detail |= {"amounts": found, **found[0]}
        detail |= {"name": name} if (name := self._first(cells, self.names)) else {}
        dated = bool(at or "date_text" in more)
        doubts = tuple(one for one, holds in (
            ("day_month_unclear", bool(more.get("unclear"))), ("date_unclear", not at and "date_text" in more),
            ("zone_unknown", zone_unknown),
        ) if holds)  # fmt: skip
        detail.pop("unclear", None)
        to = self._first(cells, self.receivers)
        return Item(
            Kind.PAYMENT if found and dated else Kind.RECORD, place, at, sender=self._first(cells, self.senders),
            to=(to,) if to else (), text=text, doubts=doubts, detail=detail,
        )  # fmt: skip

    def _place(self, within: str) -> str:
        return f"sheet {self.sheet.name} {within}" if self.named else within

    def _heading(self, column: int) -> str:
        return self.headings.get(column, "") or column_letters(column)

    def _text(self, number: int, cells: dict[int, Cell]) -> str:
        under = number > self.heading_row
        return " | ".join(
            f"{self.headings[one]}: {cell.text}" if under and self.headings.get(one) else cell.text
            for one, cell in sorted(cells.items()) if cell.text
        )  # fmt: skip

    def _hidden(self, number: int, cells: dict[int, Cell] | tuple[()]) -> dict[str, object]:
        if self.sheet.hidden:
            return {"hidden": "sheet"}
        if number in self.sheet.hidden_rows:
            return {"hidden": "row"}
        if not self._hidden_columns.isdisjoint(cells):
            return {"hidden": "column"}
        return {}

    @staticmethod
    def _first(cells: dict[int, Cell], columns: list[int]) -> str:
        return next((cells[one].text for one in columns if one in cells), "")

    @staticmethod
    def _texts(cells: dict[int, Cell], columns: tuple[int, ...]) -> list[str]:
        return [cells[one].text for one in columns if one in cells]

    def _is_total(self, cells: dict[int, Cell]) -> bool:
        first = next((cell.value for _column, cell in sorted(cells.items()) if isinstance(cell.value, str)), "")
        return folded(str(first)[:100]).strip(" :.=") in _TOTAL_WORDS and len(cells) > 1

    def _state(self, cells: dict[int, Cell]) -> None:
        for column, cell in cells.items():
            number = _number(cell)
            if number is None:
                continue
            self.stated[self._heading(column)] = plain(number[0])
            ours = self._sums.get(column)
            if ours is not None and abs(ours - number[0]) > Decimal("0.01") and not self.money[column].balance:
                self._wrong.append(self._heading(column))

    def _amounts(self, cells: dict[int, Cell]) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        for column, money in self.money.items():
            number = _number(cells[column]) if column in cells else None
            if number is None:
                continue
            # Who owes in another currency is often marked so beside the name.
            beside = (*self.currencies, *self.names)
            currency = number[1] or money.currency or currency_of(" ".join(self._texts(cells, beside)))
            self._add(column, money, number[0], currency)
            if number[0] == 0 or money.balance:
                continue
            found.append({
                "amount": plain(number[0]), "currency": currency, "direction": money.direction,
                "column": self._heading(column),
            })  # fmt: skip
        return found

    def _add(self, column: int, money: Money, number: Decimal, currency: str) -> None:
        if money.balance or not number.is_finite():
            return
        self._sums[column] = self._sums.get(column, Decimal(0)) + number
        self._ins[column] = self._ins.get(column, Decimal(0)) + max(number, Decimal(0))
        if number:
            kinds = self._by_currency.setdefault(column, {})
            kinds[currency] = kinds.get(currency, Decimal(0)) + number

    def _at(self, number: int, cells: dict[int, Cell]) -> tuple[str, bool, dict[str, object]]:
        """When, whether a zone is missing, and what to keep of a day that was written as text."""
        cell = cells.get(self.day) or self._above(number)
        if cell is None or cell.value is None or cell.text == "":
            return "", False, {}
        if isinstance(cell.value, datetime):
            at = cell.text.replace(" ", "T")
            return at, "T" in at, {}
        if isinstance(cell.value, date):
            return cell.text, False, {}
        told: dict[str, object] = {"date_text": cell.text}
        if not isinstance(cell.value, str):
            return "", False, {} if isinstance(cell.value, time | bool) else told
        found = written(cell.text, self.day_first)
        if found is None:
            return "", False, told if any(one.isdigit() for one in cell.text) else {}
        self.dates_as_text += 1
        return found.at, "T" in found.at, {**told, "unclear": found.unclear}

    def _above(self, number: int) -> Cell | None:
        """The day that a row shares with one above it, where their cells are merged."""
        place = bisect_left(self._merged, (number, 0)) - 1
        if place < 0 or self._merged[place][1] < number:
            return None
        return self.sheet.rows.get(self._merged[place][0], {}).get(self.day)

    def _day_by_content(self) -> int:
        """The first column most of whose cells are days."""
        seen: dict[int, list[bool]] = {}
        for number in sorted(self.sheet.rows)[: _LOOKED_AT * 2]:
            for column, cell in islice(self.sheet.rows[number].items(), _LOOKED_ACROSS):
                if number > self.heading_row:
                    is_day = isinstance(cell.value, date) or (
                        isinstance(cell.value, str) and looks_written(cell.value)
                    )
                    seen.setdefault(column, []).append(is_day)
        return next((one for one, found in sorted(seen.items()) if sum(found) * 2 > len(found)), 0)


def _number(cell: Cell) -> tuple[Decimal, str] | None:
    if isinstance(cell.value, Decimal):
        return (cell.value, cell.currency) if cell.value.is_finite() and abs(cell.value.adjusted()) < 30 else None
    return amount(cell.value) if isinstance(cell.value, str) else None


def _heading_row(rows: dict[int, dict[int, Cell]]) -> int:
    """The row whose cells name the columns, or 0: the first that names a day or money beside something else."""
    likely = 0
    for number in sorted(rows)[:_LOOKED_AT]:
        cells = rows[number].values()
        texts = [cell.value for cell in cells if isinstance(cell.value, str) and not cell.formula]
        if len(texts) < 2 or len(texts) < len(cells):
            continue
        del texts[_LOOKED_ACROSS:]
        if any(amount(one) or looks_written(one) for one in texts):
            continue
        if any(money_heading(one) or words_of(one) & _DAY_WORDS for one in texts):
            return number
        likely = likely or number
    return likely
