"""Where to look somebody up: LinkedIn, their organisation's page, a web search. Only ever on a click.

Every address is https and percent-encoded, whatever was typed or imported. Public: ``Sources()`` with
``show_person(profile, website)``; ``search_address(profile)`` and ``people_search(profile)``.
"""

from __future__ import annotations

from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile
from otnet_desktop.ui.people.ways_to_reach import address_of
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.links import is_linkedin
from otnet_desktop.ui.widgets.plain_label import LinkButton

PEOPLE_SEARCH = "https://www.linkedin.com/search/results/people/?keywords="
SEARCH = "https://duckduckgo.com/?q="
"""Of the search engines that need no account, the one that keeps no record of who looked whom up."""


class Sources(QWidget):
    """Three links; one that leads nowhere is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = LinkButton()
        self._website = LinkButton()
        self._search = LinkButton()
        flow = FlowLayout(self, spacing=4 * STEP, between=0)
        for link, icon_name in ((self._profile, "profile"), (self._website, "globe"), (self._search, "search")):
            dress(link, icon_name, Role.ACCENT, drawn=16)
            flow.addWidget(link)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_person(self, profile: Profile, website: str) -> None:
        """Lead to what is known of somebody."""
        point = profile.reach(ContactKind.LINKEDIN)
        known = _secure(address_of(point)) if point else ""
        own = profile.reach(ContactKind.WEBSITE)
        site = website or (own.value if own else "")
        on_linkedin = self.tr("LinkedIn") if known else self.tr("Find on LinkedIn")
        if known and not is_linkedin(known):
            on_linkedin = known
        page = self.tr("Organisation") if website else self.tr("Their page")
        for link, text, url in (
            (self._profile, on_linkedin, known or people_search(profile)),
            (self._website, page, _secure(address_of(ContactPoint(ContactKind.WEBSITE, site)))),
            (self._search, self.tr("Search the web"), search_address(profile)),
        ):
            link.show_link(text, url)
            link.setVisible(bool(url))


def search_address(profile: Profile) -> str:
    """A web search for the name and the place, "" without a name."""
    return _asked(SEARCH, profile)


def people_search(profile: Profile) -> str:
    """LinkedIn's own search for the name and the place, "" without a name."""
    return _asked(PEOPLE_SEARCH, profile)


def _asked(search: str, profile: Profile) -> str:
    words = " ".join(part for part in (profile.full_name, profile.current.organisation) if part)
    return search + quote(words, safe="") if words.strip() else ""


def _secure(url: str) -> str:
    """The same page over https, with every letter encoded that has to be."""
    page = QUrl(url)
    if page.scheme() == "http":
        page.setScheme("https")
    return page.toString(QUrl.ComponentFormattingOption.FullyEncoded)
