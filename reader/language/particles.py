"""得 地 着 了 and a few other single characters that grammar decides, each by a small rule.

A rule sees the spans around the character and answers with a syllable, or None where it does not
know. Only characters that segmentation left alone come here.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.language.segmentation import Span, SpanKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SUBJECTS = _words(
    """
    我 你 您 他 她 它 咱 谁 我们 你们 他们 她们 它们 咱们 大家 人 人家 自己 就 还 也 都 又 总
    必 可 准 真 便 今天 明天 现在 以后 将来 首先 至少 起码 恐怕 那 这 先 再 不然 否则
    孩子 孩子们 学生 学生们 老师 医生 司机 爸爸 妈妈 爷爷 奶奶 哥哥 姐姐 弟弟 妹妹 同学 同学们
    朋友 客人 病人 老人 年轻人 大人 男人 女人 父母 家长 老板 员工 工人 农民 警察 乘客 顾客 观众
    家里 这里 那里 学校 公司 国家 政府 企业 单位 部门 双方 马路 事情 东西 问题 衣服 房子 手机
    作业 功课 手续 报告 文章 论文 房间
    晚上 早上 下午 上午 中午 周末 平时 有时 有时候 到时候 后天 下周 明年 明早 今晚 饭 钱 车 书 药 话
    事 菜 路 信 票 门 总归 毕竟 终究 好歹 早晚 迟早 凡事 以前 之前 之后 干活 做人 做事 说话
    开车 出门 过马路 吃饭 看病 上班 上学 买票 结婚 办事
    """
)
_DEGREES = frozenset("很太真非特像跟")
"""After a noun with 得 they tell that it is none: 病得很重."""
_ANIMALS = frozenset(
    "猫狗鸟鸡鸭鹅羊虎兔鼠猴熊狼狐虫蚊苍蝇蝉蜂蝴蜘螃虾乌龟蛙鹰鸽燕麻孔鹦鹤喜松蟋蚂蜻萤"
)
"""How they begin that are counted with 只."""
_OBTAINED = frozenset(("了", "过", "到", "第", "奖", "分", "病", "主", "票", "名"))
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两几半多每")
_QUICK = frozenset("慢快轻重狠猛悄暗默白忽渐静呆缓急紧软硬稳深久远高低早晚大小多少笑哭")
_PLACE_AFTER = frozenset("上里下中内外的面处方点区段势势形质球域铁道板震")
_PLACE_BEFORE = frozenset(
    "在的这那各本当外某该此原异同到从向往于为去种扫拖买卖占圈分下着落坐两一每是有无和与把将对"
    "土旱水空荒草林山坡农耕"
)
_DOUBLED = re.compile(r"(?:(..)\1|(.)\2|[也都]不.|不[停断住]|[一-龥]似|一般)\Z")
"""What before 地 is no place: 一步一步, 静静, 头也不抬."""
_SPOKEN_VERBS = frozenset("喊去先把给让花买看想再问找走跟吃喝睡做写说打练小快赶等")
"""After 得 at the start of a clause: must."""
_CHILD_OF = frozenset("我你他她吾汝孩男女幼婴孤健宠胎娇爱小生育产弃患侄甥")
_PERSONS = _words("我 你 您 他 她 它 咱 谁 我们 你们 他们 她们 它们 咱们 大家")
_EARNED = re.compile(
    "[零〇一二三四五六七八九十百千万亿两几多满]+[分票枚次座项]?(?:分|票|奖|金|银|铜|冠军|第)?"
)
"""What is got rather than needed: 他得一百分; but 他得三天."""
_PRIZE = re.compile(
    "[了过](?:第|(?:[一两三几]?[个场次])?[^，。]{0,4}"
    "(?:奖|冠军|亚军|病|癌|症|感冒|炎|[满百十]分|[金银铜]牌|肿瘤|瘤|便宜|学位|名次|优[，。！]|优$))"
)
"""What somebody gets: 同学得了第一; but 承受得了压力."""
_COSTING = re.compile(
    "(?:差不多|至少|起码|少说|最少|大概|[一每][盆碗份个斤张条件套间杯瓶晚天次人])\\Z"
)
"""After these, 得 and a number say what is needed: 一盆得两百多."""
_LITERARY = frozenset("之人其天道失益知以出名利胜救力势宠势心闲")
_CATCH = re.compile("(?:(?:什么|啥|点儿?|过|了)[急凉慌火迷魔]|[急凉慌迷])")
_CATCHING = frozenset(("", *"别不没老会干瞎太也真容易怕"))
_BURNING = frozenset("火灯烟柴灶炉")
_SETTLE = re.compile("却(?:了|心|一|此|前|这|尘)|然(?:$|[，。于无])")
_ABLE = frozenset("吃喝做干办受忍拿搬走用管装免少好改变跑逃算当卖买花穿住坐写背")
_STILL = frozenset("没未要会能想在是可敢肯")
"""What follows 还 as still; to give back is followed by what is given."""
_HURT = frozenset("摔碰烫冻饿累吓伤磕凉噎呛撑热渴砸扎闪崴淋晒夹咬烧淹憋")
_WARNING = re.compile("别|小心|当心|留神|怕|免得|省得|防止|不要|万一|没")
_GOT = frozenset("听买找猜逮抓碰借打抢摸够见遇捡捞赶")
_AT_LAST = re.compile("才|终于|总算|没|好不容易|幸亏|到底")
_TRICK = frozenset("高绝妙支损")
_RIDE = re.compile("[去回]|来(?!电|自|信)|到(?!底|了)|过[去来]|上[班学]|费|太贵|要多少钱|走")
_BREAK = frozenset("，。！？；：、“‘（—… ")


@dataclass(frozen=True, slots=True)
class Place:
    """A single character among its neighbours; the words beside it are empty at the borders."""

    before: str
    after: str
    start: int
    text: str

    @property
    def previous(self) -> str:
        """The character before, empty at the start."""
        return self.text[self.start - 1 : self.start] if self.start else ""

    @property
    def next(self) -> str:
        """The character after, empty at the end."""
        return self.text[self.start + 1 : self.start + 2]


def place(text: str, spans: Sequence[Span], index: int) -> Place:
    """What a rule wants to know about the span with this index."""
    return Place(
        _word(text, spans, index - 1), _word(text, spans, index + 1), spans[index].start, text
    )


def _word(text: str, spans: Sequence[Span], index: int) -> str:
    if not 0 <= index < len(spans) or spans[index].kind is SpanKind.OTHER:
        return ""
    return text[spans[index].start : spans[index].end]


def _read_de(at: Place) -> str | None:
    if at.next in _NUMERALS and _COSTING.search(at.text, max(0, at.start - 3), at.start):
        return "dei3"
    if at.next in _NUMERALS and at.previous in _NUMERALS and at.before not in _SUBJECTS:
        return "de2"  # 三七得二十一
    if not at.before or at.before in _SUBJECTS:
        if at.next in _NUMERALS:
            return "de2" if at.before in _PERSONS and _gets(at) else "dei3"
        if at.next in _OBTAINED or not at.after:
            return "de2"
        if at.next in _DEGREES and at.before and at.before not in _PERSONS | {"可"}:
            return "de5"
        follows = at.text[max(0, at.start - 1) : at.start] == "，" and at.next not in _LITERARY
        return "dei3" if at.before or at.next in _SPOKEN_VERBS or follows else "de2"
    return "de2" if len(at.before) > 1 and _PRIZE.match(at.text, at.start + 1) else "de5"


def _gets(at: Place) -> bool:
    found = _EARNED.match(at.text, at.start + 1)
    return found is not None and found.group()[-1] in "分票枚项奖金银铜军第座"


def _read_di(at: Place) -> str | None:
    if _DOUBLED.search(at.text, max(0, at.start - 4), at.start):
        return "de5"
    if not at.after or at.next in _PLACE_AFTER:
        return "di4"
    if not at.before or at.before in _PLACE_BEFORE:
        return "di4"
    if at.previous in _NUMERALS and len(at.before) < 4:
        return "di4"
    if len(at.before) > 1 or at.before in _QUICK or at.before == "性":
        return "de5"
    return "di4"


def _read_zhe(at: Place) -> str | None:
    if at.before in {"不", "得"} or at.next == "了":
        return "zhao2"
    if at.before in _BURNING and (at.after == "起来" or at.next == "得"):
        return "zhao2"
    if at.before in _SUBJECTS | _CATCHING and _CATCH.match(at.text, at.start + 1):
        return "zhao2"
    if at.before in _GOT and _AT_LAST.search(at.text, max(0, at.start - 6), at.start):
        return "zhao2"
    if at.next == "儿" and at.previous in _TRICK:
        return "zhao1"
    hurt = at.previous in _HURT and (not at.after or at.next in "孩你我他")
    if hurt and _WARNING.search(at.text, max(0, at.start - 6), at.start):
        return "zhao2"
    return "zhe5"


def _read_le(at: Place) -> str | None:
    if at.before in {"不", "得"} and (not at.after or at.next in "的呢吧啊吗多"):
        starts = at.before == "得" and at.text[max(0, at.start - 2)] in _BREAK | {"得"}
        return "le5" if starts else "liao3"  # 得了吧 is an exclamation
    if at.before == "得" and at.text[max(0, at.start - 2)] in _ABLE:
        return "liao3"
    if _SETTLE.match(at.text, at.start + 1):
        return "liao3"
    if not at.before and at.next and at.next in "却断结解无然":
        return "liao3"
    return "le5"


def _read_taxi(at: Place) -> str | None:
    """打的去, to go by taxi; but 打的电话, 打的到底是谁."""
    taken = at.before == "打" and _RIDE.match(at.text, at.start + 1)
    return "di1" if taken else None


def _read_zhi(at: Place) -> str | None:
    counted = at.previous in _NUMERALS or at.before in {"这", "那", "哪", "数"}
    if counted or at.previous.isdigit():
        return "zhi1" if at.after and at.next not in "有是要能会好" else None
    if at.previous in {"有", "养", "买", "捉", "抓"} and at.next and at.next in _ANIMALS:
        return "zhi1"
    return None


def _read_er(at: Place) -> str | None:
    return "r5" if at.before and at.previous not in _CHILD_OF else "er2"


def _read_hang(at: Place) -> str | None:
    """行 as a line is counted; as a journey or a walk it is not."""
    if at.previous.isdigit() and not at.after.startswith(("人", "程", "李")):
        return "hang2"
    return None


def _read_hai(at: Place) -> str | None:
    if at.after and at.next in _STILL:
        return "hai2"
    clears = at.after == "清" or at.next != "清"  # 还清了, but 还清醒
    return "huan2" if at.next and at.next in "钱书债款贷清" and clears else None


RULES: dict[str, Callable[[Place], str | None]] = {
    "得": _read_de,
    "地": _read_di,
    "着": _read_zhe,
    "了": _read_le,
    "只": _read_zhi,
    "儿": _read_er,
    "行": _read_hang,
    "还": _read_hai,
    "的": _read_taxi,
}
