"""The time zone the machine is set to. Qt knows it on every system, so no further library is needed."""

import logging
from zoneinfo import ZoneInfo

log = logging.getLogger(__name__)


def machine_zone() -> str:
    """Name of the machine's zone as it is now (it changes on a journey), such as ``Europe/Lisbon``; else ``UTC``."""
    from PySide6.QtCore import QTimeZone

    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not found, not a name, not readable
        log.warning("The machine's time zone %r is not known here; using UTC.", name)
        return "UTC"
    return name
