"""Inputs for the formats of the web: pages, saved pages, feeds."""

from pathlib import Path
from random import Random

from hypothesis import strategies as st

from tests.fuzz.mutations import Input, mutate, seeds

PAGES = Path(__file__).parents[1] / "importers" / "pages"
LINES = """
小镇的第一家书店昨天开门了， 許多人來排隊。 銀行(yínháng) 調（diào） 漢[hàn] ？？？ 来源：小镇日报
作者：王小明 民國111年9月10日 2022-09-10 06/02/2022 （责任编辑：张三） 网友评论 123条评论
&nbsp; &#x1f600; &#0; &#55296; &lt;p&gt; &a; ]]> <![CDATA[ < > " ' <!-- --> \ufffd 𠮷 \u202e
"""
SPACED = (
    *(
        "您的位置：首页 > 新闻 > 正文",
        "2022-09-10 08:30",
        "记者 李红",
        "上一篇：无",
        "\x00",
        "=\r\n",
    ),
    *("第一章 开门", "\u3000\u3000", "\r\n", "\t", "\ud800"),
)
TEXTS = (*LINES.split(), *SPACED)
_TAGS = """
p div br span a h1 h2 title ruby rb rt rp rtc pre table tr td li ul script style head body html
figcaption time nav svg math rss feed item entry channel content description link author pubDate x:y
"""
TAGS = _TAGS.split()
ATTRIBUTES = (
    *("", ' class="comment"', " hidden", ' style="display:none"', " =", ' type="xhtml"'),
    *(' href="https://a.example/2022/01/02/"', ' datetime="2022-01-02"', " id=breadcrumb"),
    *(' content="2022-01-02" name="pubdate"', ' xmlns="http://www.w3.org/2005/Atom"'),
    *(' xmlns:x="y"', ' charset="gb2312"', ' rel="canonical"'),
)
CODECS = ("utf-8", "utf-8-sig", "utf-16", "gb18030", "big5", "cp1252")
MOST_PIECES = 60


def _starting(*starts: str) -> st.SearchStrategy[bytes]:
    return st.builds(_write, seeds, st.sampled_from(starts))


def _write(seed: int, start: str) -> bytes:
    random = Random(seed)  # noqa: S311 -- nothing is kept secret by it
    pieces = (_make_piece(random) for _ in range(random.randrange(MOST_PIECES)))
    return (start + "".join(pieces)).encode(random.choice(CODECS), "replace")


def _make_piece(random: Random) -> str:
    kind = random.randrange(4)
    if kind == 0:
        return random.choice(TEXTS)
    if kind == 1:
        return f"<{random.choice(TAGS)}{random.choice(ATTRIBUTES)}>"
    if kind == 2:
        return f"</{random.choice(TAGS)}>"
    return "".join(chr(random.randrange(1 << random.randrange(7, 17))) for _ in range(4))


MESSAGE = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
PART = "Content-Type: text/html\r\nContent-Transfer-Encoding: "
TARGETS: dict[str, st.SearchStrategy[Input]] = {
    "html": st.tuples(
        st.just("page.html"),
        st.one_of(
            _starting("<html>", "<!doctype html>", '<html><meta charset="gbk"><body>', "<p>"),
            mutate([PAGES / "news.html", PAGES / "reader.html", PAGES / "forum.html"]),
        ),
    ),
    "mhtml": st.tuples(
        st.just("page.mhtml"),
        _starting(
            MESSAGE + PART + "quoted-printable\r\n\r\n",
            MESSAGE + PART + "base64\r\n\r\n",
            MESSAGE + PART + "8bit\r\nContent-Location: x\r\n\r\n<html>",
            MESSAGE,
        ),
    ),
    "feed": st.tuples(
        st.just("feed.xml"),
        st.one_of(
            _starting(
                "<rss><channel><item>",
                '<?xml version="1.0" encoding="gb2312"?><rss><channel><item><description>',
                '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">',
                "<rdf:RDF><item>",
                "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>",
            ),
            mutate([PAGES / "feed.xml", PAGES / "atom.xml"]),
        ),
    ),
}
