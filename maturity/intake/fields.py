"""What the columns of a table can be besides statements, in the reader's words."""

from maturity.intake.layouts import MeansColumns, PeopleColumns
from maturity.language import _


def field_names() -> dict[str, str]:
    """Return what the fields are called, by code: those of a person, then those of a mean."""
    return {
        "kommune": _("Kommune"),
        "role": _("Rolle"),
        "respondent": _("Hvem som svarte (adresse eller kode; lagres aldri)"),
        "submission": _("Svarets nummer"),
        "answered_at": _("Når svaret ble gitt"),
        "finished": _("Om svaret er fullført"),
        "barrier": _("Barriere (fritekst)"),
        "barrier_themes": _("Temaer for barrieren"),
        "opportunity": _("Mulighet (fritekst)"),
        "opportunity_themes": _("Temaer for muligheten"),
        "instrument": _("Gjennomsnitt: rammeverket"),
        "dimension": _("Gjennomsnitt: generasjonen eller evnen"),
        "aspect": _("Gjennomsnitt: nå eller mål"),
        "mean": _("Gjennomsnitt: tallet"),
        "n": _("Gjennomsnitt: antall svar"),
        "module": _("Gjennomsnitt: modulen"),
    }


def means_alone() -> tuple[str, ...]:
    """Return the codes that only a table of means has."""
    return tuple(it for it in MeansColumns.model_fields if it not in PeopleColumns.model_fields)
