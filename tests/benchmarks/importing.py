"""How often the encoding is found, how much of pages is read right, and how fast files come in.

Re-encodings are made here of texts that lie beside the project and of the starter articles:
whole, with the last byte cut off, with a stray byte, and with few Chinese characters in much ASCII.
"""

import contextlib
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.core.errors import SourceError  # noqa: E402 -- the path is set above
from reader.core.paths import find_paths  # noqa: E402 -- the path is set above
from reader.core.script import Variant  # noqa: E402 -- the path is set above
from reader.importers import decode, read_bytes  # noqa: E402 -- the path is set above
from reader.importers.cns import from_text, to_text  # noqa: E402 -- the path is set above
from reader.language.conversion import Converter  # noqa: E402 -- the path is set above
from reader.language.script import Scripts  # noqa: E402 -- the path is set above
from tests.benchmarks.figures import print_figures  # noqa: E402 -- the path is set above
from tests.benchmarks.formats import measure_formats  # noqa: E402 -- the path is set above
from tests.benchmarks.pages import measure_pages  # noqa: E402 -- the path is set above

SHARED = ROOT.parent / "shared" / "data"
BOOK = SHARED / "books" / "honglou.gb18030.txt"
LENGTHS = (4, 6, 8, 12, 20, 50, 200, 1000, 5000)
CODECS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "gb18030",
    "big5",
    "big5hkscs",
    "hz",
    "utf-32-le",
    "utf-32-be",
    "euc_tw",
    "iso2022_cn",
)
MARKED = {"utf-8-sig", "utf-16", "utf-32"}
FEWEST_HAN = 3
LONGEST_TEXT = 200_000
"""Characters of the text that is written in every format."""
JAPANESE = """吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。
何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。親譲りの無鉄砲で小供の時から損ばかりしている。
東京都庁で会議が開催され、経済政策について議論した。関係者によると、予算案は来月提出される予定だ。
カタカナとひらがなと漢字。コンピュータのソフトウェアを利用して、データを処理する。"""
KOREAN = """모든 국민은 법 앞에 평등하다. 누구든지 성별 또는 종교에 의하여 차별을 받지 아니한다.
나는 오늘 아침에 학교에 갔다. 날씨가 좋아서 친구와 함께 공원에서 점심을 먹었다.
정부는 내년 예산안을 국회에 제출하였다. 대한민국의 수도는 서울이고, 부산은 항구 도시이다."""
RUSSIAN = """Все счастливые семьи похожи друг на друга, каждая несчастливая несчастлива по-своему.
Мы читаем книги каждый день и пишем письма друзьям из других городов.
Погода сегодня хорошая, и дети играют во дворе до самого вечера."""
LATIN = """Les élèves étudient à l’école; ça a été très intéressant, déjà à Noël. Où êtes-vous?
Die Straße führt über die Brücke; schöne Grüße aus Köln und Düsseldorf.
El niño pequeño comió piña mañana. Às vezes não há solução; é o coração que vê."""
FOREIGN = {
    "japanese": (("shift_jis", "euc_jp", "iso2022_jp"), JAPANESE),
    "korean": (("euc_kr", "johab", "iso2022_kr"), KOREAN),
    "russian": (("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"), RUSSIAN),
    "latin": (("cp1252", "latin_1", "mac_roman", "cp850"), LATIN),
}


def gather_texts() -> list[str]:
    """Texts in both scripts."""
    chance = random.Random(1)  # noqa: S311 -- the same sample every time
    texts = [file.read_text("utf-8") for file in sorted(find_paths().seeds.glob("*.txt"))]
    texts += [file.read_text("utf-8") for file in sorted(SHARED.glob("html/cleaned/*.txt"))]
    modern = SHARED / "pinyin" / "modern_text.txt"
    if modern.exists():
        texts += chance.sample(modern.read_text("utf-8").split("\n"), 150)
    if BOOK.exists():
        book = BOOK.read_bytes().decode("gb18030")
        texts += [book[start : start + 5000] for start in range(0, 200_000, 20_000)]
    data = find_paths().resources / "data"
    scripts = Scripts(data)
    converter = Converter(data, scripts)
    traditional = [
        "\n".join(
            converter.show(line, Variant.TAIWAN, scripts.detect(text)).text
            for line in text.split("\n")
        )
        for text in texts
    ]
    return texts + traditional


def cut_pieces(texts: list[str]) -> Iterator[str]:
    """A piece of each length of each text."""
    chance = random.Random(2)  # noqa: S311 -- the same sample every time
    for text in texts:
        for length in LENGTHS:
            if len(text) >= length:
                start = chance.randrange(len(text) - length + 1)
                piece = text[start : start + length]
                if sum("\u4e00" <= c <= "\u9fff" for c in piece) >= FEWEST_HAN:
                    yield piece


