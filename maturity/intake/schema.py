"""The columns of the table of answers: one row per respondent and item, and one per comment."""

import pyarrow as pa

SCHEMA = pa.schema(
    [
        *(
            pa.field(name, pa.string())
            for name in ("survey_round", "module", "phase", "instrument")
        ),
        *(pa.field(name, pa.string()) for name in ("kommune", "respondent", "role")),
        pa.field("answered_at", pa.date32()),
        *(pa.field(name, pa.string()) for name in ("kind", "dimension", "item", "aspect")),
        pa.field("score", pa.float64()),
        pa.field("n", pa.int32()),
        pa.field("text", pa.string()),
        pa.field("themes", pa.list_(pa.string())),
        pa.field("invented", pa.bool_()),
    ]
)
