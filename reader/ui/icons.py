"""One SVG an icon, drawn in the colours of the theme."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.ui.theme import Theme

SIZES = (20, 40)
"""Pixels: for a scale of one and of two."""


def load_icons(folder: Path, theme: Theme) -> dict[str, QIcon]:
    """Every icon by its file name."""
    return {file.stem: load_icon(file, theme) for file in folder.glob("*.svg")}


def load_icon(file: Path, theme: Theme) -> QIcon:
    """The icon with black replaced by the theme's text colour, greyed where disabled."""
    drawing = file.read_bytes()
    icon = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.border)):
        renderer = QSvgRenderer(QByteArray(drawing.replace(b"#000", colour.encode())))
        for size in SIZES:
            icon.addPixmap(_draw(renderer, size), mode)
    return icon


def _draw(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
