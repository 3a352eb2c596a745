"""The words for the keys that the vault keeps: roles, kinds, states. One list for window, papers and checks."""

from workbench.i18n import N_

KINDS_OF_CASE = {
    "tip": N_("Trafficking in persons"),
    "som": N_("Smuggling of migrants"),
    "undetermined": N_("Not yet determined"),
    "both": N_("Trafficking and smuggling"),
}
STATES_OF_CASE = {"open": N_("open"), "closed": N_("closed")}
JURISDICTIONS = {
    "federal": N_("Federal jurisdiction"), "iq": N_("Federal jurisdiction"),
    "kurdistan": N_("Kurdistan Region"), "iq-kr": N_("Kurdistan Region"),
}  # fmt: skip
ROLES = {
    "possible_victim": N_("possible victim"),
    "victim": N_("victim"),
    "not_a_victim": N_("found not to be a victim"),
    "witness": N_("witness"),
    "reporter": N_("person who reported"),
    "migrant": N_("smuggled migrant"),
    "smuggler": N_("person said to smuggle"),
    "missing": N_("missing person"),
    "deceased": N_("deceased person"),
    "person_of_interest": N_("person of interest"),
    "suspect": N_("suspect"),
    "accused": N_("accused"),
    "guardian": N_("guardian"),
    "interpreter": N_("interpreter"),
    "official": N_("official"),
}
CAPACITIES = {
    "occupier": N_("occupier of the place"),
    "accused": N_("accused"),
    "suspect": N_("suspect"),
    "lawyer": N_("lawyer"),
    "witness": N_("witness"),
    "mukhtar": N_("mukhtar"),
    "writer": N_("writer of the record"),
    "team_leader": N_("leader of the team"),
    "team": N_("member of the team"),
    "interpreter": N_("interpreter"),
    "concerned": N_("person concerned"),
    "guardian": N_("guardian"),
    "reader": N_("who read it aloud"),
}
SEXES = {"female": N_("female"), "male": N_("male"), "unknown": N_("unknown")}
NAMES = {
    "record": N_("name in the record"),
    "passport": N_("name as in the passport"),
    "alias": N_("also called"),
    "kunya": N_("kunya"),
    "mother": N_("mother's name"),
    "former": N_("former name"),
}
PAPERS = {
    "passport": N_("passport"),
    "national_card": N_("national card"),
    "civil_id": N_("civil status identity card"),
    "nationality_certificate": N_("certificate of nationality"),
    "residence": N_("residence permit"),
    "refugee": N_("refugee or asylum certificate"),
    "driving": N_("driving licence"),
    "birth": N_("birth certificate"),
    "other": N_("other paper"),
}
GENUINE = {"genuine": N_("genuine"), "doubtful": N_("doubtful"), "forged": N_("forged")}
CONTACTS = {
    "address": N_("address"),
    "email": N_("e-mail"),
    "account": N_("account on a network"),
    "through": N_("through somebody"),
}
YES_NO = {"yes": N_("yes"), "no": N_("no"), "unknown": N_("unknown")}
STAFF_WANTED = {"female": N_("a woman"), "male": N_("a man"), "any": N_("no preference")}
PROTECTIONS = {"masked": N_("name hidden"), "sealed": N_("identity sealed: only a supervisor is shown it")}
CALENDARS = {"gregorian": N_("Gregorian calendar"), "hijri": N_("Hijri calendar")}
CLAIM_STATES = {
    "alleged": N_("said by somebody"),
    "presumed": N_("presumed"),
    "decided": N_("decided"),
}
SCREENING_DECISIONS = {
    "victim": N_("presumed victim: protection begins, non-punishment applies"),
    "not_shown": N_("the status of a victim is not shown at present"),
    "postponed": N_("decision put off, with a day to ask again"),
}
SCREENING_SETTINGS = {
    "alone": N_("alone"),
    "private": N_("in a private place"),
    "interpreter": N_("with an independent interpreter"),
    "staff_wanted": N_("with a woman or man officer as the person wished"),
    "social_worker": N_("social worker present"),
    "broken_off": N_("broken off, to be continued"),
}
INDICATOR_ANSWERS = {
    "present": N_("present"),
    "absent": N_("absent"),
    "unknown": N_("not known"),
    "not_asked": N_("not asked"),
}
SIDES = {"for": N_("for"), "against": N_("against")}
STRENGTHS = {"strong": N_("strong"), "fair": N_("fair"), "weak": N_("weak"), "none": N_("says nothing")}
SOURCES = {
    "exhibit": N_("exhibit"),
    "statement": N_("statement"),
    "step": N_("step of the procedure"),
    "record": N_("record or own observation"),
}
COVERAGES = {
    "covered": N_("covered"),
    "single_source": N_("one source only"),
    "statement_only": N_("statements only"),
    "weak": N_("weak"),
    "contradicted": N_("contradicted"),
    "gap": N_("gap"),
}
HOLDS = {
    "yes": N_("in force then and there"),
    "not_yet": N_("not yet in force on this day"),
    "no_longer": N_("no longer in force on this day"),
    "not_here": N_("law of another jurisdiction"),
    "unknown": N_("not known whether it was in force on this day"),
}
KEPT = {
    "kept": N_("kept"),
    "not_kept": N_("not kept"),
    "not_recorded": N_("not recorded yet"),
    "not_called_for": N_("not called for"),
}
# Acts that could be held against somebody and may come of being exploited.
HELD_ACTS = {
    "entry": N_("entry into the country"),
    "stay": N_("stay or expired residence"),
    "documents": N_("false or borrowed papers"),
    "work": N_("work without a permit"),
    "prostitution": N_("acts of prostitution under exploitation"),
    "begging": N_("begging"),
    "theft_drugs": N_("theft, drugs or other acts for the group"),
    "role": N_("guarding, transporting or recruiting others"),
    "other": N_("another act"),
}
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
CONSENTS = {
    "given": N_("agreed"),
    "limited": N_("agreed, with limits"),
    "refused": N_("refused"),
    "withdrawn": N_("withdrawn"),
    "legal_basis": N_("not asked: done on a basis in law"),
}
REFERRALS = {
    "made": N_("prepared"),
    "sent": N_("sent"),
    "accepted": N_("accepted"),
    "declined": N_("declined"),
    "arrived": N_("arrived there"),
    "followed_up": N_("followed up"),
    "closed": N_("closed"),
}
URGENCIES = {"today": N_("today"), "days": N_("within days"), "weeks": N_("within weeks")}
ASSESSMENTS = {
    "risk": N_("assessment of risks"),
    "needs": N_("assessment of needs"),
    "best_interest": N_("best interest of the child"),
}
NEEDS = {
    "met": N_("met"),
    "partly": N_("partly met"),
    "unmet": N_("not met"),
    "not_needed": N_("not needed or not wanted"),
    "unknown": N_("not known"),
}
MOVES = {"better": N_("better"), "same": N_("the same"), "worse": N_("worse"), "unknown": N_("cannot be compared")}
# What is weighed before something is decided about a child.
INTEREST = {
    "decision": N_("What is to be decided"),
    "options": N_("What could be done instead"),
    "child_says": N_("What the child says"),
    "for": N_("What speaks for it"),
    "against": N_("What speaks against it"),
    "family": N_("Family and siblings"),
    "guardian": N_("Guardian"),
    "decided": N_("What is best for the child, and why"),
}
# Who stands behind a safety plan.
AGREED = {
    "yes": N_("agreed with the person"),
    "no": N_("the person does not agree"),
    "unable": N_("could not be discussed with the person yet"),
}
APPOINTMENTS = {
    "interview": N_("interview"),
    "hearing": N_("hearing at court"),
    "identification": N_("identification or confrontation"),
    "forensic": N_("forensic examination"),
    "medical": N_("medical care"),
    "counselling": N_("psychological support"),
    "legal": N_("lawyer"),
    "shelter": N_("shelter or services"),
    "consulate": N_("embassy or consulate"),
    "family": N_("family contact"),
    "other": N_("another purpose"),
}
APPOINTMENT_STATES = {"planned": N_("planned"), "held": N_("took place"), "cancelled": N_("cancelled")}
HOLDERS = {"": N_("not known"), "self": N_("the person"), "unit": N_("the unit")}
EXHIBITS = {
    "physical": N_("object"),
    "document": N_("paper"),
    "device": N_("device"),
    "digital": N_("digital file"),
    "photo": N_("photograph"),
    "money": N_("money"),
    "biological": N_("sample"),
    "other": N_("other"),
}
CUSTODY = {
    "seized": N_("seized"),
    "received": N_("received"),
    "handed_over": N_("handed over"),
    "stored": N_("stored"),
    "opened": N_("opened"),
    "examined": N_("examined"),
    "resealed": N_("sealed again"),
    "returned": N_("returned"),
}
STEPS = {
    "done": N_("done"),
    "not_applicable": N_("not applicable"),
    "waived": N_("waived"),
    "asked": N_("waiver asked for"),
    "draft": N_("begun"),
    "open": N_("open"),
    "waiting": N_("waits for another step"),
    "late": N_("late"),
    "early": N_("done out of order"),
    "override": N_("safety gate passed to protect life"),
}
ORDERS = {
    "asked": N_("asked for"),
    "granted": N_("granted"),
    "refused": N_("refused"),
    "exception": N_("legal exception recorded"),
    "withdrawn": N_("withdrawn"),
}
DEADLINES = {
    "ahead": N_("runs"),
    "soon": N_("runs out soon"),
    "late": N_("ran out"),
    "met": N_("met"),
    "ended": N_("no longer runs"),
}
VERDICTS = {"approved": N_("agreed"), "refused": N_("did not agree")}
MATTERS = {
    "done": N_("done"),
    "open": N_("not yet"),
    "set_aside": N_("set aside with a reason"),
    "not_called_for": N_("not called for"),
}
# What a file can lack before it is handed over.
MISSING = {
    "matter": N_("Not in the file yet"),
    "deviation": N_("Waits for a second person"),
    "overdue": N_("Deadline ran out"),
    "unexplained": N_("Late without a reason"),
    "order": N_("Order not decided yet"),
    "exhibit": N_("Sealed file broken or missing"),
}
# Whose word stands behind an edition of a procedure.
TRUSTS = {
    "shipped": N_("came with the program, not signed by an authority"),
    "signed": N_("signed by {signer}"),
    "trusted": N_("not signed by a known authority; used on the word of {signer}"),
    "withdrawn": N_("signed with a key of {signer} that is no longer trusted"),
}
MARKS = {"S": N_("text read"), "GK": N_("to be verified")}
BASES = {
    "law": N_("set by law"),
    "house": N_("house rule, not law"),
    "practice": N_("good practice, not law"),
}
TRUTHS = {"yes": N_("yes"), "no": N_("no"), "unknown": N_("unknown")}
