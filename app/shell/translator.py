"""The language of the window. Its texts come from the same files as the engine's and are switched while it runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from icnn_engine.core import language

SYSTEM = "system"  # the choice that follows the system
LANGUAGE = "window/language"  # key of the settings
DIALOG = "QFileDialog"


def tr(text: str) -> str:
    """Return a text from outside of any class, such as a menu's, in the language in use."""
    return language.translate("", text)


class Translator(QTranslator):
    """Translates the program's own texts. Qt's texts are looked up first, since their translator is installed later;
    those that came without the mark of a letter ("&Look in:") when they were translated are found here."""

    def __init__(self, of_qt: QTranslator, parent: QObject) -> None:
        super().__init__(parent)
        self._of_qt = of_qt

    def translate(self, context: str, source: str, _hint: str | None = None, _count: int = -1) -> str:
        plain = source.replace("&", "")
        of_qt = self._of_qt.translate(context, plain) if context == DIALOG and plain != source else ""
        return of_qt or language.translate(context, source)

    def isEmpty(self) -> bool:  # noqa: N802
        return False


class LanguageSwitch(QObject):
    """Switches the program's texts, and those of Qt's own dialogs, to one language at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.of_qt = QTranslator(self)
        self.own = Translator(self.of_qt, self)
        QCoreApplication.installTranslator(self.own)

    def speak(self, choice: str) -> str:
        """Switch to a language, `SYSTEM` for the system's; English if it has no translation. Return its code."""
        code = language_of_system() if choice == SYSTEM else choice
        if code not in language.languages():
            code = language.ENGLISH
        language.use(code)
        QCoreApplication.removeTranslator(self.of_qt)
        if self.of_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            QCoreApplication.installTranslator(self.of_qt)
        return code


def language_of_system() -> str:
    """Return the code of the system's language, 'en' if there is no translation into it."""
    wanted = (name.split("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in language.languages()), language.ENGLISH)
