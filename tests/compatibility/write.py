"""Write the files of a release, once: what the versions after it have to read.

    python tests/compatibility/write.py

A folder for each minor version, which is never changed afterwards.
"""

import contextlib
import sys
from pathlib import Path

from zhen_align import __version__
from zhen_align.cli.outcome import run

HERE = Path(__file__).parent
CONFIGURATION = """\
paths = ["text"]
glossary = "glossary.tsv"
target = "zh"
pairs = [{ zh = "text/*-c.md", en = "text/*-e.md" }]
fail-on = "warning"
max-warnings = 3
baseline = "baseline.json"
min-count = 1
jobs = 1
cache = false

[rules]
punctuation-width = "off"

[[overrides]]
paths = ["text/old-*"]
rules = { number-mismatch = "info" }

[[ignore]]
paths = ["text/robot-c.md"]
rules = ["sentence-added"]
text = "人人都爱它"
reason = "the edition says so"
"""
ENGLISH = """\
# The Watering Robot

A watering robot carries 12 litres of water and visits 40 plants a day.

Soil moisture (SM) is measured with a probe before each visit.

When soil moisture is low, the pump opens for 3 seconds.
"""
# the same, but for 46 plants and a sentence more: everybody loves it
CHINESE = """\
# 浇水机器人

一台浇水机器人携带12升水，每天照看46株植物。人人都爱它。

每次照看之前，用探针测量土壤湿度（Soil Moisture, SM）。

土壤湿度低时，水泵开启3秒。
"""
GLOSSARY = """\
en\tabbr\tzh\tstatus\tcount\tshare\tdomain\tnote\tsource\towner
GridPilot\t\tGridPilot\tkeep\t\t\t\ta product\tme\t
pump\t\t水泵\tpreferred\t1\t1.00\tfarm\tone\\ntwo \\\\ three\tme\tAnn
pump\t\t泵浦\tdeprecated\t\t\tfarm\t\tme\t
soil moisture\tSM\t土壤湿度\tpreferred\t2\t1.00\t\t\tme\tTom
soil moisture\tSM\t湿土\tforbidden\t\t\t\twet soil\tme\t
watering\t\t浇水\trejected\t\t\t\t\tme\t
"""
COMMANDS = (
    ["lint", "--write-baseline", "baseline.json", "--quiet", "-o", "known.txt"],
    ["lint", "--format", "json", "--exit-zero", "-o", "lint.json"],
    ["align", "-o", "align.jsonl"],
    ["align", "--format", "tmx", "-o", "align.tmx"],
    ["align", "--format", "xliff", "-o", "align.xlf"],
    ["lookup", "SM", "soil", "--format", "json", "-o", "lookup.json"],
    ["report", "--format", "json", "-o", "report.json"],
    ["export", "csv", "-o", "export.csv"],
    ["export", "tbx", "-q", "-o", "export.tbx"],
    ["export", "tbx-v2", "-q", "-o", "export-v2.tbx"],
    ["export", "xlsx", "-o", "export.xlsx"],
)


def main() -> None:
    """Make the folder of this version."""
    folder = HERE / ".".join(__version__.split(".")[:2])
    if folder.exists():
        sys.exit(f"{folder.name} is there, and stays as it is")
    (folder / "text").mkdir(parents=True)
    files = {
        "zhen-align.toml": CONFIGURATION.replace('baseline = "baseline.json"\n', ""),
        "glossary.tsv": GLOSSARY,
        "text/robot-e.md": ENGLISH,
        "text/robot-c.md": CHINESE,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    with contextlib.chdir(folder):
        for command in COMMANDS:
            print("zhen-align", *command, run(command))
    (folder / "known.txt").unlink(missing_ok=True)
    (folder / "zhen-align.toml").write_text(CONFIGURATION, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
