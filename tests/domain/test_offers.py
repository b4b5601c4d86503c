"""Times as a letter says them, on both clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from otnet_desktop.domain.availability import Span
from otnet_desktop.domain.offers import OfferedTime, OfferId, OfferState, offer_line, offer_list, open_offers
from otnet_desktop.domain.people import PersonId

BOSTON, PACIFIC, MELBOURNE = (
    ZoneInfo("America/New_York"), ZoneInfo("America/Los_Angeles"), ZoneInfo("Australia/Melbourne"),
)  # fmt: skip


def span(wall: str) -> Span:
    start = datetime.fromisoformat(wall).replace(tzinfo=BOSTON).astimezone(UTC)
    return Span(start, start + timedelta(minutes=20))


def test_a_line_shows_both_clocks() -> None:
    assert offer_line(span("2026-03-26T16:00"), BOSTON, PACIFIC) == "Thu 26 March, 16:00-16:20 (your time 13:00)"


def test_their_day_is_said_where_it_is_another() -> None:
    said = offer_line(span("2026-03-26T16:00"), BOSTON, MELBOURNE)
    assert said == "Thu 26 March, 16:00-16:20 (your time Fri 27 March, 07:00)"


def test_one_clock_is_enough_where_both_are_the_same() -> None:
    assert offer_line(span("2026-03-26T16:00"), BOSTON, ZoneInfo("America/Toronto")) == "Thu 26 March, 16:00-16:20"
    assert offer_line(span("2026-03-26T16:00"), BOSTON, None) == "Thu 26 March, 16:00-16:20"


def test_clocks_that_change_on_other_days_are_heeded() -> None:
    london = ZoneInfo("Europe/London")
    assert offer_line(span("2026-03-26T16:00"), BOSTON, london).endswith("(your time 20:00)")
    assert offer_line(span("2026-03-30T16:00"), BOSTON, london).endswith("(your time 21:00)")


def test_several_are_lines_or_part_of_a_sentence() -> None:
    spans = [span("2026-03-26T16:00"), span("2026-03-27T09:00"), span("2026-03-30T09:00")]
    assert offer_list(spans, BOSTON, None).splitlines()[1] == "- Fri 27 March, 09:00-09:20"
    assert offer_list(spans, BOSTON, None, inline=True) == (
        "Thu 26 March, 16:00-16:20; Fri 27 March, 09:00-09:20 or Mon 30 March, 09:00-09:20"
    )
    assert offer_list([], BOSTON, None, inline=True) == ""


def test_a_proposal_expires_when_its_time_has_come() -> None:
    now = datetime(2026, 3, 26, 20, tzinfo=UTC)
    offers = [
        OfferedTime(OfferId(number), PersonId(1), span(wall), "", "", state, now)
        for number, (wall, state) in enumerate(
            [
                ("2026-03-26T16:00", OfferState.PROPOSED),
                ("2026-03-28T16:00", OfferState.PROPOSED),
                ("2026-03-27T16:00", OfferState.PROPOSED),
                ("2026-03-29T16:00", OfferState.DECLINED),
            ]
        )
    ]
    assert offers[0].state_at(now) is OfferState.EXPIRED
    assert offers[3].state_at(now) is OfferState.DECLINED
    assert [offer.id for offer in open_offers(offers, now)] == [2, 1]
