"""What the one HTML page tells the platform's script before it starts, so that it need not ask."""

import json
from pathlib import Path
from typing import Any

from maturity.charts.colours import DARK, LIGHT, Palette
from maturity.charts.theme import FONT
from maturity.web.drawing_script import CHUNK

# Every page lies directly below the server, and no other site frames it. Not told, the browser
# asks below the page first and for the settings next, three round trips before it connects. And
# not told the theme, it paints in another's colours, and fetches 170 kB of another's typeface,
# until the connection brings ours.
SETTINGS = """<script>
      window.__streamlit = {{
        BACKEND_BASE_URL: new URL("./", location.href).href,
        HOST_CONFIG: {{ allowedOrigins: [location.origin], useExternalAuthToken: false }},
        LIGHT_THEME: {light},
        DARK_THEME: {dark},
      }}
    </script>"""

# Every page has a chart, and most of what a first visit waits for is plotly.js. The
# platform fetches it when a chart arrives; here it comes with the rest, and is compiled and run
# while the browser would wait for the connection. After the platform's own script, on which it
# builds.
DRAWING = '<script type="module" crossorigin src="./static/js/{name}"></script>'


def head(scripts: Path, *, charts: bool) -> str:
    """Return what stands in the head, given the folder of the platform's scripts.

    Without `charts` the script that draws them comes when it is asked for. Raises RuntimeError
    where it is not where it was.
    """
    settings = SETTINGS.format(light=json.dumps(_theme(LIGHT)), dark=json.dumps(_theme(DARK)))
    if not charts:
        return settings
    found = sorted(scripts.glob(CHUNK))
    if len(found) != 1:
        raise RuntimeError(f"the platform has {len(found)} × {CHUNK}")
    return f"{settings}\n    {DRAWING.format(name=found[0].name)}"


def _theme(colours: Palette) -> dict[str, Any]:
    """Return what is painted before the connection brings the theme of .streamlit/config.toml."""
    return {
        "backgroundColor": colours.background,
        "secondaryBackgroundColor": colours.surface,
        "textColor": colours.text,
        "bodyFont": FONT,
    }
