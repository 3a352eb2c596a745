"""Exhibits: numbered once, described as their kind needs, corrected beside what was written, their files sealed."""

from workbench import terms
from workbench.services.exhibits.adding import EARLIEST, add_exhibit, measured
from workbench.services.exhibits.listing import exhibit, exhibit_rows, file_row, list_exhibits
from workbench.services.exhibits.noting import correct_exhibit, remark, require_valid, void_exhibit
from workbench.services.exhibits.numbering import label_id
from workbench.services.exhibits.rules import custody_rules, exhibit_kinds, fields_of, warnings
from workbench.services.exhibits.sealing import attach_file, require_room, verify_exhibits

KINDS = terms.EXHIBITS
CUSTODY_KINDS = terms.CUSTODY

__all__ = [
    "CUSTODY_KINDS", "EARLIEST", "KINDS", "add_exhibit", "attach_file", "correct_exhibit", "custody_rules", "exhibit",
    "exhibit_kinds", "exhibit_rows", "fields_of", "file_row", "label_id", "list_exhibits", "measured", "remark",
    "require_room", "require_valid", "verify_exhibits", "void_exhibit", "warnings",
]  # fmt: skip
