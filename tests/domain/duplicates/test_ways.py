"""Ways to reach somebody, whatever their spelling."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.duplicates.ways import profile_address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.linkedin.com/in/Ana-Lee/", "linkedin.com/in/ana-lee"),
        ("http://de.linkedin.com/in/ana-lee?trk=x#top", "linkedin.com/in/ana-lee"),
        ("linkedin.com/in/ana-lee", "linkedin.com/in/ana-lee"),
        ("https://example.org/linkedin.com/in/ana", ""),
        ("https://notlinkedin.com/in/ana", ""),
        ("https://www.linkedin.com/", ""),
    ],
)
def test_profile_addresses(url: str, address: str) -> None:
    assert profile_address(url) == address
