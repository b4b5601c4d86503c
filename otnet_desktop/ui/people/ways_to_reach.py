"""The addresses, numbers and pages of a person, as links one can press or copy.

Public: ``WaysToReach()`` with ``show_ways(points, website, closed)``, and ``address_of(point)`` (the URL behind a way,
"" if it has none). A way that no longer works, and every way to somebody who may not be written to, is text only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.domain.people import ContactKind, ContactPoint, ContactState
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.links import is_allowed, is_linkedin
from otnet_desktop.ui.widgets.plain_label import LinkButton, PlainLabel

WEB = frozenset({ContactKind.LINKEDIN, ContactKind.WEBSITE, ContactKind.CHAT})


def address_of(point: ContactPoint) -> str:
    """What pressing it opens: ``mailto:``, ``tel:`` or a web page; "" for what is not one of these."""
    value = point.value.strip()
    match point.kind:
        case ContactKind.EMAIL:
            url = f"mailto:{quote(value, safe='@+')}" if "@" in value else ""
        case ContactKind.PHONE:
            url = "tel:" + "".join(sign for sign in value if sign.isdigit() or sign in "+*#")
        case kind if kind in WEB:
            bare = "." in value and " " not in value and ":" not in value.partition("/")[0]
            url = f"https://{value}" if bare else value
        case _:
            url = ""
    return url if is_allowed(url) else ""


class WaysToReach(QWidget):
    """Every way on one line, or more where there is little room. The preferred one of each kind comes first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=3 * STEP, between=0)
        self.setAccessibleName(self.tr("Ways to reach them"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_ways(self, points: Sequence[ContactPoint], website: str = "", *, closed: bool = False) -> None:
        """Show these ways; ``closed``: to be read only."""
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._flow.removeWidget(child)
            child.hide()
            child.deleteLater()
        known = {point.value for point in points}
        if website and website not in known:
            points = (*points, ContactPoint(ContactKind.WEBSITE, website))
        for point in _in_order(points):
            self._flow.addWidget(self._made(point, closed))
        self.setVisible(bool(points))
        self.updateGeometry()

    def links(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        shown = (self._flow.itemAt(n) for n in range(self._flow.count()))
        return [link for item in shown if item is not None and isinstance(link := item.widget(), LinkButton)]

    def _made(self, point: ContactPoint, closed: bool) -> QWidget:
        works = point.state is ContactState.OK
        url = address_of(point) if works and not closed else ""
        shown = self._shown(point)
        made: LinkButton | PlainLabel
        if url:
            made = LinkButton(shown if point.kind is not ContactKind.LINKEDIN or is_linkedin(url) else url, url)
        else:
            made = PlainLabel(shown, TextSize.CAPTION, "soft", selectable=True)
            made.setWordWrap(False)
        copy = QAction(self.tr("Copy {value}").format(value=point.value.replace("&", "&&")), made)
        copy.setData(point.value)
        copy.triggered.connect(self._copy)
        made.addAction(copy)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return made

    def _shown(self, point: ContactPoint) -> str:
        if point.state is ContactState.BOUNCED:
            return self.tr("{value} (came back)").format(value=point.value)
        if point.state is ContactState.RETIRED:
            return self.tr("{value} (no longer used)").format(value=point.value)
        if point.kind is ContactKind.LINKEDIN:
            return self.tr("LinkedIn")
        if point.kind is ContactKind.WEBSITE:
            return point.value.partition("://")[2].removeprefix("www.").rstrip("/") or point.value
        return point.value

    def _copy(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        QGuiApplication.clipboard().setText(str(action.data()))


def _in_order(points: Iterable[ContactPoint]) -> list[ContactPoint]:
    kinds = list(ContactKind)
    return sorted(
        (point for point in points if point.value.strip()),
        key=lambda p: (p.state is not ContactState.OK, kinds.index(p.kind), not p.primary),
    )
