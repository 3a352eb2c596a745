"""What sealed files hold: read in a child process, remembered by an act, shown as one run of time."""

from workbench.services.readings.items import find_items, item, items, senders
from workbench.services.readings.lines import KINDS
from workbench.services.readings.mapping import header_of, mapping_for
from workbench.services.readings.reading import forget_items, list_readings, read_file, rebuild, zone_of_case
from workbench.services.readings.rows import ItemPage, ItemRow, ReadingRow, ToldRow

__all__ = [
    "KINDS", "ItemPage", "ItemRow", "ReadingRow", "ToldRow", "find_items", "forget_items", "header_of", "item", "items",
    "list_readings", "mapping_for", "read_file", "rebuild", "senders", "zone_of_case",
]  # fmt: skip
