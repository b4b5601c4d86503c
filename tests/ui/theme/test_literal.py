"""Text from outside stays text."""

from __future__ import annotations

import pytest

from otnet_desktop.ui.theme.literal import caption, isolated, literal_tip, one_line, shortened
from otnet_desktop.ui.theme.look import look


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Renata Okafor", "Renata Okafor"),
        ("Renata\n\tOkafor  OT", "Renata Okafor OT"),
        ("a\x00b\u202ec", "a b c"),
        ("فاطمه‌سادات", "فاطمه‌سادات"),
        ("  ", ""),
    ],
)
def test_one_line(given: str, shown: str) -> None:
    assert one_line(given) == shown


def test_a_button_shows_an_ampersand() -> None:
    assert caption("Smith & Sons") == isolated("Smith && Sons")


def test_a_line_of_a_menu_is_cut_by_its_signs() -> None:
    assert shortened("Wolfeschlegelsteinhausenbergerdorff" * 2) == "Wolfeschlegelsteinhausenbergerdorff" + "Wolf…"
    assert shortened("Amélie\nDuval") == "Amélie Duval"


def test_nothing_stays_nothing() -> None:
    assert isolated("") == ""


def test_a_tip_shows_its_brackets() -> None:
    assert literal_tip("a < b & c") == "<span>a &lt; b &amp; c</span>"
    assert literal_tip("Tom & Ann") == "Tom & Ann"


def test_elided_text_reads_in_its_own_direction_and_fits() -> None:
    metrics = look().metrics
    shown = metrics.elide("Amélie Duval-Beauregard de la Tour", 120)
    assert shown.startswith("\u2068")
    assert shown.endswith("…\u2069")
    assert metrics.measure().horizontalAdvance(shown) <= 120
    whole = "Renata Okafor"
    assert metrics.elide(whole, metrics.width(whole)) == isolated(whole)


def test_the_memory_of_widths_stays_small() -> None:
    metrics = look().metrics
    for number in range(10_000):
        metrics.width(str(number))
        metrics.elide(str(number), 50)
    assert len(metrics._widths) <= 4096
    assert len(metrics._elided) <= 4096
