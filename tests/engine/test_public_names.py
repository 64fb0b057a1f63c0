"""The names that `import icnn_engine` offers, and what importing them costs."""

import subprocess
import sys

import pytest

import icnn_engine

HEAVY = ("torch", "matplotlib", "tqdm", "numpy", "PIL", "pydantic")


def modules_after(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some lines."""
    lines = f"import sys\n{code}\nprint(*sorted(sys.modules))"
    ended = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    return set(ended.stdout.splitlines()[-1].split())


def test_importing_the_engine_loads_nothing_heavy() -> None:
    assert not modules_after("import icnn_engine\ndir(icnn_engine)") & set(HEAVY)


def test_opening_a_run_and_its_card_need_no_torch(fake_run) -> None:
    code = f"import icnn_engine\nicnn_engine.open({str(fake_run.path)!r})._repr_html_()"

    assert "torch" not in modules_after(code)


def test_every_public_name_is_there_and_listed() -> None:
    names = set(icnn_engine._PUBLIC)

    assert names <= set(dir(icnn_engine))
    assert all(getattr(icnn_engine, name).__name__ == name for name in names)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'trian'"):
        _ = icnn_engine.trian
