"""Every action of the window in one table: menus, toolbar and shortcut help are built from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QWidget

from reader.ui.translation import translate


@dataclass(frozen=True, slots=True)
class Command:
    """What an action is called, shows and answers to. The first shortcut is the one shown."""

    name: str
    menu: str
    label: str
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False
    in_text: bool = False
    """Whether its keys hold only while the text has the keyboard: lists have their own."""

    @property
    def title(self) -> str:
        """The label without the mark of its letter."""
        return self.label.replace("&", "").removesuffix("…")


def list_commands() -> tuple[Command, ...]:
    """The table, in the language that is installed now and in the order of the menus."""
    file, view = translate("Actions", "&File"), translate("Actions", "&View")
    go, help_menu = translate("Actions", "&Go"), translate("Actions", "&Help")
    word, move = translate("Actions", "&Word"), translate("Actions", "&Move")

    return (
        Command("open", file, translate("Actions", "&Open files…"), "open", ("Ctrl+O",)),
        Command("folder", file, translate("Actions", "Open a &folder…"), "", ("Ctrl+Alt+O",)),
        Command(
            "address",
            file,
            translate("Actions", "Open an &address…"),
            "web",
            ("Ctrl+Shift+O",),
        ),
        Command(
            "paste",
            file,
            translate("Actions", "Paste as a &new article"),
            "paste",
            ("Ctrl+Shift+V",),
        ),
        Command(
            "whole_page",
            file,
            translate("Actions", "Show the &whole page"),
            shortcuts=("Ctrl+Shift+U",),
            checkable=True,
        ),
        Command("original", file, translate("Actions", "Show &original"), "original", ("Ctrl+U",)),
        Command("encoding", file, translate("Actions", "Read in another &encoding…")),
        Command("details", file, translate("Actions", "Edit &details…"), shortcuts=("Ctrl+I",)),
        Command("report", file, translate("Actions", "&Import report"), "", ("Ctrl+Shift+R",)),
        Command("edit", file, translate("Actions", "Edit the para&graph…"), "", ("Ctrl+Shift+P",)),
        Command("remove", file, translate("Actions", "&Remove article from the library")),
        Command("undo", file, translate("Actions", "&Undo"), shortcuts=("Ctrl+Z",)),
        Command("settings", file, translate("Actions", "&Settings…"), "settings", ("Ctrl+,",)),
        Command("dismiss", view, translate("Actions", "Send the &card away"), shortcuts=("Esc",)),
        Command("quit", file, translate("Actions", "&Quit"), shortcuts=("Ctrl+Q",)),
        Command(
            "library",
            view,
            translate("Actions", "&Library"),
            "library",
            ("Ctrl+L",),
            checkable=True,
        ),
        Command(
            "bookmarks",
            view,
            translate("Actions", "&Bookmarks"),
            "bookmarks",
            ("Ctrl+B",),
            checkable=True,
        ),
        Command(
            "contents", view, translate("Actions", "Co&ntents"), "contents", ("F7",), checkable=True
        ),
        Command(
            "proofread",
            view,
            translate("Actions", "&Correct badly converted text"),
            shortcuts=("Ctrl+R",),
            checkable=True,
        ),
        Command(
            "ruby", view, translate("Actions", "&Readings above the text"), "ruby", ("R",), True
        ),
        Command(
            "ruby_on", view, translate("Actions", "Readings above &other words"), "", ("Shift+R",)
        ),
        Command("tones", view, translate("Actions", "Colours of t&ones"), "tones", ("T",), True),
        Command(
            "levels", view, translate("Actions", "&How common words are"), "levels", ("H",), True
        ),
        Command("script", view, translate("Actions", "Switch &script"), shortcuts=("Ctrl+T",)),
        Command("theme", view, translate("Actions", "Next &theme"), "theme", ("Ctrl+Shift+T",)),
        Command(
            "larger", view, translate("Actions", "&Larger text"), "larger", ("Ctrl++", "Ctrl+=")
        ),
        Command("smaller", view, translate("Actions", "&Smaller text"), "smaller", ("Ctrl+-",)),
        Command(
            "standard_size",
            view,
            translate("Actions", "S&tandard text size"),
            shortcuts=("Ctrl+0",),
        ),
        Command(
            "full_screen",
            view,
            translate("Actions", "F&ull screen"),
            shortcuts=("F11",),
            checkable=True,
        ),
        Command(
            "focus_mode",
            view,
            translate("Actions", "F&ocus on the paragraph"),
            shortcuts=("F9",),
            checkable=True,
        ),
        Command(
            "ruler", view, translate("Actions", "Reading &ruler"), shortcuts=("F8",), checkable=True
        ),
        Command(
            "speak",
            view,
            translate("Actions", "Read &aloud from here"),
            shortcuts=("F4",),
            checkable=True,
        ),
        Command("find_article", go, translate("Actions", "Find an &article"), "", ("Ctrl+K",)),
        Command("find", go, translate("Actions", "&Find in the text…"), "search", ("Ctrl+F",)),
        Command("find_next", go, translate("Actions", "Next &hit"), "", ("F3",)),
        Command("find_previous", go, translate("Actions", "Pre&vious hit"), "", ("Shift+F3",)),
        Command("read", go, translate("Actions", "To the &text"), shortcuts=("F6",)),
        Command(
            "previous", go, translate("Actions", "&Previous section"), "previous", ("Ctrl+PgUp",)
        ),
        Command("next", go, translate("Actions", "&Next section"), "next", ("Ctrl+PgDown",)),
        Command("back", go, translate("Actions", "Bac&k to before the jump"), "", ("Alt+Left",)),
        Command("forward", go, translate("Actions", "For&ward again"), "", ("Alt+Right",)),
        Command("share", go, translate("Actions", "&Go to per cent…"), "", ("Ctrl+G",)),
        Command("panel", go, translate("Actions", "Ne&xt panel"), "", ("Shift+F6",)),
        Command("correct", go, translate("Actions", "&Correct the reading…"), "", ("Ctrl+E",)),
        Command(
            "phrases",
            go,
            translate("Actions", "&Traditional forms of your own…"),
            "",
            ("Ctrl+Shift+E",),
        ),
        Command(
            "add_bookmark", go, translate("Actions", "Add a &bookmark"), "bookmark", ("Ctrl+D",)
        ),
        *(
            Command(name, move, label, shortcuts=keys, in_text=True)
            for name, label, keys in (
                ("word_on", translate("Actions", "Next &word"), ("Right",)),
                ("word_back", translate("Actions", "Previous w&ord"), ("Left",)),
                ("look", translate("Actions", "&Card of the word"), ("Return", "Enter")),
                ("page_on", translate("Actions", "A &screen on"), ("Space", "PgDown")),
                ("page_back", translate("Actions", "A screen &back"), ("Shift+Space", "PgUp")),
                ("line_on", translate("Actions", "A &line on"), ("Down",)),
                ("line_back", translate("Actions", "A li&ne back"), ("Up",)),
                ("start", translate("Actions", "&Start of the section"), ("Home",)),
                ("end", translate("Actions", "&End of the section"), ("End",)),
            )
        ),
        Command("card", word, translate("Actions", "Show the card, then &pin it"), "pin", ("P",)),
        Command("longer", word, translate("Actions", "&Longer word"), "", (".",)),
        Command("shorter", word, translate("Actions", "&Shorter word"), "", (",",)),
        Command(
            "card_back", word, translate("Actions", "&Back in the card"), "back", ("Backspace",)
        ),
        Command("known", word, translate("Actions", "I &know it"), "", ("K",)),
        Command("learning", word, translate("Actions", "I am l&earning it"), "", ("L",)),
        Command("ignored", word, translate("Actions", "&Ignore it"), "", ("I",)),
        Command(
            "strokes", word, translate("Actions", "&Strokes of its characters"), "strokes", ("S",)
        ),
        Command(
            "copy_readings",
            word,
            translate("Actions", "Copy text with &readings"),
            shortcuts=("Ctrl+Shift+C",),
        ),
        Command("copy_word", word, translate("Actions", "&Copy word and meaning"), "copy", ("C",)),
        Command(
            "shortcuts",
            help_menu,
            translate("Actions", "&Keyboard shortcuts"),
            shortcuts=("?", "F1"),  # not Shift+?: under X11 the shift is used up by the sign
        ),
        Command("about", help_menu, translate("Actions", "&About Wenchuang")),
    )


def make_actions(window: QMainWindow, text: QWidget) -> dict[str, QAction]:
    """One QAction for each command, by its name; those of the text belong to its widget."""
    actions = {}
    for command in list_commands():
        action = QAction(translate("Actions", command.label), window)
        action.setCheckable(command.checkable)
        action.setIconVisibleInMenu(not command.checkable)  # it would stand where the tick is
        if command.in_text:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        # Not to the menus alone: keys work where these are hidden, too.
        (text if command.in_text else window).addAction(action)
        actions[command.name] = action
    set_keys(actions, {})
    return actions


def keys_of(command: Command, own: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of a command: the one that the learner chose, or those of the table."""
    if command.name not in own:
        return command.shortcuts
    return (own[command.name],) if own[command.name] else ()


