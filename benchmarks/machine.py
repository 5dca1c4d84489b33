"""What the numbers were measured on."""

import os
import platform
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import psutil

from benchmarks.chromium import chromium

LIBRARIES = ("streamlit", "plotly", "duckdb", "deltalake", "pandas", "dash")


def machine() -> dict[str, str]:
    """Describe processor, memory, system, programs and libraries, and say when it was."""
    with chromium() as browser:
        chromium_version = browser.version
    return {
        "Date": f"{datetime.now():%Y-%m-%d %H:%M}",
        "Processor": f"{_processor()}, {os.cpu_count()} cores",
        "Busy before": f"{os.getloadavg()[0]:.1f} of {os.cpu_count()} cores (mean of a minute)",
        "Memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "System": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "Chromium": chromium_version,
        "Libraries": ", ".join(f"{name} {version(name)}" for name in LIBRARIES),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
