"""A page is loaded when its address was confirmed, and its whole can be shown."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reader.core.article import Portion
from reader.core.position import Position
from reader.ui.address_dialog import AddressDialog, complete
from reader.ui.main_window import MainWindow

PAGES = Path(__file__).parent.parent / "importers" / "pages"


class Handler(BaseHTTPRequestHandler):
    """Gives our own page of news."""

    def do_GET(self) -> None:
        """Whatever was asked for."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write((PAGES / "news.html").read_bytes())

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """Where a page is, on this computer."""
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/2022/news.html"
    server.shutdown()
    server.server_close()
    thread.join()


def find_dialog(window: MainWindow) -> AddressDialog:
    """The dialog that asks for an address."""
    dialog = window.findChild(AddressDialog)
    assert dialog is not None
    return dialog


def test_an_address_is_loaded_when_it_was_confirmed(
    qtbot: QtBot, window: MainWindow, address: str
) -> None:
    QGuiApplication.clipboard().setText(address)
    window.actions_by_name["address"].trigger()
    dialog = find_dialog(window)
    assert dialog.address.text() == address
    dialog.private.setChecked(True)
    with qtbot.waitSignal(window.reading.article_opened, timeout=20_000):
        dialog.load_button.click()
    opened = window.reading.opened
    assert opened is not None
    assert opened.article.title == "小镇书店开门迎客"
    qtbot.waitUntil(lambda: "joined the library" in window.messages.sentence)


def test_an_address_of_ones_own_network_is_refused_unasked(
    qtbot: QtBot, window: MainWindow, address: str
) -> None:
    window.web_pages.ask(address)
    with qtbot.waitSignal(window.importing.failed, timeout=20_000):
        find_dialog(window).load_button.click()
    assert "your own network" in window.messages.sentence


def test_an_address_that_is_pasted_is_asked_about(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("https://example.cn/1.html")
    window.actions_by_name["paste"].trigger()
    dialog = find_dialog(window)
    assert dialog.address.text() == "https://example.cn/1.html"
    dialog.reject()


def test_an_address_that_is_dropped_is_asked_about(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.cn/书.html")])
    event = QDropEvent(
        QPointF(QPoint(10, 10)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    dialog = find_dialog(window)
    assert dialog.address.text() == "https://example.cn/%E4%B9%A6.html"
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" example.cn/a ", "https://example.cn/a"),
        ("http://example.cn", "http://example.cn"),
        ("hello", "hello"),
        ("ftp://example.cn", "ftp://example.cn"),
        ("", ""),
    ],
)
def test_an_address_may_be_typed_without_its_scheme(typed: str, meant: str) -> None:
    assert complete(typed) == meant


def test_what_is_no_address_cannot_be_loaded(window: MainWindow) -> None:
    window.web_pages.ask("没有")
    dialog = find_dialog(window)
    assert not dialog.load_button.isEnabled()
    dialog.address.setText("example.cn")
    assert dialog.load_button.isEnabled()
    dialog.reject()


def test_the_whole_of_a_page_is_shown_and_its_text_again(qtbot: QtBot, window: MainWindow) -> None:
    whole_page = window.actions_by_name["whole_page"]
    assert not whole_page.isEnabled()
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        window.importing.import_files([PAGES / "news.html"])
    assert whole_page.isEnabled()
    assert not whole_page.isChecked()
    opened = window.reading.opened
    assert opened is not None
    window.reading.go_to(Position(0, 3))
    window.bookmarking.add()
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        whole_page.trigger()
    assert whole_page.isChecked()
    assert "京ICP备" in window.pane.toPlainText()
    assert window.bookmark_panel.isHidden()
    (bookmark,) = window._library.bookmarks(opened.id)
    assert bookmark.label
    with qtbot.waitSignal(window.reading.page_annotated, timeout=20_000):
        whole_page.trigger()
    assert "京ICP备" not in window.pane.toPlainText()
    again = window.reading.opened
    assert again is not None
    assert again.article == opened.article
    assert again.article.portion is Portion.MAIN
