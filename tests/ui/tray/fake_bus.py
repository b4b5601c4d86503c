"""A session bus whose daemon is the test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from otnet_desktop.ui.tray.session_bus import Arguments, OnError, OnReply, OnSignal


@dataclass
class Call:
    """One call, which the test answers when it likes."""

    method: str
    arguments: Arguments
    answer: tuple[OnReply, OnError] | None

    def reply(self, *arguments: Any) -> None:  # noqa: ANN401
        assert self.answer is not None
        self.answer[0](arguments)

    def fail(self, error: str) -> None:
        assert self.answer is not None
        self.answer[1](error)


@dataclass
class FakeBus:
    """Stands in for ``SessionBus``."""

    on_signal: OnSignal
    on_lost: Callable[[], None]
    is_there: bool = True
    is_connected: bool = False
    calls: list[Call] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)

    def connect_now(self) -> bool:
        self.is_connected = self.is_there
        return self.is_connected

    def listen(self, rule: str) -> None:
        self.rules.append(rule)

    def call(
        self,
        to: tuple[str, str, str],
        method: str,
        signature: str = "",
        arguments: Arguments = (),
        answer: tuple[OnReply, OnError] | None = None,
    ) -> None:
        self.calls.append(Call(method, arguments, answer))

    def close(self) -> None:
        self.is_connected = False

    def named(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def lose(self) -> None:
        self.is_connected = self.is_there = False
        self.on_lost()
