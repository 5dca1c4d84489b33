"""The platform's own words, in the reader's language.

Its widgets carry labels in English, most of them heard only by those who do not see: «Clear all»,
«No results». It offers no way to change them, so a script in the page does as they appear.
"""

import json

from maturity import language
from maturity.language import _
from maturity.web.index_grid_words import grid_words

PLATFORMS = "en"  # the language that the platform speaks

# `{}` stands for what varies: a name, a number.
SCRIPT = """<script>
      (() => {
        const languages = %s;
        const escape = text => text.replace(/[.*+?^$()|[\\]\\\\]/g, "\\\\$&");
        const rules = Object.fromEntries(Object.entries(languages).map(([code, words]) => [
          code, Object.entries(words).map(([from, to]) =>
            [new RegExp("^" + escape(from).replace("{}", "(.+)") + "$"), to])]));
        const ours = text => {
          for (const [from, to] of rules[document.documentElement.lang] ?? []) {
            const found = from.exec(text);
            if (found) return to.replace("{}", () => found[1] ?? "");
          }
        };
        const said = ["aria-label", "placeholder", "title"];
        const written = "[data-testid=stMarkdown], [data-testid=stText], [data-testid=stHtml]";
        const say = node => {
          if (node.nodeType === Node.TEXT_NODE) {
            const text = ours(node.data.trim());
            if (text && !node.parentElement?.closest(written)) node.data = text;
          } else if (node.nodeType === Node.ELEMENT_NODE && node.namespaceURI.endsWith("xhtml")) {
            for (const name of said) {
              const text = node.hasAttribute(name) && ours(node.getAttribute(name));
              if (text) node.setAttribute(name, text);
            }
            node.childNodes.forEach(say);
          }
        };
        new MutationObserver(changes => changes.forEach(change => {
          change.addedNodes.forEach(say);
          if (change.type !== "childList") say(change.target);
        })).observe(document, {
          subtree: true, childList: true, characterData: true, attributeFilter: said,
        });
      })();
    </script>"""


def words() -> dict[str, str]:
    """Return what the platform says, and how that is said in this language."""
    return {
        "Skip to main content": _("Hopp til innholdet"),
        "App pages": _("Sider"),
        "Main menu": _("Hovedmeny"),
        "Expand sidebar": _("Åpne menyen"),
        "Collapse sidebar": _("Lukk menyen"),
        "Navigate to home page": _("Til forsiden"),
        "Open": _("Åpne"),
        "Close": _("Lukk"),
        "Dismiss": _("Lukk"),
        "Clear all": _("Fjern alle"),
        "Clear value": _("Fjern valget"),
        "Clear entry": _("Tøm feltet"),
        "Remove {}": _("Fjern {}"),
        "Selected values": _("Valgt"),
        "No results": _("Ingen treff"),
        "Choose an option": _("Velg"),
        "Choose options": _("Velg"),
        "You can only select up to {} options. Remove an option first.": _(
            "Du kan velge høyst {}. Fjern noe først."
        ),
        "Show suggestions": _("Vis forslag"),
        "Link to heading": _("Lenke til overskriften"),
        "Increment": _("Øk"),
        "Decrement": _("Senk"),
        "Press Enter to apply": _("Trykk Enter for å bruke"),
        "Running...": _("Arbeider …"),
        "Stop script": _("Stopp"),
        "Connecting": _("Kobler til"),
        "Connecting to Streamlit server": _("Kobler til"),
        "Connection error": _("Ingen forbindelse"),
        "Connection timed out.": _("Forbindelsen svarer ikke."),
        "Notifications": _("Meldinger"),
        "Upload": _("Velg fil"),
        "Add files": _("Flere filer"),
        "Drag and drop files here": _("Slipp filene her"),
        "Drag and drop a file here": _("Slipp filen her"),
        "yyyy": _("åååå"),
        "{}MB per file": _("{} MB per fil"),
        "{} per file": _("{} per fil"),
        **grid_words(),
    }


def in_our_words() -> str:
    """Return the script; it follows the page's language, which a reader may change."""
    spoken = language.current()
    known = {}
    for code in language.LANGUAGES:
        if code != PLATFORMS:
            language.use(code)
            known[code] = words()
    language.use(spoken)
    return SCRIPT % json.dumps(known, ensure_ascii=False).replace("</", "<\\/")
