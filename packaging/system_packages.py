"""What Qt needs of a Linux system beyond its own wheel: shared libraries and a Chinese font.

The table is what ``ldd`` finds for QtWidgets and for Qt's X11, Wayland and offscreen platforms in
PySide6-Essentials 6.12 and does not come with Python itself, with the packages of Debian 12.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

PACKAGE_OF = {
    # Any use of Qt
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    # Windows under X11
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    # Windows under Wayland
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
FONT_PACKAGE = "fonts-noto-cjk"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
CHINESE_FONT_NAMES = (
    "notosanscjk", "notoserifcjk", "notosanssc", "notosanstc", "notosanshk", "notoserifsc",
    "notoseriftc", "sourcehan", "wqy", "uming", "ukai", "droidsansfallback", "lxgw", "simsun",
    "simhei", "msyh", "mingliu", "fandol",
)  # fmt: skip


def complete_system() -> tuple[str, ...]:
    """Install what is missing, or say how; return the Debian packages that are still missing."""
    if sys.platform != "linux":
        return ()
    libraries = find_missing_libraries(can_load)
    packages = list_packages(libraries, has_chinese_font(), importlib.util.find_spec("ensurepip"))
    if not packages:
        return ()
    if not shutil.which("apt-get"):
        _tell(describe_for_other_systems(libraries, packages))
    elif os.geteuid() != 0:
        _tell(
            "Some system packages are missing; without them the window may not open, or Chinese"
            f" may show as boxes. This line installs them:\n  {describe_for_debian(packages)}"
        )
    elif not _install(packages):
        _tell(
            "Some system packages could not be installed; apt-get says why above. When that is"
            f" mended, start again or use this line:\n  {describe_for_debian(packages)}"
        )
    else:
        return ()
    return packages


def find_missing_libraries(is_there: Callable[[str], bool]) -> tuple[str, ...]:
    """The names of the shared libraries that Qt would ask for in vain."""
    return tuple(name for name in PACKAGE_OF if not is_there(name))


def can_load(name: str) -> bool:
    """Whether the system's loader finds a shared library that fits this Python."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def list_packages(libraries: Iterable[str], has_font: object, has_pip: object) -> tuple[str, ...]:
    """The Debian packages for what is missing, each once, in order."""
    packages = {PACKAGE_OF[library] for library in libraries}
    if not has_font:
        packages.add(FONT_PACKAGE)
    if not has_pip:
        packages.add(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return tuple(sorted(packages))


def has_chinese_font(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Whether some installed font draws Chinese; fontconfig knows, or else the file names do."""
    fc_list = shutil.which("fc-list")
    if fc_list:
        command = [fc_list, ":lang=zh", "file"]
        found = subprocess.run(command, capture_output=True, check=False).stdout
        return bool(found.strip())
    return any(
        is_chinese_font_name(name)
        for folder in folders
        for _, _, names in os.walk(Path(folder).expanduser())
        for name in names
    )


def is_chinese_font_name(name: str) -> bool:
    """Whether a font file's name is that of a well-known Chinese font."""
    plain = name.lower().replace("-", "").replace("_", "").replace(" ", "")
    return any(known in plain for known in CHINESE_FONT_NAMES)


def describe_for_debian(packages: Iterable[str]) -> str:
    """The one line that installs the packages on Debian and its children."""
    return f"sudo apt-get install {' '.join(packages)}"


def describe_for_other_systems(libraries: Iterable[str], packages: Iterable[str]) -> str:
    """A sentence that names what is missing where package names are unknown."""
    wanted = [*libraries]
    if FONT_PACKAGE in packages:
        wanted.append("a Chinese font such as Noto Sans CJK")
    if any(package.endswith("-venv") for package in packages):
        wanted.append("Python's ensurepip module")
    return f"Please install with your system's package manager: {', '.join(wanted)}."


def _install(packages: Iterable[str]) -> bool:
    _tell(f"Installing system packages: {' '.join(packages)}")
    surroundings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    result = 1
    # An update that fails for one archive of several need not stop the installation.
    for command in ([*apt, "update"], install):
        result = subprocess.run(
            command, env=surroundings, stdout=sys.stderr, stdin=subprocess.DEVNULL, check=False
        ).returncode
    return result == 0


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
