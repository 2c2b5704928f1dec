"""Full-width digits and letters are shown in their usual width."""

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
