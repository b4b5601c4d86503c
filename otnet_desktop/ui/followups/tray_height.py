"""How high the tray is, known before it is made: the first frame keeps its room, and nothing jumps when it comes.

Public: ``tray_height(is_anything_due)``.
"""

from __future__ import annotations

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TARGET, TextSize

CARDS = 88
"""As drawn; with larger text only as much higher as the text needs."""


def tray_height(is_anything_due: bool) -> int:
    """Room for cards, or for one calm line."""
    metrics = look().metrics
    if not is_anything_due:
        return max(TARGET, metrics.line()) + 4 * STEP
    return max(CARDS, metrics.line() + metrics.line(TextSize.CAPTION) + 12 * STEP)
