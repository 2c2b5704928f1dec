"""The main text of a page: what of its lines a reader came for.

Lines of prose count for an element, links and scraps against it. The element with the best sum
holds the text; then its borders are cut where links or known furniture outweigh what is beyond.
Nothing here depends on the names that a site gives to its elements but for what stands aside.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from lxml import etree

from reader.importers.html_blocks import Block, Layout

MARK = re.compile(r"[。！？；，、!?;…]")
SHORTEST_PROSE = 12
SCRAP = 20
"""A line without a mark that is shorter tells nothing."""
STOP = re.compile(r"[。！？]")
HALF, ALMOST_ALL = 0.5, 0.85
SHARE = 0.6
"""Of the prose: an element with less is not the only place of the text."""
SHARE_OF_ONE_LINE = 0.9
SINGLE = frozenset(("p", "h1", "h2", "h3", "h4", "li", "ul", "ol", "dl", "blockquote", "pre"))
ASIDE_WORTH = 0.3
PLAIN_WORTH = 0.25
LINK_COST = 5
MOSTLY = 0.5
"""Of the text: what only ends a page is looked for below."""
LONGEST_SIGN = 40
ENOUGH_BEFORE = 150
"""Characters of prose: buttons for comments also stand above a text."""
COMMENTS = re.compile(
    r"(?:网友|網友|全部|最新|热门|熱門|精彩|观察员|读者|讀者)(?:评论|評論|留言|回复|回覆|跟帖).{0,12}"
    r"|(?:评论|評論|留言|回复|回覆|跟帖)\s{0,3}[(（]?\s{0,3}\d{1,6}\s{0,3}(?:条|條)?\s{0,3}[)）]?"
    r"|(?:共|有)?\s{0,3}\d{1,6}\s{0,3}(?:条|條|则|則)(?:评论|評論|留言|回复|回覆).{0,6}|全部楼层"
)
LONGEST_STAMP = 80
STAMP = re.compile(
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*\d{1,2}:\d\d(?::\d\d)?"
)
SHORTEST_POST = 60
"""Characters of prose: what is shorter stands above a contribution, a signature or a greeting."""
FEWEST_POSTS, TITLE = 3, 7
"""Posts that a page of a journal has at least, and characters that their titles have on average."""
_WHAT = (
    "阅读|閱讀|新闻|新聞|文章|链接|連結|鏈接|内容|內容|推荐|推薦|报道|報道|報導|专题|專題|資訊|资讯|"
    "话题|話題|图集|圖集|视频|影片|喜欢|喜歡|回顾|回顧|线索|線索"
)
ENDING = re.compile(
    rf"[【\[（(·•|\s]*(?:相关|相關|热门|熱門|推荐|推薦|延伸|更多|最新|今日|猜你|精彩|往期|编辑|編輯|回复|回覆)"
    rf"(?:{_WHAT})[】\]）)]*\s*(?:[:：>»].*)?"
    r"|(?:上一篇|下一篇|上一页|下一页|上一頁|下一頁|上一条|下一条|上一則|下一則).*"
    r"|(?:发表|發表|网友|網友|全部|最新|热门|熱門|精彩|我要|我来)(?:评论|評論|回复|回覆|留言).*"
    r"|\d*\s*(?:条|條)?(?:评论|評論|留言|回复)(?:\s*[(（]?\d*[)）]?)?"
    r"|(?:分享到|分享至|分享讓更多人|扫一扫|掃一掃|扫码).*"
    r"|.{0,8}(?:版权|版權|免责|免責|侵权|侵權|特别|郑重|鄭重)[与與及和]?(?:免责|免責)?(?:声明|聲明|公告).*"
    r"|(?:联系我们|聯絡我們|关于我们|關於我們|关于本站|关于本网|网站地图|網站地圖|友情链接|版权所有|版權所有).*"
    r"|(?:Copyright|©).*"
    r"|[【\[]?(?:打印|列印|关闭|關閉|返回).{0,6}"
)


def choose(layout: Layout, body: etree._Element | None) -> tuple[Block, ...]:
    """The lines of the element that holds the text, those of asides and mere links left out."""
    blocks = _put_comments_aside(layout.blocks)
    start, end = _find_element(replace(layout, blocks=blocks), body)
    return cut(blocks[start:end], blocks[:start])


def cut(blocks: Sequence[Block], above: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The stretch of lines with the most prose, without asides, links and what follows the end.

    ``above``: the lines before these.
    """
    apart = [block for block in blocks if not block.is_aside]
    if sum(map(weigh, apart)) < sum(map(weigh, blocks)) / 2:
        apart = list(blocks)
    stretch = _find_best_stretch(apart)
    text = [block for block in stretch if not is_link(block)]
    lead = next((number for number, block in enumerate(blocks) if text and block is text[0]), 0)
    return _cut_replies(_cut_ending(_cut_posts([*above, *blocks[:lead]][-2:], text)))


