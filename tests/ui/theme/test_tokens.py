"""Contrast, computed for every pair of ink and ground that may meet, in both themes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from otnet_desktop.app import resources
from otnet_desktop.ui.theme.tokens import DARK, LIGHT, Role, Tone

GROUNDS = (Role.GROUND, Role.PANEL, Role.SIDE, Role.QUIET_TINT)
TINTS = tuple(tone.tint for tone in Tone if tone is not Tone.QUIET)
INKS = (Role.TEXT, Role.SOFT, Role.ACCENT, Role.DUE, Role.BLUE, Role.PLUM, Role.MOSS)
ON_FILLED = (
    (Role.ON_ACCENT, Role.ACCENT),
    (Role.ON_ACCENT, Role.ACCENT_DEEP),
    (Role.ON_INVERSE, Role.INVERSE),
    (Role.INVERSE_ACCENT, Role.INVERSE),
)
SHAPES = (Role.CONTROL, Role.ACCENT, Role.DUE, Role.ACCENT_DEEP)
THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def weak(tokens: Mapping[Role, str], pairs: list[tuple[Role, Role]], least: float) -> dict[str, float]:
    found = {f"{ink} on {ground}": round(contrast(tokens[ink], tokens[ground]), 2) for ink, ground in pairs}
    return {pair: ratio for pair, ratio in found.items() if ratio < least}


def test_the_formula_knows_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_text_has_four_and_a_half(tokens: Mapping[Role, str]) -> None:
    pairs = [*product(INKS, GROUNDS + TINTS), *ON_FILLED]
    assert weak(tokens, pairs, 4.5) == {}


@THEMES
def test_shapes_have_three(tokens: Mapping[Role, str]) -> None:
    pairs = [*product(SHAPES, GROUNDS + TINTS), (Role.FAINT, Role.PANEL)]
    assert weak(tokens, pairs, 3.0) == {}


@THEMES
def test_every_role_has_a_colour(tokens: Mapping[Role, str]) -> None:
    assert set(tokens) == set(Role)
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in tokens.values())


def test_every_tone_has_ink_and_tint() -> None:
    for tone in Tone:
        assert tone.ink in LIGHT
        assert tone.tint in LIGHT


@pytest.mark.parametrize(("scheme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_drawings_of_the_style_sheet_wear_colours_of_the_theme(scheme: str, tokens: Mapping[Role, str]) -> None:
    drawings = list((resources.root() / "style").glob(f"*-{scheme}.svg"))
    assert drawings
    for drawing in drawings:
        colours = set(re.findall("#[0-9a-f]{6}", Path(drawing).read_text("utf-8")))
        assert colours
        assert colours <= {tokens[Role.SOFT], tokens[Role.ACCENT], tokens[Role.ON_ACCENT]}, drawing.name
