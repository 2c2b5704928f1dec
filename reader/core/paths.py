"""Where bundled and user files are: in the source tree, an installed wheel or a frozen program."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one run. ``data`` belongs to the learner, the rest to the program."""

    resources: Path
    seeds: Path
    data: Path

    @property
    def library(self) -> Path:
        """The SQLite file that keeps articles and bookmarks."""
        return self.data / "library.sqlite"

    @property
    def settings(self) -> Path:
        """The JSON file of the settings."""
        return self.data / "settings.json"

    @property
    def lexicon(self) -> Path:
        """The compiled dictionary."""
        return self.resources / "data" / "lexicon.sqlite"


def find_paths(data_dir: str | Path | None = None) -> Paths:
    """The folders, with the learner's own from ``data_dir``, the environment or the platform."""
    chosen = data_dir or os.environ.get("WENCHUANG_DATA_DIR")
    data = (
        Path(chosen) if chosen else Path(platformdirs.user_data_dir("wenchuang", appauthor=False))
    )
    bundle = _bundle()
    return Paths(bundle / "resources", bundle / "seeds", data.expanduser().absolute())


def _bundle() -> Path:
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent / "bundled"
    package = Path(__file__).resolve().parent.parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent
