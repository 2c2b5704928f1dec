"""Values behind keys such as 作者 without what is no part of a name: years of life, countries."""

import re

_YEAR = r"(?:1\d|20)\d\d"
_DAY = r"(?:\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号號])?)?|[-./]\d{1,2}[-./]\d{1,2})?"
_TO = r"\s?(?:[-—–－~～]{1,2}|至|到)\s?"
SPAN = re.compile(rf"(?<!\d)(?P<start>{_YEAR}){_DAY}{_TO}(?P<end>{_YEAR}){_DAY}(?!\d)")
LONGEST_EVENT = 14
"""Years: what lasts longer is a life, or the rights of a publisher."""
OPEN = re.compile(rf"[（(]\s?{_YEAR}{_DAY}\s?(?:{_TO}(?:今|现在|現在)?|出?生)\s?[)）]")
"""Of somebody who lives."""
EMPTY = re.compile(r"[（(]\s{0,3}[)）]")
WITH_YEAR = re.compile(r"[（(][^（()）]{0,40}\d{4}[^（()）]{0,40}[)）]")
COUNTRY = re.compile(r"[\[【〔［（(]\s?[\u3400-\u9fff]{1,4}\s?[\]】〕］)）]\s*(?=\S)")
"""[美]海明威."""
WROTE = re.compile(r"[ \u3000]+(?:编?著|編著|撰文?|文|口述)$")
ADDRESS = re.compile(r"(?:https?:/|www\.)\S*", re.IGNORECASE)


def strip_lives(text: str) -> str:
    """A text without years from somebody's birth to his death, which are no date of an article."""
    if not ("年" in text or "-" in text or "—" in text or "～" in text or "–" in text):
        return text
    text = SPAN.sub(lambda span: "" if _is_long(span) else span[0], text)
    return EMPTY.sub("", OPEN.sub("", text))


def clean_author(value: str) -> str:
    """The name in a value; empty where it is an address."""
    value = WITH_YEAR.sub("", strip_lives(value)).strip()
    if ADDRESS.match(value):
        return ""
    country = COUNTRY.match(value)
    return WROTE.sub("", value[country.end() :] if country else value)


def _is_long(span: re.Match[str]) -> bool:
    return int(span["end"]) - int(span["start"]) > LONGEST_EVENT
