"""The import report as JSON, so that it can be had after a restart."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reader.core.fate import Fate
from reader.core.guess import EncodingGuess
from reader.core.text import make_encodable
from reader.intake.arrival import Arrival
from reader.intake.wish import Clipping, Page, Wish


def write_arrivals(arrivals: Iterable[Arrival]) -> str:
    """The lines of a report; what is empty in them is left out."""
    return json.dumps([_write(arrival) for arrival in arrivals], ensure_ascii=False)


def read_arrivals(text: str) -> tuple[Arrival, ...]:
    """The lines of a report; none where there is none or the disk has damaged it."""
    try:
        return tuple(map(_read, json.loads(text)))
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()


def _write(arrival: Arrival) -> dict[str, Any]:
    row: dict[str, Any] = {
        "label": make_encodable(arrival.label),
        "fate": arrival.fate.value,
        "wish": _write_wish(arrival.wish),
        "article_id": arrival.article_id,
        "title": arrival.title,
        "repairs": arrival.repairs,
        "reason": make_encodable(arrival.reason),
        "guesses": [[one.codec, one.language, one.preview] for one in arrival.guesses],
        "lost": arrival.lost,
    }
    return {key: value for key, value in row.items() if value}


def _read(row: dict[str, Any]) -> Arrival:
    return Arrival(
        label=str(row["label"]),
        fate=Fate(row["fate"]),
        wish=_read_wish(*row["wish"]),
        article_id=int(row.get("article_id", 0)),
        title=str(row.get("title", "")),
        repairs=tuple(map(str, row.get("repairs", ()))),
        reason=str(row.get("reason", "")),
        guesses=tuple(EncodingGuess(*map(str, one)) for one in row.get("guesses", ())),
        lost=tuple(map(str, row.get("lost", ()))),
    )


def _write_wish(wish: Wish) -> tuple[str, str]:
    """A copied text itself is not kept: it is in the library or was refused."""
    if isinstance(wish, Path):
        return "path", make_encodable(str(wish))
    if isinstance(wish, Page):
        return ("own page" if wish.private else "page"), wish.address
    return "clipping", wish.name


def _read_wish(kind: str, name: str) -> Wish:
    if kind == "path":
        return Path(name)
    return Clipping("", name) if kind == "clipping" else Page(name, private=kind == "own page")
