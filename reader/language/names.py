"""Chinese personal names: how likely a stretch is one, and how it is read.

A name is a surname (single or double) and a given name of one or two characters. Its cost is in
centibels, as that of a headword, so that segmentation weighs both on the same scales.
"""

from dataclasses import dataclass
from math import log10

from reader.language.lexicon import Lexicon


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NAME = 200
"""Of a hundred words in running text one is a name."""
_GIVEN_ONE, _GIVEN_TWO = 80, 8
"""Fewer than one given name in six has a single character."""
_FIRST_SURNAME, _PER_DECADE, _TAIL = 115, 80, 0.3
"""One person in fourteen has the commonest surname; the hundredth is thirty-five times rarer."""
_AFTER_ROLE = 130
"""A name is twenty times likelier where a role, such as 记者, stands before it."""
_BETWEEN_MARKS = 100
"""Ten times where nothing but the name stands between two marks of punctuation."""
_UNKNOWN = 470
_RARE_SURNAME = 350
_NEVER = frozenset(
    "的了是在有和与及或也都就还又再不没被把将对从向到给让使为以于而但却且则之其此这那哪"
    "谁我你您他她它们个只些说道问答看见听吗呢吧啊呀么什怎很太更最已曾要会能可应该得着过来去"
    "上下里内外后前时年月日号点分岁第等每各某因所比跟同像如若虽即便"
)
_NUMERALS = frozenset("一二三四五六七八九十百千")
_OFFICE = frozenset("现曾历前后继首卸担出就连留离原新升调转兼充委信胜")
"""After them 任 is an office, or to hold it."""
_COUNTED = _NUMERALS | frozenset("两几半这那哪每")
_MEASURES = frozenset("个只条张本碗杯件块把支根瓶盒双家座位句口")
_TIMES = frozenset("任次度届番回")
TITLES = _words(
    """
    先生 女士 小姐 太太 夫人 老师 同学 同志 师傅 大爷 大妈 大娘 大叔 大哥 大姐 大嫂 叔叔 阿姨 爷爷
    奶奶 伯伯 伯父 伯母 婶婶 校长 院长 主任 主席 总理 总统 部长 省长 市长 县长 区长 镇长 乡长 村长
    局长 处长 科长 厅长 书记 教授 博士 医生 大夫 护士 律师 法官 警官 队长 班长 组长 团长 连长 营长
    师长 军长 司令 将军 经理 总经理 董事长 老板 总裁 总监 总 导演 教练 记者 编辑 工程师 会计 秘书
    助理 委员 代表 导师 院士 首相 大使 公子 姑娘 女侠 大侠 掌柜 员外 大人 老汉 老爷 少爷 公公 府 氏
    某 某某 家 工 董 局 处 科 队 导 老 姓 姐 哥 嫂 叔 伯 姨 婶 奶奶 老太太 老太爷 师父 师兄 师姐
    师弟 师妹 老大 老二 老三 老四 老五 老六 老幺
    站长 厂长 行长 社长 馆长 店长 船长 机长 所长 台长 庭长 检察长 秘书长 副总 副总理
    副主席 副部长 副市长 副省长 副书记 副局长 副教授 副校长 副院长 副主任 发言人
    """
)
ROLES = _words(
    """
    记者 主任 主席 书记 总理 总统 部长 省长 市长 县长 局长 处长 校长 院长 教授 博士 医生 老师 同学
    同志 先生 女士 小姐 演员 导演 编剧 歌手 作家 诗人 画家 学者 专家 律师 法官 警察 队长 教练 球员
    选手 队员 名将 剑客 侠客 将军 元帅 司令 大臣 宰相 皇帝 太守 刺史 丞相 经理 总裁 老板 村民 居民
    市民 农民 司机 工人 学生 男子 女子 父亲 母亲 丈夫 妻子 儿子 女儿 弟弟 哥哥 姐姐 妹妹 通讯员
    委员 代表 院士 所长 会长 社长 馆长 行长 镇长 乡长 厂长 作者 编辑 摄影 主编
    主演 饰演 嘉宾
    """
)
_BEFORE = frozenset(("老", "小", "姓", "阿"))
_PLACE_SUFFIX = frozenset("区")
"""Before a title they belong to a place where one stands before them: 华东区总经理."""
_BEFORE_NAME = _BEFORE | _words(
    "是 找 问 请 和 跟 与 向 对 叫 给 由 见 的 说 了 让 为 陪 谢谢 感谢 这位 那位 位"
)
_IN_GIVEN = {
    "朝": "chao2", "长": "chang2", "重": "zhong4", "行": "xing2", "曾": "zeng1", "盛": "sheng4",
    "兴": "xing1", "和": "he2", "为": "wei2", "少": "shao4", "茜": "qian4", "莎": "sha1",
    "娜": "na4", "仔": "zai3", "乐": "le4", "柏": "bai3", "佛": "fo2", "冠": "guan4", "单": "dan1",
    "卓": "zhuo2", "靓": "liang4", "华": "hua2", "儿": "er2",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """Surnames with costs and readings, characters of given names likewise."""

    surnames: dict[str, tuple[int, tuple[str, ...]]]
    given: dict[str, tuple[int, str]]

    def cost(self, text: str, start: int, end: int, surname: int) -> int:
        """What it costs to see ``text[start:end]`` as a name whose surname has this length.

        ``text`` is a run of Chinese characters. Zero if it cannot be a name.
        """
        given = text[start + surname : end]
        if given in TITLES or _is_other(text, start, given):
            return 0
        total = _NAME + self.surnames[text[start : start + surname]][0]
        if text[max(0, start - 2) : start] in ROLES:
            total -= _AFTER_ROLE
        if start == 0 and end == len(text):
            total -= _BETWEEN_MARKS
        total += _GIVEN_ONE if len(given) == 1 else _GIVEN_TWO
        for character in given:
            if character in _NEVER:
                return 0
            known = self.given.get(character)
            total += known[0] if known else _UNKNOWN
        return total

    def may_begin(self, character: str) -> bool:
        """Whether a given name may begin with a character; most that follow a surname can not."""
        return character not in _NEVER

    def surname_length(self, name: str) -> int:
        """How many characters of a name are its surname; 0 if it begins with none."""
        if len(name) > 2 and name[:2] in self.surnames:
            return 2
        return 1 if name[:1] in self.surnames else 0

    def read(self, name: str) -> tuple[str | None, ...]:
        """The surname's syllables, then those that the given name has for certain."""
        length = self.surname_length(name)
        return self.surnames[name[:length]][1] + tuple(
            _IN_GIVEN.get(character) or self.given.get(character, (0, None))[1]
            for character in name[length:]
        )

    def stands_alone(
        self, surname: str, before: str, after: str, *, heads_word: bool = False
    ) -> bool:
        """Whether a surname is used without a given name: before a title, after 姓, 老 or 小.

        ``heads_word`` says that a headword begins with it and what follows: 小|单|间.
        """
        if surname in _PLACE_SUFFIX and before and before not in _BEFORE_NAME:
            return False
        if before == "阿" and self.surnames.get(surname, (0,))[0] > _RARE_SURNAME:
            return False  # more likely a foreign name: 阿撒托斯
        return surname in self.surnames and (
            after in TITLES or (before in _BEFORE and not heads_word)
        )


def load_names(lexicon: Lexicon) -> Names:
    """Read the table of names."""
    surnames, given = lexicon.read_table("names").decode().split("\n\n")
    counts = [line.split("\t") for line in given.split("\n")]
    total = sum(int(count) for _, count, _ in counts)
    return Names(
        {
            surname: (_surname_cost(int(rank)), tuple(reading.split(" ")))
            for surname, rank, reading in (line.split("\t") for line in surnames.split("\n"))
        },
        {
            character: (round(-100 * log10(int(count) / total)), reading)
            for character, count, reading in counts
        },
    )


def _is_other(text: str, start: int, given: str) -> bool:
    """Whether what begins like a name is a number, a measured thing, or somebody's office."""
    surname, before = text[start], text[start - 1 : start]
    return (
        (given[0] in _NUMERALS and _counts(surname, given))
        or (surname in _MEASURES and before in _COUNTED)  # 一张褪了色的纸
        or (surname == "任" and before in _OFFICE)  # 现任国君
        or text[start : start + 2] == "曾任"
        or (surname == "曾" and given[0] in _NUMERALS and given[-1] in _TIMES)  # 曾三任宰相
    )


def _counts(surname: str, given: str) -> bool:
    """Whether it is a number or a measured thing: 万一, 盛一碗."""
    return surname == "万" or given[-1] in _MEASURES


def _surname_cost(rank: int) -> int:
    return round(_FIRST_SURNAME + _PER_DECADE * log10(rank) + _TAIL * max(0, rank - 100))
