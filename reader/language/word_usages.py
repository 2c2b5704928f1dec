"""Everyday uses of words with several readings, by what is written around them."""

from reader.language.character_usages import COUNT, END, Usage

WORDS: dict[str, tuple[Usage, ...]] = {
    "本地": (Usage("ben3 de5", r"一本一", r""),),
    "地点": (Usage("de5 dian3", r"", r"(?:点头|了点头|着头|头|燃)"),),
    "睡着": (Usage("shui4 zhe5", r"睡着", r""), Usage("shui4 zhe5", r"", r"睡着")),
    "补给": (Usage("bu3 gei3", r"[钱票费课]", r"[我你他她它]"),),
    "应声": (Usage("ying1 sheng1", r"(?:没人|没有人|无人|不|没)", r""),),
    "还给": (
        Usage("huan2 gei3", r"[把将].{1,7}", r""),
        Usage(
            "hai2 gei3",
            r"",
            r"(?:[我你他她它](?:们)?|.{2,4})(?:[带买送做写讲唱打发留说看起介倒]|[^，。]{0,4}了)",
        ),
    ),
    "当天": (Usage("dang4 tian1", r"", r""),),
    "纪昀": (Usage("ji3 yun2", r"", r""),),
    # The amount, and more or less; who asks how many says duo1 shao5.
    "多少": (
        Usage("duo1 shao3", r"(?:[论按据其]|人数|数量|金额|钱的|与|和)", END),
        Usage("duo1 shao3", r"", r"(?:都会?|会|能|还|也|有[点些]|带[点着]|不等|不一|与|跟|和)"),
    ),
    "关系": (Usage("guan1 xi5", r"没有?", r""),),
    "两重": (Usage("liang3 zhong4", rf"(?:{COUNT}|[零百])", r""),),
    "背书": (Usage("bei1 shu1", r"", r"包"),),
    "教会": (
        Usage("jiao1 hui4", r"", r"(?:了|[我你他她它](?:们)?|孩子|学生|大家|人们)"),
        Usage("jiao1 hui4", r"[能要会才来]", r""),
    ),
    "兴起": (Usage("xing4 qi3", r"一时", r""),),
    "分子": (Usage("fen4 zi3", r"(?:主义|[败战怖罪识极法坏动派裂翼对后叛乱]|骨干|中坚|一)", r""),),
    "供给": (Usage("gong1 gei3", r"", r"[我你他她它](?:们)?"),),
    "倾倒": (Usage("qing1 dao4", r"", r"[垃废污酸泥渣脏在进出于]"),),
    "口角": (
        Usage("kou3 jiao3", r"", r"(?:炎|下垂|上扬|流|处|挂|含|带)"),
        Usage("kou3 jiao3", r"(?:唇|左|右|[他她]的)", r""),
    ),
    "发卡": (
        Usage("fa1 ka3", r"(?:银行|[招发浦]行)", r""),
        Usage("fa1 ka3", r"", r"(?:量|行|机构|银行)"),
    ),
    "人家": (
        Usage("ren2 jia1", rf"(?:户|{COUNT}家|[穷富好小普通百苦殷大]|清白|农|渔|船|贫苦)", r""),
        Usage("ren2 jia1", r"(?:的|有|住|没)", END),
    ),
    "精神": (
        Usage(
            "jing1 shen5", r"(?:很|特别|真|多|更|挺|十分|有|没|来了?|打起)", rf"(?:{END}|[了啊呢])"
        ),
        Usage("jing1 shen5", r"", r"(?:多了|极了|得很|起来|抖擞)"),
    ),
    "老子": (
        Usage(
            "lao3 zi3",
            r"",
            r"(?:是|乃)(?:道家|我国古|中国古|春秋|古代|哲|思想家)|生于|主张|提出|《",
        ),
        Usage("lao3 zi3", r"(?:孔子|庄子|墨子)[、和与]", r""),
        Usage("lao3 zi3", r"《", r"》"),
        Usage(
            "lao3 zi3",
            r"",
            r"(?:[、和与](?:孔子|庄子)|的(?:故|思|哲|道|学)|哲学|思想|骑牛|出关|姓)",
        ),
        Usage("lao3 zi3", r"(?:道家|李耳|是|人)", r"(?:的故乡|说|认为|创)"),
    ),
    "孙子": (
        Usage("sun1 zi3", r"", r"(?:兵法|说|曰|》)"),
        Usage("sun1 zi3", r"《", r""),
    ),
    "结果": (Usage("jie1 guo3", r"(?:[树花木苗藤]|开花)", rf"(?:{END}|[了的实子])"),),
    "地方": (
        Usage(
            "di4 fang1",
            r"",
            r"(?:干部|台|特色|高校|财力|经济|企业|军|文化|语言|领导|组织|标准|立法|人大|保护|治理|媒体|党|部队|电视台|特产|风味|口音|事务|选举)",
        ),
        Usage("di4 fang1", r"(?:中央[和与、]?|全国各)", r""),
        Usage("di4 fang1", r"", r"(?:政府|官|政权|各级|法规|性|戏|志|武装|法院|税|财政|债)"),
    ),
    "东西": (
        Usage("dong1 xi1", r"", r"(?:方|走向|两|南北|向|长|宽|德|文化|各|部|岸|侧|半球|横|二)"),
        Usage("dong1 xi1", r"(?:分|各奔|不分|声)", r""),
    ),
    "大意": (Usage("da4 yi4", r"(?:段落|文章|课文|中心|故事|[其文])的?", r""),),
    "地道": (
        Usage("di4 dao4", r"(?:挖|钻|进|条|座|通过|走)", r""),
        Usage("di4 dao4", r"", r"(?:战|里|口|内|中)"),
    ),
    "实在": (Usage("shi2 zai5", r"(?:[人他她]很|做人|待人|为人)", r""),),
    "看着": (
        Usage(
            "kan1 zhe5",
            r"(?:^|[，。“])(?:你们?|您)(?:先|来|在家|在这儿?)?",
            r"(?:孩子|弟弟|妹妹|包|行李|东西|摊子?|家|店|锅|门|火)，我",
        ),
        Usage("kan1 zhe5", r"(?:帮[我他她你]|替[我他她你]|留下来|负责|好好)", r""),
        Usage("kan1 zhe5", r"", r"(?:孩子别|行李|摊子|点儿|点火)"),
    ),
    "背着": (
        Usage(
            "bei4 zhe5",
            r"",
            r"(?:[我你他她]们?|老师|大家|领导)(?:偷偷|做|干|说|跟|和|在外|搞|议论|拿|把|偷|卖|买|抽|吃)",
        ),
        Usage("bei4 zhe5", r"", r"(?:手|人|家人|父母|爸|妈|丈夫|妻子|老婆|老师|大家|法)"),
    ),
    "好吃": (Usage("hao4 chi1", r"", r"懒做"),),
    "转动": (Usage("zhuan3 dong4", r"", r"(?:[着了过]?(?:身|脖|头|眼|脑|方向))"),),
    "大王": (Usage("dai4 wang5", r"(?:山|占山为)", r""),),
    "朝阳": (
        Usage("chao2 yang2", r"(?:屋子?|房间?|窗户?|阳台|卧室|客厅|面|坡|间)(?:都|是|全)?", r""),
        Usage("chao2 yang2", r"", r"(?:[区路门市县镇街]|大街|公园|医院|群众|法院)"),
        Usage("chao2 yang2", r"(?:北京|辽宁)", r""),
        Usage("zhao1 yang2", r"(?:一轮|[红旭轮]|迎着|沐浴着?)", r""),
        Usage("zhao1 yang2", r"", r"(?:升起|初升|似火|产业|般|下|东升)"),
    ),
    "一行": (
        Usage("yi1 hang2", r"[空隔换抄起写]", r""),
        Usage("yi1 hang2", r"[干做入转懂爱学改换][这那哪]?", r""),
        Usage("yi1 hang2", r"(?:[成排第每另写念]|[字诗书读])", r""),
        Usage("yi1 hang2", r"", r"(?:字|诗|文字|小字|代码|树|白鹭|泪|一行|行|脚印|又一行)"),
        Usage("yi1 hang2", r"干", r"爱"),
    ),
    "听到": (Usage("ting5 dao4", r"打", r""),),
    "得手": (
        Usage(
            "de5 shou3",
            r"[写抄打洗切揉冻累疼磨弹练干握抓搬画拍]",
            r"(?:[都也很直]|[酸疼麻痛软抖发])",
        ),
    ),
    "请调": (
        Usage("qing3 tiao2", r"", r"一"),
        Usage("qing3 tiao2", r"", r"[低高大小快慢亮暗好准]"),
    ),
    "画卷": (Usage("hua4 juan3", r"[把将].{0,3}", r"(?:起来|成|好|了)"),),
    "重重": (Usage("zhong4 zhong4", r"", r"(?:地|的一[击拳脚掌锤]|[打击摔砸拍敲撞跌放关])"),),
    "照片": (Usage("zhao4 pian1", r"", r"儿"),),
    "相片": (Usage("xiang4 pian1", r"", r"儿"),),
    "唱片": (Usage("chang4 pian1", r"", r"儿"),),
    "画片": (Usage("hua4 pian1", r"", r"儿"),),
    "穿着": (
        Usage(
            "chuan1 zhuo2",
            r"",
            r"[很十分非常比较也都更]{0,2}(?:讲究|朴素|整洁|得体|时髦|时尚|打扮|随便|朴实|华丽|简朴|考究|入时|大方|单薄|暴露|体面|寒酸|邋遢|普通|简单)(?!的)",
        ),
        Usage("chuan1 zhuo2", r"(?:注意|讲究|[他她你我们人]的)", rf"(?:{END}|[和与是很也])"),
    ),
    "落下": (
        Usage("la4 xia4", r"", r"[了的几一好很多不少许]{0,3}.{0,2}(?:功课|课|作业|进度)"),
        Usage("la4 xia4", r"(?:功课|课程?|作业|进度)(?:也|都|给)?", r""),
    ),
    "一晃": (Usage("yi1 huang4", r"", rf"(?:[已就又便都竟]|过去|{COUNT}+[年月天]|多少年|眼)"),),
    "间隔": (Usage("jian1 ge2", r"[中之房其时]", r"[了着开]"),),
    "塞上": (Usage("sai1 shang4", r"", r"(?:瓶|木|耳|棉|塞子|了|嘴)"),),
    "买卖": (
        Usage(
            "mai3 mai4",
            r"(?:禁止|非法|自由|参与|从事|严禁|不得|证券|股票|房屋|人口|器官|毒品|土地|外汇|期货|商品|二手房|枪支|文物)",
            r"",
        ),
        Usage(
            "mai3 mai4",
            r"",
            r"(?:婚姻|合同|双方|关系|人口|毒品|股票|土地|房屋|枪支|外汇|野生|器官|妇女|儿童|证件|房产|文物|黄金|国债|债券|赃物|行为|自由)",
        ),
    ),
    "生意": (
        Usage("sheng1 yi4", r"(?:充满|盎然的?|勃勃的?|一片|无限)[了着]?", END),
        Usage("sheng1 yi4", r"", r"(?:盎然|勃勃)"),
    ),
    "世故": (Usage("shi4 gu5", r"(?:很|太|真|这么|那么|更|圆滑|老练|过于|不)", r""),),
    "天台": (
        Usage("tian1 tai1", r"(?:浙江省?|台州市?|老家是|宁海[、和])", r""),
        Usage("tian1 tai1", r"", r"(?:人|宗|籍|国清寺)"),
    ),
    "六合": (
        Usage("lu4 he2", r"(?:南京|江苏)市?", r""),
        Usage("lu4 he2", r"", r"(?:县|人)"),
    ),
    "难为": (Usage("nan2 wei2", r"", r"(?:[水继]|无米)"),),
    "东家": (Usage("dong1 jia1", r"", r"(?:长|走|[一二两三])"),),
    "兄弟": (Usage("xiong1 di5", r"(?:^|[，。！？：“])", r"[，！]"),),
    "多重": (Usage("duo1 zhong4", r"(?:有|究竟|到底)", rf"(?:{END}|[的啊呢吗])"),),
    "数数": (Usage("shu3 shu3", r"", r"(?:看|一共|有[几多]|自己|手指|天上|这里|那里|到底)"),),
    "把手": (
        Usage("ba3 shou3", r"", r"(?:伸|放|举|搭|插|洗|缩|抽|擦|背|里的?|上的?|中的?|一|机|表|套)"),
    ),
    "公差": (Usage("gong1 chai1", r"出了?一?[趟次]?", r""),),
    "地下": (
        Usage(
            "de5 xia4",
            r"(?:不停|不断|哗哗|纷纷|一直|静静|默默|悄悄|慢慢|渐渐|飞快|沥沥|细细)",
            r"[着了起去来]",
        ),
    ),
    "长牙": (
        Usage("chang2 ya2", r"", r"(?:象|的大象)"),
        Usage("chang2 ya2", r"(?:象|猪|兽)的?", r""),
    ),
    "心脏": (Usage("xin1 zang1", r"背", rf"(?:{END}|了)"),),
    "着火": (Usage("zhe5 huo3", r"[打举点拿看围烤守冒]", r"(?:把|炉|堆|车|锅|盆|焰)"),),
}
"""Words with several readings; without one of these uses they are read as the lexicon says."""
WORDS |= {
    double * 2: (Usage(f"{syllable} {syllable}", r"[一几]"), *WORDS.get(double * 2, ()))
    for double, syllable in (
        ("道", "dao4"), ("包", "bao1"), ("圈", "quan1"), ("泡", "pao4"), ("头", "tou2"),
        ("框", "kuang4"), ("杠", "gang4"),
    )
}  # fmt: skip
"""Measures said twice after a numeral are no nouns: 一道道 dao4 dao4, but 有道道 dao4 dao5."""
