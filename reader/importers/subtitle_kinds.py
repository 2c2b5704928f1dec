"""Which kind of subtitles bytes are, by how they begin and what their file is called."""

import re
from pathlib import PurePath

ENDINGS = {".srt": "srt", ".vtt": "vtt", ".ass": "ass", ".ssa": "ass", ".lrc": "lrc"}
STARTS = (("WEBVTT", "vtt"), ("[Script Info]", "ass"), ("[V4", "ass"))
REACH = 4_096
SRT = re.compile(r"(?:\d{1,6}\s{1,4})?\d{1,3}:\d\d:\d\d[,.]\d{1,3} *--> *\d")
TIME = r"\[(\d{1,3}):(\d{1,2})(?:[.:](\d{1,3}))?\]"
LYRICS = re.compile(r"(?:^\[\d{1,3}:\d\d\.\d{2,3}\].*\n?){2}", re.MULTILINE)
"""Without hundredths of seconds they may be the times of a chat."""


def find_kind(data: bytes, name: str) -> str:
    """``srt``, ``vtt``, ``ass`` or ``lrc``; empty for anything else."""
    ending = ENDINGS.get(PurePath(name.lower()).suffix, "")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    head = data[:REACH].decode("utf-16" if wide else "latin-1", "replace")
    head = head.replace("\r", "\n").removeprefix("\ufeff").removeprefix("ï»¿").lstrip()
    for start, kind in STARTS:
        if head.startswith(start):
            return kind
    if SRT.match(head):
        return "srt"
    return "lrc" if LYRICS.search(head) else ending
