"""Tables: what the vault keeps. Portable classes; triggers and pragmas are the store's."""

from workbench.models.access import Member, Setting
from workbench.models.care import Appointment, Assessment, Consent, Referral, Reflection, SafetyPlan
from workbench.models.cases import AuthorityKey, Case, CasePack, PackTrust, StoredPack
from workbench.models.declarative import APPEND_ONLY, Base, Record
from workbench.models.documents import Issued
from workbench.models.evidence import (
    CustodyEvent,
    Event,
    Examination,
    Exhibit,
    ExhibitNote,
    FileCheck,
    Intake,
    Reading,
    Scene,
    SealedFile,
    StockTake,
)
from workbench.models.interviews import Interpreter, Interview, Statement, StatementEntry
from workbench.models.log import AuditEntry
from workbench.models.people import (
    Claim,
    Contact,
    Identity,
    NonPunishment,
    Person,
    PersonName,
    Phone,
    Photo,
    SamePerson,
)
from workbench.models.procedure import DeadlineRecord, DeviationApproval, JudgeOrder, StepDraft, StepRecord
from workbench.models.proof import Finding, Screening
from workbench.models.world import Entity, Link

__all__ = [
    "APPEND_ONLY", "Appointment", "Assessment", "AuditEntry", "AuthorityKey", "Base", "Case", "CasePack",
    "Claim", "Consent", "Contact", "CustodyEvent", "DeadlineRecord", "DeviationApproval", "Entity", "Event",
    "Examination", "Exhibit", "ExhibitNote", "FileCheck", "Finding", "Identity", "Intake", "Interpreter",
    "Interview", "Issued", "JudgeOrder", "Link", "Member", "NonPunishment", "PackTrust", "Person", "PersonName",
    "Phone", "Photo", "Reading", "Record", "Referral", "Reflection", "SafetyPlan", "SamePerson", "Scene",
    "Screening", "SealedFile", "Setting", "Statement", "StatementEntry", "StepDraft", "StepRecord", "StockTake",
    "StoredPack",
]  # fmt: skip
