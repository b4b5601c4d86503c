"""What ships with the program and is handed inward as values: the vocabulary to choose from.

``app.resources`` reads it from disk; a workspace without any works as well, with empty lists to choose from.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from otnet_desktop.domain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Material:
    """Read once at start, never changed."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
