"""What people of three kommuner are made up to have answered; all sample files tell the same.

The first of them answered twice, so that the earlier answers must not count; one never finished.
Some say that they do not know, some leave a statement out, and one leaves most of them out.
"""

import datetime
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from maturity.intake.headings import Statement
from maturity.reference import reference

UNKNOWN = 6  # the number that tools give «Vet ikke», which comes last among the labels
KOMMUNER = {"1804": "Bodø", "1824": "Vefsn", "1875": "Hábmer - Hamarøy"}
ROLES = ("Kommunedirektør", "IT-leder", "Økonomisjef", "HR-leder", "Kommunalsjef")


@dataclass(frozen=True)
class Asked:
    """One statement of the questionnaire, by code and by text."""

    statement: Statement
    code: str
    text: str


@dataclass(frozen=True)
class Person:
    """One submission; `answers` are points, `UNKNOWN` or None, in the questionnaire's order."""

    number: int
    kommune: str
    role: str
    at: datetime.datetime
    answers: tuple[int | None, ...]
    finished: bool = True

    @property
    def address(self) -> str:
        """A made-up address: the same person's is the same."""
        return f"person{self.number}@example.no"


def questionnaire() -> list[Asked]:
    """Return all statements in the order they were put: today, then the target."""
    found = []
    for key in ("modenhet-5gen", "evner-10+3"):
        instrument = reference().instruments[key]
        for aspect in ("now", "target"):
            word = instrument.aspects[aspect]["nb"]
            for dimension in instrument.dimensions:
                if aspect == "target" and instrument.target_text:
                    text = instrument.target_text["nb"].format(dimension=dimension.name["nb"])
                    statement = Statement(key, dimension.key, dimension.key, aspect)
                    found.append(Asked(statement, f"{dimension.key}_{aspect}", text))
                    continue
                for item in dimension.items:
                    statement = Statement(key, dimension.key, item.key, aspect)
                    text = f"{word}: {item.text['nb']}"
                    found.append(Asked(statement, f"{item.key}_{aspect}", text))
    return found


def people() -> list[Person]:
    """Return all submissions, the earlier one of a person and the unfinished one too."""
    count = len(questionnaire())
    start = datetime.datetime(2024, 3, 4, 9, 30)
    found = []
    for number in range(15):
        kommune = list(KOMMUNER)[number // 5]
        random_ = random.Random(f"formats {number}")
        points = [random_.choice((1, 2, 3, 3, 4, 4, 5, 5)) for _ in range(count)]
        answers = [random_.choices((it, UNKNOWN, None), (90, 6, 4))[0] for it in points]
        if number == 7:
            answers[20:] = [None] * (count - 20)
        at = start + datetime.timedelta(hours=number * 5, minutes=number)
        found.append(Person(number, kommune, ROLES[number % 5], at, tuple(answers)))
    earlier = found[0].at - datetime.timedelta(hours=2)
    found.insert(0, Person(0, "1804", ROLES[0], earlier, (1,) * count))
    found.append(Person(15, "1824", ROLES[1], found[-1].at, (5,) * count, finished=False))
    return found


def expected() -> dict[tuple[str, str, str, str], tuple[float, int]]:
    """Return mean and n by kommune, instrument, dimension and aspect."""
    scores = defaultdict(list)
    for person in people():
        if not person.finished or person is people_replaced(person):
            continue
        by_dimension = defaultdict(list)
        for asked, answer in zip(questionnaire(), person.answers, strict=True):
            it = asked.statement
            by_dimension[it.instrument, it.dimension, it.aspect].append(answer)
        for where, answers in by_dimension.items():
            given = [it for it in answers if it not in (None, UNKNOWN)]
            if given and len(given) * 2 >= len(answers):
                scores[person.kommune, *where].append(fmean(given))
    return {where: (fmean(each), len(each)) for where, each in scores.items()}


def people_replaced(person: Person) -> Person | None:
    """Return the submission if a later one of the same person replaces it."""
    return person if person.number == 0 and set(person.answers) == {1} else None


def means() -> Iterator[list[str]]:
    """Yield the rows of a table of means: kommune, instrument, dimension, aspect, mean, n."""
    for (kommune, key, dimension, aspect), (mean, n) in sorted(expected().items()):
        instrument = reference().instruments[key]
        yield [
            KOMMUNER[kommune],
            instrument.name["nb"],
            instrument.by_key[dimension].name["nb"],
            instrument.aspects[aspect]["nb"],  # type: ignore[index]
            repr(mean).replace(".", ","),
            str(n),
        ]
