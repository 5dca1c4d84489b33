"""A full disk stops an import in words, and leaves what was there; with room again it goes on.

On Linux the disk is a tmpfs of a few megabytes in a mount namespace of its own. Where that may not
be made, files of this process may not grow beyond what is left (RLIMIT_FSIZE), which ends in the
same place: a write that fails in the middle.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from maturity.settings import ROOT

INSIDE = """
import os, resource, subprocess, sys
from pathlib import Path
from maturity.intake.__main__ import main
from maturity.intake.store import Store
from maturity import serving
from tests.intake.small_exports import export, person, rows

disk, small = Path(sys.argv[1]), sys.argv[2] == "tmpfs"
answers = disk / "data" / "answers"
os.environ["MATURITY_ANSWERS"] = str(answers)
store = Store(answers)
files = Path(sys.argv[3])
first = export(files / "first.csv", person())
second = export(files / "second.csv", *(person("Narvik", who=f"{n}@x.no") for n in range(200)))
about = ["--module", "ledelse", "--phase", "forarbeid"]
assert main(["take", str(first), *about]) == 0
before = sorted(map(str, rows(store)))
filler = disk / "filler"
if small:
    with open(filler, "wb", buffering=0) as file:
        try:
            while file.write(b"x" * 1000):
                pass
        except OSError:
            pass
else:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
# In a process of its own: Delta's threads end badly, and take the process along when it ends.
status = subprocess.run([sys.executable, "-m", "maturity.intake", "take", str(second), *about])
if small:
    filler.unlink()
else:
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
assert status.returncode == 1, status
assert sorted(map(str, rows(store))) == before
assert len(store.history()) == 1
assert serving.newest(answers) is not None
assert main(["mend"]) == 0
assert main(["take", str(second), *about]) == 0
assert len(rows(store)) == len(before) + 400
print("done on", sys.argv[2], flush=True)
os._exit(0)  # the libraries' threads do not always end well where a script just stops
"""
MOUNT = 'mount -t tmpfs -o size=4m none "$1" && shift && exec "$@"'


def mountable(folder: Path) -> bool:
    if sys.platform != "linux":
        return False
    command = ["unshare", "-rm", "sh", "-c", MOUNT, "sh", str(folder), "true"]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="there is neither of the two on Windows")
def test_a_full_disk_stops_an_import_and_loses_nothing(tmp_path: Path):
    disk, files = tmp_path / "disk", tmp_path / "files"
    disk.mkdir()
    files.mkdir()
    how = "tmpfs" if mountable(disk) else "limit"
    command = [sys.executable, "-c", INSIDE, str(disk), how, str(files)]
    if how == "tmpfs":
        command = ["unshare", "-rm", "sh", "-c", MOUNT, "sh", str(disk), *command]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"done on {how}" in done.stdout
    assert "Får ikke skrevet svartabellen (" in done.stderr
    assert "Traceback" not in done.stderr
