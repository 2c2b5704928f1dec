from pathlib import Path

import pytest

from reader.core.article import Note, Paragraph
from reader.core.errors import ResourceError
from reader.core.paths import find_paths
from reader.core.style import ReadingStyle, Standard, Tones
from reader.language.annotate import Annotator
from reader.language.standard import load_taiwan
from reader.language.syllables import is_legal

PATHS = find_paths()
ANNOTATOR = Annotator(PATHS.lexicon)
TABLE = PATHS.resources / "data" / "taiwan.tsv"
TAIWAN = ReadingStyle(standard=Standard.TAIWAN)


def read(text: str, style: ReadingStyle, *notes: Note) -> str:
    words = ANNOTATOR.annotate(Paragraph(text, notes=notes), style)
    return " ".join(syllable or "-" for word in words for syllable in word.syllables)


@pytest.mark.parametrize(
    ("text", "mainland", "taiwan"),
    [
        ("星期", "xing1 qi1", "xing1 qi2"),
        ("危险", "wei1 xian3", "wei2 xian3"),
        ("垃圾", "la1 ji1", "le4 se4"),
        ("研究", "yan2 jiu1", "yan2 jiu4"),
        ("企业", "qi3 ye4", "qi4 ye4"),
        ("微小", "wei1 xiao3", "wei2 xiao3"),
        ("休息", "xiu1 xi5", "xiu1 xi2"),
        ("认识", "ren4 shi5", "ren4 shi4"),
        ("知识", "zhi1 shi5", "zhi1 shi4"),
        ("亚洲", "ya4 zhou1", "ya3 zhou1"),
        ("质量", "zhi4 liang4", "zhi2 liang4"),
        ("人质", "ren2 zhi4", "ren2 zhi4"),
        ("液体", "ye4 ti3", "yi4 ti3"),
        ("攻击", "gong1 ji1", "gong1 ji2"),
        ("除夕", "chu2 xi1", "chu2 xi4"),
        ("昔日", "xi1 ri4", "xi2 ri4"),
        ("拥抱", "yong1 bao4", "yong3 bao4"),
        ("法国", "fa3 guo2", "fa4 guo2"),
        ("方法", "fang1 fa3", "fang1 fa3"),
        ("俄国", "e2 guo2", "e4 guo2"),
        ("暂时", "zan4 shi2", "zhan4 shi2"),
        ("突然", "tu1 ran2", "tu2 ran2"),
        ("古迹", "gu3 ji4", "gu3 ji1"),
        ("帆船", "fan1 chuan2", "fan2 chuan2"),
        ("叔叔", "shu1 shu5", "shu2 shu5"),
        ("你和我", "ni3 he2 wo3", "ni3 han4 wo3"),
        ("和平", "he2 ping2", "he2 ping2"),
        ("弯曲", "wan1 qu1", "wan1 qu1"),
    ],
)
def test_taiwan_and_the_mainland(text: str, mainland: str, taiwan: str) -> None:
    assert read(text, ReadingStyle()) == mainland
    assert read(text, TAIWAN) == taiwan


def test_traditional_text_is_read_by_the_same_table() -> None:
    assert read("學期和垃圾", TAIWAN) == "xue2 qi2 han4 le4 se4"


def test_spoken_tones_come_after_the_standard() -> None:
    style = ReadingStyle(Tones.SPOKEN, Standard.TAIWAN)
    assert read("一期", style) == "yi4 qi2"
    assert read("不企图", style) == "bu2 qi4 tu2"


def test_a_note_of_the_source_stays() -> None:
    assert read("星期", TAIWAN, Note(1, 2, "qī")) == "xing1 qi1"


def test_every_reading_of_the_table_is_legal_and_as_long_as_its_key() -> None:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines]
    wrong = [
        row
        for row in rows
        for reading in row[1:]
        if len(reading.split()) != len(row[0].removeprefix("="))
        or not all(map(is_legal, reading.split()))
    ]
    assert wrong == []
    assert len(rows) > 500


def test_a_missing_table_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="Install the program again"):
        load_taiwan(tmp_path / "taiwan.tsv")


def test_a_damaged_table_is_told_in_a_sentence(tmp_path: Path) -> None:
    damaged = tmp_path / "taiwan.tsv"
    damaged.write_text("期 qi1 qi2", "utf-8")
    with pytest.raises(ResourceError):
        load_taiwan(damaged)
