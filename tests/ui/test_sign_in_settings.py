"""Settings of sign-in that are wrong stop the start with a message: never half of a sign-in."""

import os
import subprocess
import sys

import pytest

from maturity.settings import ROOT

ACCESS = '[access]\ncontact = "hjelp@x.no"\n[[access.roles]]\nrole = "staff"\ndomain = "x.no"\n'
AUTH = '[auth]\nredirect_uri = "{uri}"\ncookie_secret = "{secret}"\n'
GOOD = {"uri": "https://x.no/oauth2callback", "secret": "0123456789" * 4}


def start(tmp_path, text, **environment):
    """What the server says when it will not start; it is asked with Streamlit's own settings."""
    file = tmp_path / "secrets.toml"
    file.write_text(text, "utf-8")
    code = (
        "import streamlit.config as c; "
        f"c.set_option('secrets.files', [{str(file)!r}]); "
        "import server"
    )
    own = {**os.environ, "MATURITY_ANSWERS": str(tmp_path / "answers"), **environment}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=own, capture_output=True, text=True, timeout=120
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("text", "environment", "said"),
    [
        ("dette = er ikke = toml", {}, "secrets.toml kan ikke leses"),
        ('auth = "x"\naccess = "x"\n', {}, "både [auth] og [access]"),
        (AUTH.format(**GOOD), {}, "både [auth] og [access]"),
        (AUTH.format(**GOOD | {"uri": "https://[x"}) + ACCESS, {}, "auth.redirect_uri"),
        (AUTH.format(**GOOD | {"secret": "kort"}) + ACCESS, {}, "auth.cookie_secret"),
        (AUTH.format(**GOOD) + ACCESS, {"MATURITY_MIN_RESPONDENTS": "2"}, "minst 3"),
        (AUTH.format(**GOOD) + ACCESS, {"MATURITY_MIN_KOMMUNER": "²"}, "minst 3"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_a_message(tmp_path, text, environment, said):
    status, told = start(tmp_path, text, **environment)
    assert status == 1
    assert said in told
    assert "Traceback" not in told
