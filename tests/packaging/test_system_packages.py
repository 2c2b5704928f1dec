from pathlib import Path

import pytest
import system_packages


def test_a_complete_system_needs_nothing() -> None:
    missing = system_packages.find_missing_libraries(lambda _: True)
    assert system_packages.list_packages(missing, has_font=True, has_pip=True) == ()


def test_only_what_is_missing_is_named_and_each_package_once() -> None:
    missing = system_packages.find_missing_libraries(
        lambda name: not name.startswith(("libglib", "libgthread", "libEGL"))
    )
    assert missing == ("libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0")
    packages = system_packages.list_packages(missing, has_font=False, has_pip=True)
    assert packages == ("fonts-noto-cjk", "libegl1", "libglib2.0-0")
    assert (
        system_packages.describe_for_debian(packages)
        == "sudo apt-get install fonts-noto-cjk libegl1 libglib2.0-0"
    )


def test_python_without_ensurepip_gets_its_own_package() -> None:
    (package,) = system_packages.list_packages((), has_font=True, has_pip=False)
    assert package.startswith("python3.")
    assert package.endswith("-venv")


def test_other_systems_get_the_names_of_the_libraries() -> None:
    sentence = system_packages.describe_for_other_systems(["libEGL.so.1"], ["fonts-noto-cjk"])
    assert "libEGL.so.1" in sentence
    assert "Noto Sans CJK" in sentence
    assert "libegl1" not in sentence


def test_a_library_that_no_system_has_cannot_be_loaded() -> None:
    assert not system_packages.can_load("libwenchuang-of-nowhere.so.9")


@pytest.mark.parametrize(
    ("name", "chinese"),
    [
        ("NotoSansCJK-Regular.ttc", True),
        ("wqy-microhei.ttc", True),
        ("Source Han Serif SC.otf", True),
        ("DejaVuSans.ttf", False),
        ("NotoSans-Regular.ttf", False),
    ],
)
def test_chinese_fonts_are_known_by_their_file_names(name: str, chinese: bool) -> None:
    assert system_packages.is_chinese_font_name(name) is chinese


def test_a_font_is_found_in_a_folder_below_a_font_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # where there is no fc-list
    fonts = tmp_path / "fonts" / "opentype" / "noto"
    fonts.mkdir(parents=True)
    assert not system_packages.has_chinese_font([str(tmp_path / "fonts")])
    (fonts / "NotoSerifCJK-Regular.ttc").touch()
    assert system_packages.has_chinese_font([str(tmp_path / "fonts"), str(tmp_path / "absent")])
