import json
from collections.abc import Mapping
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from reader.core.display import Display
from reader.core.errors import ReaderError, ResourceError
from reader.core.script import Script, Variant
from reader.language.conversion import CONFIGS, Converter, check_phrase
from reader.language.opencc_engine import Engine, Loader

DATA = Path(__file__).parents[2] / "resources" / "data"
CONVERTER = Converter(DATA)
# Ambiguous characters, overlapping phrases, words that change length, astral characters, an
# ideographic description, a compatibility ideograph, separators.
FRAGMENTS = [
    *"发头现在被明后里面干只了台才参针著乾算法演质量网络信息，。 \n-a",
    *("𠮷", "𧶔", "𫗋", "⿰", "⿱", "金", "\U000e0100", "\ufe0f"),
    *("头发", "发现", "算法", "演算法", "软件", "网络", "质量", "為什麼", "看著", "中国共产党"),
    *(
        "軟體",
        "程式",
        "網路",
        "品質",
        "人才",
        "參加",
        "慰藉",
        "乾坤",
        "張棟樑",
        "U盘",
        "埠",
        "的士",
    ),
]
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=16).map("".join)


@pytest.mark.parametrize(
    ("config", "text", "expected"),
    [
        ("s2t", "头发发现", "頭髮發現"),
        ("t2s", "頭髮發現", "头发发现"),
        ("s2tw", "里面的线", "裡面的線"),
        ("tw2s", "為什麼看著", "为什么看着"),
        ("s2twp", "软件的算法", "軟體的演算法"),
        ("tw2sp", "軟體的演算法", "软件的算法"),
        ("s2hk", "里面说话", "裏面説話"),
        ("hk2s", "裏面説話", "里面说话"),
        ("t2tw", "爲什麼喫", "為什麼吃"),
        ("t2hk", "爲什麼喫", "為什麼吃"),
    ],
)
def test_each_direction_converts(config: str, text: str, expected: str) -> None:
    assert CONVERTER.convert(text, config).text == expected


def test_a_phrase_taken_from_the_left_is_not_taken_again() -> None:
    assert CONVERTER.convert("金头发现在", "s2t").text == "金頭髮現在"


def test_ideographic_descriptions_stay_as_they_are() -> None:
    assert CONVERTER.convert("⿰发里发⿰发", "s2t").text == "⿰发里發⿰發"


def test_changed_lengths_are_mapped() -> None:
    display = CONVERTER.convert("𠮷野的算法和软件", "s2twp")
    assert display.text == "𠮷野的演算法和軟體"
    assert (display.shown(5), display.source(6), display.to_units(5)) == (6, 5, 7)
    assert len(display.pieces) == 1


@pytest.mark.parametrize("config", CONFIGS)
@settings(deadline=None)  # the first example loads the tables
@given(text=TEXTS)
def test_text_is_that_of_the_official_rules(config: str, text: str) -> None:
    assert CONVERTER.convert(text, config).text == _convert_slowly(text, config)


@pytest.mark.parametrize("config", ["s2t", "s2twp", "tw2sp"])
@settings(deadline=None)  # the first example loads the tables
@given(text=TEXTS)
def test_maps_are_total_monotone_and_inverse_at_borders(config: str, text: str) -> None:
    display = CONVERTER.convert(text, config)
    _check_maps(text, display)


@settings(deadline=None)  # the first example loads the tables
@given(text=TEXTS, variant=st.sampled_from(Variant), script=st.sampled_from(Script))
def test_maps_of_shown_text_hold_too(text: str, variant: Variant, script: Script) -> None:
    _check_maps(text, CONVERTER.show(text, variant, script))


def test_the_package_itself_can_use_these_dictionaries() -> None:
    engine = Engine(Loader(DATA / "opencc"), "tw2s")
    assert isinstance(engine, OpenCC)
    assert OpenCC.convert(engine, "為什麼看著") == "为什么看着"


@pytest.mark.parametrize(
    ("text", "variant", "shown"),
    [
        ("头发", Variant.AS_WRITTEN, "头发"),
        ("我们的头发", Variant.SIMPLIFIED, "我们的头发"),
        ("我們的演算法與軟體", Variant.TAIWAN_PHRASES, "我們的演算法與軟體"),
        ("我們的皇后和範圍", Variant.TRADITIONAL, "我們的皇后和範圍"),
        ("我们的算法", Variant.TAIWAN_PHRASES, "我們的演算法"),
        ("我們看著乾淨的餅乾", Variant.SIMPLIFIED, "我们看着干净的饼干"),
        ("爲什麼在裏面", Variant.TAIWAN, "為什麼在裡面"),
        (
            "電話被发明了。我们说话。我們說話。",
            Variant.SIMPLIFIED,
            "电话被发明了。我们说话。我们说话。",
        ),
        ("我们说头发。皇后說話。", Variant.TRADITIONAL, "我們說頭髮。皇后說話。"),
    ],
)
def test_a_paragraph_is_shown_from_its_source(text: str, variant: Variant, shown: str) -> None:
    assert CONVERTER.show(text, variant).text == shown


