"""The polyphone model with its real weights."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.errors import ResourceError
from reader.language.polyphone_words import gather_words, read_note, write_note
from reader.language.polyphones import Polyphones

MODEL = Path(__file__).parents[2] / "resources" / "data" / "readings.npz"


@cache
def polyphones() -> Polyphones:
    return Polyphones(MODEL)


@pytest.mark.parametrize(
    ("text", "character", "reading"),
    [
        ("他在银行工作。", "行", "hang2"),
        ("他们一起去旅行。", "行", "xing2"),
        ("孩子长大了。", "长", "zhang3"),
        ("这条河很长。", "长", "chang2"),
        ("重庆是一座山城。", "重", "chong2"),
        ("这个箱子很重。", "重", "zhong4"),
        ("他喜欢听音乐。", "乐", "yue4"),
        ("祝你生日快乐！", "乐", "le4"),
        ("我觉得很好。", "觉", "jue2"),
        ("他在睡觉。", "觉", "jiao4"),
        ("出生率很高。", "率", "lü4"),
        ("他率领军队。", "率", "shuai4"),
        ("行政处罚", "处", "chu3"),
    ],
)
def test_a_polyphone_is_read_by_its_sentence(text: str, character: str, reading: str) -> None:
    (choice,) = polyphones().predict(text, [text.index(character)])
    assert choice[0][0] == reading


def test_the_neutral_tone_is_five() -> None:
    text = "我吃了饭。"
    assert polyphones().predict(text, [text.index("了")])[0][0][0] == "le5"


def test_probabilities_fall_and_add_up_to_one() -> None:
    text = "他把行李放在行李架上。"
    for choice in polyphones().predict(text, [2, 6]):
        chances = [chance for _, chance in choice]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) == pytest.approx(1, abs=1e-4)


def test_answers_come_in_the_order_of_the_positions() -> None:
    text = "银行在重庆。他很快乐！"
    places = [text.index("乐"), text.index("行"), text.index("重")]
    best = [choice[0][0] for choice in polyphones().predict(text, places)]
    assert best == ["le4", "hang2", "chong2"]


def test_many_lines_are_read_as_each_alone_would_be() -> None:
    lines = ["他在银行工作。", "", "重庆的音乐会很长", "还没还钱！"]
    places = [[at for at, c in enumerate(line) if c in polyphones().characters] for line in lines]
    together = polyphones().predict_lines(lines, places)
    for line, wanted, found in zip(lines, places, together, strict=True):
        alone = polyphones().predict(line, wanted)
        assert [[s for s, _ in c] for c in alone] == [[s for s, _ in c] for c in found]


def test_nothing_asked_is_nothing_answered() -> None:
    assert polyphones().predict("", []) == []
    assert polyphones().predict_lines([], []) == []


def test_a_very_long_sentence_is_read_to_its_end() -> None:
    text = "他在银行工作，" * 60
    places = [at for at, c in enumerate(text) if c == "行"]
    assert {choice[0][0] for choice in polyphones().predict(text, places)} == {"hang2"}


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="行长重乐的了得地abc 12，。！？”\n𠮷\U0001f600银快", max_size=150))
def test_every_position_of_any_text_gets_an_answer(text: str) -> None:
    places = [at for at, c in enumerate(text) if c in polyphones().characters]
    assert len(polyphones().predict(text, places)) == len(places)


def test_a_missing_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="missing or damaged"):
        Polyphones(tmp_path / "readings.npz").load()


def test_a_damaged_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "readings.npz"
    path.write_bytes(MODEL.read_bytes()[:5000])
    with pytest.raises(ResourceError, match="missing or damaged"):
        Polyphones(path).load()


def test_the_words_cover_the_text_in_order() -> None:
    words = gather_words({"银行": 100, "银": 500, "行": 500}, {"银行": "1hang2|1hang2"}, 900)
    spans, over = words.split("去银行吗")
    assert spans == [(0, 1), (1, 3), (3, 4)]
    assert [(span, reading.cedict) for span, reading in over[2]] == [((1, 3), ("hang2",))]


def test_a_note_is_read_as_it_was_written() -> None:
    note = write_note({1: ["hang2", "xing2"]}, {0: ["zhong4"]})
    assert {at: (r.cedict, r.pypinyin) for at, r in read_note(note).items()} == {
        0: ((), ("zhong4",)),
        1: (("hang2", "xing2"), ()),
    }
