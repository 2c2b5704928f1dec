"""Put OpenCC's current dictionaries into ``resources/data/opencc``.

    python packaging/build_opencc.py

They come from the official wheel ``opencc`` (CPython 3.11, Linux on x86-64, by way of pip), whose
own tool turns the compiled dictionaries into text; version and hash are fixed below. Dictionaries
and configurations that no direction of ours uses are left out; no entry is changed.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

VERSION = "1.4.2"
SHA256 = "794afd1f5254b22fb7e8655d3e60f0467e4a1ad5ebbd62f9efdd2dd421dd43db"
DIRECTIONS = ("s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s", "t2tw", "t2hk")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "data" / "opencc"


def fetch(folder: Path) -> Path:
    """Download and unpack the wheel; stop where it is not the one that is expected."""
    platform = ("--platform", "manylinux_2_28_x86_64", "--platform", "manylinux2014_x86_64")
    pip = (sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:")
    chosen = ("--python-version", "3.11", *platform, "-d", str(folder), f"opencc=={VERSION}")
    subprocess.run([*pip, *chosen], check=True)
    wheel = next(folder.glob("*.whl"))
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != SHA256:
        sys.exit(f"{wheel.name} has the hash {found}, expected {SHA256}. Nothing was changed.")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder / "opencc" / "clib"


def list_files(dictionary: dict[str, Any]) -> list[str]:
    """The files that a dictionary of a configuration is made of."""
    if dictionary["type"] == "group":
        return [name for part in dictionary["dicts"] for name in list_files(part)]
    return [dictionary["file"]]


def decompile(wheel: Path, name: str) -> str:
    """The entries of a compiled dictionary, a line each: key, tab, values."""
    tool, scratch = wheel / "bin" / "opencc_dict", wheel / "entries.txt"
    tool.chmod(0o755)
    compiled = wheel / "share" / "opencc" / name
    subprocess.run(
        [tool, "-i", compiled, "-o", scratch, "-f", compiled.suffix[1:], "-t", "text"], check=True
    )
    return scratch.read_text("utf-8")


def build(wheel: Path) -> None:
    """Write the configurations, the dictionaries that they name, and where all is from."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in (*TARGET.glob("*.txt"), *TARGET.glob("*.json")):
        old.unlink()
    names: set[str] = set()
    for direction in DIRECTIONS:
        file = wheel / "share" / "opencc" / f"{direction}.json"
        text = file.read_text("utf-8")
        config = json.loads(text)
        steps = [*config.get("normalization", []), *config["conversion_chain"]]
        if "segmentation" in config:
            steps.append(config["segmentation"])
        names.update(name for step in steps for name in list_files(step["dict"]))
        text = text.replace(".ocd2", ".txt").replace('"ocd2"', '"text"')
        (TARGET / file.name).write_text(text, "utf-8", newline="\n")
    for name in sorted(names):
        target = (TARGET / name).with_suffix(".txt")
        target.write_text(decompile(wheel, name), "utf-8", newline="\n")
    (TARGET / "SOURCE.toml").write_text(
        f'''source = "the wheel opencc of PyPI, from https://github.com/BYVoid/OpenCC"
version = "{VERSION}"
sha256 = "{SHA256}"
licence = "Apache-2.0, see LICENSE"
script = "packaging/build_opencc.py"
changed = "compiled dictionaries turned into text"
''',
        "utf-8",
        newline="\n",
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        build(fetch(Path(scratch)))
