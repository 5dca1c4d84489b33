"""Make the sample files of each format anew: `.venv/bin/python -m tests.formats.make`."""

import sys
from pathlib import Path
from typing import Any

from maturity.intake.headings import plain
from tests.formats import writers
from tests.formats.truth import KOMMUNER, UNKNOWN, Person, means, people, questionnaire

FOLDER = Path(__file__).parents[1] / "samples" / "formats"
NB = ("Helt uenig", "Litt uenig", "Verken eller", "Litt enig", "Helt enig", "Vet ikke")
DA = ("Helt uenig", "Lidt uenig", "Hverken eller", "Lidt enig", "Helt enig", "Ved ikke")
EN = ("Strongly disagree", "Somewhat disagree", "Neither", "Somewhat agree", "Strongly agree")
NUMBERED = [f"{point} – {label}" for point, label in enumerate(NB, start=1)]
PEOPLE, ASKED = people(), questionnaire()
DONE = [it for it in PEOPLE if it.finished]
CODES, TEXTS = [it.code for it in ASKED], [it.text for it in ASKED]


def answers(person: Person, words: Any) -> list[Any]:
    """Return the answers with each point written as `words` has it."""
    return [None if it is None else words[it - 1] for it in person.answers]


def own(words: Any, *, kommune: str = "name") -> writers.Table:
    """A table of one's own, with codes as headings."""
    rows = [["Svarperson", "Kommune", "Rolle", "Tidspunkt", *CODES]]
    for it in DONE:
        place = KOMMUNER[it.kommune] if kommune == "name" else it.kommune
        rows.append([it.address, place, it.role, it.at, *answers(it, words)])
    return rows


def forms(folder: Path) -> None:
    """Microsoft Forms in three languages."""
    for language, words, names in (
        ("nb", NB, ("Starttidspunkt", "Fullføringstidspunkt", "E-postadresse", "Navn",
                    "Hvilken kommune svarer du for?", "Hva er rollen din?")),
        ("da", DA, ("Starttidspunkt", "Fuldførelsestidspunkt", "Mail", "Navn",
                    "Hvilken kommune svarer du for?", "Hvad er din rolle?")),
        ("en", (*EN, "Do not know"), ("Start time", "Completion time", "Email", "Name",
                    "Which kommune are you answering for?", "What is your role?")),
    ):  # fmt: skip
        rows = [["ID", *names, *TEXTS]]
        for number, it in enumerate(DONE, start=1):
            who = [it.address, f"Person {it.number}", KOMMUNER[it.kommune], it.role]
            rows.append([number, it.at, it.at, *who, *answers(it, words)])
        writers.xlsx(folder / f"forms-{language}.xlsx", rows)


def limesurvey(folder: Path) -> None:
    """LimeSurvey's three ways of heading a column; the answers as codes, and as labels."""
    codes = ["id", "submitdate", "lastpage", "startlanguage", "token", "kommune", "rolle"]
    texts = ["Response ID", "Date submitted", "Last page", "Start language", "Access code",
             "Hvilken kommune svarer du for?", "Hva er rollen din?"]  # fmt: skip
    codes += [it.replace("-", "") for it in CODES]
    texts += TEXTS
    both = [f"{code}. {text}" for code, text in zip(codes, texts, strict=True)]
    letters = [f"A{point}" for point in range(1, UNKNOWN + 1)]
    for name, headings, words in (
        ("code", codes, letters), ("text", texts, NB), ("code-text", both, NB)
    ):  # fmt: skip
        rows: writers.Table = [headings]
        for number, it in enumerate(PEOPLE, start=1):
            about = [number, it.at if it.finished else "", 6 if it.finished else 2, "nb"]
            place = KOMMUNER[it.kommune]
            rows.append([*about, it.address, place, it.role, *answers(it, words)])
        writers.text(folder / f"limesurvey-{name}.csv", rows, sign=",")


def surveyxact(folder: Path) -> None:
    """SurveyXact: bare variables with numbers and with labels, and texts with labels."""
    variables = [f"s_{n}" for n in range(1, len(ASKED) + 1)]
    about = ["respondent", "organisation", "created", "modified", "closetime", "email",
             *(f"statoverall_{n}" for n in range(1, 6)), "kommune", "rolle"]  # fmt: skip
    for name, headings, words in (
        ("variables", variables, range(1, 7)), ("variables-labels", variables, NB),
        ("texts-labels", [f"Hvor enig er du? - {it}" for it in TEXTS], NB),
    ):  # fmt: skip
        rows: writers.Table = [[*about, *headings]]
        for number, it in enumerate(PEOPLE, start=1):
            state = [0, 0, int(not it.finished), int(it.finished), 0]
            at = f"{it.at:%d.%m.%Y %H:%M:%S}"
            place = it.kommune if name == "variables" else KOMMUNER[it.kommune]
            who = [number, "", at, at, at, it.address, *state, place, it.role]
            rows.append([*who, *answers(it, words)])
        writers.text(folder / f"surveyxact-{name}.csv", rows, encoding="latin-1")


