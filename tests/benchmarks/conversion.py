"""Parity with OpenCC's official engine, speed, script detection, hard sentences, proofreading.

    python tests/benchmarks/conversion.py [--json] [--data ../shared/data] \\
        [--official PYTHON] [--cases FILE]

PYTHON is the interpreter of an environment that has the official ``opencc`` (never this one: both
packages are imported as ``opencc``), FILE is OpenCC's own ``testcases.json``.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.core.script import Script, Variant  # noqa: E402  # the path has to be known first
from reader.language.annotate import Annotator  # noqa: E402  # likewise
from reader.language.conversion import CONFIGS, Converter  # noqa: E402  # likewise
from reader.language.proofreading import Proofreader  # noqa: E402  # likewise
from reader.language.script import Scripts  # noqa: E402  # likewise
from reader.language.tables import read_table  # noqa: E402  # likewise

DATA = ROOT / "resources" / "data"
OFFICIAL = """
import json, sys, opencc
for config, texts in json.load(sys.stdin).items():
    convert = opencc.OpenCC(config).convert
    print(json.dumps([convert(text) for text in texts]))
"""
WINDOW = 30


def main() -> None:
    """Measure, print a table, and with --json one object as the last line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--official", help="Python of an environment with the official engine")
    parser.add_argument("--cases", type=Path, help="OpenCC's testcases.json")
    options = parser.parse_args()
    scripts = Scripts(DATA)
    annotator = Annotator(DATA / "lexicon.sqlite", scripts)
    converter = Converter(DATA, scripts, annotator.segment)
    paragraphs = read_paragraphs(options.data)
    traditional = [converter.convert(text, "s2tw").text for text in paragraphs]
    figures = measure_gold(converter)
    figures |= measure_speed(converter, paragraphs, traditional)
    figures |= measure_detection(scripts, paragraphs, traditional)
    figures |= measure_proofreading(
        Proofreader(DATA, scripts, converter, annotator.segment), converter, paragraphs[:3000]
    )
    if options.cases:
        figures |= measure_cases(converter, options.cases)
    if options.official:
        figures |= measure_parity(converter, options.official, paragraphs + traditional)
    for name, value in figures.items():
        print(f"{name:40} {value:12.3f}")
    if options.json:
        print(json.dumps(figures))


def read_paragraphs(data: Path) -> list[str]:
    """Ten thousand paragraphs: speech, web pages, a novel, in a fixed random order."""
    sources: list[Iterable[str]] = [
        (data / "pinyin" / "modern_text.txt").read_text("utf-8").splitlines(),
        (data / "books" / "honglou.gb18030.txt").read_text("gb18030").splitlines(),
        *(
            page.read_text("utf-8", "replace").splitlines()
            for page in sorted((data / "html" / "cleaned").iterdir())
        ),
    ]
    lines = [line.strip() for source in sources for line in source if line.strip()]
    shuffled = random.Random(5)  # noqa: S311  # a fixed choice, no secret
    return shuffled.sample(lines, min(10_000, len(lines)))


