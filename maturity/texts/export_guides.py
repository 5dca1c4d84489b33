"""How answers are taken out of each survey tool, so that they can be taken in here.

What a tool's menus are called is its own; where we have not seen an export, that is said.
"""

from dataclasses import dataclass

from maturity.language import _


@dataclass(frozen=True, kw_only=True)
class Tool:
    """One survey tool: the steps, what to choose and why, and how sure we are."""

    name: str
    steps: tuple[str, ...]
    known_by: str
    seen: bool  # whether a real export of it has been read


def tools() -> tuple[Tool, ...]:
    """Return the tools in the order that they are used most."""
    return (
        Tool(
            name="Microsoft Forms",
            steps=(
                _("Åpne skjemaet, og velg Svar."),
                _("Velg Åpne i Excel, og last ned arbeidsboken."),
                _("Ikke endre overskriftene. Norsk, dansk og engelsk Forms kjennes igjen."),
            ),
            known_by=_("kolonnene Starttidspunkt og Fullføringstidspunkt"),
            seen=True,
        ),
        Tool(
            name="SurveyXact",
            steps=(
                _("Eksporter datasettet som semikolondelt tekst eller Excel."),
                _("Velg spørsmålstekst som overskrift der du kan, og etiketter som svar."),
                _(
                    "Er overskriftene bare numre (s_1, s_2 …), må alle påstandene være med, i "
                    "denne rekkefølgen: modenhet i dag, modenhet mål, evner i dag, evner mål."
                ),
                _("Ta med respondent og statoverall_4, som sier hvem som er ferdig."),
            ),
            known_by=_("kolonnene respondent og statoverall_4"),
            seen=False,
        ),
        Tool(
            name="Enalyzer",
            steps=(
                _("Velg Last ned svardata, og Excel, CSV eller SPSS."),
                _("Velg dataformatet Tekst; Verdi og Etikettnummer kan også leses."),
            ),
            known_by=_("kolonnene Respondent ID og Completion status"),
            seen=False,
        ),
        Tool(
            name="Questback",
            steps=(
                _("Eksporter rådata til Excel eller SPSS, med én rad for hvert svar."),
                _("Velg spørsmålstekst som overskrift og svartekst i cellene."),
                _(
                    "Sørg for at kolonnen med kommunen heter «Kommune», og den med e-post eller "
                    "kode «E-post» eller «Svarperson»: Questback har ikke noe eget oppsett her."
                ),
            ),
            known_by=_("kolonnen Kommune, som en egen tabell"),
            seen=False,
        ),
        Tool(
            name="LimeSurvey",
            steps=(
                _("Velg Svar, og Eksporter svar, til CSV eller Excel."),
                _("Overskrifter: kode, full tekst, eller kode og tekst; alle tre kan leses."),
                _("Svar: fulle svar eller svarkoder. Ta med submitdate og lastpage."),
            ),
            known_by=_("kolonnene submitdate og lastpage"),
            seen=True,
        ),
        Tool(
            name="Google Forms",
            steps=(
                _("Åpne skjemaet, og velg Svar."),
                _("Velg Last ned svar (CSV), eller koble til Regneark og last ned derfra."),
                _("Svarene i et rutenett får én kolonne for hver linje; det kan leses."),
            ),
            known_by=_("kolonnen Tidsmerke eller Timestamp"),
            seen=False,
        ),
    )


def forms_import() -> tuple[str, ...]:
    """Return how the questions come into Microsoft Forms, and what is not known of it."""
    return (
        _("Last ned «Spørsmålene til Microsoft Forms» på språket skjemaet skal ha."),
        _("Velg Hurtigimport på forsiden av Forms, og filen. Den tar Word og PDF, ikke Excel."),
        _(
            "Se over hvert spørsmål: valgene skal være ett svar hver. Hurtigimporten lager ikke "
            "rutenett, så hver påstand blir et eget spørsmål."
        ),
        _("Gjør spørsmålet om kommune til påkrevd, og la det være en nedtrekksliste."),
        _(
            "Filen er laget etter det som er kjent om hurtigimporten, og er ikke prøvd i alle "
            "utgaver av Forms. Noen virksomheter har den ikke; da limes spørsmålene inn."
        ),
    )
