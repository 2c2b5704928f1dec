"""How much of labelled pages is read right: text, date, author; and how fast.

The text is compared by its sequences of four characters, white space left out, each counted as
often as it occurs (F1 of precision and recall). A date is right that agrees as far as the label
goes.
"""

import re
import time
from collections import Counter
from pathlib import Path

from reader.core.article import Article, Kind
from reader.importers import read_bytes

PAGES = Path(__file__).resolve().parents[3] / "shared" / "data" / "html"
LENGTH = 4
POOR = 0.5
WORST = 5
UNKNOWN = "UNKNOWN"


def compare(found: str, wanted: str) -> float:
    """F1 of two texts, 0 to 1."""
    have, want = _count(found), _count(wanted)
    common = sum((have & want).values())
    return 2 * common / max(1, have.total() + want.total())


def measure_pages() -> dict[str, float]:
    """Figures over all labelled pages; empty where they are not there."""
    scores: dict[str, float] = {}
    judged: Counter[str] = Counter()
    seconds, size = 0.0, 0
    for file in sorted(PAGES.glob("original/*.html")):
        data = file.read_bytes()
        start = time.perf_counter()
        article = read_bytes(data, file.name)
        seconds += time.perf_counter() - start
        size += len(data)
        text = "\n".join(p.text for p in article.paragraphs() if p.kind is not Kind.TITLE)
        scores[file.stem] = compare(text, _read_label("cleaned", file.stem))
        judged.update((_judge_date(article, file.stem), _judge_author(article, file.stem)))
    if not scores:
        return {}
    worst = sorted(scores, key=scores.__getitem__)
    for name in worst[:WORST]:
        print(f"  {100 * scores[name]:6.2f} %  {name}")
    figures = {
        "pages_count": len(scores),
        "pages_f1_percent": 100 * sum(scores.values()) / len(scores),
        "pages_f1_median_percent": 100 * scores[worst[len(worst) // 2]],
        "pages_poor_count": sum(score < POOR for score in scores.values()),
    }
    for key in ("date", "author"):
        for verdict in ("right", "wrong", "missing"):
            figures[f"pages_{key}_{verdict}_count"] = judged[f"{key} {verdict}"]
    return figures | {"pages_mb_s": size / 1e6 / seconds}


def _count(text: str) -> Counter[str]:
    bare = "".join(text.split())
    return Counter(bare[at : at + LENGTH] for at in range(len(bare) - LENGTH + 1))


def _read_label(kind: str, name: str) -> str:
    return (PAGES / kind / f"{name}.txt").read_text("utf-8", "replace").strip()


def _judge_date(article: Article, name: str) -> str:
    parts = [int(part) for part in re.findall(r"\d+", _read_label("date", name))[:3]]
    if not parts:
        return "date unlabelled"
    found = [int(part) for part in article.date.split("-") if part]
    if not found:
        return "date missing"
    return "date right" if found[: len(parts)] == parts else "date wrong"


def _judge_author(article: Article, name: str) -> str:
    label = _read_label("author", name)
    if label == UNKNOWN:
        return "author unlabelled"
    bare = [re.sub(r"[\s、,，]", "", text) for text in (article.author, label)]
    if not bare[0]:
        return "author missing"
    return "author right" if bare[0] == bare[1] else "author wrong"
