"""Find the Chromium that the browser tests drive, and print where it is.

With `--install` one is fetched where there is none: by apt where that is ours to use, else
Playwright's own. Exit status 1, with what to do, where none can be had.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
APT = ("apt-get", "-qq", "-o=Dpkg::Use-Pty=0")


def find() -> str | None:
    """Return the path of a Chromium that starts, or None."""
    installed = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), *ELSEWHERE]
    with sync_playwright() as playwright:
        installed.append(playwright.chromium.executable_path)
    return next((path for path in installed if path and _starts(path)), None)


def _starts(path: str) -> bool:
    # Ubuntu's `chromium-browser` may be no more than a note that it has moved.
    if not Path(path).is_file():
        return False
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def by_apt(*packages: str) -> None:
    """Install Debian's packages where that is ours to do; what apt says goes to the error log."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run([*APT, *command], env=environment, stdout=sys.stderr, check=False)


def install() -> str | None:
    """Install a Chromium and return its path, or None where it could not be had."""
    by_apt("chromium")
    if path := find():
        return path
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(command, stdout=sys.stderr, check=False)
    return find()


if __name__ == "__main__":
    chromium = find() or (install() if "--install" in sys.argv else None)
    if chromium is None:
        sys.exit(
            "The browser tests need a Chromium and found none that starts. Install Chromium or "
            "Google Chrome, or name one in the environment variable CHROMIUM."
        )
    print(chromium)
