"""The labelled reports beside the project, where they are present: the figures that reading must keep."""

import re
import subprocess
import sys

import pytest

from tests.house.project import ROOT

REPORTS = ROOT.parent / "shared" / "reading" / "dev"


@pytest.mark.skipif(
    not REPORTS.is_dir(), reason="needs the labelled reports of ../shared/reading, which the project does not carry"
)
def test_the_figures_hold() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "reading_scores.py")]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")})
    scores = {
        match[1].strip(): (float(match[2]), float(match[3]))
        for match in re.finditer(r"^(\w[\w ]*?)\s+P (\d\.\d+).*?R (\d\.\d+)", run.stdout, re.MULTILINE)
    }
    assert scores["named"] >= (0.98, 0.92)
    assert scores["named"][1] >= 0.92
    assert scores["tally"][0] >= 0.98
    assert scores["tally"][1] >= 0.95
    assert scores["vote"][1] >= 0.95
    assert scores["outcome"][0] >= 0.97
    assert "wrong 0, off the roll 0" in run.stdout
    assert "passages with emissions 0" in run.stdout
