"""Campaigns look longer, and elsewhere each time; where a change is judged (CI) always in the same places."""

from __future__ import annotations

import os

import hypothesis

hypothesis.settings.register_profile(
    "judge", hypothesis.settings.get_profile("campaign"), derandomize=True, database=None
)
hypothesis.settings.load_profile("judge" if "CI" in os.environ else "campaign")
