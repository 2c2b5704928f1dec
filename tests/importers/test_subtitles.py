"""Subtitles and lyrics: a cue is a paragraph that knows its time."""

import pytest

from reader.core.article import Article
from reader.importers import read_bytes

SRT = """1
00:00:01,000 --> 00:00:02,500
<i>你好！</i>
今天去哪儿？

2
00:01:02,500 --> 00:01:04,000
- 去公园。
- 我也去。

3
00:01:05,000 --> 00:01:06,000
走吧
Let's go
"""
VTT = """WEBVTT

NOTE 不是台词

00:01.000 --> 00:02.000 align:start
<v 小明><ruby>銀行<rt>yínháng</rt></ruby>在哪儿？

00:02.000 --> 00:03.000
在那儿。

00:03.000 --> 00:04.000
在那儿。
"""
ASS = """[Script Info]
Title: 河边的灯
ScriptType: v4.00+

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,注释
Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,灯亮了。
Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\an8\\b1}水很慢，\\N船也很慢。
Dialogue: 0,0:00:07.00,0:00:08.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0{\\p0}
"""
LRC = """[ti:河边的灯]
[ar:沈禾]
[offset:500]
[00:10.50][00:30.50]水很慢
[00:20.00]<00:20.00>灯<00:20.50>亮了
"""


def cues(article: Article) -> list[tuple[float | None, str]]:
    """Each paragraph with its time."""
    return [(paragraph.time, paragraph.text) for paragraph in article.paragraphs()]


def test_cues_of_srt_are_paragraphs_by_speaker_and_language() -> None:
    assert cues(read_bytes(SRT.encode(), "film.srt")) == [
        (1.0, "你好！今天去哪儿？"),
        (62.5, "- 去公园。"),
        (62.5, "- 我也去。"),
        (65.0, "走吧"),
        (65.0, "Let's go"),
    ]


def test_webvtt_has_voices_ruby_and_rolling_captions() -> None:
    article = read_bytes(VTT.encode(), "film.vtt")
    assert cues(article) == [(1.0, "小明：銀行在哪儿？"), (2.0, "在那儿。")]
    (note,) = next(article.paragraphs()).notes
    assert (note.start, note.end, note.reading) == (3, 5, "yínháng")
    assert len(article.warnings) == 1


def test_ass_is_sorted_and_stripped_of_what_is_not_said() -> None:
    article = read_bytes(ASS.encode("utf-16"), "film.ass")
    assert cues(article) == [(1.0, "水很慢，船也很慢。"), (5.0, "灯亮了。")]
    assert (article.title, article.encoding) == ("河边的灯", "utf-16")


def test_lyrics_come_in_the_order_in_which_they_are_sung() -> None:
    article = read_bytes(LRC.encode("gb18030"), "song.lrc", "gb18030")
    assert cues(article) == [(10.0, "水很慢"), (19.5, "灯亮了"), (30.0, "水很慢")]
    assert (article.title, article.author) == ("河边的灯", "沈禾")


@pytest.mark.parametrize("text", [SRT, VTT, ASS, LRC])
def test_subtitles_are_known_without_their_name(text: str) -> None:
    timed = [time for time, _ in cues(read_bytes(text.encode(), "download"))]
    assert timed
    assert all(time is not None for time in timed)


def test_a_file_that_is_only_called_subtitles_is_a_text() -> None:
    article = read_bytes("今天天气很好。\n我们去公园。".encode(), "notes.srt")
    assert [time for time, _ in cues(article)] == [None, None]


def test_webvtt_has_times_of_words_and_named_characters() -> None:
    cue = "00:01.000 --> 00:02.000\n<c.red>水</c><00:00:01.500>很慢&nbsp;&amp; 船也慢\n"
    [paragraph] = read_bytes(f"WEBVTT\n\n{cue}".encode(), "a.vtt").paragraphs()
    assert paragraph.text == "水很慢 & 船也慢"


def test_comments_and_the_names_of_cues_are_not_shown() -> None:
    text = (
        "WEBVTT\n\nintro\n00:01.000 --> 00:02.000\n你好\nNOTE 这是台词\n\nNOTE 不是台词\n也不是\n\n"
        "STYLE\n::cue { color: red }\n\nsecond\n00:03.000 --> 00:04.000\n再见\n"
    )
    shown = [one.text for one in read_bytes(text.encode(), "a.vtt").paragraphs()]
    assert shown == ["你好 NOTE 这是台词", "再见"]
