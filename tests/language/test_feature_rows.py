from reader.language.feature_rows import FeatureRows

NAMES = ["万", "万-10", "万w0万", "上n的"]


def test_each_name_has_its_row_and_others_have_none() -> None:
    rows = FeatureRows(NAMES)
    assert rows.find_all(["上n的", "上", "", *NAMES]).tolist() == [3, -1, -1, 0, 1, 2, 3]
    assert len(rows) == len(NAMES)


def test_of_no_names_none_is_known() -> None:
    assert FeatureRows(()).find_all([]).tolist() == []
