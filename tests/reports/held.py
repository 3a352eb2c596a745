"""A synthetic exhibit with its custody, its faults and the counts that saw it, in the words of a language."""

from collections.abc import Mapping
from datetime import timedelta

from workbench.reports.held import Counted, Entry, Fault, Held, Holdings, Noted, Side

from .samples import MADE


def holdings(words: Mapping[str, str]) -> Holdings:
    """Two exhibits, one of them in a store, with an entry corrected and faults with and without explanation."""
    giver, taker = Side(words["lead"], "7", "17-4", "yes"), Side(words["other"], signed="refused")
    entries = (
        Entry(1, 1, "seized", MADE, words["place"], Side(""), giver, "", "", "55120", words["s2"]),
        Entry(
            2, 2, "handed_over", MADE, "", giver, taker, words["basis"], "55120", "55120", words["aside"],
            order="12/2026", witness=words["witness"], refusal=words["reason"], measures=(("count", "42"),),
            corrected_by=3, awaiting=True, recorded_by=words["lead"], recorded_at=MADE,
        ),
        Entry(3, 2, "handed_over", MADE, corrects=2, reason=words["remarks"], purpose=words["wants"]),
        Entry(4, 0, "explained", MADE, purpose=words["agreed"], explains=words["m1"]),
    )  # fmt: skip
    faults = (
        Fault(words["m2"], words["m3"]),
        Fault(words["m1"], words["s3"], words["agreed"], words["other"], MADE + timedelta(days=1)),
    )
    whole = Held(
        "E-001", "TIP-2026/0147 E-001", "money", words["ex1"], ("money",), words["late"],
        ((words["q1"], words["override"]),), (words["s4"],), MADE, words["place"], words["lead"], words["other"],
        "55120", words["entry"], "55120", words["law1"], True, parts=("E-001.1",), entries=entries, faults=faults,
        notes=(
            Noted("correction", words["q2"], words["track"], words["grounds"], words["allows"], MADE, words["lead"]),
        ),
        files=2,
    )  # fmt: skip
    part = Held("E-001.1", "TIP-2026/0147 E-001.1", "device", words["ex2"], parent="E-001", void=True)
    count = Counted(
        "ST-01", words["law1"], MADE, words["other"], 3, ("E-009",), (("E-010", words["lead"]),), ("X-1",),
        words["clock"],
    )
    return Holdings((whole, part), (count,), 2)
