"""The look of the window: light and dark colours, fonts, and the roles of widgets.

theme.set_role(label, "title")        roles are listed in `stylesheet`; a role is a style, never behaviour
theme.current_theme().colours.accent  the colours in use; `changed` is emitted when they change
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.style import icons, stylesheet

FAMILIES = (
    "Inter",
    "Noto Sans",
    "Cantarell",
    "Noto Sans CJK KR",
    "DejaVu Sans",
)  # on Linux; elsewhere the system's own font
MONO_FAMILIES = ("JetBrains Mono", "Cascadia Mono", "SF Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Consolas")


@dataclass(frozen=True, slots=True)
class Colours:
    """A set of colours. `interpretable`, `twin` and `cam` stand for the three networks in every plot."""

    name: str
    window: str  # behind everything
    rail: str  # the navigation and the status bar
    surface: str  # cards, fields, lists
    raised: str  # what lies on a surface: hovered rows, chips
    line: str  # quiet borders
    edge: str  # borders of what can be clicked, 3:1 on window, rail, surface and raised
    text: str
    muted: str  # second-rank text, 4.5:1 on window and surface
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str  # selected rows, the current page
    accent_text: str  # accent as text, 4.5:1 on window, surface and accent_soft
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    interpretable: str
    twin: str
    cam: str


LIGHT = Colours(
    name="light",
    window="#f7f6f3",
    rail="#efede8",
    surface="#ffffff",
    raised="#f3f1ed",
    line="#e5e2db",
    edge="#8a867e",
    text="#1d2126",
    muted="#5c626b",
    accent="#0f766e",
    accent_hover="#0b5f59",
    on_accent="#ffffff",
    accent_soft="#dcefec",
    accent_text="#0b6159",
    danger="#b42318",
    danger_soft="#fbe9e7",
    warning="#8a5300",
    warning_soft="#fdf1dc",
    good="#1a7f4b",
    interpretable="#0f766e",
    twin="#c2620e",
    cam="#6d4fc4",
)
DARK = Colours(
    name="dark",
    window="#17191d",
    rail="#121417",
    surface="#1f2226",
    raised="#2a2e34",
    line="#2c3036",
    edge="#707782",
    text="#e9e7e2",
    muted="#a3a9b2",
    accent="#3fb8ab",
    accent_hover="#5accc0",
    on_accent="#06231f",
    accent_soft="#183c39",
    accent_text="#6ad3c7",
    danger="#f28b82",
    danger_soft="#3d2322",
    warning="#f0b95b",
    warning_soft="#3a2e18",
    good="#67c790",
    interpretable="#3fb8ab",
    twin="#f0965a",
    cam="#a894f0",
)


class Theme(QObject):
    """The look in use. It follows the system unless the user has chosen one."""

    changed = Signal(object)  # Colours

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self._app = app
        icons.folder()
        self.colours = LIGHT
        app.setStyle("Fusion")
        app.setFont(interface_font())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        self._apply(_colours_of(hints.colorScheme()))

    def choose(self, scheme: str) -> None:
        """Choose "light" or "dark"; anything else follows the system."""
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        hints = QGuiApplication.styleHints()
        chosen = schemes.get(scheme)
        hints.unsetColorScheme() if chosen is None else hints.setColorScheme(chosen)
        self._follow(chosen or hints.colorScheme())

    @Slot(Qt.ColorScheme)
    def _follow(self, scheme: Qt.ColorScheme) -> None:
        colours = _colours_of(scheme)
        if colours is not self.colours:
            self._apply(colours)
            self.changed.emit(colours)

    def _apply(self, colours: Colours) -> None:
        self.colours = colours
        self._app.setPalette(palette(colours))
        self._app.setStyleSheet(stylesheet.stylesheet_text(asdict(colours), mono_family()))


def current_theme() -> Theme:
    """Return the theme of the running application, made at the first call."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = app.findChild(Theme, "theme")
    return theme if isinstance(theme, Theme) else Theme(app)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the stylesheet."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def interface_font() -> QFont:
    """Return the font of the window: the system's own, or on Linux the installed ones of `FAMILIES`."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if QGuiApplication.platformName() in ("xcb", "wayland", "offscreen"):
        installed = set(QFontDatabase.families())
        font.setFamilies([family for family in FAMILIES if family in installed] or [font.family()])
        font.setPointSizeF(10.0)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def mono_family() -> str:
    """Return a fixed-width family, for command lines and names of files."""
    installed = set(QFontDatabase.families())
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    return next((family for family in MONO_FAMILIES if family in installed), fixed)


def palette(colours: Colours) -> QPalette:
    """Return the palette that the Fusion style paints with."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for where, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent_text,
        role.LinkVisited: colours.accent_text,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.surface,
        role.PlaceholderText: colours.muted,
        role.Mid: colours.edge,
        role.Midlight: colours.line,
        role.Light: colours.raised,
        role.Dark: colours.edge,
        role.Accent: colours.accent,
    }.items():
        made.setColor(where, QColor(colour))
    faded = QColor(colours.muted)
    faded.setAlphaF(0.6)
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, where, faded)
    return made


def _colours_of(scheme: Qt.ColorScheme) -> Colours:
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
