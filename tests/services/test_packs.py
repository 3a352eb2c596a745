"""A case starts under the shipped procedure of its kind and stays under exactly that one."""

import pytest

from workbench.services import cases, guides, packs
from workbench.store import Desk


@pytest.mark.parametrize("kind", cases.KINDS)
def test_a_case_is_kept_under_the_very_pack_it_was_opened_under(
    desk: Desk, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ("iq-tip", "iq-som") if kind == "both" else (packs.pack_for(kind),)
    row = cases.open_case(desk, title="Synthetic", kind=kind)
    assert row.pack_key == "+".join(keys)
    # As in a program that was started again: nothing is known but what the vault holds.
    monkeypatch.setattr(packs, "_LOADED", {})
    found = [packs.shipped(key)[0] for key in keys]
    shipped = found[0] if len(found) == 1 else packs.together(*found)
    for tag in shipped.languages:
        kept = guides.guide(desk, row.number, tag).pack
        assert kept == shipped.in_language(tag)
        assert kept.digest == shipped.digest


@pytest.mark.parametrize("key", packs.shipped_keys())
def test_every_shipped_pack_is_the_one_for_its_kind(key: str) -> None:
    assert packs.pack_for(str(packs.summary(key)["kind"])) == key


def test_a_case_of_no_known_kind_starts_as_trafficking() -> None:
    assert packs.pack_for("undetermined") == packs.pack_for("tip") == "iq-tip"
