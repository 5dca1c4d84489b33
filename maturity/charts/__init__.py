"""Charts: a frame in, a Plotly figure out. No chart knows a page, a query or the viewer."""
