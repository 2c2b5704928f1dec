"""Asks in which encoding a text is, by showing what it would look like in each."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reader.core.guess import EncodingGuess
from reader.ui.translation import translate

WIDTH, HEIGHT = 560, 460
CODEC = Qt.ItemDataRole.UserRole
NAME = Qt.ItemDataRole.UserRole + 1
PADDING = 9


class EncodingDialog(QDialog):
    """A list of previews. Nothing is read before one is chosen."""

    encoding_chosen = Signal(str, bool)
    """A codec's name, and whether it is for the other unclear texts too."""

    def __init__(
        self, parent: QWidget, question: str, guesses: tuple[EncodingGuess, ...], current: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Encoding", "Encoding"))
        words = QLabel(question)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Encoding", "What the text would look like"))
        self.list.setItemDelegate(_PreviewDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for guess in guesses:
            self._add(guess, current)
        self.others = QCheckBox()
        self.others.hide()
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self.read_button = self._buttons.button(buttons.Ok)
        self.read_button.setText(translate("Encoding", "&Read it so"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.others)
        layout.addWidget(self._buttons)
        self.resize(min(WIDTH, parent.width() - 20), min(HEIGHT, parent.height() - 20))
        self._buttons.accepted.connect(self.accept_encoding)
        self._buttons.rejected.connect(self.reject)
        self.list.itemDoubleClicked.connect(self.accept_encoding)
        self.list.currentRowChanged.connect(self._check)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.setFocus()
        self._check()

    def offer_others(self, count: int) -> None:
        """Offer to read other texts in the same encoding."""
        self.others.setText(
            translate("Encoding", "&The other {count} texts too").format(count=count)
        )
        self.others.setVisible(count > 0)

    def accept_encoding(self, _: QListWidgetItem | None = None) -> None:
        """Tell of the marked encoding and close."""
        item = self.list.currentItem()
        if item:
            self.accept()
            self.encoding_chosen.emit(item.data(CODEC), self.others.isChecked())

    def _add(self, guess: EncodingGuess, current: str) -> None:
        name = name_encoding(guess)
        if guess.codec == current:
            name = translate("Encoding", "{name} (as it is read now)").format(name=name)
        item = QListWidgetItem(guess.preview)
        item.setData(CODEC, guess.codec)
        item.setData(NAME, name)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, name)
        item.setToolTip(guess.preview)
        self.list.addItem(item)
        if guess.codec == current:
            self.list.setCurrentItem(item)

    def _check(self, _: int = 0) -> None:
        self.read_button.setEnabled(self.list.currentItem() is not None)


class _PreviewDelegate(QStyledItemDelegate):
    """Draws how the text begins, and under it the name of the encoding."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        text, below = _fonts(option)
        height = QFontMetrics(text).height() + QFontMetrics(below).height()
        return QSize(120, height + 2 * PADDING + 3)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        colours: QPalette = option.palette
        rectangle: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rectangle, colours.color(QPalette.ColorRole.Highlight))
        text, below = _fonts(option)
        room = rectangle.adjusted(12, PADDING, -12, -PADDING)
        lower = room.adjusted(0, QFontMetrics(text).height() + 3, 0, 0)
        muted = colours.color(QPalette.ColorRole.PlaceholderText)
        normal = colours.color(QPalette.ColorRole.Text)
        for font, colour, where, words in (
            (text, normal, room, index.data()),
            (below, muted, lower, index.data(NAME)),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            right = Qt.TextElideMode.ElideRight
            shown = QFontMetrics(font).elidedText(words, right, where.width())
            painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        painter.setPen(colours.color(QPalette.ColorRole.Mid))
        painter.drawLine(rectangle.bottomLeft(), rectangle.bottomRight())
        painter.restore()


def name_encoding(guess: EncodingGuess) -> str:
    """An encoding as people write it, with the language that it is for."""
    _, *way = guess.codec.split(">")
    if way:
        words = translate("Encoding", "Repaired: {meant} that was read as {written}")
        return words.format(written=_write(way[0]), meant=_write(way[-1]))
    name = _write(guess.codec)
    return name if name.startswith("UTF") else f"{name} · {name_language(guess.language)}"


def _write(codec: str) -> str:
    return codec.upper().replace("_", "-")


def name_language(language: str) -> str:
    """A language in the language of the window; one that we don't know keeps its name."""
    known = {
        "Chinese": translate("Encoding", "Chinese"),
        "Japanese": translate("Encoding", "Japanese"),
        "Korean": translate("Encoding", "Korean"),
        "Russian": translate("Encoding", "Russian"),
        "Western": translate("Encoding", "Western"),
    }
    return known.get(language, language)


def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
    base: QFont = option.font
    text, below = QFont(base), QFont(base)
    text.setPointSizeF(base.pointSizeF() * 1.25)
    below.setPointSizeF(base.pointSizeF() * 0.88)
    return text, below
