"""Lays readings and colours over the text: what is in view at once, the rest in small slices.

The text itself stays as it is: room and colours are formats of its layout, which a selection does
not copy, and readings are painted over it.
"""

from collections import deque
from collections.abc import Iterable
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextLayout

from reader.core.layers import Layers
from reader.core.notation import Notation
from reader.core.position import Position
from reader.core.script import Variant
from reader.core.settings import Settings
from reader.core.word import Word
from reader.language.reading_parts import join_parts
from reader.ui.layer_inks import Inks, choose_inks
from reader.ui.layer_painting import LayerPainter
from reader.ui.pane import Pane
from reader.ui.ruby_plan import Known, Plan, Planner, Ruby
from reader.ui.ruby_spacing import find_spaces, find_stretches, hold_together
from reader.ui.ruby_type import RubyType
from reader.ui.theme import Theme
from reader.ui.typeset import LOOKS
from reader.ui.word_pointer import WordPointer

SLICE = 0.004
"""Seconds of work between two looks at what the learner does."""
USUAL_SHARE = 0.5
"""The size of readings where only the marked word has one at times, and nobody chose any."""
ZHUYIN, SMALLEST_ZHUYIN = 0.75, 6.0
"""Its signs are as wide as characters: they are set smaller, down to so many points."""
NOTHING = Plan()


