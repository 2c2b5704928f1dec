"""Which of its glosses is the usual one of an everyday word, where CC-CEDICT begins with another.

CC-CEDICT tells what a word meant first before what it means most: 关 is a mountain pass before it
is to close. Here stands how the usual glosses of such words begin, the most usual first; they are
put before the others, which keep their order. Nothing of CC-CEDICT is rewritten. Made by reading
the first glosses of all words of one or two characters of HSK 1 to 4 (2012, 2021 and 2025).
"""

from collections.abc import Sequence

from reader.core.word import Entry

UNUSUAL = "-"
"""Stands for the glosses of an entry that is not the usual one although it is read as here."""
_TABLE = """
一直 yi1 zhi2: continuously
一般 yi1 ban1: ordinary
一起 yi1 qi3: together
不安 bu4 an1: uneasy
不然 bu4 ran2: or else | otherwise
不管 bu4 guan3: no matter | regardless of
不过 bu4 guo4: but | however
不错 bu4 cuo4: not bad | pretty good
严 yan2: strict
中介 zhong1 jie4: agency | agent
丰富 feng1 fu4: rich | plentiful
临时 lin2 shi2: temporary
为 wei2: to be | to act as
为 wei4: for
主意 zhu3 yi5: idea
主持 zhu3 chi2: to preside over | to host
了 liao3: to finish
事业 shi4 ye4: career
二手 er4 shou3: second-hand
交通 jiao1 tong1: traffic | transportation
仅 jin3: only | merely
仅仅 jin3 jin3: only | merely
从事 cong2 shi4: to engage in
优势 you1 shi4: advantage
位 wei4: classifier for people
例子 li4 zi5: example | (for) instance
保安 bao3 an1: security guard
修 xiu1: to repair | to build
倒 dao4: to pour out
值 zhi2: (to be) worth
值得 zhi2 de5: to merit
停车 ting2 che1: to park
先生 xian1 sheng5: gentleman
克 ke4: gram
共 gong4: together | total
关 guan1: to close
典型 dian3 xing2: typical
再说 zai4 shuo1: moreover | what's more
冲 chong1: to rush
冲 chong4: towards
准备 zhun3 bei4: to prepare
几 ji3: how many | several | a few
分别 fen1 bie2: separately
分布 fen1 bu4: to be distributed
划 hua2: to row
列 lie4: file | series
刚 gang1: just | barely
初 chu1: (at the) beginning
别 bie2: don't
刷 shua1: to brush
加油 jia1 you2: (fig.) to make an extra effort
包 bao1: to wrap | bag | package
包裹 bao1 guo3: parcel | package
千万 qian1 wan4: one must by all means
单 dan1: single | only
卡 ka3: (loanword) card
卡 qia3: to be stuck
参考 can1 kao3: to consult
友谊 you3 yi4: friendship
双 shuang1: pair
发展 fa1 zhan3: to develop
叫 jiao4: to be called | to call
可乐 ke3 le4: (loanword) cola
合 he2: to join | to fit
同学 tong2 xue2: classmate | fellow student
含 han2: to contain
周 zhou1: week
品质 pin3 zhi4: quality (of a product
响 xiang3: to make a sound | to sound
回 hui2: to go back | to return
团 tuan2: group
困 kun4: sleepy
在 zai4: (of sb or sth) to be (located) at | (used before a verb to indicate
在乎 zai4 hu5: (often used in the negative) to care about
场 chang2: classifier for events
型 xing2: type | style | model
城 cheng2: city
培训 pei2 xun4: to train | training
填空 tian2 kong4: to fill in a blank
外卖 wai4 mai4: takeout (meal) | takeout (business)
大妈 da4 ma1: aunt
大爷 da4 ye5: uncle
太 tai4: too (much) | very
奖金 jiang3 jin1: bonus
套 tao4: classifier for sets
奶 nai3: milk
字 zi4: character | word
存 cun2: to store | to deposit | to keep
季节 ji4 jie2: season
宝贝 bao3 bei4: darling | baby
实习 shi2 xi2: to intern | internship
家长 jia1 zhang3: parent or guardian
寄 ji4: to send by post
导演 dao3 yan3: director (film | to direct
封 feng1: classifier for sealed objects | to seal
层 ceng2: layer | floor
属 shu3: to belong to
巧 qiao3: skillful
差 cha4: not up to standard | to fall short
市 shi4: city
帅 shuai4: handsome
带 dai4: to carry | to take along | to bring
帮助 bang1 zhu4: to help
常 chang2: often | frequently
幅 fu2: classifier for textiles or pictures
干 gan4: to do | to work
平静 ping2 jing4: serene | tranquil
广告 guang3 gao4: advertisement | a commercial
广大 guang3 da4: large-scale | widespread
应 ying1: should | ought to
应聘 ying4 pin4: to apply for an advertised position
店 dian4: (bound form) shop
度 du4: degree (angles | degree of intensity
座 zuo4: classifier for large immovable objects | seat
建 jian4: to build | to establish
建成 jian4 cheng2: to build
开放 kai1 fang4: to open | to be open (to the public
开机 kai1 ji1: to boot up (a computer
引 yin3: to lead | to attract
引进 yin3 jin4: to introduce (from outside
张 zhang1: classifier for flat objects | to open up
弹 dan4: bullet | shell
当 dang4: to regard as
当中 dang1 zhong1: in the middle | among
当然 dang1 ran2: of course | certainly
录 lu4: record | to copy
心中 xin1 zhong1: in one's heart | in one's thoughts
心里 xin1 li5: heart
快 kuai4: quick | rapid
态度 tai4 du5: attitude | manner
性格 xing4 ge2: character | temperament | disposition
怪 guai4: strange | odd
总 zong3: in every case
恐怕 kong3 pa4: I'm afraid that | perhaps
意义 yi4 yi4: meaning | significance
意思 yi4 si5: meaning | idea
意见 yi4 jian4: opinion | idea
成 cheng2: to become | to succeed
成人 cheng2 ren2: an adult
成绩 cheng2 ji4: grades | performance records
成长 cheng2 zhang3: to grow | to mature
或 huo4: or | maybe
所 suo3: particle introducing | that which | place
才 cai2: then and only then | just now | (before an expression of quantity) only
打 da3: to hit
打印 da3 yin4: to print out
打扮 da3 ban5: to dress | to make up
批 pi1: classifier for batches
把 ba3: (used to put the object before the verb | to hold
担任 dan1 ren4: to serve as | to take charge of
担心 dan1 xin1: to worry | worried
拿 na2: to take | to hold
指 zhi3: to point at or to | to indicate or refer to
挑 tiao1: to choose | to pick
挺 ting3: (coll.) quite | very
接着 jie1 zhe5: then | after that | to continue
推出 tui1 chu1: to release | to launch
推广 tui1 guang3: to popularize | promotion (of a product
推进 tui1 jin4: to carry forward | to advance
支持 zhi1 chi2: to support | support
收入 shou1 ru4: income
故乡 gu4 xiang1: native place | homeland
效果 xiao4 guo3: effect | result
数码 shu4 ma3: digital
旅游 lü3 you2: travel | to travel | tourism
既 ji4: both | since
日 ri4: day | sun
时 shi2: time | when
明白 ming2 bai5: to understand | clear
显著 xian3 zhu4: notable | remarkable
曾 ceng2: already | once
月 yue4: month | moon
服装 fu2 zhuang1: clothes | clothing
朝 chao2: towards | facing
木头 mu4 tou5: log (of wood
末 mo4: end | final stage
本 ben3: classifier for books | (bound form) one's own
本子 ben3 zi5: notebook
本来 ben3 lai2: originally | original
朵 duo3: classifier for flowers
机构 ji1 gou4: organization | agency | institution
束 shu4: bunch | bundle
条 tiao2: classifier for long thin things
松 song1: loose | to loosen | to relax | pine
果然 guo3 ran2: sure enough | as expected
架 jia4: frame | rack
查 cha2: to check | to look up | to examine
样 yang4: appearance | classifier
检查 jian3 cha2: to examine | to inspect
楼 lou2: storied building | floor
次 ci4: classifier for enumerated events
正 zheng4: just (at that time) | exactly | straight
正常 zheng4 chang2: normal | regular
武术 wu3 shu4: all kinds of martial art sports
毕业 bi4 ye4: to graduate | graduation
水平 shui3 ping2: a standard
沉 chen2: to sink
活动 huo2 dong4: (outdoor etc) activity
派 pai4: to send (a person or resource)
流行 liu2 xing2: fashionable | (of a style of clothing, song etc) popular
测 ce4: to measure
测量 ce4 liang2: to measure | survey
淡 dan4: light in color | weak | mild
游 you2: to swim | to tour
满 man3: full | filled
点 dian3: (after a number) o'clock | a small amount | point
热 re4: hot | heat
热情 re4 qing2: enthusiastic | passion
爱好 ai4 hao4: interest | to like
由 you2: by | from
电 dian4: electricity
电台 dian4 tai2: radio station | broadcasting station
登录 deng1 lu4: to log in
皮 pi2: skin | leather
相处 xiang1 chu3: to get along
相片 xiang4 pian4: photograph
着 zhao2: to catch fire | to burn | (coll.) to fall asleep
研究 yan2 jiu1: to research | research
破坏 po4 huai4: to destroy | destruction
祝 zhu4: to wish
祝福 zhu4 fu2: to wish sb well | blessings
种 zhong3: kind | type | classifier for types
秘密 mi4 mi4: a secret | secret
称 cheng1: to name | name
究竟 jiu1 jing4: after all
空 kong4: free time | vacant
答应 da1 ying5: to answer positively
算 suan4: to calculate | to regard as
篇 pian1: classifier for written items | piece of writing
组 zu3: group | team
结束 jie2 shu4: to end | to finish
给 gei3: to give | to
维修 wei2 xiu1: to protect and maintain
编 bian1: to compile | to edit
缺 que1: to run short of | lack
缺少 que1 shao3: to lack | to be short (of)
网址 wang3 zhi3: web address | URL
老 lao3: old (of people)
考 kao3: to take an exam | to test
联系 lian2 xi4: to get in touch with | contact | connection
脱 tuo1: to take off | to shed
节 jie2: seasonal festival | classifier for segments
节省 jie2 sheng3: to save
获 huo4: (literary) to get
行 xing2: all right | capable | (bound form) to walk
行动 xing2 dong4: action | operation
表 biao3: a table (listing | watch (timepiece)
表演 biao3 yan3: to perform | performance | show
被 bei4: used to indicate passive voice
装 zhuang1: to install | to load | to pack | to pretend
订 ding4: to order | to subscribe to
认出 ren4 chu1: to recognize
让 rang4: to let sb do sth | to have sb do sth
记 ji4: to remember | to note
讲话 jiang3 hua4: to speak | a speech
诗人 shi1 ren2: poet
话 hua4: words | spoken words | what sb said
说法 shuo1 fa3: -
请 qing3: please (do sth) | to ask | to invite
课 ke4: class | lesson
调 tiao2: to adjust | to blend
调查 diao4 cha2: to investigate | investigation
谢谢 xie4 xie5: thanks | thank you
败 bai4: to lose (to an opponent) | to fail
质量 zhi4 liang4: quality (i.e.
费 fei4: fee | to cost
赏 shang3: to appreciate (beauty)
赢 ying2: to win | to beat
越 yue4: the more... the more | to exceed
跟 gen1: with | and (joining two nouns) | to follow closely
轻松 qing1 song1: relaxed | light
较 jiao4: (before an adjective) relatively | compared to
输入 shu1 ru4: to input
运动 yun4 dong4: sports | to exercise | movement
近代 jin4 dai4: modern times
进行 jin4 xing2: (of people) to carry out
连 lian2: (used with 也 | to link
迷 mi2: crazy about | fan | lost
遍 bian4: classifier for actions | all over
部长 bu4 zhang3: minister | head of a
配 pei4: to match | to fit
配合 pei4 he2: to cooperate | to coordinate with
酒店 jiu3 dian4: hotel
里 li3: inside | interior
钟 zhong1: clock | a (large) bell | amount of time
钱 qian2: money
错 cuo4: wrong | mistake
锻炼 duan4 lian4: to engage in physical exercise | to work out
长 zhang3: to grow | to increase
闪 shan3: a flash | to flash | lightning
闻 wen2: to smell | to hear
队 dui4: team | group
阵 zhen4: classifier for events | short period of time
陆续 lu4 xu4: one after the other | successively
项 xiang4: item | thing
顺便 shun4 bian4: in passing
顿 dun4: classifier for meals
领 ling3: to lead | to receive
领导 ling3 dao3: to lead | leader | leadership
题 ti2: exam question | topic | problem
首 shou3: classifier for poems | first (occasion
骄傲 jiao1 ao4: proud of sth | conceited | pride
骑 qi2: to ride
鸡 ji1: chicken
"""


