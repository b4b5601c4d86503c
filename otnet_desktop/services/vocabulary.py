"""The words to choose from: those that ship, and one's own."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.domain.synonyms import said_alike
from otnet_desktop.domain.vocabulary import Choice, Choices, Vocabulary, code_of
from otnet_desktop.services.material import Material
from otnet_desktop.services.steps import Steps

MEANT_ALIKE = 2


class OwnList(StrEnum):
    """The lists one may add to."""

    SETTINGS = "settings"
    AREAS = "practice_areas"
    ROLES = "roles"
    CREDENTIALS = "credentials"
    HOW_MET = "how_met"
    PURPOSES = "purposes"
    SYNONYMS = "synonyms"
    """Not words to choose from, but what finds each other in a search: "care farm = green care"."""


class VocabularyService:
    """An own word is kept as it is written; it needs no code and no translation."""

    def __init__(self, steps: Steps, material: Material) -> None:
        self._steps = steps
        self._store = steps.store
        self._material = material

    def now(self) -> Vocabulary:
        """Every list as it is to be offered now: own words after those that ship."""
        shipped = self._material.vocabulary
        return replace(
            shipped,
            **{
                which.value: (*getattr(shipped, which.value), *self._own(which))
                for which in OwnList
                if which is not OwnList.SYNONYMS
            },
        )

    def own(self, which: OwnList) -> list[str]:
        """One's own words of a list."""
        return self._store.own_words.of(which.value)

    def add(self, which: OwnList, word: str) -> None:
        """Offer a word more from now on. Raises BadInput for nothing, and for what there is already."""
        word = " ".join(word.split())
        if not word:
            raise BadInput("There is no word in this line yet.", "Write it as you say it.")
        if which is OwnList.SYNONYMS:
            known: Choices = self._own(which)
            if len(said_alike(word)) < MEANT_ALIKE:
                raise BadInput("One word is alike to none.", "Write both, with = between them.")
        else:
            known = getattr(self.now(), which.value)
        if any(choice.code == code_of(known, word) for choice in known):
            raise BadInput(sentence("“{word}” is there already.", word=word), "Choose it from the list.")
        with self._steps.step("Add a word", [], Room.WRITING, tells_facts=False):
            self._store.own_words.add(which.value, word)

    def remove(self, which: OwnList, word: str) -> None:
        """Offer a word no more. With people and marks it stays as it is."""
        with self._steps.step("Take out a word", [], Room.WRITING, tells_facts=False):
            self._store.own_words.remove(which.value, word)

    def _own(self, which: OwnList) -> tuple[Choice, ...]:
        return tuple(Choice(word, word) for word in self.own(which))
