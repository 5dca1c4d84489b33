"""How every number is made, rule by rule, in words for those who have to stand by them."""

from maturity.intervals import ROOM
from maturity.language import _, number
from maturity.settings import thresholds
from maturity.uncertainty import SURE


def in_short() -> str:
    """Return the page's first screen: what the numbers are, in five lines."""
    return "\n".join(
        f"- {line}"
        for line in (
            _("Ledergrupper vurderer egen kommune. Tallene er **egenvurderinger**, ikke fasit."),
            _("Kommunens tall er **snittet av dem som svarte**; antallet (n) står alltid ved."),
            _("En gruppes tall er **snittet av kommunene**, og hver teller likt (k)."),
            _("**Små grupper holdes tilbake.** Da vises verken tall, antall eller spredning."),
            _("**Det som mangler, er tomt**, aldri null, og grunnen står der."),
        )
    )


def rules() -> str:
    """Return the definitions of the numbers, in the order in which they build on each other."""
    limits = thresholds()
    lines = (
        _(
            "**En persons tall** på en evne eller generasjon er snittet av påstandene personen har "
            "svart på, når minst halvparten er besvart. «Vet ikke», «Ikke relevant» og tomme svar "
            "er ikke svar."
        ),
        _(
            "**Flere innsendinger** fra samme person i samme kartlegging: den siste gjelder. "
            "Uferdige innsendinger teller ikke."
        ),
        _(
            "**Kommunens tall** er snittet av personenes tall, og **n** er hvor mange de er. "
            "Spredning vises som standardavvik og kvartiler. Noen kilder har bare ferdige snitt "
            "med n; da finnes ingen spredning, og det sies."
        ),
        _(
            "**Avstanden til målet** er målet minus i dag. Bak den står det minste av de to "
            "antallene."
        ),
        _(
            "**En gruppes tall** (Nordland, region, KOSTRA-gruppe, størrelse) er snittet av "
            "kommunenes tall, og hver kommune teller likt, stor eller liten. **k** er hvor mange "
            "de er. En kommune som selv holdes tilbake, er ikke med. Til dem som ikke ser alle "
            "kommuner, oppgis snittet med én desimal, og for faste grupper på tretti kommuner "
            "eller flere med to, for ellers kunne enkeltkommuner regnes ut; endringer i en gruppe "
            "er forskjellen mellom de tallene. Av en gruppe man velger selv, oppgis ikke k."
        ),
        _(
            "**Det som mangler, er tomt**, og grunnen er enten ikke spurt om, ikke besvart eller "
            "for få. Ingen regner det som null."
        ),
        _(
            "**Holdt tilbake**: en kommunes tall trenger minst {respondents} svar, spredning og "
            "kommentarer minst {detail}, og en gruppe minst {kommuner} kommuner utenom ens egen."
        ).format(
            respondents=limits.min_respondents,
            detail=limits.min_respondents_detail,
            kommuner=limits.min_kommuner,
        ),
        _(
            "**Hvem som ser hva**: en kommune ser sine egne tall, grupper, og profilene (snitt og "
            "antall svar) som andre har åpnet. Innledere ser grupper og åpnede profiler. Hva folk "
            "har skrevet, og spredningen mellom dem, åpnes aldri for andre. Hvor mange kommuner "
            "som har svart, er ikke et resultat og vises alle; hvilke det er, og hvor mange svar "
            "de har, vises bare sammen med kommunens tall."
        ),
        _(
            "**Tall som røper svarene**: er snittet slik at ingen kan stå mer enn et halvt trinn "
            "fra enden av skalaen, holdes det tilbake. Skiller ingen svar seg med mer enn et "
            "halvt trinn, holdes spredningen tilbake; også når bare to skiller seg, ett trinn "
            "hver vei, for ellers ville det at den mangler, si at alle svarte det samme. Et snitt "
            "som holdes tilbake, er heller ikke med i gruppenes snitt; de kan derfor ligge litt "
            "nærmere midten av skalaen enn alle svarene ville gitt, mest for mål."
        ),
        _(
            "**Tall som røper andre kommuner**: den som ikke ser alle kommuner, får en gruppes "
            "tall bare når det, sammen med alt annet som vises, ikke lar en eneste skjult kommune "
            "regnes ut, heller ikke på {room} trinn nær. Det gjelder også **egne grupper**, og da "
            "teller alt som er vist for noen fra samme kommune før. To utvalg som skiller seg med "
            "én kommune, vises derfor ikke begge."
        ).format(room=number(ROOM, digits=2)),
        _(
            "**Endring** mellom to kartlegginger regnes bare for det begge har spurt om på samme "
            "måte, og for kommuner som kan vises begge ganger. Ulike utgaver av et rammeverk slås "
            "aldri sammen. At de samme svarer annerledes, skilles fra at andre har svart, så lenge "
            "det ikke røper hva én eller to har svart."
        ),
    )
    return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1))


