"""Check everything: ``python3 packaging/test.py [arguments for pytest]``.

Sets up ``.venv`` as run.py does, with the tools for tests, and checks format, lint, types and
import contracts and runs all tests, without a display. Every step runs, whatever the ones before
it found.
"""

import required_python  # noqa: F401, I001  # it refuses old Pythons, so it comes first
import os
import subprocess
import sys
from pathlib import Path

import environment


def run_steps(python: Path, pytest_arguments: list[str]) -> list[str]:
    """Run every check with its full output, and name those that failed."""
    module = [str(python), "-m"]
    steps = {
        "format": [*module, "ruff", "format", "--check", "."],
        "lint": [*module, "ruff", "check", "."],
        "types": [*module, "mypy"],
        "import contracts": [str(environment.find_command("lint-imports"))],
        "tests": [*module, "pytest", *pytest_arguments],
    }
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    failed = []
    for name, command in steps.items():
        print(f"\n== {name}", flush=True)
        if subprocess.run(command, cwd=environment.ROOT, env=surroundings, check=False).returncode:
            failed.append(name)
    return failed


if __name__ == "__main__":
    failures = run_steps(environment.prepare("requirements-test.txt"), sys.argv[1:])
    # Nothing follows pytest's last line when all is well.
    sys.exit(f"\nFailed: {', '.join(failures)}." if failures else 0)
