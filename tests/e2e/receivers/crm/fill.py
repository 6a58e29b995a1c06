"""Fills the CRM's database as its own command does, and names whom the website's leads go to, or it takes none."""

import os

import django
from django.core.management import call_command

django.setup()
call_command("setupdata")

from crm.models import LeadSource  # noqa: E402

changed = LeadSource.objects.filter(uuid=os.environ["SHINDAN_CRM_SOURCE"]).update(email="sales@example.com")
assert changed == 1, "the CRM's own data has another id for leads from a website: compare crm/fixtures/lead_source.json"
