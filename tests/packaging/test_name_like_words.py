"""The list of words that begin like names holds no names."""

from build_name_like_words import collect

ENTRIES = [
    ("高兴", "高興", "gao1 xing4", "happy"),
    ("金庸", "金庸", "Jin1 Yong1", "Jin Yong (1924-2018)"),
    ("马克思", "馬克思", "Ma3 ke4 si1", "Marx (1818–1883)"),
    ("王府井", "王府井", "Wang2 fu3 jing3", "a street"),
    ("书店", "書店", "shu1 dian4", "bookshop"),
    ("高高兴兴", "高高興興", "gao1 gao1 xing4 xing4", "very happy"),
]


def test_words_in_both_scripts_are_listed_and_people_are_not() -> None:
    assert collect(ENTRIES) == {"高兴", "高興", "王府井"}
