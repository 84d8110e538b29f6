"""The templates and audiences there are to choose from, without the brands: light enough for a window's first moment."""

from briefing_app.catalogue.entries import list_audiences, list_templates

all_templates = list_templates
all_audiences = list_audiences
