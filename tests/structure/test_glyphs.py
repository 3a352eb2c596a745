"""Every icon that the window names is in the icon fonts: a missing one shows only when somebody opens that panel."""

import re

from structure.material import Module

from workbench.ui.icons import _glyphs

_NAMED = re.compile(r'"((?:ph|mdi6)\.[a-z0-9-]+)"')


def test_every_icon_that_is_named_exists(modules: list[Module]) -> None:
    named = {(module.place, name) for module in modules if module.inside("ui/") for name in _NAMED.findall(module.text)}
    assert len(named) > 100
    missing = [
        f"{place}: {name}" for place, name in sorted(named)
        if name.partition(".")[2] not in _glyphs(name.partition(".")[0])[1]
    ]  # fmt: skip
    assert missing == []
