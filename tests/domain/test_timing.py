"""The habits one begins with, as career services recommend them, and how often one may nudge at most."""

from __future__ import annotations

from datetime import time

import pytest

from otnet_desktop.domain.timing import NUDGE_CAP, SNOOZE_CAP, Timing


@pytest.mark.parametrize(("wanted", "allowed"), [(-1, 0), (0, 0), (1, 1), (2, 2), (3, 2), (9, 2)])
def test_no_setting_asks_for_more_than_two_nudges(wanted: int, allowed: int) -> None:
    assert Timing(max_nudges=wanted).nudges_allowed == allowed


def test_the_habits_one_begins_with() -> None:
    usual = Timing()
    assert (usual.work_time, usual.quiet_start, usual.quiet_end) == (time(9), time(20), time(8))
    assert (usual.quiet_days, usual.holidays) == (frozenset({5, 6}), frozenset())
    assert (usual.follow_up_bd, usual.max_nudges, usual.quiet_after_bd, usual.reply_bd) == (5, 1, 10, 1)
    assert (usual.thank_delay_min, usual.thank_deadline_h, usual.thank_popups, usual.thank_list_days) == (
        120,
        24,
        3,
        60,
    )
    assert (usual.outcome_delay_min, usual.soon_remote_min, usual.soon_inperson_min) == (15, 30, 60)
    assert (usual.later_default_days, usual.decline_rest_days, usual.close_loop_expire_days) == (90, 90, 30)
    assert (usual.promise_default_bd, usual.their_promise_grace_bd, usual.close_loop_bd) == (3, 5, 3)
    assert (usual.stale_draft_bd, usual.decline_ack_bd, usual.decline_ack_expire_bd) == (3, 1, 5)
    assert (usual.resched_them_bd, usual.resched_me_bd, usual.congrats_bd, usual.news_bd) == (2, 1, 2, 2)
    assert (usual.kit_unanswered_pause, usual.popups_per_day, usual.digest_at) == (2, 5, 3)
    assert (NUDGE_CAP, SNOOZE_CAP) == (2, 3)