def usual_rank(entry: Entry) -> int | None:
    """Where the first gloss of an entry stands by how usual it is; None for unlisted words."""
    beginnings = _find(entry.simplified, entry.syllables)
    return _rank(entry.glosses[0], beginnings) if beginnings else None


def put_usual_first(
    glosses: Sequence[str], simplified: str, syllables: Sequence[str]
) -> tuple[str, ...]:
    """The same glosses, the usual ones of the word before the others."""
    beginnings = _find(simplified, syllables)
    if not beginnings:
        return tuple(glosses)
    return tuple(sorted(glosses, key=lambda gloss: _rank(gloss, beginnings)))


def is_called_usual(entry: Entry) -> bool:
    """Whether an entry has the most usual gloss of its word."""
    rank = usual_rank(entry)
    return rank is not None and rank < 2


def is_called_unusual(entry: Entry) -> bool:
    """Whether another entry of the word is the usual one wherever both would fit."""
    return _find(entry.simplified, entry.syllables) == (UNUSUAL,)


def list_usual() -> list[tuple[str, str, tuple[str, ...]]]:
    """Each listed word with its reading and how its usual glosses begin."""
    return [
        (word, reading, beginnings)
        for (word, reading), beginnings in _BEGINNINGS.items()
        if beginnings != (UNUSUAL,)
    ]


def _find(simplified: str, syllables: Sequence[str]) -> tuple[str, ...]:
    return _BEGINNINGS.get((simplified, " ".join(syllables).lower()), ())


def _rank(gloss: str, beginnings: tuple[str, ...]) -> int:
    """Twice its place in the list, and one more for a gloss that goes on: city, city walls."""
    for place, beginning in enumerate(beginnings):
        if gloss.startswith(beginning) and not gloss[len(beginning) :][:1].isalpha():
            return 2 * place + (gloss != beginning)
    return 2 * len(beginnings)


def _read(table: str) -> dict[tuple[str, str], tuple[str, ...]]:
    found = {}
    for line in table.strip().splitlines():
        head, beginnings = line.split(": ", 1)
        word, reading = head.split(" ", 1)
        found[word, reading] = tuple(beginnings.split(" | "))
    return found


_BEGINNINGS = _read(_TABLE)
