"""docs/report.md says what every key of the JSON means."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zhen_align.report import json as as_json
from zhen_align.report.overview import Overview

PAGE = Path(__file__).parents[2] / "docs" / "report.md"


def _keys(value: Any) -> Iterator[str]:
    """Yield the keys of an object; those of lint and compare are told elsewhere."""
    if isinstance(value, list):
        for each in value[:1]:
            yield from _keys(each)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key not in ("coverage", "accounts"):
                yield from _keys(inner)


def test_every_key_is_explained(greenhouse: Overview) -> None:
    """Each key of the report stands on the page as code; of a finding, those that are added."""
    data = json.loads(as_json.render(greenhouse))
    data["findings"] = [{"name": "", "text": "", "bead": ""}]
    told = set(re.findall(r"`(\w+)`", PAGE.read_text(encoding="utf-8")))
    assert set(_keys(data)) - told == set()
