"""Somebody who was deleted, as long as they can be brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from otnet_desktop.domain.people import PersonId

TrashId = NewType("TrashId", int)

KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Trashed:
    """Somebody in the trash, and until when."""

    id: TrashId
    person: PersonId
    ref: str
    name: str
    headline: str
    deleted_at: datetime

    @property
    def gone_at(self) -> datetime:
        """When they will be deleted for good."""
        return self.deleted_at + KEPT_FOR
