"""Where the files that come with the program lie: resources and translations."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent
# An installed wheel carries the folders inside the package; a clone has them two levels up.
_ROOT = _HERE / "_shipped" if (_HERE / "_shipped").is_dir() else _HERE.parents[1]


def resource(*parts: str) -> Path:
    """The path of a shipped resource, for instance ``resource("fonts", "Amiri-Regular.ttf")``."""
    return _ROOT.joinpath("resources", *parts)


def translations() -> Path:
    """The folder that holds one catalogue folder per language."""
    return _ROOT / "translations"
