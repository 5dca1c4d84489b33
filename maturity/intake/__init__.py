"""The way in: survey export → cells → checked answers → one commit in the Delta table."""

import os

# openpyxl takes lxml wherever that is installed, and then parses without defusedxml. It looks once,
# when it is imported for the first time.
os.environ["OPENPYXL_LXML"] = "False"
