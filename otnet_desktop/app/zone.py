"""The time zone the machine is set to: what the system files say, else what Qt finds out (Windows)."""

from __future__ import annotations

import logging
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from otnet_desktop.services.clock import SystemClock

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

log = logging.getLogger(__name__)


def machine_zone() -> str:
    """Name of the machine's zone as it is now (it changes on a journey), such as ``Europe/Lisbon``; else ``UTC``."""
    name = _from_system_files() or _from_qt()
    return name if is_known(name) else "UTC"


@cache
def is_known(name: str) -> bool:
    """Whether times can be told in a zone; that they cannot is said once."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not found, not a name, not readable
        log.warning("The machine's time zone %r is not known here; using UTC.", name)
        return False
    return True


def this_moment() -> tuple[datetime, tzinfo]:
    """Now, and the machine's zone, until the data say which zone the user wants."""
    now = SystemClock().now()
    zone = now.astimezone().tzinfo
    assert zone is not None, "an aware instant has a zone"
    return now, zone


def _from_system_files() -> str:
    """What TZ or the link ``/etc/localtime`` names; commands in the terminal need no Qt for that."""
    if name := os.environ.get("TZ", "").lstrip(":"):
        return name if (Path("/usr/share/zoneinfo") / name).is_file() else ""
    link = Path("/etc/localtime")
    _before, found, name = str(link.readlink()).partition("zoneinfo/") if link.is_symlink() else ("", "", "")
    return name if found else ""


def _from_qt() -> str:
    from PySide6.QtCore import QTimeZone

    return bytes(QTimeZone.systemTimeZoneId().data()).decode()
