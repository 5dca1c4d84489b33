"""What the page of a kommune says and shows, and the raw rows behind it."""

import html
import re
from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest

from maturity.reference import reference
from tests.pages.reading import bodies
from tests.raw_scores import raw_scores

CAPABILITIES, GENERATIONS = "evner-10+3", "modenhet-5gen"
LABELS = {key: it.label for key, it in reference().instruments[CAPABILITIES].by_key.items()}
# Worked out by hand from the exports: where the gap is largest, the highest and the lowest level,
# and the widest spread in the newest survey round of people, five of them or more.
SAID = {
    "1804": [
        "Lengst er veien til målet på Endringsledelse: fra 3,8 i dag til 4,9 av 5.",
        "Bodø er sterkest på Mot og nysgjerrighet (4,6 av 5) og lavest på Datadrevet (2,3 av 5).",
        "I Modul 3: Strategi, 3. mars 2024 var ledergruppen mest uenig om «Fleksibel arkitektur» "
        "og «Digitalt tankesett»: svarene lå typisk 0,8 poeng fra snittet.",
    ],
    "1841": [
        "Lengst er veien til målet på Innovativ praksis: fra 2,3 i dag til 4,2 av 5.",
        "Fauske er høyest på Mot og nysgjerrighet (3,0 av 5) og lavest på Kompetansebygging "
        "(1,5 av 5).",
        "I Modul 2: Ledelse, 24. desember 2023 var ledergruppen mest uenig om Fleksibel "
        "arkitektur: svarene lå typisk 0,9 poeng fra snittet.",
    ],
    "1833": [
        "Lengst er veien til målet på Digitalt tankesett: fra 1,8 i dag til 3,5 av 5.",
        "Rana er høyest på «Datadrevet», «Fleksibel arkitektur» og 1 til (2,7 av 5) og lavest på "
        "Kompetansebygging (1,5 av 5).",
        "I Modul 3: Strategi, 3. mars 2024 var ledergruppen mest uenig om Økosystem-tankesett: "
        "svarene lå typisk 0,9 poeng fra snittet.",
    ],
}
SPREAD_FROM = {"1804": "strategi", "1841": "ledelse", "1833": "strategi"}


def said(page: AppTest) -> list[str]:
    """The sentences on top, as they are read: three, and the question for the next meeting."""
    (body,) = [body for body in bodies(page) if '<nav class="said"' in body]
    links = re.findall(r'<a href="#\w+">(.*?)&nbsp;<span', body)
    return [html.unescape(link) for link in links]


def table(page: AppTest, place: int) -> list[list[str]]:
    """A figure's table: each row's cells, the first of which heads it."""
    body = [body for body in bodies(page) if "<table>" in body][place]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', body)
    return [[html.unescape(head), *re.findall(r"<td>(.*?)</td>", rest)] for head, rest in rows]


def own(answers: Path, kommune: str, *, survey_round: str, instrument: str) -> pd.DataFrame:
    """A kommune's raw scores: one row per dimension, one column per aspect."""
    scores = raw_scores(answers, survey_round=survey_round, instrument=instrument)
    rows = scores[scores["kommune"] == kommune]
    told = rows.assign(mean=rows["mean"].where(rows["at_an_end"] == 0))
    wide = told.pivot(index="dimension", columns="aspect", values="mean")
    return wide.reindex(reference().instruments[instrument].by_key)
