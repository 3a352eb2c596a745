"""Tables: what the vault keeps. Portable classes; triggers and pragmas are the store's."""

from workbench.models.access import Member, Setting
from workbench.models.cases import AuthorityKey, Case, CasePack, PackTrust, StoredPack
from workbench.models.declarative import APPEND_ONLY, Base, Record
from workbench.models.documents import Issued
from workbench.models.evidence import CustodyEvent, Exhibit, SealedFile
from workbench.models.log import AuditEntry
from workbench.models.people import Claim, Identity, Person, PersonName, Phone
from workbench.models.procedure import DeadlineRecord, DeviationApproval, JudgeOrder, StepDraft, StepRecord

__all__ = [
    "APPEND_ONLY", "AuditEntry", "AuthorityKey", "Base", "Case", "CasePack", "Claim", "CustodyEvent", "DeadlineRecord",
    "DeviationApproval", "Exhibit", "Identity", "Issued", "JudgeOrder", "Member", "PackTrust", "Person", "PersonName",
    "Phone", "Record", "SealedFile", "Setting", "StepDraft", "StepRecord", "StoredPack",
]  # fmt: skip
