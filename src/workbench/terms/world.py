"""Words for what surrounds people."""

from workbench.i18n import N_

# What stands around the people of a case, and how one is tied to another. A link is read from its first end to its
# second; ``LINKS_BACK`` says the same from the second end.
ENTITIES = {
    "organisation": N_("organisation or business"),
    "place": N_("place"),
    "vehicle": N_("vehicle"),
    "account": N_("account or number"),
    "journey": N_("journey"),
}
LINKS = {
    "recruited_by": N_("recruited by"),
    "controlled_by": N_("works under control of"),
    "lives_with": N_("lives with"),
    "kin_of": N_("kin of"),
    "spouse_of": N_("spouse of"),
    "parent_of": N_("parent of"),
    "guardian_of": N_("guardian of"),
    "employer_of": N_("employer of"),
    "member_of": N_("belongs to"),
    "owns": N_("owns"),
    "uses": N_("uses"),
    "stayed_at": N_("stayed at"),
    "worked_at": N_("worked at"),
    "travelled_with": N_("travelled with"),
    "travelled_on": N_("took part in the journey"),
    "transported_by": N_("transported by"),
    "paid_to": N_("paid to"),
    "papers_kept_by": N_("papers kept by"),
    "knows": N_("knows"),
    "other": N_("otherwise tied to"),
}
LINKS_BACK = {
    "recruited_by": N_("recruited"),
    "controlled_by": N_("controls the work of"),
    "parent_of": N_("child of"),
    "guardian_of": N_("ward of"),
    "employer_of": N_("employed by"),
    "member_of": N_("has among its people"),
    "owns": N_("owned by"),
    "uses": N_("used by"),
    "stayed_at": N_("housed"),
    "worked_at": N_("place of work of"),
    "travelled_on": N_("taken by"),
    "transported_by": N_("transported"),
    "paid_to": N_("paid by"),
    "papers_kept_by": N_("keeps papers of"),
}
CERTAINTIES = {
    "established": N_("established"),
    "probable": N_("probable"),
    "possible": N_("possible"),
    "disputed": N_("disputed"),
}
