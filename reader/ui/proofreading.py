"""Offers to show a badly converted text as it is usually written."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from reader.ui.message_bar import MessageBar
from reader.ui.reading import Reading
from reader.ui.translation import translate

MANY = 4
"""Corrections in a section: fewer may be slips of the pen."""


class ProofreadingOffer(QObject):
    """Looks at every article once it stands; takes the offer back where it has become untrue."""

    def __init__(
        self, parent: QObject, reading: Reading, messages: MessageBar, switch: QAction
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._switch = switch
        self._sentence = ""
        reading.article_annotated.connect(lambda: reading.count_corrections(self._offer))
        reading.article_opened.connect(lambda _: self._withdraw())
        switch.toggled.connect(self._withdraw)

    def _offer(self, count: int) -> None:
        if count >= MANY and not self._switch.isChecked():
            sentence = translate(
                "Window", "{count} words here look as if they were converted badly."
            )
            self._sentence = sentence.format(count=count)
            label = translate("Window", "Show them as usual")
            self._messages.offer(self._sentence, label, self._switch.toggle)

    def _withdraw(self) -> None:
        self._messages.withdraw(self._sentence)
