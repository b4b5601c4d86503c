"""The keys, as a table made from the one place where they are set.

Public: ``keyboard_text()`` (Markdown).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from otnet_desktop.ui.actions import Act, all_texts, keys_of
from otnet_desktop.ui.menus import CONTENTS, menu_titles

translate = QCoreApplication.translate


def keyboard_text() -> str:
    """A table for each menu, in its order, and one for what belongs to no menu."""
    titles = {key: title.replace("&", "") for key, title in menu_titles().items()}
    tables = [_table(titles[menu], [act for act in acts if act]) for menu, acts in CONTENTS.items()]
    in_menus = {act for acts in CONTENTS.values() for act in acts}
    others = _table(translate("Help", "In a letter"), [act for act in Act if act not in in_menus])
    return "\n".join([*tables, others])


def _table(title: str, acts: list[Act]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    texts = all_texts()
    rows = []
    for act in acts:
        keys = translate("Help", " or ").join(key.toString(native) for key in keys_of(act))
        if keys:
            rows.append(f"| {texts[act].replace('&', '').rstrip('…')} | {keys} |")
    head = f"| {translate('Help', 'What')} | {translate('Help', 'Keys')} |"
    return "\n".join([f"\n## {title}\n", head, "|---|---|", *rows, ""]) if rows else ""
