"""The client-information check remembers what was looked at, as digests and nothing else."""

from __future__ import annotations

from otnet_desktop.domain.privacy import findings
from otnet_desktop.services.workspace import Workspace
from tests.ui.network import add

TEXT = "Her patient Maria S. uses a mirror box, MRN 448812"


def test_what_was_acknowledged_is_not_told_again(workspace: Workspace) -> None:
    name, number = workspace.privacy.look_at(TEXT)
    workspace.privacy.acknowledge([name])
    assert workspace.privacy.look_at(TEXT) == (number,)
    workspace.privacy.acknowledge([name])
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.privacy.look_at(TEXT) == (name, number)


def test_no_word_of_it_is_kept(workspace: Workspace) -> None:
    workspace.privacy.acknowledge(findings(TEXT))
    kept = " ".join(workspace.store.cleared_words.all())
    assert len(kept.split()) == 2
    assert not any(word in kept for word in ("Maria", "maria", "448812"))


def test_notes_and_all_other_texts_are_looked_at_before_they_leave(workspace: Workspace) -> None:
    ann, ben = add(workspace, "Ann Archer"), add(workspace, "Ben Brown")
    workspace.research.save_notes(ann, TEXT)
    workspace.research.save_notes(ben, "Caseload is about 12 patients a day")
    workspace.advice.receive(ben, "Ask resident Tom B. again")
    assert workspace.privacy.notes_to_look_at() == [ann]
    assert workspace.privacy.notes_to_look_at([ben]) == []
    assert workspace.privacy.texts_to_look_at() == 2
