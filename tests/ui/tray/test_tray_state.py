"""Names from outside are shown literally, in one line of a bearable length."""

from __future__ import annotations

import pytest

from otnet_desktop.ui.tray.tray_state import LONGEST_TITLE, for_panel_menu, for_qt_menu, one_line


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Thank Renata", "Thank Renata"),
        ("Thank\nRenata\t\r\n!", "Thank Renata !"),
        ("Thank\u2028Renata\u2029", "Thank Renata"),
        ("Thank \u202eataneR\u202c", "Thank ataneR"),
        ("\x00Thank\x1b[31m", "Thank [31m"),
        ("Thank شيرين", "Thank شيرين"),
        ("👩🏽‍⚕️", "👩🏽‍⚕️"),
        ("x" * LONGEST_TITLE, "x" * LONGEST_TITLE),
        ("x" * (LONGEST_TITLE + 1), "x" * (LONGEST_TITLE - 1) + "…"),
    ],
)
def test_a_title_becomes_one_line(title: str, shown: str) -> None:
    assert one_line(title) == shown


def test_shortcut_marks_are_escaped_for_whoever_draws() -> None:
    assert for_qt_menu("A & B & C_d") == "A && B && C_d"
    # Qt turns the first ampersand into an underscore on the way, so this arrives as "A _& B & C__d".
    assert for_panel_menu("A & B & C_d") == "A && B & C__d"
