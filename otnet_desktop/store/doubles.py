"""What there would be twice once two people are one: taken away before everything of one is handed to the other.

Each statement knows ``:stays`` and ``:goes``, two ids of ``person``.
"""

from __future__ import annotations

MEETINGS_OF_BOTH = """
SELECT meeting_id FROM attendee WHERE person_id = :stays
INTERSECT SELECT meeting_id FROM attendee WHERE person_id = :goes
"""

DOUBLES = (
    # one of a meeting's guests from the start is not one who joined later
    f"""
    DELETE FROM fact WHERE type = 'joined' AND person_id IN (:stays, :goes) AND meeting_id IN ({MEETINGS_OF_BOTH})
    AND (SELECT count(DISTINCT person_id) FROM fact j WHERE j.type = 'joined' AND j.meeting_id = fact.meeting_id
         AND j.person_id IN (:stays, :goes)) = 1
    """,
    f"""
    DELETE FROM fact WHERE type = 'joined' AND person_id IN (:stays, :goes) AND meeting_id IN ({MEETINGS_OF_BOTH})
    AND id > (SELECT min(id) FROM fact j WHERE j.type = 'joined' AND j.meeting_id = fact.meeting_id
              AND j.person_id IN (:stays, :goes))
    """,
    f"DELETE FROM attendee WHERE person_id = :goes AND meeting_id IN ({MEETINGS_OF_BOTH})",
    """
    DELETE FROM helper WHERE person_id = :goes
    AND opportunity_id IN (SELECT opportunity_id FROM helper WHERE person_id = :stays)
    """,
    # a letter to both is a letter to one
    """
    DELETE FROM fact WHERE person_id = :goes AND message_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM fact f WHERE f.person_id = :stays AND f.message_id = fact.message_id AND f.type = fact.type)
    """,
    """
    DELETE FROM message_reader WHERE person_id = :goes AND message_id IN (
        SELECT message_id FROM message_reader WHERE person_id = :stays
        UNION SELECT id FROM message WHERE person_id = :stays)
    """,
    """
    DELETE FROM message_reader WHERE person_id = :stays
    AND message_id IN (SELECT id FROM message WHERE person_id = :goes)
    """,
    # nobody points me to themselves
    """
    DELETE FROM fact WHERE other_id IS NOT NULL
    AND ((person_id = :stays AND other_id = :goes) OR (person_id = :goes AND other_id = :stays))
    """,
    """
    DELETE FROM tick WHERE person_id = :goes AND EXISTS (
        SELECT 1 FROM tick t WHERE t.person_id = :stays AND t.checklist = tick.checklist AND t.item = tick.item)
    """,
    "DELETE FROM not_same WHERE (one_id, other_id) IN (VALUES (:stays, :goes), (:goes, :stays))",
    # both were thanked for one meeting: the second thanks were given on purpose, as a rule allows
    """
    UPDATE fact SET data = json_set(data, '$.forced', json('true')) WHERE type = 'thanked' AND person_id = :goes
    AND meeting_id IN (SELECT meeting_id FROM fact WHERE type = 'thanked' AND person_id = :stays)
    """,
)
