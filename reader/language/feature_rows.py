"""Which row of weights each feature has, without the names of the features as keys of a dict."""

from collections.abc import Iterable, Sequence

import numpy as np

from reader.language.polyphone_network import Integers


class FeatureRows:
    """Names of features, numbered in their order.

    They are found by their hashes alone, many at once: of a hundred billion names that are none of
    them, not one is taken for one (the hashes have 64 bits). The names themselves are not kept.
    """

    def __init__(self, names: Iterable[str]) -> None:
        hashes = np.fromiter(map(hash, names), np.int64)
        self._order = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._order]

    def find_all(self, names: Sequence[str]) -> Integers:
        """The row of each name, -1 where it is not known."""
        wanted = np.fromiter(map(hash, names), np.int64, len(names))
        at = np.minimum(np.searchsorted(self._hashes, wanted), len(self._hashes) - 1)
        return np.where(self._hashes[at] == wanted, self._order[at], -1)

    def __len__(self) -> int:
        return len(self._hashes)
