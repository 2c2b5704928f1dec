"""What became of texts, in words."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePath

from reader.core.fate import Fate
from reader.core.guess import GARBLED
from reader.intake import Arrival, Page, Progress
from reader.ui.bringing import Account
from reader.ui.translation import translate

MEGABYTE = 1_000_000
NAMED = 3
"""Texts from the watched folder that are named."""


def name_fate(fate: Fate) -> str:
    """A fate in two or three words."""
    return {
        Fate.ADDED: translate("Report", "added"),
        Fate.CHANGED: translate("Report", "new version"),
        Fate.SAME_BYTES: translate("Report", "already there"),
        Fate.SAME_TEXT: translate("Report", "already there, same text"),
        Fate.FAILED: translate("Report", "not read"),
        Fate.PASSED_OVER: translate("Report", "passed over"),
    }[fate]


def describe_account(account: Account) -> str:
    """What came of an import, in a sentence; empty where the window shows it."""
    arrivals = [one for one in account.arrivals if one.fate is not Fate.PASSED_OVER]
    if account.cancelled:
        return _describe_stop(account)
    if len(arrivals) == 1:
        return _describe_one(arrivals[0])
    counts = count_fates(arrivals)
    known = counts[Fate.SAME_BYTES] + counts[Fate.SAME_TEXT]
    parts = [
        text.format(count=count)
        for count, text in (
            (counts[Fate.ADDED], translate("Import", "Joined the library: {count}.")),
            (counts[Fate.CHANGED], translate("Import", "New versions: {count}.")),
            (known, translate("Import", "There already: {count}.")),
        )
        if count
    ]
    reasons = [one.reason for one in arrivals if one.fate is Fate.FAILED]
    if len(reasons) > 1:
        parts.append(translate("Import", "Not read: {count}.").format(count=len(reasons)))
    return " ".join(parts if len(reasons) > 1 else (*parts, *reasons))


def describe_watched(account: Account) -> str:
    """What came from the watched folder, in a sentence; empty where nothing is new."""
    new = [
        one for one in account.arrivals if not one.fate.known and one.fate is not Fate.PASSED_OVER
    ]
    titles = [one.title or PurePath(one.label).name for one in new]
    if not new:
        return ""
    sentence = translate("Import", "From the watched folder: {titles}.")
    if len(titles) > NAMED:
        sentence = translate("Import", "From the watched folder: {titles} and {more} more.")
    failed = sum(one.fate is Fate.FAILED for one in new)
    told = sentence.format(titles=", ".join(titles[:NAMED]), more=len(titles) - NAMED)
    not_read = translate("Import", "Not read: {count}.").format(count=failed)
    return f"{told} {not_read}" if failed else told


def describe_progress(progress: Progress) -> str:
    """How far an import is, by files and bytes."""
    if not progress.counted:
        looking = translate("Import", "Looking for texts: {count}")
        return looking.format(count=f"{progress.of_files:,}")
    here = translate("Import", "{files} of {of_files}").format(
        files=f"{min(progress.files + 1, progress.of_files):,}", of_files=f"{progress.of_files:,}"
    )
    parts = [here]
    if progress.of_size:
        size, whole = progress.size / MEGABYTE, progress.of_size / MEGABYTE
        megabytes = translate("Import", "{size} of {of_size} MB")
        parts.append(megabytes.format(size=f"{size:,.1f}", of_size=f"{whole:,.1f}"))
    return " · ".join((*parts, PurePath(progress.label).name))


def describe_time(moment: str) -> str:
    """When an import was, as the clock here showed it. ``moment``: ISO 8601."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return ""
    return translate("Report", "Import of {time}").format(time=f"{local:%Y-%m-%d, %H:%M}")


def explain(arrival: Arrival) -> tuple[str, ...]:
    """All that is known of what became of a text, a line each; the first names the file."""
    if arrival.reason:
        return (arrival.reason,)
    title = translate("Report", "Title: {title}").format(title=arrival.title)
    lost = translate("Report", "No place is left for the bookmark or the corrected word «{label}».")
    losses = (lost.format(label=label) for label in arrival.lost)
    return (f"{arrival.label}: {name_fate(arrival.fate)}", title, *losses, *arrival.repairs)


def write_report(arrivals: Iterable[Arrival]) -> str:
    """A report as plain text, to be copied: a block for each file."""
    rows = tuple(arrivals)
    counts = count_fates(rows)
    head = ", ".join(f"{name_fate(fate)}: {counts[fate]}" for fate in Fate if counts[fate])
    blocks = ("\n    ".join(explain(arrival)) for arrival in rows)
    return "\n\n".join((head, *blocks)) + "\n"


def count_fates(arrivals: Iterable[Arrival]) -> Counter[Fate]:
    """How many texts had which fate."""
    return Counter(arrival.fate for arrival in arrivals)


def _describe_stop(account: Account) -> str:
    progress, counts = account.progress, count_fates(account.arrivals)
    sentence = translate(
        "Import", "Stopped after {files} of {of_files} files. Added, and here to stay: {count}."
    )
    of_files = max(progress.of_files, progress.files)
    count = counts[Fate.ADDED] + counts[Fate.CHANGED]
    return sentence.format(files=progress.files, of_files=of_files, count=count)


def _describe_one(arrival: Arrival) -> str:
    if arrival.fate is Fate.FAILED:
        return arrival.reason
    if arrival.fate.known:
        sentence = translate("Import", "{title} is already in the library.")
    elif arrival.fate is Fate.CHANGED:
        sentence = translate("Import", "{title} has a new version; bookmarks are kept.")
        if arrival.lost:
            sentence = translate(
                "Import", "{title} has a new version. No place is left for: {lost}."
            )
    elif set(arrival.repairs) - {GARBLED}:  # that is told with an offer
        sentence = translate("Import", "{title} joined the library. Repairs: {count}.")
    elif isinstance(arrival.wish, Page):
        sentence = translate("Import", "{title} joined the library.")
    else:
        return ""
    lost = ", ".join(f"«{label}»" for label in arrival.lost)
    return sentence.format(title=arrival.title, count=len(arrival.repairs), lost=lost)
