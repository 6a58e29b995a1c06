"""Settings of the CRM for the tests: its own, on a database that the environment names, and sending nobody mail."""

import os

from webcrm.settings import *  # noqa: F403

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["SHINDAN_CRM_DATABASE"]}}
DEBUG = False
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
LANGUAGE_CODE = "ja"
TIME_ZONE = "Asia/Tokyo"
