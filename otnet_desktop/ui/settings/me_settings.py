"""Who writes: what letters need to know about the user.

Public: ``me_setting(workspace, name)`` (one field of ``Me`` as a setting) and ``MeSettings(workspace)`` (all of them).
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.said import said
from otnet_desktop.ui.settings.typed_setting import TypedSetting
from otnet_desktop.ui.widgets.card import Card

translate = QCoreApplication.translate

FIELDS = ("name", "stage", "school", "email", "phone")


def me_setting(workspace: Workspace, name: str) -> TypedSetting:
    """One field."""
    labels = {
        "name": translate("Me", "Your name"),
        "stage": translate("Me", "What you are, as a letter says it"),
        "school": translate("Me", "School or employer"),
        "email": translate("Me", "E-mail"),
        "phone": translate("Me", "Telephone"),
    }
    examples = {
        "name": translate("Me", "Jordan Avery"),
        "stage": translate("Me", "OT student in my second year"),
        "school": translate("Me", "Harbor State University"),
    }

    def keep(text: str) -> str:
        me = workspace.preferences.current.me
        try:
            workspace.preferences.change(me=replace(me, **{name: text}))
        except OtnetError as error:
            return said(error.told)
        return ""

    setting = TypedSetting(labels[name], getattr(workspace.preferences.current.me, name), keep)
    setting.line.setPlaceholderText(examples.get(name, ""))
    return setting


class MeSettings(Card):
    """They stand in letters and nowhere else."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("About you"))
        self.set_caption(self.tr("for your letters; it leaves this computer only in them"))
        self.settings = {name: me_setting(workspace, name) for name in FIELDS}
        for setting in self.settings.values():
            self.body.addWidget(setting)
