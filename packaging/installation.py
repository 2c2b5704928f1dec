"""Make ``.venv`` and put the pinned packages and the project itself into it.

All output goes to standard error: standard output belongs to the program that starts afterwards.
"""

import importlib.util
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import environment
import system_packages

ROOM_NEEDED = 1_000_000_000  # bytes: the packages, and pip's copies of them while it unpacks


def set_up(requirements: str) -> None:
    """Make ``.venv`` fit the requirements, or end the program with a sentence that says why not."""
    try:
        with _lock():
            if not environment.is_ready(requirements):
                _set_up(requirements)
    except OSError as error:
        sys.exit(f"Setting up {environment.VENV} failed: {error}.{_room_left()}")
    except KeyboardInterrupt:
        sys.exit("\nThe set-up was interrupted. The next start begins it again.")


def _set_up(requirements: str) -> None:
    trusted = is_trusted()
    for stamp in environment.VENV.glob("stamp-*"):
        stamp.unlink()
    if not trusted:
        _make_environment()
    _install(requirements)
    link_project(environment.ROOT)
    # What the tests need includes what the program needs, so both wishes are now met.
    for met in {"requirements.txt", requirements}:
        environment.find_stamp(met).write_bytes(environment.describe_environment(met))


def is_trusted() -> bool:
    """Whether ``.venv`` was once finished here by this Python, so that packages can be added."""
    place = environment.describe_place()
    return environment.find_command("python").exists() and any(
        stamp.read_bytes().startswith(place)
        for stamp in environment.VENV.glob("stamp-requirements*")
    )


def _make_environment() -> None:
    if Path(sys.prefix).resolve() == environment.VENV:
        sys.exit(
            "This is the Python inside .venv, and .venv must be made again. Start the same file"
            " with the Python that you installed, for example python3."
        )
    if not has_venv_modules():
        system_packages.complete_system()
    if not has_venv_modules():
        sys.exit(
            "Python's venv and ensurepip modules are missing, so .venv cannot be made."
            " Install them (the line above does it on Debian) and start again."
        )
    _tell(f"Setting up {environment.VENV} (once; this takes a minute or two)")
    _run([sys.executable, "-m", "venv", "--clear", str(environment.VENV)], "making .venv")


def has_venv_modules() -> bool:
    """Whether this Python can make environments; Debian packages that part separately."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def _install(requirements: str) -> None:
    pip = [str(environment.find_command("python")), "-m", "pip"]
    options = ["--disable-pip-version-check", "--no-input", "--require-hashes"]
    listed = str(environment.ROOT / "packaging" / requirements)
    _run([*pip, "install", *options, "-r", listed], "installing the packages")


def link_project(root: Path) -> None:
    """Let ``.venv`` run the source tree: ``python -m reader`` and the command ``wenchuang``."""
    python = environment.find_command("python")
    site = sysconfig.get_path("purelib", "venv", _scheme_variables())
    # A line of code instead of a plain path: .pth files are read in the locale's encoding, and
    # ascii() survives any.
    line = f"import sys; sys.path.append({str(root)!a})\n"
    Path(site, "wenchuang.pth").write_text(line, encoding="ascii")
    if sys.platform == "win32":
        script = environment.SCRIPTS / "wenchuang.cmd"
        script.write_text('@"%~dp0python.exe" -P -m reader %*\n', encoding="ascii")
    else:
        script = environment.SCRIPTS / "wenchuang"
        script.write_text(f'#!/bin/sh\nexec {shlex.quote(str(python))} -P -m reader "$@"\n')
        script.chmod(0o755)


def _scheme_variables() -> dict[str, str]:
    return {name: str(environment.VENV) for name in ("base", "platbase", "installed_base")}


def _run(command: list[str], purpose: str) -> None:
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        sys.exit(
            f"\n{purpose.capitalize()} failed; the lines above say why. The first start needs"
            f" the network and about 1 GB of disk.{_room_left()} Start again when that is mended."
        )


def _room_left() -> str:
    free = shutil.disk_usage(environment.ROOT).free
    return f" Only {free // 1_000_000} MB of disk are free." if free < ROOM_NEEDED else ""


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


@contextmanager
def _lock() -> Iterator[None]:
    """Let one set-up at a time work on ``.venv``; Windows guards its open files itself."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415  # Windows has none

    with Path(__file__).open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # the system lets go of it however this process ends
        yield
