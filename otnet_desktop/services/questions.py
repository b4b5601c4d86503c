"""The question bank: what ships, by purpose, and one's own."""

from __future__ import annotations

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.questions import AROUND
from otnet_desktop.services.material import Material
from otnet_desktop.services.steps import Steps


class QuestionsService:
    """Own questions stand behind those that ship in their bank."""

    def __init__(self, steps: Steps, material: Material) -> None:
        self._steps = steps
        self._store = steps.store
        self._material = material

    def banks(self) -> dict[str, tuple[str, ...]]:
        """Every bank with its questions: those for any purpose first and last as in the file."""
        found = {bank: list(texts) for bank, texts in self._material.questions.items()}
        for bank, text in self._store.own_questions.all():
            found.setdefault(bank, []).append(text)
        return {bank: tuple(texts) for bank, texts in found.items()}

    def names(self) -> dict[str, str]:
        """What each bank with a purpose is called."""
        labels = {choice.code: choice.label for choice in self._material.vocabulary.purposes}
        return {bank: labels.get(bank, bank) for bank in self.banks() if bank not in AROUND}

    def is_own(self, bank: str, text: str) -> bool:
        """Whether one added it oneself."""
        return text in self.own(bank)

    def add(self, bank: str, text: str) -> str:
        """Keep a question to choose again; as it is kept it comes back. Raises BadInput for none, or a known one."""
        text = " ".join(text.split())
        if not text:
            raise BadInput("There is no question in this line yet.", "Write it as you would ask it.")
        if text.casefold() in (known.casefold() for known in self.banks().get(bank, ())):
            raise BadInput("This question is there already.", "Choose it from the list.")
        with self._steps.step("Keep a question", [], Room.WRITING, tells_facts=False):
            self._store.own_questions.add(bank, text)
        return text

    def remove(self, bank: str, text: str) -> None:
        """Offer an own question no more. In meetings it stays."""
        with self._steps.step("Take out a question", [], Room.WRITING, tells_facts=False):
            self._store.own_questions.remove(bank, text)

    def own(self, bank: str) -> list[str]:
        """One's own questions of a bank, in their order."""
        return [text for kept_in, text in self._store.own_questions.all() if kept_in == bank]

    def move(self, bank: str, text: str, place: int) -> None:
        """Put a question of one's own at another place among those of its bank."""
        texts = self.own(bank)
        texts.remove(text)
        texts.insert(place, text)
        with self._steps.step("Move a question", [], Room.WRITING, tells_facts=False):
            self._store.own_questions.order(bank, texts)
