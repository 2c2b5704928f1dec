import hashlib
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Note, Paragraph
from reader.core.errors import ResourceError
from reader.core.paths import find_paths
from reader.core.word import Origin, Word
from reader.language.annotate import Annotator
from reader.language.script import Scripts

PATHS = find_paths()
SCRIPTS = Scripts(PATHS.resources / "data")
ANNOTATOR = Annotator(PATHS.lexicon, SCRIPTS)


def annotate(text: str, *notes: Note) -> tuple[Word, ...]:
    return ANNOTATOR.annotate(Paragraph(text, notes=notes))


def split(text: str) -> str:
    return "/".join(word.text for word in annotate(text))


def read(text: str) -> str:
    return " ".join(syllable or "-" for word in annotate(text) for syllable in word.syllables)


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("王小明先生得地着了一不行长𠮷OKA3·，。 　")))
)
def test_words_cover_any_text_in_order(text: str) -> None:
    words = annotate(text)
    assert "".join(word.text for word in words) == text
    at = 0
    for word in words:
        assert word.start == at < word.end
        assert word.text == text[word.start : word.end]
        assert len(word.readings) == word.end - word.start
        at = word.end


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我喜欢吃苹果。", "我/喜欢/吃/苹果/。"),
        ("研究生命的起源", "研究/生命/的/起源"),
        ("王小明和李雷去了北京", "王小明/和/李雷/去/了/北京"),
        ("我們在銀行工作", "我們/在/銀行/工作"),
        ("2022年9月，48小时", "2022/年/9/月/，/48/小时"),
        ("去唱卡拉OK吧", "去/唱/卡拉OK/吧"),
        ("他用iPhone 15看B超", "他/用/iPhone/ /15/看/B超"),
        ("　　你好……", "　　/你好/……"),
        ("", ""),
    ],
)
def test_segmentation(text: str, words: str) -> None:
    assert split(text) == words


def test_traditional_words_carry_their_entries() -> None:
    word = next(word for word in annotate("我們在銀行工作") if word.text == "銀行")
    assert (word.start, word.end) == (3, 5)
    assert word.entries[0].simplified == "银行"
    assert word.syllables == ("yin2", "hang2")


@pytest.mark.parametrize(
    ("text", "syllables"),
    [("他还钱", ("huan2",)), ("他还在", ("hai2",)), ("長大", ("zhang3", "da4"))],
)
def test_the_entry_that_is_read_so_comes_first(text: str, syllables: tuple[str, ...]) -> None:
    word = next(word for word in annotate(text) if word.text in {"还", "長大", "还钱"})
    if word.syllables == syllables:
        assert word.entries[0].syllables == syllables


def test_offsets_count_code_points() -> None:
    words = annotate("在𠮷野家吃饭")
    assert words[-1].text == "吃饭"
    assert words[-1].start == 4


def test_a_note_of_the_source_wins() -> None:
    (word,) = annotate("调查", Note(0, 1, "tiáo"))
    assert word.readings[0] is not None
    assert word.readings[0].syllable == "tiao2"
    assert word.readings[0].origin is Origin.NOTE
    assert word.readings[0].others == ("diao4",)
    assert word.readings[1] is not None
    assert word.readings[1].origin is Origin.PHRASE


@pytest.mark.parametrize("reading", ["diàochá", "diao4 cha2", "ㄉㄧㄠˋ ㄔㄚˊ", "Diào chá"])
def test_a_note_may_cover_a_word(reading: str) -> None:
    (word,) = annotate("调查", Note(0, 2, reading))
    assert word.syllables == ("diao4", "cha2")
    assert {r.origin for r in word.readings if r} == {Origin.NOTE}


@pytest.mark.parametrize("reading", ["市、区", "", "xyz", "diao4 cha2 le5"])
def test_a_note_that_is_no_reading_is_ignored(reading: str) -> None:
    (word,) = annotate("调查", Note(0, 2, reading))
    assert {r.origin for r in word.readings if r} == {Origin.PHRASE}


def test_a_note_without_tone_takes_the_tone_that_the_character_has() -> None:
    word, *_ = annotate("调查", Note(0, 1, "tiao"))
    assert word.syllables[0] == "tiao2"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("单田芳和查良铮", "shan4 tian2 fang1 he2 zha1 liang2 zheng1"),
        ("曾先生姓任", "zeng1 xian1 sheng5 xing4 ren2"),
        ("我得走了", "wo3 dei3 zou3 le5"),
        ("他跑得快", "ta1 pao3 de5 kuai4"),
        ("这儿有个婴儿", "zhe4 r5 you3 ge4 ying1 er2"),
        ("一起不对", "yi1 qi3 bu4 dui4"),
        ("東西", "dong1 xi5"),
        ("A股，3D", "- gu3 - - -"),
    ],
)
def test_readings_in_context(text: str, reading: str) -> None:
    assert read(text) == reading


def test_names_are_one_word_and_proper() -> None:
    words = [word for word in annotate("記者魏星報道") if word.proper]
    assert [word.text for word in words] == ["魏星"]


def test_many_threads_may_annotate_with_one_annotator() -> None:
    annotator = Annotator(PATHS.lexicon, SCRIPTS)
    paragraph = Paragraph("他们在银行里讨论了很长时间。")
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(annotator.annotate, [paragraph] * 32))
    assert len(set(found)) == 1


def test_a_missing_dictionary_is_told_when_it_is_needed(tmp_path: Path) -> None:
    annotator = Annotator(tmp_path / "lexicon.sqlite", SCRIPTS)
    with pytest.raises(ResourceError):
        annotator.load()


def test_the_dictionary_is_the_one_that_its_provenance_describes() -> None:
    path = find_paths().lexicon
    stated = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == stated["sha256"]
    assert path.stat().st_size < 15_000_000
