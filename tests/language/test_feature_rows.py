import pytest

from reader.language.feature_rows import FeatureRows

NAMES = ["万", "万-10", "万w0万", "上n的"]


def test_each_name_has_its_row_and_others_have_none() -> None:
    rows = FeatureRows(NAMES)
    assert rows.find_all(["上n的", "上", "", *NAMES]).tolist() == [3, -1, -1, 0, 1, 2, 3]


def test_the_names_are_kept_in_their_order() -> None:
    rows = FeatureRows(NAMES)
    assert dict(rows) == {"万": 0, "万-10": 1, "万w0万": 2, "上n的": 3}
    assert len(rows) == len(NAMES)
    with pytest.raises(KeyError):
        rows["上"]


def test_there_may_be_no_names() -> None:
    rows = FeatureRows(())
    assert list(rows) == []
    assert "万" not in rows
