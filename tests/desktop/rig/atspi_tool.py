"""Questions to AT-SPI, one process each so that no remembered state is told: see ``session.py`` for the verbs."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time

from tests.desktop.rig import atspi_nodes as nodes


def tree(options: argparse.Namespace) -> int:
    """Everything as JSON."""
    apps = nodes.retry(options.wait, lambda: nodes.applications(options.app))
    json.dump([nodes.describe(app, options.depth, options.rows) for app in apps], sys.stdout, ensure_ascii=False)
    return 0 if apps else 1


def where(options: argparse.Namespace) -> int:
    """Middle of the best match."""
    x, y, width, height = nodes.box_of(_locate(options)) or (0, 0, 0, 0)
    print(x + width // 2, y + height // 2)
    return 0


def act(options: argparse.Namespace) -> int:
    """Do the best match's action."""
    node = _locate(options)
    names = nodes.actions_of(node)
    wanted = options.action or next(iter(names), None)
    if wanted not in names:
        sys.exit(f"{options.label!r} has actions {names}, not {wanted!r}")
    return 0 if node.do_action(names.index(wanted)) else 1


def audit(options: argparse.Namespace) -> int:
    """One line for each fault."""
    apps = nodes.retry(options.wait, lambda: nodes.applications(options.app))
    if not apps:
        sys.exit("no program has a window")
    for app in apps:
        print(*nodes.faults_of(app), sep="\n", end="")
    return 0


def focus(options: argparse.Namespace) -> int:
    """What has the focus."""
    found = [node for app in nodes.applications(options.app) if (node := nodes.focused_in(app)) is not None]
    print(f"{found[0].get_role_name()} {found[0].get_name()!r}" if found else "(nothing has the focus)")
    return 0


def walk(options: argparse.Namespace) -> int:
    """What has the focus before and after each press of a key: before the first nothing is remembered."""
    focus(options)
    sys.stdout.flush()
    ask = [sys.executable, "-m", "tests.desktop.rig.atspi_tool", "focus"]
    arguments = ["--app", options.app] if options.app else []
    for _step in range(options.steps):
        subprocess.run(["xdotool", "key", "--clearmodifiers", options.key], check=True)
        time.sleep(0.15)
        print(subprocess.run([*ask, *arguments], capture_output=True, text=True, check=True).stdout.strip(), flush=True)
    return 0


def _locate(options: argparse.Namespace) -> nodes.Node:
    def probe() -> nodes.Node:
        found = (nodes.find(app, options.role, options.label) for app in nodes.applications(options.app))
        return next((node for node in found if node is not None), None)

    node = nodes.retry(options.wait, probe)
    if node is None:
        sys.exit(f"nothing accessible with role {options.role!r} and label {options.label!r}")
    return node


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser()
    verbs = parser.add_subparsers(required=True)
    for verb in (tree, where, act, audit, focus, walk):
        made = verbs.add_parser(verb.__name__)
        made.set_defaults(verb=verb)
        made.add_argument("--app")
        made.add_argument("--wait", type=float, default=0)
        if verb in (where, act):
            made.add_argument("role")
            made.add_argument("label")
            made.add_argument("--action")
        if verb is tree:
            made.add_argument("--json", action="store_true")
            made.add_argument("--depth", type=int, default=40)
            made.add_argument("--rows", type=int, default=60)
        if verb is walk:
            made.add_argument("steps", type=int)
            made.add_argument("--key", default="Tab")
    options = parser.parse_args()
    status: int = options.verb(options)
    return status


if __name__ == "__main__":
    sys.exit(main())
