"""Words for people: roles, names, papers, how they can be reached, what must not be held against them."""

from workbench.i18n import N_

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
    "giver": N_("gives the exhibit"),
    "taker": N_("takes the exhibit"),
    "counter": N_("counts the store"),
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
    "civil_status": N_("civil status identity card"),
    "nationality": N_("certificate of nationality"),
    "address_card": N_("address card"),
    "residence": N_("residence permit"),
    "refugee": N_("refugee or asylum certificate"),
    "visa": N_("visa"),
    "ration_card": N_("ration card"),
    "marriage": N_("marriage contract"),
    "driving": N_("driving licence"),
    "birth": N_("birth certificate"),
    "other": N_("other paper"),
}
GENUINE = {"genuine": N_("genuine"), "doubtful": N_("doubtful"), "forged": N_("forged")}
HOLDERS = {"": N_("not known"), "self": N_("the person"), "unit": N_("the unit")}
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
