"""What a reader sees at an address that is no page: said in their language, with a way on.

The platform answers every address with its page, and says in English, over the front page, that
there is no such page.
"""

from maturity import language
from maturity.charts.colours import DARK, LIGHT
from maturity.language import _

PAGE = """<!doctype html>
<html lang="{code}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{heading} – {product}</title>
    <style>
      :root {{ color-scheme: light dark; background: {light.background}; color: {light.text} }}
      body {{ font: 1.125rem/1.5 sans-serif; max-width: 32em; margin: 15vh auto; padding: 0 1rem }}
      a {{ color: inherit }}
      @media (prefers-color-scheme: dark) {{
        :root {{ background: {dark.background}; color: {dark.text} }}
      }}
    </style>
  </head>
  <body>
    <main>
      <h1>{heading}</h1>
      <p>{text}</p>
      <p><a href="/?lang={code}">{way_on}</a></p>
    </main>
  </body>
</html>
"""


def not_found(code: str) -> str:
    """Return the page in a language."""
    spoken = language.current()
    language.use(code)
    words = {
        "heading": _("Siden finnes ikke"),
        "text": _("Adressen er skrevet feil, eller siden er flyttet."),
        "way_on": _("Gå til oversikten"),
        "product": _("Digital modenhet i Nordland"),
    }
    language.use(spoken)
    return PAGE.format(code=code, light=LIGHT, dark=DARK, **words)
