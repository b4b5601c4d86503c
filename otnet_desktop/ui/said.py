"""What the rooms below say, in the reader's language: why something failed or was refused, and remarks.

Public: ``said(text)``. Those rooms know no Qt, so they hand out sentences with their parts (``domain.sentences``), or
plain ones where there are none. Errors are said by ``said(error.told)``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.sentences import Sentence


def said(text: str) -> str:
    """The sentence, and those inside it, translated where they can be, then filled in."""
    if not isinstance(text, Sentence):
        whole = str(text)
        return QCoreApplication.translate("Said", whole)
    pattern = QCoreApplication.translate("Said", text.pattern)
    if not text.parts:
        return pattern
    return pattern.format(**{name: said(part) if isinstance(part, Sentence) else part for name, part in text.parts})
