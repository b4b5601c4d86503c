"""The words an occupational therapist expects to choose from: codes kept in the data, labels shown to people.

The lists come from ``resources/vocabulary``. A code that is in no list is kept and shown as it is: imports bring words
nobody foresaw, and none of them is ever judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One word to choose: ``code`` is kept, ``label`` is shown."""

    code: str
    label: str


Choices = tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists to choose from, each in the order it is shown."""

    purposes: Choices = ()
    settings: Choices = ()
    roles: Choices = ()
    practice_areas: Choices = ()
    credentials: Choices = ()
    nucc: Choices = ()
    how_met: Choices = ()


def label_of(choices: Sequence[Choice], code: str) -> str:
    """The label of a code; a code in no list reads as itself."""
    return next((choice.label for choice in choices if choice.code == code), code)


def code_of(choices: Sequence[Choice], text: str) -> str:
    """The code behind a label (or code) somebody typed, in any case; any other text is kept as it is."""
    wanted = text.strip().casefold()
    return next((c.code for c in choices if wanted in (c.label.casefold(), c.code.casefold())), text.strip())
