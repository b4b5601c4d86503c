"""Subject and text of a letter as one: put in place of what stood there, with gaps closed or opened.

Public: ``LetterText(page)`` with ``put(subject, body)``, ``introduce(me)`` and ``as_own(values, title, kind)``; and
``translated(text)``, what a gap asks for in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.letter_phrases import with_article
from otnet_desktop.domain.letters import close_gap
from otnet_desktop.domain.own_letters import OwnLetter, with_gaps
from otnet_desktop.domain.preferences import Me
from otnet_desktop.ui.outreach.composer_page import ComposerPage


def translated(text: str) -> str:
    """What a gap asks for, in the reader's language."""
    return QCoreApplication.translate("Letters", text)


class LetterText:
    """What stands on a page."""

    def __init__(self, page: ComposerPage) -> None:
        self._page = page

    def put(self, subject: str, body: str) -> None:
        """Ctrl+Z in the text brings the old one back."""
        self._page.subject.setText(subject)
        self._page.replace_body(body)

    def introduce(self, me: Me) -> None:
        """Now that the writer's name is known, it stands wherever it was missing."""
        subject, body = self._page.subject.text(), self._page.body.toPlainText()
        for field, value in (("my_name", me.name), ("my_stage", with_article(me.stage)), ("my_school", me.school)):
            subject = close_gap(subject, field, value, translated)
            body = close_gap(body, field, value, translated)
        self.put(subject, body)

    def as_own(self, values: Mapping[str, str], title: str, kind: OutKind) -> OwnLetter:
        """A letter of one's own, with gaps where this reader stood."""
        texts = (self._page.subject.text(), self._page.body.toPlainText())
        subject, body = (with_gaps(text, values, translated) for text in texts)
        return OwnLetter("", title, subject, body, kind)
