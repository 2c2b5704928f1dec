"""All the wiring of the window, area by area: who hears of what.

The order counts where one signal has several hearers: they are told in the order they stand here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.core.vocabulary import Status
from reader.ui.moving import list_moves
from reader.ui.proofreading import ProofreadingOffer
from reader.ui.small_dialogs import show_about, show_shortcuts

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


def connect(window: MainWindow) -> None:
    """Connect the parts of a window with each other."""
    _connect_actions(window)
    _connect_switches(window)
    _connect_ways(window)
    _connect_reading(window)
    _connect_pane(window)
    _connect_marks(window)
    _connect_library(window)


def _connect_actions(window: MainWindow) -> None:
    """What each action does when it is triggered."""
    for name, slot in {
        "open": window.importing.choose_files,
        "folder": window.importing.choose_folder,
        "report": window.reporting.show,
        "paste": window.importing.paste,
        "address": window.web_pages.ask_for_copied,
        "original": window.show_original,
        "remove": window.remove_article,
        "details": window.describing.ask,
        "encoding": window.rereading.ask,
        "edit": window.editing.ask,
        "undo": window.undo.undo,
        "settings": window.show_settings,
        "quit": window.close,
        "script": window.script_switch.choose_next,
        "theme": window.choices.choose_next_theme,
        "larger": lambda: window.choices.step_font(1),
        "smaller": lambda: window.choices.step_font(-1),
        "standard_size": window.choices.reset_font,
        "find_article": window.find_article,
        "read": window.pane.setFocus,
        "find": window.finding.open,
        "find_next": lambda: window.finding.step(1),
        "find_previous": lambda: window.finding.step(-1),
        "back": window.jumping.go_back,
        "forward": window.jumping.go_forward,
        "share": window.progress.ask,
        "panel": window.panel_focus.go_on,
        "previous": lambda: window.reading.turn(-1),
        "next": lambda: window.reading.turn(1),
        "add_bookmark": window.bookmarking.add,
        "correct": window.correcting.ask,
        "phrases": window.phrasing.ask,
        "shortcuts": lambda: show_shortcuts(window, window.choices.settings.shortcuts),
        "about": lambda: show_about(window),
        "dismiss": window.panel_focus.escape,
        "card": window.explaining.look,
        "longer": lambda: window.explaining.stretch(1),
        "shorter": lambda: window.explaining.stretch(-1),
        "card_back": window.explaining.back,
        "known": lambda: window.explaining.mark(Status.KNOWN),
        "learning": lambda: window.explaining.mark(Status.LEARNING),
        "ignored": lambda: window.explaining.mark(Status.IGNORED),
        "copy_word": window.explaining.copy,
        "copy_readings": window.copying.copy,
        "strokes": window.writing.show,
        **list_moves(window.pane, window.pointer, window.spotlight, window.explaining),
    }.items():
        window.actions_by_name[name].triggered.connect(slot)


def _connect_switches(window: MainWindow) -> None:
    """Actions that stay pressed, and what presses them."""
    window.actions_by_name["proofread"].toggled.connect(window.choices.set_proofread)
    for name in ("focus_mode", "ruler"):
        switch = partial(window.choices.switch, name)
        window.actions_by_name[name].toggled.connect(switch)
    window.actions_by_name["speak"].toggled.connect(window.speaking.set_on)
    window.speaking.changed.connect(window.actions_by_name["speak"].setChecked)
    window.speaking.found.connect(window.actions_by_name["speak"].setVisible)
    window.speaking.told.connect(window.messages.tell)
    window.reading.article_annotated.connect(window.speaking.look)
    window.actions_by_name["full_screen"].toggled.connect(window.full_screen.set_on)
    window.full_screen.changed.connect(window.actions_by_name["full_screen"].setChecked)
    window.full_screen.changed.connect(window.actions_by_name["share"].setDisabled)
    window.actions_by_name["library"].toggled.connect(window.library_view.setVisible)
    window.actions_by_name["bookmarks"].toggled.connect(window.bookmark_panel.setVisible)
    window.actions_by_name["contents"].toggled.connect(window.contents.setVisible)
    for name, panel in (
        ("library", window.library_view.list),
        ("contents", window.contents.tree),
        ("bookmarks", window.bookmark_panel.list),
    ):
        enter = partial(window.panel_focus.enter, panel)
        window.actions_by_name[name].triggered.connect(lambda on, go=enter: go(shown=on))


def _connect_ways(window: MainWindow) -> None:
    """What leads through the library and the text, and the settings."""
    window.library_view.article_chosen.connect(window.jumping.leave)
    window.library_view.article_chosen.connect(window.open_article)
    window.library_view.article_chosen.connect(window.pane.setFocus)
    window.library_view.removal_requested.connect(window.importing.remove)
    window.script_switch.variant_chosen.connect(window.choices.set_variant)
    window.font_size.size_chosen.connect(window.choices.set_font_size)
    window.contents.place_chosen.connect(window.jumping.go_to)
    window.progress.share_chosen.connect(window.jumping.go_to_share)
    window.jumping.trail_changed.connect(window.show_trail)
    window.wayfinding.failed.connect(window.tell_failure)
    window.finding.left_at.connect(window.pointer.begin_at)
    window.finding.failed.connect(window.tell_failure)
    window.choices.settings_changed.connect(window.apply_settings)
    window.choices.failed.connect(window.tell_failure)


def _connect_reading(window: MainWindow) -> None:
    """What is open, and how it is shown."""
    window.reading.article_opened.connect(window.show_article)
    window.reading.page_made.connect(window.show_page)
    window.reading.words_found.connect(window.pointer.set_words)
    window.reading.words_found.connect(window.layering.take_words)
    window.reading.article_annotated.connect(window.card.warm_up)
    ProofreadingOffer(window, window.reading, window.messages, window.actions_by_name["proofread"])
    window.reading.place_saved.connect(window.library_view.show_progress)
    window.reading.place_lost.connect(window.tell_place_lost)
    window.reading.failed.connect(window.tell_failure)


def _connect_pane(window: MainWindow) -> None:
    """The text, the card of a word, and what is learnt."""
    window.pane.scrolled.connect(window.place_timer.start)
    window.pane.scrolled.connect(window.reading.leisure.disturb)
    window.pointer.mark_changed.connect(window.reading.leisure.disturb)
    window.pane.font_step_requested.connect(window.choices.step_font)
    window.pane.left.connect(window.jumping.leave)
    window.pane.turn_requested.connect(window.reading.read_on)
    window.place_timer.timeout.connect(window.save_place)
    window.pointer.word_hovered.connect(window.explaining.show_word)
    window.pointer.word_walked.connect(window.explaining.show_walked)
    window.pointer.word_left.connect(window.explaining.leave)
    window.pointer.dismissed.connect(window.explaining.hide)
    window.pane.released.connect(window.explaining.release)
    window.pane.page_shown.connect(window.explaining.show_found)
    window.pane.page_shown.connect(window.explaining.follow_text)
    window.pane.laid_out.connect(window.explaining.follow_text)
    window.place_timer.timeout.connect(window.wayfinding.settle)
    window.card.left.connect(window.pointer.forget)
    window.card.touched.connect(window.explaining.pin)
    window.card.link_chosen.connect(window.explaining.follow)
    window.explaining.place_wanted.connect(window.jumping.leave)
    window.explaining.place_wanted.connect(window.reading.open)
    window.explaining.failed.connect(window.tell_failure)
    window.writing.failed.connect(window.tell_failure)
    window.layer_switches.told.connect(window.messages.tell)
    window.copying.told.connect(window.messages.tell)
    window.learning.changed.connect(window.explaining.refresh)
    window.learning.changed.connect(window.layering.refresh)
    window.learning.failed.connect(window.tell_failure)


def _connect_marks(window: MainWindow) -> None:
    """Bookmarks, corrections and phrases."""
    window.bookmark_panel.bookmark_chosen.connect(window.jumping.leave)
    window.bookmark_panel.bookmark_chosen.connect(window.bookmarking.jump)
    window.bookmark_panel.label_edited.connect(window.bookmarking.rename)
    window.bookmark_panel.deletion_requested.connect(window.bookmarking.delete)
    window.bookmarking.told.connect(window.messages.tell)
    window.bookmarking.failed.connect(window.tell_failure)
    window.correcting.failed.connect(window.tell_failure)
    window.phrasing.failed.connect(window.tell_failure)


def _connect_library(window: MainWindow) -> None:
    """What comes into the library and goes out of it."""
    window.importing.library_changed.connect(window.refresh_library)
    window.importing.article_added.connect(window.open_article)
    window.importing.article_removed.connect(window.close_article)
    window.choices.settings_changed.connect(window.watching.apply)
    window.watching.failed.connect(window.tell_failure)
    window.importing.article_changed.connect(window.rereading.refresh)
    window.importing.articles_listed.connect(window.list_articles)
    window.importing.told.connect(window.messages.tell)
    window.importing.reported.connect(window.offer_report)
    window.reporting.failed.connect(window.tell_failure)
    window.reporting.removal_requested.connect(window.importing.remove_all)
    window.import_progress.report_requested.connect(window.reporting.show)
    window.importing.earlier_requested.connect(window.rereading.exchange)
    window.reporting.earlier_requested.connect(window.rereading.exchange)
    window.reporting.parting_requested.connect(window.rereading.part)
    window.reporting.article_chosen.connect(window.jumping.leave)
    window.reporting.article_chosen.connect(window.open_article)
    window.importing.address_given.connect(window.web_pages.ask)
    window.web_pages.address_chosen.connect(window.importing.import_address)
    window.web_pages.library_changed.connect(window.refresh_library)
    window.web_pages.failed.connect(window.tell_failure)
    window.rereading.library_changed.connect(window.refresh_library)
    window.rereading.offered.connect(window.offer_repair)
    window.rereading.told.connect(window.messages.tell)
    window.rereading.failed.connect(window.tell_failure)
    window.editing.failed.connect(window.tell_failure)
    window.describing.described.connect(window.show_article)
    window.describing.library_changed.connect(window.refresh_library)
    window.describing.failed.connect(window.tell_failure)
    window.importing.failed.connect(window.tell_failure)
    window.indexing.failed.connect(window.tell_failure)
    window.undo.offered.connect(window.offer_undo)
    window.undo.changed.connect(window.actions_by_name["undo"].setEnabled)