@pytest.mark.parametrize(
    ("script", "shown"), [(Script.SIMPLIFIED, "皇后台"), (Script.TRADITIONAL, "皇后台")]
)
def test_a_paragraph_that_tells_nothing_follows_its_article(script: Script, shown: str) -> None:
    assert CONVERTER.show("皇后台", Variant.TRADITIONAL, script).text == (
        "皇后臺" if script is Script.SIMPLIFIED else shown
    )


def test_our_own_phrases_are_shown_but_not_in_plain_conversion() -> None:
    assert CONVERTER.show("电话被发明了", Variant.TRADITIONAL).text == "電話被發明了"
    assert CONVERTER.convert("电话被发明了", "s2t").text == "電話被髮明瞭"


def test_a_learner_may_add_phrases() -> None:
    converter = Converter(DATA)
    assert converter.improve("三只后面", "s2t").text == "三隻後面"
    converter.learn({"三只": "三只", "后面": "后麪"})
    assert converter.improve("三只后面", "s2t").text == "三只后麪"
    assert converter.convert("三只后面", "s2t").text == "三隻後面"


def test_a_phrase_that_changes_its_length_is_refused_in_a_sentence() -> None:
    with pytest.raises(ReaderError, match="same number of characters"):
        check_phrase("算法", "演算法")


def test_a_damaged_phrase_does_not_keep_a_text_from_being_converted() -> None:
    converter = Converter(DATA)
    converter.learn({"算法": "演算法", "头发": "头髮"})
    assert converter.improve("算法头发", "s2t").text == "算法头髮"


def test_threads_share_one_converter() -> None:
    converter = Converter(DATA)
    shown: list[str] = []
    threads = [
        Thread(target=lambda: shown.append(converter.convert("头发", "s2hk").text))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shown == ["頭髮"] * 4


def test_an_unknown_direction_is_refused_in_a_sentence() -> None:
    with pytest.raises(ResourceError, match="There is no conversion s2x"):
        CONVERTER.convert("头发", "s2x")


def test_the_first_stage_from_simplified_keeps_the_length() -> None:
    for path in (DATA / "opencc").glob("ST*.txt"):
        for line in path.read_text("utf-8").splitlines():
            key, values = line.split("\t")
            assert {len(value) for value in values.split(" ")} == {len(key)}


def _check_maps(text: str, display: Display) -> None:
    shown = [display.shown(offset) for offset in range(len(text) + 1)]
    source = [display.source(offset) for offset in range(len(display.text) + 1)]
    assert shown == sorted(shown)
    assert source == sorted(source)
    assert (shown[0], shown[-1]) == (0, len(display.text))
    assert (source[0], source[-1]) == (0, len(text))
    for piece in display.pieces:
        assert piece.source_end - piece.source_start != piece.shown_end - piece.shown_start
        for inside, outside in (
            (piece.source_start, piece.shown_start),
            (piece.source_end, piece.shown_end),
        ):
            assert display.shown(inside) == outside
            assert display.source(outside) == inside


def _convert_slowly(text: str, config: str) -> str:
    """The rules of the official engine, written down as plainly as possible."""
    settings = json.loads((DATA / "opencc" / f"{config}.json").read_text("utf-8"))
    text = _replace(text, [settings["normalization"][0]["dict"]])[0]
    wanted = settings.get("segmentation")
    segments = _replace(text, [wanted["dict"]])[1] if wanted else [text]
    for step in settings["conversion_chain"]:
        segments = [_replace(segment, [step["dict"]])[0] for segment in segments]
    return "".join(segments)


def _replace(text: str, groups: list[Mapping[str, object]]) -> tuple[str, list[str]]:
    """The converted text, and the segments: each key found, and each stretch between."""
    parts: list[str] = []
    segments = [""]
    at = 0
    while at < len(text):
        found = _match(text, at, groups[0])
        if found is None:
            size = _measure_description(text, at) or 1
            parts.append(text[at : at + size])
            segments[-1] += text[at : at + size]
        else:
            size = len(found[0])
            parts.append(found[1])
            segments += [text[at : at + size], ""]
        at += size
    return "".join(parts), [segment for segment in segments if segment]


def _match(text: str, at: int, node: Mapping[str, object]) -> tuple[str, str] | None:
    if node["type"] != "group":
        table = TABLES[str(node["file"])]
        keys = (text[at : at + size] for size in range(16, 0, -1))
        return next(((key, table[key]) for key in keys if key in table), None)
    children = node["dicts"]
    assert isinstance(children, list)
    found = [match for child in children if (match := _match(text, at, child))]
    if node["match_policy"] == "short_circuit":
        return found[0] if found else None
    return max(found, key=lambda match: len(match[0]), default=None)


def _measure_description(text: str, at: int) -> int:
    """How long an ideographic description is here, 0 for none."""
    if at == len(text) or not "⿰" <= text[at] <= "⿿":
        return 0
    end = at + 1
    for _ in range({"⿲": 3, "⿳": 3, "⿾": 1, "⿿": 1}.get(text[at], 2)):
        if end == len(text):
            return 0
        if "⿰" <= text[end] <= "⿿":
            size = _measure_description(text, end)
            if not size:
                return 0
            end += size
        else:
            end += 1
    return end - at


TABLES = {
    path.name: {
        key: values.split(" ")[0]
        for key, values in (line.split("\t") for line in path.read_text("utf-8").splitlines())
    }
    for path in (DATA / "opencc").glob("*.txt")
}
