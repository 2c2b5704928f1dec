"""Frequencies in bands."""

import pytest

from reader.core.standing import Band, Standing


@pytest.mark.parametrize(
    ("frequency", "band"),
    [
        (4e-2, Band.VERY_COMMON),
        (2e-3, Band.VERY_COMMON),
        (2e-4, Band.COMMON),
        (2e-5, Band.FAIRLY_COMMON),
        (2e-6, Band.UNCOMMON),
        (2e-7, Band.RARE),
        (1e-9, Band.RARE),
        (None, Band.UNCOUNTED),
    ],
)
def test_a_band_is_ten_times_the_next(frequency: float | None, band: Band) -> None:
    assert Standing(frequency, None, None, None).band is band