def chance() -> str:
    """Return the rule of when a difference says something."""
    return _(
        "En forskjell mellom to snitt sammenlignes med hva to grupper av denne størrelsen, med så "
        "ulike svar, ville skilt seg med i {share} av 100 tilfeller uten noen grunn (Welchs "
        "t-test). Er den mindre, sier siden at **forskjellen er mindre enn det tilfeldigheter kan "
        "gi**. Med færre enn {detail} svar, eller bare snitt fra kilden, sies det ingenting: noen "
        "få svar som tilfeldigvis ligner, beviser ikke noe. Svarte mange av de samme begge "
        "ganger, er regelen forsiktig: den regner dem som to grupper. En gruppes snitt tas som det "
        "er, for det beskriver de kommunene og er ikke et utvalg av andre."
    ).format(share=number(SURE * 100, digits=0), detail=thresholds().min_respondents_detail)


def accessibility() -> str:
    """Return the statement on accessibility: the aim, what was tested, what is known to lack."""
    return _(
        "Målet er WCAG 2.2 nivå AA, på alle sider, i lyst og mørkt. Hver side prøves med axe-core, "
        "med bare tastaturet, og ved 390, 1280 og 1920 punkters bredde. Hver figur har en setning "
        "som sier det samme, og en tabell med de samme tallene. Farge er aldri alene om å bety noe."
        "\n\nDette vet vi om: figurenes punkter nås ikke med tastaturet, bruk tabellen ved siden "
        "av. Noen få av plattformens egne ord kan stå på engelsk. Prøvd med skjermleser er siden "
        "ikke ennå. Meld fra til DigiNordland om noe stenger for deg."
    )


def glossary() -> list[tuple[str, str]]:
    """Return the words of the pages with their meanings."""
    return [
        (_("Kartlegging"), _("En gang ledergruppene svarte, i en modul og en fase.")),
        (_("Modul, fase"), _("Hvor i programmet: fire moduler, hver med forarbeid, dagssamling "
           "og etterarbeid.")),
        (_("Rammeverk"), _("Spørsmålene, i en bestemt utgave.")),
        (_("Generasjon"), _("Et trinn av digital modenhet. En kommune står på flere samtidig: en "
           "profil, aldri ett nivå.")),
        (_("Evne"), _("Noe kommunen eller lederen må kunne for å lykkes med endringen.")),
        (_("Område"), _("Strategi, teknologi, organisasjon eller ledelse; samler evnene.")),
        (_("Påstand"), _("Det folk tar stilling til, på en skala fra helt uenig til helt enig.")),
        (_("I dag, mål, avstand"), _("Hvor vi er, hvor vi vil, og veien mellom.")),
        (_("n"), _("Antall personer bak en kommunes tall.")),
        (_("k"), _("Antall kommuner bak en gruppes tall.")),
        (_("Standardavvik (sd)"), _("Hvor langt svarene typisk ligger fra snittet.")),
        (_("Kvartiler, median"), _("Tallene som deler svarene i fire like store deler; medianen "
           "er den midterste.")),
        (_("Holdt tilbake"), _("Ikke vist, fordi for få står bak.")),
        (_("KOSTRA-gruppe"), _("Kommuner som SSB regner som like i størrelse og økonomi.")),
        (_("Sentralitet"), _("SSBs mål for nærhet til arbeidsplasser og tjenester, 1 er mest "
           "sentralt og 6 minst.")),
    ]  # fmt: skip
