"""What columns may mean, in words.

Public: ``column_choices()``, in the order they are offered, and ``said_meaning(spelled)``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.exchange.columns.dates import DateOrder

translate = QCoreApplication.translate


def column_choices() -> list[Choice]:
    """Every meaning one may say."""
    return [Choice(spelled, words) for spelled, words in _words().items()]


def said_meaning(spelled: str) -> str:
    """One meaning; a kind nobody foresaw stands behind its field in brackets."""
    words = _words()
    if spelled in words:
        return words[spelled]
    field, _, kind = spelled.partition(":")
    return f"{words.get(field, field)} ({kind})" if kind else field


def date_orders() -> tuple[tuple[str, str], ...]:
    """The orders of dates, by example."""
    return (
        (DateOrder.DAY_FIRST.value, translate("Columns", "31/12/1990")),
        (DateOrder.MONTH_FIRST.value, translate("Columns", "12/31/1990")),
        (DateOrder.YEAR_FIRST.value, translate("Columns", "1990-12-31")),
    )


def _words() -> dict[str, str]:
    return {
        "display": translate("Columns", "Whole name"),
        "given": translate("Columns", "Given name"),
        "middle": translate("Columns", "Middle name"),
        "family": translate("Columns", "Family name"),
        "prefix": translate("Columns", "Before the name (Dr.)"),
        "suffix": translate("Columns", "After the name (Jr.)"),
        "credentials": translate("Columns", "Credentials"),
        "nickname": translate("Columns", "Nickname"),
        "phonetic": translate("Columns", "How to say the name"),
        "pronouns": translate("Columns", "Pronouns"),
        "email": translate("Columns", "E-mail"),
        "email:work": translate("Columns", "E-mail at work"),
        "email:home": translate("Columns", "E-mail at home"),
        "phone": translate("Columns", "Phone"),
        "phone:work": translate("Columns", "Phone at work"),
        "phone:home": translate("Columns", "Phone at home"),
        "phone:cell": translate("Columns", "Mobile phone"),
        "phone:fax": translate("Columns", "Fax"),
        "linkedin": translate("Columns", "LinkedIn profile"),
        "website": translate("Columns", "Website"),
        "chat": translate("Columns", "Chat"),
        "address": translate("Columns", "Whole address"),
        "street": translate("Columns", "Street"),
        "box": translate("Columns", "PO box"),
        "postcode": translate("Columns", "Postal code"),
        "city": translate("Columns", "Town"),
        "region": translate("Columns", "State or region"),
        "country": translate("Columns", "Country"),
        "organisation": translate("Columns", "Place of work"),
        "department": translate("Columns", "Department"),
        "title": translate("Columns", "What they do there"),
        "role": translate("Columns", "Profession"),
        "areas": translate("Columns", "Practice areas"),
        "languages": translate("Columns", "Languages"),
        "birthday": translate("Columns", "Birthday"),
        "how_met": translate("Columns", "How you met"),
        "event": translate("Columns", "Event where you met"),
        "tags": translate("Columns", "Tags"),
        "note": translate("Columns", "Note"),
        "photo": translate("Columns", "Photo"),
    }
