"""Build resources/data/opencc/ from the official OpenCC. Run by hand, by a maintainer:

    python packaging/build_opencc.py

The wheel ``opencc`` holds the dictionaries in a compiled form and the tool that turns them into
text; it is installed into a scratch environment, away from opencc-python-reimplemented, which has
the same import name. The result is checked against the SHA-256 below.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VERSION = "1.4.2"
SHA256 = "6589f675dd35bbab169848d4506420d4b6dcadbdf8c5e2b561240d19b4d3804a"
DIRECTIONS = ("s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s", "t2tw", "t2hk")


def main() -> None:
    """Install the wheel, write tables, configurations and provenance, check them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--into", type=Path, default=ROOT / "resources" / "data" / "opencc")
    into: Path = parser.parse_args().into
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        official = install(Path(scratch))
        names = write_configurations(official / "share" / "opencc", into)
        for name in names:
            write_table(official, name, into)
        licence = next(official.parent.parent.glob("opencc-*.dist-info/licenses/LICENSE"))
        (into / "LICENSE").write_bytes(licence.read_bytes())
    hashes = hash_files(into, names)
    found = hashlib.sha256("".join(hashes.values()).encode()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"The result has SHA-256 {found}, not {SHA256}.")
    write_provenance(into, hashes)
    print(f"{into}: {len(names)} tables and {len(DIRECTIONS)} configurations of OpenCC {VERSION}")


def install(scratch: Path) -> Path:
    """Put the official wheel into an environment of its own, and return the folder of its data."""
    venv.create(scratch, with_pip=True)
    python = scratch / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    wheel = ["install", "--quiet", "--no-deps", "--only-binary=:all:", f"opencc=={VERSION}"]
    subprocess.run([python, "-m", "pip", *wheel], check=True)
    return next(scratch.glob("**/site-packages/opencc/clib"))


def write_configurations(source: Path, into: Path) -> list[str]:
    """Each direction with text tables for compiled ones. Returns the names of the tables."""
    names: set[str] = set()
    for direction in DIRECTIONS:
        settings = json.loads((source / f"{direction}.json").read_text("utf-8"))
        use_text(settings, names)
        text = json.dumps(settings, ensure_ascii=False, indent=1) + "\n"
        (into / f"{direction}.json").write_text(text, "utf-8", newline="\n")
    return sorted(names)


def use_text(node: Any, names: set[str]) -> None:
    """Name the text table wherever a configuration names a compiled one."""
    if isinstance(node, list):
        for child in node:
            use_text(child, names)
    elif isinstance(node, dict):
        if node.get("type") == "ocd2":
            names.add(Path(node["file"]).stem)
            node |= {"type": "txt", "file": Path(node["file"]).stem + ".txt"}
        for child in node.values():
            use_text(child, names)


def write_table(official: Path, name: str, into: Path) -> None:
    """Decompile one dictionary, in the order of its keys."""
    tool = next((official / "bin").glob("opencc_dict*"))
    tool.chmod(0o755)
    compiled = official / "share" / "opencc" / f"{name}.ocd2"
    text = into / f"{name}.txt"
    command = [tool, "-f", "ocd2", "-t", "text", "-i", compiled, "-o", text]
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL)
    lines = sorted(line for line in text.read_text("utf-8").splitlines() if line)
    text.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


def hash_files(into: Path, names: list[str]) -> dict[str, str]:
    """SHA-256 by file name."""
    files = [f"{name}.txt" for name in names] + [f"{name}.json" for name in DIRECTIONS]
    return {file: hashlib.sha256((into / file).read_bytes()).hexdigest() for file in sorted(files)}


def write_provenance(into: Path, hashes: dict[str, str]) -> None:
    """Say beside the data what it is, whose, and how it came here."""
    lines = [
        'name = "OpenCC dictionaries and configurations"',
        f'version = "{VERSION}"',
        'source = "https://github.com/BYVoid/OpenCC, by way of the wheel opencc of that version"',
        'licence = "Apache-2.0 (LICENSE beside this file)"',
        'changed = "decompiled to text and sorted; the configurations name the text tables"',
        'built_by = "packaging/build_opencc.py"',
        "",
        "[sha256]",
        *(f'"{file}" = "{digest}"' for file, digest in hashes.items()),
    ]
    (into / "opencc.toml").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
