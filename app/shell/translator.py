"""The language of the window: its texts come from the same files as the engine's, and are switched while it runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from icnn_engine.core import language

SYSTEM = "system"  # the choice that follows the system
LANGUAGE = "window/language"  # key of the settings


class Translator(QTranslator):
    """Texts of the program's own, in the language that is spoken."""

    def translate(self, context: str, source: str, _hint: str | None = None, _count: int = -1) -> str:
        """The text in the language that is spoken, or as it is; Qt's own are looked up before, for their translator is
        installed later."""
        return language.translate(context, source)

    def isEmpty(self) -> bool:  # noqa: N802
        return False


class LanguageSwitch(QObject):
    """Speaks one language at a time: the program's texts, and Qt's own in its dialogs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._own, self._of_qt = Translator(self), QTranslator(self)
        QCoreApplication.installTranslator(self._own)

    def speak(self, choice: str) -> str:
        """Speak a language, or with `SYSTEM` the system's where there is a translation; which one it is now."""
        code = language_of_system() if choice == SYSTEM else choice
        if code not in language.languages():
            code = language.ENGLISH
        language.use(code)
        QCoreApplication.removeTranslator(self._of_qt)
        if self._of_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            QCoreApplication.installTranslator(self._of_qt)
        return code


def language_of_system() -> str:
    """The code of the system's language, 'en' for one that there is no translation into."""
    wanted = (name.split("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in language.languages()), language.ENGLISH)
