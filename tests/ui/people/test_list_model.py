"""The model of the list: pages, changes in their place, and what a screen reader is told."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.reminders import Stage
from otnet_desktop.domain.roster import ListRow
from otnet_desktop.ui.people.list_model import PAGE, PAGES_KEPT, PeopleModel
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.widgets.accessible_rows import OBJECT_ROLE
from otnet_desktop.ui.widgets.match import Match
from otnet_desktop.ui.widgets.person_row import PersonRow


def row(person: int) -> ListRow:
    return ListRow(PersonId(person), f"p-{person}", f"Person {person}", "School OT", Stage.IDEA, Status.ACTIVE)


def describe(row: ListRow, matched: Match | None) -> PersonRow:
    return PersonRow(row.id, row.name, Tone.MOSS, row.headline, "new", matched=matched)


class Everybody:
    """Knows everyone, but for those who are gone, and remembers what was asked."""

    def __init__(self, gone: Sequence[int] = ()) -> None:
        self.asked: list[int] = []
        self._gone = gone

    def rows(self, ids: Sequence[int]) -> list[ListRow]:
        self.asked.append(len(ids))
        return [row(person) for person in ids if person not in self._gone]


def model_of(*ids: int, source: Everybody | None = None) -> PeopleModel:
    model = PeopleModel(describe)
    model.attach(source or Everybody())
    model.replace(array("q", ids))
    return model


def names(model: PeopleModel) -> list[object]:
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def test_it_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = model_of(*range(1, 400))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show(array("q", [2, 3, *range(500, 510)]))
    model.show_hits({7: None, 9: Match("Note: cat")})
    model.add_hits({9: None, 11: Match("Note: cat")})
    model.show_first([row(1), row(2)])


def test_it_asks_for_a_page_once_and_forgets_old_ones(qtbot: QtBot) -> None:
    source = Everybody()
    model = model_of(*range(1, PAGE * (PAGES_KEPT + 2)), source=source)
    for number in range(PAGE):
        model.index(number, 0).data()
    assert source.asked == [PAGE]
    for page in range(1, PAGES_KEPT + 1):
        model.index(page * PAGE, 0).data()
    model.index(0, 0).data()
    assert len(source.asked) == PAGES_KEPT + 2


def test_rows_known_beforehand_need_no_source(qtbot: QtBot) -> None:
    model = PeopleModel(describe)
    model.show_first([row(5), row(3)])
    assert names(model) == ["Person 5", "Person 3"]


def test_only_the_part_that_changed_moves(qtbot: QtBot) -> None:
    model = model_of(1, 2, 3, 4)
    last = QPersistentModelIndex(model.index(3, 0))
    chosen = QItemSelectionModel(model)
    chosen.setCurrentIndex(model.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    model.show(array("q", [1, 7, 8, 4]))
    assert names(model) == ["Person 1", "Person 7", "Person 8", "Person 4"]
    assert (last.row(), chosen.currentIndex().row()) == (3, 0)


def test_a_change_is_told_for_the_rows_it_concerns(qtbot: QtBot) -> None:
    model = model_of(1, 2, 3)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.refresh([2, 99])
    assert [index.row() for index in told.args[:2]] == [1, 1]


def test_somebody_gone_meanwhile_is_an_empty_row(qtbot: QtBot) -> None:
    model = model_of(1, 2, source=Everybody(gone=[2]))
    assert names(model) == ["Person 1", None]


def test_a_screen_reader_gets_the_whole_sentence_and_the_reason(qtbot: QtBot) -> None:
    model = model_of()
    model.show_hits({4: Match("Note: shy cat", ((10, 13),))})
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Person 4, School OT, new"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Note: shy cat"
    assert index.data(OBJECT_ROLE).id == 4


def test_later_hits_come_after_the_first_ones_and_nobody_comes_twice(qtbot: QtBot) -> None:
    model = model_of()
    model.show_hits({4: None, 2: None})
    model.add_hits({2: Match("Note: cat"), 9: Match("Note: cat")})
    assert names(model) == ["Person 4", "Person 2", "Person 9"]
    assert model.index(1, 0).data(OBJECT_ROLE).matched is None
    assert model.index(2, 0).data(OBJECT_ROLE).matched is not None
