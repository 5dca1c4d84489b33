"""Does a library of ours have a known vulnerability? `python tests/known_holes.py`

Asks PyPI's list of them by pip-audit, about everything that is installed. Exit status 1 where there
is one, or where the asking itself is broken; where nobody can be reached, it only says so.
"""

import json
import re
import subprocess
import sys

LIMIT = 180  # seconds for all of it, and a tenth of that for one answer
NO_NETWORK = re.compile(
    r"ConnectionError|Max retries|Timeout|timed out|NameResolution|ProxyError|SSLError|"
    r"ServiceError|Connection (refused|reset|aborted)|Network is unreachable|HTTPError|50[234]"
)
# What is known, does not concern us, and why: «GHSA-…» → the reason.
ACCEPTED: dict[str, str] = {}


def verdict(output: str, complaints: str) -> tuple[int, str]:
    """Return the exit status and what to say, by pip-audit's JSON and its complaints."""
    try:
        found = json.loads(output)["dependencies"]
    except (ValueError, KeyError, TypeError):
        if NO_NETWORK.search(complaints):
            return 0, "WARNING: known vulnerabilities were not looked up: no network."
        return 1, f"pip-audit does not work:\n{complaints[-2000:]}"
    holes = [
        f"{it['name']} {it['version']}: {hole['id']}, mended in "
        f"{', '.join(hole['fix_versions']) or 'no version yet'}"
        for it in found
        for hole in it.get("vulns", [])
        if not {hole["id"], *hole.get("aliases", [])} & set(ACCEPTED)
    ]
    if holes:
        return 1, "\n".join(["Known vulnerabilities:", *holes])
    asked = sum("vulns" in it for it in found)
    if asked < len(found):
        return 0, f"WARNING: known vulnerabilities were looked up for {asked} of {len(found)}."
    return 0, f"No known vulnerability in {asked} libraries."


def main() -> int:
    """Ask, and say it."""
    ask = [sys.executable, "-m", "pip_audit", "--local", "--format=json", "--progress-spinner=off"]
    ask.append(f"--timeout={LIMIT // 10}")
    try:
        answer = subprocess.run(ask, capture_output=True, text=True, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        status, words = verdict("", "timed out")
    else:
        status, words = verdict(answer.stdout, answer.stderr)
    sys.stderr.write(f"{words}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
