"""Which desktop is wanted."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Literal

Tray = Literal["panel", "trayer", "none"]
Notify = Literal["dunst", "xfce", "none"]
WindowManager = Literal["openbox", "xfwm4", "none"]


@dataclass(frozen=True)
class DesktopKind:
    """A desktop like most, unless something is left out or changed.

    ``tray``: "panel" draws StatusNotifierItems (and old icons), "trayer" knows only the old XEmbed protocol.
    ``notify``: "dunst" has no buttons but a default action, "xfce" has buttons, "none": nobody answers.
    ``dpi`` is announced by XSETTINGS, and Qt scales by it. ``environment`` is added to every program's.
    """

    tray: Tray = "panel"
    notify: Notify = "dunst"
    wm: WindowManager = "openbox"
    bus: bool = True
    x: bool = True
    a11y: bool = True
    dark: bool = False
    size: str = "1280x800"
    dpi: int = 96
    desktop_name: str = "XFCE"
    environment: dict[str, str] = field(default_factory=dict)

    def to_text(self) -> str:
        """For the command line of the supervisor."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> DesktopKind:
        """The inverse."""
        return cls(**json.loads(text))
