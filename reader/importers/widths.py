"""Full-width digits and letters (２０２２, ＡＢＣ) in their usual width, one for one."""

import re
from dataclasses import replace

from reader.core.article import Article, Paragraph, Portion

_SHIFT = 0xFEE0
_RANGES = (("０", "９"), ("Ａ", "Ｚ"), ("ａ", "ｚ"))
_USUAL = {
    code: code - _SHIFT for first, last in _RANGES for code in range(ord(first), ord(last) + 1)
}
_WIDE = "[０-９Ａ-Ｚａ-ｚ]"
_RUN = re.compile(f"{_WIDE}+")
SIGNS = re.compile(
    rf"[．－／：＠＿＋＆＝，％](?:(?<={_WIDE}[^，％])(?={_WIDE})|(?<=[０-９]％)"
    rf"|(?<=[０-９]，)(?=[０-９]{{3}}(?![０-９])))"
)
"""What belongs to a number, a time or an address: １２．５％, ８：３０, １，０００, Ａ．ＣＮ."""
TOLD = "{count} full-width digits and letters are shown in their usual width."


def narrow(article: Article, *, whole: bool) -> Article:
    """The article without full-width digits and letters, which tells how many there were.

    ``whole`` leaves them as the file has them, and says of the article that it is whole.
    """
    count = sum(map(_count, (paragraph.text for paragraph in article.paragraphs())))
    if not count:
        return article
    if whole:
        return replace(article, portion=Portion.WHOLE)
    return replace(
        article,
        title=_write(article.title),
        source=_write(article.source),
        author=_write(article.author),
        sections=tuple(
            replace(
                section,
                title=_write(section.title),
                within=tuple(map(_write, section.within)),
                paragraphs=tuple(map(_write_paragraph, section.paragraphs)),
            )
            for section in article.sections
        ),
        warnings=(*article.warnings, TOLD.format(count=f"{count:,}")),
        portion=Portion.MAIN if article.portion is Portion.ALL else article.portion,
    )


def _count(text: str) -> int:
    return len(text) - len(_RUN.sub("", text))


def _write(text: str) -> str:
    joined = SIGNS.sub(lambda sign: chr(ord(sign[0]) - _SHIFT), text)
    return joined.translate(_USUAL)


def _write_paragraph(paragraph: Paragraph) -> Paragraph:
    written = _write(paragraph.text) if _RUN.search(paragraph.text) else paragraph.text
    return paragraph if written is paragraph.text else replace(paragraph, text=written)
