"""Tables on pages: made as HTML where files are made too, which take the same ones along."""

from maturity.exports.table_html import STYLE, framed, table_html, written

__all__ = ["STYLE", "framed", "table_html", "written"]
