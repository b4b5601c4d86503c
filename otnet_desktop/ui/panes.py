"""The panes a window is assembled from, so that it imports none of them before its first frame.

Public: ``Pane`` (what follows a person), ``Panes`` (how to make each).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from otnet_desktop.services.workspace import Workspace
    from otnet_desktop.ui.bridge import Bridge
    from otnet_desktop.ui.intents import Intents
    from otnet_desktop.ui.tasks import Tasks

PaneOf = Callable[["Workspace", "Bridge", "Intents"], Any]
"""A widget made of these. Where it follows a person it has ``show_person(id)``, with 0 for nobody."""

BusyPaneOf = Callable[["Workspace", "Bridge", "Intents", "Tasks"], Any]
"""One that may have much to read."""


@dataclass(frozen=True, slots=True)
class Panes:
    """How to make each pane."""

    person: PaneOf
    timeline: PaneOf
    everyone: PaneOf
    follow_ups: PaneOf
    compass: BusyPaneOf
    journey: PaneOf
