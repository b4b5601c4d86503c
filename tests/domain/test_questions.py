"""What is proposed to ask, how many fit, and how they are sent ahead."""

from __future__ import annotations

from datetime import timedelta

from otnet_desktop.domain.questions import bank_for, most_that_fit, proposal, sent_ahead, worded

BANKS = {
    "opening": ("o1", "o2", "o3"),
    "setting_info": tuple(f"s{n}" for n in range(9)),
    "job_lead": ("j1",),
    "closing": ("c1", "c2", "c3"),
}


def test_the_proposal_opens_follows_the_purpose_and_closes() -> None:
    assert proposal("setting_info", BANKS) == ("o1", "o2", "s0", "s1", "s2", "s3", "s4", "c1", "c2")
    assert proposal("job_lead", BANKS) == ("o1", "o2", "j1", "c1", "c2")


def test_a_group_is_asked_what_only_a_group_can_answer() -> None:
    banks = {**BANKS, "group": ("g1", "g2", "g3")}
    asked = proposal("setting_info", banks, to_a_group=True)
    assert asked == ("o1", "o2", "s0", "s1", "s2", "g1", "g2", "c1", "c2")
    assert proposal("setting_info", BANKS, to_a_group=True) == proposal("setting_info", BANKS)


def test_a_purpose_without_questions_of_its_own_asks_about_the_setting() -> None:
    assert bank_for("give_back", BANKS) == bank_for("", BANKS) == bank_for("opening", BANKS) == "setting_info"
    assert proposal("", {}) == ()


def test_ten_questions_fit_into_twenty_minutes() -> None:
    assert most_that_fit(timedelta(minutes=20)) == 10
    assert most_that_fit(timedelta(minutes=30)) == 15
    assert most_that_fit(timedelta(minutes=1)) == 1


def test_minutes_are_filled_in_and_nothing_else() -> None:
    assert worded("{minutes} minutes, {name}?", timedelta(minutes=25)) == "25 minutes, {name}?"


def test_they_are_numbered_to_be_sent_ahead() -> None:
    assert sent_ahead(["How?", "Why?"]) == "1. How?\n2. Why?"
