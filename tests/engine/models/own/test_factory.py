"""Networks made by the user's own Python files: never without the user's confirmation."""

import os

import pytest
from torch import nn

from icnn_engine.core.errors import UntrustedCodeError, WeightsError
from icnn_engine.models.own.factory import factory_parts, made_by
from icnn_engine.models.own.trusted_code import trust
from tests.engine.own_networks import factory_file


def written(tmp_path, code, name="own.py"):
    path = tmp_path / name
    path.write_text(f"# {tmp_path}\n{code}", "utf-8")  # content of this test alone
    return path


MAKE = "from torch import nn\ndef make():\n    return nn.Sequential(nn.Conv2d(3, 2, 3), nn.Dropout())\n"


def test_a_file_that_is_not_confirmed_is_not_run(tmp_path):
    path = written(tmp_path, f"open({str(tmp_path / 'BOOM')!r}, 'w')\n{MAKE}")
    with pytest.raises(UntrustedCodeError, match=r"can do anything on this computer.*--trust-code"):
        made_by(f"{path}:make")

    assert not (tmp_path / "BOOM").exists()


def test_a_confirmed_file_makes_the_network_ready_to_be_looked_at(tmp_path):
    path = written(tmp_path, MAKE)
    trust(path)
    network, _ = made_by(f"{path}:make")

    assert isinstance(network, nn.Sequential)
    assert not network[1].training
    assert not any(weight.requires_grad for weight in network.parameters())


def test_the_confirmation_is_for_the_content_wherever_it_lies(tmp_path):
    first = written(tmp_path, MAKE)
    trust(first)
    second = tmp_path / "copy.py"
    second.write_bytes(first.read_bytes())
    made_by(f"{second}:make")
    first.write_bytes(first.read_bytes() + b"\n")
    with pytest.raises(UntrustedCodeError):
        made_by(f"{first}:make")


def test_a_class_may_be_the_factory_and_have_settings_of_its_own(tmp_path):
    code = (
        "from __future__ import annotations\nfrom dataclasses import dataclass\nfrom torch import nn\n"
        "@dataclass\nclass Size:\n    width: int = 4\n"
        "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        "        self.conv = nn.Conv2d(3, Size().width, 3)\n    def forward(self, x):\n        return self.conv(x)\n"
    )
    network, _ = made_by(f"{factory_file(tmp_path, code)}:Net")

    assert network.conv.out_channels == 4


FAILS = {
    "raises": ("def make():\n    raise KeyError('depth')\n", r"make\(\) in own\.py failed: KeyError: 'depth'"),
    "ends the program": ("def make():\n    raise SystemExit(3)\n", r"make\(\) in own\.py failed: SystemExit: 3"),
    "fails when read": ("import no_such_module_at_all\n", "failed: ModuleNotFoundError"),
    "is no Python": ("def make(:\n", "failed: SyntaxError"),
    "has no such function": ("def build():\n    pass\n", r"own\.py has no function make\(\) that returns"),
    "is no function": ("make = 3\n", r"has no function make\(\) that returns"),
    "returns something else": ("def make():\n    return {'conv': 1}\n", r"has no function make\(\) that returns"),
    "returns the class": ("from torch import nn\ndef make():\n    return nn.Linear\n", "has no function"),
    "needs arguments": ("def make(answers):\n    pass\n", "failed: TypeError"),
}


@pytest.mark.parametrize("how", FAILS)
def test_a_file_that_makes_no_network_says_why(tmp_path, how):
    code, said = FAILS[how]
    with pytest.raises(WeightsError, match=said):
        made_by(f"{factory_file(tmp_path, code)}:make")


@pytest.mark.parametrize("text", ["own.py", "own.py:", ":make", "own.txt:make", "own.py:make()", "own.py:a.b", ""])
def test_what_does_not_name_file_and_function_is_told(text):
    with pytest.raises(WeightsError, match=r"is not FILE\.py:FUNCTION"):
        factory_parts(text)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(WeightsError, match="There is no file"):
        factory_parts(f"{tmp_path / 'gone.py'}:make")


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="files can always be read here")
def test_a_file_that_cannot_be_read_is_told(tmp_path):
    path = factory_file(tmp_path)
    path.chmod(0)
    with pytest.raises(WeightsError, match="cannot be read"):
        made_by(f"{path}:make")
