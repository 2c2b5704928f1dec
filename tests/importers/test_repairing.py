"""Text that was read in a wrong encoding and saved so is known, and had back."""

from itertools import product

import pytest

from reader.core.guess import GARBLED
from reader.importers.encoding import decode
from reader.importers.garbling import BYTES, repair
from reader.importers.guesses import list_guesses
from reader.importers.repairing import find_ways

SIMPLE = "他说，今天天气很好，我们去公园看花。小王问：“你去吗？”大家都笑了。\n第二行也是中文。"
TRADITIONAL = "他說，今天天氣很好，我們去公園看花。小王問：「你去嗎？」大家都笑了。\n第二行。"
SIGNS = {byte: chr(sign) for sign, byte in BYTES.items()}
CLEAN = {
    "simplified": SIMPLE,
    "traditional": TRADITIONAL,
    "japanese": "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。",
    "korean": "모든 국민은 법 앞에 평등하다. 누구든지 차별을 받지 아니한다.",
    "russian": "Все счастливые семьи похожи друг на друга, каждая несчастливая.",
    "french": "Les élèves étudient à l’école; ça a été très intéressant, déjà à Noël.",
    "english": "Nothing but plain words of English.",
    "pinyin": "Tā shuō jīntiān tiānqì hěn hǎo, wǒmen qù gōngyuán kàn huā.",
    "zhuyin": "ㄊㄚ ㄕㄨㄛ ㄐㄧㄣ ㄊㄧㄢ ㄊㄧㄢ ㄑㄧˋ ㄏㄣˇ ㄏㄠˇ",
    "classical": "夫天地者萬物之逆旅也，光陰者百代之過客也。而浮生若夢，為歡幾何？",
    "rare": "饕餮魑魅魍魉，耄耋饕餮，龃龉蹉跎，氤氲旖旎。",
    "katakana": "カタカナとひらがなと漢字。コンピュータのソフトウェアを利用する。",
}


def read_as_western(data: bytes) -> str:
    """As browsers do it."""
    return "".join(SIGNS.get(byte, chr(byte)) for byte in data)


@pytest.mark.parametrize(
    ("codec", "reader", "text"),
    [
        *product(("utf-8", "gb18030"), ("cp1252", "latin-1"), (SIMPLE,)),
        ("big5hkscs", "cp1252", TRADITIONAL),
    ],
)
def test_text_that_was_taken_for_western_comes_back_whole(
    codec: str, reader: str, text: str
) -> None:
    data = text.encode(codec)
    garbled = read_as_western(data) if reader == "cp1252" else data.decode("latin-1")
    way = next(find_ways(garbled))
    assert way == ("cp1252", codec)
    assert repair(garbled, *way) == text
    decoded = decode(garbled.encode())
    assert (decoded.text, decoded.encoding) == (garbled, "utf-8")
    assert GARBLED in decoded.warnings
    best = list_guesses(garbled.encode())[0]
    assert best.codec == f"utf-8>cp1252>{codec}"
    again = decode(garbled.encode(), best.codec)
    assert (again.text, again.encoding, again.warnings) == (text, best.codec, ())


def test_chinese_that_was_taken_for_other_chinese_comes_back() -> None:
    big5 = TRADITIONAL.encode("big5").decode("gb18030", "replace")
    assert repair(big5, *next(find_ways(big5))) == TRADITIONAL
    gb = SIMPLE.encode("gb18030").decode("big5hkscs", "replace")
    assert "今天天气很好" in repair(gb, *next(find_ways(gb)))


def test_utf_8_that_was_taken_for_gb_comes_back_in_part() -> None:
    garbled = SIMPLE.encode().decode("gb18030", "replace")
    way = next(find_ways(garbled))
    assert way == ("gb18030", "utf-8")
    repaired = repair(garbled, *way)
    assert "今天天气很好，我们去公园看花" in repaired
    assert "\ufffd" in repaired


def test_only_the_garbled_part_of_a_line_is_changed() -> None:
    mixed = "标题：" + read_as_western(SIMPLE.encode())
    assert repair(mixed, "cp1252", "utf-8") == "标题：" + SIMPLE


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_sound_text_is_left_alone(text: str) -> None:
    assert list(find_ways(text * 3)) == []
    assert GARBLED not in decode((text * 3).encode()).warnings


def test_a_long_line_without_accents_is_gone_through_once() -> None:
    line = "plain letters " * 100_000
    assert repair(line, "cp1252", "gb18030") == line
