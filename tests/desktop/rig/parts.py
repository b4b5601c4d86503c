"""The parts of a desktop, each started and waited for until it answers."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.desktop.rig.kind import DesktopKind
from tests.desktop.rig.needs import AT_SPI, NOTIFYD, XFCONF, where_is
from tests.desktop.rig.processes import RigError, start, wait_for

CONFIG = Path(__file__).with_name("config")
BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
STARTED_BY_THE_BUS = {"org.a11y.Bus": AT_SPI, "org.xfce.Xfconf": XFCONF, "ca.desrt.dconf": "/usr/libexec/dconf-service"}
"""Only these. Leaving notification services out is what makes "nobody answers" true."""


class Parts:
    """Starts what ``kind`` asks for in the folders of ``root``; ``environment`` grows by the display's number."""

    def __init__(self, kind: DesktopKind, root: Path, environment: dict[str, str]) -> None:
        self._kind = kind
        self._root = root
        self._environment = environment
        self._log = root / "log"
        self.pids: dict[str, int] = {}

    def start(self) -> None:
        """Everything, in the order in which the parts need each other."""
        kind = self._kind
        if kind.x:
            self._start_display()
        if kind.bus:
            self._start_bus()
        if kind.x:
            self._start_settings()
            self._start_window_manager()
        if kind.bus and kind.a11y:
            self._start_screen_reader_bus()
        if kind.x:
            self.start_tray(kind.tray)
        if kind.x and kind.bus:
            self.start_notifications(kind.notify)
        if kind.bus:
            self._spawn("monitor", ["dbus-monitor", "--session", "interface='org.freedesktop.Notifications'"])

    def _spawn(self, name: str, argv: list[str], keep: tuple[int, ...] = (), **environment: str) -> None:
        process = start(argv, self._environment | environment, self._log / f"{name}.log", keep)
        self.pids[name] = process.pid

    def _write(self, template: str, to: Path, **values: object) -> Path:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text((CONFIG / template).read_text().format(**values))
        return to

    def _start_display(self) -> None:
        reading, writing = os.pipe()
        options = ["-nolisten", "tcp", "-noreset", "+extension", "RANDR", "+extension", "Composite"]
        screen = ["-screen", "0", f"{self._kind.size}x24", "-dpi", str(self._kind.dpi)]
        self._spawn("display", ["Xvfb", "-displayfd", str(writing), *screen, *options], keep=(writing,))
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RigError(f"Xvfb: {(self._log / 'display.log').read_text()[-500:]}")
        self._environment["DISPLAY"] = f":{number}"

    def _start_bus(self) -> None:
        services = self._root / "services"
        for name, program in STARTED_BY_THE_BUS.items():
            if (path := where_is(program)) and (self._kind.a11y or name != "org.a11y.Bus"):
                (services / f"{name}.service").write_text(f"[D-BUS Service]\nName={name}\nExec={path}\n")
        runtime = self._root / "runtime"
        config = self._write("bus.conf", self._root / "bus.conf", runtime=runtime, services=services)
        self._spawn("bus", ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--nosyslog"])
        wait_for("the session bus", (runtime / "bus").exists)

    def _start_settings(self) -> None:
        theme = "Adwaita-dark" if self._kind.dark else "Adwaita"
        target = self._root / "xsettings.conf"
        config = self._write("xsettings.conf", target, gtk_theme=theme, dpi1024=self._kind.dpi * 1024)
        self._spawn("settings", ["xsettingsd", "-c", str(config)])

    def _start_window_manager(self) -> None:
        name = self._kind.wm
        if name == "none":
            return
        argv = {
            "openbox": ["openbox", "--sm-disable"],
            "xfwm4": ["xfwm4", "--compositor=off", "--sm-client-disable"],
        }[name]
        self._spawn("window manager", argv)
        wait_for("the window manager", lambda: "window id" in self._ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))

    def _start_screen_reader_bus(self) -> None:
        self._spawn("screen reader bus", [where_is(AT_SPI), "--launch-immediately"])
        wait_for("the screen-reader bus", lambda: self._has_owner("org.a11y.Bus"))
        # What a screen reader does when it starts: toolkits look at this switch.
        a11y = ("org.a11y.Bus", "/org/a11y/bus")
        self._call(*a11y, "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", "<true>")
        # Start the registry now; left to itself it starts with the first question, which then gets an empty answer.
        address = self._call(*a11y, "org.a11y.Bus.GetAddress").strip().removeprefix("('").removesuffix("',)")
        registry = ("org.freedesktop.DBus.StartServiceByName", "org.a11y.atspi.Registry", "0")
        to = ["--address", address, "--dest", BUS[0], "--object-path", BUS[1], "--method"]
        self._ask("gdbus", "call", *to, *registry)

    def start_tray(self, tray: str) -> None:
        """A panel or an old tray; also later, for programs that were there first."""
        if tray == "panel":
            self._write("panel.xml", self._root / "config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml")
            self._spawn("tray", ["xfce4-panel", "--disable-wm-check"])
            if self._kind.bus:
                wait_for("the panel's tray", lambda: self._has_owner("org.kde.StatusNotifierWatcher"))
        elif tray == "trayer":
            look = ["--widthtype", "request", "--height", "30", "--tint", "0xdddddd", "--transparent", "false"]
            place = ["--edge", "bottom", "--align", "right", "--expand", "true", "--SetDockType", "true"]
            keep = ["--SetPartialStrut", "true"]  # maximised windows leave room for it
            self._spawn("tray", ["trayer", *place, *keep, *look])
            wait_for("the old tray", lambda: "trayer" in self._ask("xwininfo", "-root", "-tree"))

    def start_notifications(self, notify: str) -> None:
        """A notification daemon; also later, or after another one."""
        if notify == "none":
            return
        if notify == "dunst":
            argv = ["dunst", "-conf", str(self._write("dunstrc", self._root / "dunstrc", rig=CONFIG.parent))]
        else:
            argv = [where_is(NOTIFYD)]
        self._spawn("notifications", argv)
        wait_for("the notification daemon", lambda: self._has_owner("org.freedesktop.Notifications"))

    def _ask(self, *argv: str) -> str:
        answer = subprocess.run(argv, env=self._environment, capture_output=True, text=True, timeout=20, check=False)
        return answer.stdout

    def _call(self, name: str, path: str, method: str, *arguments: str) -> str:
        to = ["--session", "--dest", name, "--object-path", path, "--method", method]
        return self._ask("gdbus", "call", *to, *arguments)

    def _has_owner(self, name: str) -> bool:
        return "true" in self._call(*BUS, "org.freedesktop.DBus.NameHasOwner", name)
