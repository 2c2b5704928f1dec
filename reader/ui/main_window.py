"""The window: makes its parts, connects them in one block, shows what they tell."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFont
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from reader.core.article import ArticleSummary
from reader.core.errors import ReaderError
from reader.core.mark import MarkKind
from reader.core.paths import Paths
from reader.core.position import Position
from reader.core.script import Variant, shows_traditional
from reader.core.settings import Settings
from reader.core.vocabulary import Status
from reader.library import Library
from reader.ui.actions import draw_icons, fill_menu_bar, fill_tool_bar, make_actions, set_keys
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
from reader.ui.moving import list_moves
from reader.ui.page import Page
from reader.ui.pane import Pane
from reader.ui.panel_focus import PanelFocus
from reader.ui.phrasing import Phrasing
from reader.ui.progress_line import ProgressLine
from reader.ui.proofreading import ProofreadingOffer
from reader.ui.reading import Opened, Reading
from reader.ui.reading_controls import FontSize, ScriptSwitch
from reader.ui.reporting import Reporting
from reader.ui.rereading import Rereading
from reader.ui.ruby_plan import Known
from reader.ui.settings_dialog import SettingsDialog, make_pages
from reader.ui.small_dialogs import show_about, show_original, show_shortcuts
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
from reader.ui.window_state import Panel, WindowState
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
        self._make_parts()
        self._lay_out()
        self._connect()
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
        self._place_timer = QTimer(self, singleShot=True, interval=PLACE_DELAY)
        self._warming = Warming(self, self.reading, self.choices)

    def _lay_out(self) -> None:
        fill_menu_bar(self, self.actions_by_name)
        action = self.actions_by_name
        sections = (action["contents"], action["previous"], action["next"])
        sizes = (action["smaller"], self.font_size, action["larger"])
        marks = (action["add_bookmark"], action["bookmarks"])
        layers = (action["ruby"], action["tones"], action["levels"])
        switches = (None, self.script_switch, *layers, None)
        tools = (action["library"], *sections, *switches, action["find"])
        fill_tool_bar(self, (*tools, *sizes, action["theme"], *marks))
        middle = QWidget()
        middle.setObjectName("page")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pane, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self.progress)
        column.addWidget(self.import_progress)
        column.addWidget(self.messages)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for part in (self.library_view, self.contents, middle, self.bookmark_panel):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(2, 1)
        self.splitter.setSizes([310, 270, 830, 270])
        self.splitter.setChildrenCollapsible(False)
        self.contents.hide()
        self.bookmark_panel.hide()
        self.card.set_actions(
            (
                (translate("Card", "Known"), action["known"]),
                (translate("Card", "Learning"), action["learning"]),
                (translate("Card", "Ignore"), action["ignored"]),
            ),
            tuple(
                action[name]
                for name in ("card_back", "strokes", "copy_word", "add_bookmark", "card")
            ),
        )
        self.setCentralWidget(self.splitter)
        panels = {
            "library": Panel(self.library_view, action["library"], usual=True),
            "contents": Panel(self.contents, action["contents"]),
            "bookmarks": Panel(self.bookmark_panel, action["bookmarks"]),
        }
        self._state = WindowState(self._paths.data / "window.ini", self, self.splitter, panels)

    def _connect(self) -> None:
        """All the wiring of the window."""
        for name, slot in {
            "open": self.importing.choose_files,
            "folder": self.importing.choose_folder,
            "report": self.reporting.show,
            "paste": self.importing.paste,
            "address": self.web_pages.ask_for_copied,
            "original": self.show_original,
            "remove": self.remove_article,
            "details": self.describing.ask,
            "encoding": self.rereading.ask,
            "edit": self.editing.ask,
            "undo": self.undo.undo,
            "settings": self.show_settings,
            "quit": self.close,
            "script": self.script_switch.choose_next,
            "theme": self.choices.choose_next_theme,
            "larger": lambda: self.choices.step_font(1),
            "smaller": lambda: self.choices.step_font(-1),
            "standard_size": self.choices.reset_font,
            "find_article": self.find_article,
            "read": self.pane.setFocus,
            "find": self.finding.open,
            "find_next": lambda: self.finding.step(1),
            "find_previous": lambda: self.finding.step(-1),
            "back": self.jumping.go_back,
            "forward": self.jumping.go_forward,
            "share": self.progress.ask,
            "panel": self.panel_focus.go_on,
            "previous": lambda: self.reading.turn(-1),
            "next": lambda: self.reading.turn(1),
            "add_bookmark": self.bookmarking.add,
            "correct": self.correcting.ask,
            "phrases": self.phrasing.ask,
            "shortcuts": lambda: show_shortcuts(self, self.choices.settings.shortcuts),
            "about": lambda: show_about(self),
            "dismiss": self.panel_focus.escape,
            "card": self.explaining.look,
            "longer": lambda: self.explaining.stretch(1),
            "shorter": lambda: self.explaining.stretch(-1),
            "card_back": self.explaining.back,
            "known": lambda: self.explaining.mark(Status.KNOWN),
            "learning": lambda: self.explaining.mark(Status.LEARNING),
            "ignored": lambda: self.explaining.mark(Status.IGNORED),
            "copy_word": self.explaining.copy,
            "copy_readings": self.copying.copy,
            "strokes": self.writing.show,
            **list_moves(self.pane, self.pointer, self.spotlight, self.explaining),
        }.items():
            self.actions_by_name[name].triggered.connect(slot)
        self.actions_by_name["proofread"].toggled.connect(self.choices.set_proofread)
        for name in ("focus_mode", "ruler"):
            switch = partial(self.choices.switch, name)
            self.actions_by_name[name].toggled.connect(switch)
        self.actions_by_name["speak"].toggled.connect(self.speaking.set_on)
        self.speaking.changed.connect(self.actions_by_name["speak"].setChecked)
        self.speaking.found.connect(self.actions_by_name["speak"].setVisible)
        self.speaking.told.connect(self.messages.tell)
        self.reading.article_annotated.connect(self.speaking.look)
        self.actions_by_name["full_screen"].toggled.connect(self.full_screen.set_on)
        self.full_screen.changed.connect(self.actions_by_name["full_screen"].setChecked)
        self.full_screen.changed.connect(self.actions_by_name["share"].setDisabled)
        self.actions_by_name["library"].toggled.connect(self.library_view.setVisible)
        self.actions_by_name["bookmarks"].toggled.connect(self.bookmark_panel.setVisible)
        self.actions_by_name["contents"].toggled.connect(self.contents.setVisible)
        for name, panel in (
            ("library", self.library_view.list),
            ("contents", self.contents.tree),
            ("bookmarks", self.bookmark_panel.list),
        ):
            enter = partial(self.panel_focus.enter, panel)
            self.actions_by_name[name].triggered.connect(lambda on, go=enter: go(shown=on))

        self.library_view.article_chosen.connect(self.jumping.leave)
        self.library_view.article_chosen.connect(self.open_article)
        self.library_view.article_chosen.connect(self.pane.setFocus)
        self.library_view.removal_requested.connect(self.importing.remove)
        self.script_switch.variant_chosen.connect(self.choices.set_variant)
        self.font_size.size_chosen.connect(self.choices.set_font_size)
        self.contents.place_chosen.connect(self.jumping.go_to)
        self.progress.share_chosen.connect(self.jumping.go_to_share)
        self.jumping.trail_changed.connect(self.show_trail)
        self.wayfinding.failed.connect(self.tell_failure)
        self.finding.failed.connect(self.tell_failure)
        self.choices.settings_changed.connect(self.apply_settings)
        self.choices.failed.connect(self.tell_failure)

        self.reading.article_opened.connect(self.show_article)
        self.reading.page_made.connect(self.show_page)
        self.reading.words_found.connect(self.pointer.set_words)
        self.reading.words_found.connect(self.layering.take_words)
        self.reading.article_annotated.connect(self.card.warm_up)
        ProofreadingOffer(self, self.reading, self.messages, self.actions_by_name["proofread"])
        self.reading.place_saved.connect(self.library_view.show_progress)
        self.reading.place_lost.connect(self.tell_place_lost)
        self.reading.failed.connect(self.tell_failure)

        self.pane.scrolled.connect(self._place_timer.start)
        self.pane.font_step_requested.connect(self.choices.step_font)
        self.pane.left.connect(self.jumping.leave)
        self.pane.turn_requested.connect(self.reading.read_on)
        self._place_timer.timeout.connect(self.save_place)
        self.pointer.word_hovered.connect(self.explaining.show_word)
        self.pointer.word_walked.connect(self.explaining.show_walked)
        self.pointer.word_left.connect(self.explaining.leave)
        self.pointer.dismissed.connect(self.explaining.hide)
        self.pane.released.connect(self.explaining.release)
        self.pane.page_shown.connect(self.explaining.show_found)
        self._place_timer.timeout.connect(self.wayfinding.settle)
        self.card.left.connect(self.pointer.forget)
        self.card.touched.connect(self.explaining.pin)
        self.card.link_chosen.connect(self.explaining.follow)
        self.explaining.place_wanted.connect(self.jumping.leave)
        self.explaining.place_wanted.connect(self.reading.open)
        self.explaining.failed.connect(self.tell_failure)
        self.writing.failed.connect(self.tell_failure)
        self.layer_switches.told.connect(self.messages.tell)
        self.copying.told.connect(self.messages.tell)
        self.learning.changed.connect(self.explaining.refresh)
        self.learning.changed.connect(self.layering.refresh)
        self.learning.failed.connect(self.tell_failure)

        self.bookmark_panel.bookmark_chosen.connect(self.jumping.leave)
        self.bookmark_panel.bookmark_chosen.connect(self.bookmarking.jump)
        self.bookmark_panel.label_edited.connect(self.bookmarking.rename)
        self.bookmark_panel.deletion_requested.connect(self.bookmarking.delete)
        self.bookmarking.told.connect(self.messages.tell)
        self.bookmarking.failed.connect(self.tell_failure)
        self.correcting.failed.connect(self.tell_failure)
        self.phrasing.failed.connect(self.tell_failure)

        self.importing.library_changed.connect(self.refresh_library)
        self.importing.article_added.connect(self.open_article)
        self.importing.article_removed.connect(self.close_article)
        self.choices.settings_changed.connect(self.watching.apply)
        self.watching.failed.connect(self.tell_failure)
        self.importing.article_changed.connect(self.rereading.refresh)
        self.importing.articles_listed.connect(self.list_articles)
        self.importing.told.connect(self.messages.tell)
        self.importing.reported.connect(self.offer_report)
        self.reporting.failed.connect(self.tell_failure)
        self.reporting.removal_requested.connect(self.importing.remove_all)
        self.import_progress.report_requested.connect(self.reporting.show)
        self.importing.earlier_requested.connect(self.rereading.exchange)
        self.reporting.earlier_requested.connect(self.rereading.exchange)
        self.reporting.parting_requested.connect(self.rereading.part)
        self.reporting.article_chosen.connect(self.jumping.leave)
        self.reporting.article_chosen.connect(self.open_article)
        self.importing.address_given.connect(self.web_pages.ask)
        self.web_pages.address_chosen.connect(self.importing.import_address)
        self.web_pages.library_changed.connect(self.refresh_library)
        self.web_pages.failed.connect(self.tell_failure)
        self.rereading.library_changed.connect(self.refresh_library)
        self.rereading.offered.connect(self.offer_repair)
        self.rereading.told.connect(self.messages.tell)
        self.rereading.failed.connect(self.tell_failure)
        self.editing.failed.connect(self.tell_failure)
        self.describing.described.connect(self.show_article)
        self.describing.library_changed.connect(self.refresh_library)
        self.describing.failed.connect(self.tell_failure)
        self.importing.failed.connect(self.tell_failure)
        self.indexing.failed.connect(self.tell_failure)
        self.undo.offered.connect(self.offer_undo)
        self.undo.changed.connect(self.actions_by_name["undo"].setEnabled)

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
        self._place_timer.start()

    def show_trail(self, back: bool, forward: bool) -> None:
        """Whether there are ways back and forward."""
        self.actions_by_name["back"].setEnabled(back)
        self.actions_by_name["forward"].setEnabled(forward)

    def save_place(self) -> None:
        """Remember where reading is."""
        self._place_timer.stop()
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
        self._place_timer.stop()
        self.explaining.hide()
        self.finding.close()
        self.choices.save()
        self._warming.stop()
        top, end = self.pane.position_at_top(), self.pane.position_at_bottom()
        attempt(lambda: self.reading.save_place(top, end, now=True), self.tell_failure)
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.importing.take(event.mimeData())
        event.acceptProposedAction()
