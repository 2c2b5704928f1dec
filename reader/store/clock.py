"""The one form in which times are kept."""

from datetime import UTC, datetime


def now() -> str:
    """ISO 8601 in UTC, to the microsecond, so that the order of two actions is kept."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