def set_keys(actions: dict[str, QAction], own: Mapping[str, str]) -> None:
    """Give all actions their keys, which their tips tell as well."""
    for command in list_commands():
        action, keys = actions[command.name], keys_of(command, own)
        action.setShortcuts([QKeySequence(key) for key in keys])
        told = f" ({describe_keys(keys[:1])})" if keys else ""
        action.setToolTip(action.text().replace("&", "") + told)


def describe_keys(keys: Iterable[str]) -> str:
    """Keys as the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)


def fill_menu_bar(window: QMainWindow, actions: dict[str, QAction]) -> None:
    """One menu for each heading of the table, in the order of the table."""
    menus = {}
    for command in list_commands():
        if command.menu not in menus:
            menus[command.menu] = window.menuBar().addMenu(translate("Actions", command.menu))
        menus[command.menu].addAction(actions[command.name])


def fill_tool_bar(
    window: QMainWindow, parts: Iterable[QAction | QWidget | None]
) -> dict[QWidget, QAction]:
    """A toolbar of actions and controls; None is a gap that takes the room that is left.

    Returns the actions that show and hide the controls.
    """
    bar = window.addToolBar(translate("Actions", "Tools"))
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    shown = {}
    for part in parts:
        if isinstance(part, QAction):
            bar.addAction(part)
        elif part:
            shown[part] = bar.addWidget(part)
        else:
            gap = QWidget()
            gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            bar.addWidget(gap)
    return shown


def draw_icons(actions: dict[str, QAction], icons: dict[str, QIcon]) -> None:
    """Give each action the icon of the theme."""
    for command in list_commands():
        if command.icon:
            actions[command.name].setIcon(icons[command.icon])