def _put_comments_aside(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The lines, with all below the head of the comments made to count no more than links do.

    They may be longer than the text.
    """
    passed = 0.0
    for number, block in enumerate(blocks):
        short = len(block.text) <= LONGEST_SIGN
        if short and passed >= ENOUGH_BEFORE and COMMENTS.fullmatch(block.text):
            below = (replace(one, is_aside=True, linked=one.length) for one in blocks[number:])
            return (*blocks[:number], *below)
        passed += weigh(block)
    return blocks


def is_link(block: Block) -> bool:
    """Whether a line is there to lead elsewhere: most of it does, and it is no sentence.

    In an encyclopedia half of a sentence may be links.
    """
    most = ALMOST_ALL if is_prose(block) and STOP.search(block.text) else HALF
    return block.linked > most * block.length


def is_prose(block: Block) -> bool:
    """Whether a line has the length and the marks of a sentence."""
    return block.length >= SHORTEST_PROSE and MARK.search(block.text) is not None


def weigh(block: Block) -> float:
    """How much of a line is prose, in characters."""
    if is_link(block):
        return 0.0
    length = block.length
    worth = float(length - block.linked)
    if block.tag == "li":
        worth *= 1 - 2 * block.linked / max(1, length)
    return worth if is_prose(block) else worth * PLAIN_WORTH


def _weigh_against(block: Block) -> float:
    length = block.length
    if is_link(block):
        return length
    return length / 2 if length < SCRAP and not MARK.search(block.text) else 0.0


def _find_element(layout: Layout, body: etree._Element | None) -> tuple[int, int]:
    """From which line to which the element goes that holds the text."""
    everything = (0, len(layout.blocks))
    if body is None or body not in layout.spans:
        return everything
    worth = [weigh(block) * (ASIDE_WORTH if block.is_aside else 1) for block in layout.blocks]
    sums = list(accumulate(worth, initial=0.0))
    costs = list(accumulate(map(_weigh_against, layout.blocks), initial=0.0))

    def value(span: tuple[int, int]) -> float:
        return sums[span[1]] - sums[span[0]]

    def balance(span: tuple[int, int]) -> float:
        return value(span) - (costs[span[1]] - costs[span[0]])

    chain = [layout.spans[body]]
    element: etree._Element | None = body
    while element is not None:
        element = max(
            (child for child in element if child in layout.spans),
            key=lambda child: value(layout.spans[child]),
            default=None,
        )
        if element is None:
            break
        inner, outer = layout.spans[element], chain[-1]
        if not _may_hold_all(element, inner, outer, value(inner) / max(1.0, value(outer))):
            break
        chain.append(inner)
    return max(chain, key=balance)


def _may_hold_all(
    element: etree._Element, inner: tuple[int, int], outer: tuple[int, int], share: float
) -> bool:
    """Whether a text that is within ``outer`` may stand in one element of it.

    ``share``: of the prose of the outer one.
    """
    if share < SHARE or element.tag in SINGLE:
        return False
    is_one_line = inner[1] - inner[0] == 1 and inner != outer
    return share >= SHARE_OF_ONE_LINE or not is_one_line


def _find_best_stretch(blocks: Sequence[Block]) -> list[Block]:
    """The run of lines with the greatest sum, where prose counts for it and links against it."""
    best, total = (0, 0), 0.0
    start, running = 0, 0.0
    for number, block in enumerate(blocks):
        if running < 0:
            start, running = number, 0.0
        running += -block.length - LINK_COST if is_link(block) else weigh(block)
        if running > total:
            best, total = (start, number + 1), running
    return list(blocks[slice(*best)])


def _cut_ending(blocks: list[Block]) -> list[Block]:
    """The lines before the first one, below most of the text, that only ends a page."""
    total, passed = sum(map(weigh, blocks)), 0.0
    for number, block in enumerate(blocks):
        short = len(block.text) <= LONGEST_SIGN
        if short and passed > MOSTLY * total and ENDING.fullmatch(block.text):
            return blocks[:number]
        passed += weigh(block)
    return blocks


def _cut_posts(above: Sequence[Block], text: list[Block]) -> list[Block]:
    """The first post of a journal that shows several, each below a title and its time.

    ``above``: the two lines before the text. In a forum names stand there, which are shorter.
    """
    lines = [*above, *text]
    heads = [
        number
        for number in range(len(lines) - 1)
        if STAMP.fullmatch(lines[number + 1].text) and not is_prose(lines[number])
    ]
    titles = {lines[number].text for number in heads}
    is_journal = len(heads) >= FEWEST_POSTS and heads[0] <= len(above)
    if not is_journal or len(titles) < len(heads) or sum(map(len, titles)) < TITLE * len(heads):
        return text
    return text[: heads[1] - len(above)]


def _cut_replies(blocks: list[Block]) -> tuple[Block, ...]:
    """The first contribution, where it is longer than all others, to what several have written.

    Each has a line with its time, above it or below it.
    """
    passed = list(accumulate(map(weigh, blocks), initial=0.0))
    stamps = [
        number
        for number, block in enumerate(blocks)
        if len(block.text) <= LONGEST_STAMP and STAMP.search(block.text)
    ]
    if len(stamps) < 2:
        last = stamps and STAMP.fullmatch(blocks[-1].text)
        return tuple(blocks[:-1] if last else blocks)
    first = next((number for number in stamps if passed[number] >= SHORTEST_POST), None)
    return tuple(blocks[:first] if first and 2 * passed[first] > passed[-1] else blocks)
