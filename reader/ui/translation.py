"""The one name under which sentences for the learner are marked for translation."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
