"""The two choices above a letter: which letter, and to which address.

Public: ``LetterBox(letters)`` with ``show_own(letters)``, ``letter()``/``choose(letter)``, and ``AddressBox`` with
``show_readers(profiles)``, ``way()``/``choose(channel)``; both tell ``picked`` only when somebody chooses by hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.letter_choice import GROUPS, TITLES
from otnet_desktop.domain.messages import Channel
from otnet_desktop.domain.own_letters import OwnLetter, own_id
from otnet_desktop.domain.people import ContactKind, ContactState, Profile
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.widgets.calm_box import CalmBox

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Way:
    """How a letter goes: by which channel, to which address (several in one), number or page ("" for none)."""

    channel: Channel
    address: str = ""


SEPARATOR = ", "
"""Between addresses; none of them may hold it."""

NO_WAY = Way(Channel.EMAIL)
CHANNELS = {
    ContactKind.EMAIL: Channel.EMAIL,
    ContactKind.LINKEDIN: Channel.LINKEDIN,
    ContactKind.PHONE: Channel.TEXT,
}


class LetterBox(CalmBox):
    """Every letter there is: one's own first, then by groups; and a blank sheet."""

    def __init__(self, letters: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(translate("Composer", "Letter"), parent)
        self._letters = letters
        self.setMaxVisibleItems(16)
        self.show_own(())

    def show_own(self, own: Iterable[OwnLetter]) -> None:
        """Offer these as well; what is chosen stays so."""
        chosen = self.letter()
        model = QStandardItemModel(self)
        model.appendRow(_line(translate("Composer", TITLES[""]), ""))
        mine = [_line(one_line(letter.title), own_id(letter.ref)) for letter in own]
        if mine:
            _head(model, translate("Composer", "My letters"))
        for line in mine:
            model.appendRow(line)
        for title, group in GROUPS:
            _head(model, translate("Composer", title))
            for letter in group:
                if letter in self._letters:
                    model.appendRow(_line(translate("Composer", TITLES[letter]), letter))
        self.setModel(model)  # which takes the one before with it
        self.choose(chosen)

    def letter(self) -> str:
        """The letter chosen."""
        return str(self.currentData() or "")

    def choose(self, letter: str) -> None:
        """Show that it is this one."""
        self.setCurrentIndex(max(0, self.findData(letter)))


class AddressBox(CalmBox):
    """Every way to reach somebody that works, e-mail first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Composer", "To"), parent)

    def show_readers(self, readers: Sequence[Profile]) -> None:
        """The ways to one, or to several at once."""
        if len(readers) == 1:
            self.show_ways(readers[0])
        else:
            self.show_group(readers)

    def show_group(self, readers: Sequence[Profile]) -> None:
        """The ways to several at once: one mail to everybody who has an address."""
        self.clear()
        points = [point for reader in readers if (point := reader.reach(ContactKind.EMAIL)) is not None]
        together = SEPARATOR.join(point.value for point in points)
        self.addItem(together or translate("Composer", "No e-mail address yet"), Way(Channel.EMAIL, together))
        self.addItem(translate("Composer", "To be said in person"), Way(Channel.IN_PERSON))

    def show_ways(self, profile: Profile) -> None:
        """These ways, the preferred one of each kind first."""
        self.clear()
        for kind, channel in CHANNELS.items():
            points = [p for p in profile.contact_points if p.kind is kind and p.state is ContactState.OK and p.value]
            for point in sorted(points, key=lambda p: not p.primary):
                self.addItem(_said(kind, point.value), Way(channel, point.value))
        if not self.count() or self.itemData(0).channel is not Channel.EMAIL:
            self.addItem(translate("Composer", "No e-mail address yet"), NO_WAY)
        for channel, text in (
            (Channel.CARD, translate("Composer", "A card by post")),
            (Channel.IN_PERSON, translate("Composer", "To be said in person")),
        ):
            self.addItem(text, Way(channel))

    def way(self) -> Way:
        """The way chosen."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, Way) else NO_WAY

    def choose(self, channel: Channel) -> None:
        """The first way by that channel, if there is one."""
        for row in range(self.count()):
            if self.itemData(row).channel is channel:
                self.setCurrentIndex(row)
                return


def _said(kind: ContactKind, value: str) -> str:
    match kind:
        case ContactKind.LINKEDIN:
            return translate("Composer", "LinkedIn message")
        case ContactKind.PHONE:
            return translate("Composer", "Text message to {number}").format(number=value)
    return value


def _head(model: QStandardItemModel, text: str) -> None:
    heading = _line(text, None)
    heading.setFlags(Qt.ItemFlag.NoItemFlags)
    model.appendRow(heading)


def _line(text: str, letter: str | None) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(letter, Qt.ItemDataRole.UserRole)
    return item
