"""Care for people in a case: what they agreed to and need, what keeps them safe, and whom they must never meet."""

from workbench.services.care.consents import (
    ASKED,
    SELF,
    Explained,
    list_consents,
    record_consent,
    withdraw_consent,
)
from workbench.services.care.offered import offered
from workbench.services.care.rows import ConsentRow

__all__ = [
    "ASKED", "SELF", "ConsentRow", "Explained", "list_consents", "offered", "record_consent", "withdraw_consent",
]  # fmt: skip
