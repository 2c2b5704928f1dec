"""What is a version of a text, and what is another text."""

import pytest

from reader.core.likeness import are_versions

STORY = (
    "小镇的第一家书店昨天开门了，许多人一大早就来排队。书店的主人姓李，她在学校里教了三十年语文。"
    "她说，她小时候镇上没有书，现在她想让孩子们有书看。下午下雨了，可是人还是很多。"
)


@pytest.mark.parametrize(
    "other",
    [
        STORY.replace("三十年", "二十年").replace("下雨", "下雪"),
        "更新：" + STORY + "晚上八点，书店关门了。",
        STORY[:60],
        "\n".join(STORY),
    ],
)
def test_a_text_that_was_edited_is_a_version(other: str) -> None:
    assert are_versions(STORY, other)


def test_a_few_sentences_with_an_edit_in_most_of_them_are_a_version() -> None:
    first = "书店开门了，许多人来排队。主人姓李，她教了三十年语文。今天下雨。"
    later = "书店开门了，很多人来看书。主人姓李，她教了三十年语文。晴天。"
    assert are_versions(first, later)
    assert not are_versions(
        first, "茶馆关门了，没有人来喝茶。老板姓王，他卖了十年的茶叶。明天下雪。"
    )


@pytest.mark.parametrize(
    "other",
    [
        "",
        "今天天气很好，我们去公园看花，也看见了很多小朋友在那里放风筝。",
        STORY[:12],
    ],
)
def test_another_text_is_none(other: str) -> None:
    assert not are_versions(STORY, other)
    assert not are_versions(other, STORY)
