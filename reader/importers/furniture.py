"""Lines that belong to a page and not to its text: menus, buttons, what stands below the end.

They are looked for at the borders of a page only, and only where something else has shown that it
is one.
"""

import re

LONGEST_MENU = 2_000
LONGEST_MENU_ITEM, LONGEST_OF_TWO = 12, 6
LONGEST_FOOT = 60
LONGEST_STATEMENT = 240
"""Characters of who owns a text and what nobody may do with it."""
FOOT_REACH = 30
"""Lines at the end of a page that may stand below its text."""

_BUTTON = (
    r"(?:(?:浏览|瀏覽)?(?:字号|字號|字体|字體|文字)(?:大小)?|大|中|小|[AT][+\-]?|打印(?:本页)?|列印|关闭(?:窗口)?"
    r"|關閉(?:視窗)?|分享(?:到|至)?|轉發|转发|收藏|加入收藏|返回(?:顶部|頂部|首页|首頁)?|回到顶部|微信|微博|QQ空间|朋友圈"
    r"|纠错|糾錯|投稿|复制链接|听新闻|聽新聞|正文"
    r"|举报|舉報|点赞|點讚|评论|評論|留言|打赏|進入舊版|进入旧版|设为首页|設為首頁|登录|登入|注册|註冊|手机版|手機版)"
)
_CONTROLS = re.compile(
    rf"[【\[（(]?\s*{_BUTTON}(?:[\s:：|｜/【】\[\]（）()·]+{_BUTTON})*[\s:：|｜/【】\[\]（）()]*"
)
_SEPARATOR = re.compile(r"\s*[|｜┃]\s*")
_FOOT = re.compile(
    r"[【\[（(]?\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|审核|審核|监制|監製|值班主任)\s*[:：].{1,40}"
    r"|(?:上一篇|下一篇|上一页|下一页|上一頁|下一頁|上一条|下一条)(?:\s*[:：].*)?"
    r"|(?:版权所有|版權所有|Copyright|©|ICP|[京沪沪粤浙苏鲁赣川湘鄂豫冀晋陕皖闽桂琼云贵辽吉黑津渝]ICP备).*"
    r"|.{0,20}(?:ICP备|ICP備|公网安备)\s*\d.*"
    r"|(?:原标题|原標題|本文来源|本文來源|来源链接|原文链接|原文鏈接|责任编辑)\s*[:：].*"
    r"|(?:Tags?|标签|標籤|关键词|關鍵詞)\s*[:：].*|★?你可能(?:还|還|也|會|会).{0,10}"
    r"|(?:扫一扫|掃一掃|扫码|长按|長按|识别二维码|点击(?:下方|上方|左下角|“?阅读原文|链接)).{0,30}"
    r"|(?:版权|版權|免责|免責|特别|特別|郑重)(?:声明|聲明|说明|說明)\s*[:：].*"
    r"|[（(【]?本(?:文|篇|稿)(?:转载|轉載|转自|轉自|刊于|刊於|刊登于|原载|原載|首发|首發|版权|版權)[^。]*[）)】]?"
    r"|(?:未经|未經)(?:授权|授權|许可|許可|允许).{0,30}(?:转载|轉載|使用).{0,10}"
    r"|(?:网友|網友|最新|全部|精彩|热门|用户)?(?:评论|評論|留言|跟帖)\s*[（(]?\s*\d*\s*(?:条|條)?[)）]?"
    r"|(?:已有|共)\s*\d+\s*(?:人|条|條|位).{0,12}|(?:发表|發表|我要|查看|更多)(?:评论|評論|留言)"
    r"|分享让更多人看到|喜[欢歡].{0,16}(?:在看|点赞|點讚|收藏|转发|分享).{0,16}|.{0,16}点个[“「]?在看.{0,8}"
    r"|(?:阅读|閱讀)(?:原文|全文)|(?:预览|預覽)时标签不可点|微信扫一扫.{0,12}|關注我們.{0,20}|关注我们.{0,20}"
    r"|《\s*[^》]{2,12}\s*》\s*[（(]\s*\d{4}\s*年.{2,30}版\s*[）)]|THE\s+END|[-—–=_*·.]{3,}",
    re.IGNORECASE,
)
_STATEMENT = re.compile("(?:版权|版權|免责|免責|特别|特別|郑重)(?:声明|聲明|说明|說明)")
_INVITATION = re.compile(
    r"(?:[↑↓▲▼👆👇]*\s*点击(?:上方|下方|蓝字|标题下).{0,24}|收[录錄]于(?:合集|话题|話題|专辑).{0,60}"
    r"|(?:关注|關注)(?:我们|我們|本公众号|公众号).{0,20}|戳.{0,8}(?:关注|蓝字).{0,12})"
)
"""What accounts of WeChat write above a text."""
_RELATED = re.compile(
    r"[【\[]?(?:相关|相關|热门|熱門|推荐|推薦|延伸|更多)(?:阅读|閱讀|新闻|新聞|文章|链接|連結|鏈接|内容|內容|推荐|推薦)[】\]]?\s*[:：>»]*"
)
_ENDS_SENTENCE = ("。", "！", "？", "!", "?", "…", "”", "」", "』", "；", "：")


def is_control(line: str) -> bool:
    """Whether a line is nothing but buttons, such as «字号：大 中 小» or «打印 | 关闭»."""
    if len(line) > LONGEST_FOOT:
        return False
    return bool(_CONTROLS.fullmatch(line) or _INVITATION.fullmatch(line))


def is_navigation(line: str) -> bool:
    """Whether a line is a menu: buttons, or short names between bars."""
    if is_control(line):
        return True
    if len(line) > LONGEST_MENU:  # blanks without end would be looked at again from each of them
        return False
    items = _SEPARATOR.split(line)
    longest = (
        LONGEST_MENU_ITEM if len(items) > 2 else LONGEST_OF_TWO
    )  # «市民热线｜路灯坏了» is a title
    return len(items) > 1 and max(map(len, items)) <= longest and not is_sentence(line)


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.endswith(_ENDS_SENTENCE)


def count_foot(lines: list[str]) -> int:
    """How many lines at the end of a page stand below its text."""
    start = len(lines)
    for number in range(len(lines) - 1, max(len(lines) - FOOT_REACH, 0) - 1, -1):
        line = lines[number]
        below = lines[number + 1 :]
        related = _RELATED.fullmatch(line) and not any(map(_is_text, below))
        if related or (start == number + 1 and _is_foot(line)):
            start = number
    return len(lines) - start


def _is_text(line: str) -> bool:
    return is_sentence(line) and not _is_foot(line)


def _is_foot(line: str) -> bool:
    longest = LONGEST_STATEMENT if _STATEMENT.match(line) else LONGEST_FOOT
    return len(line) <= longest and (is_control(line) or _FOOT.fullmatch(line) is not None)
