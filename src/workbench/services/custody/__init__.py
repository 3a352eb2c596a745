"""Custody: who held an exhibit when, under which seal, what is wrong with the record, and what a store holds."""

from workbench.services.custody.giving import Handing, Seal
from workbench.services.custody.looking import FAULTS, custody_of, faults_of_case, said, zone
from workbench.services.custody.mending import correct, explain
from workbench.services.custody.party import DETAILS, SIGNATURES, SIGNED, Party
from workbench.services.custody.recording import GIVEN, confirm_receipt, hand_over, hand_over_all, record
from workbench.services.custody.stock import StockTakeRow, StoreRow, find, stock_take, stock_takes, stores

__all__ = [
    "DETAILS", "FAULTS", "GIVEN", "SIGNATURES", "SIGNED", "Handing", "Party", "Seal", "StockTakeRow", "StoreRow",
    "confirm_receipt", "correct", "custody_of", "explain", "faults_of_case", "find", "hand_over", "hand_over_all",
    "record", "said", "stock_take", "stock_takes", "stores", "zone",
]  # fmt: skip
