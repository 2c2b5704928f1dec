"""The project's own Python environment, ``.venv``, and the start of programs in it.

A stamp in ``.venv`` holds word for word what was asked for when it was made, and is written last.
So a start that finds its own wishes in the stamp has nothing to do, and an environment without
one (interrupted, moved, made by another Python) is not trusted but made again. What only a set-up
needs is imported only by a set-up, because every start passes through this file.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
SYSTEM_STAMP = VENV / "stamp-system"


def prepare(requirements: str) -> Path:
    """Make sure that ``.venv`` has these requirements, and return its Python."""
    if not is_ready(requirements):
        import installation  # noqa: PLC0415  # only a set-up pays for it

        installation.set_up(requirements)
    if not SYSTEM_STAMP.exists():
        import system_packages  # noqa: PLC0415  # only a system that lacks something pays for it

        if not system_packages.complete_system():
            note_complete_system()
    return find_command("python")


def is_ready(requirements: str) -> bool:
    """Whether a set-up with exactly these requirements came to its end."""
    wanted = describe_environment(requirements)
    try:
        return find_stamp(requirements).read_bytes() == wanted and find_command("python").exists()
    except OSError:
        return False


def note_complete_system() -> None:
    """Spare the next start the question what the system lacks."""
    try:
        SYSTEM_STAMP.touch()
    except OSError:
        return  # another user's .venv serves as well, only a little slower


def describe_environment(requirements: str) -> bytes:
    """All that the contents of ``.venv`` depend on: the Python, the place and the packages."""
    return describe_place() + (ROOT / "packaging" / requirements).read_bytes()


def describe_place() -> bytes:
    """The Python and the folder that an environment is bound to, in one line."""
    return f"{sys.implementation.cache_tag} {sys.platform} {str(ROOT)!a}\n".encode("ascii")


def find_stamp(requirements: str) -> Path:
    """Where the end of a set-up with these requirements is noted."""
    return VENV / f"stamp-{requirements}"


def find_command(name: str) -> Path:
    """Where ``.venv`` keeps a command, whether or not it is there yet."""
    return SCRIPTS / (f"{name}.exe" if sys.platform == "win32" else name)


def replace_by(command: list[str]) -> NoReturn:
    """Become another program: its output, signals and exit code are this one's."""
    if sys.platform != "win32":
        os.execv(command[0], command)  # noqa: S606  # no shell is wanted
    import subprocess  # noqa: PLC0415  # Windows alone has no exec that the console waits for

    try:
        sys.exit(subprocess.call(command))
    except KeyboardInterrupt:
        sys.exit(130)
