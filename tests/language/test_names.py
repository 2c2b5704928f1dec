import pytest

from reader.core.article import Paragraph
from reader.core.paths import find_paths
from reader.language.annotate import Annotator

ANNOTATOR = Annotator(find_paths().lexicon)


@pytest.mark.parametrize(
    ("text", "name", "pinyin"),
    [
        ("单田芳说书", "单田芳", "shan4 tian2 fang1"),
        ("解晓东唱歌", "解晓东", "xie4 xiao3 dong1"),
        ("歌手任贤齐来了", "任贤齐", "ren2 xian2 qi2"),
        ("诗人查良铮", "查良铮", "zha1 liang2 zheng1"),
        ("省委書記易煉紅表示", "易煉紅", "yi4 lian4 hong2"),
        ("吳忠瓊、任珠峰、秦義參加", "吳忠瓊", "wu2 zhong1 qiong2"),
        ("吳忠瓊、任珠峰、秦義參加", "任珠峰", "ren2 zhu1 feng1"),
        ("欧阳小明是我的同学", "欧阳小明", "ou1 yang2 xiao3 ming2"),
        ("我叫李雷", "李雷", "li3 lei2"),
    ],
)
def test_a_name_is_one_word_with_the_reading_of_its_surname(
    text: str, name: str, pinyin: str
) -> None:
    found = {word.text: word for word in ANNOTATOR.annotate(Paragraph(text))}
    assert name in found
    assert " ".join(s or "-" for s in found[name].syllables) == pinyin


def test_a_name_shows_the_entry_of_its_surname() -> None:
    word = next(word for word in ANNOTATOR.annotate(Paragraph("記者魏星報道")) if word.proper)
    assert [entry.glosses[0] for entry in word.entries] == ["surname Wei"]


@pytest.mark.parametrize(
    ("text", "syllable"),
    [
        ("仇老师好", "qiu2"),
        ("区女士请坐", "ou1"),
        ("盖教授走了", "ge3"),
        ("小任在吗", "ren2"),
        ("他姓单", "shan4"),
    ],
)
def test_a_surname_before_a_title_is_read_as_one(text: str, syllable: str) -> None:
    words = ANNOTATOR.annotate(Paragraph(text))
    assert syllable in {s for word in words for s in word.syllables}


@pytest.mark.parametrize(
    "text", ["任何人都可以", "高兴得跳起来", "周三下午", "方便的时候", "张大嘴巴", "王行长"]
)
def test_other_words_are_not_taken_for_names(text: str) -> None:
    assert not [word.text for word in ANNOTATOR.annotate(Paragraph(text)) if word.proper]
