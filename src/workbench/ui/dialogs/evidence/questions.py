"""Questions that the dialogs of custody share: parties, time and place, what was read and who signed."""

from collections.abc import Mapping
from datetime import datetime

from workbench.fields import Field, Kind, Option
from workbench.i18n import N_
from workbench.services.custody import Party
from workbench.ui.state import tr

Said = Mapping[str, object]
_SIGNED = {"yes": N_("signed"), "no": N_("not signed"), "refused": N_("refused to sign")}
LATER = "later"


def party(side: str, words: str) -> list[Field]:
    """Who gives or takes: name, rank, badge."""
    return [
        Field(f"{side}_whom", Kind.TEXT, words, required=True),
        Field(f"{side}_rank", Kind.TEXT, tr(N_("Rank"))),
        Field(f"{side}_badge", Kind.CODE, tr(N_("Badge number"))),
    ]


def signed(side: str, words: str, *, later: bool = False) -> list[Field]:
    """Whether they signed; a refusal needs its reason."""
    options = [Option(key, tr(said)) for key, said in _SIGNED.items()]
    if later:
        options.append(Option(LATER, tr(N_("not there; signs on receipt"))))
    return [
        Field(f"signed_{side}", Kind.CHOICE, words, required=True, options=tuple(options)),
        Field(
            f"refusal_{side}", Kind.TEXT, tr(N_("Reason of the refusal")), required=True,
            when={f"signed_{side}": ("refused",)},
        ),
    ]  # fmt: skip


def when_and_where() -> list[Field]:
    return [
        Field("at", Kind.MOMENT, tr(N_("Date and time")), required=True),
        Field("place", Kind.TEXT, tr(N_("Place")), required=True),
    ]


def found_so() -> list[Field]:
    """How it looked, and what was counted or weighed."""
    return [
        Field("condition", Kind.TEXT, tr(N_("Condition"))),
        Field("witness", Kind.TEXT, tr(N_("Witness"))),
        Field("count", Kind.TEXT, tr(N_("Count"))),
        Field("weight", Kind.TEXT, tr(N_("Weight"))),
        Field("amount", Kind.TEXT, tr(N_("Amount"))),
        Field("written_no", Kind.NUMBER, tr(N_("Number on the paper record"))),
    ]


def text(said: Said, key: str) -> str:
    return str(said.get(key) or "")


def at_of(said: Said) -> datetime:
    return datetime.fromisoformat(text(said, "at"))


def number(said: Said, key: str) -> int | None:
    value = said.get(key)
    return value if isinstance(value, int) else None


def party_of(said: Said, side: str) -> Party:
    how = text(said, f"signed_{side}")
    return Party(
        text(said, f"{side}_whom"), text(said, f"{side}_rank"), text(said, f"{side}_badge"),
        "no" if how == LATER else how,
    )  # fmt: skip


def detail_of(said: Said) -> dict[str, str]:
    """What an entry keeps beside its columns."""
    refusal = " / ".join(one for side in ("from", "to") if (one := text(said, f"refusal_{side}")))
    found = {key: text(said, key) for key in ("witness", "order", "count", "weight", "amount", "tool")}
    return {key: value for key, value in {**found, "refusal": refusal}.items() if value}
