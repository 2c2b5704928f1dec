"""Where one byte is lost or one too many, the pairs behind it are found again.

In GB 2312 and EUC-TW both bytes of a character are of the upper half: behind such a place every
character up to the next byte of ASCII is made of the halves of two others.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate, islice

from reader.importers.commonness import FREQUENT

RUN = re.compile(rb"[\x81-\xfe]{9,}")
LONGEST = 8001
"""Bytes of the upper half without one of ASCII; an endless line is left as it is."""
TAIL = 12
"""Pairs at the end of a run, where it shows whether they are misaligned."""
STRUCK = b"\xff"
"""A byte of no character in either encoding."""
MOST = 200
"""Places that are looked at closely; more are no accident."""
UNKNOWN, LOST = -11.0, -13.0
GAIN, LIKELY = 12.0, -8.5
"""How much likelier the text has to become, and how likely its characters have to be."""


def realign(data: bytes, decode_pair: Callable[[bytes], str]) -> bytes:
    """The bytes with one struck out in every run where that puts the pairs behind it right.

    ``decode_pair`` gives the character of two bytes, U+FFFD where they have none.
    """

    @cache
    def weigh(pair: bytes) -> float:
        return _weights().get(decode_pair(pair), UNKNOWN)

    runs = RUN.finditer(data)
    odd = (run for run in runs if len(run[0]) % 2 and len(run[0]) <= LONGEST)
    misaligned = (run for run in odd if _ends_misaligned(run[0], weigh))
    struck = [
        run.start() + at
        for run in islice(misaligned, MOST)
        if (at := _find_broken(run[0], weigh)) >= 0
    ]
    if not struck:
        return data
    parts, end = list[bytes](), 0
    for at in struck:
        parts += [data[end:at], STRUCK]
        end = at + 1
    return b"".join((*parts, data[end:]))


def _ends_misaligned(run: bytes, weigh: Callable[[bytes], float]) -> bool:
    tail = run[-2 * TAIL - 1 :]
    return sum(_weigh_all(tail[1:], weigh)) > sum(_weigh_all(tail[:-1], weigh))


def _find_broken(run: bytes, weigh: Callable[[bytes], float]) -> int:
    """Where in an odd run is the byte without which the rest is likeliest; -1 where none is."""
    before = list(accumulate(_weigh_all(run[:-1], weigh), initial=0.0))
    behind = list(accumulate(reversed(_weigh_all(run[1:], weigh)), initial=0.0))[::-1]
    best = max(range(len(before)), key=lambda at: before[at] + behind[at])
    pairs = len(before) - 1 - best
    gain = before[best] + behind[best] - before[-1]
    return 2 * best if gain > GAIN and behind[best] > LIKELY * pairs else -1


def _weigh_all(data: bytes, weigh: Callable[[bytes], float]) -> list[float]:
    return [weigh(data[at : at + 2]) for at in range(0, len(data), 2)]


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    weights = {sign: weight for weight, signs in FREQUENT.items() for sign in signs}
    weights |= dict.fromkeys("，。、“”　", -5.0) | dict.fromkeys("：；？！「」《》（）", -7.0)
    return weights | {"\ufffd": LOST}
