"""What names of authors look like, in a page or in a text that is none."""

import re
from functools import lru_cache

from reader.core.paths import find_paths

HAN = "[\u3400-\u9fff]"
NAME = rf"{HAN}{{2,4}}"
NAMES = rf"{NAME}(?:[ \u3000\xa0、,，]{{1,3}}{NAME}(?!{HAN})){{0,4}}"
END = r"(?=[\s/／)）\]】|｜。，,：:]|$|编辑|編輯|摄影|攝影|来源|來源)"
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕"
    "丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严"
    "覃武戚莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符"
    "舒阮纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳張劉陳楊黃趙吳孫馬羅鄭謝許鄧馮韓蕭葉蔣蘇"
    "魏呂盧鍾譚陸賈韋鄒龍賀顧龔邵萬錢嚴湯溫龐顏莊聶魯歐關蘭"
)
_NO_NAMES = """
未知 匿名 本站 网络 網絡 整理 写信 了解 采访 采訪 获悉 獲悉 发现 关注 关闭 關注 關閉 文字 文章 时间
高级 安全 时事 江苏 金融 方法 马上 白天 毕业
"""
BEHIND_WORDS = frozenset("的了吗嗎呢吧着著过過是在里裡上下们們地得不很也都人事春夏秋冬雨雪夜")
"""What makes three characters of a word: 江南春, 高兴的."""
OFFICES = frozenset(("记者", "記者", "通讯员", "通訊員", "实习生", "實習生", "摄影", "攝影"))
NO_NAMES = frozenset(_NO_NAMES.split())
"""Words on buttons and in menus that begin like a name."""
REPORTER = re.compile(
    rf"(?:记者|記者|通讯员|通訊員|实习生|實習生)[\s:：]*(?P<name>{NAMES}){END}|(?P<writer>{NAMES})\s*[/／]\s*文"
)


def is_name(text: str) -> bool:
    """Whether two or three characters that nobody calls a name may be one, and are no word."""
    if not text or text[0] not in SURNAMES or NO_NAMES & {text, text[:2]}:
        return False
    words = _read_words()
    return text not in words and not (text[:2] in words and text[2:] in BEHIND_WORDS)


@lru_cache(maxsize=1)
def _read_words() -> frozenset[str]:
    """Words of the language that begin like a name."""
    file = find_paths().resources / "data" / "name_like_words.txt"
    lines = (line for line in file.read_text("utf-8").split("\n") if line and line[0] != "#")
    return frozenset(line[0] + rest for line in lines for rest in line[1:].split())


def join_names(names: str) -> str:
    """Names with spaces between them, without what their bearers are."""
    parts = re.split(r"[\s、,，]+", names.strip())
    return " ".join(part for part in parts if part not in OFFICES)
