"""Small habits that keep the house as it is: names, sizes, and the ways of Qt that cost others days."""

from __future__ import annotations

import ast
import re
import statistics

from tests.house.source import Module, calls, modules

EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|common|misc|managers?)($|_)|[a-z](Utils?|Helpers?|Manager)$")
"""Names of modules and classes that do not say what a thing holds."""

HALF, MOST, LARGEST_CLASS = 120, 250, 250
"""Lines: of half the files, of nine in ten, and of any class, at most."""

TRANSLATORS = ("tr", "translate")
UNTRANSLATABLE = (ast.JoinedStr, ast.BinOp, ast.Call)
"""Texts made before translation are never found by a translator: f-strings, ``%`` and ``+``, ``format()``."""


def test_names_say_what_is_inside() -> None:
    for module in modules():
        for part in module.name.split(".")[1:]:
            assert not EMPTY_NAMES.search(part), module.name
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                assert not EMPTY_NAMES.search(node.name), module.at(node)


def test_files_and_classes_stay_small() -> None:
    lengths = sorted(module.length for module in modules() if not module.name.endswith("__init__"))
    assert statistics.median(lengths) <= HALF
    nine_in_ten = lengths[int(len(lengths) * 0.9) - 1]
    longest = [f"{module.length} {module.name}" for module in modules() if module.length > MOST]
    assert nine_in_ten <= MOST, longest
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                assert (node.end_lineno or 0) - node.lineno < LARGEST_CLASS, module.at(node)


def test_texts_are_filled_in_after_translation() -> None:
    found = [
        module.at(call)
        for module in modules()
        if module.room in {"ui", "app"}
        for name in TRANSLATORS
        for call in calls(module, name)
        if any(isinstance(argument, UNTRANSLATABLE) for argument in call.args)
    ]
    assert not found


def test_what_the_rooms_below_say_can_be_said_in_any_language() -> None:
    """A sentence is written out where it is made, and its parts are filled in by ``sentence``, not before."""
    found = [
        module.at(call)
        for module in modules()
        if module.room in BELOW and module.name.split(".")[-1] not in ONLY_FOR_TERMINALS
        for name in (*SAYING, "sentence")
        for call in calls(module, name)
        if any(_is_filled_in(text) for text in (call.args[:1] if name == "sentence" else call.args))
    ]
    assert not found


BELOW = {"domain", "exchange", "store", "services"}
ONLY_FOR_TERMINALS = {"habits", "network", "network_fields", "network_hours", "network_people"}
"""Read what ``sample --from`` is told."""
SAYING = (
    *("OtnetError", "BadInput", "NotAllowed", "NotFound", "DataUnavailable", "DataDamaged", "PassphraseNeeded"),
    *("WrongPassphrase", "NotSaved", "StillWriting", "NotSent", "MachineLacks", "Remark", "Rejected"),
)


def _is_filled_in(text: ast.expr) -> bool:
    formats = isinstance(text, ast.Call) and getattr(text.func, "attr", "") in {"format", "join"}
    return formats or isinstance(text, (ast.JoinedStr, ast.BinOp))


def test_signals_are_connected_to_bound_methods() -> None:
    """A lambda or ``partial`` connected to a longer-lived sender keeps the widget, which is then "already deleted"."""
    found = [
        module.at(call)
        for module in modules()
        for call in calls(module, "connect")
        for argument in call.args
        if isinstance(argument, ast.Lambda) or _is_partial(argument)
    ]
    assert not found


LOG_LEVELS = ("debug", "info", "warning", "error", "exception", "critical")


def test_what_is_logged_is_filled_in_by_logging() -> None:
    """The log on the disk keeps what stands in the program, and leaves out what is filled in: it may name somebody."""
    found = [
        module.at(call)
        for module in modules()
        for level in LOG_LEVELS
        for call in calls(module, level)
        if isinstance(call.func, ast.Attribute) and _name(call.func.value) in {"log", "logging", "logger"}
        if not (call.args and isinstance(call.args[0], ast.Constant))
    ]
    assert not found


def test_painters_end_whatever_happens() -> None:
    """A painter left open by an exception takes the whole program with it at the next frame."""
    found = []
    for module in modules():
        blocks = [node for node in ast.walk(module.tree) if isinstance(node, ast.With)]
        kept = {id(item.context_expr) for block in blocks for item in block.items}
        found += [module.at(call) for call in calls(module, "QPainter") if id(call) not in kept]
    assert not found


def test_no_text_from_outside_can_become_markup() -> None:
    """Labels and message boxes guess whether a text is HTML; a person's name must never be."""
    found = [
        finding
        for module in modules()
        if module.room in {"ui", "app"}
        for finding in _markup_guessed_or_asked_for(module)
    ]
    assert not found


def test_tool_tips_hold_our_own_words_or_are_literal() -> None:
    """Tool tips guess whether a text is HTML, too, and no property of theirs says otherwise."""
    found = [
        module.at(call)
        for module in modules()
        if module.room in {"ui", "app"}
        for call in calls(module, "setToolTip")
        if not _is_own_or_literal(call.args[-1]) and ast.unparse(call.func) not in TIPS_OF_OUR_OWN
    ]
    assert not found


TIPS_OF_OUR_OWN = {"self.system_icon.setToolTip"}
"""That of the tray holds numbers, and belongs to the panel."""
OWN_WORDS = {"tr", "translate", "literal_tip", "toString"}


def _is_own_or_literal(text: ast.expr) -> bool:
    if isinstance(text, ast.IfExp):
        return _is_own_or_literal(text.body) and _is_own_or_literal(text.orelse)
    if isinstance(text, ast.Call):
        called = text.func
        return (called.attr if isinstance(called, ast.Attribute) else _name(called)) in OWN_WORDS
    return isinstance(text, ast.Constant)


def _markup_guessed_or_asked_for(module: Module) -> list[str]:
    found = [
        module.at(node)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and (
            node.attr in {"RichText", "AutoText"} or (node.attr in MESSAGE_BOXES and _name(node.value) == "QMessageBox")
        )
    ]
    if "PlainText" not in module.text:
        # A label made without a text shows a picture.
        found += [module.at(call) for call in calls(module, "QLabel") if call.args]
        found += [module.at(call) for call in calls(module, "QMessageBox")]
    return found


MESSAGE_BOXES = {"about", "critical", "information", "question", "warning"}
"""Message boxes made in one call cannot be told that their text is plain."""


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _is_partial(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and (_name(node.func) == "partial" or getattr(node.func, "attr", "") == "partial")


FROM_ELSEWHERE = {
    "QImage", "QImageReader", "QMovie", "loadFromData", "QNetworkAccessManager", "setHtml", "insertHtml", "html",
    "urlopen", "urlretrieve", "HTTPConnection", "HTTPSConnection", "extract", "extractall",
}  # fmt: skip
"""Ways to make a picture of bytes, to typeset a stranger's markup, to fetch, and to unpack by names others chose."""


def test_nothing_from_outside_is_drawn_typeset_fetched_or_unpacked_by_its_name() -> None:
    """Photos are kept and handed on as bytes; a picture that fills the memory, or that is a program, harms nobody."""
    found = [module.at(call) for module in modules() for name in FROM_ELSEWHERE for call in calls(module, name)]
    drawings = [module.name for module in modules() if any(calls(module, "QSvgRenderer"))]
    assert not found
    assert drawings == ["otnet_desktop.ui.theme.icons"], "our own drawings alone"
