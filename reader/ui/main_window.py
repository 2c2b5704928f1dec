"""The window: makes its parts, connects them in one block, shows what they tell."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFont
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override

from reader.core.article import ArticleSummary
from reader.core.errors import ReaderError
from reader.core.mark import MarkKind
from reader.core.paths import Paths
from reader.core.position import Position
from reader.core.script import Variant, shows_traditional
from reader.core.settings import Settings
from reader.library import Library
from reader.ui.actions import draw_icons, make_actions, set_keys
from reader.ui.attempt import attempt
from reader.ui.bookmark_panel import BookmarkPanel
from reader.ui.bookmarking import Bookmarking, Desk
from reader.ui.card_text import CardText
from reader.ui.choices import Choices
from reader.ui.contents_panel import ContentsPanel
from reader.ui.copying import Copying
from reader.ui.correcting import Correcting
from reader.ui.describing import Describing
from reader.ui.editing import Editing
from reader.ui.explaining import Explaining, Style
from reader.ui.find_bar import FindBar
from reader.ui.finding import Finding, Spot
from reader.ui.fonts import card_size, choose_faces, reading_font
from reader.ui.full_screen import FullScreen
from reader.ui.furnishing import furnish
from reader.ui.header import Header
from reader.ui.hit_marks import HitMarks
from reader.ui.icons import load_icons
from reader.ui.import_progress import ImportProgress
from reader.ui.importing import Importing
from reader.ui.indexing import Indexing
from reader.ui.jumping import Jumping
from reader.ui.layer_inks import choose_card_tones
from reader.ui.layer_switches import LayerSwitches
from reader.ui.layering import Layering
from reader.ui.learning import Learning
from reader.ui.library_view import LibraryView
from reader.ui.message_bar import MessageBar
from reader.ui.page import Page
from reader.ui.pane import Pane
from reader.ui.panel_focus import PanelFocus
from reader.ui.phrasing import Phrasing
from reader.ui.progress_line import ProgressLine
from reader.ui.reading import Opened, Reading
from reader.ui.reading_controls import FontSize, ScriptSwitch
from reader.ui.reporting import Reporting
from reader.ui.rereading import Rereading
from reader.ui.ruby_plan import Known
from reader.ui.settings_dialog import SettingsDialog, make_pages
from reader.ui.small_dialogs import show_original
from reader.ui.speaking import Speaking
from reader.ui.spotlight import Spotlight
from reader.ui.theme import Theme, palette, style_sheet
from reader.ui.translation import translate
from reader.ui.type_settings import Sample
from reader.ui.typeset import Appearance
from reader.ui.undo import Undo
from reader.ui.voice import find_voice
from reader.ui.warming import Warming
from reader.ui.watching import Watching
from reader.ui.wayfinding import Signs, Wayfinding
from reader.ui.web_pages import WebPages
from reader.ui.wiring import connect
from reader.ui.word_card import WordCard
from reader.ui.word_pointer import WordPointer
from reader.ui.writing import Writing

SAMPLE = "直到天亮，她才把那本書放下。"
"""Shown in the settings while no text is open."""
PLACE_DELAY = 1000
"""Milliseconds without scrolling after which the place is saved."""


class MainWindow(QMainWindow):
    """List, text and bookmarks; everything long-lived is handed in."""

    def __init__(self, library: Library, paths: Paths, choices: Choices) -> None:
        super().__init__()
        self.choices = choices
        self._library = library
        self._paths = paths
        self._summaries: tuple[ArticleSummary, ...] = ()
        self._shows_first_text = False
        self._theme: Theme | None = None
        self._look: tuple[object, ...] = ()
        self._shortcuts: Mapping[str, str] = {}
        self._make_parts()
        self._state = furnish(self, paths.data / "window.ini")
        connect(self)
        self.apply_settings(choices.settings)
        self._state.restore()
        self.setAcceptDrops(True)
        self.setWindowTitle("文窗 Wenchuang")

    def _make_parts(self) -> None:
        self.library_view = LibraryView(self, self._library.matches)
        self.header = Header(self)
        self.pane = Pane(self)
        self.actions_by_name = make_actions(self, self.pane)
        self.pointer = WordPointer(self.pane)
        self.bookmark_panel = BookmarkPanel(self)
        self.messages = MessageBar(self)
        self.card = WordCard(self)
        self.script_switch = ScriptSwitch(self)
        self.font_size = FontSize(self)
        self.contents = ContentsPanel(self, self._library.names_chapter)
        self.progress = ProgressLine(self)
        self.undo = Undo(self)
        self.reading = Reading(self, self._library)
        self.importing = Importing(self, self._library, self.undo)
        self.import_progress = ImportProgress(self, self.importing.bringing)
        self.reporting = Reporting(self, self._library, self.importing.bringing)
        self.watching = Watching(self, self._library, self.importing.bringing)
        self.indexing = Indexing(self, self._library)
        desk = Desk(self.reading, self.pane, self.pointer, self.bookmark_panel)
        self.bookmarking = Bookmarking(self, self._library, desk, self.undo)
        self.describing = Describing(self, self._library, self.reading, self.undo)
        self.web_pages = WebPages(self, self._library, desk, self.actions_by_name["whole_page"])
        self.rereading = Rereading(self, self._library, desk, self.undo)
        edit = self.actions_by_name["edit"]
        self.editing = Editing(self, self._library, desk, self.undo, edit)
        self.correcting = Correcting(self, self._library, desk, self.undo)
        self.phrasing = Phrasing(self, self._library, desk, self.undo)
        self.learning = Learning(self, self._library, self.undo)
        library = self._library
        known = Known(library.standing, self.learning.status, library.shown_syllables)
        self.layering = Layering(self.pane, self.pointer, known)
        self.layer_switches = LayerSwitches(self, self.actions_by_name, self.choices)
        self.copying = Copying(self, self.pane, self.pointer, self.layering)
        self.explaining = Explaining(self, self._library, desk, self.card, self.learning)
        self.writing = Writing(self, self._library, self.explaining, self.card)
        signs = Signs(self.reading, self.pane, self.contents, self.progress)
        self.wayfinding = Wayfinding(self, self._library, signs)
        self.jumping = Jumping(self, self.reading, self.pane)
        self.find_bar, self.hit_marks = FindBar(self), HitMarks(self.pane)
        spot = Spot(self.reading, self.pane, self.jumping, self.find_bar, self.hit_marks)
        self.finding = Finding(self, self._library, spot)
        self.spotlight = Spotlight(self.pane, self.pointer)
        self.speaking = Speaking(self, desk, find_voice)
        beside = (self.library_view, self.contents, self.bookmark_panel)
        self.full_screen = FullScreen(self, beside, (self.header, self.progress))
        panels = (self.library_view.list, self.contents.tree, self.bookmark_panel.list)
        escapes = (
            self.speaking.stop,
            self.explaining.dismiss,
            self.progress.cancel,
            self.finding.close,
            self.full_screen.leave,
        )
        self.panel_focus = PanelFocus(self.pane, panels, escapes)
        self.place_timer = QTimer(self, singleShot=True, interval=PLACE_DELAY)
        self._warming = Warming(self, self.reading, self.choices)

    # Library

    def start(self, files: Iterable[Path]) -> None:
        """Show the library, import what was named, or go on where reading stopped."""
        wanted = tuple(files)
        self.pane.setFocus()
        self.refresh_library()
        self._shows_first_text = not wanted and not self.choices.settings.last_article
        known = {summary.id for summary in self._summaries}
        self.reporting.start()
        self.importing.start(wanted)
        self.indexing.start()
        self.learning.start()
        self.watching.apply(self.choices.settings)
        if not wanted and self.choices.settings.last_article in known:
            self.open_article(self.choices.settings.last_article)

    def refresh_library(self) -> None:
        """Read the list again; a learner who has never read anything is shown the first text."""
        self._summaries = attempt(self._library.summaries, self.tell_failure) or ()
        self.library_view.set_summaries(self._summaries)
        self.bookmarking.set_titles({summary.id: summary.title for summary in self._summaries})
        self.bookmarking.refresh()
        if self._summaries and self._shows_first_text:
            self._shows_first_text = False
            self.open_article(self.library_view.first_id())

    def list_articles(self, summaries: tuple[ArticleSummary, ...]) -> None:
        """Some articles are new in the library, or have changed."""
        self.library_view.put(summaries)
        self.bookmarking.add_titles({summary.id: summary.title for summary in summaries})

    def open_article(self, article_id: int) -> None:
        """Open an article where reading stopped in it."""
        self.save_place()
        self.reading.open(article_id)

    def remove_article(self) -> None:
        """Remove the article that is marked in the list."""
        self.importing.remove(self.library_view.current_id())

    def close_article(self, article_id: int) -> None:
        """An article has gone: if it was open, show nothing."""
        self.jumping.forget(article_id)
        if self.reading.opened and self.reading.opened.id == article_id:
            self.reading.close()
            self.wayfinding.close()
            self.header.hide()
            self.show_page(Page(0, (), ()), Position())

    def find_article(self) -> None:
        """Put the keyboard into the filter line."""
        self.actions_by_name["library"].setChecked(True)
        self.library_view.filter.setFocus()
        self.library_view.filter.selectAll()

    def show_original(self) -> None:
        """Show the kept bytes of the open article as text."""
        opened = self.reading.opened
        if opened:
            text = attempt(lambda: self._library.original(opened.id), self.tell_failure)
            if text is not None:
                show_original(self, opened.article.title, text)

    # Reading

    def show_article(self, opened: Opened) -> None:
        """An article was opened: name it everywhere."""
        article = opened.article
        self.header.show_article(article)
        self.pane.setAccessibleName(article.title)
        self.library_view.make_current(opened.id)
        self.setWindowTitle(f"{article.title} – 文窗 Wenchuang")
        self.choices.change(last_article=opened.id)

    def show_page(self, page: Page, top: Position) -> None:
        """Show a section, or the same section in another look."""
        settings = self.choices.settings
        faces = choose_faces(page.variant, page.script)
        font = reading_font(settings.font_family, settings.font_size, faces)
        shown = page if settings.mark_guesses else page.without(MarkKind.GUESSED)
        ruby = settings.layers.ruby_share
        appearance = Appearance(font, self.choices.theme, settings.typography, ruby)
        self.pane.show_page(shown, appearance, top)
        self._write_cards(settings)
        count = len(self.reading.opened.article.sections) if self.reading.opened else 1
        for name, possible in (
            ("previous", page.section > 0),
            ("next", page.section + 1 < count),
        ):
            self.actions_by_name[name].setVisible(count > 1)
            self.actions_by_name[name].setEnabled(possible)
        self.bookmarking.refresh()
        self.place_timer.start()

    def show_trail(self, back: bool, forward: bool) -> None:
        """Whether there are ways back and forward."""
        self.actions_by_name["back"].setEnabled(back)
        self.actions_by_name["forward"].setEnabled(forward)

    def save_place(self) -> None:
        """Remember where reading is."""
        self.place_timer.stop()
        self.reading.save_place(self.pane.position_at_top(), self.pane.position_at_bottom())

    # Settings

    def apply_settings(self, settings: Settings) -> None:
        """Show what was chosen; only what has changed is drawn anew."""
        theme = self.choices.theme
        font = settings.font_family, settings.font_size
        look = (theme, *font, settings.typography, settings.mark_guesses)
        redrawn = self.layering.apply(settings, theme) or look != self._look
        if theme is not self._theme:
            self._draw(theme)
        self._theme, self._look = theme, look
        self.script_switch.set_settings(settings)
        self.font_size.set_settings(settings)
        self.layer_switches.set_layers(settings.layers)
        self.pointer.set_delay(settings.hover_delay)
        self._write_cards(settings)
        if redrawn:
            self.show_page(self.pane.page, self.pane.place_to_keep())
        for name in ("proofread", "focus_mode", "ruler"):
            self.actions_by_name[name].setChecked(bool(getattr(settings, name)))
        self.spotlight.set_settings(settings, theme)
        self.speaking.set_settings(settings, theme)
        if settings.shortcuts != self._shortcuts:
            self._shortcuts = settings.shortcuts
            set_keys(self.actions_by_name, settings.shortcuts)
        top = self.pane.place_to_keep()
        self.reading.set_style(settings.style, top)
        spare = (Variant.SIMPLIFIED, settings.traditional_form)
        self.reading.set_look(settings.variant, top, settings.polish, spare)

    def _write_cards(self, settings: Settings) -> None:
        page, size = self.pane.page, card_size(settings.font_size)
        faces = reading_font(settings.font_family, 1, choose_faces(page.variant, page.script))
        traditional = shows_traditional(page.variant, page.script)
        writer = CardText(
            self.choices.theme,
            settings.notation,
            settings.card_parts,
            tuple(faces.families()),
            size,
            traditional,
            choose_card_tones(settings.layers, self.choices.theme),
        )
        self.writing.set_theme(self.choices.theme)
        self.explaining.set_style(Style(writer, settings.card_on))
        font = QFont(self.font())
        font.setPointSizeF(size)
        self.card.set_look(font, settings.hide_delay)

    def show_settings(self) -> None:
        """Open the dialog for what the toolbar has no room for."""
        page = self.pane.page
        sample = Sample(page.sample() or SAMPLE, choose_faces(page.variant, page.script))
        self.speaking.look()
        pages = make_pages(sample, self.choices.themes, self.speaking.reason)
        dialog = SettingsDialog(self, self.choices.settings, pages)
        dialog.settings_edited.connect(self.choices.choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _draw(self, theme: Theme) -> None:
        QApplication.setPalette(palette(theme))
        folder = self._paths.resources / "icons"
        self.setStyleSheet(style_sheet(theme, folder))
        icons = load_icons(folder, theme)
        draw_icons(self.actions_by_name, icons)
        self.library_view.set_theme(theme, icons["sort"])
        self.contents.set_theme(theme)
        self.hit_marks.set_theme(theme)
        self.find_bar.set_icons(icons)
        self.messages.set_icon(icons["close"])
        self.pointer.set_colour(theme.hover)

    # Messages

    def tell_failure(self, failure: Exception) -> None:
        """Show a sentence where there is one; what is our defect goes to the crash report."""
        if not isinstance(failure, ReaderError):
            raise failure
        self.messages.tell_failure(str(failure))

    def tell_place_lost(self) -> None:
        """A bookmark's words are no longer in the text."""
        self.messages.tell(
            translate(
                "Window",
                "The marked words are no longer in this text. It is shown where reading stopped.",
            )
        )

    def offer_report(self, sentence: str, failed: bool) -> None:
        """Tell what came of an import; what failed stays until it was seen."""
        tell = self.messages.tell_failure if failed else self.messages.tell
        tell(sentence, translate("Window", "Report"), self.reporting.show)

    def offer_repair(self, sentence: str) -> None:
        """Offer to show how a garbled text was meant."""
        self.messages.offer(sentence, translate("Window", "Repair…"), self.rereading.ask)

    def offer_undo(self, sentence: str) -> None:
        """Tell what was done, with a button that takes it back."""
        self.messages.tell(sentence, translate("Window", "Undo"), self.undo.undo)

    # Qt

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.speaking.stop()
        self.full_screen.leave()
        self._state.save()
        self.watching.stop()
        self.reporting.stop()
        self.importing.bringing.stop()
        self.place_timer.stop()
        self.explaining.hide()
        self.finding.close()
        self.choices.save()
        self._warming.stop()
        top, end = self.pane.position_at_top(), self.pane.position_at_bottom()
        attempt(lambda: self.reading.save_place(top, end, now=True), self.tell_failure)
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is not None:  # dragged from the program itself: no text to bring in
            event.ignore()
        elif event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is not None:
            event.ignore()
            return
        self.importing.take(event.mimeData())
        event.acceptProposedAction()
