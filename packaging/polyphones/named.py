"""Names of people in pieces of sentences, made by rule: a surname is read as surnames are.

The surnames and the characters of given names are those of the lexicon; which go together is
chance, so nobody is meant.
"""

from collections.abc import Mapping, Sequence
from random import Random

from polyphones.sources import Marked

from reader.language.names import Names

EACH = 60
"""Pieces for each surname that is read in several ways elsewhere."""
ONE = 0.2
"""The share of given names of one character."""
PIECES = """
记者{}报道
本报记者{}
（记者{}、{}）
记者{}、通讯员{}
主任{}说
局长{}指出
教授{}认为
书记{}主持会议
市长{}、副市长{}
总经理{}表示
演员{}主演
导演{}执导的影片
由{}、{}主演
歌手{}演唱
主持人{}
作家{}的小说
画家{}作品
诗人{}有诗
球员{}射门
选手{}获得金牌
名将{}夺冠
教练{}说
运动员{}、{}、{}
委员{}、{}、{}
成员有{}、{}和{}
和{}一起
与{}结婚
由{}创办
为{}所著
{}著
{}编
{}说
{}教授
{}先生
{}女士
{}同志
{}出任校长
{}担任主席
{}任县长
{}，男，汉族
{}，女，
{}（1958年－
{}（约1320年—
{}，字
{}，号
{}出生于
{}毕业于
{}当选
{}率军
{}叛乱
{}等人
{}的父亲
{}和妻子
{}接受采访
将军{}率部
部将{}
大臣{}上书
刺史{}
太守{}
父亲{}是
儿子{}
他叫{}，
我叫{}。
同学{}
老师{}
被{}击败
败给{}
据{}介绍
编剧{}
{}、{}、{}参加
{}、{}出席会议
、{}、{}、
{}、{}、{}、{}
（{}）
，{}、{}等
：{}、{}
{}在会上说
{}回忆说
{}笑了
{}是
{}的小说
{}站起来
摄影：{}
{}的评书
{}的诗
{}的歌很好听
{}翻译了这本书
{}的电影我都看过。
{}来了。
{}那首歌
{}老师
{}医生
{}总
{}夫妇
喜欢{}的画
请{}先生讲话。
，{}任主任。
是{}写的。
跟{}学习
{}去了北京。
{}今天没来。
{}演的那个角色
因{}去世
"""


def make_named(names: Names, readings: Mapping[str, Sequence[str]], seed: int) -> list[Marked]:
    """Marked surnames, for each that is among these characters of several readings."""
    dice = Random(seed)  # noqa: S311 -- no secret
    return [
        _fill(piece, surname, syllables[0], names, dice)
        for surname, (_, syllables) in sorted(names.surnames.items())
        if syllables[0] in readings.get(surname, ())
        for piece in dice.choices(PIECES.split(), k=EACH)
    ]


def _fill(piece: str, surname: str, reading: str, names: Names, dice: Random) -> Marked:
    first, *rest = piece.split("{}")
    others = [_name(dice.choice(sorted(names.surnames)), names, dice) for _ in rest]
    at = dice.randrange(len(rest))
    others[at] = _name(surname, names, dice)
    text, place = first, 0
    for index, (name, following) in enumerate(zip(others, rest, strict=True)):
        if index == at:
            place = len(text)
        text += name + following
    return Marked("named", text, place, reading)


def _name(surname: str, names: Names, dice: Random) -> str:
    characters = list(names.given)
    weights = [10 ** (-cost / 100) for cost, _ in names.given.values()]
    count = 1 if dice.random() < ONE else 2
    return surname + "".join(dice.choices(characters, weights, k=count))
