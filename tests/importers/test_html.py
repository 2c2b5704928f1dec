"""Of a page its text comes in, with what the page says of it; the rest can be had too."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Article, Kind, Note, Portion
from reader.core.errors import SourceError
from reader.importers import read_bytes, read_file

PAGES = Path(__file__).with_name("pages")
LINE = "这是一个句子，它有一点儿长，好让它像正文。"


def lines_of(article: Article, kind: Kind = Kind.BODY) -> list[str]:
    """The paragraphs of a kind."""
    return [paragraph.text for paragraph in article.paragraphs() if paragraph.kind is kind]


def read(body: str, *, whole: bool = False) -> Article:
    """The article of a page with this body."""
    return read_bytes(f"<html><body>{body}</body></html>".encode(), "page.html", whole=whole)


@pytest.fixture
def news() -> Article:
    """Our own page of news."""
    return read_file(PAGES / "news.html")[1]


def test_the_text_of_a_page_comes_without_what_surrounds_it(news: Article) -> None:
    body = lines_of(news)
    assert [line[:6] for line in body] == [
        "小镇的第一家",
        "书店的主人姓",
        "“我只想让孩",
        "店里有三千多",
    ]


def test_a_line_end_within_a_chinese_sentence_is_no_space(news: Article) -> None:
    assert "语文，退休以后" in lines_of(news)[1]


def test_what_a_page_says_of_its_text_is_known(news: Article) -> None:
    assert news.title == "小镇书店开门迎客"
    assert (news.source, news.author, news.date) == ("小镇日报", "王小明", "2022-09-10")
    assert news.category == "本地新闻"
    assert news.address == "https://news.example.cn/2022/0910/c12-345.html"


def test_the_line_below_a_picture_is_a_caption(news: Article) -> None:
    assert lines_of(news, Kind.CAPTION) == ["书店里的读者。王小明 摄"]


def test_the_page_tells_that_lines_were_left_out(news: Article) -> None:
    assert news.portion is Portion.MAIN
    assert any("left out" in warning for warning in news.warnings)


def test_the_whole_page_has_every_line_but_programs() -> None:
    whole = read_file(PAGES / "news.html", whole=True)[1]
    text = "\n".join(paragraph.text for paragraph in whole.paragraphs())
    assert whole.portion is Portion.WHOLE
    assert "菜市场搬到河边了" in text
    assert "京ICP备" in text
    assert "程序" not in text
    assert whole.title == "小镇书店开门迎客"


def test_ruby_becomes_notes_and_what_is_no_reading_stays_legible() -> None:
    article = read_file(PAGES / "reader.html")[1]
    first, second, third = [p for p in article.paragraphs() if p.kind is Kind.BODY]
    assert first.text.startswith("小狗很饿")
    assert first.notes == (Note(0, 1, "xiǎo"), Note(1, 2, "gǒu"))
    assert second.notes == (Note(3, 4, "yín"), Note(4, 5, "háng"))
    assert [note.reading for note in third.notes] == ["ㄉㄧㄢˋ", "ㄏㄨㄚˋ"]
    assert "主人(the owner)打来" in third.text


def test_ruby_in_zhuyin_over_several_characters_is_a_note_for_them_all() -> None:
    more = "今天天氣很好。" * 9
    page = f"<html><body><p>我在學<ruby>漢字<rt>ㄏㄢˋㄗˋ</rt></ruby>。{more}</p></body></html>"
    paragraph = next(p for p in read_bytes(page.encode(), "a.html").paragraphs() if p.notes)
    assert paragraph.text.startswith("我在學漢字。")
    assert paragraph.notes == (Note(3, 5, "ㄏㄢˋㄗˋ"),)


def test_of_several_who_wrote_the_first_is_read_where_it_is_the_longest() -> None:
    data = (PAGES / "forum.html").read_text("utf-8").encode("gb18030")
    article = read_bytes(data, "forum.html")
    assert article.encoding == "gb18030"
    assert article.title == "我的第一次长途旅行"
    assert article.date == "2005-05-17"
    assert len(lines_of(article)) == 3


def test_what_stands_beside_a_key_in_a_table_is_its_value() -> None:
    article = read(
        "<table><tr><td>公告日期</td><td>民國111年9月10日</td></tr>"
        f"<tr><td>發布單位</td><td>縣立圖書館</td></tr></table><h1>整修公告</h1><p>{LINE * 3}</p>"
    )
    assert (article.source, article.date) == ("縣立圖書館", "2022-09-10")


def test_a_short_name_of_a_page_is_its_first_line_and_not_said_twice() -> None:
    page = f"<html><head><title>春雨</title></head><body><p>春雨</p><p>{LINE * 2}</p></body></html>"
    article = read_bytes(page.encode(), "a.html")
    assert [one.text for one in article.paragraphs()] == ["春雨", LINE * 2]


def test_what_a_short_page_hides_stays_hidden() -> None:
    article = read(f"<div style='display:none'>{LINE}</div><p>{LINE}今天。</p>")
    assert lines_of(article) == [f"{LINE}今天。"]


def test_a_key_is_no_source_and_the_day_and_page_of_a_paper_are_none_of_its_name() -> None:
    page = "<h1>书店开门了</h1><p>来源：{}</p><p>" + LINE + "</p><p>" + LINE + "</p>"
    article = read(page.format("作者:李明"))
    assert (article.source, article.author) == ("", "李明")
    article = read(page.format("人民日报海外版2022年9月10日第3版"))
    assert (article.source, article.date) == ("人民日报海外版", "2022-09-10")


def test_a_heading_is_nobodys_name() -> None:
    assert read(f"<h1>老槐树的故事</h1><p>{LINE}</p><h2>文化</h2><p>{LINE}</p>").author == ""


def test_of_a_journal_with_several_posts_the_first_is_read() -> None:
    posts = "".join(
        f"<p>{title}</p><p>2022-09-{10 - day} 08:30</p><p>{LINE * (day + 1)}</p><p>[打印]</p>"
        for day, title in enumerate(("山里的书店开门了", "昨天去河边看花", "桥边的茶馆关门了"))
    )
    article = read(posts)
    assert lines_of(article)[-1] == LINE
    assert "河边" not in "".join(lines_of(article))
    assert len(lines_of(read(posts, whole=True))) > 6


def test_of_a_forum_all_is_read_where_the_first_is_short() -> None:
    posts = "".join(
        f"<p>{name}</p><p>2022-09-{10 - day} 08:30</p><p>{LINE * 4 * (day + 1)}</p>"
        for day, name in enumerate(("小河", "老桥", "山茶"))
    )
    assert "".join(lines_of(read(posts))).count(LINE) == 24


def test_many_headings_of_a_long_page_make_sections() -> None:
    parts = "".join(f"<h2>第 {n} 种茶</h2>" + f"<p>{LINE * 20}</p>" * 5 for n in range(5))
    article = read(f"<h1>茶的种类</h1>{parts}")
    assert [section.title for section in article.sections] == [f"第 {n} 种茶" for n in range(5)]


def test_few_headings_stay_in_one_section() -> None:
    article = read(f"<h1>两种茶</h1><h2>绿茶</h2><p>{LINE}</p><h2>红茶</h2><p>{LINE}</p>")
    assert len(article.sections) == 1
    assert lines_of(article, Kind.HEADING) == ["绿茶", "红茶"]


def test_a_text_that_scripts_would_show_is_read_where_there_is_no_other() -> None:
    article = read(f"<p>请稍等</p><div style='display:none'><p>{LINE}</p><p>{LINE}</p></div>")
    assert lines_of(article) == [LINE, LINE]


def test_comments_that_are_longer_than_the_text_are_no_text() -> None:
    text = f"<p>{LINE}</p>" * 8
    comments = "".join(f"<div><p>{LINE * 3}{n}</p><p>3小时前</p></div>" for n in range(9))
    article = read(f"<div><div>{text}</div><h3>网友评论</h3><div>{comments}</div></div>")
    assert lines_of(article) == [LINE] * 8


@pytest.mark.parametrize(
    ("crumbs", "category"),
    [
        ("<ul class='breadcrumb'><li>首页</li><li>新闻</li><li>社会</li></ul>", "社会"),
        ("<p>首页 &gt; 文化 &gt; 正文</p>", "文化"),
        (
            (
                '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": '
                '[{"name": "首页"}, {"name": "科技"}, {"name": "一篇文章"}]}</script>'
            ),
            "科技",
        ),
    ],
)
def test_the_way_to_a_page_names_its_category(crumbs: str, category: str) -> None:
    assert read(f"{crumbs}<p>{LINE}</p><p>{LINE}</p>").category == category


@pytest.mark.parametrize(
    ("told", "date"),
    [
        (
            '<meta property="article:published_time" content="2022-02-06T12:48:06+00:00">',
            "2022-02-06",
        ),
        ('<meta name="PubDate" content="2022-02-11 08:52">', "2022-02-11"),
        ('<meta name="publishdate" content="20220213">', "2022-02-13"),
        ("<time datetime='2021-03-04'>三天前</time>", "2021-03-04"),
        ("<p>发布时间：2020年1月2日 10:00</p>", "2020-01-02"),
        ("<p>06/02/2022 - 13:48</p>", "2022-02-06"),
        ("<p>111年9月10日</p>", "2022-09-10"),
        ("<p>發表時間：111-09-10</p>", "2022-09-10"),
        ("<p>作者：鲁迅（1881年9月25日-1936年10月19日）</p>", ""),
        ('<script>var publish_time = "2019-05-06 10:11"</script>', "2019-05-06"),
        ('<link rel="canonical" href="https://a.example/2018/07/08/x.html">', "2018-07-08"),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
                '"datePublished": "2017-09-10T00:00:00Z"}]}</script>'
            ),
            "2017-09-10",
        ),
    ],
)
def test_the_date_of_a_page_is_found_wherever_it_says_it(told: str, date: str) -> None:
    assert read(f"<h1>今天的天气</h1>{told}<p>{LINE}</p><p>{LINE}</p>").date == date


def test_a_date_in_the_text_is_not_that_of_the_page() -> None:
    prose = "报名日期为2003年11月1日至30日，外地考生可以提前来信报名，过期不再办理。"
    assert read(f"<h1>招生简章</h1><p>{LINE}</p><p>{prose}</p><p>{LINE}</p>").date == ""


@pytest.mark.parametrize(
    ("told", "author"),
    [
        ("<p>作者：李小红 2022-01-02</p>", "李小红"),
        ("<p>本报记者 王建宏 张文攀</p>", "王建宏 张文攀"),
        ("<p>来源：日报 编辑：苏亮</p>", "苏亮"),
        ('<meta name="author" content="陈之华">', "陈之华"),
        ("<p>赵延东、风笑天</p>", "赵延东 风笑天"),
        ("<p>2022年9月10日 08:19 [ 黄宇 ] 来源：[ 小镇日报 ]</p>", "黄宇"),
        ("<p>小桥流水 发表于 2022-9-10 11:46:00</p>", "小桥流水"),
        ('<p>作者： size="20" 来源： size="20"</p>', ""),
        ("<p>据小镇电（记者 格桑边觉）书店昨天开门了，来了很多人。</p>", "格桑边觉"),
        ('<meta name="author" content="Discuz! Team and Comsenz UI Team">', ""),
        ("<figure><img src=a><figcaption>新华社记者 张三 摄</figcaption></figure>", ""),
        ("<p>新华社记者 张三 摄</p>", ""),
        ("<p>本报记者 李红 文/图</p>", "李红"),
        ("<p>文 | 王安忆   编辑 | 李小鱼</p>", "王安忆"),
        ("<p>作者：[美]海明威</p>", "海明威"),
        ("<p>作者：鲁迅（1881年9月25日-1936年10月19日）</p>", "鲁迅"),
        ("<p>作者：https://example.org/author/12</p>", ""),
        ("<button>关注他</button>", ""),
        ("<p>关注她</p>", ""),
        ("<p>记者了解到，书店的生意一直不错，来的人越来越多。</p>", ""),
    ],
)
def test_an_author_is_guessed_and_a_program_is_none(told: str, author: str) -> None:
    assert read(f"<h1>书店开门了</h1>{told}<p>{LINE}</p><p>{LINE}</p>").author == author


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("小镇书店开门迎客_本地_小镇网", "小镇书店开门迎客"),
        ("小镇书店开门迎客 - 小镇网", "小镇书店开门迎客"),
        ("小镇书店开门迎客--小镇网", "小镇书店开门迎客"),
        ("小镇书店开门迎客|小镇网", "小镇书店开门迎客"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(heading: str, title: str) -> None:
    page = f"<html><head><title>{heading}</title></head><body><p>小镇书店，{LINE}</p></body></html>"
    article = read_bytes(page.encode(), "x.html")
    assert article.title == title
    assert article.source == "小镇网"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + LINE,
        "<p><font>" * 3_000 + LINE,
        f"<p>{LINE}</p>" * 3_000 + "<b>" * 5_000,
        "<p>" + LINE * 100_000,
        "<script>alert(1)</script><p onclick='x()'>" + LINE,
        "<svg><text>x</text></svg><iframe src='https://example.org'></iframe>" + LINE,
        "<p>" + "\x00" * 5 + LINE,
        f"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;{LINE}",
        "<x>" * 250_000 + f"<p>{LINE}</p>",
        "<pre>" + "字\n" * 60_000 + LINE,
    ],
    ids=["deep", "unclosed", "bold", "long", "script", "frame", "nul", "bomb", "many", "lines"],
)
def test_hostile_pages_are_harmless(body: str) -> None:
    article = read(body)
    text = "".join(paragraph.text for paragraph in article.paragraphs())
    assert "它有一点儿长" in text
    assert "alert" not in text


def test_a_page_without_text_is_refused_in_a_sentence() -> None:
    with pytest.raises(SourceError, match="no text"):
        read("<script>1</script><img src='https://example.org/x.png'>")


def test_a_page_of_a_million_elements_is_refused_in_a_sentence() -> None:
    with pytest.raises(SourceError, match="elements"):
        read("<p>" * 1_100_000)


@given(st.text(max_size=300))
def test_any_text_in_a_page_is_kept_to_the_letter(text: str) -> None:
    kept = re.sub(r"[<>&\r\x00-\x1f\x7f-\x9f\s]", "", text.encode("utf-8", "ignore").decode())
    if re.search(r"[\ufeff\u200b\ufffe\uffff\ufdd0-\ufdef]", kept) or not kept:
        return
    article = read(f"<pre>{LINE}{kept}</pre>", whole=True)
    written = "".join(paragraph.text for paragraph in article.paragraphs())
    notes = [note.reading for paragraph in article.paragraphs() for note in paragraph.notes]
    assert notes or "".join(written.split()) == LINE + kept


def write_page(heading: str, body: str) -> bytes:
    """A page with a menu above and the usual lines below."""
    menu = '<div><a href="/">首页</a> <a href="/a">诗歌</a> <a href="/b">散文</a></div>'
    foot = '<div>联系我们 <a href="/x">关于本站</a></div><div>版权所有 诗歌网 京ICP备1号</div>'
    head = f"<html><head><title>{heading} - 诗歌网</title></head><body>{menu}<h1>{heading}</h1>"
    return f"{head}{body}{foot}</body></html>".encode()


@pytest.mark.parametrize(
    ("heading", "body", "lines"),
    [
        (
            "小溪",
            "<p>小溪从山里来，<br>带着花瓣<br>带着星星<br>慢慢地走</p>",
            ["小溪从山里来，", "带着花瓣", "带着星星", "慢慢地走"],
        ),
        (
            "番茄炒蛋",
            (
                "<ul><li>番茄两个</li><li>鸡蛋三个</li></ul><ol><li>番茄洗净切块。</li>"
                "<li>先炒鸡蛋，再放番茄。</li></ol>"
            ),
            ["番茄两个", "鸡蛋三个", "番茄洗净切块。", "先炒鸡蛋，再放番茄。"],
        ),
        (
            "我的日记",
            (
                "<p>2022年9月10日 晴</p><p>今天我去公园玩，看见了很多花，很高兴。</p>"
                "<p>2022年9月11日 雨</p><p>今天下雨，我在家里看书，一天没有出门。</p>"
            ),
            [
                "2022年9月10日 晴",
                "今天我去公园玩，看见了很多花，很高兴。",
                "2022年9月11日 雨",
                "今天下雨，我在家里看书，一天没有出门。",
            ],
        ),
        (
            "在饭馆",
            "<p>服务员：您好，您吃点儿什么？</p><p>王明：我要一碗面。</p><p>服务员：好的。</p>",
            ["服务员：您好，您吃点儿什么？", "王明：我要一碗面。", "服务员：好的。"],
        ),
    ],
    ids=["poem", "recipe", "diary", "dialogue"],
)
def test_poems_recipes_diaries_and_dialogues_keep_every_line(
    heading: str, body: str, lines: list[str]
) -> None:
    article = read_bytes(write_page(heading, body), "page.html")
    assert article.title == heading
    assert lines_of(article) == lines


def test_a_title_that_is_named_as_such_is_the_title() -> None:
    body = f"<p>主题：我家的小猫</p><p>作者：小李 时间：2005-08-22 19:13:18</p><p>{LINE}</p>"
    page = f"<html><head><title>论坛 :: null</title></head><body>{body}</body></html>"
    article = read_bytes(page.encode(), "x.html")
    assert (article.title, article.author, article.date) == ("我家的小猫", "小李", "2005-08-22")
    assert lines_of(article) == [LINE]


def test_a_page_of_an_encyclopedia_keeps_sentences_that_are_mostly_links() -> None:
    places = "、".join(f'<a href="/{n}">{n}省有山有水</a>' for n in "甲乙丙丁")
    page = (
        "<html><head><title>长江 - 百科</title></head><body><h1>长江</h1>"
        f"<p>长江是一条河，流过{places}<sup class='reference'>[1]</sup>，最后到海里去了。</p>"
        "<h2>名称<span class='mw-editsection'>[<a href='/e'>编辑</a>]</span></h2>"
        f"<p>{LINE}</p><p>{LINE}</p><h2>参见</h2>"
        "<ul><li><a href='/h'>黄河</a></li></ul></body></html>"
    )
    article = read_bytes(page.encode(), "x.html")
    assert (article.title, article.source) == ("长江", "百科")
    assert [paragraph.text for paragraph in article.paragraphs()][1:] == [
        "长江是一条河，流过甲省有山有水、乙省有山有水、丙省有山有水、丁省有山有水，最后到海里去了。",
        "名称",
        LINE,
        LINE,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "图为书店的门口。",
        "书店里的读者。王小明 摄",
        "孩子们在看书（李红摄）",
        "书店。视觉中国 资料",
    ],
)
def test_a_line_below_a_picture_that_tells_of_it_is_a_caption(line: str) -> None:
    picture = "<p><img src='https://example.org/1.jpg'></p>"
    article = read(f"<p>{LINE}</p>{picture}<p>{line}</p><p>{LINE}</p>")
    assert lines_of(article, Kind.CAPTION) == [line]
    assert lines_of(article) == [LINE, LINE]
    without = read(f"<p>{LINE}</p><p>我有一台相机，她常常给我们摄</p><p>{LINE}</p>")
    assert lines_of(without, Kind.CAPTION) == []


def test_a_megabyte_of_blanks_on_one_line_is_read() -> None:
    blanks = "\u3000" * 333_333
    article = read_bytes(f"<p>灯亮了。{blanks}人来了。</p>".encode(), "a.html")
    assert sum(paragraph.text.startswith("灯亮了。") for paragraph in article.paragraphs()) == 1
