"""System libraries that Qt needs on Linux: which are missing, in which package they are, and the offer to install."""

import ctypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

# Library: its package in Debian and Ubuntu, in Fedora.
PACKAGES: dict[str, tuple[str, str]] = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzstd.so.1": ("libzstd1", "libzstd"),
}
X11_PACKAGES: dict[str, tuple[str, str]] = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}
WAYLAND_PACKAGES: dict[str, tuple[str, str]] = {
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
}
INSTALLERS = {"apt-get": 0, "dnf": 1}

Missing = dict[str, tuple[str, str]]


def missing(python: Path, *, window: bool) -> Missing:
    """The libraries that Qt lacks on this computer, each with its packages; asked in a process of its own."""
    if not sys.platform.startswith("linux"):
        return {}
    # A failed look for a library is remembered by the process that looked.
    asked = [str(python), "-I", __file__, *needed_for(window, os.environ)]
    lacking = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.split()
    known = PACKAGES | X11_PACKAGES | WAYLAND_PACKAGES
    return {name: known.get(name, ("", "")) for name in lacking}


def needed_for(window: bool, environment: Mapping[str, str]) -> tuple[str, ...]:
    """What of Qt must load: always its widgets; for a window also the plug-in that speaks to the display."""
    widgets = "lib/libQt6Widgets.so.6"
    if not window or "QT_QPA_PLATFORM" in environment:
        return (widgets,)
    if environment.get("DISPLAY"):
        return (widgets, "plugins/platforms/libqxcb.so")
    return (widgets, "plugins/platforms/libqwayland.so") if environment.get("WAYLAND_DISPLAY") else (widgets,)


def offer(find: Callable[[], Missing], yes: bool) -> bool:
    """Say what is missing and in which package, install it if that is wanted; whether nothing is missing (any more)."""
    lacking = find()
    if not lacking:
        return True
    installer = next((name for name in INSTALLERS if shutil.which(name)), None)
    packages = sorted({names[INSTALLERS[installer]] for names in lacking.values()} - {""}) if installer else []
    print("This computer lacks:", *sorted(lacking), sep="\n  ", file=sys.stderr)
    if not installer or not packages:
        print("Install the packages of your system that hold them, then run this again.", file=sys.stderr)
        return False
    command = [*_as_root(), installer, "install", "-y", *packages]
    print("This installs it:\n  " + " ".join(command), file=sys.stderr, flush=True)
    if not (yes or _agreed()):
        return False
    if installer == "apt-get":
        _run([*_as_root(), installer, "update", "-qq"])
    _run(command)
    left = find()
    if left:
        print("Still missing:", *sorted(left), sep="\n  ", file=sys.stderr)
    return not left


def _agreed() -> bool:
    if not sys.stdin.isatty():
        print("Run it, or put --yes before «run» or «test» to have it installed.", file=sys.stderr)
        return False
    return input("Install it now? [y/N] ").strip().lower() in ("y", "yes")


def _as_root() -> list[str]:
    return [] if os.geteuid() == 0 or not shutil.which("sudo") else ["sudo"]  # type: ignore[attr-defined,unused-ignore]


def _run(command: list[str]) -> None:
    # What is installed, not the exit code, decides in the end.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, stdout=sys.stderr, check=False)


def _loads(name: str) -> str:
    """Empty if the library loads, otherwise the name of the one that stands in the way."""
    try:
        ctypes.CDLL(name)
    except OSError as error:
        found = re.match(r"(\S+\.so[\d.]*): cannot open shared object file", str(error))
        return found[1] if found else str(error).replace(" ", "_")
    return ""


def _look(parts: list[str]) -> list[str]:
    """The missing libraries of these parts of Qt, run inside the environment that holds it."""
    import importlib.util

    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return ["PySide6"]
    qt = Path(found.submodule_search_locations[0]) / "Qt"
    blocked = [name for name in (_loads(str(qt / part)) for part in parts) if name]
    if not blocked:
        return []
    # The loader names one at a time; the person should hear all of them at once.
    display = {"libqxcb": X11_PACKAGES, "libqwayland": WAYLAND_PACKAGES}.get(Path(parts[-1]).stem, {})
    return sorted({*blocked, *(name for name in PACKAGES | display if _loads(name))})


if __name__ == "__main__":
    print("\n".join(_look(sys.argv[1:])))
