"""Whether a text is Japanese: its characters would pass for traditional Chinese."""

import re
from dataclasses import replace
from itertools import islice

from reader.core.article import Article
from reader.importers.notes import HAN

KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
HANS = re.compile(HAN)
SAMPLE = 200
"""Paragraphs that are looked at, as far as they are of a readable length."""
LONGEST = 1_000
FEWEST, SHARE = 6, 0.25
"""Kana, and their share of kana and Chinese characters. Japanese has half, a Chinese text that
quotes some or gives names in both far less."""
TOLD = (
    "It seems to be Japanese and not Chinese: much of it is in kana. Words and readings will be "
    "wrong."
)


def tell_japanese(article: Article) -> Article:
    """The article, with a warning where it is in Japanese."""
    if TOLD in article.warnings:  # a page within another file
        return article
    paragraphs = islice(article.paragraphs(), SAMPLE)
    text = "".join(paragraph.text[:LONGEST] for paragraph in paragraphs)
    kana = len(KANA.findall(text))
    if kana < FEWEST or kana < SHARE * (kana + len(HANS.findall(text))):
        return article
    return replace(article, warnings=(TOLD, *article.warnings))
