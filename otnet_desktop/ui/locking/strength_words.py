"""The strength of a passphrase in words; a colour alone would tell some people nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.passphrases import SHORTEST, Strength, strength_of

translate = QCoreApplication.translate


def said_strength(passphrase: str) -> str:
    """One sentence; "" while nothing is typed."""
    if not passphrase:
        return ""
    words = {
        Strength.TOO_SHORT: translate("Strength", "Too short: it needs at least {n} characters.").format(n=SHORTEST),
        Strength.WEAK: translate("Strength", "Weak: somebody who has the file would guess it within days."),
        Strength.FAIR: translate("Strength", "Fair: it keeps out whoever does not try hard."),
        Strength.GOOD: translate("Strength", "Good: it lasts for years."),
        Strength.STRONG: translate("Strength", "Strong: nobody will guess it."),
    }
    return words[strength_of(passphrase)]
