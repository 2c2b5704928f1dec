"""Full-width digits and letters are shown in their usual width."""

import pytest

from reader.core.article import Portion
from reader.importers import read_bytes

TEXT = "书店开门了\n\n小镇的书店２０２２年开张，有ＡＢｃ三个房间，调（diào）查说很好。\n"


def test_full_width_digits_and_letters_are_shown_in_their_usual_width() -> None:
    article = read_bytes(TEXT.encode(), "a.txt")
    text = "".join(paragraph.text for paragraph in article.paragraphs())
    assert "2022年开张，有ABc三个" in text
    assert any("7 full-width" in warning for warning in article.warnings)


def test_notes_stay_at_their_characters() -> None:
    article = read_bytes(TEXT.encode(), "a.txt")
    (paragraph,) = [one for one in article.paragraphs() if one.notes]
    (note,) = paragraph.notes
    assert paragraph.text[note.start : note.end] == "调"


def test_the_whole_file_shows_them_as_they_are() -> None:
    assert read_bytes(TEXT.encode(), "a.txt").portion is Portion.MAIN
    whole = read_bytes(TEXT.encode(), "a.txt", whole=True)
    assert whole.portion is Portion.WHOLE
    assert "２０２２" in "".join(paragraph.text for paragraph in whole.paragraphs())


def test_a_text_without_any_is_left_alone() -> None:
    article = read_bytes(TEXT.replace("２０２２", "2022").replace("ＡＢｃ", "").encode(), "a.txt")
    assert article.portion is Portion.ALL
    assert not article.warnings


def test_they_are_found_in_pages_of_the_web_too() -> None:
    page = f"<html><body><p>{'小镇的书店２０２２年开张。' * 20}</p></body></html>"
    article = read_bytes(page.encode(), "a.html")
    assert "2022" in "".join(paragraph.text for paragraph in article.paragraphs())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("为１２．５亿元，增长８％", "为12.5亿元，增长8%"),
        ("共１，０００，０００人", "共1,000,000人"),
        ("第１，２，３页", "第1，2，3页"),
        ("电话０１０－８８８８", "电话010-8888"),
        ("８：３０在ＷＷＷ．Ａ．ＣＮ", "8:30在WWW.A.CN"),
        ("Ａ：你好！（１）见／听", "A：你好！（1）见／听"),
    ],
)
def test_signs_within_a_number_or_an_address_go_with_it(written: str, shown: str) -> None:
    article = read_bytes(f"书店开门了\n\n{written}。今天人很多，大家都高兴。\n".encode(), "a.txt")
    assert any(shown in paragraph.text for paragraph in article.paragraphs())
