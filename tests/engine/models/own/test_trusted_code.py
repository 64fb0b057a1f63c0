"""Which Python files were confirmed is remembered by their content."""

import platformdirs
import pytest

from icnn_engine.models.own.trusted_code import is_trusted, trust


@pytest.fixture(autouse=True)
def own_place(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: tmp_path / "data")


def test_content_is_trusted_once_it_was_confirmed(tmp_path):
    path = tmp_path / "own.py"
    path.write_bytes(b"make = 1")

    assert not is_trusted(b"make = 1")
    trust(path)
    assert is_trusted(b"make = 1")
    assert not is_trusted(b"make = 2")


def test_earlier_confirmations_stay(tmp_path):
    for number in range(3):
        path = tmp_path / f"with spaces {number}.py"
        path.write_bytes(f"make = {number}".encode())
        trust(path)
        trust(path)

    assert all(is_trusted(f"make = {number}".encode()) for number in range(3))
    assert len((platformdirs.user_data_path() / "trusted-code.txt").read_text("utf-8").splitlines()) == 3


def test_a_damaged_list_trusts_nothing_and_can_be_added_to(tmp_path):
    place = platformdirs.user_data_path() / "trusted-code.txt"
    place.parent.mkdir()
    place.write_bytes(b"\xff\xfe\x00 damaged")
    path = tmp_path / "own.py"
    path.write_bytes(b"make = 1")

    assert not is_trusted(b"make = 1")
    trust(path)
    assert is_trusted(b"make = 1")
