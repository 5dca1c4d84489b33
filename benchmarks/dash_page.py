"""The same radar as a Dash app, served as Dash serves itself outside development.

`run(debug=False)` is what its documentation begins with; responses are compressed where the extra
`dash[compress]` is installed, as Dash leaves it to.
"""

import importlib.util
import json
import os

from dash import Dash, Input, Output, dcc, html

from benchmarks.same_radar import KOMMUNER, figure

COMPRESSED = importlib.util.find_spec("flask_compress") is not None

app = Dash(__name__, compress=COMPRESSED)
app.layout = html.Div(
    [
        html.H1("Sammenlign"),
        dcc.Dropdown(list(KOMMUNER), KOMMUNER[0], id="kommune"),
        dcc.Graph(id="radar"),
    ]
)


@app.callback(Output("radar", "figure"), Input("kommune", "value"))
def redraw(kommune: str) -> dict[str, object]:
    """Return the radar of the chosen kommune."""
    return dict(json.loads(figure(kommune)))


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=os.environ["PORT"], debug=False)
