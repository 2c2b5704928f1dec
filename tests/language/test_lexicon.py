import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.core.errors import ResourceError
from reader.core.paths import find_paths
from reader.language.lexicon import Lexicon


@pytest.fixture(name="lexicon", scope="module")
def _lexicon() -> Lexicon:
    return Lexicon(find_paths().lexicon)


def test_a_headword_is_found_in_either_script(lexicon: Lexicon) -> None:
    assert lexicon.look_up("电子词典") == lexicon.look_up("電子詞典") != ()


def test_an_unknown_headword_has_no_entries(lexicon: Lexicon) -> None:
    assert lexicon.look_up("没有这个词头") == ()
    assert lexicon.look_up("") == ()


def test_homographs_are_all_kept(lexicon: Lexicon) -> None:
    readings = [entry.syllables for entry in lexicon.look_up("长")]
    assert readings[:2] == [("chang2",), ("zhang3",)]


@pytest.mark.parametrize("headword", ["单", "王", "任", "好", "张"])
def test_surnames_do_not_come_first(lexicon: Lexicon, headword: str) -> None:
    entries = lexicon.look_up(headword)
    assert not entries[0].glosses[0].startswith("surname")


@pytest.mark.parametrize(
    ("headword", "syllables"),
    [
        ("旅行", ("lü3", "xing2")),
        ("AA制", ("A", "A", "zhi4")),
        ("卡拉OK", ("ka3", "la1", "O", "K")),
        ("玩儿", ("wan2", "r5")),
        ("列夫·托尔斯泰", ("Lie4", "fu1", "·", "Tuo1", "er3", "si1", "tai4")),
        ("马可·波罗", ("Ma3", "ke3", "·", "Bo1", "luo2")),
        ("北京", ("Bei3", "jing1")),
    ],
)
def test_syllables_stand_one_for_each_character(
    lexicon: Lexicon, headword: str, syllables: tuple[str, ...]
) -> None:
    assert lexicon.look_up(headword)[0].syllables == syllables


def test_levels_and_frequency(lexicon: Lexicon) -> None:
    standing = lexicon.standing("朋友")
    assert standing is not None
    assert standing.hsk_2012 == 1
    assert standing.frequency is not None
    assert 1e-5 < standing.frequency < 1e-2
    assert lexicon.standing("没有这个词头") is None


def test_many_threads_may_ask_at_once(lexicon: Lexicon) -> None:
    words = ["朋友", "朋友", "銀行", "长", "重庆"] * 40
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lexicon.look_up, words)) == [lexicon.look_up(word) for word in words]


def test_a_missing_dictionary_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"missing.*Install the program again"):
        Lexicon(tmp_path / "none.sqlite").look_up("好")


@pytest.mark.parametrize("content", [b"", b"not a database" * 100])
def test_a_damaged_dictionary_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lexicon.sqlite"
    path.write_bytes(content)
    lexicon = Lexicon(path)
    with pytest.raises(ResourceError, match="damaged"):
        lexicon.look_up("好")
    lexicon.close()


def test_a_damaged_table_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE tables (name, data)")
    database.execute("INSERT INTO tables VALUES ('words', x'00ff')")
    database.commit()
    database.close()
    lexicon = Lexicon(path)
    for table in ("words", "costs"):
        with pytest.raises(ResourceError, match="damaged"):
            lexicon.read_table(table)
    lexicon.close()
