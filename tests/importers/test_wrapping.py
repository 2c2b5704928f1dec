"""Lines that were cut at a fixed width are joined; lines of verse, talk and lists are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Portion
from reader.importers import read_bytes
from reader.importers.wrapping import unwrap

PARAGRAPHS = (
    (
        "那一年的春天来得特别早，院子里的杏花在正月还没有过完的时候就已经开了，粉白的一片，风一吹便落得"
        "满地都是。祖母坐在门槛上择菜，一边择一边同我说话，说她小时候的事情。"
    ),
    "“你去哪儿？”",
    (
        "我那时候还不懂得井水怎么会是甜的，只是觉得祖母说话的声音很好听，软软的，像杏花落在水面上。"
        "后来我离开了家，到城里去念书，再后来到了更远的地方工作，就很少再听见那样的声音了。"
    ),
    (
        "去年清明我回去，院子里的杏树已经砍掉了，门槛还在，上面长着一层薄薄的青苔。我在门槛上坐了"
        "一会儿，天就下起雨来。"
    ),
)


def cut(paragraph: str, width: int, indent: str = "") -> list[str]:
    """A paragraph in lines of some characters, its first line indented."""
    whole = indent + paragraph
    return [whole[start : start + width] for start in range(0, len(whole), width)]


def stripped(lines: list[str]) -> list[str]:
    """What is written in them."""
    return [line.strip() for line in lines if line.strip()]


@pytest.mark.parametrize("width", [24, 32, 38])
def test_indented_paragraphs_are_joined(width: int) -> None:
    lines = [line for one in PARAGRAPHS for line in cut(one, width, "\u3000\u3000")]
    joined, count = unwrap(lines)
    assert stripped(joined) == list(PARAGRAPHS)
    assert count == len(lines) - len(PARAGRAPHS)


def test_paragraphs_with_blank_lines_between_them_are_joined() -> None:
    lines = [line for one in PARAGRAPHS for line in (*cut(one, 30), "")]
    assert stripped(unwrap(lines)[0]) == list(PARAGRAPHS)


def test_blank_lines_behind_every_line_say_nothing() -> None:
    lines = [line for one in PARAGRAPHS for line in cut(one, 30, "\u3000\u3000")]
    spaced = [each for line in lines for each in (line, "")]
    assert stripped(unwrap(spaced)[0]) == list(PARAGRAPHS)


def test_words_of_letters_keep_a_space_between_them() -> None:
    words = "the little shop by the river is open every day and its owner likes it"
    lines = ["\u3000\u3000小镇的书店里有一本书写着一句英文话它是这样的一句话它说" + words[:28]]
    lines += [words[29:] + "小镇上的人都说没有见过这样一句", "话，谁都想看一看。"]
    lines += [line for one in PARAGRAPHS for line in cut(one, 42, "\u3000\u3000")]
    assert words in "".join(unwrap(lines)[0])


@pytest.mark.parametrize(
    "lines",
    [
        [
            f"第{number}条：书店的门每天早上九点打开，晚上八点关上，谁都可以进来。"
            for number in "一二三四五六七八九"
        ],
        ["小镇书店昨天开门引来三百多位居民排队", "河边的老桥修好以后第一次有船从下面过"] * 6,
        ["白日依山盡，", "黃河入海流。"] * 6,
        ["A：你今天为什么来得这么晚？我们等了你很久，茶都凉了。", "B：路上车多。"] * 6,
        [
            "春天来了，山上的花都开了，孩子们跑到河边去看鱼，",
            "老人坐在树下，说着从前的故事，谁也不想回家，",
        ]
        * 5,
    ],
)
def test_lines_that_nobody_cut_stay(lines: list[str]) -> None:
    assert unwrap(lines) == (lines, 0)


def test_it_is_told_and_the_whole_file_shows_the_lines() -> None:
    lines = [line for one in PARAGRAPHS for line in cut(one, 32, "\u3000\u3000")]
    data = "\n".join(["春雨", *lines]).encode()
    article = read_bytes(data, "a.txt")
    assert [one.text for one in article.paragraphs()] == ["春雨", *PARAGRAPHS]
    assert any("cut at a fixed width" in warning for warning in article.warnings)
    whole = read_bytes(data, "a.txt", whole=True)
    assert [one.text for one in whole.paragraphs()] == ["春雨", *stripped(lines)]
    assert (article.portion, whole.portion) == (Portion.MAIN, Portion.WHOLE)


@given(
    st.lists(
        st.sampled_from(["", "　　春天来了，花开了。", "春天" * 30, "好a", "  x"]), max_size=40
    )
)
def test_no_sign_is_lost(lines: list[str]) -> None:
    joined, _ = unwrap(lines)
    assert "".join("".join(joined).split()) == "".join("".join(lines).split())
