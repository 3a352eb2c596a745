"""Exhibits, entries of custody and faults as lines, and names with values as they are typed."""

from collections.abc import Sequence

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.services.rows import CustodyRow, ExhibitRow, FaultRow


def pairs_of(typed: Sequence[str]) -> dict[str, str]:
    """Names with their values from ``NAME=VALUE``; a name that stands twice has its values on lines of their own."""
    found: dict[str, str] = {}
    for one in typed:
        key, sign, value = one.partition("=")
        if not sign:
            raise Refusal(Reason.OPTION_NEEDED, option=ltr(f"{visible(key)}=VALUE"))
        key = key.strip()
        found[key] = f"{found[key]}\n{value}" if key in found else value
    return found


def exhibit_line(row: ExhibitRow) -> str:
    """An exhibit in one line, with what is still needed and wrong, and its files under it."""
    about = [f"part of {row.parent}"] if row.parent else []
    about += ["VOID"] if row.void else []
    about += [f"seal {row.seal}"] if row.seal else []
    about += [f"held by {row.holder}"] if row.holder else []
    about += ["no receipt yet"] if row.awaiting else []
    about += ["returned or destroyed"] if row.ended else []
    about += [f"faults: {len(row.unexplained)}"] if row.unexplained else []
    about += [f"still needed: {', '.join(row.still_needed)}"] if row.still_needed else []
    files = "".join(f"\n    {file.sha256}  {file.size}  {file.original_name}" for file in row.files)
    return f"{row.number}  {row.kind}  {row.description}{''.join(f'; {one}' for one in about)}{files}"


def entry_line(one: CustodyRow) -> str:
    """An entry of the custody record in one line."""
    whom = f"{one.from_whom or '–'} → {one.to_whom or '–'}"
    seals = f", seal {one.seal_before or '–'} → {one.seal_after or '–'}" if one.seal_before or one.seal_after else ""
    marks = f" (corrects {one.corrects})" if one.corrects else ""
    marks += f" (corrected by {one.corrected_by})" if one.corrected_by else ""
    marks += f" (explains {one.explains[0]}:{one.explains[1]})" if one.explains else ""
    marks += " (taken away)" if one.void else ""
    paper = f", no. {one.written_no} on paper" if one.written_no else ""
    why = f": {one.purpose}" if one.purpose else ""
    return f"  {one.seq}  {one.at:%Y-%m-%d %H:%M}Z  {one.kind}  {whom}{seals}{paper}{why}{marks}"


def fault_line(one: FaultRow, title: str, sentence: str) -> str:
    """A fault in one line: how it is named, what it is, and whether it was explained."""
    told = f"  [explained in entry {one.explained}: {one.explanation}]" if one.explained else ""
    return f"  ! {one.exhibit} {one.ref}  {title}. {sentence}{told}"
