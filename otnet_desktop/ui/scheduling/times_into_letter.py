"""Times that suit, put into the letter one is writing: in its gaps, else as a sentence where the cursor is.

Public: ``TimesIntoLetter(workspace, intents, page)`` with ``put(begun)``, which answers the letter as it is then, and
``settle(begun)`` (an earlier draft whose gaps wait for times that are offered by now).
"""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, Qt

from otnet_desktop.domain.availability import Span
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.letters import close_gap
from otnet_desktop.domain.offers import offer_line, offer_list
from otnet_desktop.domain.slots import USUAL_LENGTH
from otnet_desktop.services.composing import Beginning
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.composer_page import ComposerPage

SENTENCE = "Would one of these times suit you: {times}?"
"""Letters are English."""

BECOMES_AN_OFFER = frozenset({OutKind.REPLY, OutKind.OTHER})
"""A letter of these kinds that offers times is what the rules call one."""


class TimesIntoLetter(QObject):
    """What is open with the reader already is said again; otherwise times are proposed, and kept as offered."""

    def __init__(self, workspace: Workspace, intents: Intents, page: ComposerPage) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._intents = intents
        self._page = page

    def put(self, begun: Beginning) -> Beginning:
        """Put them in; where nothing is free or painted, the scheduler opens instead."""
        person = begun.reader.id
        spans = attempt(self._intents, lambda: self._workspace.offers.ready(person, USUAL_LENGTH))
        if not spans:
            if spans is not None:
                self._intents.times_wanted.emit(person)
            return begun
        self._fill(begun, spans)
        if begun.draft.kind not in BECOMES_AN_OFFER:
            return begun
        return replace(begun, draft=replace(begun.draft, kind=OutKind.SLOTS))

    def settle(self, begun: Beginning) -> None:
        """Fill the gaps with what is open."""
        spans = [offer.span for offer in self._workspace.offers.open(begun.reader.id)]
        if spans:
            self._fill_gaps(begun, spans)

    def _fill(self, begun: Beginning, spans: list[Span]) -> None:
        if not self._fill_gaps(begun, spans):
            self._insert(SENTENCE.format(times=offer_list(spans, *self._zones(begun), inline=True)))
        self._page.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_gaps(self, begun: Beginning, spans: list[Span]) -> bool:
        zone, their_zone = self._zones(begun)
        lines = [offer_line(span, zone, their_zone) for span in spans]
        before = body = self._page.body.toPlainText()
        in_lines = begun.letter == "offer_times"
        for field, value in (
            ("slot_1", lines[0]),
            ("slot_2", "".join(lines[1:2])),
            ("slot_list", offer_list(spans, zone, their_zone, inline=not in_lines)),
        ):
            body = close_gap(body, field, value, _translated)
        if body != before:
            self._page.replace_body(body)
        return body != before

    def _zones(self, begun: Beginning) -> tuple[ZoneInfo, ZoneInfo | None]:
        timing = self._workspace.preferences.timing()
        return timing.zone, self._workspace.people.place(begun.reader.profile).zone

    def _insert(self, sentence: str) -> None:
        cursor = self._page.body.textCursor()
        before = self._page.body.toPlainText()[: cursor.selectionStart()]
        cursor.insertText(sentence if not before or before[-1].isspace() else f" {sentence}")
        self._page.body.setTextCursor(cursor)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Letters", text)
