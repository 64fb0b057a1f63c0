from app.widgets.pictures.overlay_style import palette_titles
from icnn_engine.core.heatmaps import PALETTES


def test_the_window_offers_every_palette_under_a_title_of_its_own() -> None:
    titles = palette_titles()

    assert sorted(name for name, _title in titles) == sorted(PALETTES)
    assert len({title for _name, title in titles}) == len(PALETTES)
