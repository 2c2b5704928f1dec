"""The entries of a feed come in as articles of their own, and can be read again."""

from pathlib import Path

import pytest

from reader.core.article import Article, Kind, Note
from reader.core.errors import SourceError
from reader.importers import Piece, list_pieces, read_bytes

PAGES = Path(__file__).with_name("pages")
RSS = (PAGES / "feed.xml").read_bytes()


def read_all(data: bytes) -> list[Article]:
    """The articles of a feed, in the order in which they are added."""
    pieces = list_pieces(Piece("feed.xml", data))
    return [read_bytes(piece.data, piece.name) for piece in pieces]


def body_of(article: Article) -> list[str]:
    """Its paragraphs without the title."""
    return [paragraph.text for paragraph in article.paragraphs() if paragraph.kind is Kind.BODY]


def test_every_entry_is_an_article_the_oldest_first() -> None:
    assert [article.title for article in read_all(RSS)] == ["下雨了", "书店开门&读者排队"]


def test_an_entry_knows_its_feed_author_date_category_and_address() -> None:
    _, article = read_all(RSS)
    assert (article.source, article.author) == ("小镇日报", "王小明")
    assert (article.date, article.category) == ("2022-09-10", "文化")
    assert article.address == "https://news.example.cn/2.html"


def test_the_longer_text_of_an_entry_is_read_without_programs() -> None:
    _, article = read_all(RSS)
    assert body_of(article) == [
        "小镇的第一家书店昨天开门了，许多人来排队。",
        "书店的主人姓李\xa0，她教了三十年语文。",
    ]
    notes = [note for paragraph in article.paragraphs() for note in paragraph.notes]
    assert notes == [Note(15, 16, "yǔ")]


def test_signs_that_xml_has_no_name_for_are_read() -> None:
    first, _ = read_all(RSS)
    assert body_of(first) == ["昨天下了一天的雨——路上都是水。"]
    assert (first.author, first.date) == ("李华", "2022-09-09")


def test_an_atom_feed_is_read() -> None:
    article = read_bytes((PAGES / "atom.xml").read_bytes(), "atom.xml")
    assert (article.title, article.author, article.source) == ("第一天上學", "陳小美", "我的日记")
    assert (article.date, article.category) == ("2021-09-01", "學校")
    assert article.address == "https://diary.example.tw/1"
    assert body_of(article) == ["今天是我第一天上學，我很高興。", "老師姓林，她說話很慢。"]


def test_an_entry_that_was_taken_from_a_feed_is_a_feed_itself() -> None:
    for piece in list_pieces(Piece("feed.xml", RSS)):
        again = list(list_pieces(piece))
        assert again == [piece]


def test_an_entry_of_rdf_in_gb2312_is_read() -> None:
    feed = (
        '<?xml version="1.0" encoding="gb2312"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>日报</title>'
        "</channel><item><title>天气</title><description>明天有雨，后天晴。</description></item>"
        "</rdf:RDF>"
    )
    (article,) = read_all(feed.encode("gb18030"))
    assert (article.title, article.source) == ("天气", "日报")
    assert body_of(article) == ["明天有雨，后天晴。"]


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<rss><channel><item><title>&c;</title></item></channel></rss>"""
EXTERNAL = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<rss><channel><item><title>x</title><description>&x;</description></item></channel></rss>"""


@pytest.mark.parametrize("feed", [BOMB, EXTERNAL])
def test_a_feed_with_entities_of_its_own_is_refused(feed: str) -> None:
    with pytest.raises(SourceError, match="entities of its own"):
        read_all(feed.encode())


@pytest.mark.parametrize(
    "feed",
    [
        "<rss></rss>",
        "<rss><channel><title>x</title></channel></rss>",
        "<rss>" + "<a>" * 100_000,
        "<rss><channel><item></item><item/></channel></rss>",
        "<rss><channel>" + "<item/>" * 3_000,
        "<rss><channel><item><title>雨</title></item></channel>" + " " * (9 << 20),
        "<rss><channel><item><title>雨" + "<b>" * 5_000 + "今天有雨。",
    ],
)
def test_a_feed_without_a_text_is_refused_in_a_sentence(feed: str) -> None:
    with pytest.raises(SourceError):
        read_all(feed.encode())


@pytest.mark.parametrize(
    "item",
    [
        "<item><title>雨</title><description>今天有雨。</item>",
        "<item><title>雨</title><description>今天有雨。</description>",
        "<item><title>雨</title><description>今天有雨。\x00</description></item>",
        "<item><title>雨</title><description>&undefined; &amp; 今天有雨。</description></item>",
        "<item><title>雨</title><description>" + "<b>" * 200 + "今天有雨。</description></item>",
    ],
)
def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes(item: str) -> None:
    (article,) = read_all(f"<rss><channel><title>日报</title>{item}</channel></rss>".encode())
    assert "今天有雨。" in "".join(body_of(article))
