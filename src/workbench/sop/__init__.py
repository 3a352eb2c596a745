"""The procedure: packs as data, facts of a case, progress through the steps, deadlines. All of it pure."""

from workbench.sop.files import digest, read_folder
from workbench.sop.flaws import Finding, Flaw, Level
from workbench.sop.loader import inspect, inspect_bytes, load, load_bytes

__all__ = ["Finding", "Flaw", "Level", "digest", "inspect", "inspect_bytes", "load", "load_bytes", "read_folder"]
