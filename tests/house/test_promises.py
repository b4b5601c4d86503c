"""CONTRIBUTING names every campaign there is, with the variable that makes it as large as its figures are."""

from __future__ import annotations

import re

from tests.house.source import CHECKOUT

CAMPAIGNS = CHECKOUT / "tests" / "campaigns"


def promises() -> str:
    """The part that tells how each promise is shown."""
    text = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return text.split("## Promises")[1].split("\n## ")[0]


def test_each_campaign_shows_a_promise() -> None:
    named = set(re.findall(r"`(test_\w+\.py)`", promises()))
    assert named == {path.name for path in CAMPAIGNS.glob("test_*.py")}


def test_each_variable_makes_a_campaign_larger() -> None:
    read = {name for path in CAMPAIGNS.glob("test_*.py") for name in re.findall(r"OTNET_\w+", path.read_text("utf-8"))}
    assert set(re.findall(r"`(OTNET_[A-Z_]+)", promises())) <= read