class Layering(QObject):
    """Everything that is laid over the page that is shown."""

    def __init__(self, pane: Pane, pointer: WordPointer, known: Known) -> None:
        super().__init__(pane)
        self._pane = pane
        self._pointer = pointer
        self._known = known
        self._planner: Planner | None = None
        self._inks: Inks | None = None
        self.painter = LayerPainter(pane, pointer, self._type)
        self._chosen: tuple[object, ...] = ()
        self._plans: dict[int, tuple[tuple[Word, ...], object, Plan]] = {}
        self._dressed: dict[int, Plan] = {}
        self._types: dict[tuple[str, float, float], RubyType] = {}
        self._formats: dict[tuple[float, int], QTextCharFormat] = {}
        self._waiting: deque[int] = deque()
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._go_on)
        pane.page_set.connect(self._begin)
        pane.page_shown.connect(self._follow_page)
        pane.laid_out.connect(self._dress_view)
        pane.scrolled.connect(self._dress_view)

    @property
    def planner(self) -> Planner | None:
        """What decides which readings there are."""
        return self._planner

    @property
    def done(self) -> bool:
        """Whether all that is known of the page is laid over it."""
        return not self._waiting

    def apply(self, settings: Settings, theme: Theme) -> bool:
        """Lay over what was chosen; whether that is anything else than before."""
        layers = settings.layers
        chosen = (layers, settings.notation, settings.variant, theme)
        if chosen == self._chosen:
            return False
        before, self._chosen = self._chosen, chosen
        self._planner = Planner(
            layers,
            settings.notation,
            self._known,
            other_words=settings.variant is Variant.TAIWAN_PHRASES,
        )
        self._inks = choose_inks(layers, theme)
        self.painter.set_look(self._planner, self._inks)
        self._formats = {}
        if before[:3] != chosen[:3]:
            self._plans = {}
        return bool(before) and before[:2] != chosen[:2]

    def take_words(self, words: dict[int, tuple[Word, ...]]) -> None:
        """The words of some paragraphs are known now, or known better."""
        if self._planner and not self._planner.layers.empty:
            self._wait_for(words)
            self._dress_view()

    def refresh(self) -> None:
        """Something is known of words that was not known before."""
        self._plans = {}
        self.take_words(dict.fromkeys(range(len(self._pane.page.paragraphs)), ()))

    def list_rubies(self, number: int) -> list[Ruby]:
        """The readings of all words of a paragraph, whether they are shown or not."""
        if self._planner is None:
            return []
        display, words = self._pane.page.displays[number], self._pointer.words(number)
        readable = (word for word in words if word.readable)
        return [ruby for word in readable for ruby in self._planner.rubies(word, display)]

    # Room and colours

    def _begin(self, top: Position, same: bool) -> None:
        """Another document: give its first screen what is known before it is laid out."""
        self._dressed = {}
        self.painter.forget()
        self._waiting.clear()
        if not same:
            self._plans = {}
        elif self._planner and not self._planner.layers.empty and self._pane.page.paragraphs:
            count = len(self._pane.page.paragraphs)
            self._wait_for((*range(top.paragraph, count), *range(top.paragraph - 1, -1, -1)))
            self._dress(self._fill_screen(top.paragraph))

    def _follow_page(self, same: bool) -> None:
        if same:
            self._dress_view()

    def _wait_for(self, numbers: Iterable[int]) -> None:
        self._waiting.extend(numbers)
        if self._waiting:
            self._slices.start()

    def _fill_screen(self, first: int) -> list[int]:
        """Paragraphs that take at least a screen, by what a line can hold without readings."""
        pane = self._pane
        em = self._type(first).em
        width = pane.viewport().width() - 2 * pane.document().rootFrame().frameFormat().leftMargin()
        column, room = max(1, int(width / em)), pane.viewport().height() / em
        chosen = []
        for number in range(first, len(pane.page.paragraphs)):
            chosen.append(number)
            room -= -(-len(pane.page.displays[number].text) // column) * 1.5
            if room < 0:
                break
        return chosen

    def _dress_view(self) -> None:
        """Do at once what is in view."""
        if not self._waiting or not self._pane.page.paragraphs:
            return
        for _ in range(3):  # what has got more room may bring others into view, or take them out
            missing = [n for n in self._pane.visible_paragraphs() if self._is_stale(n)]
            if not missing:
                break
            self._pane.hold_still(partial(self._dress, missing))

    def _is_stale(self, number: int) -> bool:
        words = self._pointer.words(number)
        return bool(words) and self._plan(number, words) is not self._dressed.get(number)

    def _go_on(self) -> None:
        """A slice of what waits."""
        until = perf_counter() + SLICE
        first = self._pane.position_at_top().paragraph
        below: list[int] = []
        above: list[int] = []
        while self._waiting and perf_counter() < until:
            number = self._waiting.popleft()
            if self._is_stale(number):
                (below if number > first else above).append(number)
        if not self._waiting:
            self._slices.stop()
        if above:
            self._pane.hold_still(lambda: self._dress(above))
        self._dress(below)

    def _plan(self, number: int, words: tuple[Word, ...]) -> Plan:
        display = self._pane.page.displays[number]
        known = self._plans.get(number)
        if known and known[0] is words and known[1] is display:
            return known[2]
        plan = self._planner.plan(words, display) if self._planner else NOTHING
        if known and known[2] == plan:
            plan = known[2]
        self._plans[number] = words, display, plan
        return plan

    def _dress(self, numbers: Iterable[int]) -> None:
        """Give paragraphs the room and the colours of their plans."""
        document = self._pane.document()
        changes = QTextCursor(document)
        changes.beginEditBlock()
        for number in numbers:
            words = self._pointer.words(number)
            if not words:
                continue
            plan, before = self._plan(number, words), self._dressed.get(number, NOTHING)
            self._dressed[number] = plan
            if plan != before:
                ruby_type = self._type(number)
                self.painter.take(number, plan)
                block = document.findBlockByNumber(number)
                formats = self._find_formats(plan, ruby_type, block)
                if formats or block.layout().formats():
                    block.layout().setFormats(formats)
        changes.endEditBlock()
        self._pane.viewport().update()

    def _find_formats(
        self, plan: Plan, ruby_type: RubyType, block: QTextBlock
    ) -> list[QTextLayout.FormatRange]:
        def measure(ruby: Ruby) -> float:
            return ruby_type.width(join_parts(ruby.parts))

        length = block.length() - 1
        spaces = find_spaces(plan.rubies, length, ruby_type.em, ruby_type.gap, measure)
        hold_together(spaces, block.text())
        formats = []
        for stretch in find_stretches(plan, spaces):
            span = QTextLayout.FormatRange()
            span.start, span.length = stretch.start, stretch.length
            span.format = self._format(stretch.space, stretch.tone)
            formats.append(span)
        return formats

    def _format(self, space: float, tone: int) -> QTextCharFormat:
        known = self._formats.get((space, tone))
        if known is None:
            known = self._formats[space, tone] = QTextCharFormat()
            if space:
                known.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
                known.setFontLetterSpacing(space)
            if tone and self._inks:
                known.setForeground(self._inks.tones[tone])
        return known

    def _type(self, number: int) -> RubyType:
        """The type of readings in a paragraph."""
        font = self._pane.document().defaultFont()
        layers = self._planner.layers if self._planner else Layers()
        points = font.pointSize() * LOOKS[self._pane.page.paragraphs[number].kind].scale
        share = layers.ruby_share or USUAL_SHARE
        if self._planner and self._planner.notation is Notation.ZHUYIN:
            share = max(ZHUYIN * share, min(share, SMALLEST_ZHUYIN / points))
        key = (" ".join(font.families()), points, share)
        known = self._types.get(key)
        if known is None:
            known = self._types[key] = RubyType(font, points, key[2])
        return known