def measure_gold(converter: Converter) -> dict[str, float]:
    """How many hard sentences are right, plain and with what is ours."""
    rows = [
        line.split("\t")
        for line in (ROOT / "tests" / "gold" / "conversion.tsv").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    plain = sum(converter.convert(text, "s2tw").text == right for text, right in rows)
    shown = sum(
        converter.show(text, Variant.TAIWAN, Script.SIMPLIFIED).text == right
        for text, right in rows
    )
    return {
        "hard sentences": len(rows),
        "hard sentences, plain, %": 100 * plain / len(rows),
        "hard sentences, ours, %": 100 * shown / len(rows),
    }


def measure_speed(
    converter: Converter, simplified: list[str], traditional: list[str]
) -> dict[str, float]:
    """Million characters a second of processor time, map included; loading in milliseconds."""
    figures: dict[str, float] = {}
    start = time.process_time()
    Converter(DATA).convert("头发", "s2t")
    figures["load s2t, ms"] = 1000 * (time.process_time() - start)
    for config in CONFIGS:
        texts = simplified if config.startswith("s2") else traditional
        start = time.process_time()
        for text in texts:
            converter.convert(text, config)
        figures[f"{config}, Mchar/s"] = _rate(texts, start)
    start = time.process_time()
    for text in simplified:
        converter.show(text, Variant.TRADITIONAL, Script.SIMPLIFIED)
    figures["shown with words and rules, Mchar/s"] = _rate(simplified, start)
    return figures


def _rate(texts: list[str], start: float) -> float:
    return sum(map(len, texts)) / (time.process_time() - start) / 1e6


def measure_detection(
    scripts: Scripts, simplified: list[str], traditional: list[str]
) -> dict[str, float]:
    """The share of windows whose script is told rightly."""
    figures = {}
    for name, texts, right in (
        ("simplified", simplified, Script.SIMPLIFIED),
        ("traditional", traditional, Script.TRADITIONAL),
    ):
        windows = [
            text[at : at + WINDOW]
            for text in texts
            for at in range(0, len(text) - WINDOW + 1, WINDOW)
            if len(re.findall("[一-龥]", text[at : at + WINDOW])) > WINDOW / 2
        ]
        told = sum(scripts.detect(window) is right for window in windows)
        figures[f"{name} told by {WINDOW} characters, %"] = 100 * told / len(windows)
    return figures


def measure_proofreading(
    proofreader: Proofreader, converter: Converter, paragraphs: list[str]
) -> dict[str, float]:
    """Errors planted by converting character for character, and what is then found of them."""
    characters = read_table(DATA / "opencc" / "STCharacters.txt")
    planted = found = touched = total = 0
    for text in paragraphs:
        good = converter.show(text, Variant.TRADITIONAL, Script.SIMPLIFIED).text
        bad = "".join(characters.get(character, character) for character in text)
        mended = list(bad)
        for correction in proofreader.proofread(bad):
            mended[correction.start : correction.end] = correction.usual
        wrong = [
            at
            for at, (b, g) in enumerate(zip(bad, good, strict=True))
            if not proofreader.equals(b, g)
        ]
        planted += len(wrong)
        found += sum(mended[at] == good[at] for at in wrong)
        touched += sum(1 for correction in proofreader.proofread(good) for _ in correction.written)
        total += len(good)
    return {
        "planted errors": planted,
        "planted errors found, %": 100 * found / max(planted, 1),
        "good characters touched, per 1000": 1000 * touched / total,
    }


def measure_cases(converter: Converter, path: Path) -> dict[str, float]:
    """OpenCC's own regression cases."""
    text = re.sub(
        r",(\s*[}\]])", r"\1", re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
    )
    cases = [
        (config, case["input"], expected)
        for case in json.loads(text)["cases"]
        for config, expected in case["expected"].items()
        if config in CONFIGS
    ]
    passed = sum(
        converter.convert(given, config).text in ([right] if isinstance(right, str) else right)
        for config, given, right in cases
    )
    return {"regression cases": len(cases), "regression cases passed": passed}


def measure_parity(converter: Converter, python: str, texts: list[str]) -> dict[str, float]:
    """Paragraphs that differ from the official engine, over all directions."""
    result = subprocess.run(  # noqa: S603  # the interpreter that the caller has named
        [python, "-c", OFFICIAL],
        input=json.dumps(dict.fromkeys(CONFIGS, texts)),
        capture_output=True,
        text=True,
        check=True,
    )
    different = sum(
        converter.convert(text, config).text != right
        for config, line in zip(CONFIGS, result.stdout.splitlines(), strict=True)
        for text, right in zip(texts, json.loads(line), strict=True)
    )
    return {
        "paragraphs compared": len(texts) * len(CONFIGS),
        "paragraphs different from official": different,
    }


if __name__ == "__main__":
    main()
