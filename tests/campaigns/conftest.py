"""Campaigns look longer and elsewhere every time."""

from __future__ import annotations

import hypothesis

hypothesis.settings.load_profile("campaign")
