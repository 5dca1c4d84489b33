"""The toolbar's second button: the chart as SVG, where the first takes it as PNG.

The drawing library's toolbar takes pictures in one format, and buttons of one's own are functions,
which no page may send. So the page asks for two of the library's own buttons, and this script lets
the second do what the first does, in the other format.
"""

SCRIPT = """<script>
      document.addEventListener("click", event => {
        const button = event.target.closest?.(".modebar-btn + .modebar-btn");
        const context = button?.closest(".js-plotly-plot")?._context;
        if (!context) return;
        event.stopImmediatePropagation();
        const usual = context.toImageButtonOptions;
        context.toImageButtonOptions = { ...usual, format: "svg", scale: 1 };
        try { button.previousElementSibling.click(); }
        finally { context.toImageButtonOptions = usual; }
      }, true);
    </script>"""
