"""What ships with the program and is handed inward as values: words to choose from, letters, questions, checklists.

``app.resources`` reads it from disk; a workspace without any works as well, with empty lists to choose from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from otnet_desktop.domain.letters import Letter
from otnet_desktop.domain.vocabulary import Vocabulary

Lines = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Material:
    """Read once at start, never changed.

    ``letters`` by their id ("intro.setting_info"), ``questions`` by purpose (and "opening", "group", "closing"),
    ``checklists`` by kind ("research", "virtual_meeting" ...), each in the order of the file; ``synonyms`` are
    groups of phrases for the same thing.
    """

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    letters: Mapping[str, Letter] = field(default_factory=dict)
    questions: Lines = field(default_factory=dict)
    checklists: Lines = field(default_factory=dict)
    synonyms: tuple[tuple[str, ...], ...] = ()
