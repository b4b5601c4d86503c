"""Do the tests notice when a rule is wrong? Puts one small fault after another into the rules and runs their tests.

    python3 -m tests mutations [--every N] [--processes N] [MODULE...]

It takes an hour on one core, and so is no part of the campaigns. Prints every fault that no test noticed (a survivor):
either a test is missing, or the fault makes no difference.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

import pytest

from tests.campaigns.mutants import Mutant, mutants

CHECKOUT = Path(__file__).parents[2]
DOMAIN = Path("otnet_desktop", "domain")
RULES = [
    "outlook", "worktime", "wall_time", "notices", "agenda", "timing", "reminder_texts", "next_step", "letter_choice",
    *sorted(f"rules/{path.stem}" for path in (CHECKOUT / DOMAIN / "rules").glob("*.py") if path.stem != "__init__"),
]  # fmt: skip

TESTS = [
    f"tests/domain/test_{name}.py"
    for name in (
        "state_table", "popups", "writing", "taking_turns", "gatherings", "one_at_a_time", "stories_of_writing",
        "stories_of_people", "stories", "sample_network", "worktime", "wall_time", "notices", "agenda",
        "timing", "reminder_texts", "next_step", "letters", "network", "invariants",
    )
]  # fmt: skip
"""The quickest first: most faults are noticed by an example."""

OWN = {"letter_choice": "letters", "outlook": "one_at_a_time"}
"""Whose tests have another name. A module's own come before all others."""

PARTS = [DOMAIN, *(Path(part) for part in ("tests/domain", "tests/house", "resources/sample", "resources/letters"))]
"""What those tests need."""

SECONDS = 45
"""Of computing, three times what all tests take: after more the fault made something run for ever, which is noticed."""


def main(arguments: list[str]) -> int:
    """Report the survivors; the status says whether there are any."""
    parser = argparse.ArgumentParser(
        "python3 -m tests mutations", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="*", default=RULES, help="such as rules/thanks; all rules without any")
    parser.add_argument("--every", type=int, default=1, help="try only every n-th fault")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    options = parser.parse_args(arguments)
    faults = list(_faults(options.modules))[:: options.every]
    if _try((options.modules[0], Mutant(0, "", _source(options.modules[0]))))[-1]:
        print("The tests fail without any fault, so they cannot tell.")
        return 2
    alive = 0
    with Pool(options.processes, maxtasksperchild=1) as pool:
        for module, mutant, noticed in pool.imap_unordered(_try, faults):
            if not noticed:
                alive += 1
                print(f"{module}.py:{mutant.line}: {mutant.fault}", flush=True)
    print(f"{len(faults)} faults, {len(faults) - alive} noticed, {alive} survived")
    return int(bool(alive))


def _faults(modules: list[str]) -> Iterator[tuple[str, Mutant]]:
    for module in modules:
        for mutant in mutants(_source(module)):
            yield module, mutant


def _source(module: str) -> str:
    return (CHECKOUT / DOMAIN / f"{module}.py").read_text(encoding="utf-8")


def _try(fault: tuple[str, Mutant]) -> tuple[str, Mutant, bool]:
    """Whether any test fails when the fault is there."""
    module, mutant = fault
    with tempfile.TemporaryDirectory(prefix="otnet-mutant-") as folder:
        place = Path(folder)
        for part in PARTS:
            shutil.copytree(CHECKOUT / part, place / part, ignore=shutil.ignore_patterns("__pycache__"))
        for file in ("pyproject.toml", "tests/__init__.py", "tests/conftest.py", "otnet_desktop/__init__.py"):
            shutil.copy(CHECKOUT / file, place / file)
        (place / DOMAIN / f"{module}.py").write_text(mutant.source, encoding="utf-8")
        child = os.fork()
        if child == 0:
            own = f"tests/domain/test_{OWN.get(module, module)}.py"
            _run_tests(place, sorted(TESTS, key=lambda file: file != own))
        _, status = os.waitpid(child, 0)
    return module, mutant, status != 0


def _run_tests(place: Path, tests: list[str]) -> None:
    """In a process of its own, which ends here."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    os.chdir(place)
    out = os.open(os.devnull, os.O_WRONLY)
    os.dup2(out, 1)
    os.dup2(out, 2)
    for name in [name for name in sys.modules if name.split(".")[0] in {"tests", "otnet_desktop"}]:
        del sys.modules[name]
    sys.path[:] = [str(place), *(path for path in sys.path if Path(path or ".").resolve() != CHECKOUT)]
    sys.dont_write_bytecode = True
    options = ["-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist"]
    os._exit(pytest.main([*options, *tests], plugins=[WithoutShrinking()]))


class WithoutShrinking:
    """That a property fails is enough to know; the smallest example would take minutes."""

    def pytest_collection(self) -> None:
        """After conftest has chosen a profile, before the tests are imported."""
        import hypothesis

        quick = hypothesis.settings.get_profile("quick")
        phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
        hypothesis.settings.register_profile("mutant", quick, phases=phases, report_multiple_bugs=False)
        hypothesis.settings.load_profile("mutant")
