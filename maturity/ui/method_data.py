"""Which data are shown: their version, and the imports that are in force."""

from maturity import queries
from maturity.access import Viewer
from maturity.intake.store import Store
from maturity.kept import kept
from maturity.language import _, date, number
from maturity.reference import reference
from maturity.settings import answers_path
from maturity.ui.table import table_html


@kept
def imports(data: queries.Data, *, viewer: Viewer) -> str:
    """Return the imports in force, oldest first, as HTML; nobody is named in it.

    Their rows say how many answered, one kommune's where a file is of one: for who sees all.
    """
    counted = viewer.counted <= viewer.kommuner
    programme = reference().programme
    modules = {one.key: one.label for one in programme.modules}
    phases = {one.key: one.label for one in programme.phases}
    heads = [_("Lest inn"), _("Modul"), _("Fase"), *([_("Rader")] if counted else []), _("Svar")]
    rows = [
        [
            date(one.when.date(), style="medium"),
            modules.get(one.module or "", one.survey_round),
            phases.get(one.phase or "", ""),
            *([number(one.rows, digits=0)] if counted else []),
            _("oppdiktet") if one.invented else _("ekte"),
        ]
        for one in Store(answers_path()).in_force(until=data.version)
    ]
    version = _("Dataversjon {version}. Hver innlesing gir en ny versjon.")
    return table_html(heads, rows, title=version.format(version=data.version))
