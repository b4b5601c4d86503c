"""Can a window open here? Asked before Qt is: Qt aborts the whole process when it cannot, and blames the wrong library.

The xcb plugin is loaded the way Qt would load it a moment later, which names a missing library and costs next to
nothing, since Qt finds it loaded. Then the display is called once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

PATIENCE_S = 5.0
"""How long a display may take to answer; a forwarded one on a slow line takes a second or two."""


class DisplayState(StrEnum):
    """What the machine offers for a window."""

    FINE = "fine"
    ABSENT = "absent"
    SILENT = "silent"
    LIBRARY_MISSING = "library missing"


class Verdict(NamedTuple):
    """``what`` names the display that is silent or the library that is missing."""

    state: DisplayState
    what: str = ""

    @property
    def sentence(self) -> str:
        """One line for standard error."""
        match self.state:
            case DisplayState.FINE:
                return "A window can open here."
            case DisplayState.ABSENT:
                return "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
            case DisplayState.SILENT:
                return f"The display {self.what} does not answer."
            case DisplayState.LIBRARY_MISSING:
                from otnet_desktop.bootstrap.machine import QT_LIBRARIES, WINDOW_LIBRARIES

                package = (QT_LIBRARIES | WINDOW_LIBRARIES).get(self.what)
                hint = f" (on Debian and Ubuntu: apt install {package})" if package else ""
                return f"The library {self.what} is missing, and without it no window can open{hint}."


FINE = Verdict(DisplayState.FINE)


def probe(environ: Mapping[str, str] = os.environ, plugins: Path | None = None) -> Verdict:
    """Whether Qt will find a display, in the order in which it would try them. Only Linux and its kin can lack one.

    ``plugins`` is the folder of Qt's platform plugins (default: the installed one).
    """
    if sys.platform in ("win32", "darwin"):
        return FINE
    asked_for = [choice.partition(":")[0] for choice in environ.get("QT_QPA_PLATFORM", "").split(";") if choice]
    if any(not choice.startswith(("xcb", "wayland")) for choice in asked_for):
        return FINE  # offscreen and the like need no display
    folder = plugins or _plugins()
    wayland, x11 = environ.get("WAYLAND_DISPLAY"), environ.get("DISPLAY")
    verdicts = []
    if wayland and (not asked_for or any(choice.startswith("wayland") for choice in asked_for)):
        verdicts.append(_wayland(wayland, environ.get("XDG_RUNTIME_DIR", ""), folder))
    if x11 and (not asked_for or "xcb" in asked_for):
        verdicts.append(_x11(x11, folder))
    # One that works is enough: Qt tries them in turn. Else the last one's trouble, X being what most machines have.
    return next((v for v in verdicts if v == FINE), verdicts[-1] if verdicts else Verdict(DisplayState.ABSENT))


def _plugins() -> Path | None:
    """Where Qt keeps its platform plugins, found without importing it."""
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "Qt" / "plugins" / "platforms"


def _missing_library(folder: Path | None, plugin: str) -> str:
    """Name of the library without which Qt's plugin cannot be loaded; empty when it can."""
    if folder is None or not (folder / plugin).exists():
        return ""  # another build of Qt; it will say for itself
    import ctypes

    try:
        ctypes.CDLL(str(folder / plugin), os.RTLD_LAZY)
    except OSError as err:
        import re

        named = re.match(r"([^\s:/]+\.so[.\d]*): cannot open", str(err))
        return named[1] if named else str(err)
    return ""


def _wayland(name: str, runtime: str, folder: Path | None) -> Verdict:
    if missing := _missing_library(folder, "libqwayland.so"):
        return Verdict(DisplayState.LIBRARY_MISSING, missing)
    import socket

    with socket.socket(socket.AF_UNIX) as caller:
        caller.settimeout(PATIENCE_S)
        try:
            caller.connect(str(Path(runtime) / name))  # a name that is an absolute path stays as it is
        except OSError:
            return Verdict(DisplayState.SILENT, name)
    return FINE


def _x11(name: str, folder: Path | None) -> Verdict:
    if missing := _missing_library(folder, "libqxcb.so"):
        return Verdict(DisplayState.LIBRARY_MISSING, missing)
    import threading

    answered: list[bool] = []
    # xcb waits for ever for a display that accepts the call and then says nothing.
    call = threading.Thread(target=lambda: answered.append(_answers(name)), daemon=True)
    call.start()
    call.join(PATIENCE_S)
    return FINE if answered == [True] else Verdict(DisplayState.SILENT, name)


def _answers(name: str) -> bool:
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the plugin loaded without it: not this kind of Qt
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(name.encode(), None)
    try:
        return bool(xcb.xcb_connection_has_error(connection) == 0)
    finally:
        xcb.xcb_disconnect(connection)
