"""The words of the platform's tables that can be edited, in the reader's language.

Its bar names each tool and then the table; the menu of a column is drawn outside of it.
"""

from maturity.language import _


def grid_words() -> dict[str, str]:
    """Return what such a table says, and how that is said in this language."""
    tools = {
        "Show/hide columns": _("Vis og skjul kolonner"),
        "Download as CSV": _("Last ned som CSV"),
        "Search": _("Søk"),
        "Fullscreen": _("Fullskjerm"),
        "Close fullscreen": _("Lukk fullskjerm"),
    }
    return {
        **tools,
        **{f"{tool}: {{}}": f"{named}: {{}}" for tool, named in tools.items()},
        "Type to search": _("Søk"),
        "Close Search": _("Lukk søket"),
        "Next Result": _("Neste treff"),
        "Previous Result": _("Forrige treff"),
        "Dataframe column menu": _("Kolonnens meny"),
        "Copy column name": _("Kopier kolonnens navn"),
        "Sort ascending": _("Sorter stigende"),
        "Sort descending": _("Sorter synkende"),
        "Statistics": _("Statistikk"),
        "Autosize": _("Tilpass bredden"),
        "Pin column": _("Fest kolonnen"),
        "Unpin column": _("Løsne kolonnen"),
        "Hide column": _("Skjul kolonnen"),
        "Select all": _("Velg alle"),
        "Automatic": _("Automatisk"),
        "Localized": _("Som i språket"),
        "Plain": _("Uten skilletegn"),
        "Compact": _("Kort"),
        "Percent": _("Prosent"),
        "Scientific": _("Vitenskapelig"),
        "Accounting": _("Regnskap"),
        "Duration": _("Varighet"),
        "Average length": _("Gjennomsnittlig lengde"),
        "Maximum length": _("Største lengde"),
        "Minimum length": _("Minste lengde"),
        "Average": _("Gjennomsnitt"),
        "Maximum": _("Størst"),
        "Minimum": _("Minst"),
        "Standard deviation": _("Standardavvik"),
        "Distinct": _("Forskjellige"),
        "Empty": _("Tomme"),
        "Values": _("Verdier"),
        "Based on sample": _("Etter et utvalg"),
        "Distribution histogram": _("Fordeling"),
        "Top values frequency chart": _("De hyppigste verdiene"),
        "True/false distribution chart": _("Fordeling av kryss"),
    }
