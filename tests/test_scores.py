"""The bar: the demo's exports give the scores that were worked out elsewhere."""

from pathlib import Path

import pandas as pd
import pytest

from maturity import queries
from maturity.access import demo_viewer
from maturity.reference import reference
from maturity.settings import thresholds

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize("module", [1, 2, 3, 4])
def test_scores_equal_the_expected(answers: Path, module: int) -> None:
    expected = pd.read_csv(
        SAMPLES / f"modul{module}-expected.csv", dtype={"kommune": str}
    ).set_index(["module", "instrument", "kommune", "dimension", "aspect"])
    data = queries.newest(answers)
    assert data is not None
    raw = (
        data._connection.cursor()
        .execute(
            "select module, instrument, kommune, dimension, aspect, n, mean from score "
            "where aspect <> 'gap' and module = ?",
            [expected.index[0][0]],
        )
        .df()
        .set_index(expected.index.names)
    )
    both = expected.join(raw, how="outer", rsuffix="_here")
    assert both.notna().all().all()
    assert (both["n"] == both["n_here"]).all()
    assert ((both["mean"] - both["mean_here"]).abs() < 1e-6).all()


def test_few_respondents_are_withheld_with_their_n(answers: Path) -> None:
    data = queries.newest(answers)
    assert data is not None
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=data.all_invented)
    shown = queries.scores_by_kommune(
        data,
        viewer=viewer,
        survey_round="organisasjon-forarbeid",
        instrument="modenhet-5gen",
        aspect="now",
    )
    withheld = shown[shown["withheld"].notna()]
    assert len(withheld)
    assert withheld[["mean", "n", "sd"]].isna().all().all()
    assert (shown["n"].dropna() >= thresholds().min_respondents).all()
