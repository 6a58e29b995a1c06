"""Prints the requests that the CRM has, with their source, as it stored them: one JSON list, the oldest first."""

import json
import os
import sqlite3

COLUMNS = "first_name last_name email phone company_name request_for description".split()

with sqlite3.connect(f"file:{os.environ['SHINDAN_CRM_DATABASE']}?mode=ro", uri=True, timeout=5) as database:
    database.row_factory = sqlite3.Row
    rows = database.execute(
        f"SELECT {', '.join(f'request.{name}' for name in COLUMNS)}, source.name AS source "
        "FROM crm_request AS request JOIN crm_leadsource AS source ON source.id = request.lead_source_id ORDER BY request.id"
    )
    print(json.dumps([dict(row) for row in rows]))
