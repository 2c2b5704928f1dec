"""How a section looks on the page: sizes, leading, indentation, marks of doubt."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from reader.core.article import Kind
from reader.core.mark import MarkKind
from reader.core.typography import Typography
from reader.ui.page import Page
from reader.ui.theme import Theme

LEAST_MARGIN = 28
"""Pixels beside the text in the narrowest window: room for the marks of bookmarks."""
LEAST_COLUMN = 10
"""Characters for which wide margins make room in a narrow window."""
USUAL = Typography()
RUBY_HEIGHT, RUBY_ROOM = 1.25, 1.42
"""A reading takes so many times its size; above and below it, and for the text, so many ems."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """Font, colours and manner that pages are set in."""

    font: QFont
    theme: Theme
    typography: Typography = USUAL
    ruby: float = 0.0
    """The size of readings above the text as a share of its own; 0 where there are none."""


@dataclass(frozen=True, slots=True)
class Look:
    """How paragraphs of one kind are set; lengths in ems of their own size."""

    scale: float
    leading: float
    """From line to line; fixed, so that other fonts in a line do not push it down."""
    above: float
    below: float
    indent: float = 0.0
    bold: bool = False
    muted: bool = False


LOOKS = {
    Kind.TITLE: Look(1.45, 1.5, above=0.3, below=0.7, bold=True),
    Kind.HEADING: Look(1.2, 1.5, above=0.6, below=0.7, bold=True),
    Kind.BODY: Look(1.0, 1.85, above=0.0, below=0.5, indent=2.0),
    Kind.CAPTION: Look(0.82, 1.6, above=0.2, below=0.9, muted=True),
    Kind.FOOTNOTE: Look(0.85, 1.6, above=0.0, below=0.4, muted=True),
}


def typeset(document: QTextDocument, page: Page, appearance: Appearance) -> None:
    """Fill an empty document with a page."""
    font, theme = appearance.font, appearance.theme
    document.setDefaultFont(font)
    document.setUndoRedoEnabled(False)
    em = QFontMetricsF(font).horizontalAdvance("文")
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, (paragraph, display) in enumerate(zip(page.paragraphs, page.displays, strict=True)):
        look = _fit(LOOKS[paragraph.kind], appearance)
        block_format = _block_format(look, em)
        if number:
            cursor.insertBlock(block_format)
        else:
            cursor.setBlockFormat(block_format)
        characters = _char_format(look, font, theme)
        cursor.setBlockCharFormat(characters)
        cursor.insertText(display.text, characters)
    _mark_doubts(document, page, theme)
    _mark_conversion(document, page, theme)
    cursor.endEditBlock()


def font_of(kind: Kind, font: QFont) -> QFont:
    """The font of paragraphs of one kind in a text that is set in ``font``."""
    look, own = LOOKS[kind], QFont(font)
    own.setPointSizeF(font.pointSize() * look.scale)
    own.setBold(look.bold)
    return own


def set_margins(document: QTextDocument, width: int, typography: Typography = USUAL) -> None:
    """Centre a column of at most as many characters as are wanted in ``width`` pixels."""
    em = QFontMetricsF(document.defaultFont()).horizontalAdvance("文")
    spare = max(LEAST_MARGIN, (width - LEAST_COLUMN * em) / 2)
    side = max(min(typography.margin, spare), (width - typography.measure * em) / 2)
    frame = document.rootFrame()
    frame_format = frame.frameFormat()
    if frame_format.leftMargin() == side and frame_format.topMargin() > 0:
        return
    frame_format.setLeftMargin(side)
    frame_format.setRightMargin(side)
    frame_format.setTopMargin(28)
    frame_format.setBottomMargin(72)
    frame.setFrameFormat(frame_format)


def _fit(look: Look, appearance: Appearance) -> Look:
    """A look with the leading, and for running text the space and indent, that are wanted."""
    typography = appearance.typography
    leading = look.leading * typography.line_height / USUAL.line_height
    if appearance.ruby:
        leading = max(leading, RUBY_ROOM + RUBY_HEIGHT * appearance.ruby)
    if not look.indent:
        return replace(look, leading=leading)
    below = typography.paragraph_space / 100
    return replace(
        look, leading=leading, below=below, indent=look.indent if typography.indent else 0.0
    )


def _block_format(look: Look, em: float) -> QTextBlockFormat:
    block_format = QTextBlockFormat()
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    block_format.setLineHeight(look.leading * look.scale * em, fixed)
    block_format.setTopMargin(look.above * look.scale * em)
    block_format.setBottomMargin(look.below * look.scale * em)
    block_format.setTextIndent(look.indent * look.scale * em)
    block_format.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return block_format


def _char_format(look: Look, font: QFont, theme: Theme) -> QTextCharFormat:
    characters = QTextCharFormat()
    characters.setFontPointSize(font.pointSize() * look.scale)
    characters.setForeground(QColor(theme.muted if look.muted else theme.text))
    if look.bold:
        characters.setFontWeight(QFont.Weight.Bold)
    return characters


def _mark_doubts(document: QTextDocument, page: Page, theme: Theme) -> None:
    marked = _underlined(QTextCharFormat.UnderlineStyle.WaveUnderline, theme.doubt)
    marked.setForeground(QColor(theme.doubt))
    for number, paragraph in enumerate(page.paragraphs):
        for doubt in paragraph.doubts:
            _merge(document, page, number, (doubt.start, doubt.end), marked)


def _mark_conversion(document: QTextDocument, page: Page, theme: Theme) -> None:
    looks = {
        MarkKind.CORRECTED: _underlined(QTextCharFormat.UnderlineStyle.DashUnderline, theme.accent),
        MarkKind.GUESSED: _underlined(QTextCharFormat.UnderlineStyle.DotLine, theme.muted),
    }
    for number in range(len(page.marks)):
        for mark in page.marks_of(number):
            _merge(document, page, number, (mark.start, mark.end), looks[mark.kind])


def _underlined(style: QTextCharFormat.UnderlineStyle, colour: str) -> QTextCharFormat:
    marked = QTextCharFormat()
    marked.setUnderlineStyle(style)
    marked.setUnderlineColor(QColor(colour))
    return marked


def _merge(
    document: QTextDocument, page: Page, number: int, span: tuple[int, int], look: QTextCharFormat
) -> None:
    """Add a look to a span of the source of a paragraph."""
    start, display = document.findBlockByNumber(number).position(), page.displays[number]
    cursor = QTextCursor(document)
    cursor.setPosition(start + display.to_units(span[0]))
    cursor.setPosition(start + display.to_units(span[1]), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)
