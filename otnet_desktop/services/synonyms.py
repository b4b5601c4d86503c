"""What else a search may mean: the words of other countries, the parts of settings, and words of one's own."""

from __future__ import annotations

from otnet_desktop.domain.synonyms import Synonyms, said_alike
from otnet_desktop.services.material import Material
from otnet_desktop.services.vocabulary import OwnList
from otnet_desktop.store.store import Store


class SynonymsService:
    """Worked out anew only when somebody added or took out words."""

    def __init__(self, store: Store, material: Material) -> None:
        self._store = store
        self._material = material
        self._own: tuple[str, ...] = ()
        self._synonyms = self._worked_out()

    def readings(self, text: str) -> tuple[str, ...]:
        """What else may be meant, nearest first; see ``Synonyms.readings``."""
        own = tuple(self._store.own_words.of(OwnList.SYNONYMS.value))
        if own != self._own:
            self._own = own
            self._synonyms = self._worked_out()
        return self._synonyms.readings(text)

    def _worked_out(self) -> Synonyms:
        own = (said_alike(line) for line in self._own)
        return Synonyms((*self._material.synonyms, *own), self._material.vocabulary.settings)
