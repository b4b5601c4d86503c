"""What plans of imports come to."""

from __future__ import annotations

from otnet_desktop.services.import_plan import ImportPlan


def changes_anything(plan: ImportPlan) -> bool:
    """Whether carrying it out would change anything."""
    return bool(plan.calendars) or any(entry.is_news for entry in plan.entries())
