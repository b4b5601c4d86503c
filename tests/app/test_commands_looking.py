"""``people``, ``show``, ``duplicates``, ``due`` and ``agenda``: shapes, order and words."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.app.terminal import Terminal
from tests.domain.telling import SAMPLE, load

EXPECTED = load(SAMPLE)["expect_summary"]


def test_people_lists_everyone_by_name_with_what_is_next(sample: Terminal) -> None:
    rows = sample("people", "--json").data
    assert len(rows) == 60
    assert set(rows[0]) == {"id", "ref", "name", "organisation", "stage", "status", "next", "matched"}
    noah = next(row for row in rows if row["ref"] == "p51")
    assert (noah["name"], noah["stage"], noah["next"]) == ("Noah Fischer", "met", "Thank Noah – late, but welcome")


def test_stages_are_those_of_the_sample(sample: Terminal) -> None:
    rows = sample("people", "--json").data
    shown = Counter(row["stage"] if row["status"] == "active" else row["status"] for row in rows)
    assert shown == EXPECTED["by_stage"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (["tomas"], "Tomás Rivera"),
        (["rivera", "tom"], "Tomás Rivera"),
        (["sensory", "path"], "Hana Kobayashi"),
        (["recovery", "colleges"], "Grace Adeyemi"),
    ],
)
def test_words_in_any_order_without_accents_and_inside_notes(sample: Terminal, query: list[str], found: str) -> None:
    rows = sample("people", *query, "--json").data
    assert found in [row["name"] for row in rows]


def test_a_match_in_what_was_noted_says_where(sample: Terminal) -> None:
    (row,) = sample("people", "sensory-path guide", "--json").data
    assert "sensory-path guide" in row["matched"]


def test_words_of_another_country_find_the_same_people(sample: Terminal) -> None:
    here, there = (sample("people", *words, "--json").data for words in (["SNF"], ["care", "home"]))
    assert len(here) > 1
    assert {row["name"] for row in here} == {row["name"] for row in there}


def test_nobody_found_is_said(sample: Terminal) -> None:
    said = sample("people", "xyzzy")
    assert (said.status, said.out) == (0, "Nobody matches 'xyzzy'.\n")


def test_show_tells_everything_by_id_or_ref(sample: Terminal) -> None:
    shown = sample("show", "p05", "--json").data
    assert shown["name"] == "Grace Adeyemi"
    assert shown["credentials"] == ["PhD", "OTR/L", "FAOTA"]
    assert [meeting["takeaways"] for meeting in shown["meetings"]] == [
        ["Recovery colleges hire OTs as educators", "Publish the capstone as a brief report"]
    ]
    assert [message["kind"] for message in shown["messages"]][:2] == ["intro", "yes"]
    assert {entry["kind"] for entry in shown["story"]} >= {"meeting", "thanked", "wrote", "heard", "cadence"}
    assert shown["merges"] == []
    assert sample("show", str(shown["id"]), "--json").data == shown


def test_show_of_nobody(sample: Terminal) -> None:
    said = sample("show", "p999")
    assert said.status == 2
    assert said.err == "Nobody here has the id 'p999'. List everyone with `people`.\n"


@pytest.mark.parametrize("asked", ["9" * 10_000, "9" * 19, "0", "caf\udce9", "\ud800", "²"])
def test_an_id_that_can_be_nobodys(sample: Terminal, asked: str) -> None:
    said = sample("show", asked)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith("Nobody here has the id '")
    assert len(said.err) < 300


def test_due_is_in_the_order_of_the_tray(sample: Terminal) -> None:
    due = sample("due", "--json").data
    expected = [(one["kind"], one["person"]) for one in EXPECTED["tray_order"]]
    assert sorted(Counter((row["kind"], row["ref"]) for row in due)) == sorted(set(expected))
    assert [row["kind"] for row in due] == [kind for kind, _ in expected]
    assert all(row["active"] for row in due)
    assert sum(row["overdue"] for row in due) == EXPECTED["overdue"]
    first = due[0]
    assert (first["key"], first["ref"], first["due"]) == ("APOLOGY:p38:20260317", "p38", "2026-03-17T14:00")
    assert set(first) == {
        "key", "kind", "variant", "person", "ref", "meeting", "due", "deadline", "active", "overdue", "title", "why",
    }  # fmt: skip


def test_upcoming_comes_after_what_is_due(sample: Terminal) -> None:
    rows = sample("due", "--upcoming", "--json").data
    states = [row["active"] for row in rows]
    assert Counter(states) == {True: EXPECTED["active_total"], False: EXPECTED["upcoming_total"]}
    assert states == sorted(states, reverse=True)


def test_due_at_another_time_is_what_would_be_due_then(sample: Terminal) -> None:
    later = sample("due", "--at", "2026-03-19T14:00", "--json").data
    assert "SOON:m30:0" in {row["key"] for row in later}
    assert "SOON:m30:0" not in {row["key"] for row in sample("due", "--json").data}


def test_agenda_tells_notifications_in_order(sample: Terminal) -> None:
    told = sample("agenda", "--from", "2026-03-19T00:00", "--to", "2026-03-20T00:00", "--json").data
    assert set(told[0]) == {"at", "keys", "summary"}
    assert [one["at"] for one in told] == sorted(one["at"] for one in told)
    assert ("2026-03-19T14:00", ["SOON:m30:0"]) in [(one["at"], one["keys"]) for one in told]


def test_agenda_backwards_is_refused(sample: Terminal) -> None:
    said = sample("agenda", "--from", "2026-03-20T00:00", "--to", "2026-03-19T00:00")
    assert (said.status, said.err) == (2, "--to is before --from. Exchange the two.\n")


def test_a_time_that_is_none_is_refused(sample: Terminal) -> None:
    said = sample("due", "--at", "soon")
    assert said.status == 2
    assert said.err == "--at 'soon' is no time. Write it like 2026-03-19T18:30.\n"


def test_now_is_told_in_the_users_zone_wherever_the_machine_is(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = {
        "settings": {"zone": "America/New_York"},
        "people": [{"pid": "r", "given": "Renata"}],
        "facts": [
            {"type": "promise", "cid": "c", "pid": "r", "by": "me", "due_on": "2026-03-18", "at": "2026-03-16T10:00"},
        ],
    }
    file = tmp_path / "network.json"
    file.write_text(json.dumps(network), "utf-8")
    monkeypatch.setenv("TZ", "Australia/Melbourne")  # fifteen hours ahead
    assert terminal("sample", "--from", str(file)).status == 0
    due = [terminal("due", "--json", now=f"2026-03-18T{time}").data for time in ("08:59", "09:01")]
    assert [[row["due"] for row in rows] for rows in due] == [[], ["2026-03-18T09:00"]]


@pytest.mark.parametrize(
    "asked",
    [
        ("due", "--at", "9999-12-31T23:59"),
        ("agenda", "--from", "2026-03-18", "--to", "9999-12-31T23:59"),
        ("agenda", "--from", "0001-01-01T00:00+14:00", "--to", "2026-03-18"),
        ("sample", "--today", "9999-12-31"),
    ],
)
def test_a_time_beyond_the_calendar_is_refused(terminal: Terminal, asked: tuple[str, ...]) -> None:
    said = terminal(*asked)
    assert said.status == 2
    assert said.err.endswith(" lies too far off. Choose a day between 1900-01-01 and 2999-12-31.\n")
    assert terminal("due", now="9999-12-31T23:59").status == 2


def test_the_same_person_twice_is_told_with_evidence(terminal: Terminal, tmp_path: object) -> None:
    cards = "".join(
        f"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:{uid}\r\nFN:{name}\r\nEMAIL:{mail}\r\nEND:VCARD\r\n"
        for uid, name, mail in [
            ("u1", "Ada Lin", "clinic@example.org"),
            ("u2", "Bo Ek", "clinic@example.org"),
        ]
    )
    from pathlib import Path

    file = Path(str(tmp_path)) / "two.vcf"
    file.write_text(cards)
    assert terminal("import", str(file)).status == 0
    (pair,) = terminal("duplicates", "--json").data
    assert pair["verdict"] == "shares a detail"
    assert [person["name"] for person in pair["people"]] == ["Ada Lin", "Bo Ek"]
    assert pair["evidence"] == ["the same e-mail address"]