def encode(text: str, codec: str) -> bytes:
    """A text as bytes, also in the encodings that only we know."""
    if codec == "euc_tw":
        return from_text(text)
    if codec == "iso2022_cn":  # lines are alone, as the standard wants it
        lines = [_shift_line(line) for line in text.split("\n")]
        return b"\x1b$)A" + b"\n".join(lines)
    return text.encode(codec)


def _shift_line(line: str) -> bytes:
    parts = []
    for is_ascii, run in groupby(line, str.isascii):
        data = "".join(run).encode("gb2312")
        parts.append(data if is_ascii else b"\x0e" + bytes(b & 0x7F for b in data) + b"\x0f")
    return b"".join(parts)


def damage(piece: str, codec: str) -> Iterator[tuple[str, bytes]]:
    """The piece as bytes, whole and with every fault."""
    data = encode(piece, codec)
    yield "whole", data
    yield "cut", data[:-1]
    if not codec.startswith(("utf-16", "utf-32", "hz", "iso2022")):
        middle = len(data) // 2
        yield "stray_byte", data[:middle] + b"\xff" + data[middle:]
        words = "plain words of English, and more of them. " * 15
        if codec not in MARKED:
            yield "much_ascii", encode(words[:300] + piece[:12] + words[:300], codec)


def is_right(data: bytes, codec: str) -> bool:
    """Whether the text is what this codec makes of the bytes."""
    with contextlib.suppress(SourceError):
        return decode(data).text == to_text(data, codec).removeprefix("\ufeff")
    return False


def name_choice(data: bytes) -> str:
    """What was made of the bytes instead."""
    try:
        return decode(data).encoding
    except SourceError as refusal:
        return str(refusal)[:70]


def measure_encodings(pieces: list[str]) -> dict[str, float]:
    """Per cent that are right, by codec and fault."""
    right, total = Counter[str](), Counter[str]()
    for piece in pieces:
        for codec in CODECS:
            with contextlib.suppress(UnicodeEncodeError):
                for fault, data in damage(piece, codec):
                    name = f"{codec}_{fault}".replace("-", "_")
                    found = is_right(data, codec)
                    if not found and "--wrong" in sys.argv:
                        print("wrong:", codec, fault, repr(piece[:20]), name_choice(data))
                    common = [] if codec == "euc_tw" else [f"all_but_euc_tw_{fault}"]
                    for key in (name, f"all_{fault}", *common):
                        total[key] += 1
                        right[key] += found
    figures = {f"{key}_percent": 100 * right[key] / total[key] for key in sorted(total)}
    return figures | {
        "files_count": sum(
            total[key] for key in total if key.startswith("all_") and "euc" not in key
        )
    }


def measure_foreign() -> dict[str, float]:
    """How many files in other languages and encodings come out as Chinese."""
    figures = dict.fromkeys((f"{language}_taken_for_chinese_count" for language in FOREIGN), 0.0)
    total = 0
    for language, (codecs, text) in FOREIGN.items():
        for codec in codecs:
            for length in (8, 20, 60, len(text)):
                for start in range(0, len(text) - length + 1, 20):
                    total += 1
                    data = text[start : start + length].encode(codec, "ignore")
                    with contextlib.suppress(SourceError):
                        taken = decode(data)
                        if any("\u4e00" <= c <= "\u9fff" for c in taken.text):
                            figures[f"{language}_taken_for_chinese_count"] += 1
                            if "--wrong" in sys.argv:
                                print("taken:", language, codec, length, taken.text[:20])
    return figures | {"foreign_files_count": total}


def measure_speed() -> dict[str, float]:
    """Megabytes a second, from bytes to an article."""
    figures: dict[str, float] = {}
    if not BOOK.exists():
        return figures
    data = BOOK.read_bytes()
    for codec in ("gb18030", "utf-8", "utf-16"):
        encoded = data.decode("gb18030").encode(codec)
        start = time.perf_counter()
        read_bytes(encoded, "book.txt")
        taken = time.perf_counter() - start
        figures[f"novel_in_{codec.replace('-', '_')}_ms"] = 1000 * taken
        figures[f"novel_in_{codec.replace('-', '_')}_mb_s"] = len(encoded) / 1e6 / taken
    text = data.decode("gb18030")[:LONGEST_TEXT]
    return figures | measure_formats([line.strip() for line in text.split("\n") if line.strip()])


def main() -> None:
    """Measure everything and print it."""
    pieces = list(cut_pieces(gather_texts()))
    figures = measure_encodings(pieces) | measure_foreign() | measure_speed() | measure_pages()
    print_figures(
        "Importing",
        figures,
        {"_percent": "%", "_count": "", "_ms": "ms", "_mb_s": "MB/s"},
    )


if __name__ == "__main__":
    main()