def enalyzer(folder: Path) -> None:
    """Enalyzer: answers as text, as value (without one for «Vet ikke»), as label number."""
    about = ["Respondent ID", "E-mail", "Completion status", "Completion date", "Kommune", "Rolle"]
    for name, words in (
        ("text", NB), ("value", [1, 2, 3, 4, 5, None]), ("label-number", range(1, 7))
    ):  # fmt: skip
        rows: writers.Table = [[*about, *TEXTS]]
        for number, it in enumerate(PEOPLE, start=9001):
            state = ["Completed", it.at] if it.finished else ["Incomplete", None]
            who = [number, it.address, *state, KOMMUNER[it.kommune], it.role]
            rows.append([*who, *answers(it, words)])
        writers.xlsx(folder / f"enalyzer-{name}.xlsx", rows)


def google(folder: Path) -> None:
    """Google Forms: grids, and the time with its zone."""
    headings = [f"Hvor enig er du i dette? [{it}]" for it in TEXTS]
    rows: writers.Table = [["Timestamp", "Email Address", "Kommune", "Rolle", *headings]]
    for it in DONE:
        at = f"{it.at:%Y/%m/%d %I:%M:%S %p} GMT+1"
        rows.append([at, it.address, KOMMUNER[it.kommune], it.role, *answers(it, NB)])
    writers.text(folder / "google-forms.csv", rows, sign=",", encoding="utf-8")


def by_hand(folder: Path) -> None:
    """Two rows of headings, the upper one in merged cells."""
    now = [i for i, it in enumerate(ASKED) if it.statement.aspect == "now"]
    order = now + [i for i in range(len(ASKED)) if i not in now]
    about = ["Svarperson", "Kommune", "Rolle", "Tidspunkt"]
    upper = [*about, "I dag", *[None] * (len(now) - 1), "Om tre år"]
    upper += [None] * (len(about) + len(ASKED) - len(upper))
    rows: writers.Table = [upper, [*[None] * 4, *(ASKED[i].statement.item for i in order)]]
    for it in DONE:
        given = answers(it, NB)
        rows.append([it.address, it.kommune, it.role, it.at, *(given[i] for i in order)])
    last = len(about) + len(ASKED) - 1
    merged = [(0, 4, 0, 3 + len(now)), (0, 4 + len(now), 0, last)]
    merged += [(0, column, 1, column) for column in range(4)]
    writers.xlsx(folder / "by-hand.xlsx", rows, merged=merged)


def tables(folder: Path) -> None:
    """A table of one's own as each type of file, and on other scales."""
    writers.xlsx(folder / "table.xlsx", own(NB))
    writers.xls(folder / "table.xls", own([*range(1, 6), "Vet ikke"]))
    writers.ods(folder / "table.ods", own(NUMBERED))
    writers.json_lines(folder / "table.jsonl", own([*range(1, 6), "Vet ikke"]))
    writers.text(folder / "table.tsv", own(NUMBERED), sign="\t", encoding="utf-16")
    writers.text(folder / "reversed.csv", own([5, 4, 3, 2, 1, "Vet ikke"]))
    writers.text(folder / "one-to-seven.csv", own(["1", "2,5", "4", "5,5", "7", "Vet ikke"]))
    writers.text(folder / "percent.csv", own([0, 25, 50, 75, 100, "Vet ikke"], kommune="number"))
    headings = ["Kommune", "Kartlegging", "Dimensjon", "Nå eller mål", "Snitt", "Antall svar"]
    writers.text(folder / "means.csv", [headings, *means()])


def spss(folder: Path) -> None:
    """SPSS: numbers with labels, variables with theirs; «Vet ikke» is 9."""
    table = own([*range(1, 6), 9], kommune="number")
    about = table[0][:4]
    names = [*about, *(f"v_{plain(code)}" for code in CODES)]
    numbers: writers.Table = [[*row[:1], int(row[1]), *row[2:]] for row in table[1:]]
    scale = {**dict(enumerate(NB[:5], start=1)), 9: "Vet ikke"}
    values = dict.fromkeys(names[4:], scale)
    values["Kommune"] = {int(code): name for code, name in KOMMUNER.items()}
    labels = [*about, *TEXTS]
    writers.sav(folder / "table.sav", [names, *numbers], labels=labels, values=values)


def make(folder: Path) -> None:
    """Write all files."""
    for each in (forms, limesurvey, surveyxact, enalyzer, google, by_hand, tables, spss):
        each(folder)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
