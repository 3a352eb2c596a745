"""A pack of a few lines, made where a test needs it."""

from collections.abc import Mapping
from typing import Any

import yaml

from workbench.sop import Pack, load_bytes


def step(key: str, **more: Any) -> dict[str, Any]:
    """A step with the least that a step needs."""
    return {"key": key, "title": f"Title {key}", "purpose": "P", "mark": "GK", **more}


def made(*steps: Mapping[str, Any], key: str = "made", kind: str = "tip", **head: Any) -> Pack:
    """A pack of one phase for each letter that its steps begin with."""
    phases: dict[str, list[Mapping[str, Any]]] = {}
    for one in steps:
        phases.setdefault(str(one["key"]).partition(".")[0], []).append(one)
    top = {
        "format": 1, "key": key, "version": "1", "kind": kind, "title": f"Synthetic {key}", "timezone": "Asia/Baghdad",
        "source_language": "en", "languages": ["en"], "sources": {"LAW": "Synthetic law"}, "jurisdictions": ["iq"],
        **head, "phases": list(phases),
    }  # fmt: skip
    files = {"pack.yaml": yaml.safe_dump(top, sort_keys=False).encode()}
    for name, members in phases.items():
        phase = {"key": name, "title": f"Phase {name}", "sop_chapter": "1", "steps": members}
        files[f"phases/{name}.yaml"] = yaml.safe_dump(phase, sort_keys=False).encode()
    return load_bytes(files)
