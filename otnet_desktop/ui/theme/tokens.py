"""The colours of OTnet, by role, for a light and a dark screen. No Qt here.

Public: ``Role`` (what a colour is for), ``Tone`` (a mood: ink on a tint), ``LIGHT`` and ``DARK`` (role -> ``#rrggbb``).

Every ink reaches 4.5:1 on every ground and tint it may stand on, every edge of a control 3:1; a test computes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property


class Role(StrEnum):
    """What a colour is for."""

    GROUND = "ground"
    """Behind everything."""
    PANEL = "panel"
    """Cards, lists and fields."""
    SIDE = "side"
    """The tool bar, the side rail, the follow-up tray."""
    TEXT = "text"
    SOFT = "soft"
    """Second lines, captions, placeholders."""
    FAINT = "faint"
    """What cannot be used now; still 3:1 on a panel."""
    ACCENT = "accent"
    """The one accent: what one can press, what is chosen, what has the focus."""
    ACCENT_DEEP = "accent_deep"
    """The accent under the pointer."""
    ON_ACCENT = "on_accent"
    ACCENT_TINT = "accent_tint"
    DUE = "due"
    """Only for what is due."""
    DUE_TINT = "due_tint"
    BLUE = "blue"
    BLUE_TINT = "blue_tint"
    PLUM = "plum"
    PLUM_TINT = "plum_tint"
    MOSS = "moss"
    MOSS_TINT = "moss_tint"
    QUIET_TINT = "quiet_tint"
    """A tint without a mood: hover, plain pills."""
    CONTROL = "control"
    """The edge of a control: 3:1 on every ground."""
    HAIRLINE = "hairline"
    """Decoration only; nothing depends on seeing it."""
    INVERSE = "inverse"
    """A toast: the other way round."""
    ON_INVERSE = "on_inverse"
    INVERSE_ACCENT = "inverse_accent"


class Tone(StrEnum):
    """A mood for a pill, a face or a dot: an ink and the tint it stands on. Never the only carrier of a meaning."""

    QUIET = "quiet"
    ACCENT = "accent"
    DUE = "due"
    BLUE = "blue"
    PLUM = "plum"
    MOSS = "moss"

    @cached_property
    def ink(self) -> Role:
        """The role of the text and the lines."""
        return Role.SOFT if self is Tone.QUIET else Role(self.value)

    @cached_property
    def tint(self) -> Role:
        """The role of the ground under the ink."""
        return Role(f"{self.value}_tint")


LIGHT: Mapping[Role, str] = {
    Role.GROUND: "#f6f5f2",
    Role.PANEL: "#ffffff",
    Role.SIDE: "#efede8",
    Role.TEXT: "#22262b",
    Role.SOFT: "#59626b",
    Role.FAINT: "#878e96",
    Role.ACCENT: "#1f6f6b",
    Role.ACCENT_DEEP: "#175957",
    Role.ON_ACCENT: "#ffffff",
    Role.ACCENT_TINT: "#d9ecea",
    Role.DUE: "#9c4a08",
    Role.DUE_TINT: "#fbead9",
    Role.BLUE: "#2b5c9e",
    Role.BLUE_TINT: "#e1ebf8",
    Role.PLUM: "#6d3f86",
    Role.PLUM_TINT: "#f0e6f5",
    Role.MOSS: "#566018",
    Role.MOSS_TINT: "#ebefd8",
    Role.QUIET_TINT: "#ecebe6",
    Role.CONTROL: "#85827b",
    Role.HAIRLINE: "#e2dfd8",
    Role.INVERSE: "#2b3136",
    Role.ON_INVERSE: "#f4f5f5",
    Role.INVERSE_ACCENT: "#86d3cd",
}

DARK: Mapping[Role, str] = {
    Role.GROUND: "#1b1e21",
    Role.PANEL: "#24282c",
    Role.SIDE: "#1f2326",
    Role.TEXT: "#e9ebed",
    Role.SOFT: "#a9b3bc",
    Role.FAINT: "#78828b",
    Role.ACCENT: "#6cc5bf",
    Role.ACCENT_DEEP: "#86d3cd",
    Role.ON_ACCENT: "#0f2423",
    Role.ACCENT_TINT: "#213f3e",
    Role.DUE: "#f0a35e",
    Role.DUE_TINT: "#44311f",
    Role.BLUE: "#8db7ee",
    Role.BLUE_TINT: "#26374d",
    Role.PLUM: "#cfa6e2",
    Role.PLUM_TINT: "#3d2d47",
    Role.MOSS: "#b9c673",
    Role.MOSS_TINT: "#363c20",
    Role.QUIET_TINT: "#2e3338",
    Role.CONTROL: "#7d868f",
    Role.HAIRLINE: "#363b41",
    Role.INVERSE: "#e9ebed",
    Role.ON_INVERSE: "#1b1e21",
    Role.INVERSE_ACCENT: "#175957",
}
